"""Meanings that are reckoned from another day: two weeks ago, a year earlier, three days before Christmas."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from editcheck.facts.dates.blanks import blank
from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.dates.stretches import Stretch, Unit

__all__ = ["Base", "Shifted"]


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
            return Reading.vague(blank(finest))
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
