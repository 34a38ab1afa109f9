"""The measure of the body benchmark, and its promise: not below readability-lxml alone."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bodies() -> ModuleType:
    path = ROOT / "benchmarks" / "bodies.py"
    spec = importlib.util.spec_from_file_location("bodies", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bodies"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("one two three four five", "one two three four five", 1.0, 1.0),
        ("one two three four five", "One two three four five", 0.5, 0.5),
        ("one two three four", "one, two; three (four) five", 0.5, 1.0),
        ("one two three four five", "one two three four", 1.0, 0.5),
        ("one two three four", "", 0.0, 0.0),
        ("one two", "one two", 1.0, 1.0),
        ("a b c d a b c d", "a b c d", 1.0, 0.2),
        ("", "", 1.0, 1.0),
    ],
)
def test_a_page_is_scored_by_its_runs_of_four_words(
    bodies: ModuleType, true: str, found: str, precision: float, recall: float
):
    scored = bodies.score("page", true, found)
    assert (scored.precision, scored.recall) == (precision, recall)


def test_the_mean_is_over_pages_and_f1_of_the_means(bodies: ModuleType):
    scores = [
        bodies.score("a", "one two three four", "one two three four"),
        bodies.score("b", "one two three four", ""),
    ]
    precision, recall, f1 = bodies.summary(scores)
    assert (precision, recall) == (1.0, 0.5)
    assert f1 == pytest.approx(2 / 3)


@pytest.mark.slow
def test_bodies_agree_with_the_truth_better_than_readability_alone(bodies: ModuleType, shared: Path):
    folder = shared / "pages"
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = sorted(folder.glob("*.html"))
    ours, _ = bodies.run(bodies.EXTRACTORS["editcheck"], pages, truth)
    alone, _ = bodies.run(bodies.EXTRACTORS["readability-lxml"], pages, truth)
    assert bodies.summary(ours)[2] > bodies.summary(alone)[2]
