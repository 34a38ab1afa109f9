"""The lines of a page's body as the search for what is not the article sees them: one for each block's own text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.formats.flow import walk
from editcheck.formats.html.vocabulary import is_block, is_shown
from editcheck.source.document import is_element

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

__all__ = ["Line", "inline_lines", "lines_of", "upwards"]

_EMPHASIS = frozenset(["em", "i", "strong", "b", "u"])


@dataclass
class Line:
    """The text that stands in one block element itself, not in blocks inside it.

    `length` counts characters, without white space at the ends of text nodes; `linked` and `stressed` those that are in
    links, and in links, italics or bold. `leaf` says that the element holds no other line.
    """

    element: _Element
    parts: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    stressed: int = 0
    leaf: bool = True

    @property
    def text(self) -> str:
        """The words, white space collapsed."""
        return " ".join("".join(self.parts).split())

    @property
    def is_linked(self) -> bool:
        """Whether all of it is a link."""
        return self.linked >= 0.9 * self.length

    @property
    def is_stressed(self) -> bool:
        """Whether all of it is in italics, bold or a link."""
        return self.stressed >= 0.9 * self.length

    @property
    def is_heading(self) -> bool:
        """Whether it is one of HTML's headings."""
        return self.element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def lines_of(root: _Element, excluded: Collection[_Element]) -> Iterator[Line]:
    """Yield the lines of an element that have text, in the order in which they begin."""
    return (line for line in _Lines(root, excluded).lines if line.length)


def inline_lines(element: _Element, excluded: Collection[_Element]) -> Iterator[Line]:
    """Yield a line for each inline element that stands by itself between the blocks directly in an element.

    One with words beside it is a part of their line: a link within a sentence.
    """
    for child in _alone(element):
        if child not in excluded and is_shown(child):
            for line in lines_of(child, excluded):
                if line.element is child and line.leaf:
                    yield line


def _alone(element: _Element) -> Iterator[_Element]:
    """Yield the inline elements in an element that have no words beside them up to the next block or line break."""
    together: list[_Element] = []
    in_text = _has_words(element.text)
    for child in element:
        if is_element(child) and (child.tag == "br" or is_block(child)):
            yield from () if in_text else together
            together, in_text = [], False
        elif is_element(child):
            together.append(child)
        in_text = in_text or _has_words(child.tail)
    yield from () if in_text else together


def _has_words(text: str | None) -> bool:
    return bool(text) and not str(text).isspace()


class _Lines:
    def __init__(self, root: _Element, excluded: Collection[_Element]) -> None:
        self.lines: list[Line] = []
        self._open: list[Line] = []
        self._links = 0
        self._stress = 0
        skipped: _Element | None = None
        for event, element in walk(root):
            if skipped is not None:
                if event == "end" and element is skipped:
                    skipped = None
            elif event == "tail":
                self._add(element.tail)
            elif isinstance(element.tag, str):
                if event == "end":
                    self._close(element)
                elif element in excluded or (element is not root and not is_shown(element)):
                    skipped = element
                else:
                    self._begin(element)

    def _begin(self, element: _Element) -> None:
        if not self._open or is_block(element):
            line = Line(element)
            self.lines.append(line)
            self._open.append(line)
        self._links += element.tag == "a"
        self._stress += element.tag in _EMPHASIS
        self._add(element.text)

    def _close(self, element: _Element) -> None:
        self._links -= element.tag == "a"
        self._stress -= element.tag in _EMPHASIS
        if self._open[-1].element is element:
            closed = self._open.pop()
            if self._open and (closed.length or not closed.leaf):
                self._open[-1].leaf = False

    def _add(self, text: str | None) -> None:
        if not text or not self._open:
            return
        line, length = self._open[-1], len(text.strip())
        line.parts.append(text)
        line.length += length
        line.linked += length if self._links else 0
        line.stressed += length if self._links or self._stress else 0


def upwards(element: _Element) -> Iterator[_Element]:
    """Yield an element and all those around it, the nearest first."""
    yield element
    yield from element.iterancestors()
