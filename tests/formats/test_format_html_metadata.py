"""What a page says of its article beside the text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from lxml import etree

from editcheck.formats.html.metadata import PageMetadata, page_metadata


def metadata(head: str, attributes: str = "", body: str = "") -> PageMetadata:
    page = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return page_metadata(etree.fromstring(page, etree.HTMLParser()))


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


MOMENT = datetime(2024, 10, 24, 9, tzinfo=timezone(timedelta(hours=-4)))
ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Board closes pier", "datePublished": "2024-10-24T09:00:00-04:00",'
    ' "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Chu"}], "inLanguage": "en-US"}'
)


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "The Sound"}}, {ARTICLE}]}}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        ARTICLE.replace('"NewsArticle"', '["Article", "NewsArticle"]'),
        ARTICLE.replace("NewsArticle", "https://schema.org/ReportageNewsArticle"),
        ARTICLE.replace("Board", "Board\n"),
    ],
)
def test_json_ld_is_read_however_it_is_wrapped(script: str):
    found = metadata(json_ld('{"@type": "Organization", "name": "The Sound"}') + json_ld(script))
    assert found.titles[0].split() == ["Board", "closes", "pier"]
    assert (found.published, found.authors, found.language) == (MOMENT, ("Ann Lee", "Bo Chu"), "en-US")


def test_a_news_article_goes_before_a_blog_posting():
    posting = '{"@type": "BlogPosting", "headline": "A post", "datePublished": "2001-01-01"}'
    assert metadata(json_ld(posting) + json_ld(ARTICLE)).titles[0] == "Board closes pier"


@pytest.mark.parametrize(
    "script", ["{not json", "", '{"@type": 5}', "[[[[[[[[[[[[{}]]]]]]]]]]]]", "null", '"text"', "[" * 9_999]
)
def test_json_ld_that_is_none_does_no_harm(script: str):
    found = metadata(json_ld(script) + '<meta property="og:title" content="Board closes pier">')
    assert found.titles == ("Board closes pier",)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-10-24T09:00:00-04:00">', MOMENT),
        ('<meta name="parsely-pub-date" content="2024-10-24T13:00:00Z">', datetime(2024, 10, 24, 13, tzinfo=UTC)),
        ('<meta itemprop="datePublished" content="2024-10-24">', date(2024, 10, 24)),
        ('<meta name="date" content="Thu, 24 Oct 2024 09:00:00 -0400">', MOMENT),
        ('<meta property="article:published_time" content="0001-01-01T00:00:00Z">', None),
        ('<meta property="article:published_time" content="soon">', None),
    ],
)
def test_meta_elements_give_the_date(head: str, published: object):
    assert metadata(head).published == published


def test_microdata_gives_the_date():
    assert metadata("", body='<time itemprop="datePublished" datetime="2024-10-24">today</time>').published == date(
        2024, 10, 24
    )
    assert metadata("", body="<time pubdate datetime='2024-10-24'>x</time>").published == date(2024, 10, 24)


def test_addresses_are_no_authors():
    head = '<meta property="article:author" content="https://example.com/ann"><meta name="author" content="By Ann Lee">'
    assert metadata(head).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("head", "attributes", "language"),
    [("", "lang=en", "en"), ('<meta property="og:locale" content="en_GB">', "", "en-GB"), ("", "lang='?'", None)],
)
def test_the_language_is_the_pages(head: str, attributes: str, language: str | None):
    assert metadata(head, attributes).language == language


def test_titles_are_all_the_page_gives():
    head = (
        f'{json_ld(ARTICLE)}<meta property="og:title" content="Pier closed"><title> Pier closed | The  Sound </title>'
    )
    assert metadata(head).titles == ("Board closes pier", "Pier closed", "Pier closed | The Sound")


def test_the_canonical_address_is_the_uri():
    assert metadata('<link rel="canonical" href="https://example.com/pier">').uri == "https://example.com/pier"
