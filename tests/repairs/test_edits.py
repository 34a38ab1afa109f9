"""Repairs as replacements in the file: applied, they give the repaired text and leave the markup alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

import editcheck
from editcheck.annotation import Edit
from editcheck.article import Article, Span
from editcheck.repairs.edits import replacements
from report_samples import MarkupBuilder, harbour_article, span_of


def repaired(article: Article, edit: Edit) -> str:
    """Return the source with an edit applied, from the back so that offsets stay right."""
    source = article.source.text
    for each in reversed(replacements(article, edit)):
        source = source[: each.place.start] + each.text + source[each.place.end :]
    return source


def paragraph(*runs: tuple[str, str], encoding: str = "utf-8", part: str | None = None) -> Article:
    """Return an article of one paragraph whose runs are written as (source, text)."""
    builder = MarkupBuilder(encoding=encoding)
    for source, text in runs:
        if text:
            builder.run(source, text, text, "/p", () if source == text else ("html",), part)
        else:
            builder.tag(source)
    return builder.block().article()


def test_one_run_is_replaced_as_a_whole() -> None:
    article = harbour_article()
    text = repaired(article, Edit(span_of(article, "Tuesday"), "Wednesday"))
    assert text == article.text.replace("Tuesday", "Wednesday")


def test_tags_in_the_middle_of_a_word_stay() -> None:
    article = paragraph(("<p>on ", ""), ("Tues", "Tues"), ("<b>", ""), ("day", "day"), ("</b></p>", ""))
    assert repaired(article, Edit(Span(0, 7), "Wednesday")) == "<p>on Wednes<b>day</b></p>"


def test_the_first_run_that_changes_takes_the_new_words() -> None:
    article = paragraph(("<p>", ""), ("Mr ", "Mr "), ("<b>", ""), ("Smith", "Smith"), ("</b></p>", ""))
    assert repaired(article, Edit(Span(0, 8), "Ms Jones")) == "<p>Ms Jones<b></b></p>"
    assert repaired(article, Edit(Span(0, 8), "Mr Jones")) == "<p>Mr <b>Jones</b></p>"


def test_a_reference_is_replaced_whole() -> None:
    article = paragraph(("<p>", ""), ("&quot;", '"'), ("Yes", "Yes"), ("”</p>", ""))
    assert repaired(article, Edit(Span(0, 1), "“")) == "<p>“Yes”</p>"


@pytest.mark.parametrize(("offset", "expected"), [(0, "<p>!Yes <b>no</b></p>"), (6, "<p>Yes <b>no!</b></p>")])
def test_an_insertion_goes_where_the_text_is(offset: int, expected: str) -> None:
    article = paragraph(("<p>", ""), ("Yes ", "Yes "), ("<b>", ""), ("no", "no"), ("</b></p>", ""))
    assert repaired(article, Edit(Span(offset, offset), "!")) == expected


def test_a_deletion_leaves_the_tags() -> None:
    article = paragraph(("<p>", ""), ("Yes, ", "Yes, "), ("<b>", ""), ("yes", "yes"), ("</b>.</p>", ""))
    assert repaired(article, Edit(Span(0, 8), "")) == "<p><b></b>.</p>"


def test_markup_gets_references_for_its_own_characters() -> None:
    article = paragraph(("<p>", ""), ("AT and T", "AT and T"), ("</p>", ""))
    assert repaired(article, Edit(Span(0, 8), "AT&T <x>")) == "<p>AT&amp;T &lt;x&gt;</p>"


def test_markup_gets_references_for_what_its_encoding_lacks() -> None:
    article = paragraph(("<p>", ""), ('"No"', '"No"'), ("</p>", ""), encoding="iso-8859-1")
    assert repaired(article, Edit(Span(0, 4), "“Nö”")) == "<p>&#8220;Nö&#8221;</p>"


def test_cdata_has_no_references() -> None:
    article = paragraph(("<p><![CDATA[", ""), ("AT and T", "AT and T"), ("]]></p>", ""))
    assert repaired(article, Edit(Span(0, 8), "AT&T")) == "<p><![CDATA[AT&T]]></p>"


def test_html_inside_of_xml_is_encoded_for_both() -> None:
    runs = ("<p>&lt;p&gt;", ""), ("AT and T", "AT and T"), ("&lt;/p&gt;</p>", "")
    article = paragraph(*runs)
    article = replace(article, scope=replace(article.scope, part="text/html"))
    assert "AT&amp;amp;T" in repaired(article, Edit(Span(0, 8), "AT&T"))


def test_html_inside_of_cdata_is_encoded_once() -> None:
    article = paragraph(("<p><![CDATA[<b>", ""), ("AT and T", "AT and T"), ("</b>]]></p>", ""), encoding="iso-8859-1")
    article = replace(article, scope=replace(article.scope, part="text/html"))
    assert "<b>AT&amp;T &#8217;</b>" in repaired(article, Edit(Span(0, 8), "AT&T ’"))


def test_a_json_string_gets_its_escapes() -> None:
    article = paragraph(('{"body": "', ""), ("No", "No"), ('"}', ""), part="/body")
    assert repaired(article, Edit(Span(0, 2), '"Nö"')) == '{"body": "\\"Nö\\""}'


def test_plain_text_is_written_as_it_is() -> None:
    article = harbour_article()
    assert "AT&T spoke" in repaired(article, Edit(span_of(article, "Anna Weiß, spoke"), "AT&T spoke"))


def test_words_that_do_not_stand_in_the_source_cannot_be_replaced_there() -> None:
    article = MarkupBuilder().verbatim("one", "/p").block().verbatim("two", "/p").block().article()
    assert replacements(article, Edit(Span(3, 4), " ")) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("next \r\n\tFriday.", "soon."),
        ("next\r\n\r\nFriday.", "soon."),
        ("next <em> Friday</em>.", "soon<em></em>."),
        ("<em>next </em>\n Friday.", "<em>soon</em>."),
        ("next<!-- x --> \r\n Friday.", "soon<!-- x -->."),
    ],
)
def test_white_space_that_is_one_blank_to_the_reader_goes_with_the_words_around_it(written: str, expected: str) -> None:
    article = editcheck.read(f"<p>It opens {written}</p>".encode(), format="html")
    start = article.text.index("next")
    text = repaired(article, Edit(Span(start, start + len("next Friday")), "soon"))
    assert text.removeprefix("<p>It opens ").removesuffix("</p>") == expected


ENTITIES = """<!DOCTYPE nitf [<!ENTITY firm "Acme &amp; Sons"><!ENTITY line "the <em>red</em> line">]>
<nitf><body><body.content><p>We at &firm; saw &line; there.</p></body.content></body></nitf>"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Acme", "Bolt", "We at Bolt &amp; Sons saw &line; there."),
        ("Sons", "Co.", "We at Acme &amp; Co. saw &line; there."),
        ("at Acme", "from Bolt", "We from Bolt &amp; Sons saw &line; there."),
        ("at Acme", "from Acme", "We from &firm; saw &line; there."),
    ],
)
def test_of_an_entity_that_is_changed_in_part_the_rest_is_written_out(old: str, new: str, expected: str) -> None:
    article = editcheck.read(ENTITIES.encode())
    assert f"<p>{expected}</p>" in repaired(article, Edit(span_of(article, old), new))


def test_an_insertion_within_an_entity_writes_it_out() -> None:
    article = editcheck.read(ENTITIES.encode())
    offset = span_of(article, "Sons").start
    assert "We at Acme &amp; old Sons saw" in repaired(article, Edit(Span(offset, offset), "old "))


@pytest.mark.parametrize("words", ["red", "the", "the red line"])
def test_an_entity_that_holds_tags_is_left_to_the_editor(words: str) -> None:
    article = editcheck.read(ENTITIES.encode())
    assert replacements(article, Edit(span_of(article, words), "new")) == []


def test_a_reference_half_inside_of_cdata_is_left_to_the_editor() -> None:
    inner = "&lt;p&gt;Caf&amp;eac<![CDATA[ute; is]]> open.&lt;/p&gt;"
    item = f"<newsItem><contentSet><inlineData>{inner}</inlineData></contentSet></newsItem>"
    article = editcheck.read(item.encode(), format="newsml-g2")
    assert article.text == "Café is open."
    assert replacements(article, Edit(span_of(article, "Café"), "Bar")) == []
    assert "<![CDATA[ute; was]]>" in repaired(article, Edit(span_of(article, "is"), "was"))


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("a—b & c", "<![CDATA[We a]]>&#8212;<![CDATA[b & c it]]>"),
        ("a]]>b", "<![CDATA[We a]]]]><![CDATA[>b it]]>"),
    ],
)
def test_what_cdata_cannot_hold_is_written_outside_of_it(new: str, expected: str) -> None:
    story = "<?xml version='1.0' encoding='iso-8859-15'?><nitf><body><body.content><p><![CDATA[We saw it]]></p>"
    article = editcheck.read(f"{story}</body.content></body></nitf>".encode("iso-8859-15"))
    text = repaired(article, Edit(span_of(article, "saw"), new))
    assert f"<p>{expected}</p>" in text
    assert editcheck.read(text.encode("iso-8859-15")).text == f"We {new} it"


def test_a_plain_text_gets_no_characters_that_its_encoding_lacks() -> None:
    article = editcheck.read(b"We saw it.", format="text", encoding="iso-8859-5")
    assert replacements(article, Edit(span_of(article, "saw"), "saw “")) == []
    assert repaired(article, Edit(span_of(article, "saw"), "met")) == "We met it."


def test_words_after_a_less_than_sign_make_no_tag_of_it() -> None:
    article = editcheck.read(b"<p>It cost < 3 dollars, <5 at most.", format="html")
    text = repaired(article, Edit(span_of(article, "5 at"), "six at"))
    assert editcheck.read(text.encode(), format="html").text == "It cost < 3 dollars, <six at most."
