"""dates/weekday-mismatch: the weekday and the day of the month do not go together."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from editcheck import Example, Option, Rule, Severity, Suggestion
from editcheck_dates.calendar import WEEKDAYS, spelt, weekday_of
from editcheck_dates.nearby import years_told_near
from editcheck_dates.repairs import edit_at, keeps_range, put_figure
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, DateParts, Facts, Options, TimeExpression

RULE = Rule(
    id="dates/weekday-mismatch",
    summary="The weekday is not the one of that day",
    explanation=(
        "One of the two is wrong, and a reader who wants to be there comes on the wrong day. It happens when a "
        "date is typed from memory, or one of the two is changed when a story is updated."
    ),
    severity=Severity.ERROR,
    when_off="In history by other calendars than the Gregorian.",
    help="Find out which of the two is right: both repairs are offered.",
    options=(
        Option(
            "sure_days",
            60,
            "so many days around publication a date without a year is of that year for sure; farther away it is "
            "reported only where the weekday fits the years before and after no better",
            minimum=0,
        ),
    ),
    good=(
        Example("The board met on Wednesday, 12 October 2016.", published="2016-10-24"),
        Example("The board met on Wednesday, Oct. 12.", published="2016-10-24", note="the year is that of publication"),
        Example("The board met on Tuesday, Dec. 29.", published="2016-01-06", note="the year before, understood"),
        Example("The map appeared in the Harbor Sun, October 16, 2014.", note="a newspaper's name"),
        Example("The board met Tuesday. On Oct. 12 it had no quorum.", note="two dates"),
    ),
    bad=(
        Example("The board met on [[Tuesday, 12 October 2016]], in the old town hall.", published="2016-10-24"),
        Example("The board met on [[Tues., Oct. 12]], and closed two piers.", published="2016-10-24"),
        Example("The board meets again on [[Friday 4 November]].", published="2017-10-24"),
    ),
)

#: Weekdays that are shortened to more than three letters.
_SHORT = {"Tuesday": "Tues", "Thursday": "Thurs"}


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each full date whose weekday is another than the one that is told."""
    sure = options.number(RULE, "sure_days")
    for each in own_dates(facts):
        parts = each.parts
        if parts is None or parts.weekday is None or parts.month is None or parts.day is None:
            continue
        day = _day_told(parts) if parts.year is not None else _day_understood(article, facts, each, sure)
        if day is None or day.isoweekday() == parts.weekday:
            continue
        told = WEEKDAYS[parts.weekday - 1]
        verb = "is" if article.day is not None and day >= article.day else "was"
        yield RULE.annotate(
            each.span,
            f"{spelt(day)} {verb} a {weekday_of(day)}, not a {told}",
            suggestions=_repairs(facts, each, parts, day),
            confidence=0.98 if parts.year is not None else 0.9,
            keys=(day.isoformat(), told),
        )


def _day_told(parts: DateParts) -> date | None:
    return _day(parts.year or 0, parts.month or 0, parts.day or 0)


def _day_understood(article: Article, facts: Facts, expression: TimeExpression, sure: int) -> date | None:
    """Return the day of a date without a year: the nearest to publication, unless its weekday fits another year.

    The years before and after count only beyond `sure` days, a year that is told nearby always.
    """
    parts, published = expression.parts, article.day
    if parts is None or published is None:
        return None
    years = {published.year - 1, published.year, published.year + 1}
    nearby = _days(parts, years, published)
    if not nearby:
        return None
    nearest = nearby[0]
    others = _days(parts, years_told_near(article, facts, expression), published)
    if abs((nearest - published).days) > sure:
        others += nearby
    return None if any(each.isoweekday() == parts.weekday for each in others) else nearest


def _days(parts: DateParts, years: Iterable[int], published: date) -> list[date]:
    """Return the day in each of the years in which there is one, the nearest to publication first."""
    days = [_day(year, parts.month or 0, parts.day or 0) for year in years]
    return sorted((each for each in days if each is not None), key=lambda each: (abs((each - published).days), each))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _repairs(facts: Facts, expression: TimeExpression, parts: DateParts, day: date) -> tuple[Suggestion, ...]:
    """Offer the right weekday for the day, and the nearest day for the weekday."""
    return tuple(filter(None, (_other_weekday(expression, day), _other_day(facts, expression, parts, day))))


def _other_weekday(expression: TimeExpression, day: date) -> Suggestion | None:
    word = re.search(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*", expression.text, re.IGNORECASE)
    if word is None:
        return None
    right = weekday_of(day)
    short = len(word[0]) < len("Friday")
    written = _SHORT.get(right, right[:3]) if short else right
    written = written.upper() if word[0].isupper() else written
    return Suggestion(f"Make it {right}", (edit_at(expression, word, written),))


def _other_day(facts: Facts, expression: TimeExpression, parts: DateParts, day: date) -> Suggestion | None:
    ahead = ((parts.weekday or 0) - day.isoweekday()) % 7
    near = day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    edit = put_figure(expression, day.day, near.day)
    if edit is None or near.month != day.month or not keeps_range(facts, expression, near.day):
        return None
    return Suggestion(f"Make it {spelt(near)}", (edit,))
