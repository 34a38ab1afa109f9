"""What a format is: a name, a recogniser, a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editcheck.article import Article
    from editcheck.config import FormatSettings
    from editcheck.source.text import SourceText

__all__ = ["Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """An article format. `recognise` sees the decoded source and the file's name and says whether it is this one.

    `read` returns the articles of the source, in its order; it raises `SourceError` where they cannot be read.
    """

    name: str
    summary: str
    recognise: Callable[[SourceText], bool]
    read: Callable[[SourceText, FormatSettings], Sequence[Article]]
