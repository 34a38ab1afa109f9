"""Where each word of an article stands, so that a phrase is looked for only where its first word is."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from editcheck.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article

__all__ = ["WordIndex"]

_RUN = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"[\s–-]+")


class WordIndex:
    """The runs of letters and digits of an article's text, folded, with their offsets."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.text

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        starts: dict[str, list[int]] = {}
        for match in _RUN.finditer(self._text):
            starts.setdefault(match.group().lower(), []).append(match.start())
        return starts

    def phrases(self, phrase: str) -> Iterator[Span]:
        """Yield where a phrase stands, however it is capitalised, broken or hyphened, in the singular or the plural."""
        words = _BREAK.split(phrase.strip())
        pattern = re.compile(r"(?<!\w)" + r"[\s–-]+".join(map(re.escape, words)) + r"s?(?!\w)", re.IGNORECASE)
        return self._matches(phrase, pattern)

    def forms(self, form: str) -> Iterator[Span]:
        """Yield where a short form stands, exactly as it is written, in the singular or the plural."""
        return self._matches(form, re.compile(r"(?<!\w)" + re.escape(form) + r"s?(?!\w)"))

    def _matches(self, words: str, pattern: re.Pattern[str]) -> Iterator[Span]:
        first = _RUN.search(words)
        if first is None:
            return
        run, lead = first.group().lower(), first.start()
        for start in sorted({*self._starts.get(run, ()), *self._starts.get(f"{run}s", ())}):
            match = pattern.match(self._text, start - lead) if start >= lead else None
            if match and match.end() <= self._article.block_at(match.start()).span.end:
                yield Span(*match.span())
