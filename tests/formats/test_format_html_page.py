"""Whole HTML pages: which of their text is the article, and how sure that is."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import Config, ConfigError, SourceError
from editcheck.config import FormatSettings
from position_law import check_article

LEDE = "The harbor board voted on Tuesday to close the old ferry pier, which has been leaking oil for eleven years."
SECOND = (
    "Two of the nine members voted against it, and the mayor said that she would not sign before the audit is done."
)
THIRD = (
    "The pier was built in 1931, for a ferry that has not sailed since the bridge over the sound was opened to traffic."
)
TEXT = f"<p>{LEDE}</p><p>{SECOND}</p><p>{THIRD}</p>"


def page(body: str, head: str = "<title>Harbor board closes the old ferry pier | The Sound</title>") -> bytes:
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>".encode()


def read(markup: str, head: str | None = None, **settings: tuple[str, ...]) -> editcheck.Article:
    raw = page(markup) if head is None else page(markup, head)
    article = editcheck.read(raw, format="html", config=Config(formats=FormatSettings(**settings)))
    check_article(article)
    return article


def body_of(article: editcheck.Article) -> list[str]:
    return [article[block.span] for block in article.blocks if block.in_body]


def over(article: editcheck.Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article[block.span]) for block in article.blocks if not block.in_body]


FURNITURE = """
<header><nav><ul><li><a href=/>Home</a><li><a href=/sports>Sports</a></ul></nav></header>
{}
<aside><h2>Most read</h2>
<p>A teaser that is long enough to be taken for prose by anyone who counts letters only.</p></aside>
<div class="comments">
<p>Reader one thinks that the pier should have been closed in the year in which it was built.</p></div>
<form><p>Get our newsletter, with everything that happened in the harbor, each and every morning of the week.</p></form>
<footer>
<p>All rights reserved by the publisher of this newspaper, whose address is at the old ferry pier itself.</p></footer>
<script>var text = "{}";</script>
"""


@pytest.mark.parametrize(
    "marked",
    [
        "<div itemprop=articleBody>{}</div>",
        "<div class=entry-content>{}</div>",
        '<div class="story articleBody">{}</div>',
        '<div class="wp-block-post-content">{}</div>',
        "<article>{}</article>",
        "<main>{}</main>",
        "<div role=main>{}</div>",
    ],
)
def test_what_the_page_marks_is_the_body(marked: str):
    article = read(FURNITURE.format(marked.format(TEXT), LEDE))
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert article.notices == ()


def test_a_page_without_a_mark_is_guessed_and_says_so():
    article = read(FURNITURE.format(f"<div id=x7><div>{TEXT}</div></div>", LEDE))
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert [notice.code for notice in article.notices] == ["body-guessed"]
    assert "[formats]" in article.notices[0].message


def test_a_configured_selector_goes_before_all_marks():
    marked = f"<article><p>{LEDE}</p></article><div id=real>{TEXT}</div>"
    article = read(FURNITURE.format(marked, LEDE), body=("#nothing", "#real"))
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert article.notices == ()


def test_a_selector_that_matches_nothing_is_told_and_the_page_read_without_it():
    article = read(FURNITURE.format(f"<article>{TEXT}</article>", LEDE), body=("#gone",))
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert [notice.code for notice in article.notices] == ["body-selector"]


def test_a_selector_that_is_none_is_an_error_that_names_the_setting():
    with pytest.raises(ConfigError, match=r"\[formats\] exclude: 'p\.\.x' is no CSS selector"):
        read(f"<article>{TEXT}</article>", exclude=("p..x",))


def test_excluded_elements_are_left_out():
    article = read(
        f"<article>{TEXT}<p class=fact>A box with figures that nobody wrote.</p></article>", exclude=(".fact",)
    )
    assert body_of(article) == [LEDE, SECOND, THIRD]


def test_of_several_articles_the_one_with_the_headline_is_read():
    teaser = "<article><h3><a href=/x>Another story</a></h3><p>{}</p></article>"
    long = (
        "What another story is about is told here at a length that beats the article itself by more than a word. " * 9
    )
    article = read(
        f"<article><h1>Harbor board closes the old ferry pier</h1>{TEXT}</article>" + teaser.format(long) * 2
    )
    assert body_of(article) == [LEDE, SECOND, THIRD]


def test_of_several_articles_without_a_headline_the_longest_is_read():
    article = read(f"<article><p>Breaking news.</p></article><article>{TEXT}</article>", head="")
    assert body_of(article) == [LEDE, SECOND, THIRD]


def test_a_body_in_several_parts_is_read_whole():
    part = "<div class=article-body><p>{}</p></div>"
    article = read(f"<section>{part.format(LEDE)}<div class=ad>Buy</div>{part.format(SECOND)}</section>")
    assert body_of(article) == [LEDE, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href=/x>Ferry company sues the harbor board</a></p>",
        "<p>Read more: <a href=/x>Ferry company sues the harbor board</a></p>",
        "<p><em>Watch our weekly show, The Pier, on the channel of this newspaper.</em></p>",
        "<p><strong>Sign up for our newsletter.</strong></p>",
        '<p class="promo">Every day a new word from the harbor.</p>',
        "<ul><li><a href=/a>First story</a></li><li><a href=/b>Second story</a></li></ul>",
        "<h3>Related stories</h3><ul><li><a href=/a>First story</a></li><li><a href=/b>Second story</a></li></ul>",
        "<div class='share-buttons'><a href=f>Facebook</a> <a href=t>Twitter</a></div>",
        "<div style='display: none'>Not shown to anybody at all.</div>",
        "<p class='sr-only'>Opens in a new window.</p>",
        "<section class='newsletter-signup'><p>All the news of the harbor in your letter box.</p></section>",
        "<h2>Recommended</h2><div><p>A ferry that nobody had ordered came to the pier yesterday afternoon.</p></div>",
        "<noscript>Please switch scripts on.</noscript>",
    ],
)
def test_promotion_links_and_what_is_hidden_are_not_the_article(line: str):
    article = read(f"<article>{TEXT}{line}</article>")
    assert body_of(article) == [LEDE, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Read more slowly, the teacher said, and the children did.</p>",
        "<p>The board’s letter is <a href=/letter.pdf>here</a>.</p>",
        "<p><strong>What happens now?</strong></p>",
        "<p><a href=/a>The audit was published in full on Monday.</a></p>",
        "<ul><li><a href=/a>Pier One</a>, built in 1931</li><li>Pier Two</li></ul>",
        "<blockquote><p><a href=t>pic.example.com/pier</a></p></blockquote>",
    ],
)
def test_sentences_that_look_a_little_like_it_stay(line: str):
    article = read(f"<article><p>{LEDE}</p>{line}<p>{THIRD}</p></article>")
    assert len(body_of(article)) >= 3


def test_the_lines_over_the_body_are_told_apart():
    article = read(
        "<article><header><a href=/news>News</a><h1>Harbor board closes the old ferry pier</h1>"
        "<p class=standfirst>Oil has been leaking for eleven years</p>"
        "<div class=byline>By <a rel=author href=/ann>Ann Lee</a> and Bo Chu</div>"
        "<time datetime=2024-10-24T09:00-04:00>Oct. 24, 2024</time><span class=count>57</span></header>"
        f"<figure><img src=p.jpg alt=Pier><figcaption>The pier</figcaption></figure>{TEXT}"
        "<p><em>(Reporting by Ann Lee; editing by Cy Dee)</em></p></article>"
    )
    assert over(article) == [
        ("headline", "Harbor board closes the old ferry pier"),
        ("deck", "Oil has been leaking for eleven years"),
        ("byline", "By Ann Lee and Bo Chu"),
        ("dateline", "Oct. 24, 2024"),
        ("caption", "The pier"),
        ("byline", "(Reporting by Ann Lee; editing by Cy Dee)"),
    ]
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert article.authors == ("Ann Lee", "Bo Chu")
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-24T09:00:00-04:00"


def test_lines_over_the_body_are_found_outside_of_its_element_too():
    article = read(
        "<div><h1>Harbor board closes the old ferry pier</h1><p class=dek>Oil has been leaking</p>"
        f"<p class=author>Ann Lee</p><p class=date>October 24, 2024</p></div><div class=article-body>{TEXT}</div>"
    )
    assert over(article) == [
        ("headline", "Harbor board closes the old ferry pier"),
        ("deck", "Oil has been leaking"),
        ("byline", "Ann Lee"),
        ("dateline", "October 24, 2024"),
    ]
    assert str(article.published) == "2024-10-24"
    assert article.title == "Harbor board closes the old ferry pier"


def test_the_headline_is_the_heading_that_is_like_the_title_and_not_the_name_of_the_site():
    article = read(
        f"<h1>The Sound</h1><article><h2>Harbor board closes the old ferry pier</h2>{TEXT}<h1>More</h1></article>"
    )
    assert article.title == "Harbor board closes the old ferry pier"
    assert over(article) == [("headline", "Harbor board closes the old ferry pier")]


def test_configured_headline_byline_and_date_are_taken():
    article = read(
        f"<div class=t>Board closes pier</div><div class=w>Ann Lee</div><div class=d>24 October 2024</div>"
        f"<div id=text>{TEXT}</div>",
        body=("#text",),
        headline=(".t",),
        byline=(".w",),
        date=(".d",),
    )
    assert over(article) == [("headline", "Board closes pier"), ("byline", "Ann Lee"), ("dateline", "24 October 2024")]
    assert (article.title, article.authors, str(article.published)) == ("Board closes pier", ("Ann Lee",), "2024-10-24")


def test_an_old_page_laid_out_in_tables_has_paragraphs():
    cell = f"{LEDE}<br><br>{SECOND}<br><br>{THIRD} {LEDE} {SECOND}"
    article = read(f"<table><tr><td><a href=/>Home</a></td><td>{cell}</td></tr></table>")
    assert {block.kind.value for block in article.blocks} == {"paragraph"}
    assert body_of(article)[:2] == [LEDE, SECOND]


@pytest.mark.parametrize(
    "markup", ["<article><h1>Pier</h1><p>It is closed.</p></article>", "<h1>Pier</h1><div><p>It is closed.</p></div>"]
)
def test_a_page_with_a_line_or_two_is_an_article_too(markup: str):
    article = read(f"<nav><a href=/>Home</a></nav>{markup}<footer>All rights reserved.</footer>", head="")
    assert [(block.kind.value, article[block.span]) for block in article.blocks] == [
        ("headline", "Pier"),
        ("paragraph", "It is closed."),
    ]


def test_a_page_of_links_only_is_no_article():
    with pytest.raises(SourceError, match="no article body found"):
        read("<main>" + "<h2><a href=/x>A story of the harbor that is told somewhere else</a></h2>" * 9 + "</main>")


def test_json_ld_that_cannot_be_read_is_told_where_the_date_is_missing_for_it():
    broken = '<script type="application/ld+json">{"datePublished": </script>'
    assert [notice.code for notice in read(f"{broken}<article>{TEXT}</article>").notices] == ["json-ld"]
    dated = f"{broken}<article><time datetime=2024-10-24>today</time>{TEXT}</article>"
    assert read(dated).notices == ()


@pytest.mark.parametrize(
    "body", ["", "<nav><a href=/>Home</a></nav>", "<article></article>", "<script>var a = 1</script>"]
)
def test_a_page_without_an_article_is_refused_with_the_way_out(body: str):
    with pytest.raises(SourceError, match=r"no article body found.*\[formats\]"):
        read(body)


@pytest.mark.parametrize("fragment", ["<p></p>", "<div><img src=a></div>", "<h1>Only a headline</h1>"])
def test_a_fragment_without_text_is_refused(fragment: str):
    with pytest.raises(SourceError, match="no article body found: it has no text"):
        editcheck.read(fragment.encode())


def test_a_frameset_is_refused():
    with pytest.raises(SourceError, match="frameset"):
        editcheck.read(b"<html><frameset><frame src=a></frameset></html>", format="html")


def test_a_fragment_is_the_article_as_it_is():
    fragment = (
        "<!-- wp:paragraph --><p>Short.</p><!-- /wp:paragraph --><p><a href=/x>Only a link</a></p>"
        "<div class=related><p>Read more here</p></div><ul><li><a href=/y>y</a></li></ul>"
    )
    article = editcheck.read(fragment.encode())
    assert body_of(article) == ["Short.", "Only a link", "Read more here", "y"]
    assert article.format == "html"
    assert article.notices == ()


@pytest.mark.parametrize(
    "paragraph",
    [
        'It was on <time datetime="2024-10-07">October 7</time>.',
        "On October 7, 2024, it rained.",
        "By Tuesday the pier was closed.",
        "By New Year the pier was closed.",
        "Published by hand, the letter of 7 October 2024 was lost.",
        "Written by hand, it was lost.",
        "Ann Lee did it.",
    ],
)
def test_a_short_sentence_with_a_day_or_a_name_is_text(paragraph: str):
    fragment = editcheck.read(f"<p>{paragraph}</p>".encode(), format="html")
    assert [block.kind.value for block in fragment.blocks] == ["paragraph"]
    article = read(f"<article><h1>Harbor board closes the old ferry pier</h1><p>{paragraph}</p>{TEXT}</article>")
    assert len(body_of(article)) == 4


def test_an_h1_in_the_middle_of_a_fragment_is_no_headline():
    article = editcheck.read(b"<p>It was closed.</p><h1>And now</h1><p>It is open.</p>")
    assert [block.kind.value for block in article.blocks] == ["paragraph", "subhead", "paragraph"]


def test_in_a_fragment_too_headline_byline_and_date_are_what_they_are():
    article = editcheck.read(
        b"<h1>Board closes pier</h1><p class=byline>By Ann Lee</p><p class=dateline>Oct. 24, 2024</p><p>It did.</p>"
    )
    assert over(article) == [("headline", "Board closes pier"), ("byline", "By Ann Lee"), ("dateline", "Oct. 24, 2024")]
    assert body_of(article) == ["It did."]
