"""Definitions by markup: `<abbr title="...">` and `<acronym title="...">`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.model import Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article

__all__ = ["definitions_in_markup"]


def definitions_in_markup(article: Article) -> Iterator[Definition]:
    """Yield what the markup says of short forms; the long form is no words of the text, so `long` is the short span."""
    for markup in article.markup:
        title = (markup.get("title") or "").strip() if markup.name in ("abbr", "acronym") else ""
        if title and len(markup.span):
            yield Definition(markup.span, markup.span, "markup", expansion=title)
