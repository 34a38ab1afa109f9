"""From runs of the source to an article: white space collapsed as a browser would, and every character's place kept.

The builder knows no format. It is told where blocks begin and end and is fed text nodes; it makes the text, the
blocks, the source map and the markup of an `Article`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.article import Article, Block, BlockKind, Directive, Image, Markup, Notice, Piece, Scope, Span
from editcheck.formats.directives import directives_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from lxml.etree import _Element

    from editcheck.source.document import Document, Run, Slot

__all__ = ["ArticleBuilder", "Metadata"]

#: White space as HTML has it (a no-break space is none), and the stretches between that stay as they are.
_SEGMENT = re.compile(r"[ \t\n\f\r]+|[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*")
_BLANKS = " \t\n\f\r"
#: What takes no ink: a block that has nothing else is empty. Zero-width characters, soft hyphen, Hangul fillers.
_INKLESS = re.compile(r"[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff]*")
_EMPTY_LINE = re.compile(r"\n[ \t\r\f]*\n")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a format knows of an article besides its text; the fields are `Article`'s."""

    format: str
    published: datetime | date | None = None
    title: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    embargoed_until: datetime | None = None
    uri: str | None = None
    genre: str | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True, eq=False)
class _Mark:
    """An element whose markup states a fact; `start` is None until its first character comes."""

    element: _Element
    start: int | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    """How far everything was before a block began, to take back one that turns out empty."""

    chunks: int
    pieces: int
    length: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of one text node, all characters alike: where it stands in source and scope."""

    text: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    xpath: str | None
    part: str | None
    escapes: tuple[str, ...]

    def follows(self, other: _Stretch) -> bool:
        """Whether the two are one stretch, written in one go and in one way."""
        return (
            self.start == other.end
            and self.scope_start == other.scope_end
            and (self.xpath, self.part, self.escapes) == (other.xpath, other.part, other.escapes)
        )


#: The blank that stands for a line break: it has no place in the source.
_ADDED = _Stretch(" ", 0, 0, 0, 0, None, None, ())


class ArticleBuilder:
    """Makes one article. Blocks begin with their first visible character, so that none is ever empty.

    `scope` is the element over whose text content selectors count; `part` names what it lies in, if anything.
    """

    def __init__(self, document: Document, scope: _Element, part: str | None = None) -> None:
        self._document = document
        self._top = scope
        self._elements: dict[str, tuple[int, int]] = {}
        self._scope = Scope(document.text_content(scope), document.xpath(scope), part)
        self._offsets = document.text_offsets(scope)
        self._chunks: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._mergeable = False
        self._blocks: list[Block] = []
        self._kind = BlockKind.PARAGRAPH
        self._began: _Checkpoint | None = None
        self._blank: _Stretch | None = None
        self._broken = False
        self._marks: list[_Mark] = []
        self._open_marks: list[_Mark] = []

    # Blocks

    def block(self, kind: BlockKind) -> None:
        """End the block that is open and say what the next one will be."""
        self.end_block()
        self._kind = kind

    def end_block(self) -> Span | None:
        """End the block that is open and return its span; one without a visible character is taken back."""
        began, self._began, self._blank, self._broken, self._mergeable = self._began, None, None, False, False
        if began is None:
            return None
        start = began.length + (1 if self._blocks else 0)
        if _INKLESS.fullmatch("".join(self._chunks[began.chunks :])):
            self._take_back(began, start)
            return None
        span = Span(start, self._length)
        self._blocks.append(Block(self._kind, span))
        return span

    def written(self) -> list[tuple[BlockKind, str]]:
        """End the block that is open, and return the kind and the words of all there are."""
        self.end_block()
        text = "".join(self._chunks)
        return [(block.kind, block.span.of(text)) for block in self._blocks]

    def _take_back(self, began: _Checkpoint, start: int) -> None:
        del self._chunks[began.chunks :]
        del self._pieces[began.pieces :]
        self._length = began.length
        for mark in self._marks:
            if mark.start is not None and mark.start >= start:
                mark.start = None
            mark.end = min(mark.end, began.length)

    # Text

    def text(self, element: _Element, slot: Slot, preserve: bool = False) -> None:
        """Add a text node; where white space is preserved, empty lines separate blocks."""
        runs = self._document.runs(element, slot)
        if not runs:
            return
        parent = element.getparent()
        holder = element if slot == "text" or parent is None else parent
        xpath = self._document.xpath(holder)
        self._remember(holder)
        offset = self._offsets[element, slot]
        for run in runs:
            for stretch in _stretches(run, offset, xpath):
                if stretch.text[0] in _BLANKS:
                    if preserve and _EMPTY_LINE.search(stretch.text):
                        self.end_block()
                    self._white_space(stretch)
                else:
                    self._words(stretch)
            offset += len(run.text)

    def _remember(self, element: _Element) -> None:
        """Remember where an element begins and ends in the scope, and those around it."""
        node: _Element | None = element
        while node is not None and node is not self._top:
            path = self._document.xpath(node)
            if path in self._elements:
                return
            self._elements[path] = self._document.extent(node, self._top)
            node = node.getparent()

    def line_break(self) -> None:
        """Add a line break: a blank, so that it glues no words; two of them in a row end the block."""
        if self._began is None:
            return
        if self._broken:
            self.end_block()
            return
        self._broken = True
        self._blank = self._blank or _ADDED

    def _white_space(self, stretch: _Stretch) -> None:
        """Remember a blank; it is written only between two words, in the place of the first stretch that has one."""
        if self._began is None:
            return
        if self._blank is None or self._blank is _ADDED:
            self._blank = stretch
        elif stretch.follows(self._blank):
            old = self._blank
            self._blank = _Stretch(
                old.text + stretch.text,
                old.start,
                stretch.end,
                old.scope_start,
                stretch.scope_end,
                old.xpath,
                old.part,
                old.escapes,
            )

    def _words(self, stretch: _Stretch) -> None:
        if self._began is None:
            self._began = _Checkpoint(len(self._chunks), len(self._pieces), self._length)
            if self._blocks:
                self._chunks.append("\n")
                self._length += 1
        elif self._blank is not None:
            self._write(" ", self._blank)
        self._blank, self._broken = None, False
        for mark in self._open_marks:
            if mark.start is None:
                mark.start = self._length
        self._write(stretch.text, stretch)

    def _write(self, text: str, stretch: _Stretch) -> None:
        """Write text with its place; what is verbatim and goes on where the last piece ended makes that one longer."""
        span = Span(self._length, self._length + len(text))
        self._chunks.append(text)
        self._length = span.end
        if stretch is _ADDED:
            self._mergeable = False
            return
        plain = not stretch.escapes and text == stretch.text and len(text) == stretch.end - stretch.start
        last = self._pieces[-1] if self._mergeable and plain else None
        if last is not None and _goes_on(last, stretch):
            start, scope_start, span = last.start, last.scope_start, last.text.cover(span)
            self._pieces.pop()
        else:
            start, scope_start = stretch.start, stretch.scope_start
        self._pieces.append(
            Piece(
                span, start, stretch.end, scope_start, stretch.scope_end, stretch.xpath, stretch.part, stretch.escapes
            )
        )
        self._mergeable = plain

    # Markup

    def open_mark(self, element: _Element) -> None:
        """Begin the span of an element whose markup states a fact."""
        mark = _Mark(element)
        self._marks.append(mark)
        self._open_marks.append(mark)

    def close_mark(self) -> Span | None:
        """End the span of the element that was opened last, and return it; one without a word is forgotten."""
        mark = self._open_marks.pop()
        if mark.start is None:
            return None
        mark.end = self._length
        return Span(mark.start, mark.end)

    # The article

    def article(
        self, metadata: Metadata, images: Sequence[Image] = (), directives: Sequence[Directive] | None = None
    ) -> Article:
        """End the last block and return the article. Without `directives`, those of the document are its."""
        self.end_block()
        whole = {self._document.xpath(self._top): self._document.extent(self._top, self._top)}
        return Article(
            text="".join(self._chunks),
            blocks=tuple(self._blocks),
            source=self._document.source,
            scope=replace(self._scope, elements=self._elements | whole),
            pieces=tuple(self._pieces),
            format=metadata.format,
            published=metadata.published,
            title=metadata.title,
            language=metadata.language,
            authors=metadata.authors,
            embargoed_until=metadata.embargoed_until,
            uri=metadata.uri,
            genre=metadata.genre,
            markup=tuple(_markup(mark) for mark in self._marks if mark.start is not None),
            images=tuple(images),
            notices=metadata.notices,
            directives=tuple(directives_in(self._document) if directives is None else directives),
        )


def _stretches(run: Run, offset: int, xpath: str | None) -> list[_Stretch]:
    """Cut a run into white space and words; a run that is not verbatim stays whole."""
    if run.escapes or len(run.text) != run.end - run.start:
        return list(_indivisible(run, offset, xpath))
    return [
        _Stretch(
            match[0],
            run.start + match.start(),
            run.start + match.end(),
            offset + match.start(),
            offset + match.end(),
            xpath,
            run.part,
            (),
        )
        for match in _SEGMENT.finditer(run.text)
    ]


def _indivisible(run: Run, offset: int, xpath: str | None) -> Iterator[_Stretch]:
    """Yield a run that stands for something else in one piece; blanks at the ends of its words have no place."""
    words = re.findall(r"[^ \t\n\f\r]+", run.text)
    text = " ".join(words) or run.text
    whole = _Stretch(text, run.start, run.end, offset, offset + len(run.text), xpath, run.part, run.escapes)
    if words and run.text[0] in _BLANKS:
        yield _ADDED
    if text:
        yield whole
    if words and run.text[-1] in _BLANKS:
        yield _ADDED


def _goes_on(piece: Piece, stretch: _Stretch) -> bool:
    return (
        stretch.start == piece.end
        and stretch.scope_start == piece.scope_end
        and stretch.xpath == piece.xpath
        and stretch.part == piece.part
    )


def _markup(mark: _Mark) -> Markup:
    """Return what an element states: its local name and its attributes, without their namespaces."""
    from lxml.etree import QName

    attributes = tuple((QName(name).localname, str(value)) for name, value in mark.element.attrib.items())
    return Markup(QName(mark.element).localname, Span(mark.start or 0, mark.end), attributes)
