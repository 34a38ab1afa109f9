"""The passage to show around a place: its sentence, or a window of whole words where the sentence is long.

Nothing of the article is trusted on its way to a terminal: control characters do not get there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article, Span

__all__ = ["Part", "clean", "passage"]

#: Where one sentence may end and the next begin; group 1 is what ends it.
_SENTENCE_BREAK = re.compile(r"([.!?][\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]?[A-Z0-9])")
#: What stands before a full stop that is no abbreviation's: "said.", "Weiss.", "2016.", but not "Oct." and "Mr.".
_WORD = re.compile(r"(?:\b[a-z]\w+|\w{5}|\d|\W)\Z")
#: Characters that the end of a sentence takes, with a word before it and blanks behind it.
_BREAK = 12
#: Escape sequences could rewrite the screen, overrides of the writing direction could reverse what is read.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage; `marked` are the words that it is about."""

    text: str
    marked: bool = False


def passage(article: Article, span: Span, *, context: int, longest: int) -> list[Part]:
    """Return a span with what stands around it in its block.

    `context` are the characters to show at most before and after, `longest` those of the span itself: of a longer one
    the middle is left out.
    """
    around = _blocks_around(article, span)
    text = article.text
    start, cut_before = _start(text, around.start, span.start, context)
    end, cut_after = _end(text, span.end, around.end, context)
    parts = [
        Part(("…" if cut_before else "") + text[start : span.start]),
        *_marked(text[span.start : span.end], longest),
        Part(text[span.end : end] + ("…" if cut_after else "")),
    ]
    return [Part(clean(each.text), each.marked) for each in parts if each.text]


def clean(text: str) -> str:
    """Return a text in one line and without characters that would do something to a terminal."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", re.sub(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]", " ", text))


def _blocks_around(article: Article, span: Span) -> Span:
    try:
        around = article.block_at(span).span
    except IndexError:
        return span
    return around.cover(span) if span.end <= around.end else around.cover(_last_block(article, span))


def _last_block(article: Article, span: Span) -> Span:
    try:
        return article.block_at(span.end).span
    except IndexError:
        return span


def _start(text: str, first: int, offset: int, context: int) -> tuple[int, bool]:
    """Return where to begin, with the sentence if it is near, with a word otherwise, and whether that cuts it."""
    near = max(first, offset - context)
    starts = [start for _, start in _breaks(text, max(first, near - _BREAK), offset + 2) if near <= start <= offset]
    if starts:
        return starts[-1], False
    blank = text.find(" ", near - 1, offset) if near > first else -1
    return (blank + 1 if blank >= 0 else near), near > first


def _end(text: str, offset: int, last: int, context: int) -> tuple[int, bool]:
    """Return where to end, with the sentence if that is near, with a word otherwise, and whether that cuts it."""
    near = min(last, offset + context)
    for end, _ in _breaks(text, max(0, offset - _BREAK), min(last, near + _BREAK)):
        if offset <= end <= near:
            return end, False
    blank = text.rfind(" ", offset, near) if near < last else -1
    return (blank if blank >= 0 else near), near < last


def _breaks(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where sentences end in a range of a text, each with the place where the next one begins."""
    for match in _SENTENCE_BREAK.finditer(text, first, last):
        if match[1][0] != "." or _WORD.search(text, max(0, match.start() - _BREAK), match.start()):
            yield match.end(1), match.end()


def _marked(words: str, longest: int) -> list[Part]:
    if len(words) <= longest:
        return [Part(words, marked=True)]
    head, tail = words[: longest * 2 // 3], words[-longest // 3 :]
    head, tail = head[: head.rfind(" ")] if " " in head else head, tail[tail.find(" ") + 1 :]
    return [Part(head, marked=True), Part(" […] "), Part(tail, marked=True)]
