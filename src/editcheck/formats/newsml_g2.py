"""NewsML-G2: news items and messages with XHTML, NITF or escaped HTML inside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from editcheck.article import Article, BlockKind, Directive, Notice
from editcheck.formats import nitf, nitf_vocabulary
from editcheck.formats.base import Format
from editcheck.formats.builder import ArticleBuilder, Metadata
from editcheck.formats.bylines import authors_in
from editcheck.formats.dates import first_date, parse_date
from editcheck.formats.directives import directives_in
from editcheck.formats.flow import Flow, Role, Vocabulary, local_name, walk
from editcheck.formats.genres import genre_of
from editcheck.formats.html.vocabulary import role_of as html_role_of
from editcheck.formats.nitf import words_of
from editcheck.formats.sniff import root_name
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from editcheck.config import FormatSettings
    from editcheck.source.document import Document
    from editcheck.source.text import SourceText

__all__ = ["NEWSML_G2"]

_ROOTS = frozenset(["newsItem", "newsMessage", "packageItem"])
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: What `Scope.part` says where an article is HTML in an XML text.
_HTML_PART = "text/html"
_APART = ("header", "footer")
_HEADINGS = ("hl1", "hl2", "h1", "h2", "h3")
#: The lines of an item's metadata that readers see, in their order.
_LINES_OVER = (
    ("headline", BlockKind.HEADLINE),
    ("headline", BlockKind.DECK),
    ("by", BlockKind.BYLINE),
    ("dateline", BlockKind.DATELINE),
)
#: So many characters at the beginning of a body may repeat the dateline.
_OPENING = 200
_DECK_ROLES = ("sub", "subheadline", "subhead", "deck")
_WITHHELD = ("withheld", "canceled", "cancelled")


def recognise(source: SourceText) -> bool:
    """Whether the root element is one of NewsML-G2's that can hold articles."""
    root = root_name(source.text)
    return root is not None and root.name in _ROOTS


def read(source: SourceText, settings: FormatSettings) -> Sequence[Article]:
    """Read the articles of all news items that have text; packages, pictures and films have none.

    Raises `SourceError` where no item has text.
    """
    from editcheck.source.xml import parse

    document = parse(source, settings.limits)
    root = document.root
    sent = next((words_of(each) for each in _named(root, "sent")), None)
    items = [root] if local_name(root) == "newsItem" else list(_named(root, "newsItem"))
    articles = [article for item in items if (article := _article(document, item, sent, settings)) is not None]
    if not articles:
        what = f"none of its {len(items):,} news items has text" if items else "it has no news item"
        raise SourceError(source.name, f"no article in this NewsML-G2 file, {what}: give the file of the text item")
    return articles


def _article(document: Document, item: _Element, sent: str | None, settings: FormatSettings) -> Article | None:
    """Read one news item, None where it has no text."""
    content = next(_named(item, "contentSet"), None)
    if content is None:
        return None
    for element in content:
        if local_name(element) == "inlineXML":
            article = _from_xml(document, item, element, sent)
        elif local_name(element) == "inlineData":
            article = _from_data(document, item, element, sent, settings)
        else:
            continue
        if article is not None and any(block.in_body for block in article.blocks):
            return article
    return None


def _from_xml(document: Document, item: _Element, inline: _Element, sent: str | None) -> Article | None:
    """Read NITF or XHTML; which of them is seen from the element, for `contenttype` is often wrong."""
    child = next((each for each in inline if local_name(each)), None)
    if child is None:
        return None
    vocabulary: Vocabulary
    if local_name(child) == "nitf":
        body, vocabulary, language = nitf.body_of(child), nitf_vocabulary.role_of, nitf.nitf_metadata(child).language
    else:
        body = next((each for each in child.iter() if local_name(each) == "body"), child)
        vocabulary, language = _xhtml_role_of, child.get(_LANG) or child.get("lang")
    if body is None:
        return None
    builder = ArticleBuilder(document, document.root)
    flow = Flow(builder, vocabulary, _inner_headlines(body))
    for element, kind in _lines_over(item, body):
        flow.write(element, kind)
    flow.write(body)
    return _finished(builder, flow, item, sent, language, directives_in(document, item))


def _from_data(
    document: Document, item: _Element, inline: _Element, sent: str | None, settings: FormatSettings
) -> Article | None:
    """Read HTML or plain text that is written as the text of an element.

    Selectors count over the inner text, which the headline is not in: it is the article's title and no block.
    """
    from editcheck.source.nested import parse_nested

    runs = [run for element, slot in document.text_nodes(inline) for run in document.runs(element, slot)]
    if inline.get("encoding") or not any(run.text.strip() for run in runs):
        return None
    inner = parse_nested(document.source, runs, settings.limits, document.xpath(inline))
    builder = ArticleBuilder(inner, inner.root, _HTML_PART)
    marked_up = len(inner.root) > 0
    flow = Flow(builder, html_role_of if marked_up else _plain_text_role_of)
    flow.write(inner.root)
    return _finished(builder, flow, item, sent, None, [*directives_in(document, item), *directives_in(inner)])


def _xhtml_role_of(element: _Element) -> Role:
    """Return what an element of XHTML is; the header over an article's text repeats the item's metadata."""
    role = html_role_of(element)
    return Role(block=True, skip=True) if local_name(element) in _APART else role


def _plain_text_role_of(_element: _Element) -> Role:
    """Return what the element around plain text is: empty lines in it separate paragraphs."""
    return Role(block=True, preserve=True)


def _inner_headlines(body: _Element) -> dict[_Element, BlockKind]:
    """Return the `h1` of a body as its headline, if there is one only."""
    headings = [each for each in _shown(body) if local_name(each) == "h1"]
    return {headings[0]: BlockKind.HEADLINE} if len(headings) == 1 else {}


def _lines_over(item: _Element, body: _Element) -> Iterator[tuple[_Element, BlockKind]]:
    """Yield headline, deck, byline and dateline of an item's metadata, but for what the body itself has."""
    has = {local_name(each) for each in _shown(body)}
    inside = {words_of(each) for each in _shown(body) if local_name(each) in _HEADINGS}
    opening = next((words_of(each)[:_OPENING] for each in _shown(body) if local_name(each) == "p"), "")
    for name, kind in _LINES_OVER:
        for element in _content_meta(item):
            words = words_of(element)
            if local_name(element) != name or not words or (_is_deck(element) != (kind is BlockKind.DECK)):
                continue
            if _is_foreign(element, item):
                continue
            if kind is BlockKind.BYLINE:
                repeated = "byline" in has
            elif kind is BlockKind.DATELINE:
                repeated = "dateline" in has or words in opening
            else:
                repeated = words in inside
            if not repeated:
                yield element, kind
            inside.add(words)


def _is_foreign(element: _Element, item: _Element) -> bool:
    """Whether a line of the metadata is a translation: in another language than the item."""
    own, whole = element.get(_LANG), _language(item, None)
    return own is not None and whole is not None and own.lower()[:2] != whole.lower()[:2]


def _is_deck(element: _Element) -> bool:
    """Whether a headline of the metadata is one below the headline, by its role."""
    role = element.get("role", "").rpartition(":")[2].lower()
    return local_name(element) == "headline" and role in _DECK_ROLES


def _shown(body: _Element) -> Iterator[_Element]:
    """Yield the elements of a body that are read: not those of XHTML's header and footer."""
    skipped: _Element | None = None
    for event, element in walk(body):
        if skipped is None and event == "start" and local_name(element):
            if local_name(element) in _APART:
                skipped = element
            else:
                yield element
        elif event == "end" and element is skipped:
            skipped = None


def _finished(
    builder: ArticleBuilder,
    flow: Flow,
    item: _Element,
    sent: str | None,
    language: str | None,
    directives: Sequence[Directive],
) -> Article:
    written = builder.written()
    embargo = next(_named(item, "embargoed"), None)
    until = parse_date(words_of(embargo)) if embargo is not None else None
    bylines = [words for kind, words in written if kind is BlockKind.BYLINE]
    headlines = [words_of(each) for each in _content_meta(item) if local_name(each) == "headline"]
    headlines += [words for kind, words in written if kind is BlockKind.HEADLINE]
    return builder.article(
        Metadata(
            format="newsml-g2",
            published=until or first_date(*_times(item), sent),
            title=next((words for words in headlines if words), None),
            language=_language(item, language),
            authors=authors_in(bylines) or _creators(item),
            embargoed_until=until if isinstance(until, datetime) else None,
            uri=item.get("guid"),
            genre=genre_of(_genres(item)),
            notices=tuple(_notices(item, embargo)),
        ),
        flow.images,
        directives,
    )


def _times(item: _Element) -> list[str]:
    """Return the times that an item gives, the most telling first: this version's, then the first version's."""
    names = ("versionCreated", "firstCreated", "contentModified", "contentCreated")
    stated = [*_children_of(item, "itemMeta"), *_content_meta(item)]
    return [words_of(each) for name in names for each in stated if local_name(each) == name]


def _notices(item: _Element, embargo: _Element | None) -> Iterator[Notice]:
    if embargo is not None and not words_of(embargo):
        yield Notice("embargoed", "the item is embargoed until further notice")
    for status in _named(item, "pubStatus"):
        code = (status.get("qcode") or status.get("uri") or "").rpartition(":")[2].rpartition("/")[2].lower()
        if code in _WITHHELD:
            yield Notice("status", f"the item's pubStatus is {code}: it is not to be published")


def _language(item: _Element, inner: str | None) -> str | None:
    tags = [each.get("tag") for each in _content_meta(item) if local_name(each) == "language"]
    return next((tag for tag in (*tags, inner, item.get(_LANG)) if tag), None)


def _genres(item: _Element) -> Iterator[str]:
    """Yield the names and the codes of an item's genres."""
    for genre in (each for each in _content_meta(item) if local_name(each) == "genre"):
        yield from (words_of(name) for name in _named(genre, "name"))
        yield (
            (genre.get("qcode") or genre.get("uri") or genre.get("literal") or "").rpartition(":")[2].rpartition("/")[2]
        )


def _creators(item: _Element) -> tuple[str, ...]:
    """Return the names of creators that look like persons': two words and more."""
    creators = [each for each in _content_meta(item) if local_name(each) == "creator"]
    names = [words_of(name) for each in creators for name in _named(each, "name")]
    return authors_in(names)


def _content_meta(item: _Element) -> list[_Element]:
    return _children_of(item, "contentMeta")


def _children_of(item: _Element, name: str) -> list[_Element]:
    """Return the elements directly in one of an item's parts."""
    return [each for part in item if local_name(part) == name for each in part if local_name(each)]


def _named(root: _Element, name: str) -> Iterator[_Element]:
    return (element for element in root.iter() if local_name(element) == name)


NEWSML_G2 = Format(
    "newsml-g2", "NewsML-G2 items and messages, with XHTML, NITF or escaped HTML inside", recognise, read
)
