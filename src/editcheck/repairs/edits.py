"""From an edit of the readable text to replacements in the file: which characters are overwritten by what.

A stretch that inline tags or character references interrupt is several runs in the file. What does not change is left
alone, so that the tags go on standing around their words.
"""

from __future__ import annotations

import json
import re
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
#: What makes a tag of a `<` before it that was a mere character.
_BEGINS_TAG = re.compile(r"[A-Za-z/!?]")
#: So far from an edit words may stand that the file writes along with its own: a line end or a blank is between.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters to write over a range of the file, encoded as the place needs it."""

    place: SourceRange
    text: str


def replacements(article: Article, edit: Edit) -> list[Replacement]:
    """Return what to write where in the file, in its order; nothing where the words cannot be written into it.

    Such words do not stand in it, or stand for something else besides (an entity that holds tags, a reference that is
    written half inside of CDATA), or are to be of characters that a plain text's encoding lacks.
    """
    if len(article.locate(edit.span)) > 1:
        edit = _narrowed(article, edit)
    edit = _whole(article, edit)
    runs = article.locate(edit.span)
    if not runs and not article[edit.span]:
        runs = tuple(_insertion_point(article, edit.span.start))
    if not _can_be_written(article, edit.span, runs):
        return []
    runs = _with_blanks(article, runs)
    texts = [edit.text, *[""] * (len(runs) - 1)]
    written = [Replacement(run, _encoded(text, article, run)) for run, text in zip(runs, texts, strict=False)]
    return written if all(_has(article.source.encoding, each.text) for each in written) else []


def _whole(article: Article, edit: Edit) -> Edit:
    """Widen an edit of a part of what a reference or an entity stands for to all of it: the rest is written out."""
    span = edit.span
    touched = [
        piece.text
        for piece in article.pieces_of(Span(span.start, max(span.end, span.start + 1)))
        if piece.text.start < span.end
    ]
    start = min([span.start, *(each.start for each in touched)])
    end = max([span.end, *(each.end for each in touched)])
    text = article.text
    return Edit(Span(start, end), text[start : span.start] + edit.text + text[span.end : end])


def _can_be_written(article: Article, span: Span, runs: tuple[SourceRange, ...]) -> bool:
    """Whether writing over these runs changes nothing but the span's own words and leaves the markup whole."""
    around = article.pieces_of(Span(max(0, span.start - _NEAR), span.end + _NEAR))
    outside = [piece for piece in around if piece.text.end <= span.start or piece.text.start >= span.end]
    if any(piece.start < run.end and run.start < piece.end for run in runs for piece in outside):
        return False
    if any(before.end > after.start and after.end > before.start for before, after in pairwise(runs)):
        return False
    said = [article.source.text[run.start : run.end] for run in runs if "xml" in run.escapes]
    return all(each.count("<![CDATA[") == each.count("]]>") for each in said)


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
        if _in_cdata(article.source.text, place.start):
            text = _sectioned(text, article.source.encoding)
        else:
            text = _referenced(text, article.source.encoding)
            if article.source.text.endswith("<", 0, place.start) and _BEGINS_TAG.match(text):
                text = f"&#{ord(text[0])};{text[1:]}"
    if place.part is not None and place.part.startswith("/"):
        text = json.dumps(text, ensure_ascii=False)[1:-1]
    return text


def _referenced(text: str, encoding: str) -> str:
    """Return a text with character references for what markup means otherwise and for what the encoding lacks."""
    marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return marked.encode(encoding, "xmlcharrefreplace").decode(encoding)


def _sectioned(text: str, encoding: str) -> str:
    """Return a text as it stands in CDATA, where the section is left for what cannot be written in one."""
    parts = (each if _has(encoding, each) else f"]]>&#{ord(each)};<![CDATA[" for each in text.replace("]]>", "]]\0>"))
    return "".join(parts).replace("\0", "]]><![CDATA[")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _in_cdata(source: str, offset: int) -> bool:
    return source.rfind("<![CDATA[", 0, offset) > source.rfind("]]>", 0, offset)
