"""Meanings that are a time of the day: 10 p.m., noon, Friday evening, the night of 3 March."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editcheck.facts.dates.dated import day_close_by
from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.model import DateParts

__all__ = ["OClock", "PartOfDay", "TimeOfDay"]


@dataclass(frozen=True, slots=True)
class OClock:
    """A time as it stands on a clock, in whatever zone; the hour as it is written where there can be no such time."""

    hour: int
    minute: int | None = None
    second: int | None = None

    @property
    def possible(self) -> bool:
        """Whether there is such a time; 24:00 is one."""
        minute, second = self.minute or 0, self.second or 0
        return (self.hour < 24 or (self.hour == 24 and minute == second == 0)) and minute < 60 and second <= 60

    @property
    def value(self) -> str:
        """What stands after the T of a TIMEX3 value."""
        if not self.possible:
            return "XX:XX"
        minute = 0 if self.minute is None else self.minute
        second = "" if self.second is None else f":{self.second:02d}"
        return f"{self.hour:02d}:{minute:02d}{second}"


@dataclass(frozen=True, slots=True)
class TimeOfDay(Meaning):
    """A time by the clock, on a day where the words name one, else on the day told close by or that of publication."""

    clock: OClock
    day: Meaning | None = None

    def read(self, context: Context) -> Reading:
        """Return the time with its day."""
        day = _day(self.day, context)
        parts = replace(day.parts or DateParts(), hour=self.clock.hour, minute=self.clock.minute)
        return _timed(day, self.clock.value, parts)


@dataclass(frozen=True, slots=True)
class PartOfDay(Meaning):
    """A part of the day by its TIMEX3 code (MO, MI, AF, EV, NI, DT), with the day as in `TimeOfDay`."""

    code: str
    day: Meaning | None = None

    def read(self, context: Context) -> Reading:
        """Return the part of the day with its day."""
        day = _day(self.day, context)
        return _timed(day, self.code, day.parts)


def _day(meaning: Meaning | None, context: Context) -> Reading:
    return day_close_by(context) if meaning is None else meaning.read(context)


def _timed(day: Reading, time: str, parts: DateParts | None) -> Reading:
    def at(value: str) -> str:
        return f"{value}T{time}"

    return replace(day, type="TIME", value=at(day.value), alternatives=tuple(map(at, day.alternatives)), parts=parts)
