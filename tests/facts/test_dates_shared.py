"""Dates on real data, where it is there: floors that were measured, and one article that a copy editor has read."""

from __future__ import annotations

import json

import pytest

import editcheck
from editcheck import Article
from editcheck.facts import analyze_many

#: The share of the time expressions of the Recognizers-Text specification of which some words are found, and the most
#: texts without a time in which one is found. Measured: 84.0%, 9 of 67.
FOUND, FALSE = 0.83, 10


@pytest.mark.slow
def test_recognizers_text(shared):
    file = shared / "corpora" / "recognizers-text" / "DateTimeModel.json"
    if not file.exists():
        pytest.skip(f"no {file}")
    cases = json.loads(file.read_text(encoding="utf-8-sig"))
    found, false = [], 0
    for case, facts in zip(cases, analyze_many(_article(case) for case in cases), strict=True):
        false += not case["Results"] and bool(facts.dates)
        for result in case["Results"]:
            if "Start" in result:
                spans = (each.span for each in facts.dates)
                found.append(any(each.start <= result["End"] and result["Start"] < each.end for each in spans))
    assert len(found) > 1000
    assert sum(found) / len(found) >= FOUND
    assert false <= FALSE


def _article(case):
    told_on = (case.get("Context") or {}).get("ReferenceDateTime", "2016-11-07")[:10]
    return Article.from_text(case["Input"], published=told_on)


@pytest.fixture(scope="module")
def deployment(shared):
    folder = shared / "articles"
    if not (folder / "dprk-troops.txt").exists():
        pytest.skip(f"no article in {folder}")
    expected = json.loads((folder / "dprk-troops.expected.json").read_text(encoding="utf-8"))
    text = (folder / "dprk-troops.txt").read_text(encoding="utf-8")
    article = Article.from_text(text, published=expected["published"])
    return article, editcheck.analyze(article), expected


def test_the_dates_that_an_editor_expects_are_found(deployment):
    article, facts, expected = deployment
    for wanted in expected["facts"]["dates"]:
        place = article.text.index(wanted["near"])
        start = place + wanted["near"].index(wanted["text"])
        found = {each.span.start: each for each in facts.dates}[start]
        assert (found.text, found.value) == (wanted["text"], wanted["value"])
