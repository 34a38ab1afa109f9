"""W3C Web Annotation selectors of a span: the quote with its surroundings, its position, the element that holds it.

Quotes and positions count over `Article.scope`, the text as a DOM client sees it, in Unicode code points. A prefix and
a suffix are as long as it takes to be found once only: clients that search for the words would else mark a twin.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Article, Piece, Span

__all__ = ["ScopeRange", "Selectors", "TextQuote", "quote_in"]

#: Characters of prefix and suffix to begin with, as W3C examples and Hypothesis have them.
_CONTEXT = 32
#: Characters of prefixes and suffixes that one report may have before no more are lengthened beyond `_SHORT`: on a real
#: page, with its text on it twice, a thousand annotations need no more. A refrain of a megabyte would need gigabytes.
_MOST_SPENT = 16 * 1024 * 1024
_SHORT = 1024

_JOINER = "\N{ZERO WIDTH JOINER}"

#: One step of an XPath with its predicates, in which a slash is no separator.
_STEP = re.compile(r"/(?:[^/\[]|\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\])*")


@dataclass(frozen=True, slots=True)
class ScopeRange:
    """A range of a scope's text, in code points; the end is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextQuote:
    """What a TextQuoteSelector says: the words as they stand in the scope, and what stands around them."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Element:
    """The innermost element around some words, and the quote that finds them in it."""

    xpath: str
    quote: TextQuote


class Selectors:
    """Makes the selectors of one article's spans."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._to_spend = _MOST_SPENT

    def position(self, span: Span) -> ScopeRange | None:
        """Return where a span stands in the scope, None where the source does not have it."""
        return _extent(list(self._article.pieces_of(span)))

    def quote(self, place: ScopeRange) -> TextQuote:
        """Return the words of a place, with prefix and suffix that make them unique in the scope."""
        return self._quote_in(place, ScopeRange(0, len(self._article.scope.text)))

    def element(self, span: Span, place: ScopeRange) -> Element | None:
        """Return the innermost element that holds a span, None where the source has no elements.

        Its quote is unique in all of its text, which may have words that the article has not: hidden ones, a script's.
        """
        xpaths = list(dict.fromkeys(piece.xpath for piece in self._article.pieces_of(span)))
        common = _common_ancestor([xpath for xpath in xpaths if xpath is not None])
        extent = self._article.scope.elements.get(common)
        if extent is None or None in xpaths:
            return None
        return Element(common, self._quote_in(place, ScopeRange(*extent)))

    def _quote_in(self, place: ScopeRange, within: ScopeRange) -> TextQuote:
        """Make a quote; where a text repeats itself so much that all quotes are as long as it, not all can be."""
        most = None if self._to_spend > 0 else _SHORT
        quote = quote_in(self._article.scope.text, place, within, most)
        self._to_spend -= len(quote.prefix) + len(quote.suffix)
        return quote


def quote_in(text: str, place: ScopeRange, within: ScopeRange, most: int | None = None) -> TextQuote:
    """Return a quote of `place` that occurs once in a range of `text`.

    Prefix and suffix are doubled until it does, or they have `most` characters, so that at most a logarithmic number
    of searches is needed; they never leave the range nor begin or end inside a character of several code points.
    """
    size = _CONTEXT
    while True:
        start = max(within.start, _cluster_start(text, place.start - size))
        end = min(within.end, _cluster_end(text, place.end + size))
        whole = start == within.start and end == within.end
        long_enough = most is not None and size >= most
        if whole or long_enough or _occurs_once(text, ScopeRange(start, end), within):
            return TextQuote(text[place.start : place.end], text[start : place.start], text[place.end : end])
        size *= 2


def _occurs_once(text: str, found: ScopeRange, within: ScopeRange) -> bool:
    words = text[found.start : found.end]
    first = text.find(words, within.start, within.end)
    return first == found.start and text.find(words, first + 1, within.end) == -1


def _extent(pieces: Sequence[Piece]) -> ScopeRange | None:
    if not pieces:
        return None
    start, end = min(piece.scope_start for piece in pieces), max(piece.scope_end for piece in pieces)
    return ScopeRange(start, end) if start < end else None


def _common_ancestor(xpaths: Sequence[str]) -> str:
    """Return the path of the innermost element that holds all others, an empty string where there is none."""
    paths = [_STEP.findall(xpath) for xpath in xpaths]
    same: Iterator[tuple[str, ...]] = takewhile(lambda steps: len(set(steps)) == 1, zip(*paths, strict=False))
    return "".join(steps[0] for steps in same)


def _cluster_start(text: str, offset: int) -> int:
    """Move an offset back to where the character begins that it lies in."""
    offset = max(0, offset)
    while 0 < offset < len(text) and _goes_on(text, offset):
        offset -= 1
    return offset


def _cluster_end(text: str, offset: int) -> int:
    """Move an offset on to where the character ends that it lies in."""
    offset = min(len(text), offset)
    while 0 < offset < len(text) and _goes_on(text, offset):
        offset += 1
    return offset


def _goes_on(text: str, offset: int) -> bool:
    """Whether the code point at an offset belongs to the character before it (UAX 29, without Hangul jamo)."""
    before, here = text[offset - 1], text[offset]
    if before == "\r" and here == "\n":
        return True
    if before in "\r\n":
        return False
    if before == _JOINER or here == _JOINER or unicodedata.category(here).startswith("M"):
        return True
    if "\U0001f3fb" <= here <= "\U0001f3ff" or "\U000e0020" <= here <= "\U000e007f":  # a skin's tone, a region's tag
        return True
    return _both_regional(before, here)


def _both_regional(before: str, here: str) -> bool:
    """Whether two code points are letters of flags; which two belong together is not asked: context may be longer."""
    return "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= here <= "\U0001f1ff"
