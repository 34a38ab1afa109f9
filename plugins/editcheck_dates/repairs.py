"""Edits inside the words of a date, and how the words around go with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Span

if TYPE_CHECKING:
    from editcheck import Article, DateRange, Facts, TimeExpression

__all__ = ["edit_at", "figure_of", "keeps_range", "put_figure", "range_of", "with_comma"]

#: The sentence goes on behind a date, with no mark between; a part of a word ("'s", "-old") is no such thing.
_GOES_ON = re.compile(r"[ \u00a0]+[\w“\"‘$£]")
_HANGS_ON = re.compile(r"['’\-‑]|\w")


def figure_of(expression: TimeExpression, number: int) -> re.Match[str] | None:
    """Return where a figure stands in the words of a date, with its st, nd, rd or th."""
    return re.search(rf"(?<!\d){number}(?!\d)(?:st|nd|rd|th)?", expression.text)


def put_figure(expression: TimeExpression, number: int, replacement: int) -> Edit | None:
    """Return the edit that puts another figure in the place of one, None where that is not written in figures."""
    found = figure_of(expression, number)
    if found is None:
        return None
    return edit_at(expression, found, str(replacement) + ("" if found[0].isdigit() else _ending(replacement)))


def edit_at(expression: TimeExpression, found: re.Match[str], text: str) -> Edit:
    """Return the edit that puts a text in the place of what was found in the words of a date."""
    start = expression.span.start
    return Edit(Span(start + found.start(), start + found.end()), text)


def range_of(facts: Facts, expression: TimeExpression) -> DateRange | None:
    """Return the range of which a date is the beginning or the end."""
    found = (each for each in facts.date_ranges if expression in (facts.dates[each.begin], facts.dates[each.end]))
    return next(found, None)


def keeps_range(facts: Facts, expression: TimeExpression, day: int) -> bool:
    """Whether a range of days of one month goes forward with another day at one of its ends."""
    within = range_of(facts, expression)
    if within is None:
        return True
    begin, end = (facts.dates[each] for each in (within.begin, within.end))
    first, last = (day if each == expression else _day_of(each) for each in (begin, end))
    in_one_month = len({each.parts.month for each in (begin, end) if each.parts is not None} - {None}) < 2
    return first is None or last is None or not in_one_month or first < last


def _day_of(expression: TimeExpression) -> int | None:
    return expression.parts.day if expression.parts is not None else None


def with_comma(article: Article, end: int, written: str) -> str | None:
    """Return what is written up to a place with the comma that sets an American date off; None within a word."""
    if _HANGS_ON.match(article.text, end):
        return None
    return written + "," if _GOES_ON.match(article.text, end) else written


def _ending(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
