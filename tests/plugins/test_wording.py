"""The four checkers speak with one voice: whoever reads two messages must not hear two authors."""

from __future__ import annotations

from pathlib import Path

import pytest

import editcheck
from editcheck.host import rules

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
OPENING = "“\"'"


def begins_well(text: str) -> bool:
    """Whether a text begins with a capital, a figure or quoted words."""
    return text[0].isupper() or text[0].isdigit() or text[0] in OPENING


@pytest.fixture(scope="module")
def annotations() -> list[editcheck.Annotation]:
    names = ("harbour-crossing.html", "undated.txt")
    reports = editcheck.check_many(editcheck.read(EXAMPLES / name) for name in names)
    return [found for report in reports for found in report.annotations]


def test_messages_are_a_sentence_without_a_full_stop(annotations: list[editcheck.Annotation]) -> None:
    wrong = [each.message for each in annotations if not begins_well(each.message) or each.message.endswith(".")]
    assert wrong == []


def test_repairs_begin_with_a_capital_verb(annotations: list[editcheck.Annotation]) -> None:
    told = [suggestion.message for each in annotations for suggestion in each.suggestions]
    assert told
    assert [message for message in told if not message[0].isupper() or message.endswith(".")] == []


def test_related_places_are_told_in_a_few_words(annotations: list[editcheck.Annotation]) -> None:
    told = [related.message for each in annotations for related in each.related]
    assert told
    assert [message for message in told if message.endswith(".")] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_is_told_in_one_line_and_explained_in_sentences(rule: editcheck.Rule) -> None:
    assert begins_well(rule.summary)
    assert not rule.summary.endswith(".")
    assert "\n" not in rule.summary
    for sentences in (rule.explanation, rule.help):
        assert begins_well(sentences)
        assert sentences.rstrip(")").endswith(".")
