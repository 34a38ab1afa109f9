"""HTML: whole pages, where the article has to be found, and fragments, which are the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import Article, BlockKind, Notice
from editcheck.formats.base import Format
from editcheck.formats.builder import ArticleBuilder, Metadata
from editcheck.formats.bylines import authors_in
from editcheck.formats.dates import date_in, first_date
from editcheck.formats.flow import Flow, load_roles
from editcheck.formats.html.layout import Layout, fragment_layout, page_layout
from editcheck.formats.html.metadata import PageMetadata, page_metadata
from editcheck.formats.html.vocabulary import role_of
from editcheck.formats.sniff import root_name, without_comments
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from lxml.etree import _Element

    from editcheck.config import FormatSettings
    from editcheck.source.document import Document
    from editcheck.source.text import SourceText

__all__ = ["HTML"]

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>/]", re.I)
_SUFFIXES = (".html", ".htm", ".xhtml")


def recognise(source: SourceText) -> bool:
    """Whether a source is HTML: by its first element, by a comment before words, or by the file's name.

    XML is HTML only if its root element is `html`.
    """
    text = source.text.lstrip()
    root = root_name(text)
    if root is not None and text.startswith("<?xml"):
        return root.name.lower() == "html"
    if root is None:
        commented = text.startswith("<!--") and not without_comments(text).lstrip().startswith("<")
        return commented or source.name.lower().endswith(_SUFFIXES)
    name = root.name.lower()
    return name in load_roles("data/html_elements.toml") or "-" in name


def read(source: SourceText, settings: FormatSettings) -> Sequence[Article]:
    """Read the one article of a page or fragment. Raises `SourceError` where there is no text to be read."""
    from editcheck.source.html import parse

    document = parse(source, settings.limits)
    body = document.root.find("body")
    if body is None:
        raise SourceError(source.name, "a frameset has no article: give the file of the frame that has")
    metadata = page_metadata(document.root)
    is_page = _PAGE.search(without_comments(source.text)) is not None
    layout = page_layout(body, metadata.titles, settings) if is_page else fragment_layout(body, settings)
    article = _write(document, body, layout, metadata) if layout is not None else None
    if article is None or not any(block.in_body for block in article.blocks):
        way_out = ": if there is one, give its CSS selector as body in [formats]" if is_page else ": it has no text"
        raise SourceError(source.name, f"no article body found{way_out}")
    return [article]


def _write(document: Document, body: _Element, layout: Layout, metadata: PageMetadata) -> Article:
    builder = ArticleBuilder(document, body)
    kinds = {element: kind for element, kind in layout.parts if kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION)}
    flow = Flow(builder, role_of, {**kinds, **layout.kinds}, layout.excluded)
    for element, kind in layout.parts:
        flow.write(element, kind)
    written = builder.written()
    published = metadata.published or _date_shown(layout, written)
    headline = next((text for kind, text in written if kind is BlockKind.HEADLINE), None)
    bylines = [text for kind, text in written if kind is BlockKind.BYLINE]
    return builder.article(
        Metadata(
            format="html",
            published=published,
            title=headline or next(iter(metadata.titles), None),
            language=metadata.language,
            authors=metadata.authors or authors_in(bylines),
            uri=metadata.uri,
            genre=metadata.genre,
            notices=(*layout.notices, *_notices(metadata, published)),
        ),
        flow.images,
    )


def _notices(metadata: PageMetadata, published: datetime | date | None) -> Iterator[Notice]:
    if metadata.unreadable and published is None:
        what = "a script" if metadata.unreadable == 1 else f"{metadata.unreadable:,} scripts"
        yield Notice("json-ld", f"the page gives no date of publication that can be read: {what} of JSON-LD is no JSON")


def _date_shown(layout: Layout, written: Sequence[tuple[BlockKind, str]]) -> datetime | date | None:
    """Return the day of publication as the reader sees it: of a `<time>` over the body, or in its words."""
    over = [*layout.dates, *(element for element, kind in layout.kinds.items() if kind is BlockKind.DATELINE)]
    over += [element for element, kind in layout.parts if kind is BlockKind.DATELINE]
    stated = [time.get("datetime") for element in over for time in element.iter("time")]
    stated += [element.get("datetime") or element.get("content") for element in layout.dates]
    lines = [text for wanted in (BlockKind.DATELINE, BlockKind.BYLINE) for kind, text in written if kind is wanted]
    return first_date(*stated) or next((found for text in lines if (found := date_in(text)) is not None), None)


HTML = Format("html", "HTML pages and fragments", recognise, read)
