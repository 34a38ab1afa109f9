"""Meanings that are a place in the calendar: coming round, or counted from publication or from the date told last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.facts.dates.blanks import blank
from editcheck.facts.dates.cycles import Cycle, Which, choose
from editcheck.facts.dates.meaning import Context, Direction, Meaning, Reading
from editcheck.facts.dates.stretches import Stretch, Unit

if TYPE_CHECKING:
    from editcheck.facts.model import DateParts

__all__ = ["Deictic", "LatestQuarter", "Recurring", "TheDay", "Told", "day_close_by"]

_SUNDAY = 7


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
            return Reading.vague(self.cycle.blank, self.parts)
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
        here = Stretch.around(self.unit, context.published)
        if self.unit is Unit.WEEK and context.published.isoweekday() == _SUNDAY:
            return self._on_a_sunday(here, context.outlook.direction)
        return Reading.of(here.shift(self.offset), "publication")

    def _on_a_sunday(self, here: Stretch, direction: Direction) -> Reading:
        """Read what a Sunday paper says: its last week is the one that ends on this Sunday, next week follows.

        Of 8 such weeks in PolNeAR (work part) whose events are known, all were so.
        """
        if self.offset == -1:
            return replace(Reading.of(here, "publication"), alternatives=(here.shift(-1).value,))
        if self.offset == 0 and direction is Direction.FUTURE:
            return replace(Reading.of(here.shift(1), "tense"), alternatives=(here.value,))
        return Reading.of(here.shift(self.offset), "publication")


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
            return Reading.vague(blank(self.unit))
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


@dataclass(frozen=True, slots=True)
class LatestQuarter(Meaning):
    """The quarter that a company's report is about: the one told last, else the last that ended before publication.

    `years` counts further, `year` takes the same quarter of that year; `latest` wants the one told close by, else the
    last that ended; `period` may be what was told instead of a quarter: "the 1988 period" after "the nine months".
    """

    latest: bool = False
    period: bool = False
    years: int = 0
    year: int | None = None

    @property
    def grain(self) -> Unit:
        """A quarter."""
        return Unit.QUARTER

    def read(self, context: Context) -> Reading:
        """Return the quarter, in another year where the words say so."""
        found, basis = self._told(context), "context"
        if found is None:
            if context.published is None:
                return Reading.vague(blank(Unit.QUARTER))
            found, basis = Stretch.around(Unit.QUARTER, context.published).shift(-1), "publication"
        years = self.years if self.year is None else self.year - found.first.year
        there = found.shift(years * (1 if found.unit is Unit.YEAR else 4))
        return replace(Reading.of(there, basis), compared=years != 0)

    def _told(self, context: Context) -> Stretch | None:
        """Return what was told: the quarter, or the year of the months that the figures are of."""
        report = context.report
        if report is not None and report.unit is not Unit.QUARTER and not self.period:
            report = None
        return report if self.latest else report or context.quarter
