"""How a house writes dates: the styles of date_styles.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck import load_table
from editcheck_dates.calendar import MONTHS

if TYPE_CHECKING:
    from editcheck import Facts

__all__ = ["DateStyle", "date_style", "style_of"]

_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z]")
_MONTH_FIRST = re.compile(r"[A-Z][a-z]+\.? (?:the )?\d{1,2}(?!\d)")
_SHORTENED = re.compile(r"\b(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a month beside a day is written, a day without and with its year."""

    months: tuple[str, ...]
    day: str
    year: str

    def write(self, year: int | None, month: int, day: int | None) -> str:
        """Return a date as the house writes it; without a day the month is written out."""
        if day is None:
            name = MONTHS[month - 1]
            return name if year is None else f"{name} {year}"
        pattern = self.day if year is None else self.year
        return pattern.format(month=self.months[month - 1], day=day, year=year)

    @property
    def day_first(self) -> bool:
        """Whether the day stands before the month."""
        return self.day.startswith("{day}")


def date_style(name: str) -> DateStyle:
    """Return a style by its name. Raises `ValueError` where there is none of that name."""
    table = load_table("editcheck_dates", "date_styles.toml")
    if f"{name} day" not in table:
        names = ", ".join(key for key in table if " " not in key)
        raise ValueError(f"there is no style of dates {name!r}; there are {names}")
    months = table[f"{name} months"]
    return DateStyle(MONTHS if months == "full" else tuple(months.split()), table[f"{name} day"], table[f"{name} year"])


def style_of(facts: Facts) -> DateStyle:
    """Return the style in which most of an article's dates are written, the American one where it has none."""
    dated = [each.text for each in facts.dates if each.parts is not None and each.parts.month and each.parts.day]
    british = sum(_DAY_FIRST.search(each) is not None for each in dated)
    american = sum(_MONTH_FIRST.search(each) is not None for each in dated)
    if british > american:
        return date_style("uk")
    return date_style("ap" if any(_SHORTENED.search(each) for each in dated) else "us")
