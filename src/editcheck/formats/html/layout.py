"""Which elements of a page are the article, and what those are that stand over it: settings first, then the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.article import BlockKind, Notice
from editcheck.formats.html.body import Body, find_body
from editcheck.formats.html.header import Header, find_headline, first_heading, read_header
from editcheck.formats.html.lines import lines_of
from editcheck.formats.html.prose import Prose
from editcheck.formats.html.repeats import pull_quotes
from editcheck.formats.html.selectors import outermost, select
from editcheck.formats.html.trim import trim

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from editcheck.config import FormatSettings

__all__ = ["Layout", "fragment_layout", "page_layout"]


@dataclass(frozen=True)
class Layout:
    """The elements of an article in reading order, each with its kind; elements in them that are not the article.

    `kinds` are the kinds of elements that their names do not tell. `dates` are configured to hold the day of
    publication.
    """

    parts: Sequence[tuple[_Element, BlockKind]]
    kinds: Mapping[_Element, BlockKind]
    excluded: frozenset[_Element]
    dates: Sequence[_Element] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class _Configured:
    """What the configured selectors match on this page."""

    body: tuple[_Element, ...]
    kinds: Mapping[_Element, BlockKind]
    headline: _Element | None
    dates: Sequence[_Element]
    excluded: frozenset[_Element]


def page_layout(page: _Element, titles: Sequence[str], settings: FormatSettings) -> Layout | None:
    """Find the article on a page; `page` is its `body` element. None where it has no running text.

    Raises `ConfigError` where a selector is none.
    """
    configured = _configured(page, settings)
    prose = Prose(page, configured.excluded)
    headline = configured.headline if configured.headline is not None else find_headline(page, titles)
    if configured.body:
        body = Body(configured.body, trim(configured.body, prose.excluded), "configured selector")
    else:
        found = find_body(page, prose, headline)
        if found is None:
            return None
        body = found
    header = read_header(page, headline, body.roots, body.excluded)
    return Layout(
        parts=_parts(page, header, configured, body),
        kinds={**header.kinds, **configured.kinds},
        excluded=body.excluded | header.excluded | configured.excluded,
        dates=configured.dates,
        notices=tuple(_notices(body, settings)),
    )


def fragment_layout(page: _Element, settings: FormatSettings) -> Layout:
    """Take a fragment whole: all of it is the article, pull quotes once. An `h1` before any text is its headline."""
    configured = _configured(page, settings)
    roots = configured.body or (page,)
    lines = [line for root in roots for line in lines_of(root, configured.excluded)]
    excluded = configured.excluded.union(pull_quotes(lines))
    headline = configured.headline if configured.headline is not None else first_heading(page)
    header = read_header(page, headline, roots, excluded)
    body = Body(roots, excluded, "fragment")
    return Layout(
        parts=_parts(page, header, configured, body),
        kinds={**header.kinds, **configured.kinds},
        excluded=excluded,
        dates=configured.dates,
    )


def _configured(page: _Element, settings: FormatSettings) -> _Configured:
    headlines = select(page, settings.headline, "headline")
    dates = select(page, settings.date, "date")
    kinds = dict.fromkeys(headlines[:1], BlockKind.HEADLINE)
    kinds |= dict.fromkeys(select(page, settings.byline, "byline"), BlockKind.BYLINE)
    kinds |= dict.fromkeys(dates, BlockKind.DATELINE)
    return _Configured(
        outermost(select(page, settings.body, "body")),
        kinds,
        next(iter(headlines), None),
        dates,
        frozenset(select(page, settings.exclude, "exclude")),
    )


def _parts(page: _Element, header: Header, configured: _Configured, body: Body) -> list[tuple[_Element, BlockKind]]:
    """Return what is read, in order: what stands over the body, the headline first, then the body."""
    inside = {element for root in body.roots for element in root.iter()}
    above = dict(header.above)
    above.update((element, kind) for element, kind in configured.kinds.items() if element not in inside)
    places = {element: place for place, element in enumerate(page.iter()) if element in above}
    ordered = sorted(above.items(), key=lambda item: (item[1] is not BlockKind.HEADLINE, places[item[0]]))
    return [*ordered, *((root, BlockKind.PARAGRAPH) for root in body.roots)]


def _notices(body: Body, settings: FormatSettings) -> list[Notice]:
    notices = []
    if settings.body and body.how != "configured selector":
        notices.append(
            Notice("body-selector", f"nothing on this page matches the configured body ({', '.join(settings.body)})")
        )
    if body.guessed:
        notices.append(
            Notice(
                "body-guessed",
                "the page does not mark the article's body, so it was guessed from the amount of text (readability):"
                " give its CSS selector as body in [formats]",
            )
        )
    return notices
