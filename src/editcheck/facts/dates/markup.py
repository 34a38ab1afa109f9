"""What the markup says about a time: `<time datetime>` and `<chron norm>` around the words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.article import Article, Span
    from editcheck.facts.model import TimeExpression

__all__ = ["attach"]

_ELEMENTS = {"time": "datetime", "chron": "norm"}


def attach(article: Article, dates: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the expressions, each with the span of the element that states a time for its words."""
    stated = [each.span for each in article.markup if each.get(_ELEMENTS.get(each.name, "")) is not None]
    if not stated:
        return tuple(dates)
    return tuple(replace(each, markup=_around(each.span, stated)) for each in dates)


def _around(span: Span, stated: list[Span]) -> Span | None:
    """Return the smallest element that holds the words, or lies in them."""
    fitting = [each for each in stated if span in each or each in span]
    return min(fitting, key=len, default=None)
