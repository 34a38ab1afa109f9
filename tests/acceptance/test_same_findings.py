"""However an article is written down, the same is found in it; only the places in the source differ."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editcheck
from editcheck.reports.payload import report_payload
from position_law import check_span
from ways_of_writing import Syntax, in_some_way, plainly

PUBLISHED = "2024-10-24"

#: Paragraphs with something to find in each, with emoji, combining characters and characters outside of the BMP.
PARAGRAPHS = [
    "Lindqvist told the harbo\u0301ur board on Wednesday that the quay 😀 was “safe.”",
    "Ada Lindqvist, the board’s engineer, spoke after the vote. The works began on Tuesday, October 16, 2024.",
    "“Nobody will ever cross it again. The board has sold us a bridge of paper.”",
    'The Quay Repair Fund (QRF) will pay for it 👩\u200d🔧, and the RTAC has agreed. "It is done,” said Ada Lindquist.',
    "Former Norlandian finance minister Olav Brekke 𠀀 warned of delay. Traffic fell from 2021 to 2019, experts say.",
    "Brekke, his country’s ambassador to Iceland, is believed to have seen the plans. It opens on November 31.",
]
WORDS = [paragraph.split(" ") for paragraph in PARAGRAPHS]


def findings(report: editcheck.Report) -> list[tuple[object, ...]]:
    """What a report says, apart from where that stands in the source."""
    article = report.article
    return [
        (
            found.rule,
            found.severity,
            found.message,
            found.span,
            article[found.span],
            [(related.span, related.message) for related in found.related],
            [(each.message, each.safe, [(edit.span, edit.text) for edit in each.edits]) for each in found.suggestions],
            found.confidence,
            found.fingerprint,
        )
        for found in report.annotations
    ]


def checked(source: bytes, syntax: Syntax) -> editcheck.Report:
    return editcheck.check(editcheck.read(source, format=syntax, published=PUBLISHED))


@pytest.fixture(scope="module")
def plain() -> list[tuple[object, ...]]:
    text = "\n\n".join(PARAGRAPHS)
    return findings(editcheck.check(editcheck.Article.from_text(text, published=PUBLISHED)))


def check_law(report: editcheck.Report) -> None:
    """Check that all that is reported stands where it is said to stand."""
    for found in report.annotations:
        places = [found.span, *(related.span for related in found.related)]
        places += [edit.span for each in found.suggestions for edit in each.edits if len(edit.span)]
        for span in places:
            check_span(report.article, span)


def check_selectors(report: editcheck.Report) -> None:
    """Check that the selectors of the report find the words in the text of their scope, and only there."""
    scope = report.article.scope.text
    for annotation in report_payload(report)["annotations"]:
        selectors = {each["type"]: each for each in annotation["target"]["selector"]}
        position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        assert scope[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert scope[position["start"] - len(quote["prefix"]) :].startswith(around)
        assert scope.count(around) == 1


def test_the_article_has_findings_of_every_family(plain: list[tuple[object, ...]]) -> None:
    families = {str(found[0]).partition("/")[0] for found in plain}
    assert families == {"acronyms", "attribution", "dates", "roles"}
    assert len(plain) >= 10


@pytest.mark.parametrize("syntax", ["html", "nitf"])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_markup_changes_nothing_that_is_found(
    syntax: Syntax, plain: list[tuple[object, ...]], data: st.DataObject
) -> None:
    expected = checked(plainly(WORDS, syntax).encode(), syntax)
    other = checked(data.draw(in_some_way(WORDS, syntax)).encode(), syntax)
    assert findings(other) == findings(expected)
    # Plain text parts its blocks by a blank line, which is one character more for each block before.
    assert [found[:3] + found[4:5] + found[7:] for found in findings(other)] == [
        found[:3] + found[4:5] + found[7:] for found in plain
    ]
    check_law(other)
    check_selectors(other)


@pytest.mark.parametrize("syntax", ["html", "nitf"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_encodings_change_nothing_that_is_found(syntax: Syntax, encoding: str) -> None:
    expected = checked(plainly(WORDS, syntax).encode(), syntax)
    markup = plainly(WORDS, syntax)
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{markup}' if syntax == "nitf" else markup
    if syntax == "html":
        declared = f'<html><head><meta charset="{encoding}"></head><body><article>{markup}</article></body></html>'
    other = checked(declared.encode(encoding, "xmlcharrefreplace"), syntax)
    assert other.article.text == expected.article.text
    assert findings(other) == findings(expected)
    check_law(other)
    check_selectors(other)


def test_a_line_break_is_a_blank(plain: list[tuple[object, ...]]) -> None:
    markup = re.sub(r"(?<=\w) (?=the )", "<br>", plainly(WORDS, "html"))
    assert "<br>" in markup
    assert [found[4] for found in findings(checked(markup.encode(), "html"))] == [found[4] for found in plain]


def test_the_same_input_says_the_same_twice() -> None:
    source = plainly(WORDS, "html").encode()
    assert report_payload(checked(source, "html")) == report_payload(checked(source, "html"))
