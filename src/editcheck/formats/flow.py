"""From a tree to blocks: what each element is to the reader, and the walk that follows from it.

A format describes its elements by a vocabulary, a function from an element to its `Role`. The walk knows nothing else:
inline elements run on, block elements begin and end blocks, what is skipped is not the article.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from editcheck.article import BlockKind, Image, Span
from editcheck.house import load_table
from editcheck.source.document import is_element

if TYPE_CHECKING:
    from lxml.etree import _Element

    from editcheck.formats.builder import ArticleBuilder

__all__ = ["INLINE", "Flow", "Picture", "Role", "Vocabulary", "load_roles", "local_name", "walk"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What an image element says of itself."""

    uri: str | None = None
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What an element is to the reader.

    `block`: its text stands by itself; `kind` is what that text is (None: as around it). `skip`: it is not shown.
    `line_break`: it ends the line before it. `preserve`: empty lines in it separate blocks. `mark`: it states a fact
    about its words. `figure`: captions and credits inside belong to its picture. `picture`: it is one.
    """

    block: bool = False
    kind: BlockKind | None = None
    skip: bool = False
    line_break: bool = False
    preserve: bool = False
    mark: bool = False
    figure: bool = False
    picture: Picture | None = None


INLINE = Role()


@cache
def load_roles(path: str) -> Mapping[str, Role]:
    """Return the roles of a format's elements by name: a data file, each value some of `Role`'s fields and a kind."""
    return {name: _role(words.split()) for name, words in load_table("editcheck.formats", path).items()}


def _role(words: Sequence[str]) -> Role:
    kinds = [BlockKind(word) for word in words if word not in _ROLE_WORDS]
    return Role(
        block="block" in words,
        kind=kinds[0] if kinds else None,
        skip="skip" in words,
        line_break="break" in words,
        preserve="preserve" in words,
        mark="mark" in words,
        figure="figure" in words,
    )


_ROLE_WORDS = frozenset(["block", "inline", "skip", "break", "preserve", "mark", "figure"])

Vocabulary: TypeAlias = Callable[["_Element"], Role]
_Event: TypeAlias = tuple[Literal["start", "end", "tail"], "_Element"]


@dataclass
class _Figure:
    """The picture whose figure is being read, and what was said of it."""

    pictures: list[Picture] = field(default_factory=list)
    caption: Span | None = None
    credit: Span | None = None

    def images(self) -> Iterator[Image]:
        """Yield its images: the first has caption and credit, and stands even where the picture itself is missing."""
        pictures = self.pictures or ([Picture()] if self.caption or self.credit else [])
        for index, picture in enumerate(pictures):
            caption, credit = (self.caption, self.credit) if index == 0 else (None, None)
            yield Image(caption, credit, picture.alternative, picture.uri)


class Flow:
    """Writes elements to a builder, each with what is in it, and gathers the images.

    `kinds` overrides the vocabulary for single elements, `excluded` are elements that are not the article.
    """

    def __init__(
        self,
        builder: ArticleBuilder,
        vocabulary: Vocabulary,
        kinds: Mapping[_Element, BlockKind] | None = None,
        excluded: Collection[_Element] = frozenset(),
    ) -> None:
        self._builder = builder
        self._vocabulary = vocabulary
        self._overrides = kinds or {}
        self._excluded = excluded
        self._kinds = [BlockKind.PARAGRAPH]
        self._roles: list[Role] = []
        self._preserved = 0
        self._figures: list[_Figure] = []
        self.images: list[Image] = []

    def write(self, root: _Element, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Write one element, whose text is of a kind where the vocabulary does not say what it is."""
        self._kinds = [kind]
        self._builder.block(kind)
        skipping: _Element | None = None
        for event, element in walk(root):
            if skipping is not None:
                if event == "end" and element is skipping:
                    skipping = None
                continue
            if event == "tail":
                self._builder.text(element, "tail", preserve=self._preserved > 0)
            elif not is_element(element):
                continue
            elif event == "start":
                skipping = element if self._start(element) else None
            else:
                self._end(self._roles.pop())
        self._end_block()

    def _role(self, element: _Element) -> Role:
        role = self._vocabulary(element)
        kind = self._overrides.get(element)
        return role if kind is None else Role(block=True, kind=kind, mark=role.mark)

    def _start(self, element: _Element) -> bool:
        """Begin an element; returns whether everything up to its end is to be left out."""
        role = self._role(element)
        if role.block:
            self._end_block()
        if role.skip or element in self._excluded:
            return True
        self._roles.append(role)
        if role.picture is not None:
            self._picture(role.picture)
        if role.line_break:
            self._builder.line_break()
        if role.figure:
            self._figures.append(_Figure())
        if role.block:
            self._kinds.append(role.kind or self._kinds[-1])
            self._builder.block(self._kinds[-1])
        self._preserved += role.preserve
        if role.mark:
            self._builder.open_mark(element)
        self._builder.text(element, "text", preserve=self._preserved > 0)
        return False

    def _end(self, role: Role) -> None:
        if role.block:
            self._end_block()
            self._kinds.pop()
            self._builder.block(self._kinds[-1])
        if role.mark:
            self._builder.close_mark()
        self._preserved -= role.preserve
        if role.figure:
            self.images.extend(self._figures.pop().images())

    def _end_block(self) -> None:
        """End the open block; a caption or credit is remembered with its figure."""
        kind = self._kinds[-1]
        span = self._builder.end_block()
        if span is None or not self._figures:
            return
        figure = self._figures[-1]
        if kind is BlockKind.CAPTION:
            figure.caption = figure.caption.cover(span) if figure.caption else span
        elif kind is BlockKind.CREDIT:
            figure.credit = figure.credit or span

    def _picture(self, picture: Picture) -> None:
        if self._figures:
            self._figures[-1].pictures.append(picture)
        else:
            self.images.append(Image(alternative=picture.alternative, uri=picture.uri))


def walk(root: _Element) -> Iterator[_Event]:
    """Yield an element and all below it in document order: its start, its end, and after each child the child's tail.

    Comments and processing instructions have start and end too; their tag is no string. The depth has no limit.
    """
    stack = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is not None:
            yield "start", child
            stack.append((child, iter(child)))
            continue
        stack.pop()
        yield "end", element
        if stack:
            yield "tail", element


def local_name(element: _Element) -> str:
    """Return an element's name without its namespace; of comments and the like the empty string."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
