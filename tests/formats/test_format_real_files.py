"""Real pages and agencies' files: each is read or refused in one line, and the law of positions holds on all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import editcheck
from editcheck import BlockKind, SourceError
from position_law import check_article
from real_files import real_files

if TYPE_CHECKING:
    from pathlib import Path


def test_the_law_holds_on_every_file_that_is_read(shared: Path):
    refused: dict[str, str] = {}
    for path in real_files(shared):
        try:
            articles = editcheck.read_all(path)
        except SourceError as error:
            refused[path.name] = str(error)
            continue
        for article in articles:
            assert any(block.in_body for block in article.blocks)
            check_article(article, parts_of_a_block=1)
    # Packages, pictures and listings without text, and NewsML 1.2, which is another format.
    assert len(refused) <= 9, refused
    assert all("iptc-" in name or name in _NO_TEXT for name in refused), refused
    assert not any("\n" in message for message in refused.values())


_NO_TEXT = {
    "superdesk-afp20.xml",
    "superdesk-ana1.xml",
    "superdesk-snep.xml",
    "superdesk-tag_reuters.com_2014_newsml_KBN0FL0NM_version_10.xml",
}


@pytest.fixture(scope="module")
def story(shared: Path) -> dict[str, editcheck.Article]:
    return {end: editcheck.read(shared / "articles" / f"dprk-troops.{end}") for end in ("html", "nitf.xml", "txt")}


def test_one_story_in_three_formats_is_one_text(story: dict[str, editcheck.Article]):
    bodies = {end: [each[block.span] for block in each.blocks if block.in_body] for end, each in story.items()}
    promotion = bodies["txt"][-2:]
    assert bodies["nitf.xml"] == bodies["txt"]
    assert [*bodies["html"], *promotion] == bodies["txt"]


def test_the_storys_metadata_is_the_same_in_both_markups(story: dict[str, editcheck.Article], shared: Path):
    expected = json.loads((shared / "articles" / "dprk-troops.expected.json").read_text(encoding="utf-8"))
    for end in ("html", "nitf.xml"):
        article = story[end]
        assert article.published is not None
        assert article.published.isoformat() == f"{expected['published']}T09:00:00-04:00"
        assert article.title == article[article.blocks[0].span] == story["html"].title
        assert [block.kind for block in article.blocks].count(BlockKind.SUBHEAD) == 3
