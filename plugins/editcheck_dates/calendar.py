"""What the rules say of days: names, lengths of months, and the days that a TIMEX3 value stands for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = ["MONTHS", "WEEKDAYS", "days_of", "month_of", "spelt", "weekday_of"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-W(\d\d)(-WE)?)?(?:T.*)?")
_SATURDAY = 5


def spelt(day: date) -> str:
    """Return a day as messages write it: 12 October 2016."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_of(day: date) -> str:
    """Return the name of the weekday that a day is."""
    return WEEKDAYS[day.weekday()]


def month_of(number: int) -> str:
    """Return the name of a month; January is 1."""
    return MONTHS[number - 1]


def days_of(value: str) -> tuple[date, date] | None:
    """Return the first and the last day of a TIMEX3 value (day, week, month or year), None for all other values."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day, week, weekend = match.groups()
    try:
        if week is not None:
            monday = date.fromisocalendar(int(year), int(week), 1)
            return monday + timedelta(days=_SATURDAY if weekend else 0), monday + timedelta(days=6)
        if day is not None:
            return (date(int(year), int(month), int(day)),) * 2
        first, last = (int(month), int(month)) if month else (1, 12)
        return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])
    except ValueError:
        return None
