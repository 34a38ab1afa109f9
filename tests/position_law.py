"""The law of positions, checked from outside: what `Article.locate` gives, sliced and decoded, is the text."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.source import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article, SourceRange

_BLANKS = re.compile(r"[ \t\n\f\r]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def collapsed(text: str) -> str:
    return _BLANKS.sub(" ", text)


def check_article(article: Article, seed: int = 0, parts_of_a_block: int = 3) -> None:
    """Check the law for every block, every marked span and some random parts of each block."""
    chance = random.Random(seed)
    mapped = _mapped(article)
    for span in _spans(article, chance, parts_of_a_block):
        check_span(article, span, mapped)


def check_span(article: Article, span: Span, mapped: bytearray | None = None) -> None:
    ranges = article.locate(span)
    mapped = mapped or _mapped(article)
    said = "".join(article.text[at] for at in range(span.start, span.end) if mapped[at])
    text = article.source.text
    assert collapsed("".join(decoded(text[each.start : each.end], each.escapes) for each in ranges)) == collapsed(said)
    for each in ranges:
        _check_place(article, each)
    scope = article.scope.text
    in_scope = "".join(scope[piece.scope_start : piece.scope_end] for piece in article.pieces_of(span))
    assert collapsed(in_scope) == collapsed(said)


def _check_place(article: Article, place: SourceRange) -> None:
    """Check that bytes, line and column are those of the characters."""
    source = article.source
    words = source.text[place.start : place.end]
    assert source.raw[place.byte_start : place.byte_end].decode(source.encoding, "replace") == words
    # Of the whole text: cut between CR and LF, the CR would pass for a line end of its own.
    ends = [match.end() for match in _LINE_END.finditer(source.text) if match.end() <= place.start]
    assert place.line == len(ends) + 1
    assert place.column == place.start - (ends[-1] if ends else 0) + 1


def _mapped(article: Article) -> bytearray:
    """Return which characters of the text have a place in the source; the others the reader added."""
    mapped = bytearray(len(article.text))
    for piece in article.pieces:
        assert not any(mapped[piece.text.start : piece.text.end]), "two pieces for one character"
        mapped[piece.text.start : piece.text.end] = b"\1" * len(piece.text)
    added = {article.text[at] for at in range(len(article.text)) if not mapped[at]}
    assert added <= {" ", "\n"}
    return mapped


def _spans(article: Article, chance: random.Random, parts: int) -> Iterator[Span]:
    for block in article.blocks:
        assert block.span.of(article.text) == block.span.of(article.text).strip(" \t\n\f\r")
        yield block.span
        for _ in range(parts):
            start = chance.randrange(len(block.span))
            end = chance.randrange(start, len(block.span)) + 1
            yield _whole_pieces(article, block.span, start, end)
    yield from (markup.span for markup in article.markup)


def _whole_pieces(article: Article, block: Span, start: int, end: int) -> Span:
    """Return a part of a block, widened to the ends of indivisible pieces."""
    span = Span(block.start + start, block.start + end)
    for piece in article.pieces_of(span):
        if not piece.verbatim:
            span = span.cover(piece.text)
    return span
