"""A command from end to end, on a corpus of our own: the table, the results file, the chart."""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET

import dates
import pytest

STORY = (
    '<TimeML><DCT><TIMEX3 type="DATE" value="2015-03-04" functionInDocument="CREATION_TIME">4 March</TIMEX3></DCT>'
    '<TEXT>The council met <TIMEX3 type="DATE" value="2015-03-03">yesterday</TIMEX3>. '
    'It will meet again on <TIMEX3 type="DATE" value="2015-03-06">Friday</TIMEX3>.</TEXT></TimeML>'
)


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Runs benchmarks/dates.py with some arguments."""
    for corpus in ("timebank", "aquaint", "recognizers-text"):
        (tmp_path / "corpora" / corpus).mkdir(parents=True)
    (tmp_path / "corpora/timebank/meeting.tml").write_text(STORY, encoding="utf-8")
    cases = [{"Input": "I will be back on 5 May 2016.", "Results": [{"Start": 18, "End": 27}]}]
    (tmp_path / "corpora/recognizers-text/DateTimeModel.json").write_text(json.dumps(cases), encoding="utf-8")
    monkeypatch.setenv("EDITCHECK_SHARED", str(tmp_path))

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["dates.py", "--part", "all", *map(str, arguments)])
        dates.main()

    return run


def test_the_figures_are_printed_and_written(command, tmp_path, capsys):
    file, figure = tmp_path / "dates.json", tmp_path / "dates.svg"
    command("--json", file, "--figure", figure)
    results = json.loads(file.read_text(encoding="utf-8"))
    assert (results["fact"], results["part"]) == ("dates", "all")
    assert results["articles"] == {"TimeBank": 1, "AQUAINT": 0}
    figures = results["systems"]["editcheck"]["figures"]
    assert figures["TimeBank: value, F1"] == figures["bare weekdays: the right day"] == 100
    assert figures["Recognizers-Text cases: found"] == 100
    printed = capsys.readouterr().out
    assert all(name in printed for name in figures)
    assert ET.fromstring(figure.read_text(encoding="utf-8")).tag.endswith("svg")  # noqa: S314 - our own


def test_systems_that_were_measured_before_on_the_same_articles_stay(command, tmp_path):
    file = tmp_path / "dates.json"
    peer = {"version": "1", "failed": 0, "figures": {"TimeBank: value, F1": 12.3}}
    before = {"fact": "dates", "part": "all", "articles": {"TimeBank": 1, "AQUAINT": 0}, "systems": {"Peer": peer}}
    file.write_text(json.dumps(before), encoding="utf-8")
    command("--json", file)
    assert list(json.loads(file.read_text(encoding="utf-8"))["systems"]) == ["editcheck", "Peer"]
    file.write_text(json.dumps(before | {"articles": {"TimeBank": 2, "AQUAINT": 0}}), encoding="utf-8")
    command("--json", file)
    assert list(json.loads(file.read_text(encoding="utf-8"))["systems"]) == ["editcheck"]


def test_the_worst_articles_are_listed_with_what_went_wrong(command, tmp_path, capsys):
    wrong = STORY.replace("2015-03-06", "2015-03-13")
    (tmp_path / "corpora/timebank/meeting.tml").write_text(wrong, encoding="utf-8")
    command("--part", "work", "--worst", "5")
    printed = capsys.readouterr().out
    assert "meeting: 1" in printed
    assert "value: 'Friday' DATE 2015-03-13; found 'Friday' DATE 2015-03-06" in printed
