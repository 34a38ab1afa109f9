"""dates/ambiguous-weekday: next Friday, this Tuesday: one reader goes this week, another the week after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Edit, Example, Rule, Severity, Suggestion
from editcheck_dates.calendar import MONTHS, WEEKDAYS, days_of, spelt
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck import Annotation, Article, Facts, Options, TimeExpression

RULE = Rule(
    id="dates/ambiguous-weekday",
    summary="Next Friday, this Tuesday: two days fit",
    explanation=(
        "Said on a Wednesday, next Friday is the day after tomorrow to one reader and a week later to another. "
        "Within a week the bare weekday is clear, beyond it the date is."
    ),
    severity=Severity.SUGGESTION,
    help="Use the bare weekday within a week of publication, and the date beyond it.",
    when_off="Where the house has a fixed meaning for next and this, and its readers know it.",
    good=(
        Example("The board meets on Friday.", published="2016-10-12"),
        Example("The board will meet on Friday, Oct. 21.", published="2016-10-12"),
        Example("The board met last Friday.", published="2016-10-12", note="there was only one since a week"),
        Example("The board meets next Monday.", published="2016-10-12", note="the next one is in the next week"),
        Example('"See you next Friday," he said.', published="2016-10-12"),
    ),
    bad=(
        Example("The board will meet [[next Friday]] in the old town hall.", published="2016-10-12"),
        Example("The board met [[last Monday]] and closed two piers.", published="2016-10-14"),
    ),
)
_SINGLING_OUT = ("next ", "this ", "last ", "coming ")


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each weekday with a word before it that leaves two days open."""
    for each in own_dates(facts):
        parts = each.parts
        if parts is None or parts.weekday is None or parts.day is not None or not each.alternatives:
            continue
        if not each.text.lower().startswith(_SINGLING_OUT):
            continue
        days = sorted(span[0] for value in (each.value, *each.alternatives) if (span := days_of(value)) is not None)
        if len(days) > 1:
            yield RULE.annotate(
                each.span,
                f"“{each.text}” may be {' or '.join(map(spelt, days))}",
                suggestions=[_as_date(each, day) for day in days],
                confidence=0.9,
                keys=(each.value, *each.alternatives),
            )


def _as_date(expression: TimeExpression, day: date) -> Suggestion:
    written = f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}"
    return Suggestion(f"Make it {written}", (Edit(expression.span, written),))
