"""Plain text: blank lines separate the blocks where there are any, newlines otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from editcheck.article import Article, Block, BlockKind, Piece, Scope, Span
from editcheck.source.text import SourceText

__all__ = ["article_from_text", "parse_published"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def article_from_text(
    text: str,
    *,
    published: str | date | datetime | None = None,
    title: str | None = None,
    language: str | None = "en",
    uri: str | None = None,
) -> Article:
    """Make an article whose text is `text` itself. Raises `ValueError` where `published` is no date."""
    return Article(
        text=text,
        blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in _blocks(text)),
        source=SourceText.of(text, uri or "<text>"),
        scope=Scope(text),
        pieces=(Piece(Span(0, len(text)), 0, len(text), 0, len(text)),) if text else (),
        published=parse_published(published) if isinstance(published, str) else published,
        title=title,
        language=language,
        uri=uri,
    )


def _blocks(text: str) -> Iterator[Span]:
    separator = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else re.compile("\n")
    start = 0
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Span(start + lead, start + lead + len(part.strip()))
        start = match.end() if match else end


def parse_published(value: str) -> date | datetime:
    """Read a date or a time in ISO 8601, extended or basic. Raises `ValueError` otherwise."""
    text = value.strip()
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-?\d\d-?\d\d", text) else datetime.fromisoformat(text)
