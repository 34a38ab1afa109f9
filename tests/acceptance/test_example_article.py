"""The example articles hold every kind of error that the checkers find, and say the same in HTML and NITF."""

from __future__ import annotations

from pathlib import Path

import pytest

import editcheck
from editcheck.host import rules

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = ("harbour-crossing.html", "harbour-crossing.nitf.xml")


@pytest.fixture(scope="module")
def reports() -> dict[str, editcheck.Report]:
    names = (*ARTICLES, "lighthouse-petition.html", "undated.txt")
    articles = (editcheck.read(EXAMPLES / name) for name in names)
    config = editcheck.load_config(EXAMPLES / "editcheck.toml")
    return dict(zip(names, editcheck.check_many(articles, config), strict=True))


def test_every_rule_that_is_on_has_something_to_say(reports: dict[str, editcheck.Report]) -> None:
    said = {found.rule for report in reports.values() for found in report.annotations}
    assert {rule.id for rule in rules() if rule.severity is not editcheck.Severity.OFF} - said == set()


def test_each_speaks_once_about_the_article(reports: dict[str, editcheck.Report]) -> None:
    said = [found.rule for found in reports[ARTICLES[0]].annotations]
    assert sorted(set(said)) == sorted(said)


def test_html_and_nitf_have_the_same_annotations(reports: dict[str, editcheck.Report]) -> None:
    html, nitf = (
        [
            (found.rule, found.severity, reports[name].article[found.span], found.fingerprint)
            for found in reports[name].annotations
        ]
        for name in ARTICLES
    )
    assert html == nitf


def test_nothing_goes_wrong(reports: dict[str, editcheck.Report]) -> None:
    assert [report.failures for report in reports.values()] == [(), (), (), ()]
    assert reports[ARTICLES[0]].verdict is editcheck.Verdict.STOP
