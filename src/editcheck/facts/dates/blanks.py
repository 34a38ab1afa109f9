"""The TIMEX3 values of stretches of which nothing but the unit is known."""

from __future__ import annotations

from editcheck.facts.dates.stretches import Unit

__all__ = ["blank"]

_BLANKS = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.WEEKEND: "XXXX-WXX-WE",
    Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX",
    Unit.HALF: "XXXX-HX",
    Unit.SEASON: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX",
    Unit.CENTURY: "XX",
}


def blank(unit: Unit) -> str:
    """Return the TIMEX3 value of a stretch of a unit of which nothing is known."""
    return _BLANKS.get(unit, "XXXX-XX-XXTXX:XX")
