"""`editcheck.read` and `read_all`: what goes in, which format it is, what is refused."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

import editcheck
from editcheck import Article, Block, BlockKind, Config, ConfigError, SourceError, Span
from editcheck.article import Piece, Scope
from editcheck.config import FormatSettings, Limits
from editcheck.formats.base import Format

if TYPE_CHECKING:
    from pathlib import Path

HTML = b"<p>The board closed the pier.</p>"


def test_a_path_bytes_and_a_binary_file_are_read_alike(tmp_path: Path):
    path = tmp_path / "pier.html"
    path.write_bytes(HTML)
    with path.open("rb") as file:
        articles = [editcheck.read(each) for each in (str(path), path, HTML, io.BytesIO(HTML), file)]
    assert {article.text for article in articles} == {"The board closed the pier."}
    assert [article.uri for article in articles] == [str(path), str(path), None, None, str(path)]


def test_a_text_file_is_no_source(tmp_path: Path):
    path = tmp_path / "pier.html"
    path.write_bytes(HTML)
    with path.open(encoding="utf-8") as file, pytest.raises(TypeError, match="opened as binary"):
        editcheck.read(file)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("raw", "format"),
    [
        (b"<!DOCTYPE html><html><body><article><p>" + b"Words. " * 20 + b"</p></article>", "html"),
        (b"<!-- c --><p>Words.</p>", "html"),
        (b"<b>Words</b> and more.", "html"),
        (b"<!-- wp:html -->Words <b>and</b> more.<!-- /wp:html -->", "html"),
        (b"<x-story>Words</x-story>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><main>' + b"Words. " * 20, "html"),
        (b"<nitf><body><body.content><p>Words.</p></body.content></body></nitf>", "nitf"),
        (
            b'<?xml version="1.0"?><!DOCTYPE n:nitf SYSTEM "n.dtd" [<!ENTITY a "b">]><!-- c --><n:nitf xmlns:n="x">'
            b"<n:body><n:body.content><n:p>Words.</n:p></n:body.content></n:body></n:nitf>",
            "nitf",
        ),
        (b"Words, and <b>no</b> markup that counts.", "text"),
        (b"[Words] in brackets.", "text"),
    ],
)
def test_the_format_is_seen_from_the_source(raw: bytes, format: str):
    assert editcheck.read(raw).format == format


def test_a_format_that_is_asked_for_is_taken():
    assert editcheck.read(HTML, format="text").text == HTML.decode()
    assert editcheck.read(b"Only <b>words</b>.", format="HTML").text == "Only words."


def test_the_files_name_tells_html_that_begins_with_words(tmp_path: Path):
    path = tmp_path / "pier.htm"
    path.write_bytes(b"Only <b>words</b>.")
    assert editcheck.read(path).text == "Only words."


def test_an_unknown_format_is_an_error_with_the_near_miss():
    with pytest.raises(ConfigError, match=r"there is no input format 'newsml2'; did you mean 'newsml-g2'\?"):
        editcheck.read(HTML, format="newsml2")


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (b"<rss><channel/></rss>", "XML with the root element <rss>"),
        (b'<?xml version="1.0"?><p:d xmlns:p="urn:x"/>', r"<d> \(namespace urn:x\)"),
        (b'{"headline": "Pier"}', "JSON"),
        (b"[1, 2]", "JSON"),
        (b"<", "begins like markup"),
        (b"<!-- never closed", "begins like markup"),
    ],
)
def test_what_no_format_knows_is_refused_by_what_it_looks_like(raw: bytes, seen: str):
    with pytest.raises(SourceError, match=rf"{seen}.*nitf, newsml-g2, html, text$"):
        editcheck.read(raw)


def test_a_missing_file_and_a_folder_are_told_in_one_line(tmp_path: Path):
    with pytest.raises(SourceError, match=r"gone\.html: there is no such file$"):
        editcheck.read(tmp_path / "gone.html")
    with pytest.raises(SourceError, match=r"this is a folder"):
        editcheck.read(tmp_path)
    with pytest.raises(SourceError, match=r"cannot be read"):
        editcheck.read("no\0name")


def test_a_file_that_is_too_big_is_refused_by_its_size(tmp_path: Path):
    path = tmp_path / "pier.html"
    path.write_bytes(HTML)
    config = Config(formats=FormatSettings(limits=Limits(size=10)))
    for source in (path, HTML, io.BytesIO(HTML)):
        with pytest.raises(SourceError, match=r"more than the limit of 10"):
            editcheck.read(source, config=config)


def test_the_callers_date_is_used_only_where_the_source_gives_none():
    assert editcheck.read(HTML, published="2024-10-24").published == date(2024, 10, 24)
    assert editcheck.read(HTML, published=datetime(2024, 10, 24, 9)).published == datetime(2024, 10, 24, 9)
    dated = HTML + b"<meta name=date content=2020-01-01>"
    assert editcheck.read(dated, published="2024-10-24").published == date(2020, 1, 1)
    with pytest.raises(ValueError, match="someday"):
        editcheck.read(HTML, published="someday")


def test_an_encoding_overrides_the_source():
    assert editcheck.read("<p>Müller</p>".encode("cp1252"), encoding="cp1252").text == "Müller"
    assert editcheck.read("<p>Пётр</p>".encode("koi8-r"), encoding="koi8-r").text == "Пётр"


def test_the_uri_is_the_callers_then_the_path_then_the_articles_own(tmp_path: Path):
    page = b"<html><head><link rel=canonical href=https://example.com/pier></head><body><main>" + b"Words. " * 20
    path = tmp_path / "pier.html"
    path.write_bytes(page)
    assert editcheck.read(page).uri == "https://example.com/pier"
    assert editcheck.read(path).uri == str(path)
    assert editcheck.read(path, uri="cms:17").uri == "cms:17"


def test_added_formats_come_first():
    def read(source: object, settings: FormatSettings) -> list[Article]:
        text = source.text  # type: ignore[attr-defined]
        piece = Piece(Span(0, len(text)), 0, len(text), 0, len(text))
        block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
        return [Article(text, (block,), source, Scope(text), (piece,), format="shout")]  # type: ignore[arg-type]

    shout = Format("shout", "capitals", lambda source: source.text.isupper(), read)
    assert editcheck.read(b"ALL OF IT", formats=[shout]).format == "shout"
    assert editcheck.read(b"Not all", formats=[shout]).format == "text"
    assert editcheck.read(b"Not all", format="shout", formats=[shout]).format == "shout"
