"""What is told near a date: the years of the same block and the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck import Article, Facts, TimeExpression

__all__ = ["years_told_near"]


def years_told_near(article: Article, facts: Facts, expression: TimeExpression) -> set[int]:
    """Return the years that are told in the block of a date, or in the one before it."""
    block = article.block_index(expression.span)
    near = article.blocks[max(0, block - 1)].span.cover(article.blocks[block].span)
    years = (each.parts.year for each in facts.dates if each.parts is not None and each.span in near)
    return {year for year in years if year is not None}
