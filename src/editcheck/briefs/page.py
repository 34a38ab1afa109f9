"""The sheet as one HTML page: pictures are inline SVG with a text beside them, nothing is loaded and nothing runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from editcheck.reports.tally import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

    from editcheck.briefs.model import Brief, Place

__all__ = ["render", "render_part"]


def render(briefs: Iterable[Brief], language: str = "en") -> str:
    """Return a page of sheets, one after the other; what the articles say is text in it, and never markup."""
    page: str = _environment().get_template("page.html").render(briefs=list(briefs), language=language)
    return page


def render_part(brief: Brief, number: int = 1) -> str:
    """Return a sheet as an HTML fragment for another page; `number` makes its ids its own."""
    part: str = _environment().get_template("sheet.html").render(brief=brief, number=number)
    return part


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=PackageLoader("editcheck.briefs"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["number_of"] = number_of
    environment.filters["at"] = _at
    environment.filters["share"] = _share
    return environment


def _at(place: Place | None) -> str:
    return f"line {place.line}, column {place.column}" if place else "no place in the source"


def _share(part: int, whole: int, width: int) -> str:
    """Return how much of a width a part of a whole takes, as SVG writes it."""
    return f"{width * part / whole:.1f}" if whole else "0"
