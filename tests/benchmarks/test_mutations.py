"""Planted errors and their twins, on an article of our own: edits, places, what counts as found, what is printed."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from random import Random

import mutations
import pytest
from corpora import Attribution
from planting import PLANTED
from planting.names import named
from planting.papers import Edit, Paper, Version

import editcheck
from editcheck.host import rules as catalogue

TEXT = (
    "Ferry stays in port\n\n"
    "Harbor chief Ruth Skjelvik closed two piers on Oct. 12, 2016. The board met on Oct. 3 in the old hall.\n\n"
    "“We had no warning at all from the council about this,” Skjelvik said. “It is a great danger to all.”\n\n"
    "The ferry will sail again in May, when the winter storms are over and the piers are mended.\n\n"
    "Skjelvik said that the ferry was built in 1998."
)


def paper(text: str = TEXT) -> Paper:
    """Return an article that credits its quotation and its last sentence to the harbor chief."""
    sources = [(at, at + 8) for at in (text.index("Skjelvik said. "), text.index("Skjelvik said that"))]
    words = ((text.index("We had"), text.index(",” Skj")), (text.index("that the ferry"), len(text)))
    gold = tuple(
        Attribution((source,), ((source[1] + 1, source[1] + 5),), (content,))
        for source, content in zip(sources, words, strict=True)
    )
    return Paper("ours", text, date(2016, 10, 24), gold)


def one(rule: str, of: Paper | None = None):
    return next(PLANTED[rule].planter(of or paper(), Random(1)))


class TestVersions:
    def test_places_move_with_the_edits_before_them(self):
        version = Version((Edit(0, 5, "The old ferry"), Edit(20, 20, "\nA deck")), ((6, 11),))
        text = version.text(paper())
        assert text.startswith("The old ferry stays in port\n\nA deck")
        ((start, end),) = version.marked
        assert text[start:end] == "stays"

    def test_without_places_the_new_words_are_the_place(self):
        version = Version((Edit(6, 11, "remains"), Edit(12, 15, "")))
        text = version.text(paper())
        assert [text[start:end] for start, end in version.marked] == ["remains", ""]

    def test_edits_must_not_overlap(self):
        with pytest.raises(ValueError, match="overlap"):
            Version((Edit(0, 5, ""), Edit(3, 8, ""))).text(paper())

    def test_a_page_has_its_headline_and_its_times_marked_up(self):
        at = TEXT.index("Oct. 12, 2016")
        version = Version((), as_html=True, times=(((at, at + 13), "2016-10-12"),))
        article = version.article(paper())
        assert article.blocks[0].kind is editcheck.BlockKind.HEADLINE
        (time,) = [each for each in article.markup if each.name == "time"]
        assert (article[time.span], time.get("datetime")) == ("Oct. 12, 2016", "2016-10-12")


class TestPapers:
    def test_sentences_end_at_marks_and_not_at_abbreviations(self):
        told = [paper()[each].strip() for each in paper().sentences]
        assert "The board met on Oct. 3 in the old hall." in told

    def test_who_is_named_in_full_and_by_surname(self):
        (person,) = named(paper())
        assert (person.name, len(person.full), len(person.bare)) == ("Ruth Skjelvik", 1, 2)

    def test_what_is_quoted(self):
        assert paper().in_quotes(TEXT.index("warning"))
        assert not paper().in_quotes(TEXT.index("Skjelvik said"))


class TestPlanters:
    @pytest.mark.parametrize(
        ("rule", "error", "twin"),
        [
            ("dates/incomplete-date", "two piers on Oct..", "two piers in October 2016"),
            ("attribution/late-introduction", "Harbor chief Skjelvik closed", "Harbor chief Ruth Skjelvik closed"),
        ],
    )
    def test_the_error_is_there_and_the_twin_is_none(self, rule, error, twin):
        case = one(rule)
        assert error.replace("..", ".") in case.error.text(paper())
        assert twin in case.twin.text(paper())

    def test_a_wrong_weekday_is_wrong_and_the_right_one_right(self):
        case = one("dates/weekday-mismatch")
        assert "Wednesday, Oct. 12, 2016" in case.twin.text(paper())
        assert "Wednesday, Oct. 12" not in case.error.text(paper())

    def test_a_misspelt_name_differs_by_one_slip(self):
        edit = one("roles/name-variant").error.edits[0]
        assert edit.new != "Skjelvik"
        assert abs(len(edit.new) - len("Skjelvik")) <= 1

    def test_the_same_seed_plants_the_same_errors(self):
        assert one("roles/name-variant") == one("roles/name-variant")

    def test_every_rule_is_one_of_the_catalogue(self):
        rules = {each.id for each in catalogue()}
        assert rules >= PLANTED.keys()
        assert rules >= {rule for each in PLANTED.values() for rule in each.also}


class TestTrying:
    def test_an_error_is_found_and_its_twin_left_alone(self):
        tried = mutations.tried(
            "dates/weekday-mismatch", PLANTED["dates/weekday-mismatch"], paper(), one("dates/weekday-mismatch")
        )
        assert tried is not None
        assert (tried.found, tried.said) == (True, ())

    def test_what_was_said_of_the_article_as_published_does_not_count(self):
        wrong = TEXT.replace("on Oct. 12, 2016", "on Monday, Oct. 12, 2016")
        at = wrong.index("Monday")
        untouched = Version((Edit(at, at + 6, "Monday"),))
        heard = mutations.heard(paper(wrong), untouched)
        assert [each.rule for each in heard.everything] == ["dates/weekday-mismatch"]
        assert heard.new == ()

    def test_figures(self):
        case = one("dates/weekday-mismatch")
        outcomes = [mutations.Tried(paper(), case, found, ()) for found in (True, True, True, False)]
        told = mutations.figures(outcomes)
        assert (told["planted"], told["found"], told["share"], told["share_reported"]) == (4, 3, 0.75, 0.0)
        assert mutations.figures([])["share"] is None


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Runs benchmarks/mutations.py on our own article, as the only one of both corpora."""
    monkeypatch.setattr(mutations, "papers", lambda part: [paper()])

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["mutations.py", *map(str, arguments)])
        mutations.main()

    return run


def test_the_table_and_the_file_have_a_line_for_every_rule(command, tmp_path, capsys):
    file = tmp_path / "mutations.json"
    command("--rule", "dates/weekday-mismatch", "dates/impossible-date", "--json", file)
    printed = capsys.readouterr().out
    assert "dates/weekday-mismatch" in printed
    assert "dates/impossible-date" in printed
    written = file.read_text(encoding="utf-8")
    assert '"found": 1' in written
    assert "piers" not in written


def test_no_text_of_the_held_out_part_is_shown(command, capsys):
    with pytest.raises(SystemExit):
        command("--part", "check", "--misses", 3)
    assert "only that of --part work may be looked at" in capsys.readouterr().err


@pytest.mark.parametrize("part", ["work", "check"])
def test_the_readme_has_the_figures_of_the_results(part):
    folder = Path(mutations.__file__).parent
    results = json.loads((folder / "results" / f"mutations-{part}.json").read_text(encoding="utf-8"))
    rows = [line.replace("*", "") for line in (folder / "README.md").read_text(encoding="utf-8").splitlines()]
    assert results["rules"].keys() == PLANTED.keys()
    for rule, told in results["rules"].items():
        (row,) = [each for each in rows if each.startswith(f"| {rule} |")]
        if told["planted"]:
            assert f"| {told['planted']} | {told['share']:.2f} | {told['share_reported']:.2f} |" in row
