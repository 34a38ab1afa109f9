"""Which characters are quotation marks, and which way they can face: apostrophes, primes and elisions told apart.

Pure character work on one block. What pairs with what is `quotation_marks`' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DOUBLE", "GUILLEMET", "SINGLE", "Mark", "find_marks", "fits"]

DOUBLE, SINGLE, GUILLEMET = "double", "single", "guillemet"

_MARK = re.compile(r"'{2,3}|``|‘‘|’’|[\"“”„‟＂«»‹›‘’‚‛'`]")
_FAMILY = {"'": SINGLE, "‘": SINGLE, "’": SINGLE, "‚": SINGLE, "‛": SINGLE, "`": SINGLE} | dict.fromkeys(
    "«»‹›", GUILLEMET
)
#: Openings, each with the closings that house styles pair them with.
_PAIRS = {
    '"': '"',
    "＂": "＂",
    "“": "”",
    "‟": "”",
    "„": "“”",
    "'": "'",
    "‘": "’",
    "‛": "’",
    "‚": "‘’",
    "`": "'",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
}
_DOUBLED = {("''", "''"), ("``", "''"), ("‘‘", "’’")}
_ONLY_OPEN = frozenset("„‚‟‛`") | {"``", "‘‘"}

#: Feet and inches (5' 10", 5’10”), minutes and seconds: primes, whatever the glyph, but for a piece of music ("4'33").
_FEET_AND_INCHES = re.compile(r"(?<!\")\d\s?['’′]\s?\d{1,2}(?:\s?[½¼¾]|\.\d)?\s?(?:''|’’|[\"”″])")
#: An attribute of markup that was taken for text (author="..."): code, whatever the glyph.
_ATTRIBUTE = re.compile(r"\w=[\"”“'][^\"”<>]{0,300}(?:[\"”']|$)|^[\"”]>")
#: Two digits of a year ('90s, ’08), words that lost their head ('em, ’tis): an apostrophe even where it opens a word.
_CLIPPED = re.compile(
    r"\d\ds?(?!\w)|(?:em|tis|twas|twere|til|till|cause|cuz|bout|round|neath|n|nuff|tude|burbs|hood|s|d|ll|re|ve|m)(?!\w)",
    re.IGNORECASE,
)
_BEFORE_OPENING = frozenset("([{</=-–—…|*_")
_AFTER_CLOSING = frozenset(")]}><[.,;:!?/-–—…|*_")
_BEFORE_WORD = frozenset("$£€#@[(")
_SENTENCE_END = frozenset(".,?!…")
_QUOTES = frozenset("\"“”„‟＂«»‹›‘’‚‛'`")
_STOPS = frozenset('.,;:!?…)]—–-%"”»')


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: its place, family and glyph, and which way it can face.

    `sure` marks are nothing else for certain; the others may be apostrophes and count only in pairs. `firm` closings
    stand after punctuation, where no apostrophe stands. `prime` says that it follows a digit and may mean inches.
    `loose` closings may be possessives or elisions (the ministers’ plan).
    """

    span: Span
    family: str
    glyph: str
    opens: bool
    closes: bool
    sure: bool
    firm: bool = False
    prime: bool = False
    loose: bool = False


def fits(opening: Mark, closing: Mark) -> bool:
    """Whether the glyphs of a pair belong together."""
    if len(opening.glyph) == 2 or len(closing.glyph) == 2:
        return (opening.glyph, closing.glyph) in _DOUBLED
    return closing.glyph in _PAIRS.get(opening.glyph, "")


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return what may be a quotation mark in `text` from `start` to `end`, in order."""
    others = {
        at
        for pattern in (_FEET_AND_INCHES, _ATTRIBUTE)
        for match in pattern.finditer(text, start, end)
        for at in range(match.start(), match.end())
    }
    marks: list[Mark] = []
    for match in _MARK.finditer(text, start, end):
        if match.start() in others:
            continue
        for at, glyph in _split(match, text, end):
            mark = _mark(text, at, glyph, start, end)
            if mark is not None:
                marks.append(mark)
    return marks


def _split(match: re.Match[str], text: str, end: int) -> Iterator[tuple[int, str]]:
    """Three single marks in a row are a single and a doubled one: which comes first depends on the side of the word."""
    at, glyph = match.start(), match.group()
    if len(glyph) < 3:
        yield at, glyph
    elif match.end() < end and text[match.end()].isalnum():
        yield at, glyph[:2]
        yield at + 2, glyph[2:]
    else:
        yield at, glyph[:1]
        yield at + 1, glyph[1:]


def _mark(text: str, at: int, glyph: str, start: int, end: int) -> Mark | None:
    before = text[at - 1] if at > start else ""
    after = text[at + len(glyph)] if at + len(glyph) < end else ""
    can_open = not before or before.isspace() or before in _BEFORE_OPENING or before in _QUOTES
    can_open = can_open and bool(after) and not after.isspace()
    can_close = bool(before) and not before.isspace()
    span = Span(at, at + len(glyph))
    family = _FAMILY.get(glyph, DOUBLE)
    if family == SINGLE:
        return _single(text, span, glyph, before, after, can_open, can_close)
    opens, closes = _double_faces(glyph, before, after, can_open, can_close)
    return Mark(span, family, glyph, opens, closes, sure=family == DOUBLE, prime=before.isdigit() and glyph not in "“«")


def _double_faces(glyph: str, before: str, after: str, can_open: bool, can_close: bool) -> tuple[bool, bool]:
    """Curly marks face the way they are drawn, unless they stand where only the other way is possible."""
    ends_word = can_close and (not after or after.isspace() or after in _AFTER_CLOSING or after in _QUOTES)
    if glyph in _ONLY_OPEN:
        return True, False
    if glyph == "“":
        closes = not after or (ends_word and before not in _QUOTES and before not in _BEFORE_OPENING)
        return not closes, closes or before in _SENTENCE_END
    if glyph in ("”", "’’"):
        opens = not before or (before.isspace() and (after.isalnum() or after in _BEFORE_WORD)) or before in "([="
        return opens and bool(after), not opens
    if glyph in "«»‹›":
        return can_open or glyph in "«‹", can_close or glyph in "»›"
    if not can_open and not can_close:  # blanks on both sides, or the only character of the block
        return True, True
    return can_open or (not ends_word and after.isalnum()), can_close or not can_open


def _single(text: str, span: Span, glyph: str, before: str, after: str, can_open: bool, can_close: bool) -> Mark | None:
    if before.isalnum() and after.isalnum():
        return None  # don't, O'Brien, Sana‘a
    opens = (
        can_open and glyph != "’" and (after.isalnum() or after in _BEFORE_WORD or after in _QUOTES or after in "….")
    )
    if opens and _CLIPPED.match(text, span.end):
        return None
    closes = can_close and glyph not in "‘‚‛`"
    if glyph in "‘‚" and can_close and not opens:
        closes = True  # ‚so‘
    if not opens and not closes:
        return None
    firm = closes and before in _STOPS
    loose = closes and before in "sSzZxXnN" and after.isspace()
    return Mark(span, SINGLE, glyph, opens, closes, sure=False, firm=firm, prime=before.isdigit(), loose=loose)
