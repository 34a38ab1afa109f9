"""Whose words a date stands in: what is quoted is the speaker's, unless the article's own words use it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Facts, TimeExpression

__all__ = ["ours", "own_dates"]


def own_dates(facts: Facts) -> Iterator[TimeExpression]:
    """Yield the time expressions that the article answers for, in the order of the text."""
    return (each for each in facts.dates if ours(facts, each))


def ours(facts: Facts, expression: TimeExpression) -> bool:
    """Whether the article answers for a time: it is not in quoted speech, or the article says the same itself."""
    if not facts.is_quoted(expression.span):
        return True
    same = (other for other in facts.dates if other is not expression and _alike(other, expression))
    return any(not facts.is_quoted(other.span) for other in same)


def _alike(one: TimeExpression, other: TimeExpression) -> bool:
    return one.value == other.value and one.parts == other.parts
