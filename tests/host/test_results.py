"""Rubbish is told from annotations: the good ones are kept, the others blamed on their plugin."""

from __future__ import annotations

import pytest

from editcheck import Config, Facts, Failure
from editcheck.host.checking import check_article
from editcheck.host.finder import Candidate, Origin
from editcheck.host.loading import load

GOOD = "yield RULE.annotate(editcheck.Span(4, 11), 'fine')\n"


@pytest.fixture
def outcome(article, write_plugin):
    """Return the messages and failures of a plugin whose check has this body."""

    def run(body: str) -> tuple[list[str], tuple[Failure, ...]]:
        plugin = load(Candidate("desk", Origin.FILE, write_plugin("desk", body)))
        result = check_article([plugin], article, Facts(), Config())
        return [each.message for each in result.annotations], result.failures

    return run


@pytest.mark.parametrize(
    ("rubbish", "words"),
    [
        ("yield 5", "int 5, which is no editcheck.Annotation"),
        ("yield ('desk/word', 3, 5)", "tuple ('desk/word', 3, 5), which is no"),
        (
            "yield RULE.annotate(editcheck.Span(4, 4000), 'far')",
            "at 4 to 4000, beyond the end of the text (65 characters)",
        ),
        ("yield RULE.annotate(editcheck.Span(4, 4), 'empty')", "at 4 to 4, where no words are"),
        ("yield RULE.annotate(editcheck.Span(31, 33), 'between')", "at 31 to 33, outside of every block"),
        ("yield RULE.annotate(editcheck.Span(4, 11), 'x', confidence=2)", "confidence 2, which is not between 0 and 1"),
        ("yield RULE.annotate(editcheck.Span(4, 11), 'x', confidence=float('nan'))", "which is not between 0 and 1"),
        ("yield RULE.annotate(editcheck.Span(4, 11), '')", "without a message"),
        ("yield RULE.annotate(editcheck.Span(4, 11), None)", "message is NoneType where str belongs"),
        ("yield RULE.annotate((4, 11), 'x')", "span is tuple where Span belongs"),
        ("yield RULE.annotate(editcheck.Span(4, 11), 'x', keys=[3])", "a part of keys is int where str belongs"),
        (
            "yield RULE.annotate(editcheck.Span(4, 11), 'x', related=[editcheck.Related(editcheck.Span(90, 91), 'y')])",
            "with a related place at 90 to 91, beyond the end",
        ),
        (
            "repair = editcheck.Suggestion('x', (editcheck.Edit(editcheck.Span(4, 400), ''),))\n"
            "yield RULE.annotate(editcheck.Span(4, 11), 'x', suggestions=[repair])",
            "with an edit at 4 to 400, beyond the end",
        ),
        (
            "edits = [editcheck.Edit(editcheck.Span(*each), '') for each in ((8, 11), (4, 9))]\n"
            "repair = editcheck.Suggestion('x', tuple(edits))\n"
            "yield RULE.annotate(editcheck.Span(4, 11), 'x', suggestions=[repair])",
            "with edits that overlap, at 4 to 9 and 8 to 11",
        ),
        (
            "import dataclasses\n"
            "yield dataclasses.replace(RULE.annotate(editcheck.Span(4, 11), 'x'), rule='desk/wrod')",
            "an annotation of 'desk/wrod' which is no rule of its own; did you mean 'desk/word'?",
        ),
        (
            "import dataclasses\n"
            "yield dataclasses.replace(RULE.annotate(editcheck.Span(4, 11), 'x'), rule='dates/impossible-date')",
            "an annotation of 'dates/impossible-date' which is no rule of its own",
        ),
        (
            "yield RULE.annotate(editcheck.Span(4, 11), 'x', house=editcheck.HouseEntry('acronym', 'HSBT'))",
            "for the house list 'acronym', which there is not; did you mean 'acronyms'?",
        ),
        (
            "yield RULE.annotate(editcheck.Span(4, 11), 'x', house=('acronyms', 'A'))",
            "house is tuple where HouseEntry or",
        ),
        ("yield RULE.annotate(editcheck.Span(4, 11), '\\ud800')", "message has half of a surrogate pair"),
        (
            "class Odd(str): pass\nyield RULE.annotate(editcheck.Span(4, 11), Odd('x'))",
            "message is Odd where str belongs",
        ),
    ],
)
def test_rubbish_is_named_and_the_rest_kept(outcome, rubbish, words) -> None:
    messages, failures = outcome(f"{GOOD}{rubbish}")
    assert messages == ["fine"]
    assert [(each.plugin, each.kind) for each in failures] == [("desk", "bad-result")]
    assert words in failures[0].message


@pytest.mark.parametrize("body", ["return 5", "return 'harbour'", "return {'a': 1}"])
def test_a_result_of_the_wrong_kind(outcome, body) -> None:
    messages, failures = outcome(body)
    assert messages == []
    assert [each.kind for each in failures] == ["bad-result"]


@pytest.mark.parametrize("body", ["return None", "return []", "return iter(())"])
def test_nothing_to_say_is_fine(outcome, body) -> None:
    assert outcome(body) == ([], ())


def test_what_was_found_before_an_error_is_kept(outcome) -> None:
    messages, failures = outcome(f"{GOOD}1 / 0")
    assert messages == ["fine"]
    assert [each.kind for each in failures] == ["error"]
    assert failures[0].message.startswith("editcheck_check failed: ZeroDivisionError: division by zero (desk.py, line ")
    assert failures[0].message.endswith(": 1 / 0)")


@pytest.mark.parametrize("message", ["'long ' * 1000", "'two\\nlines'", "'\\ud800'"])
def test_what_an_error_says_is_told_in_one_short_line(outcome, message) -> None:
    _, failures = outcome(f"raise LookupError({message})")
    assert len(failures[0].message) < 500
    assert "\n" not in failures[0].message
    assert failures[0].message.encode()


def test_results_without_end_are_cut_off(outcome) -> None:
    messages, failures = outcome(f"while True:\n    {GOOD}")
    assert messages == ["fine"]
    assert "more than 10000 results" in failures[0].message


def test_much_rubbish_is_told_in_few_words(outcome) -> None:
    _, failures = outcome("yield from range(100)")
    assert len(failures) == 6
    assert failures[-1].message == "editcheck_check gave 95 more results that cannot be used"


def test_annotations_are_the_same_found_twice_or_once(outcome) -> None:
    assert outcome(GOOD * 2) == (["fine"], ())
