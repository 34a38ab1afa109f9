"""Builders of dates by the calendar; the patterns are in data/dates_calendar.toml."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from editcheck.facts.dates.building import builder, following, preceding
from editcheck.facts.dates.cycles import DayOfYear, Holiday, PartOfYear, Weekday, Weekend, Which
from editcheck.facts.dates.dated import Deictic, Recurring
from editcheck.facts.dates.portions import Containing, Part
from editcheck.facts.dates.stretches import Stretch, Unit, is_day
from editcheck.facts.dates.written import Figures, Fixed, Impossible, ShortDecade
from editcheck.facts.model import DateParts

if TYPE_CHECKING:
    from editcheck.facts.dates.grammar import Match
    from editcheck.facts.dates.meaning import Meaning
    from editcheck.facts.dates.words import Item

_LAST_OF_NEXT_CENTURY = 40
_WHICH = {"last": Which.LAST, "next": Which.NEXT, "this": Which.THIS, "coming": Which.COMING, "past": Which.LAST}


@builder
def day(match: Match) -> Meaning | None:
    """Make a day of a month, with its year or without."""
    month, number, year = match.number("MONTH") or 0, match.number("day") or 0, _year(match)
    if not 1 <= number <= 31 or (year is None and _counts_something(match)):
        return None
    if year is None and (month, number) == _NINE_ELEVEN[1:] and _is_of_terror(match):
        year = _NINE_ELEVEN[0]
    return dated(DateParts(year, month, number, match.number("WEEKDAY")))


_NINE_ELEVEN = (2001, 9, 11)


def _is_of_terror(match: Match) -> bool:
    """Whether a noun follows that tells which 11 September it is: the Sept. 11 attacks, the September 11 hijackers."""
    after = following(match.items[-1])
    if after is None:
        return False
    return after.text.lower() == "attacks" or after.lemma.lower() in ("hijacker", "hijacking", "terrorist", "terror")


def dated(parts: DateParts, which: Which = Which.PLAIN) -> Meaning:
    """Return the meaning of a day of a month, of the year that is told or of one to be found."""
    month, number = parts.month or 1, parts.day or 1
    if not is_day(parts.year, month, number):
        return Impossible(parts)
    if parts.year is None:
        return Recurring(DayOfYear(month, number), which, parts)
    return Fixed(Stretch.of_day(date(parts.year, month, number)), parts)


def _counts_something(match: Match) -> bool:
    """Whether the figure beside the month belongs to a noun after it: "in March 12 people died"."""
    item, _ = match.named["day"]
    month, after = match.named["MONTH"][0], following(item)
    if month.span.start > item.span.start or after is None:
        return False
    if item.text.isalpha() and after.pos in ("NOUN", "PROPN", "ADJ"):
        return True
    token, before = item.sentence.tokens[item.last], preceding(month)
    if before is not None and before.text.lower() == "in" and after.pos == "NOUN":
        return True
    head = item.sentence.tokens[token.head]
    counted = token.dep in ("nummod", "quantmod") and token.head > item.last and head.tag == "NNS"
    return counted or after.text in ("%", "percent") or after.lemma in ("million", "billion", "thousand")


def _year(match: Match) -> int | None:
    found = match.number("YEAR")
    return full_year(match.number("short")) if found is None and "short" in match else found


def full_year(year: int | None) -> int | None:
    """Return the year that two figures stand for: '94 is 1994, '16 is 2016; a longer number stays as it is."""
    if year is None or year >= 100:
        return year
    return year + (2000 if year < _LAST_OF_NEXT_CENTURY else 1900)


@builder
def figures(match: Match) -> Meaning | None:
    """Make a day in figures: 2016-10-12, 10/12/2016."""
    first, second = match.number("month") or 0, match.number("day") or 0
    year = match.number("YEAR") or full_year(match.number("year")) or 0
    if not 1 <= max(first, second) <= 31 or min(first, second) < 1 or min(first, second) > 12:
        return None
    if "YEAR" in match:
        return dated(DateParts(year, first, second))
    return Figures(first, second, year, european=any(item.text == "." for item in match.items))


@builder
def nine_eleven(match: Match) -> Meaning:
    """Make the day of the attacks on New York."""
    return Fixed(Stretch.of_day(date(*_NINE_ELEVEN)))


@builder
def chosen_day(match: Match) -> Meaning:
    """Make last Oct. 23."""
    parts = DateParts(None, match.number("MONTH"), match.number("day"))
    return dated(parts, which(match))


def which(match: Match) -> Which:
    """Return which one the words before a day, month, season single out; the last of such words tells."""
    found = [_WHICH[item.text] for item in match.items if item.text in _WHICH]
    return found[-1] if found else Which.PLAIN


@builder
def month(match: Match) -> Meaning:
    """Make a month, with its year or without."""
    number, year = match.number("MONTH") or 1, _year(match)
    parts = DateParts(year, number)
    cycle = PartOfYear(Unit.MONTH, number)
    return Recurring(cycle, Which.PLAIN, parts) if year is None else Fixed(cycle.at(year), parts)


@builder
def chosen_month(match: Match) -> Meaning:
    """Make last April."""
    number = match.number("MONTH") or 1
    return Recurring(PartOfYear(Unit.MONTH, number), which(match), DateParts(None, number))


@builder
def year(match: Match) -> Meaning | None:
    """Make a year, where the figure is one."""
    number = _year(match)
    item = match.items[-1]
    if number is None or (len(match.items) == 1 and "YEAR" in item.categories and not _is_year(item, number)):
        return None
    return Fixed(Stretch.of_year(number), DateParts(number))


@builder
def short_year(match: Match) -> Meaning | None:
    """Make '94, where it is no number of feet, and nothing is possessed or quoted (the show '60 Minutes')."""
    number, before, after = full_year(match.number("short")), preceding(match.items[0]), following(match.items[-1])
    if number is None or before is None or before.span.end == match.items[0].span.start:
        return None
    if after is not None and after.text.lower() in ("seconds", "minutes", "hours", "days"):
        return None
    return Fixed(Stretch.of_year(number), DateParts(number))


_BEFORE_A_YEAR = frozenset(
    [
        "in",
        "since",
        "from",
        "to",
        "until",
        "till",
        "by",
        "of",
        "during",
        "for",
        "through",
        "before",
        "after",
        "between",
        "and",
        "or",
        "circa",
        "around",
        "about",
        "early",
        "late",
        "mid",
        "the",
        "than",
        "over",
        "throughout",
        "into",
        "year",
    ]
)


#: What a number behind it tells apart: Flight 1963, Room 2010.
_NUMBERED = frozenset(["flight", "room", "route", "highway", "suite", "page", "unit", "no.", "number", "resolution"])


def _is_year(item: Item, number: int) -> bool:
    """Whether a figure that stands alone is a year."""
    before, after = preceding(item), following(item)
    previous = before.text.lower() if before is not None else ""
    if _part_of_a_word(item) or previous in _NUMBERED:
        return False
    if before is not None and before.pos == "PROPN" and _named_together(item):
        return False
    if 1900 <= number <= 2099:
        return not (number % 100 == 0 and previous != "in" and after is not None and after.tag == "NNS")
    return previous in _BEFORE_A_YEAR and (after is None or after.tag not in ("NNS", "NNPS", "NN", "NNP", "JJ"))


_BEFORE_A_YEAR_IN_A_WORD = re.compile(r"(?:mid|post|pre|early|late|end|start|\(?[12]\d{3})[-–—]")


def _part_of_a_word(item: Item) -> bool:
    """Whether other characters hang on the figure: a currency, a percentage, "A-1989"; mid-1996 is a year."""
    tokens, token = item.sentence.tokens, item.sentence.tokens[item.first]
    before, after, token_end = preceding(item), following(item), item.sentence.tokens[item.last].span.end
    inside = token.text[: item.span.start - token.span.start].lower()
    if inside and not _BEFORE_A_YEAR_IN_A_WORD.fullmatch(inside):
        return True
    if token.span.end > item.span.end and token.text[item.span.end - token.span.start] not in "-–—'’":
        return True
    if before is not None and before.span.end == token.span.start and before.text[-1] in "$£€#%/:.,":
        return True
    if after is None or after.span.start != token_end or after.text[0] not in "%/:":
        return False
    further = tokens[item.last + 2] if item.last + 2 < len(tokens) else None
    return after.text[0] != ":" or (further is not None and further.span.start == after.span.end)


def _named_together(item: Item) -> bool:
    """Whether the figure belongs to a name before it: Windows 2000."""
    span = item.span
    return any(
        span in each.span and each.span.start < span.start and each.label in ("PRODUCT", "ORG", "WORK_OF_ART", "PERSON")
        for each in item.sentence.entities
    )


@builder
def decade(match: Match) -> Meaning | None:
    """Make a decade, of this century or the last where the century is not told; not "in her thirties".

    The 1800s are a century.
    """
    number = match.number("DECADE") or match.number("DECADEWORD")
    before = preceding(match.items[0])
    if number is None or (number < 100 and before is not None and before.tag == "PRP$"):
        return None
    if number < 30:
        return ShortDecade(number)
    if number < 100:
        number += 1900
    if number % 100 == 0 and number < 2000:
        return Fixed(Stretch(Unit.CENTURY, number // 100))
    return Fixed(Stretch(Unit.DECADE, number // 10))


@builder
def decade_of_year(match: Match) -> Meaning | None:
    """Make the 1980's."""
    number = match.number("YEAR") or 0
    return Fixed(Stretch(Unit.DECADE, number // 10)) if number % 10 == 0 else None


@builder
def century(match: Match) -> Meaning | None:
    """Make a century: the 20th is the 1900s."""
    number = match.number("ORDINAL") or 0
    return Fixed(Stretch(Unit.CENTURY, number - 1)) if 1 < number <= 30 else None


@builder
def quarter(match: Match) -> Meaning | None:
    """Make a quarter, with its year or without."""
    number = match.number("QUARTER") or match.number("ORDINAL") or 0
    return _part_of_year(Unit.QUARTER, number, match) if 1 <= number <= 4 else None


@builder
def half(match: Match) -> Meaning:
    """Make a half of a year: H1 2015."""
    return _part_of_year(Unit.HALF, match.number("HALFYEAR") or 1, match)


@builder
def season(match: Match) -> Meaning:
    """Make a season, with its year or without."""
    return _part_of_year(Unit.SEASON, match.number("SEASON") or 1, match)


def _part_of_year(unit: Unit, number: int, match: Match) -> Meaning:
    cycle, told = PartOfYear(unit, number), _year(match)
    return Recurring(cycle) if told is None else Fixed(cycle.at(told))


@builder
def chosen_season(match: Match) -> Meaning:
    """Make last fall."""
    return Recurring(PartOfYear(Unit.SEASON, match.number("SEASON") or 1), which(match))


@builder
def weekday(match: Match) -> Meaning:
    """Make a day of the week, plain or chosen."""
    number = match.number("WEEKDAY") or 1
    return Recurring(Weekday(number), which(match), DateParts(weekday=number))


@builder
def weekday_of_week(match: Match) -> Meaning:
    """Make Monday of last week."""
    offset = {Which.LAST: -1, Which.NEXT: 1}.get(which(match), 0)
    number = match.number("WEEKDAY") or 1
    return Part(Weekday(number), Deictic(Unit.WEEK, offset), parts=DateParts(weekday=number))


@builder
def weekend(match: Match) -> Meaning | None:
    """Make the weekend; "the weekend of May 5" is `build_relative.week_of`."""
    item = match.items[-1]
    further = [token.text for token in item.sentence.tokens[item.last + 1 : item.last + 3]]
    dated_ = further[:1] == ["of"] and further[1:] != [] and (further[1][0].isdigit() or further[1][0].isupper())
    return None if dated_ else Recurring(Weekend())


#: Holidays that are common words, too, where they are written small: a hymn of thanksgiving, in the new year.
_ALSO_IN_SMALL = frozenset({"thanksgiving", "new year"})


@builder
def holiday(match: Match) -> Meaning | None:
    """Make a holiday, with its year or without; not thanksgiving, nor what is named after one (a Christmas tree)."""
    item, _ = match.named["HOLIDAY"]
    after = following(item)
    token = item.sentence.tokens[item.last]
    if item.text in _ALSO_IN_SMALL and not item.sentence.tokens[item.first].text[0].isupper():
        return None
    if token.dep == "compound" and after is not None and after.pos == "NOUN" and "YEAR" not in match:
        return None
    cycle, told = Holiday(match.word("HOLIDAY")), _year(match)
    return Recurring(cycle, which(match)) if told is None else Fixed(cycle.at(told))


@builder
def holiday_week(match: Match) -> Meaning:
    """Make the week, or the weekend, of a holiday."""
    unit = Unit.WEEKEND if match.items[-1].text == "weekend" else Unit.WEEK
    return Containing(unit, Recurring(Holiday(match.word("HOLIDAY"))))
