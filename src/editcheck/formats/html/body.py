"""Where the article's body is on an HTML page, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from editcheck.formats.html.guess import readable
from editcheck.formats.html.trim import trim
from editcheck.formats.html.vocabulary import class_words
from editcheck.house import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from editcheck.formats.html.prose import Prose

__all__ = ["Body", "find_body"]

#: A marked element is the body if it holds this share of the page's prose at least; names of body elements are used
#: for teasers too, and an `<article>` may be a comment.
_ENOUGH = 0.25
_ENOUGH_WITH_HEADLINE = 0.1
#: A nested element with this share of the outer one's prose is the narrower mark.
_NEARLY_ALL = 0.95
_CONTAINERS = frozenset(["article", "div", "main", "section", "td"])


@dataclass(frozen=True)
class Body:
    """The elements that hold the body, in order, what in them is not the article, and how they were found.

    `guessed` says that no marker of the page and no selector led there.
    """

    roots: tuple[_Element, ...]
    excluded: frozenset[_Element]
    how: str
    guessed: bool = False


class _Marker(NamedTuple):
    """A kind of mark and the elements that have it; one is the body if it has `enough` of the page's prose."""

    how: str
    elements: Sequence[_Element]
    enough: float = _ENOUGH


def find_body(page: _Element, prose: Prose, headline: _Element | None = None) -> Body | None:
    """Return the body of a page without the help of configured selectors, None where there is no running text."""
    if not prose.total:
        return None
    for marker in _markers(page, prose, headline):
        best = _most_prose(marker.elements, prose)
        if best is not None and prose[best] >= marker.enough * prose.total:
            roots = _together(best, marker.elements)
            return Body(roots, trim(roots, prose.excluded), marker.how)
    roots, dropped = ((), frozenset()) if prose.is_thin else readable(page)
    if not any(prose[root] for root in roots):
        roots, dropped = (page,), frozenset()
    return Body(roots, trim(roots, prose.excluded | dropped), "readability", guessed=True)


def _markers(page: _Element, prose: Prose, headline: _Element | None) -> Iterator[_Marker]:
    """Yield what marks a body, the strongest mark first; elements in the order of the page."""
    elements = [each for each in page.iter() if isinstance(each.tag, str) and prose[each]]
    yield _Marker(
        "itemprop=articleBody", [each for each in elements if "articleBody" in each.get("itemprop", "").split()]
    )
    yield _Marker("its class", [each for each in elements if each.tag in _CONTAINERS and _is_named_body(each)])
    if headline is not None:
        around = list(headline.iterancestors("article"))[::-1]
        yield _Marker("<article> with the headline", around, _ENOUGH_WITH_HEADLINE)
    yield _Marker("<article>", [e for e in elements if e.tag == "article" and not _is_list_of_articles(e, prose)])
    yield _Marker("<main>", [each for each in elements if each.tag == "main" or each.get("role") == "main"])


def _is_named_body(element: _Element) -> bool:
    words = class_words(element)
    return bool(words) and not _body_names().isdisjoint(words.split())


def _is_list_of_articles(element: _Element, prose: Prose) -> bool:
    """Whether most of an article's prose stands in articles inside it, in more than one of them."""
    inner = [prose[each] for each in element.iterdescendants("article")]
    return bool(inner) and sum(inner) > 0.5 * prose[element] and max(inner) < 0.5 * prose[element]


@cache
def _body_names() -> frozenset[str]:
    return frozenset(load_table("editcheck.formats", "data/html_body_names.toml"))


def _most_prose(elements: Iterable[_Element], prose: Prose) -> _Element | None:
    """Return the element with the most prose, of nested ones with nearly the same prose the innermost."""
    best: _Element | None = None
    for element in elements:
        if (
            best is None
            or prose[element] > prose[best]
            or (prose[element] >= _NEARLY_ALL * prose[best] and any(each is best for each in element.iterancestors()))
        ):
            best = element
    return best


def _together(best: _Element, elements: Sequence[_Element]) -> tuple[_Element, ...]:
    """Return the body with its siblings of the same name: pages cut it in parts, for advertising in between."""
    parent, name = best.getparent(), best.get("class")
    return tuple(
        each for each in elements if each is best or (each.getparent() is parent and each.get("class") == name and name)
    )
