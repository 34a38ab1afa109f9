"""Stretches of the calendar: a day, a week, a quarter, a decade ..., each a unit and a number, and what one can reckon.

Stretches of one unit follow one another, so "two weeks ago" is a subtraction. Values are written as TIMEX3 has them.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

__all__ = ["Stretch", "Unit", "is_day"]


class Unit(enum.StrEnum):
    """A unit of the calendar, or of the clock; the values are TIMEX3's letters, in a period after P or PT."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    SEASON = "SEASON"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"

    @property
    def months(self) -> int:
        """How many months long it is; 0 for what is counted in days or less."""
        return _MONTHS.get(self, 0)

    @property
    def on_the_clock(self) -> bool:
        """Whether it is shorter than a day."""
        return self in (Unit.SECOND, Unit.MINUTE, Unit.HOUR)

    @property
    def days(self) -> int:
        """About how many days long it is, to tell which of two units is the finer; 0 for those of the clock."""
        return {Unit.DAY: 1, Unit.WEEKEND: 2, Unit.WEEK: 7}.get(self, self.months * 30)


_MONTHS = {
    Unit.MONTH: 1,
    Unit.SEASON: 3,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
#: Seasons begin in March; the winter belongs to the year that it begins in (December 1997 to February 1998: 1997-WI).
_SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_START = 2
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """One day, week, month ... `number` counts the stretches of its unit from the start of the calendar.

    Days are numbered as `date.toordinal` does, weeks (and their weekends) by Mondays, months from January of year 0,
    and all longer ones from there.
    """

    unit: Unit
    number: int

    @classmethod
    def of_day(cls, day: date) -> Stretch:
        """Return a day as a stretch."""
        return cls(Unit.DAY, day.toordinal())

    @classmethod
    def of_year(cls, year: int) -> Stretch:
        """Return a year as a stretch."""
        return cls(Unit.YEAR, year)

    @classmethod
    def part_of_year(cls, unit: Unit, year: int, number: int) -> Stretch:
        """Return the month, quarter, half or season of a year; `number` counts from 1, seasons from spring."""
        return cls(unit, year * (12 // unit.months) + number - 1)

    @classmethod
    def around(cls, unit: Unit, day: date) -> Stretch:
        """Return the stretch of a unit that a day lies in; of a weekend, the one of the day's week."""
        if unit is Unit.DAY:
            return cls.of_day(day)
        if not unit.months:
            return cls(unit, (day.toordinal() - 1) // 7)
        months = day.year * 12 + day.month - 1
        return cls(unit, (months - (_SEASON_START if unit is Unit.SEASON else 0)) // unit.months)

    @property
    def exists(self) -> bool:
        """Whether the calendar reaches that far: it begins in the year 1 and ends with 9999."""
        if self.unit.months:
            return self._month(0) // 12 >= MINYEAR and self._month(1) // 12 <= MAXYEAR
        return date.min.toordinal() < self.number * (1 if self.unit is Unit.DAY else 7) < date.max.toordinal() - 14

    @property
    def first(self) -> date:
        """The first day of it."""
        if self.unit.months:
            return _first_of(self._month(0))
        if self.unit is Unit.DAY:
            return date.fromordinal(self.number)
        return date.fromordinal(self.number * 7 + 1 + (_SATURDAY if self.unit is Unit.WEEKEND else 0))

    @property
    def last(self) -> date:
        """The last day of it."""
        if self.unit.months:
            return _first_of(self._month(1)) - timedelta(days=1)
        return self.first + timedelta(days=self.unit.days - 1)

    def shift(self, count: int) -> Stretch:
        """Return the stretch of the same unit, `count` further on."""
        return Stretch(self.unit, self.number + count)

    def within(self, unit: Unit) -> Stretch:
        """Return the stretch of a longer unit that the first day lies in."""
        return self if unit is self.unit else Stretch.around(unit, self.first)

    def holds(self, other: Stretch) -> bool:
        """Whether the whole of another stretch lies in this one."""
        return self.first <= other.first and other.last <= self.last

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        if self.unit is Unit.DAY:
            return self.first.isoformat()
        if not self.unit.months:
            year, week, _ = date.fromordinal(self.number * 7 + 1).isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if self.unit is Unit.WEEKEND else "")
        return self._value_of_months()

    def _value_of_months(self) -> str:
        year, month = divmod(self.number * self.unit.months, 12)
        match self.unit:
            case Unit.MONTH:
                return f"{year:04d}-{month + 1:02d}"
            case Unit.SEASON:
                return f"{year:04d}-{_SEASONS[month // 3]}"
            case Unit.YEAR:
                return f"{year:04d}"
            case Unit.DECADE:
                return f"{year // 10:03d}"
            case Unit.CENTURY:
                return f"{year // 100:02d}"
        return f"{year:04d}-{self.unit.value}{month // self.unit.months + 1}"

    def _month(self, further: int) -> int:
        start = (self.number + further) * self.unit.months
        return start + _SEASON_START if self.unit is Unit.SEASON else start


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day: in that year, or in any where the year is not known."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True
