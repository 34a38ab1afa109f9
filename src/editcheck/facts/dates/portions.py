"""Meanings that are a part of a longer stretch, or the stretch around a day: May last year, the week of 6 March."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.facts.dates.blanks import blank
from editcheck.facts.dates.cycles import Cycle, Weekday, Weekend
from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.dates.stretches import Stretch, Unit

if TYPE_CHECKING:
    from editcheck.facts.model import DateParts

__all__ = ["Containing", "Part"]


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
        found = None if whole.stretch is None else self._find(whole.stretch)
        if found is None:
            return Reading.vague(self._blank, self.parts)
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
            return Reading.vague(blank(self.unit))
        return Reading.of(day.stretch.within(self.unit), day.basis)
