"""Meanings that are a place in the calendar: written out, coming round, or reckoned from another day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from editcheck.facts.dates.cycles import Cycle, Weekday, Weekend, Which, choose
from editcheck.facts.dates.meaning import Context, Direction, Meaning, Reading
from editcheck.facts.dates.stretches import Stretch, Unit, is_day
from editcheck.facts.model import DateParts

__all__ = [
    "Base",
    "Deictic",
    "Fixed",
    "Impossible",
    "Part",
    "Recurring",
    "Shifted",
    "ShortDecade",
    "TheDay",
    "Told",
    "blank",
    "day_close_by",
]

_BLANKS = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.SEASON: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def blank(unit: Unit) -> str:
    """Return the TIMEX3 value of a stretch of a unit of which nothing is known."""
    return _BLANKS.get(unit, "XXXX-XX-XXTXX:XX")


@dataclass(frozen=True, slots=True)
class Fixed(Meaning):
    """A stretch that the words give in full: 12 October 2016, the 1980s."""

    stretch: Stretch
    parts: DateParts | None = None

    @property
    def grain(self) -> Unit:
        """The unit of the stretch."""
        return self.stretch.unit

    def read(self, context: Context) -> Reading:
        """Return the stretch, the same in every context."""
        return Reading.of(self.stretch, "explicit", self.parts)


@dataclass(frozen=True, slots=True)
class ShortDecade(Meaning):
    """The '10s or '20s: of this century where they have begun on the day of publication, else of the last."""

    number: int

    @property
    def grain(self) -> Unit:
        """A decade."""
        return Unit.DECADE

    def read(self, context: Context) -> Reading:
        """Choose the century."""
        begun = context.published is None or 2000 + self.number <= context.published.year
        return Reading.of(Stretch(Unit.DECADE, (self.number + (2000 if begun else 1900)) // 10), "publication")


@dataclass(frozen=True, slots=True)
class Impossible(Meaning):
    """A day that cannot be, with its parts as they are written."""

    parts: DateParts

    @property
    def grain(self) -> Unit:
        """A day."""
        return Unit.DAY

    def read(self, context: Context) -> Reading:
        """Return a reading without any value."""
        return Reading("DATE", blank(Unit.DAY), parts=self.parts)


@dataclass(frozen=True, slots=True)
class Recurring(Meaning):
    """Something that comes round, and which one is meant: Friday, last October, Christmas."""

    cycle: Cycle
    which: Which = Which.PLAIN
    parts: DateParts | None = None

    @property
    def grain(self) -> Unit:
        """The unit of what comes round."""
        return self.cycle.grain

    def read(self, context: Context) -> Reading:
        """Choose by the words, then by the tense; without a day of publication only the kind of day is known."""
        if context.published is None:
            return Reading("DATE", self.cycle.blank, basis="publication", parts=self.parts)
        found = self._that_fit(choose(self.cycle, self.which, context.published, context.outlook))
        if not found:
            return Reading("DATE", self.cycle.blank, basis="vague", parts=self.parts)
        tensed = self.which is Which.PLAIN and context.outlook.direction is not Direction.UNKNOWN
        reading = Reading.of(found[0], "tense" if tensed else "publication", self.parts)
        return replace(reading, alternatives=tuple(each.value for each in found[1:]))

    def _that_fit(self, found: list[Stretch]) -> list[Stretch]:
        """Return those that fall on the weekday that is told with them first; all where none does."""
        weekday = self.parts.weekday if self.parts is not None and self.parts.day is not None else None
        if weekday is None:
            return found
        return sorted(found, key=lambda each: each.first.isoweekday() != weekday)


@dataclass(frozen=True, slots=True)
class Deictic(Meaning):
    """Counted from the day of publication: today, last week, next year."""

    unit: Unit
    offset: int = 0

    @property
    def grain(self) -> Unit:
        """The unit that is counted."""
        return self.unit

    def read(self, context: Context) -> Reading:
        """Count from the day of publication."""
        if context.published is None:
            return Reading("DATE", blank(self.unit), basis="publication")
        return Reading.of(Stretch.around(self.unit, context.published).shift(self.offset), "publication")


@dataclass(frozen=True, slots=True)
class Told(Meaning):
    """Counted from the date told last: that day, the following year."""

    unit: Unit
    offset: int = 0

    @property
    def grain(self) -> Unit:
        """The unit that is counted."""
        return self.unit

    def read(self, context: Context) -> Reading:
        """Count from the date told last, where that is no longer than the unit."""
        told = context.told
        if told is None or told.unit.days > self.unit.days:
            return Reading("DATE", blank(self.unit), basis="vague")
        return Reading.of(told.within(self.unit).shift(self.offset), "context")


def day_close_by(context: Context) -> Reading:
    """Return the day told close by, else that of publication: what an hour, or "later in the day", belongs to."""
    return Deictic(Unit.DAY).read(context) if context.day is None else Reading.of(context.day, "context")


@dataclass(frozen=True, slots=True)
class TheDay(Meaning):
    """The day that the story is at: later in the day."""

    @property
    def grain(self) -> Unit:
        """A day."""
        return Unit.DAY

    def read(self, context: Context) -> Reading:
        """Return the day told close by, else that of publication."""
        return day_close_by(context)


class Base:
    """What a distance is counted from, where the words name no date."""

    PUBLICATION = "publication"
    TOLD = "context"


@dataclass(frozen=True, slots=True)
class Shifted(Meaning):
    """At a distance: two weeks ago, a year earlier, three days before Christmas. `terms`: counts with their units."""

    terms: tuple[tuple[float, Unit], ...]
    sign: int
    base: Meaning | str = Base.PUBLICATION

    @property
    def grain(self) -> Unit:
        """The finest unit that is counted."""
        return min((unit for _, unit in self.terms), key=lambda unit: unit.days)

    def read(self, context: Context) -> Reading:
        """Count from the base, in the finest of the units."""
        finest = self.grain
        start, basis = self._start(context)
        if finest.on_the_clock:
            return Reading("TIME", blank(finest), basis="vague")
        if start is None:
            return Reading("DATE", blank(finest), basis="vague")
        if finest is Unit.YEAR and start.unit in (Unit.QUARTER, Unit.HALF):
            finest = start.unit
        return replace(Reading.of(self._from(start, finest), basis), compared=self._compares or self._looks_back)

    @property
    def _compares(self) -> bool:
        """Whether it is a year before: what companies compare their quarters with."""
        return self.sign < 0 and self.terms == ((1, Unit.YEAR),)

    @property
    def _looks_back(self) -> bool:
        """Whether it goes back from what was told, to return there: "he had left two days earlier"."""
        return self.sign < 0 and self.base == Base.TOLD

    def _start(self, context: Context) -> tuple[Stretch | None, str]:
        if isinstance(self.base, Meaning):
            reading = self.base.read(context)
            return reading.stretch, reading.basis
        if self._compares and context.report is not None:
            return context.report, "context"
        if self.base == Base.TOLD and not (self._compares and context.told is None):
            return context.told, "context"
        return (None if context.published is None else Stretch.of_day(context.published)), "publication"

    def _from(self, start: Stretch, unit: Unit) -> Stretch:
        months = sum(count * each.months for count, each in self.terms)
        days = sum(count * each.days for count, each in self.terms if not each.months)
        if start.unit.months and start.unit.days > unit.days:
            return Stretch(unit, -1)
        if months and unit.months:
            there = start.within(unit) if start.unit.days <= unit.days else start
            return there.shift(round(self.sign * months / unit.months))
        day = _add_months(start.first, self.sign * round(months))
        if isinstance(self.base, Meaning) and start.unit is Unit.DAY:
            unit = Unit.DAY
        if day is None:
            return Stretch(Unit.YEAR, -1 if self.sign < 0 else 10_000)
        moved = Stretch(Unit.DAY, day.toordinal() + self.sign * round(days))
        return moved.within(unit) if moved.exists else Stretch(Unit.YEAR, -1 if self.sign < 0 else 10_000)


def _add_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Part(Meaning):
    """A part of a whole: May last year, the third quarter of 1999, Monday of next week, the first week of June.

    `part` is what comes round, or a unit of which the `number`th is meant (-1: the last).
    """

    part: Cycle | Unit
    whole: Meaning
    number: int = 1
    parts: DateParts | None = None

    @property
    def grain(self) -> Unit:
        """The unit of the part."""
        return self.part if isinstance(self.part, Unit) else self.part.grain

    def read(self, context: Context) -> Reading:
        """Read the whole, and find the part in it."""
        whole = self.whole.read(context)
        if whole.stretch is None:
            return Reading("DATE", self._blank, basis="vague", parts=self.parts)
        found = self._find(whole.stretch)
        if found is None:
            return Reading("DATE", self._blank, basis="vague", parts=self.parts)
        return Reading.of(found, whole.basis, self.parts)

    @property
    def _blank(self) -> str:
        return blank(self.part) if isinstance(self.part, Unit) else self.part.blank

    def _find(self, whole: Stretch) -> Stretch | None:
        if isinstance(self.part, Unit):
            return self._counted(whole, self.part)
        if isinstance(self.part, Weekday | Weekend) and self.number != 1:
            return self._nth_weekday(whole, self.part)
        return self.part.in_stretch(whole)

    def _nth_weekday(self, whole: Stretch, part: Weekday | Weekend) -> Stretch | None:
        turns = range(part.turn_of(whole.first), part.turn_of(whole.last) + 1)
        found = [each for each in map(part.at, turns) if whole.holds(each)]
        place = self.number if self.number < 0 else self.number - 1
        return found[place] if -len(found) <= place < len(found) else None

    def _counted(self, whole: Stretch, unit: Unit) -> Stretch | None:
        if unit.days >= whole.unit.days or unit.on_the_clock:
            return None
        if self.number < 0:
            return Stretch.around(unit, whole.last).shift(self.number + 1)
        found = Stretch.around(unit, whole.first).shift(self.number - 1)
        return found if found.first <= whole.last else None


@dataclass(frozen=True, slots=True)
class Containing(Meaning):
    """The week, weekend or month that a day lies in: the week of March 6."""

    unit: Unit
    day: Meaning

    @property
    def grain(self) -> Unit:
        """The longer unit."""
        return self.unit

    def read(self, context: Context) -> Reading:
        """Read the day, and return the longer stretch around it."""
        day = self.day.read(context)
        if day.stretch is None:
            return Reading("DATE", blank(self.unit), basis="vague")
        return Reading.of(day.stretch.within(self.unit), day.basis)


@dataclass(frozen=True, slots=True)
class LatestQuarter(Meaning):
    """The quarter that a company's report is about: the one told last, else the last that ended before publication.

    `years` counts further, `year` takes the same quarter of that year; `latest` wants the last one.
    """

    latest: bool = False
    years: int = 0
    year: int | None = None

    @property
    def grain(self) -> Unit:
        """A quarter."""
        return Unit.QUARTER

    def read(self, context: Context) -> Reading:
        """Return the quarter, in another year where the words say so."""
        quarter, basis = context.quarter, "context"
        if quarter is None or self.latest:
            if context.published is None:
                return Reading("DATE", blank(Unit.QUARTER), basis="vague")
            quarter, basis = Stretch.around(Unit.QUARTER, context.published).shift(-1), "publication"
        years = self.years if self.year is None else self.year - quarter.first.year
        return replace(Reading.of(quarter.shift(4 * years), basis), compared=years != 0)


@dataclass(frozen=True, slots=True)
class Figures(Meaning):
    """A day in figures whose order is the country's: 10/12/2016 is in October in America, in December in Britain.

    `european`: with full stops, as it is written where the day comes first.
    """

    first: int
    second: int
    year: int
    european: bool = False

    @property
    def grain(self) -> Unit:
        """A day."""
        return Unit.DAY

    def read(self, context: Context) -> Reading:
        """Read the figures in the article's order, and the other way round where that gives a day, too."""
        orders = [(self.first, self.second), (self.second, self.first)]
        if context.day_first or self.european:
            orders.reverse()
        possible = [(month, day) for month, day in orders if month <= 12]
        month, day = possible[0]
        parts = DateParts(self.year, month, day)
        days = [date(self.year, m, d) for m, d in dict.fromkeys(possible) if is_day(self.year, m, d)]
        if not is_day(self.year, month, day):
            return Reading("DATE", blank(Unit.DAY), parts=parts)
        reading = Reading.of(Stretch.of_day(days[0]), "explicit", parts)
        return replace(reading, alternatives=tuple(each.isoformat() for each in days[1:]))
