"""A place of an article in every way that an editor's tool may need: the report's `target`, as JSON values.

Three counts stand side by side: code points of the readable text and of the W3C scope, UTF-16 code units within a
block for JavaScript editors, characters and bytes of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeAlias

from editcheck.reports.selectors import Element, ScopeRange, Selectors, TextQuote

if TYPE_CHECKING:
    from editcheck.article import Article, Block, SourceRange, Span

__all__ = ["Json", "JsonObject", "Places"]

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"

#: What takes two UTF-16 code units.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Places:
    """Tells the places of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._selectors = Selectors(article)
        self._block_starts = [block.span.start for block in article.blocks]
        self._block_ends = [block.span.end for block in article.blocks]
        self._astral = [match.start() for match in _ASTRAL.finditer(article.text)]

    def target(self, span: Span) -> JsonObject:
        """Return a span as the report's `target`."""
        return {
            "quote": self._article[span],
            "range": text_range(span),
            "blocks": self.blocks(span),
            "selector": self._selector(span),
            "source": [self.source(each) for each in self._article.locate(span)],
        }

    def blocks(self, span: Span) -> list[Json]:
        """Return the blocks that a span touches, each with a range in UTF-16 code units from its start."""
        first = bisect_left(self._block_ends, span.start)
        last = bisect_right(self._block_starts, span.end)
        touched = range(first, max(first, last))
        held = [index for index in touched if _shares(self._article.blocks[index].span, span)]
        return [self._block_range(index, self._article.blocks[index], span) for index in held or touched]

    def source(self, place: SourceRange) -> JsonObject:
        """Return a range of the file."""
        return {
            **self.extent(place),
            "xpath": place.xpath,
            "part": place.part,
            "escapes": [*place.escapes],
        }

    def extent(self, place: SourceRange) -> JsonObject:
        """Return where a range of the file begins and ends, in all counts."""
        end_line, end_column = self._article.source.position(place.end)
        return {
            "start": place.start,
            "end": place.end,
            "byteStart": place.byte_start,
            "byteEnd": place.byte_end,
            "line": place.line,
            "column": place.column,
            "endLine": end_line,
            "endColumn": end_column,
        }

    def _selector(self, span: Span) -> list[Json]:
        place = self._selectors.position(span)
        if place is None:
            return []
        found: list[Json] = [_text_quote(self._selectors.quote(place)), _text_position(place)]
        element = self._selectors.element(span, place)
        return found if element is None else [*found, _xpath(element)]

    def _block_range(self, index: int, block: Block, span: Span) -> JsonObject:
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        return {
            "index": index,
            "kind": block.kind.value,
            "start": self._units(block.span.start, start),
            "end": self._units(block.span.start, end),
        }

    def _units(self, start: int, end: int) -> int:
        """Return how many UTF-16 code units stand between two offsets."""
        return end - start + bisect_left(self._astral, end) - bisect_left(self._astral, start)


def text_range(span: Span) -> JsonObject:
    """Return a range of the readable text."""
    return {"start": span.start, "end": span.end}


def _shares(block: Span, span: Span) -> bool:
    """Whether a block has a character of a span; a span of no length lies in the block that it touches."""
    return block.overlaps(span) if len(span) else block.start <= span.start <= block.end


def _text_quote(quote: TextQuote) -> JsonObject:
    return {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _text_position(place: ScopeRange) -> JsonObject:
    return {"type": "TextPositionSelector", "start": place.start, "end": place.end}


def _xpath(element: Element) -> JsonObject:
    return {"type": "XPathSelector", "value": element.xpath, "refinedBy": _text_quote(element.quote)}
