"""dates/missing-year: a day of another year, and the year is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Option, Rule, Severity, Span, Suggestion
from editcheck_dates.calendar import days_of, spelt
from editcheck_dates.nearby import years_told_near
from editcheck_dates.repairs import range_of, with_comma
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck import Annotation, Article, Facts, Options, TimeExpression

RULE = Rule(
    id="dates/missing-year",
    summary="A day of another year without its year",
    explanation=(
        "A reader takes a day and a month for this year's. Where another year is meant he goes wrong by a year, "
        "and the later a story is read, the likelier that is."
    ),
    severity=Severity.SUGGESTION,
    when_off="In diaries and listings, where every day is of the year on the cover.",
    help="Add the year.",
    options=(
        Option(
            "months", 10, "so many months from publication a date needs its year even within the same year", minimum=1
        ),
        Option("known_days", ("09-11", "07-04", "12-25", "01-01"), "days that are known without a year (MM-DD)"),
        Option("days", 45, "a day of the year before or after needs no year so near to publication (days)", minimum=0),
    ),
    good=(
        Example("The board met on Oct. 12.", published="2016-10-24"),
        Example("The board met on Nov. 9, 2015.", published="2016-10-24"),
        Example("The board met on Dec. 28.", published="2016-01-05", note="a week ago"),
        Example(
            "The war ended in 1918. The guns fell silent on Nov. 11.", published="2016-10-24", note="the year is told"
        ),
        Example("Much has changed since Sept. 11.", published="2016-03-24", note="a day known by its date"),
        Example("The town keeps the anniversary of Nov. 11 every year.", published="2016-10-24"),
    ),
    bad=(
        Example("The board met on [[Nov. 9]] and closed two piers.", published="2016-06-24"),
        Example("The court will rule on [[Feb. 3]] whether the piers stay open.", published="2016-10-20"),
    ),
)
_DAYS_A_MONTH = 30.4
#: American dates end with the day, and a year goes between commas there.
_ENDS_IN_DAY = re.compile(r"[A-Za-z]\.? (?:the )?\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|and|through)\s?\d{1,2})?\Z")
_ANNIVERSARIES = frozenset(
    {"anniversary", "annual", "every", "each", "birthday", "traditionally", "annually", "yearly"}
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each day without a year that lies in another year than that of publication."""
    published = article.day
    if published is None:
        return
    far, near = options.number(RULE, "months") * _DAYS_A_MONTH, options.number(RULE, "days")
    known = options.words(RULE, "known_days")
    for each in own_dates(facts):
        day = _day(each)
        if (
            day is None
            or f"{day:%m-%d}" in known
            or not _is_far(day, published, near, far)
            or _year_is_told(article, facts, each)
        ):
            continue
        yield RULE.annotate(
            each.span,
            f"“{each.text}” seems to mean {spelt(day)}, another year than that of publication: the year is missing"
            if day.year != published.year
            else f"“{each.text}” seems to mean {spelt(day)}, long before or after publication: the year is missing",
            suggestions=_with_year(article, facts, each, day),
            confidence=0.6,
            keys=(day.isoformat(),),
        )


def _day(expression: TimeExpression) -> date | None:
    parts = expression.parts
    if parts is None or parts.year is not None or parts.month is None or parts.day is None or expression.type != "DATE":
        return None
    if expression.basis != "tense":
        return None
    days = days_of(expression.value)
    return days[0] if days is not None else None


def _is_far(day: date, published: date, near: int, far: float) -> bool:
    away = abs((day - published).days)
    return away > far or (day.year != published.year and away > near)


def _year_is_told(article: Article, facts: Facts, expression: TimeExpression) -> bool:
    """Whether a year stands nearby, or the day comes round every year."""
    if years_told_near(article, facts, expression):
        return True
    sentence = facts.sentence_at(expression.span.start)
    return sentence is not None and any(token.text.lower() in _ANNIVERSARIES for token in sentence.tokens)


def _with_year(article: Article, facts: Facts, expression: TimeExpression, day: date) -> tuple[Suggestion, ...]:
    """Offer the year behind the day, or behind the range of days of one year that it begins or ends."""
    last = expression
    within = range_of(facts, expression)
    if within is not None:
        last = facts.dates[within.end]
        months = [
            parts.month for each in (within.begin, within.end) if (parts := facts.dates[each].parts) and parts.month
        ]
        if months != sorted(months):
            return ()
    end = last.span.end
    american = _ENDS_IN_DAY.search(article[expression.span.cover(last.span)]) is not None
    added = with_comma(article, end, f", {day.year}" if american else f" {day.year}")
    if added is None:
        return ()
    if not american:
        added = added.removesuffix(",")
    return (Suggestion(f"Add the year {day.year}", (Edit(Span(end, end), added),)),)
