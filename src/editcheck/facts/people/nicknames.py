"""Given names and their short forms: Bill is William."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["keys_of", "same_given_name", "short_form"]


def same_given_name(one: str, other: str) -> bool:
    """Whether two given names are spelt alike but for accents and hyphens, or one is a short form of the other."""
    return _plain(one) == _plain(other) or short_form(one, other)


def short_form(one: str, other: str) -> bool:
    """Whether one given name is a usual short form of the other, or both of the same name (Bob and Bobby)."""
    names = _full_names()
    return bool(names.get(_plain(one), frozenset()) & names.get(_plain(other), frozenset()))


def keys_of(name: str) -> frozenset[str]:
    """Return what a given name is found by: two names that can be one person's have a key in common."""
    return _full_names().get(_plain(name), frozenset()) | {_plain(name)}


@cache
def _full_names() -> Mapping[str, frozenset[str]]:
    raw = resources.files("editcheck.facts").joinpath("data/nicknames.toml").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for full, shorts in tomllib.loads(raw)["short"].items():
        for name in (full, *shorts.split()):
            found[_plain(name)].add(full)
    return {name: frozenset(fulls) for name, fulls in found.items()}


def _plain(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.casefold().replace("-", " ").rstrip(".")
