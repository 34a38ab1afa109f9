"""From an edit of the readable text to replacements in the file: which characters are overwritten by what.

A stretch that inline tags or character references interrupt is several runs in the file. What does not change is left
alone, so that the tags go on standing around their words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from editcheck.annotation import Edit
from editcheck.article import Article, SourceRange, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Replacement", "replacements"]


#: The part of a scope that is HTML written as the text of an XML element, in references or in CDATA.
_INNER_HTML = "text/html"
_BLANKS = " \t\n\f\r"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters to write over a range of the file, encoded as the place needs it."""

    place: SourceRange
    text: str


def replacements(article: Article, edit: Edit) -> list[Replacement]:
    """Return what to write where in the file, in its order; nothing where the words do not stand in it."""
    runs = article.locate(edit.span)
    if len(runs) > 1:
        edit = _narrowed(article, edit)
        runs = article.locate(edit.span)
    if not runs and not article[edit.span]:
        runs = tuple(_insertion_point(article, edit.span.start))
    runs = _with_blanks(article, runs)
    texts = [edit.text, *[""] * (len(runs) - 1)]
    return [Replacement(run, _encoded(text, article, run)) for run, text in zip(runs, texts, strict=False)]


def _with_blanks(article: Article, runs: tuple[SourceRange, ...]) -> tuple[SourceRange, ...]:
    """Take in the white space between runs: of a stretch that is one blank to the reader, only the first has a place.

    If it stayed, there would be a blank too many where the words have gone.
    """
    text = article.source.text
    bounds = [[run.start, run.end] for run in runs]
    for before, after in pairwise(bounds):
        gap = text[before[1] : after[0]]
        before[1] += len(gap) - len(gap.lstrip(_BLANKS))
        if before[1] < after[0]:
            after[0] -= len(gap) - len(gap.rstrip(_BLANKS))
    return tuple(_moved(article, run, start, end) for run, (start, end) in zip(runs, bounds, strict=True))


def _moved(article: Article, run: SourceRange, start: int, end: int) -> SourceRange:
    source = article.source
    line, column = source.position(start)
    byte_start, byte_end = source.byte_offset(start), source.byte_offset(end)
    return replace(run, start=start, end=end, byte_start=byte_start, byte_end=byte_end, line=line, column=column)


def _narrowed(article: Article, edit: Edit) -> Edit:
    """Cut off an edit's ends what stays the same."""
    old, new = article[edit.span], edit.text
    before = _same(old, new)
    old, new = old[before:], new[before:]
    after = _same(old[::-1], new[::-1])
    return Edit(Span(edit.span.start + before, edit.span.end - after), new[: len(new) - after])


def _same(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _insertion_point(article: Article, offset: int) -> Iterator[SourceRange]:
    """Yield the place after the character before an offset, or else before the one after it; at most one."""
    if offset > 0 and (before := article.locate(Span(offset - 1, offset))):
        yield _point(article, before[-1], before[-1].end)
    elif offset < len(article.text) and (after := article.locate(Span(offset, offset + 1))):
        yield _point(article, after[0], after[0].start)


def _point(article: Article, run: SourceRange, offset: int) -> SourceRange:
    return _moved(article, replace(run, escapes=()), offset, offset)


def _encoded(text: str, article: Article, place: SourceRange) -> str:
    """Return a text as it must be written at a place, encoded once for each layer that is around it, inmost first."""
    if place.xpath is not None:
        if article.scope.part == _INNER_HTML:
            text = _referenced(text, article.source.encoding)
        if not _in_cdata(article.source.text, place.start):
            text = _referenced(text, article.source.encoding)
    if place.part is not None and place.part.startswith("/"):
        text = json.dumps(text, ensure_ascii=False)[1:-1]
    return text


def _referenced(text: str, encoding: str) -> str:
    """Return a text with character references for what markup means otherwise and for what the encoding lacks."""
    marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return marked.encode(encoding, "xmlcharrefreplace").decode(encoding)


def _in_cdata(source: str, offset: int) -> bool:
    return source.rfind("<![CDATA[", 0, offset) > source.rfind("]]>", 0, offset)
