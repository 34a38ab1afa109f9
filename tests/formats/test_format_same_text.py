"""One text written in many ways is one text: only its places in the source differ."""

from __future__ import annotations

from html import escape
from html.entities import codepoint2name
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from position_law import check_article

import editcheck

Syntax = Literal["html", "nitf"]

#: Letters, marks, quotation marks, what markup is made of, characters that combine or lie outside of the BMP.
_CHARACTERS = "abzÄé0,.;'\"“”‘’&<>-–—\u00a0\u0301\u0308\u200d\u00ad😀👩\U0001f1e9\U00020000אع日"
_WORD = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=6).filter(
    lambda word: word.strip("\u00a0\u200d\u00ad")
)
_PARAGRAPH = st.lists(_WORD, min_size=1, max_size=8)
_TEXT = st.lists(_PARAGRAPH, min_size=1, max_size=4)


def plainly(paragraphs: list[list[str]], syntax: Syntax) -> str:
    body = "".join(f"<p>{escape(' '.join(words))}</p>" for words in paragraphs)
    return wrapped(body, syntax)


def wrapped(body: str, syntax: Syntax) -> str:
    return body if syntax == "html" else f"<nitf><body><body.content>{body}</body.content></body></nitf>"


@st.composite
def in_some_way(draw: st.DrawFn, paragraphs: list[list[str]], syntax: Syntax) -> str:
    """Write a text with references, comments, inline tags, CDATA and any white space."""
    body = []
    for words in paragraphs:
        parts = []
        for index, word in enumerate(words):
            if index:
                parts.append(draw(st.sampled_from([" ", "\n", "\r\n", "  ", "\t \n", "\r", " &#10;", "&#x20;"])))
            parts.append(draw(_written(word, syntax)))
        lead = draw(st.sampled_from(["", " ", "\r\n  ", "<!-- over -->"]))
        body.append(f"<p>{lead}{''.join(parts)}{draw(st.sampled_from(['', ' ', '<em></em>']))}</p>")
        body.append(draw(st.sampled_from(["", "\n", "\r\n\r\n", "<!-- between -->", "<p> </p>"])))
    return wrapped("".join(body), syntax)


@st.composite
def _written(draw: st.DrawFn, word: str, syntax: Syntax) -> str:
    way = draw(st.sampled_from(["plain", "plain", "references", "cut", "tags", "cdata"]))
    if way == "cdata" and syntax == "nitf" and "]]>" not in word:
        return f"<![CDATA[{word}]]>"
    cut = draw(st.integers(0, len(word)))
    if way == "cut":
        return f"{escape(word[:cut])}<!-- x --><?y z?>{escape(word[cut:])}"
    if way == "tags":
        return f"{escape(word[:cut])}<em>{escape(word[cut:])}</em>"
    if way == "references":
        return "".join(draw(_reference(character)) for character in word)
    return escape(word)


@st.composite
def _reference(draw: st.DrawFn, character: str) -> str:
    name = codepoint2name.get(ord(character))
    forms = [f"&#{ord(character)};", f"&#x{ord(character):X};", f"&#0{ord(character)};"]
    return draw(st.sampled_from([*forms, f"&{name};"] if name else forms))


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
