"""Dismissals and baselines: the files, what articles are called in them, and what they put out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

import editcheck
from editcheck import Article, Config, ConfigError, Report
from editcheck.suppressions.baselines import Baseline
from editcheck.suppressions.dismissing import AmbiguousError, find_annotation, find_record
from editcheck.suppressions.naming import name_of, named
from editcheck.suppressions.records import (
    Record,
    baseline_text,
    dismissals_text,
    read_baseline,
    read_dismissals,
)

TEXT = "Two men of the HSBT came.\n\nThe BVKL and the HSBT are at odds, and met on 31 November."
CONFIG = Config(select=("acronyms", "dates"))
RECORD = Record("news/a.txt", "dates/missing-year", "a1b2", "No “year”", "the reader knows", "Mara Lind", "2024-10-25")


def report(config: Config, text: str = TEXT, uri: str = "a.txt") -> Report:
    return editcheck.check(Article.from_text(text, published="2024-10-24", uri=uri), config)


def dismissed(folder: Path, *records: Record) -> Config:
    path = folder / "no.jsonl"
    path.write_text(dismissals_text(records), encoding="utf-8")
    return replace(CONFIG, dismissals=str(path))


def record_of(checked: Report, words: str, name: str) -> Record:
    each = next(each for each in checked.annotations if checked.article[each.span] == words)
    return Record(name, each.rule, each.fingerprint, each.message, "the reader knows", "Mara Lind", "2024-10-25")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# The files


def test_what_is_written_is_read_again_one_line_each_sorted(folder: Path) -> None:
    other = replace(RECORD, article="news/A.txt", message="a\u2028b \ud800", why="")
    text = dismissals_text([RECORD, other, RECORD])
    assert text.splitlines()[0].startswith('{"article": "news/A.txt", "rule": "dates/missing-year", "fingerprint": ')
    assert len(text.splitlines()) == 2
    (folder / "no.jsonl").write_text(text, encoding="utf-8")
    assert read_dismissals("no.jsonl").all == (other, RECORD)
    (folder / "known.jsonl").write_text(baseline_text([RECORD]), encoding="utf-8")
    assert read_baseline("known.jsonl").all == (RECORD,)


def test_a_file_that_is_not_there_dismisses_nothing_but_is_no_baseline() -> None:
    assert read_dismissals("none.jsonl").all == ()
    with pytest.raises(ConfigError, match=r"^none.jsonl: there is no such baseline; --write-baseline writes it$"):
        read_baseline("none.jsonl")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is no JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1)); mend"),
        ("[1]", "is no object of JSON ({...}); mend this line or take it out"),
        ("[" * 100_000, "is nested too deeply; take this line out"),
        ("<<<<<<< ours", "a merge has left its marks here; keep the lines of both sides, without the marks"),
        ('{"article": "a", "rule": "r/s"}', "lacks fingerprint; `editcheck dismiss` writes what is needed"),
        ('{"article": "a", "wy": "x"}', "there is no such entry as 'wy'; did you mean 'why'?"),
        ('{"article": 3}', "article must be text in quotation marks"),
        ('{"article": "a", "rule": "r/s", "fingerprint": "f", "date": "25.10."}', "date is '25.10.', which is no day"),
        ('{"editcheck": "baseline", "version": 1}', "this is a baseline and no file of dismissals"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(folder: Path, line: str, problem: str) -> None:
    (folder / "no.jsonl").write_text(f"{dismissals_text([RECORD])}\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        report(replace(CONFIG, dismissals="no.jsonl"))
    assert str(caught.value).startswith(f"no.jsonl:3: {problem}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "k.jsonl:1: is no baseline of editcheck; --write-baseline writes one"),
        (dismissals_text([RECORD]), "k.jsonl:1: is no baseline of editcheck; --write-baseline writes one"),
        (
            '\n{"editcheck": "baseline", "version": 7}\n',
            "k.jsonl:2: is a baseline of version 7, and this editcheck reads version 1; delete it and write it anew "
            "with --write-baseline",
        ),
    ],
)
def test_what_is_no_baseline_of_ours_is_refused(folder: Path, text: str, problem: str) -> None:
    (folder / "k.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        report(replace(CONFIG, baseline="k.jsonl"))
    assert str(caught.value) == problem


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / "no.jsonl").write_bytes(b"{\xff}")
    with pytest.raises(ConfigError, match=r"^no.jsonl: is not UTF-8 \(byte 1\)$"):
        read_dismissals("no.jsonl")
    with pytest.raises(ConfigError, match=r"^\.: cannot be read: Is a directory$"):
        read_dismissals(".")


# What articles are called


@pytest.mark.parametrize("uri", ["urn:newsml:x:1", "https://example.org/a/../b", "<stdin>"])
def test_an_address_is_the_name(uri: str) -> None:
    assert name_of(Article.from_text("x", uri=uri), "/srv") == uri


def test_a_path_is_named_from_the_folder_of_the_file_wherever_one_is(folder: Path, monkeypatch) -> None:
    (folder / "news").mkdir()
    for path in ("news/a.html", "./news/a.html", str(folder / "news" / "a.html"), "news/../news/a.html"):
        assert named(path, str(folder)) == "news/a.html"
    monkeypatch.chdir(folder / "news")
    assert named("a.html", str(folder)) == "news/a.html"
    assert named("a.html", str(folder / "desk")) == "../news/a.html"


def test_articles_of_one_file_keep_what_tells_them_apart(folder: Path) -> None:
    (folder / "all.xml").write_text(
        "<newsMessage><itemSet>"
        + "".join(
            f'<newsItem guid="urn:x:{n}"><contentSet><inlineData>Words.</inlineData></contentSet></newsItem>'
            for n in (1, 2)
        )
        + "</itemSet></newsMessage>",
        encoding="utf-8",
    )
    articles = editcheck.read_all(folder / "all.xml")
    assert [name_of(each, str(folder)) for each in articles] == ["all.xml#urn:x:1", "all.xml#urn:x:2"]


# What they put out


def test_what_was_dismissed_is_told_with_who_when_and_why(folder: Path) -> None:
    config = dismissed(folder, record_of(report(CONFIG), "HSBT", "a.txt"))
    checked = report(config)
    assert [checked.article[each.span] for each in checked.annotations] == ["BVKL", "31 November"]
    [out] = checked.suppressed
    assert (out.how, out.why, out.who, out.when) == ("dismissal", "the reader knows", "Mara Lind", "2024-10-25")
    assert checked.notices == ()


def test_it_holds_for_its_own_article_only(folder: Path) -> None:
    config = dismissed(folder, record_of(report(CONFIG), "HSBT", "a.txt"))
    assert len(report(config, uri="b.txt").suppressed) == 0


def test_it_outlives_edits_elsewhere_and_ends_with_its_facts(folder: Path) -> None:
    config = dismissed(folder, record_of(report(CONFIG), "31 November", "a.txt"))
    assert len(report(config, f"It rained.\n\n{TEXT}\n\nIt rained again.").suppressed) == 1
    changed = report(config, TEXT.replace("31 November", "31 June"))
    assert changed.suppressed == ()
    [notice] = changed.notices
    assert notice.code == "unused-dismissal"
    assert "`editcheck dismiss --undo " in notice.message


def test_a_dismissal_is_idle_only_where_its_rule_was_tried(folder: Path) -> None:
    config = dismissed(folder, record_of(report(CONFIG), "31 November", "a.txt"))
    assert report(replace(config, select=("acronyms",)), "It rained.").notices == ()


def test_of_two_the_source_has_the_first_word(folder: Path) -> None:
    html = b"<!-- editcheck: ignore acronyms --><p>The HSBT met.</p>"
    article = editcheck.read(html, format="html", published="2024-10-24", uri="a.txt")
    [found] = editcheck.check(article, CONFIG).suppressed
    config = dismissed(folder, Record("a.txt", found.annotation.rule, found.annotation.fingerprint, why="x"))
    checked = editcheck.check(article, config)
    assert ([each.how for each in checked.suppressed], checked.notices) == (["inline"], ())


def test_a_file_that_was_changed_is_read_again(folder: Path) -> None:
    config = dismissed(folder, record_of(report(CONFIG), "HSBT", "a.txt"))
    assert len(report(config).suppressed) == 1
    dismissed(folder)
    os.utime(folder / "no.jsonl", ns=(1, 1))
    assert len(report(config).suppressed) == 0


def test_a_baseline_knows_what_was_there_and_tells_what_is_gone(folder: Path) -> None:
    growing = Baseline.at("known.jsonl")
    accepted = growing.take(report(CONFIG))
    assert (accepted.annotations, len(accepted.suppressed), accepted.verdict) == ((), 3, "pass")
    (folder / "known.jsonl").write_text(growing.text(), encoding="utf-8")
    config = replace(CONFIG, baseline="known.jsonl")
    assert report(config).annotations == ()
    changed = report(config, TEXT.replace("BVKL", "NVKL"))
    assert [changed.article[each.span] for each in changed.annotations] == ["NVKL"]
    assert [each.message for each in changed.notices] == [
        "1 entry of the baseline is found no more here (acronyms/undefined); --write-baseline takes out what is gone"
    ]


def test_writing_a_baseline_again_leaves_other_articles_alone(folder: Path) -> None:
    first = Baseline.at("known.jsonl")
    first.take(report(CONFIG))
    first.take(report(CONFIG, uri="b.txt"))
    (folder / "known.jsonl").write_text(first.text(), encoding="utf-8")
    again = Baseline.at("known.jsonl")
    again.take(report(CONFIG, "It rained."))
    (folder / "known.jsonl").write_text(again.text(), encoding="utf-8")
    assert {each.article for each in read_baseline("known.jsonl").all} == {"b.txt"}


# Which one is meant


def test_the_beginning_of_a_fingerprint_does_where_it_means_one() -> None:
    checked = report(CONFIG)
    for each in checked.annotations:
        assert find_annotation(each.fingerprint[:6].upper(), [checked]).annotation == each
    with pytest.raises(AmbiguousError, match="no annotation of the article has the fingerprint 'xyz'; a report"):
        find_annotation("xyz", [checked])
    with pytest.raises(AmbiguousError, match=r"may mean 2 annotations .*; give more of the fingerprint, and the art"):
        find_annotation(checked.annotations[0].fingerprint, [checked, checked])


def test_one_that_is_put_out_can_still_be_meant(folder: Path) -> None:
    before = report(CONFIG)
    checked = report(dismissed(folder, record_of(before, "HSBT", "a.txt")))
    assert find_annotation(before.annotations[0].fingerprint, [checked]).annotation == before.annotations[0]


def test_a_dismissal_is_found_by_its_beginning_and_its_article() -> None:
    other = replace(RECORD, article="news/b.txt")
    assert find_record("A1", [RECORD, other], ["news/b.txt"]) == other
    with pytest.raises(AmbiguousError, match=r"'a1' may mean 2 annotations \(a1b2 in news/a.txt, a1b2 in news/b.txt\)"):
        find_record("a1", [RECORD, other], [])
    with pytest.raises(AmbiguousError, match=r"no dismissal of c\.txt has the fingerprint 'a1'; `editcheck dismiss"):
        find_record("a1", [RECORD], ["c.txt"])
