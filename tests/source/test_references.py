"""Undoing references and escapes on a slice of the source."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editcheck.source import decoded


@pytest.mark.parametrize(
    ("slice_", "escapes", "text"),
    [
        ("Tom & Jerry", (), "Tom & Jerry"),
        ("&eacute;&eacute&#233;&#xe9;", ("html",), "éééé"),
        ("&#150;&#0;&#x81;", ("html",), "–\ufffd\x81"),
        ("&notin;&notit;&nosuch;&&;", ("html",), "∉¬it;&nosuch;&&;"),
        ("a\r\nb\rc\nd\0", ("html",), "a\nb\nc\nd\ufffd"),
        ("&eacute;&#233;&#xE9;&amp;", ("xml",), "ééé&"),
        ("a\r\nb\r", ("xml",), "a\nb\n"),
        ("&ea]]><![CDATA[cute;<!-- x -->y", ("xml",), "&eacute;y".replace("&eacute;", "é")),
        ("&amp;eacute;", ("xml", "html"), "é"),
        ('\\u00e9\\"\\n\\ud83d\\ude00', ("json",), 'é"\n😀'),
        ("\\u0026amp;", ("json", "html"), "&"),
        ("\\r\\n", ("json", "html"), "\n"),
        ("&ap;", ("means:AP",), "AP"),
    ],
)
def test_escapes_are_undone_outermost_first(slice_, escapes, text):
    assert decoded(slice_, escapes) == text


def test_an_unknown_escape_is_an_error():
    with pytest.raises(ValueError, match="no such escape: 'rot13'"):
        decoded("x", ("rot13",))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_what_is_escaped_comes_back(text):
    assert decoded(html.escape(text), ("html",)) == text
    assert decoded(html.escape(text), ("xml",)) == text
    assert decoded(json.dumps(text)[1:-1], ("json",)) == text
    assert decoded("".join(f"&#{ord(character)}" for character in text if ord(character) > 0xA0), ("html",)) == "".join(
        character for character in text if ord(character) > 0xA0
    )
