"""A real article three ways, and what an editor expects of it: the same annotations, at the right characters."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import editcheck
from editcheck.source import decoded

NAMES = ("dprk-troops.txt", "dprk-troops.html", "dprk-troops.nitf.xml")
SEVERITIES = ("suggestion", "warning", "error")


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    articles = shared / "articles"
    if not (articles / "dprk-troops.expected.json").is_file():
        pytest.skip(f"no articles in {articles}")
    return articles


@pytest.fixture(scope="module")
def expected(folder: Path) -> dict[str, Any]:
    wanted: dict[str, Any] = json.loads((folder / "dprk-troops.expected.json").read_text(encoding="utf-8"))
    return wanted


@cache
def report_on(path: Path, published: str) -> editcheck.Report:
    return editcheck.check(editcheck.read(path, published=published))


@pytest.fixture(params=NAMES)
def report(request: pytest.FixtureRequest, folder: Path, expected: dict[str, Any]) -> editcheck.Report:
    return report_on(folder / request.param, expected["published"])


def straight(text: str) -> str:
    """Quotation marks and apostrophes made alike: the expectations are written with either."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def places(article: editcheck.Article, quote: str, near: str | None = None) -> list[editcheck.Span]:
    """Where a quote stands in an article, in blocks that also hold `near`."""
    text, found = straight(article.text), []
    for match in re.finditer(re.escape(straight(quote)), text):
        block = article.block_at(match.start())
        if near is None or straight(near) in straight(article[block.span]):
            found.append(editcheck.Span(*match.span()))
    return found


def test_every_must_is_reported(report: editcheck.Report, expected: dict[str, Any]) -> None:
    missing = []
    for want in expected["must"]:
        spans = places(report.article, want["quote"], want["near"])
        assert spans, want
        hits = [
            found
            for found in report.annotations
            if found.rule == want["rule"] and any(found.span.overlaps(span) for span in spans)
        ]
        related = want.get("related")
        if not any(
            found.severity == want["severity"]
            and (
                related is None
                or any(
                    straight(report.article[each.span]) in straight(related)
                    or straight(related) in straight(report.article[each.span])
                    for each in found.related
                )
            )
            for found in hits
        ):
            missing.append((want["rule"], want["quote"]))
    assert missing == []


def test_no_must_not_is_reported(report: editcheck.Report, expected: dict[str, Any]) -> None:
    wrong = []
    for unwanted in expected["must_not"]:
        spans = places(report.article, unwanted["quote"])
        least = SEVERITIES.index(unwanted["severity"])
        wrong += [
            (found.rule, report.article[found.span])
            for found in report.annotations
            if found.family == unwanted["family"]
            and SEVERITIES.index(found.severity) >= least
            and any(found.span.overlaps(span) for span in spans)
        ]
    assert wrong == []


def test_the_three_ways_have_the_same_annotations(folder: Path, expected: dict[str, Any]) -> None:
    said = []
    for name in NAMES:
        report = report_on(folder / name, expected["published"])
        said.append(
            [
                (found.rule, found.severity, found.message, report.article[found.span], found.fingerprint)
                for found in report.annotations
                if found.rule != "dates/markup-mismatch"
            ]
        )
    assert said[0] == said[1] == said[2]


def test_every_annotation_slices_back_to_its_words(report: editcheck.Report) -> None:
    article = report.article
    for found in report.annotations:
        ranges = article.locate(found.span)
        assert ranges
        again = "".join(decoded(article.source.text[each.start : each.end], each.escapes) for each in ranges)
        assert " ".join(again.split()) == " ".join(article[found.span].split())
        for each in ranges:
            raw = article.source.raw[each.byte_start : each.byte_end].decode(article.source.encoding)
            assert raw == article.source.text[each.start : each.end]


def test_the_listed_facts_are_found(report: editcheck.Report, expected: dict[str, Any]) -> None:
    article, facts = report.article, editcheck.analyze(report.article)
    wanted = expected["facts"]
    for date in wanted["dates"]:
        spans = places(article, date["near"])
        assert any(
            found.text == date["text"]
            and found.value == date["value"]
            and any(found.span in span or found.span.overlaps(span) for span in spans)
            for found in facts.dates
        ), date
    for person in wanted["people"]:
        found_roles = {
            straight(role.text) for each in facts.people if each.name == person["name"] for role in each.roles
        }
        missing = [role for role in person["roles"] if not any(straight(role) in has for has in found_roles)]
        assert missing == [], person["name"]
    for quotation in wanted["quotations"]:
        starts = places(article, quotation["starts"])
        assert any(
            any(found.span.start <= span.start < found.span.end for span in starts)
            and found.source is not None
            and straight(quotation["source"]) in straight(found.source.text)
            for found in facts.quotations
        ), quotation
