"""Texts with marked words: `[[` and `]]` taken out of an example, and put back in to show what was found.

In HTML the marks stand in the source, between its tags; what is marked is the text of the article they enclose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.annotation import Example

__all__ = ["read_example", "with_marks"]

_MARK = re.compile(r"\[\[|\]\]")


def read_example(example: Example) -> tuple[Article, tuple[Span, ...]]:
    """Return the article of an example and the spans that it marks, in order. Raises `ValueError` for odd marks."""
    source, marked = _without_marks(example.text)
    if not example.html:
        article = Article.from_text(source, published=example.published, title=example.title)
        return article, marked
    article = _read_html(source, example)
    return article, tuple(_in_article(span, article) for span in marked)


def with_marks(text: str, spans: Iterable[Span]) -> str:
    """Return a text with `[[` and `]]` round each span."""
    marks = sorted([(span.end, 0, "]]") for span in spans] + [(span.start, 1, "[[") for span in spans])
    out, last = [], 0
    for offset, _, mark in marks:
        out += [text[last:offset], mark]
        last = offset
    return "".join([*out, text[last:]])


def _without_marks(text: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without its marks, and the stretches that they stood round."""
    kept, open_at, spans, last, length = [], [], [], 0, 0
    for match in _MARK.finditer(text):
        kept.append(text[last : match.start()])
        length += len(kept[-1])
        last = match.end()
        if match[0] == "[[":
            open_at.append(length)
        elif open_at:
            spans.append(Span(open_at.pop(), length))
            if not spans[-1]:
                raise ValueError(f"nothing stands between [[ and ]] in {text!r}")
        else:
            raise ValueError(f"]] without [[ in {text!r}")
    if open_at:
        raise ValueError(f"[[ without ]] in {text!r}")
    return "".join([*kept, text[last:]]), tuple(sorted(spans))


def _read_html(source: str, example: Example) -> Article:
    from editcheck.formats import read

    article: Article = read(source.encode(), format="html", published=example.published)
    return article


def _in_article(span: Span, article: Article) -> Span:
    """Return the stretch of an article's text that stands at a stretch of its source."""
    starts, ends = [], []
    for piece in article.pieces:
        if piece.part is None and piece.start < span.end and span.start < piece.end:
            before = max(0, span.start - piece.start) if piece.verbatim else 0
            after = max(0, piece.end - span.end) if piece.verbatim else 0
            starts.append(piece.text.start + before)
            ends.append(piece.text.end - after)
    if not starts:
        raise ValueError(f"nothing of the article stands at the marked {article.source.text[span.start : span.end]!r}")
    return Span(min(starts), max(ends))
