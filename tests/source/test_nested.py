"""Markup inside of a text points into the file itself, its escapes composed."""

from __future__ import annotations

import pytest
from source_law import assert_law_of_positions, html, written, xml

from editcheck.config import Limits
from editcheck.source.document import Document, Run
from editcheck.source.errors import SourceError
from editcheck.source.nested import parse_nested
from editcheck.source.text import SourceText


def nested(outer: Document) -> Document:
    runs = [run for place in outer.text_nodes(outer.root) for run in outer.runs(*place)]
    document = parse_nested(outer.source, runs, Limits(), outer.xpath(outer.root))
    assert_law_of_positions(document)
    return document


def test_html_in_cdata_has_only_its_own_references():
    assert written(nested(xml("<a><![CDATA[<p>caf&eacute; &amp;amp; x</p>]]></a>"))) == [
        ("caf", "caf"),
        ("é", "&eacute;"),
        (" ", " "),
        ("&", "&amp;"),
        ("amp; x", "amp; x"),
    ]


def test_escaped_html_has_references_of_both_kinds():
    document = nested(xml("<a>&lt;p&gt;caf&amp;eacute; caf&eacute; &#38;#233; a&amp;amp;b&lt;/p&gt;</a>"))

    assert document.text_content(document.root) == "café café é a&b"
    assert [(run.text, run.escapes) for run in document.runs(document.root[0], "text") if run.escapes] == [
        ("é", ("xml", "html")),
        ("é", ("xml",)),
        ("é", ("xml", "html")),
        ("&", ("xml", "html")),
    ]


def test_inner_text_is_split_where_the_outer_text_is_interrupted():
    assert written(nested(xml("<a>&lt;p&gt;one<!-- no -->two<![CDATA[three]]>\r\nfour&lt;/p&gt;</a>"))) == [
        ("one", "one"),
        ("two", "two"),
        ("three", "three"),
        ("\n", "\r\n"),
        ("four", "four"),
    ]


def test_a_reference_written_across_an_interruption_is_one_place():
    assert written(nested(xml("<a>x&amp;ea<!-- no -->cute;y <![CDATA[&ea]]><![CDATA[cute;]]></a>"))) == [
        ("x", "x"),
        ("é", "&amp;ea<!-- no -->cute;"),
        ("y ", "y "),
        ("é", "&ea]]><![CDATA[cute;"),
    ]


def test_text_that_parsing_moves_goes_on_to_point_at_its_place():
    document = nested(xml("<a><![CDATA[<table>foo<tr><td>cell</td>bar</table>]]></a>"))

    assert written(document) == [("foo", "foo"), ("bar", "bar"), ("cell", "cell")]


def test_part_of_what_an_entity_stands_for_has_the_place_of_the_whole():
    document = nested(xml('<!DOCTYPE a [<!ENTITY t "Hello &lt;b>big&lt;/b> caf&amp;eacute;">]><a>x &t; y</a>'))

    assert document.text_content(document.root) == "x Hello big café y"
    assert [slice_ for _, slice_ in written(document)] == ["x ", "&t;", "&t;", "&t;", "&t;", " y"]


def test_a_json_string_can_be_the_outer_text():
    source = SourceText.of('{"body": "<p>caf\\u00e9 &amp;\\r\\n\\u0026amp;</p>"}')
    runs = [
        Run("<p>caf", 10, 16, (), "/body"),
        Run("é", 16, 22, ("json",), "/body"),
        Run(" &amp;", 22, 28, (), "/body"),
        Run("\r", 28, 30, ("json",), "/body"),
        Run("\n", 30, 32, ("json",), "/body"),
        Run("&", 32, 38, ("json",), "/body"),
        Run("amp;</p>", 38, 46, (), "/body"),
    ]
    document = parse_nested(source, runs, Limits())
    assert_law_of_positions(document)

    assert document.text_content(document.root) == "café &\n&"
    assert document.runs(document.root[0], "text")[-1] == Run("&", 32, 42, ("json", "html"), "/body")


def test_html_inside_of_html_is_undone_twice():
    outer = html("<textarea>&lt;p&gt;a&amp;amp;b</textarea>")

    assert written(nested(outer)) == [("a", "a"), ("&", "&amp;amp;"), ("b", "b")]


def test_the_limits_hold_inside_too():
    outer = xml(f"<a><![CDATA[{'<div>' * 2_000}]]></a>")

    with pytest.raises(SourceError, match=r"^story\.xml: elements are nested more than 1,000 deep"):
        parse_nested(outer.source, outer.runs(outer.root, "text"), Limits())
