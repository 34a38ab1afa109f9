"""When a holiday falls, by the rule that data/dates_holidays.toml gives for it.

A rule is "12-25" (a day of the year), "11-4-4" (the fourth Thursday of November; "5--1-1" the last Monday of May),
"11-4-4+1" (the day after), "easter-2" (days from Easter Sunday), or "election" (the Tuesday after the first Monday of
November).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["holiday_in"]

_EASTER = re.compile(r"easter([+-]\d+)")
_NTH = re.compile(r"(\d+)-(-?\d)-(\d)(\+\d)?")


@lru_cache(maxsize=1024)
def holiday_in(rule: str, year: int) -> date:
    """Return the day of a holiday in a year. Raises `ValueError` for what is no rule."""
    if rule == "election":
        return _nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    if match := _EASTER.fullmatch(rule):
        return _easter(year) + timedelta(days=int(match[1]))
    if match := _NTH.fullmatch(rule):
        day = _nth_weekday(year, int(match[1]), int(match[2]), int(match[3]))
        return day + timedelta(days=int(match[4] or 0))
    month, number = rule.split("-")
    return date(year, int(month), int(number))


def _nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """Return the first, second ... (-1: the last) weekday of a month; Monday is 1."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * correction + 114, 31)
    return date(year, month, day + 1)
