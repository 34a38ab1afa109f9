"""The dates that markup states: ISO 8601 as HTML's `datetime` and NITF's `norm` write it, extended or basic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from editcheck_dates.calendar import MONTHS, spelt

__all__ = ["Stated", "read_stated"]

_STATED = re.compile(
    r"""
    (?: (?P<year>\d{4}) (?: -? (?P<month>\d\d) (?: -? (?P<day>\d\d) )? )? | -{0,2} (?P<m>\d\d) - (?P<d>\d\d) )
    (?: [T\s] (?P<hour>\d\d) :? (?P<minute>\d\d) (?: :? \d\d (?: [.,] \d+ )? )?
        \s* (?P<zone> Z | [+-]\d\d:?\d\d | [+-]\d\d )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: How far local time is from Greenwich at most: Baker Island and Kiribati.
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as far as it is stated; `moment` is the instant in UTC of a time with a zone."""

    year: int | None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    moment: datetime | None = None

    def days(self) -> tuple[date, ...]:
        """Return the days that it may be: one, or for an instant every day that it is somewhere on earth."""
        if self.moment is not None:
            first, last = (self.moment + _WEST).date(), (self.moment + _EAST).date()
            return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
        if self.year is None or self.month is None or self.day is None:
            return ()
        return (date(self.year, self.month, self.day),)

    def in_utc(self) -> Stated:
        """Return the same with a time without a zone taken for UTC."""
        if self.moment is not None or None in (self.year, self.month, self.day, self.hour):
            return self
        moment = datetime(self.year or 1, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0)
        return replace(self, moment=moment)

    def spelt(self) -> str:
        """Return it as messages write it."""
        if self.year is not None and self.month is not None and self.day is not None:
            return spelt(date(self.year, self.month, self.day))
        day = f"{self.day} " if self.day is not None else ""
        month = MONTHS[self.month - 1] if self.month is not None else ""
        return f"{day}{month} {self.year or ''}".strip()


def read_stated(text: str) -> Stated | None:
    """Read what an attribute states; None for what is no date (a duration, a time alone, a slip)."""
    match = _STATED.fullmatch(text.strip())
    if match is None:
        return None
    numbers = {name: int(value) for name, value in match.groupdict().items() if value and name != "zone"}
    stated = Stated(
        numbers.get("year"),
        numbers.get("month", numbers.get("m")),
        numbers.get("day", numbers.get("d")),
        numbers.get("hour"),
        numbers.get("minute"),
        _moment(numbers, match["zone"]),
    )
    return stated if _possible(stated) else None


def _moment(numbers: dict[str, int], zone: str | None) -> datetime | None:
    if zone is None or "day" not in numbers:
        return None
    try:
        local = datetime(numbers["year"], numbers["month"], numbers["day"], numbers["hour"], numbers["minute"])
    except ValueError:
        return None
    return local - _offset(zone)


def _offset(zone: str) -> timedelta:
    if zone.upper() == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))


def _possible(stated: Stated) -> bool:
    try:
        date(stated.year or 2000, stated.month or 1, stated.day or 1)
    except ValueError:
        return False
    return True
