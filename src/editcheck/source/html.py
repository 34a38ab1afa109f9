"""HTML5 to an lxml tree and the runs of its texts: the tree that a browser makes, whatever the markup is like.

Elements of HTML have no namespace in the tree, those of SVG and MathML have theirs. The content of a `<template>` is
not in the tree, as it is not in the page; comments and declarations outside of the root element are left out, but
what comments say is kept, as are the places of all, in `Document.remarks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from justhtml.dom import Node, Text
from lxml import etree

from editcheck.source.document import IGNORE, Document, Remark, Run, Slot, join_runs
from editcheck.source.errors import SourceError
from editcheck.source.html_engine import Stretch, build
from editcheck.source.html_runs import read_stretch
from editcheck.source.infoset import safe_attributes, safe_comment, safe_name, safe_text
from editcheck.source.limits import MOST_ATTRIBUTES, too_deep, too_many_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from editcheck.config import Limits
    from editcheck.source.text import SourceText

__all__ = ["parse", "parse_fragment"]

_COMMENTS = frozenset(["#comment", "#processing-instruction"])
_NAMESPACES = {
    "svg": ("{http://www.w3.org/2000/svg}", {"svg": "http://www.w3.org/2000/svg"}),
    "math": ("{http://www.w3.org/1998/Math/MathML}", {"math": "http://www.w3.org/1998/Math/MathML"}),
}


def parse(source: SourceText, limits: Limits) -> Document:
    """Parse a page, or a part of one: its tree is that of a whole page, with `html`, `head` and `body`.

    Raises `SourceError` where a limit is passed.
    """
    return _parse(source, source.text, limits, fragment=False)


def parse_fragment(source: SourceText, text: str, limits: Limits) -> Document:
    """Parse markup found inside of a source into a `div`. The runs are of `text`, not yet of the source."""
    return _parse(source, text, limits, fragment=True)


def _parse(source: SourceText, text: str, limits: Limits, *, fragment: bool) -> Document:
    try:
        top = build(source, text, limits, fragment=fragment)
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(source.name, f"the HTML parser failed at this file ({error})") from error
    builder = _Builder(source, text, limits)
    if fragment:
        root = etree.Element("div")
        builder.fill(root, top)
    else:
        page = next(child for child in top.children or () if child.name == "html")
        root = etree.Element("html", safe_attributes(page.attrs))
        if page.attrs and (said := page.attrs.get(IGNORE)) is not None:
            builder.remarks.append(Remark("attribute", said, page.origin_offset or 0, root))
        builder.fill(root, page)
        builder.outside(top)
    return Document(source, root, "html", builder.table, builder.elements, remarks=builder.remarks)


class _Builder:
    """Copies a tree of justhtml's into lxml's, and reads the runs of its texts from the source."""

    def __init__(self, source: SourceText, text: str, limits: Limits) -> None:
        self.source = source
        self.text = text
        self.limits = limits
        self.table: dict[tuple[_Element, Slot], list[Run]] = {}
        self.elements: list[_Element] = []
        self.texts: list[Text] = []
        self.remarks: list[Remark] = []
        self.place: tuple[_Element, Slot]

    def fill(self, root: _Element, node: Node) -> None:
        """Copy what is in `node` into `root`, with a stack of our own: pages nest more deeply than Python does."""
        self._begin(root)
        stack: list[tuple[_Element, Node, Iterator[Node | Text]]] = [(root, node, iter(node.children or ()))]
        while stack:
            element, parent, children = stack[-1]
            child = next(children, None)
            if isinstance(child, Text):
                self.texts.append(child)
                continue
            self._flush(parent)
            if child is None:
                stack.pop()
                self.place = element, "tail"
            elif child.name in _COMMENTS:
                self._comment(element, child)
            elif not child.name.startswith(("#", "!")):
                if len(stack) >= self.limits.depth:
                    raise too_deep(self.limits, self.source.name)
                stack.append((self._element(element, child), child, iter(child.children or ())))

    def outside(self, top: Node) -> None:
        """Keep what the comments outside of the root say."""
        for child in top.children or ():
            if child.name in _COMMENTS:
                self._remark(child, None)

    def _remark(self, node: Node, holder: _Element | None) -> None:
        kind: Literal["comment", "instruction"] = "comment" if node.name == "#comment" else "instruction"
        self.remarks.append(Remark(kind, str(node.data or ""), node.origin_offset or 0, holder))

    def _begin(self, element: _Element) -> None:
        self.elements.append(element)
        self.place = element, "text"

    def _element(self, parent: _Element, node: Node) -> _Element:
        attributes = node.attrs or {}
        if len(attributes) > MOST_ATTRIBUTES:
            raise too_many_attributes(len(attributes), self.source.name)
        prefix, namespaces = _NAMESPACES.get(node.namespace or "", ("", None))
        element = etree.SubElement(parent, prefix + safe_name(node.name), safe_attributes(attributes), namespaces)
        self._begin(element)
        if (said := attributes.get(IGNORE)) is not None:
            self.remarks.append(Remark("attribute", said, node.origin_offset or 0, element))
        return element

    def _comment(self, parent: _Element, node: Node) -> None:
        mark = "?" if node.name == "#processing-instruction" else ""
        comment = etree.Comment(safe_comment(f"{mark}{node.data or ''}"))
        parent.append(comment)
        self.elements.append(comment)
        self._remark(node, parent)
        self.place = comment, "tail"

    def _flush(self, parent: Node) -> None:
        """Set the text that stands at the present place."""
        if not self.texts:
            return
        texts, self.texts = self.texts, []
        owner, slot = self.place
        setattr(owner, slot, safe_text("".join(node.data or "" for node in texts)))
        # Copies that the parser makes itself (the label of a <select>) stand nowhere in the source.
        stretches = [node for node in texts if isinstance(node, Stretch)]
        if len(stretches) == len(texts):
            self.table[self.place] = join_runs(run for node in stretches for run in self._runs(node, parent))

    def _runs(self, node: Stretch, parent: Node) -> list[Run]:
        runs = read_stretch(self.text, node, parent)
        if runs is None:
            place = self.source.position(node.origin_offset or 0) if self.text is self.source.text else (None, None)
            raise SourceError(
                self.source.name, f"the text {(node.data or '')[:40]!r} cannot be found again in the file", *place
            )
        return runs
