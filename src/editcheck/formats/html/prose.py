"""How much running text stands where on a page: what the search for the body goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.formats.html.lines import Line, lines_of
from editcheck.formats.html.vocabulary import not_article

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.etree import _Element

__all__ = ["Prose", "prose_of"]

#: A line with fewer characters outside links, or with more than half of it in links, is no running text.
_SHORTEST = 60
_MOST_LINKED = 0.5
#: An element that says it is not the article is believed unless it holds more than this share of the page's prose.
_TOO_MUCH = 0.5
_NEVER_ARTICLE = frozenset(["nav", "footer"])


class Prose:
    """The running text of a page by element, in characters, without what is hidden.

    `without` are elements that are known not to be the article. `excluded` are those and the elements that say so
    themselves and are believed; what is in them does not count. A page with short lines only is thin: these are its
    prose.
    """

    def __init__(self, page: _Element, without: frozenset[_Element] = frozenset()) -> None:
        self._page = page
        self._upwards = [element for element in page.iter() if isinstance(element.tag, str)][::-1]
        lines = list(lines_of(page, without))
        self._count({line.element: prose_of(line) for line in lines}, without)
        self.is_thin = not self.total
        if self.is_thin:
            self._count({line.element: prose_of(line, shortest=1) for line in lines}, without)

    def __getitem__(self, element: _Element) -> int:
        """Return how much prose an element holds; 0 for one that is not shown."""
        return self._net.get(element, 0)

    def _count(self, own: Mapping[_Element, int], without: frozenset[_Element]) -> None:
        """Find what is excluded, and how much each element holds without it; `own` is the prose of each line."""
        whole = self._sums(own, frozenset())
        most = _TOO_MUCH * whole[self._page]
        said = (
            each
            for each in self._upwards
            if each is not self._page and (whole[each] <= most or each.tag in _NEVER_ARTICLE) and not_article(each)
        )
        self.excluded = without | frozenset(said)
        self._net = self._sums(own, self.excluded)
        self.total = self._net[self._page]

    def _sums(self, own: Mapping[_Element, int], without: Collection[_Element]) -> Mapping[_Element, int]:
        """Add up from the leaves to the root, leaving elements out."""
        sums: dict[_Element, int] = {}
        for element in self._upwards:
            total = sums[element] = sums.get(element, 0) + own.get(element, 0)
            parent = element.getparent()
            if parent is not None and element not in without:
                sums[parent] = sums.get(parent, 0) + total
        return sums


def prose_of(line: Line, shortest: int = _SHORTEST) -> int:
    """Return how many characters of a line are running text: all outside its links, or none."""
    free = line.length - line.linked
    return free if free >= shortest and line.linked <= _MOST_LINKED * line.length else 0
