"""W3C selectors: each finds its place, and only that, by itself."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

import editcheck
from editcheck.article import Article, Span
from editcheck.reports.selectors import ScopeRange, Selectors, TextQuote, quote_in
from report_samples import harbour_article, span_of


def found(quote: TextQuote, text: str) -> list[int]:
    """Return every place where a strict client would find a quote."""
    words = quote.prefix + quote.exact + quote.suffix
    starts, start = [], text.find(words)
    while start >= 0:
        starts.append(start + len(quote.prefix))
        start = text.find(words, start + 1)
    return starts


def quote_of(article: Article, span: Span) -> TextQuote:
    selectors = Selectors(article)
    place = selectors.position(span)
    assert place is not None
    return selectors.quote(place)


def test_a_quote_has_its_surroundings() -> None:
    article = harbour_article()
    quote = quote_of(article, span_of(article, "Tuesday"))
    assert quote.exact == "Tuesday"
    assert quote.prefix.endswith("The council met on ")
    assert quote.suffix.startswith(", 12 October 2016")


def test_prefix_and_suffix_grow_until_the_quote_is_unique() -> None:
    refrain = "The minister said no, and then the minister said no again. "
    article = Article.from_text(refrain * 60 + "This time she smiled. " + refrain * 60)
    for number in (0, 41, 130, 239):
        span = span_of(article, "minister", number)
        assert found(quote_of(article, span), article.scope.text) == [span.start]


def test_where_nothing_is_unique_the_whole_scope_is_the_quote() -> None:
    article = Article.from_text("no " * 3000 + "no")
    quote = quote_of(article, Span(3000, 3002))
    assert quote.prefix + quote.exact + quote.suffix == article.scope.text


@given(st.text("ab \n", min_size=1, max_size=300), st.data())
def test_every_quote_of_every_text_is_found_once_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_in(text, ScopeRange(start, end), ScopeRange(0, len(text)))
    assert quote.exact == text[start:end]
    assert found(quote, text) == [start]


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "👍\U0001f3fd",
        "🇩🇪",
        "🏴\U000e0067\U000e0062\U000e007f",
        "\r\n",
        "k\u0327\u0301",
    ],
)
@pytest.mark.parametrize("distance", range(28, 36))
def test_context_never_cuts_a_character_in_two(cluster: str, distance: int) -> None:
    text = f"Before it {cluster}{'x' * distance}word{'x' * distance}{cluster} after it"
    start = text.index("word")
    quote = quote_in(text, ScopeRange(start, start + 4), ScopeRange(0, len(text)))
    head, tail = text[: start - len(quote.prefix)], text[start + 4 + len(quote.suffix) :]
    for part in (quote.prefix, quote.suffix, head, tail):
        assert part.count(cluster) == sum(cluster[-1] == each for each in part)


def test_a_refrain_of_a_megabyte_makes_no_report_of_gigabytes() -> None:
    article = Article.from_text("He said so. " * 90_000)
    selectors = Selectors(article)
    places = [selectors.position(Span(start, start + 2)) for start in range(0, 1_000_000, 500)]
    quotes = [selectors.quote(place) for place in places if place is not None]
    assert len(quotes) == 2000
    assert sum(len(quote.prefix) + len(quote.suffix) for quote in quotes) < 32_000_000
    for quote, place in zip(quotes, places, strict=True):
        assert place is not None
        around = quote.prefix + quote.exact + quote.suffix
        assert article.scope.text.startswith(around, place.start - len(quote.prefix))


def test_a_refrain_of_a_megabyte_is_told_by_all_that_stands_around_it() -> None:
    article = Article.from_text("He said so. " * 90_000)
    selectors = Selectors(article)
    for start in range(0, 1_000_000, 100_000):
        place = selectors.position(Span(start, start + 2))
        assert place is not None
        quote = selectors.quote(place)
        assert quote.exact == article.text[start : start + 2]
        # The first place where all of it stands is its own: no other has the same surroundings.
        at = article.text.index(quote.prefix + quote.exact + quote.suffix)
        assert at == place.start - len(quote.prefix)


def refined(page: str, words: str, number: int = 0) -> tuple[str, str, TextQuote]:
    """Return an element's XPath, its whole text as another parser has it, and the quote that leads on from there."""
    article = editcheck.read(page.encode(), format="html")
    span = span_of(article, words, number)
    selectors = Selectors(article)
    place = selectors.position(span)
    assert place is not None
    element = selectors.element(span, place)
    assert element is not None
    [node] = lxml.html.document_fromstring(page).xpath(element.xpath)
    return element.xpath, node.text_content(), element.quote


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>no <span hidden>no </span></p>",
        "<p><script>no </script>no </p>",
        "<p>no <b hidden>no or no </b></p>",
        "<p>no \n<i>no </i><style>no </style></p>",
    ],
)
def test_a_quote_within_an_element_is_unique_in_all_of_its_text_hidden_words_too(paragraph: str) -> None:
    xpath, text, quote = refined(f"<body><article><h1>Council</h1>{paragraph}</article></body>", "no")
    assert xpath == "/html[1]/body[1]/article[1]/p[1]"
    assert len(found(quote, text)) == 1


def test_a_quote_within_an_element_does_not_leave_it() -> None:
    page = "<body><article><h1>No</h1><p>She said no. </p><p>He said <b>no</b>.</p></article></body>"
    assert refined(page, "no", 1)[2] == TextQuote("no", "", "")
    assert refined(page, "said no")[2] == TextQuote("said no", "She ", ". ")


def test_words_over_two_paragraphs_are_quoted_from_the_element_around_both() -> None:
    page = "<body><article><p>She said no.</p>\n<p>He said no.</p><p hidden>no.\nHe</p></article></body>"
    xpath, text, quote = refined(page, "no.\nHe")
    assert xpath == "/html[1]/body[1]/article[1]"
    assert found(quote, text) == [text.index("no.")]
