"""dates/markup-mismatch: the words say one date and their markup another."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity
from editcheck_dates.calendar import days_of
from editcheck_dates.nearby import told_at
from editcheck_dates.stated import read_stated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck import Annotation, Article, DateParts, Facts, Options, TimeExpression
    from editcheck_dates.stated import Stated

_HTML = "<p>Two piers are closed.</p>"
RULE = Rule(
    id="dates/markup-mismatch",
    summary="Text and markup say different dates",
    explanation=(
        "Readers see the words; search engines, archives, calendars and screen readers take the markup. Where the "
        "two disagree, one of these audiences gets a wrong date, and nobody sees it on the page."
    ),
    severity=Severity.ERROR,
    when_off="Where a system writes the markup by itself, from another field than the text.",
    help="Find out which is right, and correct the words or the datetime (norm) attribute.",
    good=(
        Example(
            _HTML + '<p>The board met on <time datetime="2016-10-12">Wednesday, Oct. 12</time>.</p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The board met <time datetime="2016-10-12T22:30:00-04:00">Oct. 12 at 10:30 p.m.</time></p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The board met on <time datetime="2016-10-13T02:30:00Z">Oct. 12, 2016</time>.</p>',
            html=True,
            note="still the 12th in America",
        ),
        Example(
            _HTML + '<p>The fair runs <time datetime="2016-10-12">Oct. 12-30</time>.</p>',
            html=True,
            note="the markup gives the start of a range",
        ),
        Example(
            _HTML + '<p>The film is <time datetime="PT2H8M">two hours and eight minutes</time> long.</p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The war began in <time datetime="2014-02-27">February 2014</time>.</p>',
            html=True,
        ),
    ),
    bad=(
        Example(
            _HTML + '<p>The board met on <time datetime="2016-10-11">[[Oct. 12, 2016]]</time>.</p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The board met on <time datetime="2016-10-12">[[Tuesday]]</time>.</p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The war began in <time datetime="2014-03">[[February 2014]]</time>.</p>',
            html=True,
        ),
        Example(
            _HTML + '<p>The treaty of <time datetime="2015">[[2016]]</time> was short.</p>',
            html=True,
        ),
    ),
)
#: The words name a zone: a time without one in the markup is then taken for UTC, as content systems write it.
_ZONE = re.compile(r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T)\b")
_ATTRIBUTES = {"time": "datetime", "chron": "norm"}


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the words of each `<time>` or `<chron>` that say another day than the element."""
    for markup in article.markup:
        written = markup.get(_ATTRIBUTES.get(markup.name, "")) or ""
        stated = read_stated(written)
        told = [each for each in told_at(facts, markup.span) if each.type in ("DATE", "TIME")]
        if stated is None or not told or any(_agree(each, stated) for each in told):
            continue
        first = told[0]
        yield RULE.annotate(
            first.span,
            f"The words say “{first.text}”, the markup says {stated.spelt()} ({_ATTRIBUTES[markup.name]}={written})",
            related=[Related(markup.span, "the element that states the date")],
            confidence=0.95,
            keys=(first.value, stated.spelt()),
        )


def _agree(told: TimeExpression, stated: Stated) -> bool:
    """Whether the words can mean what the markup states, as far as both say anything."""
    if told.parts is None:
        return _near(told, stated)
    if _ZONE.search(told.text):
        stated = stated.in_utc()
    if not _hours_agree(told, stated):
        return False
    days = stated.days()
    if days:
        return any(_fits(told.parts, day) for day in days)
    if told.parts.weekday is not None and told.parts.day is None:
        return True
    pairs = ((told.parts.year, stated.year), (told.parts.month, stated.month), (told.parts.day, stated.day))
    return all(one is None or other is None or one == other for one, other in pairs)


def _fits(parts: DateParts, day: date) -> bool:
    pairs = ((parts.year, day.year), (parts.month, day.month), (parts.day, day.day), (parts.weekday, day.isoweekday()))
    return all(told is None or told == real for told, real in pairs)


def _hours_agree(told: TimeExpression, stated: Stated) -> bool:
    """Compare times of the day only where the markup names no zone; the words seldom say which one theirs is."""
    parts = told.parts
    if parts is None or parts.hour is None or stated.hour is None or stated.moment is not None:
        return True
    same_minute = parts.minute is None or parts.minute == stated.minute
    return parts.hour % 12 == stated.hour % 12 and same_minute


def _near(told: TimeExpression, stated: Stated) -> bool:
    """Whether a relative date (yesterday, last month) is the stated one, or next to it: pages are read elsewhere."""
    span, days = days_of(told.value), stated.days()
    if span is None or not days:
        return True
    return days[0] - timedelta(days=1) <= span[1] and span[0] <= days[-1] + timedelta(days=1)
