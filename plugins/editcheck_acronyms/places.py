"""Where short forms and their definitions stand: in the article's own words, in its running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Acronym, Article, Definition, Facts, Span

__all__ = [
    "bracketed",
    "in_own_words",
    "own_definitions",
    "own_mentions",
    "same_wording",
    "stands_with",
    "ties_by_name",
]


def in_own_words(article: Article, facts: Facts, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the places in the running text, beside headline, deck and captions, that are not in quoted speech."""
    for span in spans:
        if article.block_at(span).in_body and not facts.is_quoted(span):
            yield span


def own_mentions(article: Article, facts: Facts, acronym: Acronym) -> list[Span]:
    """Return the mentions of a short form in the article's own running text."""
    return [*in_own_words(article, facts, acronym.mentions)]


def own_definitions(article: Article, facts: Facts, acronym: Acronym) -> list[Definition]:
    """Return the definitions by words of the article's own running text: no markup, no quotation, no caption."""
    places = {*in_own_words(article, facts, (each.short for each in acronym.definitions))}
    return [each for each in acronym.definitions if each.short in places and each.expansion is None]


def bracketed(article: Article, definition: Definition) -> bool:
    """Whether a definition is a long form with nothing but its short form in brackets after it."""
    between = article.text[definition.long.end : definition.short.start]
    after = article.text[definition.short.end : definition.short.end + 1]
    return re.fullmatch(r"[\"'”’]?,?\s*[(\[][\"'“‘]?", between) is not None and after in (")", "]")


def ties_by_name(definition: Definition) -> bool:
    """Whether a definition rests on its place alone, not on letters that fit ("the Basque Party (PNV)")."""
    return definition.strategy.endswith("other-letters")


def same_wording(first: str, second: str) -> bool:
    """Whether two long forms are one, but for case, hyphens, plural and the small words."""
    return _words(first) == _words(second)


def _words(long_form: str) -> list[str]:
    words = re.findall(r"[^\W_]+", long_form.lower())
    return [word.removesuffix("s") for word in words if word not in ("the", "of", "and", "for", "a", "an", "on", "in")]


def stands_with(article: Article, first: Span, second: Span, words: int = 3) -> bool:
    """Whether two places stand side by side in one sentence, at most so many words apart."""
    low, high = (first, second) if first.start <= second.start else (second, first)
    if high.start < low.end:
        return True
    between = article.text[low.end : high.start]
    return re.search(r"[.!?]\s|\n", between) is None and len(between.split()) <= words
