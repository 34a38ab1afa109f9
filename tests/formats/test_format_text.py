"""Plain text: nothing about it changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import editcheck
from editcheck import Article, SourceError
from position_law import check_article


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("one\ntwo", ["one", "two"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("one\r\ntwo\r\n\r\nthree", ["one\r\ntwo", "three"]),
        ("one\rtwo", ["one", "two"]),
        ("\n\n  one  \n \t\n\n two\n", ["one", "two"]),
    ],
)
def test_blank_lines_separate_blocks_where_there_are_any_and_newlines_otherwise(text: str, blocks: list[str]):
    article = editcheck.read(text.encode())
    assert article.text == text
    assert [article[block.span] for block in article.blocks] == blocks
    assert {block.kind.value for block in article.blocks} == {"paragraph"}
    check_article(article)


def test_a_file_and_a_string_are_one_text():
    text = "Ärzte 😀 said “no”.\n\nAnd that was it."
    assert editcheck.read(text.encode()).text == Article.from_text(text).text == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_nothing_changes_and_every_character_has_its_place(text: str):
    article = Article.from_text(text)
    assert article.text == text
    check_article(article)


@pytest.mark.parametrize("raw", [b" ", b"\n\n", b"\t\r\n"])
def test_a_blank_file_has_no_article(raw: bytes):
    with pytest.raises(SourceError, match="has no text"):
        editcheck.read(raw)
