"""NewsML-G2: items and messages, whatever is inside of them."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import SourceError
from position_law import check_article

NAMESPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
META = (
    "<itemMeta><versionCreated>2024-10-24T09:00:00-04:00</versionCreated>"
    "<firstCreated>2024-10-20T09:00:00Z</firstCreated>"
    '<edNote><p xmlns="http://www.w3.org/1999/xhtml">Call Ann at 555 0199.</p></edNote>{}</itemMeta>'
    "<contentMeta><dateline>PORT TOWN</dateline><headline>Board closes pier</headline>"
    '<headline role="hld:subHeadline">Oil has been leaking</headline><by>By Ann Lee</by><language tag="en-US"/>'
    "</contentMeta>"
)
NITF = (
    '<inlineXML contenttype="text/plain"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline>'
    "<hl1>Board closes pier</hl1></hedline></body.head><body.content><p>It did so on Tuesday.</p></body.content></body>"
    "</nitf></inlineXML>"
)
XHTML = (
    '<inlineXML contenttype="application/nitf+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    "<body><header><ul><li>PIER</li></ul><h1>Board closes pier</h1></header><p>It did so <b>on Tues</b>day.</p>"
    "<p><q>No</q>, said the <Company>Ferry Co.</Company></p></body></html></inlineXML>"
)
ESCAPED = (
    '<inlineData contenttype="text/plain"><![CDATA[\n<p>It did so &quot;on\nTuesday&quot;.</p>]]>&lt;p&gt;A'
    "&amp;amp;B&lt;/p&gt;</inlineData>"
)
PLAIN = "<inlineData>It did so\non Tuesday &amp; Monday.\n\n  Nobody minded.</inlineData>"


def item(content: str, guid: str = "a", meta: str = "", attributes: str = NAMESPACE) -> str:
    body = f"<contentSet>{content}</contentSet>"
    return f'<newsItem {attributes} guid="{guid}" xml:lang="en">{META.format(meta)}{body}</newsItem>'


def message(*items: str) -> str:
    header = "<header><sent>2024-10-25</sent></header>"
    return f"<newsMessage {NAMESPACE}>{header}<itemSet>{''.join(items)}</itemSet></newsMessage>"


def read(xml: str) -> editcheck.Article:
    article = editcheck.read(xml.encode())
    check_article(article)
    return article


def blocks(article: editcheck.Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article[block.span]) for block in article.blocks]


def test_nitf_inside_is_known_by_its_element_and_its_headline_stands_once():
    assert blocks(read(item(NITF))) == [
        ("deck", "Oil has been leaking"),
        ("byline", "By Ann Lee"),
        ("dateline", "PORT TOWN"),
        ("headline", "Board closes pier"),
        ("paragraph", "It did so on Tuesday."),
    ]


@pytest.mark.parametrize("xhtml", [XHTML, XHTML.replace(' xmlns="http://www.w3.org/1999/xhtml"', "")])
def test_xhtml_inside_is_known_by_its_element_and_its_header_repeats_the_metadata(xhtml: str):
    assert blocks(read(item(xhtml))) == [
        ("headline", "Board closes pier"),
        ("deck", "Oil has been leaking"),
        ("byline", "By Ann Lee"),
        ("dateline", "PORT TOWN"),
        ("paragraph", "It did so on Tuesday."),
        ("paragraph", "No, said the Ferry Co."),
    ]


def test_escaped_html_is_read_through_both_layers():
    article = read(item(ESCAPED))
    assert blocks(article) == [("paragraph", 'It did so "on Tuesday".'), ("paragraph", "A&B")]
    assert article.title == "Board closes pier"
    assert article.scope.part == "text/html"
    assert article.scope.xpath is not None
    assert article.scope.xpath.endswith("inlineData'][1]")
    ampersand = article.text.index("&")
    (place,) = article.locate(editcheck.Span(ampersand, ampersand + 1))
    assert article.source.text[place.start : place.end] == "&amp;amp;"
    assert place.escapes == ("xml", "html")


def test_plain_text_inside_has_paragraphs_at_empty_lines():
    assert blocks(read(item(PLAIN))) == [
        ("paragraph", "It did so on Tuesday & Monday."),
        ("paragraph", "Nobody minded."),
    ]


def test_a_dateline_that_the_text_begins_with_stands_once():
    repeated = XHTML.replace("<p>It", "<p>PORT TOWN - It")
    assert [kind for kind, _ in blocks(read(item(repeated)))].count("dateline") == 0


def test_translated_headlines_are_left_out():
    other = META.replace("<headline>", '<headline xml:lang="fr">Fermeture</headline><headline>', 1)
    xml = item(XHTML).replace(META.format(""), other.format(""))
    assert [words for kind, words in blocks(read(xml)) if kind == "headline"] == ["Board closes pier"]


def test_the_metadata_of_the_version_is_the_articles():
    article = read(item(NITF, guid="urn:pier:1"))
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-24T09:00:00-04:00"
    assert (article.title, article.language, article.authors) == ("Board closes pier", "en-US", ("Ann Lee",))
    assert (article.uri, article.format) == ("urn:pier:1", "newsml-g2")


def test_an_embargo_is_the_day_of_publication():
    article = read(item(NITF, meta="<embargoed>2024-10-26T12:00:00Z</embargoed>"))
    assert article.embargoed_until is not None
    assert article.published == article.embargoed_until
    assert article.embargoed_until.isoformat() == "2024-10-26T12:00:00+00:00"


@pytest.mark.parametrize(
    ("meta", "code"), [("<embargoed/>", "embargoed"), ('<pubStatus qcode="stat:canceled"/>', "status")]
)
def test_what_is_not_to_be_published_is_told(meta: str, code: str):
    assert [notice.code for notice in read(item(NITF, meta=meta)).notices] == [code]


@pytest.mark.parametrize("content", [NITF, XHTML, ESCAPED])
def test_notes_to_editors_are_never_read(content: str):
    article = read(item(content))
    assert "555" not in article.text
    assert not any("555" in notice.message for notice in article.notices)


def test_all_items_with_text_are_read_and_have_uris_of_their_own():
    package = "<packageItem guid='p'><itemRef residref='a'/></packageItem>"
    picture = item('<remoteContent href="p.jpg"/>', "picture")
    xml = message(package, item(NITF, "a"), picture, item(XHTML, "b"), item(PLAIN, "b")).encode()
    articles = editcheck.read_all(xml, uri="wire.xml")
    assert [article.uri for article in articles] == ["wire.xml#a", "wire.xml#b", "wire.xml#3"]
    for article in articles:
        check_article(article)
    with pytest.raises(SourceError, match=r"3 articles.*read_all"):
        editcheck.read(xml)


def test_all_articles_of_a_message_share_its_text_which_selectors_count_in():
    """Each with a copy of its own, a message of a thousand items would take a thousand times its size."""
    body = "<inlineXML><html><body><p>Rain fell.</p></body></html></inlineXML>"
    first, second = editcheck.read_all(message(item(body, "a"), item(body, "b")).encode())

    assert first.scope.text is second.scope.text


def test_a_message_with_one_text_is_one_article():
    assert read(message(item(NITF))).title == "Board closes pier"


@pytest.mark.parametrize(
    "xml",
    [
        message(),
        message("<packageItem/>"),
        item('<remoteContent href="p.jpg"/>'),
        item("<inlineXML/>"),
        item('<inlineData encoding="base64">QUJD</inlineData>'),
        f"<packageItem {NAMESPACE}/>",
    ],
)
def test_a_file_without_text_is_refused_with_the_way_out(xml: str):
    with pytest.raises(SourceError, match=r"no article in this NewsML-G2 file.*: give the file of the text item"):
        read(xml)
