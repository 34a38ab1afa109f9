"""Meanings that are no place in the calendar: how long something lasts, and how often it comes round."""

from __future__ import annotations

from dataclasses import dataclass

from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.dates.stretches import Unit

__all__ = ["Length", "Repeated", "period"]


@dataclass(frozen=True, slots=True)
class Length(Meaning):
    """How long something lasts; `terms` are counts with their units, None for a count that is not told."""

    terms: tuple[tuple[float | None, Unit], ...]

    def read(self, context: Context) -> Reading:
        """Return the period, the same in every context."""
        return Reading("DURATION", period(self.terms))


@dataclass(frozen=True, slots=True)
class Repeated(Meaning):
    """What comes round: daily, every Friday. `value` is TIMEX3's: a period, or a date with the unknown crossed out."""

    value: str

    def read(self, context: Context) -> Reading:
        """Return the value, the same in every context."""
        return Reading("SET", self.value)


def period(terms: tuple[tuple[float | None, Unit], ...]) -> str:
    """Return the TIMEX3 value of a length: P2Y, PT1H30M, P1Y6M, PXD where nobody knows how many, PXX without a unit."""
    if not terms:
        return "PXX"
    dates, times = "", ""
    for count, unit in _whole(terms):
        number = "X" if count is None else f"{count:g}" if count < 1e6 else str(round(count))
        if unit.on_the_clock:
            times += number + unit.value[1:]
        else:
            dates += number + unit.value
    return "P" + dates + ("T" + times if times else "")


def _whole(terms: tuple[tuple[float | None, Unit], ...]) -> list[tuple[float | None, Unit]]:
    """Count tens of years for decades, and smaller units for halves: two and a half years are P2Y6M."""
    out: list[tuple[float | None, Unit]] = []
    for count, unit in terms:
        if count is None:
            out.append((count, unit))
        elif unit in (Unit.DECADE, Unit.CENTURY):
            out.append((count * (10 if unit is Unit.DECADE else 100), Unit.YEAR))
        elif count % 1 == 0.5 and unit in _HALVES:
            smaller, number = _HALVES[unit]
            out += [(count - 0.5, unit)] if count > 1 else []
            out.append((number, smaller))
        else:
            out.append((count, unit))
    return out


_HALVES = {
    Unit.YEAR: (Unit.MONTH, 6),
    Unit.HOUR: (Unit.MINUTE, 30),
    Unit.MINUTE: (Unit.SECOND, 30),
    Unit.DAY: (Unit.HOUR, 12),
}
