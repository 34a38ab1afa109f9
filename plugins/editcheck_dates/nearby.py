"""What is told at a place and near it: the dates of a span, the years of a block and the one before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck import Article, Facts, Span, TimeExpression

__all__ = ["told_at", "years_told_near"]

#: Farther away than so many characters nothing is near, however long the block.
_FAR = 2_000


def told_at(facts: Facts, span: Span) -> Sequence[TimeExpression]:
    """Return the dates and times that share words with a span; those of an article never share any."""
    first = bisect_right(facts.dates, span.start, key=lambda each: each.span.end)
    last = bisect_left(facts.dates, span.end, key=lambda each: each.span.start)
    return facts.dates[first:last]


def years_told_near(article: Article, facts: Facts, expression: TimeExpression) -> set[int]:
    """Return the years that are told in the block of a date, or in the one before it."""
    sentence = facts.sentence_at(expression.span.start)
    if sentence is None:
        return set()
    start = article.blocks[max(0, sentence.block - 1)].span.start
    end = article.blocks[sentence.block].span.end
    first = bisect_left(facts.dates, max(start, expression.span.start - _FAR), key=lambda each: each.span.start)
    last = bisect_left(facts.dates, min(end, expression.span.end + _FAR), key=lambda each: each.span.start)
    years = (each.parts.year for each in facts.dates[first:last] if each.parts is not None)
    return {year for year in years if year is not None}
