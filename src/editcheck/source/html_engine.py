"""justhtml's tree builder, made to keep every stretch of text apart and to stop at the limits.

`JustHTML(..., track_node_locations=True)` cannot be used as it is: it joins texts that stand in different places of
the source into one node with one offset, and turns bogus comments (`<?xml ...?>`, `<![endif]>`) into text, which no
browser does. The builder below it does neither, once its text nodes are of a type that it does not join. It is not
part of justhtml's documented API: tests compare its trees with the documented one's, and every text node is read
again from the source (`html_runs`), so that a change in a later version is noticed and never gives a wrong position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from justhtml.dom import Element, Node, Text
from justhtml.parser.context import FragmentContext
from justhtml.parser.engine import ParseEngine, compile_raw_engine_plan

from editcheck.source.limits import too_deep, too_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml.parser.engine import _FormattingEntry

    from editcheck.config import Limits
    from editcheck.source.text import SourceText

__all__ = ["LINE_FEED", "Stretch", "build"]

#: Where text ends: what the tokenizer takes for a tag, a comment or a declaration. `</` at the very end is text.
_MARKUP = re.compile(r"<(?:[A-Za-z!?]|/(?!\Z))")
#: justhtml takes digits of every script for a number, and fails at those that `int` does not know (`&#²`).
_FALSE_DIGIT = re.compile(r"(&#[0-9]*)([^\x00-\x7f])")
_LINE_END = re.compile(r"\r\n?")
#: A line feed in any way of writing it: the first one in a `<pre>` is not part of the text.
LINE_FEED = re.compile(r"\r\n|\r|\n|&#(?:0*10(?![0-9])|[xX]0*[aA](?![0-9a-fA-F]));?|&NewLine;")


class Stretch(Text):
    """A text node that stands in the source in one go, from `origin_offset` on: never joined with its neighbours."""

    __slots__ = ()


def build(source: SourceText, text: str, limits: Limits, *, fragment: bool) -> Node:
    """Parse a page, or a fragment as in a `<div>`; `text` is `source.text` or markup found inside of it.

    Raises `SourceError` at too many nodes or too deep nesting, and `ValueError` where justhtml fails.
    """
    return _Engine(source, text, limits, fragment).parse()


class _Engine(ParseEngine):
    __slots__ = ("_given", "_limits", "_nodes", "_shielded", "_source")

    def __init__(self, source: SourceText, text: str, limits: Limits, fragment: bool) -> None:
        self._shielded = _stand_ins(text)
        super().__init__(
            _shield(text, self._shielded),
            fragment=fragment,
            fragment_context=FragmentContext("div") if fragment else None,
            plan=compile_raw_engine_plan(fragment, True),
            track_node_locations=True,
        )
        self._source = source
        self._limits = limits
        self._nodes = 0
        self._given = 0

    def _new_text(self, data: str, source_pos: int | None = None) -> Text:
        """Make text nodes that are not joined. Those without a place are white space between framesets."""
        self._count()
        if source_pos is None:
            return Text(data)
        if "\r" in data and self._html_input.startswith(data, source_pos):
            # White space in a <colgroup> comes as it stands in the source, its line ends too.
            data = _LINE_END.sub("\n", data)
        node = Stretch(self._true(data))
        node._origin_pos = source_pos
        return node

    def _append_text(self, raw: str, source_pos: int | None = None) -> None:
        """Take all text up to the next markup at once: the builder comes with it in parts, cut at every `<`."""
        if source_pos is None or source_pos < self._given:
            return
        html = self._html_input
        markup = _MARKUP.search(html, source_pos + len(raw))
        self._given = len(html) if markup is None else markup.start()
        start = source_pos
        if self._ignore_lf:
            self._ignore_lf = False
            line_feed = LINE_FEED.match(html, start)
            start = start if line_feed is None else line_feed.end()
        if start < self._given:
            super()._append_text(html[start : self._given], start)

    def _insert_raw_element(
        self,
        name: str,
        attrs: dict[str, str | None],
        self_closing: bool,
        parent: Node,
        *,
        tag_start: int | None = None,
        tag_end: int | None = None,
    ) -> Element:
        self._count()
        if len(self._stack) > self._limits.depth:
            raise too_deep(self._limits, *self._place(tag_start))
        if self._shielded:
            attrs = {key: value and self._true(value) for key, value in attrs.items()}
        return super()._insert_raw_element(name, attrs, self_closing, parent, tag_start=tag_start, tag_end=tag_end)

    def _clone_formatting_entry(self, entry: _FormattingEntry) -> Element:
        self._count()
        return super()._clone_formatting_entry(entry)

    def _count(self) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise too_many(self._limits, *self._place(None))

    def _true(self, text: str) -> str:
        return (
            text.translate({ord(other): digit for digit, other in self._shielded.items()}) if self._shielded else text
        )

    def _place(self, tag_start: int | None) -> tuple[str, int | None, int | None]:
        if tag_start is None or self._fragment:
            return self._source.name, None, None
        return self._source.name, *self._source.position(tag_start)

    def _body_allows_frameset(self, node: Node) -> bool:
        """Answer as for joined text nodes, which is what the rule looks for; a refusal is for good."""
        stretches: list[Text] = [child for child in _texts(node) if type(child) is Stretch]
        for child in stretches:
            child.__class__ = Text
        allowed = super()._body_allows_frameset(node)
        for child in stretches:
            child.__class__ = Stretch
        self._frameset_blocked = self._frameset_blocked or not allowed
        return allowed


def _texts(node: Node) -> Iterator[Text]:
    pending = [node]
    while pending:
        for child in pending.pop().children or ():
            if isinstance(child, Text):
                yield child
            else:
                pending.append(child)


def _stand_ins(text: str) -> dict[str, str]:
    """Return a character that does not occur in the text for each digit that would be taken for a reference's."""
    digits = sorted({match.group(2) for match in _FALSE_DIGIT.finditer(text) if match.group(2).isdigit()})
    unused = (chr(code) for code in range(0xF0000, 0xFFFFE) if chr(code) not in text)
    return dict(zip(digits, unused, strict=False))


def _shield(text: str, stand_ins: dict[str, str]) -> str:
    if not stand_ins:
        return text
    return _FALSE_DIGIT.sub(lambda match: match.group(1) + stand_ins.get(match.group(2), match.group(2)), text)
