"""What an HTML page says of its article beside the text: JSON-LD, microdata, OpenGraph and other meta elements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.formats.bylines import authors_in
from editcheck.formats.dates import first_date
from editcheck.formats.genres import genre_of
from editcheck.formats.html.json_ld import article_node, strings_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from lxml.etree import _Element

    from editcheck.formats.html.json_ld import Node

__all__ = ["PageMetadata", "page_metadata"]

_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "pubdate",
    "publication_date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
    "cxenseparse:recs:publishtime",
)
_TITLE_NAMES = ("og:title", "twitter:title", "headline", "title", "dc.title", "sailthru.title", "parsely-title")
_AUTHOR_NAMES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SECTION_NAMES = ("article:section", "og:article:section", "section", "parsely-section", "genre")
_URL = re.compile(r"^(?:https?:)?//", re.I)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class PageMetadata:
    """What the page says; `titles` are all it gives its article, the most trusted first.

    `unreadable` is the number of JSON-LD scripts that are no JSON.
    """

    titles: tuple[str, ...]
    published: datetime | date | None
    authors: tuple[str, ...]
    language: str | None
    uri: str | None
    genre: str | None
    unreadable: int


def page_metadata(page: _Element) -> PageMetadata:
    """Read the metadata of a page; `page` is its root element."""
    node, unreadable = article_node(page)
    meta = _meta(page)
    published = strings_of(node, "datePublished", "dateCreated")
    return PageMetadata(
        titles=tuple(
            dict.fromkeys([*strings_of(node, "headline", "name"), *_named(meta, _TITLE_NAMES), *_title_element(page)])
        ),
        published=first_date(*published, *_named(meta, _PUBLISHED_NAMES), *_microdata_dates(page)),
        authors=_authors(strings_of(node, "author", "creator")) or _authors(_named(meta, _AUTHOR_NAMES)),
        language=_language(page, meta, strings_of(node, "inLanguage")),
        uri=_canonical(page),
        genre=genre_of(_kinds(node, meta)),
        unreadable=unreadable,
    )


def _meta(page: _Element) -> dict[str, list[str]]:
    """Return the contents of meta elements by property, name or itemprop, in lower case."""
    found: dict[str, list[str]] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _named(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [content for name in names for content in meta.get(name, ())]


def _title_element(page: _Element) -> list[str]:
    title = next(page.iter("title"), None)
    text = " ".join((title.text or "").split()) if title is not None else ""
    return [text] if text else []


def _microdata_dates(page: _Element) -> list[str]:
    """Return the values of elements that are marked as the publication date, and of a `<time pubdate>`."""
    found = [
        element.get("datetime") or element.get("content") or "".join(map(str, element.itertext()))
        for element in page.iter()
        if isinstance(element.tag, str) and "datePublished" in element.get("itemprop", "").split()
    ]
    found += [element.get("datetime", "") for element in page.iter("time") if element.get("pubdate") is not None]
    return found


def _kinds(node: Node | None, meta: dict[str, list[str]]) -> list[str]:
    """Return what a page says of the kind of its article, the most telling first: schema.org's type, genre, section."""
    types = (each.rpartition("/")[2] for each in strings_of(node, "@type"))
    return [*types, *strings_of(node, "genre"), *strings_of(node, "articleSection"), *_named(meta, _SECTION_NAMES)]


def _authors(names: Sequence[str]) -> tuple[str, ...]:
    """Return authors' names, without addresses, and without what pages add to names ("By", an agency, a title)."""
    stated = [name for name in names if not _URL.match(name) and "@" not in name]
    return tuple(dict.fromkeys(author for name in stated for author in authors_in([name]) or (name,)))


def _language(page: _Element, meta: dict[str, list[str]], linked_data: tuple[str, ...]) -> str | None:
    candidates = [page.get("lang"), page.get("{http://www.w3.org/XML/1998/namespace}lang"), *linked_data]
    candidates += meta.get("og:locale", []) + meta.get("language", []) + meta.get("content-language", [])
    for candidate in candidates:
        if candidate and _LANGUAGE.fullmatch(candidate.strip()):
            return candidate.strip().replace("_", "-")
    return None


def _canonical(page: _Element) -> str | None:
    for link in page.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and link.get("href"):
            return link.get("href")
    return None
