"""How much running text stands where on a page: what the search for the body goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.formats.html_lines import Line, lines_of
from editcheck.formats.html_vocabulary import not_article

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lxml.etree import _Element

__all__ = ["Prose", "prose_of"]

#: A line with fewer characters outside links, or with more than half of it in links, is no running text.
_SHORTEST = 60
_MOST_LINKED = 0.5
#: An element that says it is not the article is believed unless it holds more than this share of the page's prose.
_TOO_MUCH = 0.5


class Prose:
    """The running text of a page by element, in characters, without what is hidden.

    `without` are elements that are known not to be the article. `excluded` are those and the elements that say so
    themselves and are believed; what is in them does not count.
    """

    def __init__(self, page: _Element, without: frozenset[_Element] = frozenset()) -> None:
        self._own = {line.element: prose_of(line) for line in lines_of(page, without)}
        self._upwards = [element for element in page.iter() if isinstance(element.tag, str)][::-1]
        whole = self._sums(frozenset())
        self.excluded = without | frozenset(
            element
            for element in self._upwards
            if element is not page and whole[element] <= _TOO_MUCH * whole[page] and not_article(element)
        )
        self._net = self._sums(self.excluded)
        self.total = self._net[page]

    def __getitem__(self, element: _Element) -> int:
        """Return how much prose an element holds; 0 for one that is not shown."""
        return self._net.get(element, 0)

    def _sums(self, without: Collection[_Element]) -> Mapping[_Element, int]:
        """Add up from the leaves to the root, leaving elements out."""
        sums: dict[_Element, int] = {}
        for element in self._upwards:
            total = sums[element] = sums.get(element, 0) + self._own.get(element, 0)
            parent = element.getparent()
            if parent is not None and element not in without:
                sums[parent] = sums.get(parent, 0) + total
        return sums


def prose_of(line: Line) -> int:
    """Return how many characters of a line are running text: all outside its links, or none."""
    free = line.length - line.linked
    return free if free >= _SHORTEST and line.linked <= _MOST_LINKED * line.length else 0
