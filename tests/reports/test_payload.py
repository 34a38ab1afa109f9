"""The report as JSON: it keeps to its schema, which documents all of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

from editcheck.annotation import Severity
from editcheck.report import Report
from editcheck.reports.base import Surface
from editcheck.reports.encoding import to_json
from editcheck.reports.payload import report_payload
from editcheck.reports.report_json import RENDERER as JSON
from editcheck.reports.report_jsonl import RENDERER as JSONL
from report_samples import harbour_article, harbour_report

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def schema(name: str) -> dict[str, object]:
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def test_a_report_keeps_to_the_schema() -> None:
    jsonschema.validate(report_payload(harbour_report()), schema("report"))


def test_a_report_on_an_article_that_says_nothing_keeps_to_the_schema() -> None:
    article = replace(harbour_article(), published=None, title=None, language=None, uri=None)
    payload = report_payload(Report(article, ()))
    jsonschema.validate(payload, schema("report"))
    assert payload["verdict"] == "pass"
    assert payload["article"]["published"] is None


def test_the_article_is_known_by_its_bytes() -> None:
    article = harbour_article()
    told = report_payload(Report(article, ()))["article"]
    assert told["bytes"] == len(article.source.raw)
    assert told["sha256"] == hashlib.sha256(article.text.encode()).hexdigest()
    assert told["scope"] == {"xpath": None, "part": None, "length": len(article.text)}


@pytest.mark.parametrize(
    ("published", "told"),
    [(date(2016, 10, 14), "2016-10-14"), (datetime(2016, 10, 14, 9, 30, tzinfo=UTC), "2016-10-14T09:30:00+00:00")],
)
def test_the_day_of_publication_keeps_its_zone(published: date, told: str) -> None:
    payload = report_payload(Report(replace(harbour_article(), published=published), ()))
    assert payload["article"]["published"] == told


def test_counts_gate_and_verdict() -> None:
    payload = report_payload(harbour_report())
    assert payload["counts"] == {"error": 1, "warning": 1, "suggestion": 1, "suppressed": 1}
    assert (payload["gate"], payload["verdict"]) == ("error", "stop")
    assert report_payload(replace(harbour_report(), gate=Severity.OFF))["verdict"] == "incomplete"


def test_every_annotation_says_what_where_and_how_to_mend_it() -> None:
    weekday, _, name = report_payload(harbour_report())["annotations"]
    assert weekday["category"] == "dates"
    assert weekday["target"]["quote"] == "Tuesday, 12 October 2016"
    assert [each["safe"] for each in weekday["suggestions"]] == [False, True]
    [edit] = weekday["suggestions"][0]["edits"]
    assert (edit["replaces"], edit["text"]) == ("Tuesday", "Wednesday")
    assert [each["text"] for each in edit["source"]] == ["Wednesday"]
    assert name["related"][0]["message"] == "introduced here"
    assert name["related"][0]["target"]["quote"] == "Anna Weiß"
    assert name["confidence"] == 0.9


def test_json_is_an_array_however_many_reports_there_are() -> None:
    report = harbour_report()
    for number in range(3):
        text = "".join(JSON.render([report] * number, Surface()))
        assert json.loads(text) == [json.loads(to_json(report_payload(report)))] * number
        jsonschema.validate(json.loads(text), schema("report"))


def test_json_lines_has_one_report_a_line_whatever_stands_in_it() -> None:
    report = replace(harbour_report(), article=replace(harbour_article(), title="One\u2028two\u0085three\nfour"))
    text = "".join(JSONL.render([report, report], Surface()))
    assert len(text.splitlines()) == 2
    assert json.loads(text.splitlines()[0])["article"]["title"] == "One\u2028two\u0085three\nfour"


def test_reports_stream() -> None:
    def endless():
        while True:
            yield harbour_report()

    for renderer in (JSON, JSONL):
        chunks = renderer.render(endless(), Surface())
        assert "dates/weekday-mismatch" in next(chunks)


def test_what_no_encoding_has_is_escaped() -> None:
    assert to_json("a\ud800b") == '"a\\ud800b"'
    assert to_json("Weiß 🚢") == '"Weiß 🚢"'


def test_the_same_report_gives_the_same_bytes() -> None:
    for renderer in (JSON, JSONL):
        assert list(renderer.render([harbour_report()], Surface())) == list(
            renderer.render([harbour_report()], Surface(40, colour=True))
        )


@pytest.mark.parametrize("name", ["report", "facts"])
def test_a_schema_allows_and_documents_exactly_what_there_is(name: str) -> None:
    document = schema(name)
    jsonschema.Draft202012Validator.check_schema(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["$id"].startswith(f"urn:editcheck:schemas:{name}:")
    for title, definition in document["$defs"].items():
        assert definition.get("description"), title
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, title
            assert sorted(definition["required"]) == sorted(definition["properties"]), title
            for key, each in definition["properties"].items():
                assert each.get("description") or document["$defs"][each["$ref"].rpartition("/")[2]], f"{title}.{key}"
