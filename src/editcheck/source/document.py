"""What a parser makes of a source: an lxml tree, and for each text node the runs of the source it came from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from editcheck.source.text import SourceText

__all__ = ["IGNORE", "Document", "Remark", "Run", "Slot", "is_element", "join_runs"]

#: The attribute by which an element says that its text is not to be complained about.
IGNORE = "data-editcheck-ignore"


class Run(NamedTuple):
    """A stretch of a text node that stands in the source in one go; offsets are characters of the outermost file.

    Verbatim runs have nothing to undo and as many characters as their place in the source. All others (a character
    reference, a CR LF, a NUL) are indivisible. `escapes` and `part` are as in `editcheck.article.SourceRange`.
    """

    text: str
    start: int
    end: int
    escapes: tuple[str, ...] = ()
    part: str | None = None


#: Which of an element's two texts, as lxml has them: inside it before its first child, or after its end tag.
Slot: TypeAlias = Literal["text", "tail"]


class Remark(NamedTuple):
    """What stands beside the text and may be meant for editcheck: a comment, an instruction, an `IGNORE` attribute.

    `text` is what it says; of an instruction target and data. `start` is its first character in the outermost file (of
    an attribute, its element's). `holder` is the element that has the attribute, or that the comment stands in; None
    outside of the root.
    """

    kind: Literal["comment", "instruction", "attribute"]
    text: str
    start: int
    holder: _Element | None = None


#: Stands in a name of HTML's for a character that XML names cannot have; see `editcheck.source.infoset`.
_COERCED = re.compile(r"U[0-9A-F]{6}")


@dataclass
class Document:
    """A parsed source. `runs` gives nothing for text nodes that are empty or that no source stands behind.

    The runs have the text as it is; the tree has U+FFFD for characters that lxml refuses. Elements are kept alive by
    `elements`, so that an element is the same object whenever it is met. `base` is set where the tree is that of markup
    inside of a text: the XPath of the file's element that holds this text. `remarks` are in the order of the tree.
    """

    source: SourceText
    root: _Element
    syntax: Literal["html", "xml"]
    table: Mapping[tuple[_Element, Slot], Sequence[Run]] = field(default_factory=dict)
    elements: Sequence[_Element] = ()
    base: str | None = None
    remarks: Sequence[Remark] = ()
    _paths: dict[_Element, str] = field(default_factory=dict, repr=False)
    _steps: dict[_Element, str] = field(default_factory=dict, repr=False)
    #: Of scopes: a message of a thousand items is the scope of each of its articles.
    _contents: dict[_Element, str] = field(default_factory=dict, repr=False)
    _offsets: dict[_Element, Mapping[tuple[_Element, Slot], int]] = field(default_factory=dict, repr=False)

    def runs(self, element: _Element, slot: Slot) -> Sequence[Run]:
        """Return the runs that make up `element.text` or `element.tail`, in order."""
        return self.table.get((element, slot), ())

    def text_nodes(self, scope: _Element) -> Iterator[tuple[_Element, Slot]]:
        """Yield the places of all texts in an element, in document order, empty ones among them, comments not."""
        stack = [(scope, iter(scope))]
        yield scope, "text"
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if stack:
                    yield element, "tail"
            elif is_element(child):
                yield child, "text"
                stack.append((child, iter(child)))
            else:
                yield child, "tail"

    def text_content(self, scope: _Element) -> str:
        """Return what a DOM client has as the element's `textContent`: all its text as it is, scripts' too."""
        if scope not in self._contents:
            self._contents[scope] = "".join(self._text(element, slot) for element, slot in self.text_nodes(scope))
        return self._contents[scope]

    def text_offsets(self, scope: _Element) -> Mapping[tuple[_Element, Slot], int]:
        """Return where in `text_content(scope)` the text of each place begins, in code points."""
        if scope not in self._offsets:
            self._offsets[scope] = self._counted(scope)
        return self._offsets[scope]

    def extent(self, element: _Element, scope: _Element) -> tuple[int, int]:
        """Return where in `text_content(scope)` the text content of an element inside begins and ends."""
        if element is scope:
            return 0, len(self.text_content(scope))
        offsets = self.text_offsets(scope)
        return offsets[element, "text"], offsets[element, "tail"]

    def reach(self, element: _Element) -> tuple[int, int] | None:
        """Return from where to where in the source the text in an element stands, None where it has none."""
        runs = [run for node, slot in self.text_nodes(element) for run in self.runs(node, slot)]
        return (min(run.start for run in runs), max(run.end for run in runs)) if runs else None

    def _counted(self, scope: _Element) -> dict[tuple[_Element, Slot], int]:
        offsets = {}
        offset = 0
        for element, slot in self.text_nodes(scope):
            offsets[element, slot] = offset
            offset += len(self._text(element, slot))
        return offsets

    def _text(self, element: _Element, slot: Slot) -> str:
        runs = self.table.get((element, slot))
        if runs is None:
            return (element.text if slot == "text" else element.tail) or ""
        return "".join(run.text for run in runs)

    def xpath(self, element: _Element) -> str:
        """Return the element's XPath from the root, without namespace prefixes: `/html[1]/body[1]/p[3]`.

        Names in a namespace are `*[local-name()='nitf']`, but for HTML, where clients know them plainly. Markup inside
        of a text has no XPath in the file: it is that of the element around the text.
        """
        if self.base is not None:
            return self.base
        chain = []
        node: _Element | None = element
        while node is not None and node not in self._paths:
            chain.append(node)
            node = node.getparent()
        path = self._paths[node] if node is not None else ""
        for node in reversed(chain):
            path = f"{path}/{self._step(node)}"
            self._paths[node] = path
        return path

    def _step(self, element: _Element) -> str:
        """Return the last step of an element's XPath; those of its siblings are made along with it."""
        if element not in self._steps:
            parent = element.getparent()
            counts: Counter[str] = Counter()
            for sibling in (element,) if parent is None else parent:
                if is_element(sibling):
                    self._steps[sibling] = self._numbered(sibling.tag, counts)
        return self._steps[element]

    def _numbered(self, tag: str, counts: Counter[str]) -> str:
        """Return the step for the next sibling of this name, and count it under every test it answers to."""
        name = tag.rpartition("}")[2]
        by_name = f"*[local-name()='{name}']"
        for test in {tag, by_name, "*"}:
            counts[test] += 1
        if self.syntax == "html" and _COERCED.search(name):
            return f"*[{counts['*']}]"
        return f"{name}[{counts[name]}]" if tag == name else f"{by_name}[{counts[by_name]}]"


def is_element(node: _Element) -> bool:
    """Whether a node of the tree is an element, and no comment or processing instruction."""
    tag: object = node.tag
    return isinstance(tag, str)


def join_runs(runs: Iterable[Run]) -> list[Run]:
    """Return the runs of one text node, verbatim ones that follow one another in the source made one."""
    joined: list[Run] = []
    group: list[Run] = []
    for run in runs:
        last = group[-1] if group else None
        if last and last.end == run.start and not last.escapes and not run.escapes and last.part == run.part:
            group.append(run)
            continue
        joined.extend(_as_one(group))
        group = [run]
    joined.extend(_as_one(group))
    return joined


def _as_one(runs: list[Run]) -> list[Run]:
    if len(runs) < 2:
        return runs
    return [Run("".join(run.text for run in runs), runs[0].start, runs[-1].end, (), runs[0].part)]
