"""What a parser makes of a source: an lxml tree, and for each text node the runs of the source it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from editcheck.source.text import SourceText

__all__ = ["Document", "Run", "Slot"]


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


@dataclass
class Document:
    """A parsed source. `runs` gives nothing for text nodes that are empty or that no source stands behind.

    Elements are kept alive by `elements`, so that an element is the same object whenever it is met.
    """

    source: SourceText
    root: _Element
    syntax: Literal["html", "xml"]
    table: Mapping[tuple[_Element, Slot], Sequence[Run]] = field(default_factory=dict)
    elements: Sequence[_Element] = ()

    def runs(self, element: _Element, slot: Slot) -> Sequence[Run]:
        """Return the runs that make up `element.text` or `element.tail`, in order."""
        return self.table.get((element, slot), ())
