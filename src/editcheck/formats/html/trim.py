"""What within the body of a page is not the article: links to other stories, promotion, labels with nothing beneath.

Applied to pages only: what a content management system hands over as an article is taken as it is.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from editcheck.formats.html.lines import Line, lines_of, upwards
from editcheck.formats.html.prose import prose_of
from editcheck.formats.html.repeats import pull_quotes
from editcheck.formats.html.vocabulary import is_layout
from editcheck.formats.html.words import SENTENCE_END
from editcheck.house import load_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.etree import _Element

__all__ = ["trim"]

#: After a label such as "Related stories" at most this share of the prose may stand for the rest to be cut off.
_LARGEST_REST = 0.34
#: A line that leads elsewhere is short; longer ones are paragraphs whatever they begin with.
_LONGEST_PROMOTION = 240
#: Elements in which a link may be a line of its own.
_TEXT_AROUND = frozenset(["li", "blockquote", "figure"])
#: The share of a promotion line that is a link.
_MUCH_LINKED = 0.25
#: Where one is in a gallery: "3 of 12", "1 - 5 of 36".
_COUNTER = re.compile(r"\d{1,3}(?: ?[-–] ?\d{1,3})? ?(?:of|/) ?\d{1,3}", re.I)
#: With so few words around them links to labels stand for themselves: "Filed under".
_MOST_WORDS_OF_LABEL = 4
_LABEL_ENDS = " :.…»>|-–—"
#: A label over comments may count them: "3 comments", "Comments (12)".
_COUNT = "0123456789()+"


def trim(roots: Sequence[_Element], excluded: Collection[_Element]) -> frozenset[_Element]:
    """Return the elements under the roots of a body that are not the article, besides those excluded already."""
    found = set(excluded)
    lines = [line for root in roots for line in lines_of(root, found)]
    found.update(_after_end_labels(lines, roots))
    lines = _remaining(lines, found)
    found.update(_linked_lists(lines))
    found.update(pull_quotes(lines))
    found.update(label for root in roots for label in _labels(root))
    in_text = _InText()
    found.update(line.element for line in lines if line.leaf and _leads_elsewhere(line, in_text))
    found.update(_empty_headings(lines, found))
    return frozenset(found)


def _leads_elsewhere(line: Line, in_text: _InText) -> bool:
    return in_text.lacks(line) or _is_promotion(line) or (_is_control(line) and not in_text.is_in_data(line))


def _remaining(lines: Sequence[Line], found: Collection[_Element]) -> list[Line]:
    return [line for line in lines if not any(each in found for each in upwards(line.element))]


def _after_end_labels(lines: Sequence[Line], roots: Sequence[_Element]) -> Iterator[_Element]:
    """Yield labels over what follows an article, and all their following siblings.

    A label's box is the outermost element that begins with it; what follows is the rest of the element around the box.
    """
    first, last = _extents(lines)
    before = [0, *accumulate(map(prose_of, lines))]
    done = -1
    for number, line in enumerate(lines):
        if number <= done or line.text.lower().strip(_LABEL_ENDS + _COUNT) not in _end_labels():
            continue
        box, around = line.element, line.element.getparent()
        while around is not None and box not in roots and around not in roots and first[around] == number:
            box, around = around, around.getparent()
        end = number if around is None or box in roots else last[around]
        if before[end + 1] - before[number] <= _LARGEST_REST * before[-1]:
            yield box
            yield from () if box in roots else box.itersiblings()
            done = end


def _extents(lines: Sequence[Line]) -> tuple[dict[_Element, int], dict[_Element, int]]:
    """Return the numbers of the first and the last line in each element that has one."""
    first: dict[_Element, int] = {}
    last: dict[_Element, int] = {}
    for number, line in enumerate(lines):
        for element in upwards(line.element):
            first.setdefault(element, number)
            last[element] = number
    return first, last


def _linked_lists(lines: Sequence[Line]) -> Iterator[_Element]:
    """Yield the lists of which every item is a link: they lead elsewhere."""
    lists: dict[_Element, bool] = {}
    for line in lines:
        holder = next((each for each in line.element.iterancestors() if each.tag in ("ul", "ol")), None)
        if holder is not None:
            lists[holder] = lists.get(holder, True) and line.is_linked
    return (holder for holder, linked in lists.items() if linked)


class _InText:
    """Tells links that stand in a text from those that stand for themselves; remembers the tables it has seen."""

    def __init__(self) -> None:
        self._tables: dict[_Element, bool] = {}

    def lacks(self, line: Line) -> bool:
        """Whether a line is nothing but a link that is no sentence; in lists, tables and quotations it may be."""
        if not line.is_linked or line.is_heading or line.text.endswith("."):
            return False
        return not any(each.tag in _TEXT_AROUND or self._is_data(each) for each in upwards(line.element))

    def is_in_data(self, line: Line) -> bool:
        """Whether a line stands in a table of data."""
        return any(self._is_data(each) for each in upwards(line.element))

    def _is_data(self, element: _Element) -> bool:
        """Whether an element is a table of data, and not of the page's layout."""
        if element.tag != "table":
            return False
        if element not in self._tables:
            self._tables[element] = not any(is_layout(cell) for cell in element.iter("td", "th"))
        return self._tables[element]


def _is_promotion(line: Line) -> bool:
    text = line.text.lstrip("[(*>»•→-– ").lower()
    if line.length - line.linked > _LONGEST_PROMOTION or not _promotions().match(text):
        return False
    linked = line.linked >= _MUCH_LINKED * line.length
    return linked or line.is_stressed or not SENTENCE_END.search(text)


def _is_control(line: Line) -> bool:
    """Whether a line is what a button says, or where one is in a gallery."""
    text = line.text.lower().strip(_LABEL_ENDS)
    return not line.is_heading and (text in _controls() or _COUNTER.fullmatch(text) is not None)


def _labels(root: _Element) -> Iterator[_Element]:
    """Yield the elements that hold two links or more to pages of labels (`rel=tag`), and hardly a word besides."""
    holders: dict[_Element, list[_Element]] = {}
    for link in root.iter("a"):
        holder = link.getparent()
        if holder is not None and holder is not root and "tag" in link.get("rel", "").lower().split():
            holders.setdefault(holder, []).append(link)
    for holder, links in holders.items():
        if len(links) > 1 and _words_in(holder) - sum(map(_words_in, links)) <= _MOST_WORDS_OF_LABEL:
            yield holder


def _words_in(element: _Element) -> int:
    return sum(len(str(text).split()) for text in element.itertext() if any(map(str.isalnum, str(text))))


def _empty_headings(lines: Sequence[Line], found: Collection[_Element]) -> Iterator[_Element]:
    """Yield headings with nothing of the article between them and the next heading or the end."""
    beneath, left_out = 0, 0
    last = True
    for line in reversed(lines):
        if any(each in found for each in upwards(line.element)):
            left_out += 1
        elif not line.is_heading:
            beneath += 1
        else:
            if not beneath and (left_out or last):
                yield line.element
            else:
                last = False
            beneath, left_out = 0, 0


@cache
def _end_labels() -> frozenset[str]:
    return frozenset(load_table("editcheck.formats", "data/html_end_labels.toml"))


@cache
def _controls() -> frozenset[str]:
    return frozenset(load_table("editcheck.formats", "data/html_control_labels.toml"))


@cache
def _promotions() -> re.Pattern[str]:
    beginnings = sorted(load_table("editcheck.formats", "data/html_promotion_lines.toml"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, beginnings))})(?!\w)")
