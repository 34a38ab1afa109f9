"""One text written in many ways is one text: only its places in the source differ."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editcheck
from position_law import check_article
from ways_of_writing import Syntax, in_some_way, plainly

#: Letters, marks, quotation marks, what markup is made of, characters that combine or lie outside of the BMP.
_CHARACTERS = "abzÄé0,.;'\"“”‘’&<>-–—\u00a0\u0301\u0308\u200d\u00ad😀👩\U0001f1e9\U00020000אع日"
_WORD = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=6).filter(
    lambda word: word.strip("\u00a0\u200d\u00ad")
)
_PARAGRAPH = st.lists(_WORD, min_size=1, max_size=8)
_TEXT = st.lists(_PARAGRAPH, min_size=1, max_size=4)


@pytest.mark.parametrize("syntax", ["html", "nitf"])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_writing_the_same_text_differently_changes_only_its_places(syntax: Syntax, data: st.DataObject):
    paragraphs = data.draw(_TEXT)
    plain = editcheck.read(plainly(paragraphs, syntax).encode(), format=syntax)
    other = editcheck.read(data.draw(in_some_way(paragraphs, syntax)).encode(), format=syntax)
    assert other.text == plain.text == "\n".join(" ".join(words) for words in paragraphs)
    assert other.blocks == plain.blocks
    check_article(plain)
    check_article(other)


@given(text=_TEXT, encoding=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-8-sig"]))
@settings(max_examples=50, deadline=None)
def test_the_law_holds_in_every_encoding(text: list[list[str]], encoding: str):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    article = editcheck.read(mark + plainly(text, "html").encode(encoding), format="html")
    assert article.text == "\n".join(" ".join(words) for words in text)
    check_article(article)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=300, deadline=None)
def test_the_law_holds_for_any_markup(markup: str):
    try:
        article = editcheck.read(f"<p>x</p>{markup}".encode(), format="html")
    except editcheck.SourceError:
        return
    check_article(article)


_TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<ul>",
        "<li>",
        "<div>",
        "</div>",
        "<pre>\n",
        "</pre>",
        "<a>",
        "<svg>",
        "</svg>",
        "<!--c-->",
        "<blockquote>",
        "<h2>",
        "<script>",
        "</script>",
        "<textarea>",
        "</textarea>",
        "<select>",
        "<option>",
        "&amp",
        "&nbsp;",
        "&#0;",
        "&#x80;",
        "\r\n",
        "\x00",
    ]
)


@given(st.lists(st.one_of(_TAGS, _WORD, st.just(" ")), max_size=40))
@settings(max_examples=300, deadline=None)
def test_the_law_holds_where_the_parser_has_to_repair(parts: list[str]):
    try:
        article = editcheck.read(f"<p>x</p>{''.join(parts)}".encode(), format="html")
    except editcheck.SourceError:
        return
    check_article(article)
