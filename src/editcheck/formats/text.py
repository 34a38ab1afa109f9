"""Plain text: blank lines separate the blocks where there are any, newlines otherwise."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from editcheck.article import Article, Block, BlockKind, Piece, Scope, Span
from editcheck.formats.base import Format
from editcheck.source.errors import SourceError
from editcheck.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.config import FormatSettings

__all__ = ["TEXT", "article_from_text", "parse_published"]

_LINE_END = re.compile(r"\r\n?|\n")
#: Two line ends and more with nothing visible between them. A CR LF is one: the group never gives back its LF.
_BLANK_LINE = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*(?:(?>\r\n?|\n)[^\S\r\n]*)+")


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


def read(source: SourceText, _settings: FormatSettings) -> Sequence[Article]:
    """Read a text file: its text stays as it is, with every line end. Raises `SourceError` where it is blank."""
    article = article_from_text(source.text, language=None)
    if not article.blocks:
        raise SourceError(source.name, "the file has no text")
    return [replace(article, source=source)]


def recognise(source: SourceText) -> bool:
    """Whether a source is plain text: not a JSON document, and not markup."""
    return not source.text.lstrip().startswith("<") and not _is_json(source.text)


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _blocks(text: str) -> Iterator[Span]:
    separator = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
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


TEXT = Format(
    "text", "plain text: blank lines separate the paragraphs, or newlines where there are none", recognise, read
)
