"""Abbreviations and units in running text: what every reader of English knows, and no capitals give away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.acronyms.known import abbreviations, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article
    from editcheck.facts.acronyms.refusals import Context

__all__ = ["everyday_forms"]


def everyday_forms(article: Article, context: Context) -> Iterator[Span]:
    """Yield the abbreviations of an article, and the units that follow a number."""
    words = {word.strip("()[]\"'“”‘’,;:!?—") for word in set(article.text.split())}
    present = {word for word in words if word in abbreviations()}
    measures = {bare for bare in (word.rstrip(".") for word in words) if bare in units()}
    if not present and not measures:
        return
    longest_first = sorted(present | measures, key=lambda form: (-len(form), form))
    for match in re.finditer(r"(?<![\w.])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", article.text):
        span = Span(*match.span())
        if match.group() in present or context.follows_number(span):
            yield span
