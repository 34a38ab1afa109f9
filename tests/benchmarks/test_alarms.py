"""The table of alarms, and the samples for somebody to judge, on articles and verdicts of our own."""

from __future__ import annotations

import sys

import alarms
import pytest

from editcheck import Annotation, Article, Failure, Related, Report, Severity, Span


def annotation(rule: str, severity: Severity, start: int = 0, end: int = 4, related=()) -> Annotation:
    return Annotation(rule=rule, message=f"{rule} speaks", span=Span(start, end), severity=severity, related=related)


def report(text: str, *annotations: Annotation) -> Report:
    return Report(Article.from_text(text, uri="ours/one"), annotations)


@pytest.fixture
def reports():
    return [
        report("It snowed.", annotation("a/one", Severity.ERROR), annotation("a/two", Severity.SUGGESTION)),
        report("It rained.", annotation("a/two", Severity.SUGGESTION)),
        report("It froze."),
        report("It thawed.", annotation("a/three", Severity.WARNING)),
    ]


def test_an_article_is_quiet_without_errors_and_warnings(reports):
    counts = alarms.counted(reports)
    assert (counts.articles, counts.quiet) == (4, 2)
    assert counts.by_rule[Severity.SUGGESTION, "a/two"] == 2
    assert counts.per_article(counts.of(Severity.ERROR)) == 0.25


def test_goals_tell_whether_they_are_kept(reports, capsys):
    alarms.print_table(alarms.counted(reports))
    goals = [line for line in capsys.readouterr().out.splitlines() if "at most" in line or "at least" in line]
    assert [line.endswith(": kept") for line in goals] == [False, True, True, True]


def test_a_failed_checker_is_no_silence():
    failed = Report(Article.from_text("It snowed.", uri="ours/one"), (), (Failure("ours", "error", "it broke"),))
    with pytest.raises(SystemExit, match="it broke"):
        alarms.counted([failed])


def test_a_sample_is_the_same_for_the_same_seed(reports):
    rules = [[each.rule for _, each in alarms.drawn(reports, 2, seed)] for seed in (1, 1, 2, 3, 4)]
    assert rules[0] == rules[1]
    assert len({tuple(each) for each in rules}) > 1
    assert len(alarms.drawn(reports, 100, 1)) == 4


def test_a_judged_sheet_is_counted(capsys):
    text = "It snowed in Alton.\n\nNobody came."
    first = annotation("a/one", Severity.ERROR, 3, 9, (Related(Span(13, 18), "the place"),))
    sheet = alarms.as_sheet([(report(text).article, each) for each in (first, annotation("a/two", Severity.WARNING))])
    assert "It [[snowed]] in Alton. ¶  ¶ Nobody came." in sheet
    assert "* the place: It snowed in [[Alton]]." in sheet
    judged = sheet.replace("verdict:", "verdict: right", 1)
    with pytest.raises(ValueError, match="entry 2, a/two"):
        list(alarms.verdicts(judged))
    judged = judged.replace("verdict:\ncause:", "verdict: wrong\ncause: snow", 1)
    assert list(alarms.verdicts(judged)) == [("a/one", "right", ""), ("a/two", "wrong", "snow")]
    alarms.print_verdicts(alarms.verdicts(judged))
    told = capsys.readouterr().out
    assert "| a/one | 1 | 0 |" in told
    assert "| all | 1 | 1 |" in told
    assert "| a/two | snow | 1 |" in told


def test_no_sample_of_the_held_out_part_is_written(monkeypatch, capsys, tmp_path):
    given = ["alarms.py", "--part", "check", "--sample", "3", "--output", str(tmp_path / "sheet.md")]
    monkeypatch.setattr(sys, "argv", given)
    with pytest.raises(SystemExit):
        alarms.main()
    assert "only that of --part work may be looked at" in capsys.readouterr().err
    assert not (tmp_path / "sheet.md").exists()
