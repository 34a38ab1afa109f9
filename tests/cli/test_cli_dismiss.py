"""`editcheck dismiss`, and `editcheck check` with a baseline: from the command line to the files and back."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

STORY = "<article><h1>Vote</h1>\n<p>Two men of the HSBT came on 31 November.</p>\n<p>The BVKL did not.</p></article>\n"
CONFIG = '# ours\nselect = ["acronyms", "dates"]\n'
FILE = Path("editcheck-dismissals.jsonl")


@pytest.fixture
def story(write) -> str:
    write("editcheck.toml", CONFIG)
    return write("news/story.html", STORY)


@pytest.fixture
def checked(run):
    return lambda *arguments: run("check", "--published", "2024-10-20", "--format", "jsonl", "--validate", *arguments)


@pytest.fixture
def dismiss(run):
    return lambda *arguments: run("dismiss", "--published", "2024-10-20", *arguments)


@pytest.fixture
def fingerprint(checked, story: str):
    found = {each["target"]["quote"]: each["fingerprint"] for each in checked(story).reports[0]["annotations"]}
    return found.__getitem__


def test_what_is_dismissed_is_reported_no_more(dismiss, checked, story: str, fingerprint, folder, monkeypatch) -> None:
    said = ("--why", "it is\n a joke", "--by", "Mara Lind", "--date", "2024-10-25")
    ran = dismiss(fingerprint("31 November")[:7], story, *said)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("news/story.html:2:32: dismissed: There is no 31 November")
    assert json.loads(FILE.read_text(encoding="utf-8")) == {
        "article": "news/story.html",
        "rule": "dates/impossible-date",
        "fingerprint": fingerprint("31 November"),
        "message": "There is no 31 November: November has 30 days",
        "why": "it is a joke",
        "by": "Mara Lind",
        "date": "2024-10-25",
    }
    ran = checked(story)
    assert ran.code == 0
    [report] = ran.reports
    assert [each["target"]["quote"] for each in report["annotations"]] == ["HSBT", "BVKL"]
    assert report["counts"] == {"error": 0, "warning": 2, "suggestion": 0, "suppressed": 1}
    [out] = report["suppressed"]
    assert (out["how"], out["why"], out["who"], out["when"], out["line"]) == (
        *("dismissal", "it is a joke", "Mara Lind", "2024-10-25"),
        None,
    )
    monkeypatch.chdir(folder / "news")
    assert len(checked("story.html").reports[0]["suppressed"]) == 1


def test_without_an_article_those_of_the_folder_are_looked_through(dismiss, story: str, fingerprint) -> None:
    ran = dismiss(fingerprint("HSBT"), "--why", "known", "--by", "M")
    assert ran.code == 0
    record = json.loads(FILE.read_text(encoding="utf-8"))
    assert datetime.date.fromisoformat(record["date"]) >= datetime.date(2024, 1, 1)


def test_dismissing_again_changes_the_reason(dismiss, story: str, fingerprint) -> None:
    for why in ("one", "two"):
        dismiss(fingerprint("HSBT"), story, "--why", why, "--by", "M", "--date", "2024-10-25")
    assert [json.loads(line)["why"] for line in FILE.read_text(encoding="utf-8").splitlines()] == ["two"]


def test_what_was_dismissed_is_listed_and_taken_back(dismiss, checked, story: str, fingerprint) -> None:
    said = ("--why", "known in town", "--by", "Mara Lind", "--date", "2024-10-25")
    dismiss(fingerprint("HSBT"), story, *said)
    listed = dismiss("--list").out
    assert "news/story.html\n" in listed
    assert f"{fingerprint('HSBT')[:8]}  “HSBT” is never explained [acronyms/undefined]" in listed
    assert "known in town (Mara Lind, 2024-10-25)" in listed
    assert dismiss("--list", story).out == listed
    assert dismiss("--list", "other.html").out == "Nothing is dismissed.\n"
    ran = dismiss("--undo", fingerprint("HSBT")[:5])
    assert ran.out == "news/story.html: dismissed no more: “HSBT” is never explained [acronyms/undefined]\n"
    assert (FILE.read_text(encoding="utf-8"), len(checked(story).reports[0]["suppressed"])) == ("", 0)


def test_the_house_list_settles_it_for_all_articles(dismiss, checked, story: str, fingerprint) -> None:
    ran = dismiss("--house", fingerprint("HSBT"), story, "--why", "Harbor Board")
    assert (ran.code, ran.out.endswith("editcheck.toml: HSBT is now on the list acronyms (Harbor Board)\n")) == (
        0,
        True,
    )
    assert Path("editcheck.toml").read_text(encoding="utf-8") == (
        f'{CONFIG}\n[house.acronyms]\nHSBT = "Harbor Board"\n'
    )
    assert [each["target"]["quote"] for each in checked(story).reports[0]["annotations"]] == ["31 November", "BVKL"]
    assert not FILE.exists()


def test_without_a_configuration_one_is_made(dismiss, run, write) -> None:
    story = write("story.html", STORY)
    [report] = run("check", story, "--format", "jsonl", "--published", "2024-10-20").reports
    [key] = [each["fingerprint"] for each in report["annotations"] if each["target"]["quote"] == "HSBT"]
    assert dismiss(key, "--house").out == "editcheck.toml: HSBT is now on the list acronyms\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "which annotation? Give the beginning of its fingerprint"),
        (("abc", "STORY"), "--why: say in a few words why this is no fault"),
        (("abc", "STORY", "--why", " "), "--why: say in a few words"),
        (("abc", "STORY", "--why", "x", "--date", "25.10."), "--date: '25.10.' is no day; write it as 2024-10-24"),
        (("--house", "--undo", "abc"), "--house, --list and --undo exclude one another"),
        (("xyz", "STORY", "--why", "x"), "editcheck: no annotation of the article has the fingerprint 'xyz'"),
        (("xyz", "none.html", "--why", "x"), "no annotation of the 0 articles that were checked has"),
        (("abc", "-", "--why", "x"), "editcheck: standard input has no name to be known by again"),
        (("--undo", "abc"), "no dismissal has the fingerprint 'abc'; `editcheck dismiss --list` shows all"),
    ],
)
def test_mistakes_are_told(dismiss, story: str, arguments: tuple[str, ...], problem: str) -> None:
    ran = dismiss(*(story if each == "STORY" else each for each in arguments))
    assert ran.code == 2
    assert problem in ran.err
    assert not FILE.exists()


def test_a_fingerprint_that_means_several_is_refused(dismiss, write, story: str, fingerprint) -> None:
    write("news/other.html", STORY)
    ran = dismiss(fingerprint("HSBT"), "news", "--why", "x")
    assert ran.code == 2
    assert "may mean 2 annotations" in ran.err
    assert "news/other.html" in ran.err


def test_not_every_rule_has_a_list(dismiss, story: str, fingerprint) -> None:
    ran = dismiss("--house", fingerprint("31 November"), story)
    assert ran.code == 2
    assert "no house list settles dates/impossible-date; dismiss it without --house" in ran.err


def test_where_the_configuration_wants_no_dismissals_none_are_made(dismiss, write, story: str, fingerprint) -> None:
    key = fingerprint("HSBT")
    write("editcheck.toml", 'dismissals = ""\n')
    ran = dismiss(key, story, "--why", "x")
    assert (ran.code, "there are no dismissals" in ran.err) == (2, True)


def test_a_broken_file_is_told_in_one_line(checked, write, story: str) -> None:
    write(FILE.name, "{}\n")
    ran = checked(story)
    assert ran.code == 2
    [line] = ran.complaints
    assert line.startswith(
        f"editcheck: {FILE.absolute()}:1: lacks article and rule and fingerprint; `editcheck dismiss`"
    )


def test_an_archive_starts_clean(checked, write, story: str) -> None:
    ran = checked("news", "--baseline", "known.jsonl", "--write-baseline")
    assert ran.code == 0
    assert ran.err == "known.jsonl: written; 3 annotations in it from the articles that were checked\n"
    assert checked("news", "--baseline", "known.jsonl").code == 0
    write(story, STORY.replace("BVKL did not", "BVKL met on 31 June"))
    ran = checked("news", "--baseline", "known.jsonl")
    assert ran.code == 1
    assert [each["target"]["quote"] for each in ran.reports[0]["annotations"]] == ["31 June"]
    assert [each["how"] for each in ran.reports[0]["suppressed"]] == ["baseline"] * 3


def test_a_baseline_may_stand_in_the_configuration(checked, write, story: str) -> None:
    write("editcheck.toml", f'baseline = "desk/known.jsonl"\n{CONFIG}')
    Path("desk").mkdir()
    assert checked("news", "--write-baseline").code == 0
    assert checked("news").reports[0]["annotations"] == []
    assert '"article": "../news/story.html"' in Path("desk/known.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--baseline", "none.jsonl"), "none.jsonl: there is no such baseline; --write-baseline writes it"),
        (("--write-baseline",), "--write-baseline: say where with --baseline FILE"),
        (("--baseline", ".", "--write-baseline"), ".: is a folder; give a file for the baseline"),
        (("--baseline", "news/story.html", "--write-baseline"), "news/story.html:1: is no JSON"),
        (("--baseline", "none/known.jsonl", "--write-baseline"), "none/known.jsonl: cannot be written: No such file"),
    ],
)
def test_mistakes_with_baselines_are_told(checked, story: str, arguments: tuple[str, ...], problem: str) -> None:
    ran = checked(story, *arguments)
    assert ran.code == 2
    assert problem in ran.err
    assert Path(story).read_text(encoding="utf-8") == STORY


def test_the_terminal_tells_what_is_not_reported(run, dismiss, story: str, fingerprint) -> None:
    dismiss(fingerprint("HSBT"), story, "--why", "known", "--by", "M")
    out = run("check", story, "--published", "2024-10-20").out
    last = "STOP 1 error, 1 warning (1 dismissed). Publication is stopped by dates/impossible-date."
    assert last in " ".join(out.split())
    assert f"acronyms/undefined  news/story.html:3:8  {fingerprint('BVKL')[:8]}\n" in out


def test_what_is_put_out_is_not_repaired_either(run, write) -> None:
    said = f"<!-- editcheck: ignore dates a joke -->{STORY}".replace("<h1>Vote</h1>\n", "")
    story = write("story.html", said)
    assert run("fix", story, "--unsafe", "--select", "dates", "--published", "2024-10-20").code == 0
    assert Path(story).read_text(encoding="utf-8") == said


def test_rules_of_ones_own_are_put_out_alike(check, dismiss, write, plugin) -> None:
    story = write("story.html", "<p>A stopword.</p><!-- editcheck: ignore house/lookword known --><p>A lookword.</p>")
    [report] = check(story).reports
    assert [each["annotation"]["rule"] for each in report["suppressed"]] == ["house/lookword"]
    [left] = report["annotations"]
    assert dismiss(left["fingerprint"][:6], story, "-p", plugin, "--why", "quoted", "--by", "M").code == 0
    assert check(story).reports[0]["counts"]["suppressed"] == 2
