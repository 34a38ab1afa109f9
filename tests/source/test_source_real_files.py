"""The law of positions on real pages and real wire files, against what other parsers make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from justhtml import JustHTML
from lxml import etree
from source_law import assert_law_of_positions

from editcheck.config import Limits
from editcheck.source import html as html_parser
from editcheck.source import xml as xml_parser
from editcheck.source.decode import decode

if TYPE_CHECKING:
    from pathlib import Path

HTML_FOLDERS = ["pages", "formats/html-pages", "formats/html-cms", "formats/amp"]
XML_FOLDERS = [
    f"formats/{name}"
    for name in ("nitf", "newsml-g2", "newsml-1.2", "feeds", "jats", "tei", "docbook", "dita", "wordpress-wxr")
]


def files(shared: Path, folder: str, *suffixes: str) -> list[Path]:
    found = sorted(path for path in (shared / folder).glob("*") if path.suffix in suffixes)
    if not found:
        pytest.skip(f"no {' or '.join(suffixes)} files in {shared / folder}")
    return found


@pytest.mark.parametrize("folder", HTML_FOLDERS)
def test_every_character_of_every_page_has_its_place(shared, folder):
    for path in files(shared, folder, ".html"):
        source = decode(path.read_bytes(), path.name, Limits())
        document = html_parser.parse(source, Limits())

        assert_law_of_positions(document)
        page = JustHTML(source.text, sanitize=False)
        for template in page.query("template"):
            template.template_content = None
        assert document.text_content(document.root) == page.to_text(separator="", strip=False), path.name


@pytest.mark.parametrize("folder", XML_FOLDERS)
def test_every_character_of_every_xml_file_has_its_place(shared, folder):
    for path in files(shared, folder, ".xml", ".dita", ".xsd"):
        source = decode(path.read_bytes(), path.name, Limits())
        document = xml_parser.parse(source, Limits())
        theirs = etree.fromstring(source.text.lstrip().encode(), etree.XMLParser(encoding="utf-8", load_dtd=False))

        assert_law_of_positions(document)
        assert [node.tag for node in document.root.iter()] == [node.tag for node in theirs.iter()], path.name
        assert "".join(document.root.xpath("//text()")) == "".join(theirs.xpath("//text()")), path.name
        assert [dict(node.attrib) for node in document.root.iter("*")] == [
            dict(node.attrib) for node in theirs.iter("*")
        ], path.name
