"""The last resort of letters in brackets: the nearest words that have them, with one word passed over at a place.

Where the cheapest alignment (`letters`) is too dear to be believed, this is what Ab3P does: it goes by rules, not by
prices, and its authors measured how often each rule is right on pairs of MEDLINE (Sohn, Comeau, Kim and
Wilbur 2008, BMC Bioinformatics 9:402). Of their seventeen rules these two are not yet covered by prices: letters that
open words (their "FirstLetGenSkp"), and, for three letters or more, letters from inside words whose first letter is
taken, too ("WithinWrdFLetSkp", "ContLetSkp"). Any one word may be passed over between two others, or at the end.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from editcheck.facts.acronyms.letters import Alignment, letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.facts.acronyms.letters import Part, Words

__all__ = ["align_nearest"]

#: A long form has at most so many words, as in Ab3P.
_MOST_WORDS = 10
#: A word, and one that is passed over.
_NEXT = (1, 2)


class _Rule(NamedTuple):
    """A rule: the letters that a form has at least, and whether letters may come from inside a word."""

    strategy: str
    fewest: int
    inside: bool


_RULES = (_Rule("nearest-initials", 2, inside=False), _Rule("nearest-letters", 3, inside=True))


def align_nearest(form: str, words: Words) -> Alignment | None:
    """Return the nearest long form that ends where `words` end, by the surest rule that finds one; None without any."""
    letters = letters_of(form)
    if not form.isascii() or len(letters) < 2:
        return None
    rows = _words(words)[-_MOST_WORDS:]
    for rule in _RULES:
        if len(letters) >= rule.fewest:
            for first in range(len(rows) - 1, -1, -1):
                if not rows[first][0].function_word and _fits(letters, tuple(rows[first:]), rule.inside):
                    return Alignment(rows[first][0].start, rows[-1][-1].end, 0.0, rule.strategy)
    return None


def _words(words: Words) -> list[tuple[Part, ...]]:
    rows: list[list[Part]] = []
    for part in words.parts:
        if part.opens_word or not rows:
            rows.append([])
        rows[-1].append(part)
    return [tuple(row) for row in rows]


def _fits(letters: tuple[str, ...], rows: tuple[tuple[Part, ...], ...], inside: bool) -> bool:
    """Whether the first word has the first letters, and the words behind it the rest."""

    @cache
    def rest_fits(letter: int, row: int) -> bool:
        if row >= len(rows):
            return False
        for end in _taken(letters, letter, rows[row], inside):
            if end == len(letters):
                if len(rows) - row in _NEXT:
                    return True
            elif any(rest_fits(end, row + step) for step in _NEXT):
                return True
        return False

    return rest_fits(0, 0)


def _taken(letters: tuple[str, ...], letter: int, row: tuple[Part, ...], inside: bool) -> Iterator[int]:
    """Yield how far the letters from `letter` on may be found in one word, the first of them where a part begins."""
    part, place = 0, 0
    for taken in range(letter, len(letters)):
        found = _find(letters[taken], row, part, place, inside)
        if found is None or (taken == letter and found[1] != 0):
            return
        part, place = found[0], found[1] + 1
        yield taken + 1


def _find(letter: str, row: tuple[Part, ...], part: int, place: int, inside: bool) -> tuple[int, int] | None:
    """Return the part and the place in it where a letter comes next, or where it opens a part."""
    for index in range(part, len(row)):
        text, begin = row[index].text, place if index == part else 0
        if text.isdecimal() or letter.isdecimal():
            at = 0 if text == letter and begin == 0 else -1
        else:
            at = text.find(letter, begin)
        if at == 0 or (inside and at > 0):
            return index, at
    return None
