"""How long it is from a time to a day, as far as the words say, and whether a number of years goes with that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck_dates.calendar import days_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Elapsed", "elapsed", "years_of"]

_YEARS = re.compile(r"P(\d{1,4})Y")
_DAYS_A_YEAR = 365.25
#: So near to an anniversary (years) the coming number of years is used for the full one.
_NEARLY = 0.17


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The least and the most years between a time and a day."""

    least: float
    most: float

    def full_years(self) -> tuple[int, int]:
        """Return the least and the most anniversaries that have passed."""
        return int(self.least), int(self.most)

    def allows(self, years: int, mod: str | None, slack: float = _NEARLY) -> bool:
        """Whether so many years can be meant; `mod` is the TIMEX3 modifier of "about", "nearly", "more than"."""
        least, most = int(self.least), int(self.most + slack)
        if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
            return years <= most
        if mod in ("LESS_THAN", "EQUAL_OR_LESS"):
            return least <= years <= most + 1
        if mod is not None:
            return least - max(1, years // 5) <= years <= most + max(1, years // 5)
        return least <= years <= most

    def spelt(self) -> str:
        """Return it as messages write it: "2", "2 or 3"."""
        least, most = self.full_years()
        return f"{least}" if least == most else f"{least} or {most}"


def elapsed(value: str, until: date) -> Elapsed | None:
    """Return the years from a TIMEX3 value to a day; None for values that are no dates, and for days to come."""
    days = days_of(value)
    if days is None or days[1] > until:
        return None
    return Elapsed(_between(days[1], until), _between(days[0], until))


def _between(begin: date, until: date) -> float:
    """Return the years between two days, whole on every anniversary."""
    whole = until.year - begin.year - ((until.month, until.day) < (begin.month, begin.day))
    last = begin.replace(year=begin.year + whole, day=min(begin.day, 28))
    return whole + max(0.0, min(0.999, ((until - last).days - max(0, begin.day - 28)) / _DAYS_A_YEAR))


def years_of(value: str) -> int | None:
    """Return the years of a TIMEX3 duration in whole years, None for all others."""
    match = _YEARS.fullmatch(value)
    return int(match[1]) if match is not None else None
