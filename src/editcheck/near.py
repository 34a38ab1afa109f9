"""The near miss: what somebody probably meant to write."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["choices", "did_you_mean"]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a clause for the end of a message that names the known word nearest to `word`, or an empty string."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def choices(word: str, known: Collection[str]) -> str:
    """Return a clause that names the known word nearest to `word`, or all that are known where none is near."""
    return did_you_mean(word, known) or (f"; there are {', '.join(sorted(known))}" if known else "; there are none")
