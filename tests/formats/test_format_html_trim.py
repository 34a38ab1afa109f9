"""Lines in the body's own element that are not its text, or not for the first time: told by what they say."""

from __future__ import annotations

from datetime import date

import pytest

import editcheck
from position_law import check_article

LEDE = "The harbor board voted on Tuesday to close the old ferry pier, which has been leaking oil for eleven years."
SECOND = (
    "“We waited for a report that never came, and the oil did not wait for us,” board member Ann Lee said after it."
)
THIRD = "The pier was built in 1931, for a ferry that has not sailed since the bridge over the sound was opened."


def read(body: str) -> editcheck.Article:
    head = "<title>Harbor board closes the old ferry pier</title>"
    article = editcheck.read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())
    check_article(article)
    return article


def story(end: str = "", middle: str = "") -> editcheck.Article:
    heading = "<h1>Harbor board closes the old ferry pier</h1>"
    return read(f"<article>{heading}<p>{LEDE}</p>{middle}<p>{SECOND}</p><p>{THIRD}</p>{end}</article>")


def blocks(article: editcheck.Article, *kinds: str) -> list[str]:
    return [article[block.span] for block in article.blocks if block.kind.value in kinds]


def body_of(article: editcheck.Article) -> list[str]:
    return [article[block.span] for block in article.blocks if block.in_body]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published 11:11 PM EST Nov. 19, 2019", "dateline"),
        ("First published on November 19, 2019", "dateline"),
        ("Last updated at 1:23 p.m.", "dateline"),
        ("ann.lee@example.org", "byline"),
        ("@annlee", "byline"),
        ("twitter.com/annlee", "byline"),
        ("© 2019 The Sound", "credit"),
        ("Copyright 2019 The Sound. All rights reserved.", "credit"),
        ("Reporting by Ann Lee", "byline"),
    ],
)
def test_the_last_lines_say_who_made_it_and_when(line: str, kind: str):
    article = story(f"<p>{line}</p>")
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert blocks(article, kind) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Published in 1931, the plan of the pier has never been found.",
        "Updated plans are on show until Nov. 30, 2019, in the city hall.",
        "Copyright law does not protect the pier.",
        "Write to ann.lee@example.org with questions.",
    ],
)
def test_last_sentences_that_begin_like_that_are_text(line: str):
    assert body_of(story(f"<p>{line}</p>")) == [LEDE, SECOND, THIRD, line]


def test_a_day_of_publication_at_the_end_counts_where_there_is_no_other():
    assert story("<p>First Published on Nov 20, 2019 01:38 pm</p>").published == date(2019, 11, 20)
    opening = f"<article><h1>Harbor board closes the old ferry pier</h1><p class=date>Nov. 19, 2019</p><p>{LEDE}</p>"
    assert read(f"{opening}<p>{SECOND}</p><p>Updated Nov 21, 2019</p></article>").published == date(2019, 11, 19)


@pytest.mark.parametrize(
    "control",
    [
        "<p>Caption</p>",
        "<div>Close</div>",
        "<p>3 of 12</p>",
        "<div>1 - 5 of 36</div>",
        "<div>NEXT PREV</div>",
        "<p>Story continues below gallery</p>",
        "<p>hide caption</p>",
        "<p>Article continues after this ad</p>",
        "<blockquote><a href=i>View this post on Instagram</a></blockquote>",
    ],
)
def test_what_buttons_say_is_not_the_article(control: str):
    assert body_of(story(middle=control)) == [LEDE, SECOND, THIRD]


def test_in_a_table_of_figures_close_is_a_price():
    table = "<table><tr><th>Share</th><th>Close</th></tr><tr><td>Harbor Oil</td><td>12.40</td></tr></table>"
    assert "Close" in body_of(story(middle=table))


@pytest.mark.parametrize(
    "labels",
    [
        "<div>Filed under <a href=/o rel=tag>Oil</a>, <a href=/p rel=tag>Piers</a></div>",
        "<div><strong>Topics<br><a href=/o rel='category tag'>Oil</a> <a href=/p rel=tag>Piers</a></strong></div>",
    ],
)
def test_links_to_labels_are_not_the_article(labels: str):
    assert body_of(story(labels)) == [LEDE, SECOND, THIRD]


def test_a_text_in_which_labels_are_linked_is():
    text = "<p>Both <a href=/o rel=tag>oil</a> and <a href=/p rel=tag>piers</a> have been on the list for years.</p>"
    assert "Both oil and piers have been on the list for years." in body_of(story(text))


@pytest.mark.parametrize("name", ["off-screen", "tooltiptext", "ui-helper-hidden-accessible", "show-for-sr"])
def test_words_that_a_style_sheet_hides_by_a_usual_name_are_not_read(name: str):
    article = story(f"<p>The mayor <span class='{name}'>Bo Chu: all stories</span>did not come to the vote.</p>")
    assert body_of(article)[-1] == "The mayor did not come to the vote."


@pytest.mark.parametrize(
    "credit",
    [
        "<div class=InlineImage-imageEmbedCredit>Ann Lee | The Sound</div>",
        "<div class=photo-credit>Ann Lee | The Sound</div>",
        "<div class=caption><p>The pier in May.</p><span class=credit>Ann Lee | The Sound</span></div>",
    ],
)
def test_a_pictures_credit_is_known_by_its_name_outside_of_figures_too(credit: str):
    article = story(middle=f"<div><img src=p.jpg>{credit}</div>")
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert blocks(article, "credit") == ["Ann Lee | The Sound"]


PULLED = "<{0}>We waited for a report that never came, and the oil did not wait for us</{1}>"


@pytest.mark.parametrize(
    "markup",
    ["blockquote class=pull-quote", "aside class=pullquote", "div class='pull-quote left'", "blockquote"],
)
def test_words_of_the_text_that_are_pulled_out_of_it_are_read_once(markup: str):
    quotation = PULLED.format(markup, markup.partition(" ")[0])
    assert body_of(story(middle=quotation)) == [LEDE, SECOND, THIRD]
    fragment = editcheck.read(f"<p>{LEDE}</p>{quotation}<p>{SECOND}</p>".encode())
    assert body_of(fragment) == [LEDE, SECOND]


def test_a_pull_quote_may_be_cut_and_say_who_said_it():
    quotation = "<div class=pullquote><p>“The oil did not wait for us”</p><p>Ann Lee, member</p></div>"
    assert body_of(story(middle=quotation)) == [LEDE, SECOND, THIRD]


def test_a_quotation_that_stands_nowhere_else_is_read():
    words = "We waited for a report, and when it came it was about another pier, said one."
    article = story(middle=f"<blockquote>{words}</blockquote>")
    assert blocks(article, "quote") == [words]


def test_a_caption_over_the_headline_does_not_hide_what_is_below_it():
    caption = "<div>A view over the harbor from the bridge, taken on the last day of the old ferry in May.</div>"
    heading = (
        "<h1>Harbor board closes the old ferry pier</h1><h3 class=byline>by Ann Lee<br>Monday, November 18, 2019</h3>"
    )
    article = read(f"<article>{caption}{heading}<p>{LEDE}</p><p>{SECOND}</p><p>{THIRD} {LEDE} {SECOND}</p></article>")
    assert blocks(article, "byline") == ["by Ann Lee Monday, November 18, 2019"]
    assert (article.authors, article.published) == (("Ann Lee",), date(2019, 11, 18))


@pytest.mark.parametrize("label", ["Comments (+)", "3 Comments", "Comments (12):"])
def test_a_label_over_comments_may_count_them(label: str):
    comments = (
        f"<section><h2>{label}</h2><p>A reader writes that the pier should have been closed years ago.</p></section>"
    )
    assert body_of(story(comments)) == [LEDE, SECOND, THIRD]


@pytest.mark.parametrize(
    "picture",
    [
        "<p><img src=p.jpg><br><em>The pier in May. Photo by Ann Lee</em></p>",
        "<p><a href=p.jpg><img src=p.jpg></a><!-- wide --> <small>The pier in May. Photo by Ann Lee</small></p>",
    ],
)
def test_small_print_under_a_picture_in_its_paragraph_is_its_caption(picture: str):
    article = story(middle=picture)
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert blocks(article, "caption") == ["The pier in May. Photo by Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "<p><img src=p.jpg> The pier is <em>closed</em>.</p>",
        "<p><img src=p.jpg><em>The pier</em> is closed.</p>",
        "<p><em>The pier</em> is <b>closed</b>.<img src=p.jpg></p>",
    ],
)
def test_a_picture_in_a_paragraph_of_text_makes_no_caption_of_it(text: str):
    assert "The pier is closed." in body_of(story(middle=text))


@pytest.mark.parametrize(
    "mark",
    [
        "<sup><a href=#n1>1</a></sup>",
        "<sup id=r class=reference><a href='#n'>[12]</a></sup>",
        "<a href=#n><sup>*</sup></a>",
    ],
)
def test_marks_of_notes_are_not_glued_to_sentences(mark: str):
    assert body_of(story(f"<p>The oil was known.{mark} Nobody cared.</p>"))[-1] == "The oil was known. Nobody cared."


def test_raised_figures_and_links_elsewhere_stay():
    text = "<p>The pier has 40 m<sup>2</sup> of oil, says a <sup><a href=/report#p3>report</a></sup>.</p>"
    assert body_of(story(text))[-1] == "The pier has 40 m2 of oil, says a report."


def test_a_programs_text_is_not_read_and_other_text_as_it_is_typed_is():
    listing = "<pre><code class=py>print('USB')\n\nprint(1)</code></pre>"
    telegram = "<pre>STOP THE FERRY</pre><p>Type <code>stop</code> there.</p>"
    assert body_of(story(listing + telegram))[3:] == ["STOP THE FERRY", "Type stop there."]


@pytest.mark.parametrize(
    "line", ["Photograph by Ann Lee, The Sound", "Photo: Ann Lee/AP", "Images courtesy of Harbor Oil"]
)
def test_a_line_that_names_the_author_of_a_picture_is_a_credit_wherever_it_stands(line: str):
    article = story(middle=f"<div><img src=p.jpg></div><p>{line}</p>")
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert blocks(article, "credit") == [line]


def test_a_sentence_about_a_picture_is_none():
    sentence = "Photographs by Ann Lee will be shown on the pier."
    assert sentence in body_of(story(middle=f"<p>{sentence}</p>"))


def test_a_link_in_text_that_no_paragraph_is_around_stays_in_its_sentence():
    text = (
        f"{LEDE} The board <a href=a>published its audit</a> too.<br><br>{SECOND} <a href=b>Lee</a> <b>left</b> early."
    )
    article = read(f"<div class=article-body><h1>Harbor board closes the old ferry pier</h1>{text}<p>{THIRD}</p></div>")
    first, second = f"{LEDE} The board published its audit too.", f"{SECOND} Lee left early."
    assert body_of(article) == [first, second, THIRD]


def test_a_line_of_its_own_between_them_is_still_told_apart():
    heading = "<h1>Harbor board closes the old ferry pier</h1><a href=/oil>Oil</a><br><time>Nov. 19, 2019</time><hr>"
    article = read(f"<div class=article-body>{heading}{LEDE}<br><br>{SECOND}<p>{THIRD}</p></div>")
    assert body_of(article) == [LEDE, SECOND, THIRD]
    assert blocks(article, "dateline") == ["Nov. 19, 2019"]
