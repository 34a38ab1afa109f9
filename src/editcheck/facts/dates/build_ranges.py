"""Builders of ranges; the patterns are in data/dates_ranges.toml and dates_shortened.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.dates.build_calendar import dated
from editcheck.facts.dates.building import builder, following
from editcheck.facts.dates.clock import OClock, TimeOfDay
from editcheck.facts.dates.cycles import Weekday, Which
from editcheck.facts.dates.dated import Recurring
from editcheck.facts.dates.meaning import Meaning
from editcheck.facts.dates.ranges import Ends
from editcheck.facts.dates.stretches import Stretch, Unit
from editcheck.facts.dates.written import Fixed
from editcheck.facts.model import DateParts

if TYPE_CHECKING:
    from editcheck.facts.dates.grammar import Match
    from editcheck.facts.dates.words import Item


@builder
def ends(match: Match) -> Ends | None:
    """Make from one date to another."""
    begin, end = match.get("begin"), match.get("end")
    if not isinstance(begin, Meaning) or not isinstance(end, Meaning) or not _of_a_kind(begin, end):
        return None
    return Ends(begin, end, match.named["begin"][0].span, match.named["end"][0].span)


@builder
def sharing_a_year(match: Match) -> Ends | None:
    """Make July and August 2012, where the year stands once."""
    begin, end = match.get("begin"), match.get("end")
    if not isinstance(begin, Recurring) or not isinstance(end, Fixed) or isinstance(begin.cycle, Weekday):
        return None
    return ends(match) if begin.which is Which.PLAIN and begin.grain is end.grain else None


def _of_a_kind(begin: Meaning, end: Meaning) -> bool:
    """Whether a range can have these ends: a weekday goes with a day or an hour ("revised Friday to December's")."""
    plain = [each for each in (begin, end) if isinstance(each, Recurring) and isinstance(each.cycle, Weekday)]
    return not plain or all(each.grain in (None, Unit.DAY) for each in (begin, end))


@builder
def days_of_month(match: Match) -> Ends | None:
    """Make Oct. 12-30, 12-30 October: the month stands once."""
    month, year = match.number("MONTH"), match.number("YEAR")
    first, last = match.number("begin") or 0, match.number("end") or 0
    if not (1 <= first <= 31 and 1 <= last <= 31) or _counts(match.named["end"][0], match):
        return None
    begin = dated(DateParts(year, month, first, match.number("WEEKDAY")))
    end = dated(DateParts(year, month, last, match.number("until")))
    return Ends(begin, end, *_spans(match))


def _counts(item: Item, match: Match) -> bool:
    """Whether the second figure belongs to a noun after it: "Oct. 12 to 30 people"."""
    after = following(item)
    token = item.sentence.tokens[item.last]
    return item is match.items[-1] and after is not None and token.dep == "nummod" and token.head > item.last


def _spans(match: Match) -> tuple[Span, Span]:
    """Return where the words of both ends stand: everything up to the first figure, everything from the second on."""
    begin, end = match.named["begin"][0].span, match.named["end"][0].span
    start = next(item for item in match.items if item.text not in ("from", "between"))
    second = match.named["until"][0].span.start if "until" in match else end.start
    return Span(start.span.start, begin.end), Span(second, match.items[-1].span.end)


@builder
def years(match: Match) -> Ends | None:
    """Make 2019-21, 1989-90."""
    first, last = match.number("YEAR") or 0, match.number("end") or 0
    second = first - first % 100 + last
    if second <= first:
        return None
    spans = match.named["YEAR"][0].span, match.named["end"][0].span
    return Ends(_year(first), _year(second), *spans)


@builder
def centuries(match: Match) -> Ends | None:
    """Make the 18th and 19th centuries."""
    first, last = match.number("begin") or 0, match.number("end") or 0
    if not 1 < first < last <= 30:
        return None
    begin, end = (Fixed(Stretch(Unit.CENTURY, number - 1)) for number in (first, last))
    return Ends(begin, end, *_spans(match))


def _year(year: int) -> Fixed:
    return Fixed(Stretch.of_year(year), DateParts(year))


@builder
def hours(match: Match) -> Ends | None:
    """Make 9 to 11 a.m., 9:30-11:30 p.m.: morning or afternoon stands once."""
    half = match.number("HALFDAY") or 0
    first, last = match.number("begin") or 0, match.number("end") or 0
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    begin_half = half if first % 12 <= last % 12 else 12 - half
    begin = TimeOfDay(OClock(first % 12 + begin_half, match.number("minute")))
    end = TimeOfDay(OClock(last % 12 + half, match.number("further")))
    return Ends(begin, end, *_spans(match))
