"""Sections of a page that are read by themselves: updates of a live page, an abstract, a correction."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from editcheck import BlockKind

if TYPE_CHECKING:
    from editcheck import Article, Block

__all__ = ["Sections"]

_LETTER = re.compile(r"[^\W\d_]")
_TIME_OF_DAY = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{2,4}\b)?[:.]?\Z", re.IGNORECASE)
#: What the newsroom says about the story, below it or above it.
_NOTE = re.compile(r"\s*(?:Correction|Clarification|Update|Editor['’]s note)\b[^.]{0,30}:", re.IGNORECASE)
#: The most words of a label in capitals that opens a section: "FULL TEXT."
_LABEL = 2
#: The most characters of a block that is looked at.
_LONGEST = 40


class Sections:
    """Where the sections of an article begin; most articles are one section."""

    def __init__(self, article: Article) -> None:
        self._starts = [block.span.start for block in article.blocks if _parts(article, block)]

    def number(self, offset: int) -> int:
        """Return the number of the section that an offset in the text lies in."""
        return bisect_right(self._starts, offset)


def _parts(article: Article, block: Block) -> bool:
    """Whether a block only parts what stands above and below it: a rule of dashes, a time of day, a label, a note."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.SUBHEAD):
        return False
    if _NOTE.match(article[block.span]):
        return True
    if len(block.span) > _LONGEST:
        return False
    text = article[block.span].strip()
    label = text.isupper() and len(text.split()) <= _LABEL
    return label or not _LETTER.search(text) or bool(_TIME_OF_DAY.match(text))
