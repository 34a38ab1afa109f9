"""The document model: an article as its reader sees it, and where every character of it stands in the source.

All offsets are Unicode code points of `Article.text`, ends exclusive, unless a name says otherwise.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from editcheck.source.text import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Directive",
    "Image",
    "Markup",
    "Notice",
    "Piece",
    "Scope",
    "SourceRange",
    "Span",
    "parse_published",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Article.text`: start and exclusive end, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span | int) -> bool:
        """Whether an offset, or the whole of another span, lies inside."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def shift(self, distance: int) -> Span:
        """Return the same stretch, `distance` characters further on."""
        return Span(self.start + distance, self.end + distance)

    def of(self, text: str) -> str:
        """Return the words that stand here in `text`."""
        return text[self.start : self.end]


class BlockKind(enum.StrEnum):
    """What a block is to the reader."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE_CELL = "table-cell"
    #: Somebody else's post, pasted into plain text with the markup that shows it on a page.
    EMBED = "embed"


#: The running text, read from the first word to the last; headline, deck, captions and the rest stand beside it.
BODY_KINDS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}
)


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, paragraph, caption ... of an article, with its range of `Article.text`."""

    kind: BlockKind
    span: Span

    @property
    def in_body(self) -> bool:
        """Whether the block belongs to the running text."""
        return self.kind in BODY_KINDS


@dataclass(frozen=True, slots=True)
class Markup:
    """A fact that the markup states about some words: `<time datetime>`, `<abbr title>`, `<person>`, `<q cite>` ...

    `name` is the element's local name, `attributes` its attributes in document order.
    """

    name: str
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, attribute: str) -> str | None:
        """Return an attribute's value, or None where it has none."""
        return dict(self.attributes).get(attribute)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article; caption and credit are spans where they are blocks of it."""

    caption: Span | None = None
    credit: Span | None = None
    alternative: str | None = None
    uri: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader of a report should know about how the article was read: a code and a sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A word to editcheck that stands in the source: what is not to be reported there, and why.

    `action` is "ignore", "off" or "on"; `rules` are ids, families or "all". `start` is the first character of the
    comment, instruction or element in the source. `reach` is the part of the source that an attribute holds for; None:
    `ignore` holds for the next block, the others from `start` on. `written` is the directive as it stands there.
    Where there is a `problem` with it, it does nothing but be told.
    """

    action: str
    rules: tuple[str, ...]
    reason: str
    start: int
    written: str
    reach: tuple[int, int] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Where a run of the article's text stands in its source file.

    `start` and `end` count characters of the decoded file, `byte_start` and `byte_end` its bytes; `line` and `column`
    count from 1, the column in characters. `xpath` names the element. Where the text lies inside something (a JSON
    string, a member of a .docx), `part` says in what: a JSON Pointer, a member's name. `escapes` are the encodings to
    undo, outermost first ("xml" and "html": character references; "json": a JSON string's escapes); none are undone
    where there are none. See `editcheck.source.decoded`.
    """

    start: int
    end: int
    byte_start: int
    byte_end: int
    line: int
    column: int
    xpath: str | None = None
    part: str | None = None
    escapes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of `Article.text` that stands in the source in one go: the unit of the source map.

    Verbatim pieces have as many characters in the text as in the source, one to one. Every other piece (a reference, a
    CR LF, collapsed white space) is indivisible. `scope_start` and `scope_end` place it in `Scope.text`, by the same
    rule. `xpath` and `part` are as in `SourceRange`.
    """

    text: Span
    start: int
    end: int
    scope_start: int
    scope_end: int
    xpath: str | None = None
    part: str | None = None
    escapes: tuple[str, ...] = ()

    @property
    def verbatim(self) -> bool:
        """Whether text and source agree character by character."""
        return not self.escapes and len(self.text) == self.end - self.start == self.scope_end - self.scope_start


@dataclass(frozen=True, slots=True)
class Scope:
    """The text over which W3C text selectors count: what a DOM client sees as the text content of `xpath`.

    White space is as it stands there, not collapsed. For plain text it is the text itself and `xpath` is None.
    `elements` tells where in it the text content of an element begins and ends, by XPath: of each that holds words of
    the article.
    """

    text: str
    xpath: str | None = None
    part: str | None = None
    elements: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Article:
    """A news article: its readable text in blocks, what is known about it, and its source map.

    Made by `editcheck.read`, `editcheck.read_all` and `Article.from_text`; never changed afterwards. `genre` is the
    kind that the source says it is, by the names of the profiles ("opinion", "live"), None where it says none of these.
    """

    text: str
    blocks: tuple[Block, ...]
    source: SourceText
    scope: Scope
    pieces: tuple[Piece, ...]
    format: str = "text"
    published: datetime | date | None = None
    title: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    embargoed_until: datetime | None = None
    uri: str | None = None
    genre: str | None = None
    markup: tuple[Markup, ...] = ()
    images: tuple[Image, ...] = ()
    notices: tuple[Notice, ...] = ()
    directives: tuple[Directive, ...] = ()

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: str | date | datetime | None = None,
        title: str | None = None,
        language: str | None = "en",
        uri: str | None = None,
    ) -> Article:
        """Make an article of plain text, which stays as it is: `.text == text`.

        Blank lines separate its blocks where there are any, newlines otherwise. `published` is a date, or a string in
        ISO 8601. Raises `ValueError` where that is no date.
        """
        return cls(
            text=text,
            blocks=tuple(Block(_plain_kind(text, span), span) for span in _paragraphs(text)),
            source=SourceText.of(text, uri or "<text>"),
            scope=Scope(text),
            pieces=(Piece(Span(0, len(text)), 0, len(text), 0, len(text)),) if text else (),
            published=parse_published(published) if isinstance(published, str) else published,
            title=title,
            language=language,
            uri=uri,
        )

    def __getitem__(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]

    @property
    def day(self) -> date | None:
        """The day of publication, in the source's own time zone."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def reads_english(self) -> bool:
        """Whether the article is in English, or does not say what it is in."""
        return self.language is None or self.language.lower().replace("_", "-").split("-")[0] == "en"

    def block_at(self, place: Span | int) -> Block:
        """Return the block that holds an offset or the start of a span. Raises `IndexError` outside every block."""
        return self.blocks[self.block_index(place)]

    def block_index(self, place: Span | int) -> int:
        """Return the number of that block, counted from 0. Raises `IndexError` outside every block."""
        offset = place if isinstance(place, int) else place.start
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or offset > self.blocks[index].span.end:
            raise IndexError(f"no block at {offset}")
        return index

    def locate(self, span: Span) -> tuple[SourceRange, ...]:
        """Return where a span stands in the source, one range for each unbroken run, in the order of the text.

        Inline tags and character references break runs. Characters that the reader added (the newline between blocks,
        the blank for a `<br>`) have no range.
        """
        return tuple(self._range(run) for run in _runs(self.pieces_of(span)))

    def pieces_of(self, span: Span) -> Iterator[Piece]:
        """Yield the parts of the source map that a span touches, verbatim ones cut to it."""
        index = max(0, bisect_right(self._piece_starts, span.start) - 1)
        for number in range(index, len(self.pieces)):
            piece = self.pieces[number]
            if piece.text.start >= span.end:
                break
            if piece.text.end > span.start:
                yield _cut(piece, span)

    def _range(self, run: Piece) -> SourceRange:
        byte_start, byte_end = self.source.byte_offset(run.start), self.source.byte_offset(run.end)
        line, column = self.source.position(run.start)
        return SourceRange(run.start, run.end, byte_start, byte_end, line, column, run.xpath, run.part, run.escapes)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.text.start for piece in self.pieces]


_LINE_END = re.compile(r"\r\n?|\n")
#: A tag with attributes opens a paragraph of plain text: what is pasted in to show a post.
_EMBED = re.compile(r"<[a-z][a-z-]*(?: [a-z-]+=[\"'][^\"'<>]*[\"'])+ ?/?>")
#: Two line ends and more with nothing visible between them. A CR LF is one: the group never gives back its LF.
_BLANK_LINE = re.compile(r"(?>\r\n?|\n)[^\S\r\n]*(?:(?>\r\n?|\n)[^\S\r\n]*)+")


def _paragraphs(text: str) -> Iterator[Span]:
    separator = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    start = 0
    for match in [*separator.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield Span(start + lead, start + lead + len(part.strip()))
        start = match.end() if match else end


def _plain_kind(text: str, span: Span) -> BlockKind:
    return BlockKind.EMBED if _EMBED.match(text, span.start, span.end) else BlockKind.PARAGRAPH


def parse_published(value: str) -> date | datetime:
    """Read a date or a time in ISO 8601, extended or basic. Raises `ValueError` otherwise."""
    text = value.strip()
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-?\d\d-?\d\d", text) else datetime.fromisoformat(text)


def _cut(piece: Piece, span: Span) -> Piece:
    """Cut a verbatim piece to a span; indivisible pieces stay whole."""
    if not piece.verbatim or piece.text in span:
        return piece
    before = max(0, span.start - piece.text.start)
    after = max(0, piece.text.end - span.end)
    return replace(
        piece,
        text=Span(piece.text.start + before, piece.text.end - after),
        start=piece.start + before,
        end=piece.end - after,
        scope_start=piece.scope_start + before,
        scope_end=piece.scope_end - after,
    )


def _runs(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join pieces that follow one another in the source of one element with nothing to undo."""
    run: Piece | None = None
    for piece in pieces:
        if run is None:
            run = piece
        elif _joins(run, piece):
            run = replace(run, text=run.text.cover(piece.text), end=piece.end, scope_end=piece.scope_end)
        else:
            yield run
            run = piece
    if run is not None:
        yield run


def _joins(run: Piece, piece: Piece) -> bool:
    return (
        run.end == piece.start
        and not run.escapes
        and not piece.escapes
        and run.xpath == piece.xpath
        and run.part == piece.part
    )
