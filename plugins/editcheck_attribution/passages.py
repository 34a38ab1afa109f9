"""Where words stand and how they are named in messages and fingerprints: what the rules of this checker share."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from editcheck import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Article, Block, Facts, Span

__all__ = ["in_running_text", "in_speech", "is_deck", "is_short_line", "opening_words", "shortened", "words_of"]

_LONGEST_DECK = 16
#: A short line of plain text between paragraphs is a subhead: "Lind: a miracle", "What comes next".
_LONGEST_SUBHEAD = 5
#: The most words of a label in capitals that opens a section ("FULL TEXT."), and the blocks in which it is looked for.
_LABEL, _LABELS_WITHIN = 2, 8
#: The format that does not say which lines are headlines, decks and subheads; all others do.
_PLAIN = "text"
_QUOTING = re.compile(r"[\"“”«»]|''|[.?!] [A-Z]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def in_running_text(article: Article, span: Span) -> bool:
    """Whether words stand in the body, where each sentence follows from the one before: no headline, no caption."""
    block = article.block_at(span)
    if not block.in_body or block.kind in (BlockKind.SUBHEAD, BlockKind.TABLE_CELL):
        return False
    if _is_headline(article, block) or is_deck(article, block) or is_short_line(article, block):
        return False
    return block.span.start >= _beginning(article)


def is_short_line(article: Article, block: Block) -> bool:
    """Whether a block of plain text that has a few words quotes nobody and stands between longer ones."""
    text = article[block.span]
    if article.format != _PLAIN or len(article.blocks) < 3:
        return False
    return len(text.split()) <= _LONGEST_SUBHEAD and not _QUOTING.search(text)


def _beginning(article: Article) -> int:
    """Return where the text begins: below labels like "ABSTRACT" and "FULL TEXT" an abstract says it all before."""
    if article.format != _PLAIN:
        return 0
    labels = [block for block in article.blocks[:_LABELS_WITHIN] if _is_label(article[block.span])]
    return labels[-1].span.end if len(labels) > 1 else 0


def _is_label(text: str) -> bool:
    return text.isupper() and len(text.split()) <= _LABEL


def is_deck(article: Article, block: Block) -> bool:
    """Whether a line of plain text below the headline sums up the article: one short sentence that quotes nobody."""
    if article.format != _PLAIN or len(article.blocks) < 3 or block != article.blocks[1]:
        return False
    if not _is_headline(article, article.blocks[0]):
        return False
    text = article[block.span]
    return len(text.split()) <= _LONGEST_DECK and not _QUOTING.search(text)


def _is_headline(article: Article, block: Block) -> bool:
    """Whether a block is the headline after all: plain text does not say what its first line is for."""
    if article.title is None or block != article.blocks[0]:
        return False
    title = list(words_of(article.title))
    return bool(title) and [*islice(words_of(article[block.span]), len(title))] == title


def in_speech(facts: Facts, span: Span) -> bool:
    """Whether words stand in what the article credits somebody with: they are the speaker's."""
    return facts.is_quoted(span) or facts.is_credited(span)


def shortened(text: str, most: int = 8) -> str:
    """Return a passage for a message: its first words, with an ellipsis where some are left out."""
    words = text.split(maxsplit=most)
    return text if len(words) <= most else f"{' '.join(words[:most])} …"


def opening_words(text: str, most: int = 6) -> str:
    """Return the first words of a passage in lower case without punctuation, as a key that outlives edits elsewhere."""
    return " ".join(islice(words_of(text), most))


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a passage in lower case."""
    return (match.group().lower() for match in _WORD.finditer(text))
