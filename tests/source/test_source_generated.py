"""The law of positions on generated markup, and the tree against justhtml's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from justhtml import JustHTML
from markup_strategies import HTML_SOUP, WORDS, html_ways, xml_ways
from source_law import assert_law_of_positions, html, xml

from editcheck.config import Limits
from editcheck.source.document import is_element
from editcheck.source.infoset import safe_comment, safe_name, safe_text
from editcheck.source.nested import parse_nested

if TYPE_CHECKING:
    from justhtml.dom import Node

    from editcheck.source.document import Document

#: Where justhtml is not a browser: digits of other scripts in references, text in a table that it takes in parts, cut
#: at a `<`, and formatting renewed for the line feed that is dropped after `<pre>`. See test_source_html for them.
FALSE_DIGIT = re.compile(r"&#[0-9]*(?![0-9])\w")
CUT_IN_TABLE = re.compile(r"<(?:table|tr|t[dh]|tbody).*<(?![a-z/!?])", re.DOTALL | re.IGNORECASE)
DROPPED_LINE_FEED = re.compile(r"<(?:pre|listing)[^>]*>(?:\s|&#10|&NewLine)", re.IGNORECASE)


def is_browsers(markup: str) -> bool:
    return not any(pattern.search(markup) for pattern in (FALSE_DIGIT, CUT_IN_TABLE, DROPPED_LINE_FEED))


def outline_of_justhtml(node: Node) -> list[str]:
    """Elements, texts and comments of justhtml's own tree, in document order."""
    lines = []
    for child in node.children or ():
        if child.name == "#text":
            lines.append(f"text {safe_text(child.data)!r}")
        elif child.name == "#comment":
            lines.append(f"comment {safe_comment(child.data or '')!r}")
        elif child.name == "#processing-instruction":
            lines.append(f"comment {safe_comment('?' + (child.data or ''))!r}")
        elif not child.name.startswith("!"):
            lines += [f"<{safe_name(child.name)}>", *outline_of_justhtml(child), "</>"]
    return lines


def outline(document: Document) -> list[str]:
    """The same of ours, texts by their runs."""
    lines: list[str] = []

    def visit(element) -> None:
        lines.append(f"<{element.tag.rpartition('}')[2]}>" if is_element(element) else f"comment {element.text!r}")
        if is_element(element):
            add(element, "text")
            for child in element:
                visit(child)
                add(child, "tail")
            lines.append("</>")

    def add(element, slot) -> None:
        text = "".join(run.text for run in document.runs(element, slot)) or getattr(element, slot)
        if text:
            lines.append(f"text {safe_text(text)!r}")

    visit(document.root)
    return lines


@given(HTML_SOUP.filter(is_browsers))
def test_every_character_of_any_html_has_its_place_and_the_tree_is_justhtmls(markup):
    document = html(markup)
    theirs = outline_of_justhtml(JustHTML(markup, sanitize=False).root)

    assert_law_of_positions(document)
    assert outline(document) == theirs[theirs.index("<html>") : len(theirs) - theirs[::-1].index("</>")]


@given(html_ways())
def test_however_html_is_written_it_says_the_same(case):
    text, markup = case
    document = html(markup)

    assert_law_of_positions(document)
    assert document.text_content(document.root) == text


@given(xml_ways())
def test_however_xml_is_written_it_says_the_same(case):
    text, markup = case
    document = xml(markup)

    assert_law_of_positions(document)
    assert document.text_content(document.root) == text


@given(html_ways(), xml_ways())
def test_html_escaped_in_xml_says_the_same_and_points_into_the_file(inner, noise):
    text, markup = inner
    escaped = markup.replace("&", "&amp;").replace("<", "&#60;")
    outer = xml(noise[1].replace("</a>", f"<c>{escaped}</c></a>"))
    holder = outer.root.find("c")
    nested = parse_nested(outer.source, outer.runs(holder, "text"), Limits(), outer.xpath(holder))

    assert_law_of_positions(nested)
    assert nested.text_content(nested.root) == text
    assert nested.xpath(nested.root) == "/a[1]/c[1]"


@given(WORDS)
def test_offsets_in_the_text_content_find_each_text_again(words):
    document = html(f"<p>{words}<b>{words}</b>tail<!-- c -->{words}")
    content = document.text_content(document.root)
    offsets = document.text_offsets(document.root)

    for place, offset in offsets.items():
        said = "".join(run.text for run in document.runs(*place))
        assert content[offset : offset + len(said)] == said
