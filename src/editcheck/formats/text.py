"""Plain text: blank lines separate the blocks where there are any, newlines otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.article import Article
from editcheck.formats.base import Format
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.config import FormatSettings
    from editcheck.source.text import SourceText

__all__ = ["TEXT"]


def read(source: SourceText, _settings: FormatSettings) -> Sequence[Article]:
    """Read a text file: its text stays as it is, with every line end. Raises `SourceError` where it is blank."""
    article = Article.from_text(source.text, language=None)
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


TEXT = Format(
    "text", "plain text: blank lines separate the paragraphs, or newlines where there are none", recognise, read
)
