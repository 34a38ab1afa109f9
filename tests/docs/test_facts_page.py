"""docs/facts.md has the figures of the results files, no others, and shows them for every kind of fact."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTS = ("quotations", "people", "dates", "acronyms")


def test_tables_and_charts_are_those_that_the_results_make() -> None:
    command = [sys.executable, "benchmarks/table.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), f"run benchmarks/table.py: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("fact", FACTS)
def test_every_kind_of_fact_has_its_table_and_its_chart_in_words(fact: str) -> None:
    page = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
    assert f"<!-- figures: {fact} -->" in page
    assert f"](images/{fact}.svg)" in page


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("part", ["work", "check"])
def test_results_are_figures_and_nothing_of_the_articles(fact: str, part: str) -> None:
    results = json.loads((ROOT / "benchmarks" / "results" / f"{fact}-{part}.json").read_text(encoding="utf-8"))
    assert set(results) == {"fact", "part", "articles", "systems"}
    assert "editcheck" in results["systems"]
    for system in results["systems"].values():
        assert set(system) == {"version", "failed", "figures"}
        assert all(0 <= figure <= 100 for figure in system["figures"].values())
