"""What an editor sees, kept as pictures in snapshots/: `EDITCHECK_SNAPSHOTS=write pytest` draws them anew."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from editcheck.annotation import Annotation, Edit, Severity, Suggestion
from editcheck.article import Article, BlockKind, Span
from editcheck.report import Report
from editcheck.reports.base import Surface
from editcheck.reports.passage import clean, passage
from editcheck.reports.terminal import RENDERER
from report_samples import MarkupBuilder, harbour_article, harbour_report, span_of

SNAPSHOTS = Path(__file__).parent / "snapshots"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(*reports: Report, surface: Surface | None = None) -> str:
    return "".join(RENDERER.render(reports, surface or Surface()))


def about(article: Article, words: str, severity: Severity = Severity.WARNING) -> Report:
    """Return a report with one annotation on some words."""
    return Report(article, (Annotation("house/words", "Look at this.", span_of(article, words), severity),))


@pytest.mark.parametrize(
    ("name", "surface"),
    [
        ("wide", Surface(100)),
        ("wide-colour", Surface(100, colour=True)),
        ("narrow", Surface(44)),
        ("narrow-colour", Surface(44, colour=True)),
        ("ascii", Surface(80, unicode=False)),
    ],
)
def test_the_picture(name: str, surface: Surface) -> None:
    text = shown(harbour_report(), Report(harbour_article(), ()), surface=surface)
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("EDITCHECK_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [30, 44, 60, 80, 100, 120, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in shown(harbour_report(), surface=Surface(width)).splitlines():
        assert cell_len(line) <= width, line


def test_colour_changes_nothing_but_the_looks() -> None:
    plain = shown(harbour_report())
    coloured = ESCAPE.sub("", shown(harbour_report(), surface=Surface(colour=True)))
    without_carets = [line for line in plain.splitlines() if not re.fullmatch(r"[ │^]*\^[ │^]*", line)]
    assert coloured.splitlines() == without_carets


def test_without_colour_there_is_not_one_escape_sequence() -> None:
    assert "\x1b" not in shown(harbour_report())


@pytest.mark.parametrize(
    "before",
    [
        "plain words",
        "港湾局 の",
        "👩\u200d👩\u200d👧 family",
        "e\u0301te\u0301",
        "🇩🇪 and 👍\U0001f3fd",
        "a\u200bb",
        "ක්\u200dර \u0915\u094d\u200d\u0937",
    ],
)
def test_carets_stand_under_the_words(before: str) -> None:
    article = Article.from_text(f"{before} then Weiss said so.", title="Story")
    lines = shown(about(article, "Weiss")).splitlines()
    at = next(index for index, line in enumerate(lines) if "^" in line)
    words, carets = lines[at - 1], lines[at]
    assert cell_len(words[: words.index("Weiss")]) == carets.index("^")
    assert carets.count("^") == len("Weiss")


@pytest.mark.parametrize("words", ["\u200dWeiss", "We\u200d iss", "👩\u200d Weiss", "👩🏽\u200d🚒", "🏳️\u200d🌈 Weiss"])
def test_a_joiner_without_emoji_around_it_moves_no_caret(words: str) -> None:
    article = Article.from_text(f"Council: {words} said so.", title="Story")
    lines = shown(about(article, words)).splitlines()
    at = next(index for index, line in enumerate(lines) if "^" in line)
    before, after = lines[at - 1].index("Council: ") + len("Council: "), " said so."
    cells = sum(2 if each > "\U0001f000" else 1 for each in re.sub("\u200d[🚒🌈]|[\u200d\ufe0f🏽]", "", words))
    assert lines[at] == lines[at][:before].replace("^", " ") + "^" * cells
    assert lines[at - 1].endswith(after)


def test_a_long_paragraph_is_cut_to_the_sentence() -> None:
    filler = "Nothing of this matters to the reader at all, not in the least. " * 20
    article = Article.from_text(f"{filler}But Weiss said so. {filler}".strip(), title="Story")
    text = shown(about(article, "Weiss"))
    assert "│ But Weiss said so.\n" in text
    assert "matters" not in text


def test_a_long_sentence_is_cut_to_whole_words_around_the_marked_ones() -> None:
    article = Article.from_text(f"{'one two three ' * 60}Weiss{' four five six' * 60}.", title="Story")
    parts = passage(article, span_of(article, "Weiss"), context=40, longest=100)
    text = "".join(part.text for part in parts)
    assert re.fullmatch(r"…(?:(?:one|two|three) )+Weiss(?: (?:four|five|six))+…", text)
    assert [part.text for part in parts if part.marked] == ["Weiss"]


def test_of_long_marked_words_the_middle_is_left_out() -> None:
    article = Article.from_text("She said: " + "word " * 200 + "end.", title="Story")
    parts = passage(article, Span(10, len(article.text)), context=40, longest=100)
    assert [part.marked for part in parts] == [False, True, False, True]
    assert len("".join(part.text for part in parts)) < 130


def test_a_span_over_two_paragraphs_is_shown_in_one_line() -> None:
    article = harbour_article()
    span = Span(span_of(article, "he said").start, span_of(article, "Weiss said").end)
    [marked] = [part.text for part in passage(article, span, context=40, longest=100) if part.marked]
    assert marked == "he said.  Weiss said"


def test_a_control_sequence_of_the_article_does_not_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\u202eWeiss\x9b31m said\ttabs"
    article = Article.from_text(evil, title=f"Title {evil}", uri=f"file{evil}")
    text = shown(about(article, "Weiss"))
    assert not set(text) & set("\x1b\x07\u202e\x9b\t")
    assert clean("a\x1b[31m\r\nb") == "a\N{REPLACEMENT CHARACTER}[31m  b"


def test_the_place_can_be_clicked() -> None:
    assert "story.txt:3:69" in shown(harbour_report())


def test_the_place_says_where_that_is_to_the_reader() -> None:
    article = MarkupBuilder().tag("<h1>").verbatim("Weiss won", "/h1").tag("</h1>").block(BlockKind.HEADLINE).article()
    assert "story.html:1:5 (headline)" in shown(about(article, "Weiss"))


def test_a_repair_is_told_in_full_unless_its_message_has_the_words() -> None:
    article = harbour_article()
    told = Suggestion("write “Wednesday”", (Edit(span_of(article, "Tuesday"), "Wednesday"),))
    untold = Suggestion("put the right quotation mark", (Edit(span_of(article, "“"), '"'),))
    annotation = Annotation(
        "house/words", "Look.", span_of(article, "Tuesday"), Severity.WARNING, suggestions=(told, untold)
    )
    text = shown(Report(article, (annotation,)))
    assert "repair:  write “Wednesday”\n" in text
    assert 'or:      put the right quotation mark: [“] → ["]\n' in text


def test_the_last_line_says_what_stops_the_publication() -> None:
    report = harbour_report()
    last = "STOP 1 error, 1 warning, 1 suggestion (1 dismissed). Publication is stopped by dates/weekday-mismatch."
    assert last in " ".join(shown(report).split())
    with_gate = shown(replace(report, gate=Severity.SUGGESTION), surface=Surface(120))
    assert "dates/weekday-mismatch, attribution/vague-source and roles/name-variant." in " ".join(with_gate.split())
    assert "INCOMPLETE  " in shown(replace(report, gate=Severity.OFF))
    passing = replace(report, gate=Severity.OFF, failures=())
    assert "PASS  1 error, 1 warning, 1 suggestion (1 dismissed). Nothing stops publication." in shown(passing)


def test_many_rules_that_stop_are_counted() -> None:
    article = harbour_article()
    annotations = tuple(
        Annotation(f"house/rule-{number}", "No.", span_of(article, "harbour"), Severity.ERROR)
        for number in (1, 2, 3, 4, 5, 1)
    )
    text = shown(Report(article, annotations), surface=Surface(120))
    assert "stopped by house/rule-1 (2 times), house/rule-2, house/rule-3 and 2 other rules." in text


def test_an_article_with_nothing_to_say_is_one_line() -> None:
    assert shown(Report(harbour_article(), ())) == "PASS  story.txt: Nothing to report.\n"


def test_several_articles_are_summed_up() -> None:
    text = shown(harbour_report(), Report(harbour_article(), ()), harbour_report())
    assert "3 articles: 2 stopped, 1 passed\n2 errors, 2 warnings, 2 suggestions in all\n" in text


def test_reports_are_shown_as_they_come() -> None:
    def endless():
        while True:
            yield harbour_report()

    assert "Tuesday" in next(RENDERER.render(endless(), Surface()))
