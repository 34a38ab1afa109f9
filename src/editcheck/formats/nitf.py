"""NITF 3.x, with and without namespace: the whole document, or the part that is embedded in NewsML."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from editcheck.article import BODY_KINDS, Article, BlockKind, Notice
from editcheck.formats.base import Format
from editcheck.formats.builder import ArticleBuilder, Metadata
from editcheck.formats.bylines import authors_in
from editcheck.formats.dates import first_date, parse_date
from editcheck.formats.flow import Flow, local_name
from editcheck.formats.genres import genre_of
from editcheck.formats.nitf_vocabulary import role_of
from editcheck.formats.sniff import root_name
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from editcheck.config import FormatSettings
    from editcheck.source.text import SourceText

__all__ = ["NITF", "NitfMetadata", "body_of", "nitf_metadata", "words_of"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class NitfMetadata:
    """What a NITF document says of its article beside the text; `identifier` is its document id."""

    published: datetime | date | None
    language: str | None
    authors: tuple[str, ...]
    embargoed_until: datetime | None
    identifier: str | None
    title: str | None
    genre: str | None
    notices: tuple[Notice, ...]


def recognise(source: SourceText) -> bool:
    """Whether the root element is `nitf`, in whatever namespace."""
    root = root_name(source.text)
    return root is not None and root.name == "nitf"


def read(source: SourceText, settings: FormatSettings) -> Sequence[Article]:
    """Read the one article of a document. Raises `SourceError` where it has no text."""
    from editcheck.source.xml import parse

    document = parse(source, settings.limits)
    root = document.root
    body = body_of(root)
    if body is None:
        raise SourceError(source.name, "this NITF document has no body element: its text must stand in body.content")
    metadata = nitf_metadata(root)
    builder = ArticleBuilder(document, root)
    flow = Flow(builder, role_of)
    title = next(_named(root, "title"), None)
    if title is not None and not any(words_of(hl1) for hl1 in _named(body, "hl1")):
        flow.write(title, BlockKind.HEADLINE)
    flow.write(body)
    written = builder.written()
    if not any(kind in BODY_KINDS for kind, _ in written):
        raise SourceError(source.name, "this NITF document has no text in its body.content")
    headline = next((words for kind, words in written if kind is BlockKind.HEADLINE), None)
    article = builder.article(
        Metadata(
            format="nitf",
            published=metadata.published,
            title=headline or metadata.title,
            language=metadata.language,
            authors=metadata.authors,
            embargoed_until=metadata.embargoed_until,
            uri=metadata.identifier,
            genre=metadata.genre,
            notices=metadata.notices,
        ),
        flow.images,
    )
    return [article]


def body_of(root: _Element) -> _Element | None:
    """Return the body of a NITF document, None where it has none."""
    return next((child for child in root if local_name(child) == "body"), None)


def nitf_metadata(root: _Element) -> NitfMetadata:
    """Read what stands in head and dateline. The day of publication is the day that the document is for.

    That is the date of publication, of release or of issue, in this order: an issue goes out before its release.
    """
    release = _attribute(root, "date.release", "norm")
    published = first_date(
        _attribute(root, "pubdata", "date.publication"),
        release,
        _attribute(root, "date.issue", "norm"),
        _attribute(root, "story.date", "norm"),
    )
    status = (_attribute(root, "docdata", "management-status") or "usable").lower()
    until = parse_date(release) if status == "embargoed" else None
    return NitfMetadata(
        published=published,
        language=root.get("baselang") or root.get(_LANG),
        authors=_authors(root),
        embargoed_until=until if isinstance(until, datetime) else None,
        identifier=_attribute(root, "doc-id", "id-string"),
        title=next((text for each in _named(root, "title") if (text := words_of(each))), None),
        genre=genre_of(_kinds(root)),
        notices=tuple(_notices(status, until)),
    )


def _kinds(root: _Element) -> Iterator[str | None]:
    """Yield what a document says of its kind, the most telling first: genre, object, standing feature, section."""
    yield from (each.get("value") for each in _named(root, "classifier") if (each.get("type") or "").lower() == "genre")
    yield from (each.get("tobject.property.type") for each in _named(root, "tobject.property"))
    yield from (each.get("tobject.type") for each in _named(root, "tobject"))
    yield from (each.get("fix-id") for each in _named(root, "fixture"))
    yield from (each.get("position.section") for each in _named(root, "pubdata"))


def _notices(status: str, until: datetime | date | None) -> Iterator[Notice]:
    if status == "embargoed" and until is None:
        yield Notice("embargoed", "the document is embargoed and does not say until when")
    elif status in ("withheld", "canceled"):
        yield Notice("status", f"the document's management-status is {status}: it is not to be published")


def _authors(root: _Element) -> tuple[str, ...]:
    """Return the persons that bylines mark, or where they mark none the names in their words, without titles."""
    bylines = list(_named(root, "byline"))
    persons = [name for byline in bylines for each in _named(byline, "person") if (name := words_of(each))]
    return tuple(dict.fromkeys(persons)) or authors_in(_without_title(byline) for byline in bylines)


def _without_title(byline: _Element) -> str:
    parts = [byline.text or ""]
    for each in byline:
        is_name = local_name(each) not in ("", "byttl")
        parts += [words_of(each) if is_name else "", each.tail or ""]
    return " ".join(" ".join(parts).split())


def _named(root: _Element, name: str) -> Iterator[_Element]:
    return (element for element in root.iter() if local_name(element) == name)


def _attribute(root: _Element, element: str, attribute: str) -> str | None:
    return next((value for each in _named(root, element) if (value := each.get(attribute))), None)


def words_of(element: _Element) -> str:
    """Return all the text in an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


NITF = Format("nitf", "NITF 3.x, the IPTC's News Industry Text Format", recognise, read)
