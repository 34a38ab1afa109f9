"""What kind of article a source says it is, by the names that the profiles have for kinds."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["genre_of"]

_NO_LETTERS = re.compile(r"[\W_]+")


def genre_of(names: Iterable[str | None]) -> str | None:
    """Return the kind that the first of some names stands for: types, genres, sections. None where none is known."""
    known = _genres()
    for name in names:
        genre = known.get(_NO_LETTERS.sub(" ", name.casefold()).strip()) if name else None
        if genre is not None:
            return genre
    return None


@cache
def _genres() -> Mapping[str, str]:
    text = resources.files("editcheck.formats").joinpath("data/genres.toml").read_text(encoding="utf-8")
    return {name: genre for genre, names in tomllib.loads(text).items() for name in names}
