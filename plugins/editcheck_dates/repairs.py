"""Edits inside the words of a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Span

if TYPE_CHECKING:
    from editcheck import TimeExpression

__all__ = ["edit_at", "figure_of", "put_figure"]


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


def _ending(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
