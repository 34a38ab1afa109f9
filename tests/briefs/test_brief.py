"""The sheet on an article: who speaks how much, who is in it and as what, short forms, a timeline."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import editcheck
from editcheck.briefs import page, terminal
from editcheck.briefs.gathering import gather
from editcheck.reports.base import Surface

STORY = """Harbour to close

The harbour will close on Monday, said Ruth Calder, the director of the Tidal Works Authority (TWA). “We have no \
money left for it,” Calder said. The TWA opened it in 1987.

Tom Reyes, a ferry captain, said that Calder had told the council that the quay was rotten. Experts \
disagree, the council said.

The storm of that winter took the old quay away.

“Nobody asked us.”

The QXRT did not reply."""


@pytest.fixture(scope="module")
def brief() -> editcheck.Brief:
    return editcheck.brief(editcheck.Article.from_text(STORY, published="2024-10-24", uri="story.txt"))


def test_it_begins_with_the_article_itself(brief: editcheck.Brief) -> None:
    assert (brief.name, brief.published) == ("story.txt", "2024-10-24")
    assert brief.words == len(re.findall(r"\w+", STORY))


def test_speakers_stand_with_the_one_who_says_most_first(brief: editcheck.Brief) -> None:
    words = [each.words for each in brief.speakers]
    assert words == sorted(words, reverse=True)
    calder = next(each for each in brief.speakers if each.name == "Ruth Calder")
    assert calder.role == "the director of the Tidal Works Authority"
    assert calder.quoted >= 7
    assert calder.introduced is not None
    assert calder.introduced.line == 3


def test_words_that_are_passed_on_count_for_whoever_said_them() -> None:
    text = "Reyes said Calder said the quay was rotten."
    article = editcheck.Article.from_text(text)
    inner = _said(text, "Calder", "the quay was rotten")
    outer = _said(text, "Reyes", "Calder said the quay was rotten")
    facts = replace(editcheck.analyze(article), quotations=(outer, inner))
    assert [(each.name, each.words) for each in gather(article, facts).speakers] == [("Calder", 4), ("Reyes", 2)]


def _said(text: str, source: str, content: str) -> editcheck.Quotation:
    """Return an attribution of words of a text to other words of it."""
    who = editcheck.Source(_span(text, source), source, editcheck.SourceKind.NAMED)
    return editcheck.Quotation(editcheck.QuotationKind.INDIRECT, (_span(text, content),), None, who)


def _span(text: str, words: str) -> editcheck.Span:
    start = text.index(words)
    return editcheck.Span(start, start + len(words))


def test_what_nobody_is_credited_with_is_nobodys(brief: editcheck.Brief) -> None:
    nobody = next(each for each in brief.speakers if each.kind == "nobody")
    assert nobody.quoted == 3


def test_people_are_listed_with_all_that_is_said_of_them(brief: editcheck.Brief) -> None:
    reyes = next(each for each in brief.people if each.name == "Tom Reyes")
    assert [each.text for each in reyes.described] == ["a ferry captain"]
    assert reyes.speaks


def test_short_forms_are_listed_explained_or_not(brief: editcheck.Brief) -> None:
    forms = {each.form: each for each in brief.acronyms}
    assert forms["TWA"].long_form == "Tidal Works Authority"
    assert forms["TWA"].explained is not None
    assert forms["QXRT"].long_form is None


def test_the_timeline_is_in_the_order_of_the_calendar(brief: editcheck.Brief) -> None:
    assert [(each.label, each.when) for each in brief.timeline] == [
        ("1987", "past"),
        ("Monday, 28 October 2024", "future"),
    ]
    assert [told.text for told in brief.timeline[1].told] == ["Monday"]


def test_the_terminal_shows_it_all(brief: editcheck.Brief) -> None:
    shown = terminal.render(brief, Surface())
    for words in (
        "Who speaks",
        "Ruth Calder",
        "a ferry captain",
        "never explained",
        "Monday, 28 October 2024 (to come)",
    ):
        assert words in shown


def test_an_empty_article_has_an_empty_sheet() -> None:
    brief = editcheck.brief(editcheck.Article.from_text("Nothing."))
    assert terminal.render(brief, Surface()).count("nothing found") == 4
    assert "Nobody is quoted." in page.render([brief])


def test_an_example_on_the_page(brief: editcheck.Brief) -> None:
    html = page.render([brief])
    assert "Ruth Calder" in html
    assert html.count('<svg width="200"') == 2 * len(brief.speakers) + len(brief.people)
    assert page.render([brief]) == html


class _Balance(HTMLParser):
    """Collects the tags that are open, and what would load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.active += [name for name, _ in attrs if name.startswith("on") or name in ("src", "href", "style")]
        if tag in ("script", "iframe", "object", "link"):
            self.active.append(tag)
        if tag not in ("meta", "br", "rect", "path"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def test_what_an_article_says_is_text_on_the_page() -> None:
    hostile = STORY.replace("Ruth Calder", "Ruth <script>alert(1)</script> Calder").replace(
        "a ferry", '"><img src=x> a'
    )
    article = editcheck.Article.from_text(hostile, published="2024-10-24", title="</title><script>1</script>")
    found = _Balance()
    found.feed(page.render([editcheck.brief(article)]))
    assert found.open == []
    assert found.active == []


def test_every_picture_says_what_it_shows(brief: editcheck.Brief) -> None:
    html = page.render([brief, brief])
    pictures = re.findall(r"<svg [^>]*>", html)
    assert pictures
    assert all('role="img"' in each and re.search(r'aria-label="[^"]+"', each) for each in pictures)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 2


def test_how_much_is_quoted_is_told_in_words_and_not_by_colours_alone(brief: editcheck.Brief) -> None:
    shown = re.sub(r"<[^>]+>", "", page.render([brief]))
    assert all(f"{each.quoted} quoted, {each.reported} reported" in shown for each in brief.speakers)


def test_the_dark_colours_are_for_the_screen_and_not_for_paper(brief: editcheck.Brief) -> None:
    told = page.render([brief])
    assert re.findall(r"@media ([^{]*prefers-color-scheme: dark[^{]*) {", told) == [
        "screen and (prefers-color-scheme: dark)"
    ]


def test_words_are_counted_as_an_editor_counts_them() -> None:
    text = "“We don't know—yet,” said Calder's 20-year-old son -- a U.S. citizen from St. Ives…and nobody else."
    sheet = editcheck.brief(editcheck.Article.from_text(text))
    assert sheet.words == 17
    assert sum(each.quoted for each in sheet.speakers) == 4
