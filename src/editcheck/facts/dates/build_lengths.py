"""Builders of lengths, sets and times of the day; the patterns are in data/dates_lengths.toml and dates_clock.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.dates.building import builder, following, preceding
from editcheck.facts.dates.clock import OClock, PartOfDay, TimeOfDay
from editcheck.facts.dates.cycles import PartOfYear, Weekday
from editcheck.facts.dates.lengths import Length, Repeated, period
from editcheck.facts.dates.meaning import Meaning, Modified, Vague
from editcheck.facts.dates.stretches import Unit

if TYPE_CHECKING:
    from editcheck.facts.dates.grammar import Match
    from editcheck.facts.model import Token

#: Units that the calendar does not count, in those that it does.
_IN_UNITS: dict[str, tuple[float, Unit]] = {"FORTNIGHT": (2, Unit.WEEK), "MILLENNIUM": (1000, Unit.YEAR)}


def _term(count: float | None, word: str) -> tuple[float | None, Unit]:
    times, unit = _IN_UNITS.get(word) or (1, Unit[word])
    return (None if count is None else count * times), unit


def _lasting(match: Match, *terms: tuple[float | None, Unit]) -> Meaning:
    mod = match.word("APPROX")
    return Modified(Length(terms), mod) if mod else Length(terms)


def _count(match: Match, name: str = "NUMBER") -> float | None:
    value = match.get(name) if match.key(name).isupper() else None
    return value if isinstance(value, int | float) else None


@builder
def length(match: Match) -> Meaning | None:
    """Make two years, 18-month, two to three weeks, two hours and 20 minutes; not "sentenced in 2009 to 12 years"."""
    count, high = _count(match), _count(match, "high")
    item, key = match.named["unit"]
    if count is None or (high is not None and high < count) or (key == "UNIT" and item.text == "second" and count != 1):
        return None
    if (key == "UNIT" and count != 1 and not _hyphened(match)) or _is_share(match):
        return None
    terms = [_term(count, match.word("unit"))]
    if "further" in match:
        terms.append(_term(_count(match, "further"), match.word("smaller")))
    return _lasting(match, *terms)


def _is_share(match: Match) -> bool:
    """Whether it is a fraction: three quarters of its food, three-quarters."""
    after = following(match.items[-1])
    hyphened = any(item.text == "-" for item in match.items)
    return match.word("unit") == "QUARTER" and (
        (hyphened and match.items[-1].text == "quarters") or (after is not None and after.text == "of")
    )


def _hyphened(match: Match) -> bool:
    """Whether a unit without an s can follow a number: "two-year", "a five year low"."""
    after = following(match.items[-1])
    modifying = after is not None and after.pos in ("NOUN", "ADJ", "PROPN")
    return modifying or any(item.text == "-" for item in match.items)


@builder
def and_a_half(match: Match) -> Meaning:
    """Make two and a half years."""
    return _lasting(match, _term((_count(match) or 1) + 0.5, match.word("unit")))


@builder
def half_of(match: Match) -> Meaning:
    """Make half an hour, a quarter century."""
    share = 0.25 if any(item.text == "quarter" for item in match.items[:-1]) else 0.5
    return _lasting(match, _share(share, match.word("unit")))


def _share(share: float, word: str) -> tuple[float, Unit]:
    smaller = {
        "CENTURY": (100, Unit.YEAR),
        "DECADE": (10, Unit.YEAR),
        "YEAR": (12, Unit.MONTH),
        "DAY": (24, Unit.HOUR),
        "HOUR": (60, Unit.MINUTE),
        "MINUTE": (60, Unit.SECOND),
        "MILLENNIUM": (1000, Unit.YEAR),
    }
    count, unit = smaller.get(word) or (1, Unit[word] if word in Unit.__members__ else Unit.WEEK)
    return share * count, unit


@builder
def some(match: Match) -> Meaning | None:
    """Make a few days, months, weeks or months, several-week; not "some day", "in as many days"."""
    before = preceding(match.items[0])
    if before is not None and before.text.lower() == "as":
        return None
    if match.key("unit") == "UNIT" and not any(item.text == "-" for item in match.items):
        return None
    return _lasting(match, _term(None, match.word("unit")))


@builder
def the_units(match: Match) -> Meaning | None:
    """Make the years, the weeks ahead; not "the decades-long war", "the years 1990 and 2015"."""
    after = following(match.items[-1])
    return None if after is not None and (after.text == "-" or after.text[0].isdigit()) else some(match)


@builder
def couple(match: Match) -> Meaning:
    """Make a couple of days."""
    return _lasting(match, _term(2, match.word("unit")))


@builder
def one(match: Match) -> Meaning | None:
    """Make a year; "a second" is an ordinal as often as not, "a day-long meeting" is one for a day."""
    after = following(match.items[-1])
    if match.word("unit") in ("SECOND", "QUARTER", "WEEKEND") or (after is not None and after.text == "-"):
        return None
    return _lasting(match, _term(1, match.word("unit")))


@builder
def the_last(match: Match) -> Meaning | None:
    """Make the past year, the last decade: so long till now; not "the last day of"."""
    after = following(match.items[-1])
    if after is not None and after.text == "of":
        return None
    return Length((_term(1, match.word("UNIT")),))


@builder
def the_year(match: Match) -> Meaning | None:
    """Make the year, where it is one that ends on a day: "the year ended March 31"."""
    after = following(match.items[-1])
    return Length(((1, Unit.YEAR),)) if after is not None and after.lemma == "end" else None


@builder
def a_while(match: Match) -> Meaning:
    """Make a while, some time: nobody knows how long, nor in which unit."""
    return Length(())


@builder
def long(match: Match) -> Meaning:
    """Make decades-long, day-long, weeklong, decade-old."""
    _, key = match.named["unit"]
    return Length((_term(None if key == "UNITS" else 1, match.word("unit")),))


@builder
def every(match: Match) -> Meaning | None:
    """Make every month, every two weeks, twice a week."""
    count = 2 if any(item.text == "other" for item in match.items) else _count(match, "count")
    return Repeated(period((_term(1 if count is None else count, match.word("unit")),)))


@builder
def times(match: Match) -> Meaning:
    """Make three times a week."""
    return Repeated(period((_term(1, match.word("unit")),)))


@builder
def every_one(match: Match) -> Meaning:
    """Make every Friday, each July, Fridays."""
    _, key = match.named["which"]
    value = match.get("which")
    if isinstance(value, str):
        return Repeated(f"XXXX-XX-XXT{value}")
    number = value if isinstance(value, int) else 1
    if key in ("WEEKDAY", "WEEKDAYS"):
        return Repeated(Weekday(number).blank)
    return Repeated(PartOfYear(Unit.MONTH if key == "MONTH" else Unit.SEASON, number).blank)


@builder
def every_weekday(match: Match) -> Meaning:
    """Make every day from Monday to Friday."""
    return Repeated("XXXX-WXX-WD")


@builder
def every_part_of_week(match: Match) -> Meaning:
    """Make on weekends, on weeknights."""
    return Repeated(f"XXXX-WXX-{match.word('which')}")


@builder
def frequency(match: Match) -> Meaning:
    """Make daily, annually."""
    return Repeated(match.word("FREQUENCY"))


@builder
def clock(match: Match) -> Meaning | None:
    """Make 10:30 p.m., 7am, nine o'clock, 9 in the morning."""
    hour, minute = match.number("HOUR"), match.number("minute")
    if hour is None:
        return None
    half = match.number("HALFDAY") if "HALFDAY" in match else _half_of_day(match.word("DAYPART"))
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    elif minute is not None and not _is_time(match, hour, minute):
        return None
    return TimeOfDay(OClock(hour, minute, match.number("second")))


def _half_of_day(part: str) -> int | None:
    return {"MO": 0, "AF": 12, "EV": 12, "NI": 12}.get(part)


_BEFORE_A_TIME = frozenset(
    ["at", "by", "until", "till", "from", "between", "and", "to", "around", "about", "before", "after", "since"]
)


def _is_time(match: Match, hour: int, minute: int) -> bool:
    """Whether figures with a colon are a time by the clock: not a score, a verse or how long a race took."""
    before, after = preceding(match.items[0]), following(match.items[-1])
    if "ZONE" in match:
        return True
    if after is not None and after.text[0] == ":":
        return False
    return before is not None and before.text.lower() in _BEFORE_A_TIME and hour < 30 and minute < 60


@builder
def part_of_hour(match: Match) -> Meaning | None:
    """Make half past nine, a quarter to five."""
    hour, words = match.number("HOUR") or 0, {item.text for item in match.items}
    if not 1 <= hour <= 12:
        return None
    half = match.number("HALFDAY") or 0
    minute = 30 if "half" in words else 15
    if "to" in words:
        hour, minute = (hour - 2) % 12 + 1, 45
    return TimeOfDay(OClock(hour % 12 + half, minute))


@builder
def dotted(match: Match) -> Meaning | None:
    """Make 8.10pm."""
    value = match.get("DOTTED")
    if not isinstance(value, tuple):
        return None
    hour, minute = value
    if not (1 <= hour <= 12 and minute < 60):
        return None
    return TimeOfDay(OClock(hour % 12 + (match.number("HALFDAY") or 0), minute))


@builder
def military(match: Match) -> Meaning | None:
    """Make 0900 GMT."""
    hour, minute = divmod(match.number("FOUR") or 0, 100)
    return TimeOfDay(OClock(hour, minute)) if hour <= 24 and minute < 60 else None


@builder
def noon(match: Match) -> Meaning:
    """Make noon, midnight."""
    return TimeOfDay(OClock(match.number("OCLOCK") or 0, 0))


@builder
def part_of_day(match: Match) -> Meaning:
    """Make morning, mid-afternoon; a time only beside a day, or where `finding` says so."""
    return PartOfDay(match.word("DAYPART"))


@builder
def present(match: Match) -> Meaning:
    """Make now, currently."""
    return Vague("PRESENT_REF")


@builder
def present_moment(match: Match) -> Meaning | None:
    """Make the moment, after at."""
    before = preceding(match.items[0])
    return Vague("PRESENT_REF") if before is not None and before.text.lower() == "at" else None


@builder
def past(match: Match) -> Meaning:
    """Make recently, in recent months."""
    return Vague("PAST_REF")


@builder
def the_past(match: Match) -> Meaning | None:
    """Make the past, where it is a noun that nobody owns."""
    item, before = match.items[-1], preceding(match.items[0])
    token, after = item.sentence.tokens[item.last], following(item)
    owned = before is not None and before.tag in ("PRP$", "POS")
    if owned or token.tag != "NN" or (after is not None and after.pos in ("NOUN", "NUM", "ADJ")):
        return None
    return Vague("PAST_REF")


@builder
def future(match: Match) -> Meaning | None:
    """Make in the future, where it is a noun that nobody owns; not "the future looks bright", "open to the future"."""
    item, before = match.items[-1], preceding(match.items[0])
    token, after = item.sentence.tokens[item.last], following(item)
    if len(match.items) == 1 or token.tag != "NN" or (after is not None and _tells_whose(after)):
        return None
    is_told_of = token.dep in ("nsubj", "nsubjpass", "dobj") or (before is not None and before.text.lower() == "to")
    return None if is_told_of else Vague("FUTURE_REF")


def _tells_whose(after: Token) -> bool:
    return after.text.lower() in ("of", "for") or after.pos == "NOUN"


@builder
def coming(match: Match) -> Meaning:
    """Make the coming weeks."""
    return Vague("FUTURE_REF")


@builder
def the_term(match: Match) -> Meaning | None:
    """Make the short term, where it is a noun: not "the long-term plan"."""
    item, after = match.items[-1], following(match.items[-1])
    token = item.sentence.tokens[item.last]
    return Vague("FUTURE_REF") if token.dep == "pobj" and (after is None or after.pos != "NOUN") else None
