"""HTML: a browser's tree, and for each character of its texts the place in the source."""

from __future__ import annotations

import pytest
from lxml import etree
from source_law import all_runs, assert_law_of_positions, html, written

from editcheck.config import Limits
from editcheck.source.errors import SourceError


def body(markup: str) -> str:
    document = html(markup)
    assert_law_of_positions(document)
    return document.text_content(document.root.find("body"))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>caf&eacute; &amp; bar", "café & bar"),
        ("<p>caf&eacute bar&copy2", "café bar©2"),
        ("<p>&notit; &notin; &not;it;", "¬it; ∉ ¬it;"),
        ("<p>&#233;&#xE9;&#XE9&#233x", "ééééx"),
        ("<p>&#8217;&#x1F600;", "’😀"),
        ("<p>&#146;&#x80;&#129;", "’€\x81"),
        ("<p>&#0;&#xD800;&#x110000;&#99999999999999;", "\ufffd" * 4),
        ("<p>&#²; &#3²; &#٣; <b title='&#²'>²</b>", "&#²; \x03²; &#٣; ²"),
        ("<p>&NotEqualTilde;&fjlig;", "≂̸fj"),
        ("<p>a & b &; &# &#x; &nosuch; &amp;amp;", "a & b &; &# &#x; &nosuch; &amp;"),
        ("<p>AT&T R&D &lt;b&gt", "AT&T R&D <b>"),
        ("<p>a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("<p>x<table><colgroup>\r\n\ry", "xy\n\n"),
        ("<p>a < b <3 <<", "a < b <3 <<"),
        ("<p>x\0y", "xy"),
        ("<svg><text>x\0y</text></svg>", "x\ufffdy"),
        ("<svg><text><![CDATA[a&amp;<b>]]>c</text></svg>", "a&amp;<b>c"),
        ("<p>a<!-- no -->b<?php no ?>c<!no>d</ no>e<![CDATA[no]]>f", "abcdef"),
        ("<p>un<b>be</b>liev<wbr>able", "unbelievable"),
        ("<pre>\na\n\nb</pre><pre>\r\n\r\nc</pre><pre>&#10;d</pre><pre></i>\ne</pre>", "a\n\nb\ncd\ne"),
        ("<textarea>\n\na</textarea><textarea>\r\nb&lt;</textarea><textarea>&#xA;c</textarea>", "\nab<c"),
        (
            "<p><script>a&amp;b<!--</p>--></script><style>&lt;</style><xmp>&lt;<b></xmp>",
            "a&amp;b<!--</p>-->&lt;&lt;<b>",
        ),
        ("<table>foo<tr>bar<td>cell</td>baz</table>end", "foobarbazcellend"),
        ("<table> <3 hearts<td>x</table>", " <3 heartsx"),
        ("<table>< </table>", "< "),
        ("<body>a</body>b</html>c", "abc"),
        ("<b><p>a</b>b</p>c", "abc"),
        ("a<plaintext>b&amp;</plaintext>", "ab&amp;</plaintext>"),
        ("<p>é̂👩‍👩‍👧 𝒜", "é̂👩‍👩‍👧 𝒜"),
        ("<p>form\ffeed\x01\ufffe", "form\ffeed\x01\ufffe"),
        ("<p>end</", "end</"),
    ],
)
def test_text_is_what_a_browser_shows_and_every_character_has_its_place(markup, text):
    assert body(markup) == text


def test_a_text_that_parsing_moves_is_made_of_several_runs_in_the_order_of_the_page():
    document = html("<table>foo<tr>bar<td>baz</td>baz</table>")

    assert [(run.text, run.start) for run in document.runs(document.root.find("body"), "text")] == [
        ("foo", 7),
        ("bar", 14),
        ("baz", 29),
    ]


def test_a_reference_is_one_indivisible_run_between_verbatim_ones():
    assert written(html("<p>caf&eacute bar\r\nfoo</p>")) == [
        ("caf", "caf"),
        ("é", "&eacute"),
        (" bar", " bar"),
        ("\n", "\r\n"),
        ("foo", "foo"),
    ]


def test_an_ampersand_and_a_smaller_sign_that_stand_for_themselves_break_no_run():
    assert len(all_runs(html("<p>AT&T, a < b, Q&A</p>"))) == 1


def test_declarations_of_xhtml_and_conditional_comments_do_not_become_text():
    document = html(
        '<?xml version="1.0"?><!DOCTYPE html><html><head><!--[if IE]><p>no</p><![endif]--><title>t</title></head>'
        "<body><![if !IE]><p>yes</p><![endif]></body></html>"
    )

    assert [element.tag for element in document.root] == ["head", "body"]
    assert document.text_content(document.root) == "tyes"


def test_the_line_feed_that_is_dropped_after_pre_renews_no_formatting():
    assert etree.tostring(html("<p><font></p><pre>\n</pre>").root.find("body/pre")) == b"<pre/>"


def test_a_fragment_gets_the_tree_of_a_page():
    document = html("<p>One</p>two")

    assert etree.tostring(document.root) == b"<html><head/><body><p>One</p>two</body></html>"


def test_what_xml_cannot_name_or_hold_is_replaced_in_the_tree_only():
    document = html(
        '<o:p 1st="a\x01b" xml:lang="en" xmlns:o="urn:x" v-on:click="x" hidden>x\x01\fy<!-- a -- b --></o:p>'
    )
    element = document.root.find("body")[0]

    assert element.tag == "oU00003Ap"
    assert dict(element.attrib) == {
        "U000031st": "a\ufffdb",
        "{http://www.w3.org/XML/1998/namespace}lang": "en",
        "v-onU00003Aclick": "x",
        "hidden": "",
    }
    assert element.text == "x\ufffd y"
    assert [run.text for run in document.runs(element, "text")] == ["x\x01\fy"]


def test_svg_has_its_namespace_and_html_has_none():
    document = html("<p>a<svg><title>b</title><foreignObject><p>c</p></foreignObject></svg>")

    assert [element.tag for element in document.root.iter()][4:] == [
        "{http://www.w3.org/2000/svg}svg",
        "{http://www.w3.org/2000/svg}title",
        "{http://www.w3.org/2000/svg}foreignObject",
        "p",
    ]


def test_what_is_not_on_the_page_is_not_in_the_tree():
    assert body("<p>a<template><p>not shown</p></template>b") == "ab"


def test_the_copy_of_an_option_that_the_browser_makes_has_no_place_in_the_source():
    document = html("<select><button><selectedcontent></selectedcontent></button><option>One<option>Two</select>")
    assert_law_of_positions(document)

    assert document.text_content(document.root) == "OneOneTwo"
    assert [run.text for run in all_runs(document)] == ["One", "Two"]


def test_a_frameset_is_refused_after_text_as_browsers_do():
    assert body("text<frameset><frame></frameset>more") == "textmore"
    assert html("<frameset><frame></frameset>").root.find("frameset") is not None


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<svg>", "<ul><li>", "<table><td>", "<font size=1>", "<template>"])
def test_a_hundred_thousand_levels_end_in_one_clear_line(tag):
    with pytest.raises(
        SourceError,
        match=r"^page\.html(:1:[\d]+)?: elements are nested more than 1,000 deep, the limit: "
        r"raise depth in \[formats\.limits\]$",
    ):
        html(tag * 100_000)


def test_the_depth_limit_can_be_raised():
    assert len(html("<div>" * 5_000, Limits(depth=10_000)).elements) == 5_003


def test_too_many_nodes_end_in_one_clear_line():
    with pytest.raises(
        SourceError, match=r"^page\.html: the file has more than 100 elements and texts, the limit: raise nodes in"
    ):
        html("<p>x" * 100, Limits(nodes=100))


def test_formatting_that_multiplies_itself_is_stopped_by_the_limit_on_nodes():
    fonts = "".join(f"<font size={size}>" for size in range(900))
    with pytest.raises(SourceError, match="raise nodes in"):
        html(f"<p>{fonts}</p>{'<p>x</p>' * 1_000}", Limits(nodes=100_000))


def test_an_element_with_thousands_of_attributes_is_refused():
    with pytest.raises(SourceError, match=r"^page\.html: an element has 5,000 attributes, more than 1,000"):
        html(f"<p {' '.join(f'a{number}' for number in range(5_000))}>")


@pytest.mark.parametrize(
    "piece", ["<b>x</b>", "<p>x", "&", "&amp", "< ", "<!--", "<a></p>", "<table>x</table>", "x<frameset>", "\r", "</p>"]
)
def test_no_markup_takes_more_than_linear_time(piece):
    # Quadratic behaviour would take minutes here.
    assert_law_of_positions(html(piece * (100_000 // len(piece))))
