"""Comments, instructions and our attribute are kept beside the tree, with their places in the file."""

from __future__ import annotations

import pytest

from editcheck.config import Limits
from editcheck.source import html, xml
from editcheck.source.decode import decode
from editcheck.source.document import Document
from editcheck.source.nested import parse_nested


def parsed(text: str, parser=html) -> Document:
    return parser.parse(decode(text.encode(), "a", Limits(), None), Limits())


def at(document: Document) -> list[tuple[str, str, str]]:
    """Return the kind of each remark, its words, and the characters that stand at its place."""
    text = document.source.text
    return [(each.kind, each.text.strip(), text[each.start : each.start + 4]) for each in document.remarks]


def test_in_html_those_outside_of_the_root_are_kept_too() -> None:
    document = parsed(
        "<!-- é -->\r\n<!doctype html><!-- head --><html data-editcheck-ignore=a><body><p data-editcheck-ignore>x"
        "<?editcheck off b?></p></body></html><!-- end -->"
    )
    assert sorted(at(document)) == [
        ("attribute", "", "<p d"),
        ("attribute", "a", "<htm"),
        ("comment", "end", "<!--"),
        ("comment", "head", "<!--"),
        ("comment", "é", "<!--"),
        ("instruction", "editcheck off b", "<?ed"),
    ]


def test_in_xml_likewise() -> None:
    document = parsed("<!-- é --><a data-editcheck-ignore='&#98;'><?editcheck off b?>x<!-- in --></a><!-- end -->", xml)
    assert at(document) == [
        ("comment", "é", "<!--"),
        ("attribute", "b", "<a d"),
        ("instruction", "editcheck off b", "<?ed"),
        ("comment", "in", "<!--"),
        ("comment", "end", "<!--"),
    ]
    assert [each.holder is document.root for each in document.remarks] == [False, True, True, True, False]


def test_markup_within_a_text_has_its_places_in_the_file() -> None:
    outer = parsed("<a>&#233; &lt;!-- x --&gt;&lt;p&gt;y&lt;/p&gt;</a>", xml)
    inner = parse_nested(outer.source, outer.runs(outer.root, "text"), Limits())
    assert at(inner) == [("comment", "x", "&lt;")]


@pytest.mark.parametrize("parser", [html, xml])
def test_the_reach_of_an_element_is_that_of_its_text(parser) -> None:
    document = parsed("<div><p>a <b>b &amp; c</b> d</p><i></i></div>", parser)
    text = document.source.text
    [paragraph] = document.root.iter("p")
    start, end = document.reach(paragraph) or (0, 0)
    assert text[start:end] == "a <b>b &amp; c</b> d"
    [empty] = document.root.iter("i")
    assert document.reach(empty) is None
