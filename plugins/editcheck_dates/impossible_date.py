"""dates/impossible-date: a day or an hour that there is not."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity, Suggestion
from editcheck_dates.calendar import month_of
from editcheck_dates.repairs import keeps_range, put_figure
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, DateParts, Facts, Options, TimeExpression

RULE = Rule(
    id="dates/impossible-date",
    summary="A day or an hour that there is not",
    explanation=(
        "31 November is a slip for one of two days, and the reader cannot tell for which. It is of no use to "
        "somebody who has to be there, and whoever notices trusts the other figures less."
    ),
    severity=Severity.ERROR,
    when_off="Never: no calendar has such a day. In copy that quotes forged papers, ignore it there.",
    help="Find out which day or hour is meant.",
    good=(
        Example("The trial opens on 29 February 2016.", note="a leap day"),
        Example("The trial opens on 30 November 2016 and closes on Dec. 31."),
        Example("The polls close at 24:00 on Sunday.", note="midnight"),
        Example("In April 31 people were hurt on the road.", note="a number of people"),
        Example('"I will pay you on the 31st of June," he said, and laughed.', note="the speaker's joke"),
    ),
    bad=(
        Example("The trial opens on [[31 November]]."),
        Example("She was born on [[February 29, 2023]], the hospital said."),
        Example("The store opens on [[Friday, June 31]]."),
        Example("On Sunday the polls close at [[25:00]]."),
    ),
)
_MONTHS_OF_30_DAYS = frozenset({4, 6, 9, 11})
_FEBRUARY = 2


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each day of the month, and each time of the day, that cannot be."""
    for each in own_dates(facts):
        parts = each.parts
        if parts is None or "XX" not in each.value:
            continue
        if each.type == "TIME" and each.value.endswith("TXX:XX") and parts.hour is not None:
            yield RULE.annotate(each.span, _about_hour(parts), keys=(f"{parts.hour}:{parts.minute}",))
        elif parts.month is not None and parts.day is not None and each.value == "XXXX-XX-XX":
            yield RULE.annotate(
                each.span,
                _about_day(parts.month, parts.day, parts.year),
                suggestions=_repair(article, facts, each, parts),
                keys=(f"{parts.year or 'XXXX'}-{parts.month:02d}-{parts.day:02d}",),
            )


def _about_hour(parts: DateParts) -> str:
    return f"There is no {parts.hour}:{parts.minute or 0:02d}: the day has 24 hours of 60 minutes"


def _about_day(month: int, day: int, year: int | None) -> str:
    if month == _FEBRUARY and day == 29 and year is not None:
        return f"There is no 29 February {year}: {year} is no leap year"
    last = _last_day(month, year)
    return f"There is no {day} {month_of(month)}: {month_of(month)} has {last} days"


def _last_day(month: int, year: int | None) -> int:
    if month == _FEBRUARY:
        return 28 if year is not None and not isleap(year) else 29
    return 30 if month in _MONTHS_OF_30_DAYS else 31


def _repair(article: Article, facts: Facts, expression: TimeExpression, parts: DateParts) -> tuple[Suggestion, ...]:
    """Offer the last day of the month in the place of the figure, unless a weekday or a range beside it forbids."""
    month, day = parts.month or 1, parts.day or 1
    year = parts.year or (article.day.year if article.day is not None else None)
    last = _last_day(month, year)
    edit = put_figure(expression, day, last)
    weekday = date(year, month, last).isoweekday() if year is not None else parts.weekday
    if edit is None or parts.weekday not in (None, weekday) or not keeps_range(facts, expression, last):
        return ()
    return (Suggestion(f"Make it {last} {month_of(month)}", (edit,)),)
