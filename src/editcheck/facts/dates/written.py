"""Meanings that the words give in full: a day, a decade, figures whose order is the country's, a day that cannot be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from editcheck.facts.dates.blanks import blank
from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.dates.stretches import Stretch, Unit, is_day
from editcheck.facts.model import DateParts

__all__ = ["Figures", "Fixed", "Impossible", "ShortDecade"]


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
