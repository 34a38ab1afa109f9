"""How text nodes become blocks: white space, line breaks, inline elements, what a piece of the source map is."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import BlockKind, Span
from position_law import check_article


def read(fragment: str) -> editcheck.Article:
    article = editcheck.read(fragment.encode(), format="html")
    check_article(article)
    return article


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>one   two\n\tthree</p>", "one two three"),
        ("<p>\n  one </p>\n", "one"),
        ("<p>one <b> two</b> three</p>", "one two three"),
        ("<p>one<b> </b>two</p>", "one two"),
        ("<p>mid<b>dl</b>e</p>", "middle"),
        ("<p>mid<!-- no one sees this -->dle</p>", "middle"),
        ("<p>one<br>two</p>", "one two"),
        ("<p>one <br /> two</p>", "one two"),
        ("<p>one<br></p>", "one"),
        ("<p>one\u00a0 two</p>", "one\u00a0 two"),
        ("<p>soft\u00adhyphen and zero\u200bwidth</p>", "soft\u00adhyphen and zero\u200bwidth"),
        ("<p>a &amp; b &lt; c</p>", "a & b < c"),
        ("<p>\r\none\r\ntwo</p>", "one two"),
        ("<p>one<script>two</script>three</p>", "onethree"),
        ("<p>one<span hidden>two</span>three</p>", "onethree"),
    ],
)
def test_white_space_and_inline_elements_are_as_a_browser_shows_them(fragment: str, text: str):
    assert read(fragment).text == text


@pytest.mark.parametrize(
    ("fragment", "blocks"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("<div>one<p>two</p>three</div>", ["one", "two", "three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<table><tr><td>one<td>two</table>", ["one", "two"]),
        ("<pre>one\ntwo\n\nthree</pre>", ["one two", "three"]),
        ("<blockquote><p>one</p><p>two</p></blockquote>", ["one", "two"]),
        ("<p>one</p><p></p><p> \n</p><p>&nbsp;</p><p>\u200b</p><p>two</p>", ["one", "two"]),
        ("<p>one</p><p><br></p><hr><div><img src=a></div><p>two</p>", ["one", "two"]),
    ],
)
def test_block_elements_separate_and_empty_blocks_are_never_made(fragment: str, blocks: list[str]):
    article = read(fragment)
    assert [article[block.span] for block in article.blocks] == blocks
    assert article.text == "\n".join(blocks)


def test_kinds_follow_the_elements():
    article = read(
        "<h1>Title</h1><p>Text.</p><h2>Part</h2><ul><li><p>Item</p></li></ul><blockquote>Said</blockquote>"
        "<figure><img src=p.jpg alt=Port><figcaption>Caption <cite>Agency</cite></figcaption></figure>"
        "<table><tr><th>Head<td>Cell</table><figure class=wp-block-pullquote><p>Pulled</p></figure>"
        "<p class=pull-quote>Pulled too</p>"
    )
    assert [(block.kind.value, article[block.span]) for block in article.blocks] == [
        ("headline", "Title"),
        ("paragraph", "Text."),
        ("subhead", "Part"),
        ("list-item", "Item"),
        ("quote", "Said"),
        ("caption", "Caption"),
        ("credit", "Agency"),
        ("table-cell", "Head"),
        ("table-cell", "Cell"),
        ("caption", "Pulled"),
        ("quote", "Pulled too"),
    ]
    (image, pulled) = article.images
    assert image.caption is not None
    assert image.credit is not None
    assert (article[image.caption], article[image.credit]) == ("Caption", "Agency")
    assert (image.alternative, image.uri) == ("Port", "p.jpg")
    assert pulled.uri is None


def test_the_blank_for_a_line_break_has_no_place_in_the_source():
    article = read("<p>one<br>two</p>")
    assert article.locate(Span(3, 4)) == ()
    assert [(place.start, place.end) for place in article.locate(Span(0, 7))] == [(3, 6), (10, 13)]


def test_the_newline_between_blocks_belongs_to_none():
    article = read("<p>one</p><p>two</p>")
    assert [block.span for block in article.blocks] == [Span(0, 3), Span(4, 7)]
    assert article.locate(Span(3, 4)) == ()


def test_verbatim_text_is_one_piece_and_collapsed_white_space_is_one_of_its_own():
    article = read("<p>one two  three\nfour &amp; five</p>")
    assert [(article[piece.text], piece.end - piece.start, piece.escapes) for piece in article.pieces] == [
        ("one two", 7, ()),
        (" ", 2, ()),
        ("three", 5, ()),
        (" ", 1, ()),
        ("four ", 5, ()),
        ("&", 5, ("html",)),
        (" five", 5, ()),
    ]


def test_ranges_name_the_element_and_the_scope_is_the_body():
    article = read("<p>one <b>two</b> three</p>")
    assert [place.xpath for place in article.locate(Span(0, 13))] == [
        "/html[1]/body[1]/p[1]",
        "/html[1]/body[1]/p[1]/b[1]",
        "/html[1]/body[1]/p[1]",
    ]
    assert article.scope.xpath == "/html[1]/body[1]"
    assert article.scope.text == "one two three"


def test_markup_that_states_a_fact_is_kept_with_its_words():
    article = read(
        '<p>On <time datetime="2024-10-07">October 7</time> the <abbr title="Central Intelligence">CIA</abbr> said'
        ' <q cite="a.html">yes</q> in <cite>The Book</cite>, <a href="b.html">here</a>, <a>not here</a>.</p>'
        "<blockquote cite=c.html> <p>One.</p><p>Two.</p> </blockquote><p><abbr title=none></abbr>x</p>"
    )
    assert [(mark.name, article[mark.span], mark.attributes) for mark in article.markup] == [
        ("time", "October 7", (("datetime", "2024-10-07"),)),
        ("abbr", "CIA", (("title", "Central Intelligence"),)),
        ("q", "yes", (("cite", "a.html"),)),
        ("cite", "The Book", ()),
        ("a", "here", (("href", "b.html"),)),
        ("blockquote", "One.\nTwo.", (("cite", "c.html"),)),
    ]


def test_markup_over_a_block_that_turns_out_empty_ends_with_the_last_word():
    article = read("<a href=x><p>one</p>&nbsp;</a><p>two</p>")
    assert [article[mark.span] for mark in article.markup] == ["one"]
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH] * 2


def test_text_that_the_parser_moves_is_where_it_stands_in_the_source():
    article = read("<table>moved<tr><td>cell</table>")
    assert [article[block.span] for block in article.blocks] == ["moved", "cell"]
    assert article.locate(Span(0, 5))[0].start == 7
