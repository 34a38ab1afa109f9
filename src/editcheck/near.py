"""The near miss: what somebody probably meant to write."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

__all__ = ["choices", "did_you_mean", "nearest"]


def nearest(word: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return the known words that are nearest to a word, the nearest first; capitals make no difference.

    `cutoff` is how much of two words must agree, from 0 to 1, as `difflib.SequenceMatcher.ratio` has it.
    """
    folded = {each.casefold(): each for each in sorted(known)}
    return [folded[each] for each in get_close_matches(word.casefold(), folded, n=most, cutoff=cutoff)]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a clause for the end of a message that names the known word nearest to `word`, or an empty string."""
    near = nearest(word, known)
    return f"; did you mean {near[0]!r}?" if near else ""


def choices(word: str, known: Collection[str]) -> str:
    """Return a clause that names the known word nearest to `word`, or all that are known where none is near."""
    return did_you_mean(word, known) or (f"; there are {', '.join(sorted(known))}" if known else "; there are none")
