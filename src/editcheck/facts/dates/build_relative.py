"""Builders of dates that are reckoned from others: data/dates_relative.toml, dates_joined.toml, dates_modified.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.dates.build_calendar import which
from editcheck.facts.dates.building import builder, following, preceding
from editcheck.facts.dates.clock import PartOfDay, TimeOfDay
from editcheck.facts.dates.cycles import PartOfYear, Weekday, Weekend, Which
from editcheck.facts.dates.dated import Deictic, Recurring, TheDay, Told
from editcheck.facts.dates.lengths import Length
from editcheck.facts.dates.meaning import Meaning, Modified, Vague
from editcheck.facts.dates.portions import Containing, Part
from editcheck.facts.dates.shifted import Base, Shifted
from editcheck.facts.dates.stretches import Unit
from editcheck.facts.dates.turns import ToldTurn, TurnsAgo

if TYPE_CHECKING:
    from editcheck.facts.dates.cycles import Cycle
    from editcheck.facts.dates.grammar import Match

_OFFSETS = {Which.LAST: -1, Which.NEXT: 1, Which.COMING: 1}
_TOLD_OFFSETS = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1}


def unit_of(match: Match, name: str = "UNIT") -> Unit | None:
    """Return the unit that a word names, None for those that the calendar does not count (fortnight, millennium)."""
    word = match.word(name) if match.key(name) in ("UNIT", "UNITS") else ""
    return Unit[word] if word in Unit.__members__ else None


def meaning(match: Match, name: str) -> Meaning | None:
    """Return the meaning that was found under a name."""
    found = match.get(name)
    return found if isinstance(found, Meaning) else None


@builder
def day_word(match: Match) -> Meaning:
    """Make today, yesterday, tomorrow."""
    return Deictic(Unit.DAY, match.number("DAYWORD") or 0)


@builder
def two_days_before(match: Match) -> Meaning:
    """Make the day before yesterday."""
    return Deictic(Unit.DAY, -2)


@builder
def two_days_after(match: Match) -> Meaning:
    """Make the day after tomorrow."""
    return Deictic(Unit.DAY, 2)


@builder
def this_unit(match: Match) -> Meaning | None:
    """Make last week, this year, next quarter."""
    unit = unit_of(match)
    if unit is None or unit.on_the_clock or unit is Unit.DAY:
        return None
    if unit is Unit.WEEKEND:
        return Recurring(Weekend(), which(match))
    return Deictic(unit, _OFFSETS.get(which(match), 0))


@builder
def one_over(match: Match) -> Meaning | None:
    """Make the week before last, the year after next."""
    unit, words = unit_of(match), {item.text for item in match.items}
    if unit is None or unit.on_the_clock or unit in (Unit.DAY, Unit.WEEKEND):
        return None
    if {"before", "last"} <= words:
        return Deictic(unit, -2)
    return Deictic(unit, 2) if {"after", "next"} <= words else None


@builder
def told_unit(match: Match) -> Meaning | None:
    """Make the following month, that day; "the next year" after over, in, within is a length."""
    unit = unit_of(match)
    before = preceding(match.items[0])
    if unit is None or unit.on_the_clock:
        return None
    offset = next((_TOLD_OFFSETS[item.text] for item in match.items if item.text in _TOLD_OFFSETS), 0)
    lasting = before is not None and before.text.lower() in ("over", "in", "within", "during", "for", "through")
    if lasting and any(item.text == "next" for item in match.items):
        return None
    return Told(unit, offset)


#: What can be said "of the year" where it is the one that runs.
_BEFORE_A_WHOLE = frozenset(
    ["month", "quarter", "half", "week", "day", "rest", "remainder", "most", "much", "all", "bulk"]
)


@builder
def this_very_unit(match: Match) -> Meaning | None:
    """Make the week, the year, after for, during, throughout or a part of it: not "person of the year".

    "The year ended March 31" is a length, see `the_year`.
    """
    unit, before, after = unit_of(match), preceding(match.items[0]), following(match.items[-1])
    if unit not in (Unit.WEEK, Unit.MONTH, Unit.YEAR) or before is None:
        return None
    if unit is Unit.YEAR and after is not None and after.lemma == "end":
        return None
    tokens, first = match.items[0].sentence.tokens, match.items[0].first
    part = before.text.lower() == "of" and first > 1 and tokens[first - 2].lemma.lower() in _BEFORE_A_WHOLE
    return Deictic(unit) if part or before.text.lower() in ("for", "during", "throughout") else None


def _cycle(match: Match) -> Cycle:
    """Return what comes round and was found under "which": a weekday, a month, a season."""
    number, key = match.number("which") or 1, match.key("which").removesuffix("S")
    return Weekday(number) if key == "WEEKDAY" else PartOfYear(Unit[key], number)


@builder
def told_turn(match: Match) -> Meaning:
    """Make the following Tuesday, the previous summer."""
    sign = next(_TOLD_OFFSETS[item.text] for item in match.items if item.text in _TOLD_OFFSETS)
    return ToldTurn(_cycle(match), sign)


@builder
def told_part(match: Match) -> Meaning | None:
    """Make that summer, that same March; not "he said that summer sales fell"."""
    that = match.items[0]
    joins = that.sentence.tokens[that.first].tag == "IN"
    return None if joins else Part(_cycle(match), Told(Unit.YEAR))


@builder
def turns_ago(match: Match) -> Meaning | None:
    """Make two Sundays ago, three summers ago."""
    count = match.number("NUMBER")
    return TurnsAgo(_cycle(match), count) if count is not None and 1 <= count < 100 else None


@builder
def turn_before_last(match: Match) -> Meaning:
    """Make the Sunday before last."""
    return TurnsAgo(_cycle(match), 2)


@builder
def in_the_unit(match: Match) -> Meaning | None:
    """Make later in the day of the day told close by, and later in the year of the day of publication."""
    unit = unit_of(match)
    if unit is None or unit.on_the_clock or unit.days >= Unit.DECADE.days:
        return None
    return TheDay() if unit is Unit.DAY else Deictic(unit)


@builder
def this_part_of_day(match: Match) -> Meaning:
    """Make this morning."""
    return PartOfDay(match.word("DAYPART"), Deictic(Unit.DAY))


@builder
def last_night(match: Match) -> Meaning:
    """Make last night, last evening."""
    return PartOfDay("EV" if match.items[-1].text == "evening" else "NI", Deictic(Unit.DAY, -1))


@builder
def tonight(match: Match) -> Meaning:
    """Make tonight."""
    return PartOfDay("NI", Deictic(Unit.DAY))


@builder
def told_part_of_day(match: Match) -> Meaning:
    """Make the next morning, that evening."""
    offset = next((_TOLD_OFFSETS[item.text] for item in match.items if item.text in _TOLD_OFFSETS), 0)
    return PartOfDay(match.word("DAYPART"), Told(Unit.DAY, offset))


def _governs(match: Match) -> bool:
    """Whether something follows that the last word belongs to: a noun, a clause."""
    after = following(match.items[-1])
    return after is not None and after.pos not in ("PUNCT", "CCONJ") and after.lemma != "be"


def _distance(match: Match, sign: int, base: Meaning | str) -> Meaning | None:
    """Return the meaning of a length counted from somewhere; one that is not told is merely past or to come."""
    length = meaning(match, "length")
    mod = length.mod if isinstance(length, Modified) else None
    inner = length.inner if isinstance(length, Modified) else length
    if not isinstance(inner, Length):
        return None
    counted = tuple((count, unit) for count, unit in inner.terms if count is not None)
    uncounted = not counted or len(counted) < len(inner.terms)
    if base == Base.TOLD and (uncounted or any(unit.on_the_clock for _, unit in counted)):
        return None  # "hours later" is a length of hours, with a word that is no part of it
    if uncounted:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    shifted = Shifted(counted, sign, base)
    return Modified(shifted, mod) if mod else shifted


@builder
def ago(match: Match) -> Meaning | None:
    """Make two weeks ago."""
    return _distance(match, -1, Base.PUBLICATION)


@builder
def from_now(match: Match) -> Meaning | None:
    """Make two weeks from now."""
    return _distance(match, 1, Base.PUBLICATION)


@builder
def earlier_or_later(match: Match) -> Meaning | None:
    """Make two days later, a year earlier; not "two days before the deadline"."""
    if match.items[-1].text == "before" and _governs(match):
        return None
    return _distance(match, 1 if match.items[-1].text == "later" else -1, Base.TOLD)


@builder
def from_date(match: Match) -> Meaning | None:
    """Make two weeks before Christmas."""
    base = meaning(match, "base")
    sign = -1 if any(item.text == "before" for item in match.items) else 1
    return _distance(match, sign, base) if base is not None else None


def _unit_and_sign(match: Match) -> tuple[Unit | None, int]:
    word = next((item.text for item in match.items if item.text in _PLAIN_UNITS), "")
    sign = -1 if any(item.text in ("before", "earlier") for item in match.items) else 1
    return _PLAIN_UNITS.get(word), sign


_PLAIN_UNITS = {
    "day": Unit.DAY,
    "night": Unit.DAY,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
}


@builder
def unit_from_date(match: Match) -> Meaning | None:
    """Make the day after Christmas."""
    unit, sign = _unit_and_sign(match)
    base = meaning(match, "base")
    return Shifted(((1, unit),), sign, base) if unit is not None and base is not None else None


@builder
def unit_from_told(match: Match) -> Meaning | None:
    """Make the year before."""
    unit, sign = _unit_and_sign(match)
    return Shifted(((1, unit),), sign, Base.TOLD) if unit is not None and not _governs(match) else None


@builder
def part_of(match: Match) -> Meaning | None:
    """Make May last year, the third quarter of 1999."""
    part = meaning(match, "part")
    whole = meaning(match, "whole")
    if not isinstance(part, Recurring) or part.which is not Which.PLAIN or whole is None:
        return None
    if isinstance(part.cycle, Weekday):
        return None
    return Part(part.cycle, whole, parts=part.parts)


@builder
def counted_part(match: Match) -> Meaning | None:
    """Make the first week of June, the last day of the year, the second half of 1999, the second Tuesday of June."""
    whole = meaning(match, "whole")
    if whole is None or whole.grain is None:
        return None
    number = match.number("nth") if match.key("nth") == "ORDINAL" else -1
    if match.key("unit") == "half":
        return _half_of(whole, number or 1)
    day, unit = meaning(match, "unit"), unit_of(match, "unit")
    if isinstance(day, Recurring) and isinstance(day.cycle, Weekday):
        return Part(day.cycle, whole, number or 1, day.parts)
    return Part(unit, whole, number or 1) if unit is not None else None


def _half_of(whole: Meaning, number: int) -> Meaning | None:
    if whole.grain is Unit.YEAR:
        return Part(PartOfYear(Unit.HALF, 2 if number in (2, -1) else 1), whole)
    return Modified(whole, "END" if number in (2, -1) else "START")


@builder
def week_of(match: Match) -> Meaning | None:
    """Make the week of March 6."""
    base = meaning(match, "day")
    unit = next((Unit[item.text.upper()] for item in match.items if item.text in ("week", "weekend", "month")), None)
    return Containing(unit, base) if base is not None and unit is not None else None


@builder
def day_part(match: Match) -> Meaning | None:
    """Make Friday evening, the night of Oct. 3."""
    base, part = meaning(match, "day"), match.get("part")
    code = part.code if isinstance(part, PartOfDay) else part
    return PartOfDay(code, base) if base is not None and isinstance(code, str) else None


@builder
def early_hours(match: Match) -> Meaning | None:
    """Make the early hours of Sunday."""
    base = meaning(match, "day")
    return PartOfDay("MO", base) if base is not None else None


@builder
def day_clock(match: Match) -> Meaning | None:
    """Make Friday at 10 p.m."""
    base, time = meaning(match, "day"), meaning(match, "CLOCK")
    if base is None or not isinstance(time, TimeOfDay):
        return None
    return TimeOfDay(time.clock, base)


@builder
def modified(match: Match) -> Meaning | None:
    """Make early next year, mid-November, around noon."""
    inner, mod = meaning(match, "when"), match.word("EARLY") or match.word("APPROX")
    return Modified(inner, mod) if inner is not None and mod else None


@builder
def edge(match: Match) -> Meaning | None:
    """Make the end of 2017."""
    inner = meaning(match, "when")
    return Modified(inner, match.word("EDGE")) if inner is not None and inner.grain is not None else None


@builder
def edge_of_unit(match: Match) -> Meaning | None:
    """Make the end of the month."""
    unit = unit_of(match, "unit")
    if unit is None or unit.on_the_clock:
        return None
    return Modified(Deictic(unit, _OFFSETS.get(which(match), 0)), match.word("EDGE"))


@builder
def year_end(match: Match) -> Meaning:
    """Make year-end, year-end 2017."""
    told = meaning(match, "when")
    if told is not None:
        return Modified(told, "END")
    unit = next(_PLAIN_UNITS[item.text] for item in match.items if item.text in _PLAIN_UNITS)
    return Modified(Deictic(unit), "END")


@builder
def same(match: Match) -> Meaning | None:
    """Make later Tuesday: Tuesday."""
    return meaning(match, "when")
