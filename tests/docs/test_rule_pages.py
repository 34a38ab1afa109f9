"""docs/rules says of every rule what `editcheck explain` says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from editcheck.host import rules

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"


def pages() -> dict[str, str]:
    spec = importlib.util.spec_from_file_location("rule_pages", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: dict[str, str] = module.pages()
    return made


def test_the_pages_are_those_of_the_rules() -> None:
    made = pages()
    there = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md")}
    assert there.keys() == made.keys(), "python docs/rules/make.py writes the pages anew"
    differ = sorted(name for name in made if made[name] != there[name])
    assert differ == [], "python docs/rules/make.py writes the pages anew"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_rule_has_examples_of_both_kinds_and_says_when_it_is_in_the_way(rule) -> None:
    assert len(rule.good) >= 2
    assert len(rule.bad) >= 2
    assert rule.explanation
    assert rule.help
    assert rule.when_off
