"""Whose words a date stands in: what is quoted is the speaker's, unless the article's own words use it too."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from editcheck import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import DateParts, Facts, Span, TimeExpression

__all__ = ["OwnWords", "own_dates"]


def own_dates(facts: Facts) -> Iterator[TimeExpression]:
    """Yield the time expressions that the article answers for, in the order of the text."""
    own = OwnWords(facts)
    return (each for each in facts.dates if own.hold(each))


class OwnWords:
    """Tells which dates the article answers for: those not in quoted speech, and those that it says itself as well."""

    def __init__(self, facts: Facts) -> None:
        speech = sorted(
            (each.content.start, each.content.end) for each in facts.quoted if each.purpose is Purpose.SPEECH
        )
        self._starts = [start for start, _ in speech]
        self._reach = list(accumulate((end for _, end in speech), max))
        self._said = {_key(each) for each in facts.dates if not self._quoted(each.span)}

    def hold(self, expression: TimeExpression) -> bool:
        """Whether a time stands in the article's own words, here or elsewhere."""
        return not self._quoted(expression.span) or _key(expression) in self._said

    def _quoted(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end


def _key(expression: TimeExpression) -> tuple[str, DateParts | None]:
    return expression.value, expression.parts
