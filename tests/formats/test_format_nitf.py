"""NITF: where its parts are, with and without namespace."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import SourceError
from position_law import check_article

BODY = (
    "<body.head><hedline><hl1>Board closes pier</hl1><hl2>Oil has been leaking</hl2></hedline>"
    '<note type="pa"><body.content><p>For editors.</p></body.content></note><rights>All reserved</rights>'
    "<byline>By <person>Ann Lee</person><byttl>Staff Writer</byttl></byline><distributor>The Sound</distributor>"
    "<dateline><location><city>Port Town</city></location>"
    '<story.date norm="20241024">20241024T090000-0400</story.date>'
    "</dateline><abstract><p>What it is about.</p></abstract></body.head>"
    "<body.content><block><p>First <em>para</em>graph.</p><hl2>What now</hl2>"
    "<p>On <chron norm='20241021'>Monday</chron> it rained.</p>"
    "<ul><li>One item</li></ul><bq><block><p>Quoted.</p></block><credit>Cy Dee</credit></bq></block>"
    "<table><tr><th>Pier</th><td>Closed</td></tr></table><pre>Wire copy that\nis broken\n\nas it was.</pre>"
    '<note type="npa"><p>Do not print.</p></note><note type="std"><p>Printed.</p></note>'
    '<media media-type="image"><media-reference source="p.jpg" alternate-text="Pier"/><media-caption>The pier.'
    "</media-caption><media-producer>Bo Chu</media-producer></media></body.content>"
    "<body.end><tagline>ann@example.com</tagline></body.end>"
)
HEAD = (
    '<head><title>In the head</title><docdata management-status="embargoed"><doc-id id-string="pier-1"/>'
    '<date.issue norm="20241023T180000-0400"/><date.release norm="20241024T090000-0400"/></docdata></head>'
)


def read(inside: str, attributes: str = "") -> editcheck.Article:
    article = editcheck.read(f"<nitf {attributes}>{inside}</nitf>".encode())
    check_article(article)
    return article


@pytest.mark.parametrize("attributes", ["", 'xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_every_part_is_found_with_and_without_namespace(attributes: str):
    article = read(f"{HEAD}<body>{BODY}</body>", attributes)
    assert [(block.kind.value, article[block.span]) for block in article.blocks] == [
        ("headline", "Board closes pier"),
        ("deck", "Oil has been leaking"),
        ("byline", "By Ann Lee Staff Writer"),
        ("dateline", "Port Town"),
        ("deck", "What it is about."),
        ("paragraph", "First paragraph."),
        ("subhead", "What now"),
        ("paragraph", "On Monday it rained."),
        ("list-item", "One item"),
        ("quote", "Quoted."),
        ("quote", "Cy Dee"),
        ("table-cell", "Pier"),
        ("table-cell", "Closed"),
        ("paragraph", "Wire copy that is broken"),
        ("paragraph", "as it was."),
        ("paragraph", "Printed."),
        ("caption", "The pier."),
        ("credit", "Bo Chu"),
        ("byline", "ann@example.com"),
    ]
    assert article.format == "nitf"
    assert (article.title, article.authors) == ("Board closes pier", ("Ann Lee",))


def test_what_is_for_editors_only_is_never_read():
    article = read(f"{HEAD}<body>{BODY}</body>")
    assert "For editors" not in article.text
    assert "Do not print" not in article.text


def test_the_image_has_caption_credit_and_alternative():
    (image,) = read(f"<body>{BODY}</body>").images
    assert (image.uri, image.alternative) == ("p.jpg", "Pier")
    assert image.caption is not None
    assert image.credit is not None


def test_an_embargo_holds_until_the_release_which_is_the_day_of_publication():
    article = read(f"{HEAD}<body>{BODY}</body>")
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-24T09:00:00-04:00"
    assert article.embargoed_until == article.published


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<docdata><date.issue norm="20170102T222800+0000"/></docdata>', "2017-01-02 22:28:00+00:00"),
        ('<docdata><date.issue norm="2020-09-07T14:45:26"/></docdata>', "2020-09-07 14:45:26"),
        ('<docdata><date.issue norm="20241024"/></docdata>', "2024-10-24"),
        ('<pubdata date.publication="20241025T000000Z"/>', "2024-10-25 00:00:00+00:00"),
        ("<docdata><date.issue/></docdata>", "None"),
        ('<docdata><date.issue norm="today"/></docdata>', "None"),
    ],
)
def test_dates_are_read_in_every_form_that_agencies_use(head: str, published: str):
    assert str(read(f"<head>{head}</head><body>{BODY.replace('norm', 'x')}</body>").published) == published


def test_the_language_is_that_of_the_root():
    assert read(f"<body>{BODY}</body>", 'baselang="nb-NO"').language == "nb-NO"
    assert read(f"<body>{BODY}</body>", 'xml:lang="en"').language == "en"


def test_without_a_headline_the_title_of_the_head_is_it():
    article = read(f"{HEAD}<body><body.content><p>Text.</p></body.content></body>")
    assert [(block.kind.value, article[block.span]) for block in article.blocks] == [
        ("headline", "In the head"),
        ("paragraph", "Text."),
    ]


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_is_not_to_be_published_is_told(status: str):
    article = read(f'<head><docdata management-status="{status}"/></head><body>{BODY}</body>')
    assert [notice.code for notice in article.notices] == ["status"]
    assert status in article.notices[0].message


def test_facts_in_the_markup_are_kept():
    article = read(f"<body>{BODY}</body>")
    assert ("chron", "Monday", (("norm", "20241021"),)) in [
        (mark.name, article[mark.span], mark.attributes) for mark in article.markup
    ]


def test_selectors_count_over_the_text_of_the_root():
    article = read(f"<body>{BODY}</body>", 'xmlns="http://iptc.org/std/NITF/2006-10-18/"')
    assert article.scope.xpath == "/*[local-name()='nitf'][1]"
    assert article.scope.text.startswith("Board closes pier")


@pytest.mark.parametrize(
    "inside", ["", "<head/>", "<body/>", "<body><body.head><hedline><hl1>x</hl1></hedline></body.head></body>"]
)
def test_a_document_without_text_is_refused_with_the_way_out(inside: str):
    with pytest.raises(SourceError, match=r"body\.content"):
        read(inside)
