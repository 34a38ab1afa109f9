"""TIMEX3 values in the order of the calendar, and in words."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Stretch", "stretch_of"]

#: First and last day, and the words for what lies between.
Stretch: TypeAlias = tuple[date, date, str]

_SEASONS = {"SP": ("spring", 3, 5), "SU": ("summer", 6, 8), "FA": ("autumn", 9, 11), "WI": ("winter", 12, 14)}
_HALVES = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12)}
_HALF_NAMES = {
    "Q1": "first quarter",
    "Q2": "second quarter",
    "Q3": "third quarter",
    "Q4": "fourth quarter",
    "H1": "first half",
    "H2": "second half",
}
_TIMES = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime", "MI": "midday"}


def stretch_of(value: str) -> Stretch | None:
    """Return what a value stands for in the calendar; None where it has no place there (PAST_REF, XXXX-10, P3D)."""
    for pattern, read in _READERS:
        match = pattern.fullmatch(value)
        if match is not None:
            try:
                return read(*match.groups())
            except (ValueError, OverflowError):
                return None
    return None


def _day(year: str, month: str, day: str, time: str | None) -> Stretch:
    on = date(int(year), int(month), int(day))
    label = f"{on:%A}, {on.day} {on:%B} {on.year}"
    told = _TIMES.get(time, time) if time else ""
    return on, on, f"{label}, {told}" if told else label


def _month(year: str, month: str) -> Stretch:
    return *_months(int(year), int(month), int(month)), f"{calendar.month_name[int(month)]} {int(year)}"


def _year(year: str) -> Stretch:
    return date(int(year), 1, 1), date(int(year), 12, 31), str(int(year))


def _decade(decade: str) -> Stretch:
    return date(int(decade) * 10, 1, 1), date(int(decade) * 10 + 9, 12, 31), f"the {int(decade)}0s"


def _century(century: str) -> Stretch:
    first = date(int(century) * 100 or 1, 1, 1)
    return first, date(int(century) * 100 + 99, 12, 31), f"the {_ordinal(int(century) + 1)} century"


def _week(year: str, week: str, weekend: str | None) -> Stretch:
    monday = date.fromisocalendar(int(year), int(week), 1)
    sunday = monday + timedelta(6)
    if weekend:
        saturday = sunday - timedelta(1)
        return saturday, sunday, f"the weekend of {saturday.day} {saturday:%B} {saturday.year}"
    return monday, sunday, f"the week of {monday.day} {monday:%B} {monday.year}"


def _part(year: str, part: str) -> Stretch:
    return *_months(int(year), *_HALVES[part]), f"{_HALF_NAMES[part]} of {int(year)}"


def _season(year: str, season: str) -> Stretch:
    name, first, last = _SEASONS[season]
    return *_months(int(year), first, last), f"{name} {int(year)}"


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    """Return the first and last day of some months; a thirteenth is the next year's first."""
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end, calendar.monthrange(end_year, end)[1])


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_READERS: tuple[tuple[re.Pattern[str], Callable[..., Stretch]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(\d{4})-(\d\d)-(\d\d)(?:T(MO|AF|EV|NI|DT|MI|\d\d:\d\d)?.*)?", _day),
        (r"(\d{4})-(\d\d)", _month),
        (r"(\d{4})", _year),
        (r"(\d{3})X?", _decade),
        (r"(\d\d)(?:XX)?", _century),
        (r"(\d{4})-W(\d\d)(-WE)?", _week),
        (r"(\d{4})-(Q[1-4]|H[12])", _part),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
    )
)
