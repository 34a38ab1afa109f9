"""dates/ambiguous-weekday: next Friday, this Tuesday: one reader goes this week, another the week after."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Rule, Severity, Span, Suggestion
from editcheck_dates.calendar import WEEKDAYS, days_of, spelt
from editcheck_dates.date_styles import style_of
from editcheck_dates.repairs import with_comma
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from editcheck import Annotation, Article, Facts, Options, TimeExpression
    from editcheck_dates.date_styles import DateStyle

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
_PREPOSITIONS = frozenset(
    ("on", "by", "until", "till", "from", "since", "before", "after", "for", "of", "to", "and", "or")
)
#: The words up to the weekday; a time of the day may follow them.
_WEEKDAY = re.compile(rf"[a-z ]*?\b(?:{'|'.join(WEEKDAYS)})", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w+)\s+\Z")
#: So many characters before a weekday hold the word before it.
_BESIDE = 20


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
                suggestions=_repairs(article, facts, each, days),
                confidence=0.9,
                keys=(each.value, *each.alternatives),
            )


def _repairs(article: Article, facts: Facts, expression: TimeExpression, days: Sequence[date]) -> list[Suggestion]:
    """Offer the bare weekday within a week of publication, and beyond it the date, written as the article's others."""
    words = _WEEKDAY.match(expression.text)
    place = Span(expression.span.start, expression.span.start + words.end()) if words is not None else expression.span
    if words is None or with_comma(article, place.end, "") is None:
        return []
    style = style_of(facts)
    return [_repair(article, place, style, day) for day in days]


def _repair(article: Article, place: Span, style: DateStyle, day: date) -> Suggestion:
    name = WEEKDAYS[day.weekday()]
    near = article.day is not None and abs((day - article.day).days) < len(WEEKDAYS)
    day_of_month = style.write(None, day.month, day.day)
    written = name if near else f"{name} {day_of_month}" if style.day_first else f"{name}, {day_of_month}"
    text = written
    # British papers say "on Friday"; American ones go without, and set the date off by commas.
    before = _WORD_BEFORE.search(article.text[max(0, place.start - _BESIDE) : place.start])
    if style.day_first and (before is None or before[1].lower() not in _PREPOSITIONS):
        text = f"{'On' if article.text[place.start].isupper() else 'on'} {written}"
    elif not near:
        text = with_comma(article, place.end, written) or written
    return Suggestion(f"Make it {written}", (Edit(place, text),))
