"""RuleTester says what differs, in words that an author can act on."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import editcheck
from editcheck.annotation import Edit, Suggestion
from editcheck.host.guard import PluginError
from editcheck.testing import Expected, Invalid, RuleTester, check_examples, examples

CLEARLY = editcheck.Rule(
    id="house/clearly",
    summary="'clearly' says that the writer is not sure",
    explanation="What is clear needs no word to say so.",
    severity=editcheck.Severity.SUGGESTION,
    help="leave it out",
    good=(editcheck.Example("He said so."),),
    bad=(editcheck.Example("[[Clearly]], he said so."),),
)


def check(article):
    start = article.text.lower().find("clearly")
    if start >= 0:
        span = editcheck.Span(start, start + 7)
        drop = Suggestion("leave it out", (Edit(editcheck.Span(start, start + 9), ""),))
        yield CLEARLY.annotate(span, f"{article[span]!r} says nothing", suggestions=[drop])


def plugin(rules=(CLEARLY,), check=check):
    def editcheck_rules():
        return list(rules)

    def editcheck_check(article):
        return check(article)

    return SimpleNamespace(
        editcheck_rules=editcheck.hookimpl(editcheck_rules), editcheck_check=editcheck.hookimpl(editcheck_check)
    )


@pytest.fixture
def tester() -> RuleTester:
    return RuleTester(plugin())


def test_passes_when_the_rule_does_what_is_marked(tester) -> None:
    tester.run(CLEARLY, valid=["He said so."], invalid=["[[Clearly]], he said so.", "He was, [[clearly]], glad."])


def test_the_words_must_be_the_same_overlap_is_not_enough(tester) -> None:
    with pytest.raises(AssertionError) as caught:
        tester.run("house/clearly", invalid=["[[Clearly, he]] said so."])
    assert "expected: '[[Clearly, he]] said so.'" in str(caught.value)
    assert "found:    '[[Clearly]], he said so.'" in str(caught.value)
    assert "'Clearly' says nothing" in str(caught.value)


def test_a_valid_text_must_stay_silent(tester) -> None:
    with pytest.raises(AssertionError, match="valid text 1: the rule must be silent"):
        tester.run(CLEARLY, valid=["Clearly, he said so."])


def test_an_invalid_text_must_be_reported(tester) -> None:
    with pytest.raises(AssertionError, match="nothing is reported"):
        tester.run(CLEARLY, invalid=["[[Obviously]], he said so."])


def test_a_text_without_marks_is_no_invalid_text(tester) -> None:
    with pytest.raises(AssertionError, match="marks no words"):
        tester.run(CLEARLY, invalid=["Clearly, he said so."])


def test_expectations_go_beyond_the_place(tester) -> None:
    text = "[[Clearly]], he said so."
    good = Expected(
        message="says nothing", severity=editcheck.Severity.SUGGESTION, related=(), repaired=("he said so.",)
    )
    tester.run(CLEARLY, invalid=[Invalid(text, (good,))])
    for wrong in (
        Expected(message="another"),
        Expected(severity=editcheck.Severity.ERROR),
        Expected(related=("he",)),
        Expected(repaired=("He said so.",)),
    ):
        with pytest.raises(AssertionError, match="differs on 'Clearly'"):
            tester.run(CLEARLY, invalid=[Invalid(text, (wrong,))])


def test_places_can_be_marked_in_html(tester) -> None:
    html = "<p>Caf&eacute; owners, <b>[[cle</b>arly]], said so.</p>"
    tester.run(CLEARLY, invalid=[editcheck.Example(html, html=True)])


def test_a_plugin_that_raises_is_shown_with_its_line() -> None:
    def broken(article):
        raise LookupError("no such word")

    with pytest.raises(AssertionError, match=r"LookupError: no such word \(test_rule_tester.py, line \d+: raise"):
        RuleTester(plugin(check=broken)).run(CLEARLY, valid=["He said so."])


def test_examples_are_cases_with_names() -> None:
    assert [str(case) for case in examples(plugin())] == ["house/clearly-good-1", "house/clearly-bad-1"]
    check_examples(plugin())


def test_check_examples_tells_of_every_example_that_fails() -> None:
    with pytest.raises(AssertionError) as caught:
        check_examples(plugin(check=lambda article: [CLEARLY.annotate(editcheck.Span(0, 2), "always")]))
    assert "good example 1: the rule must be silent" in str(caught.value)
    assert "bad example 1: other words are marked" in str(caught.value)


def test_a_rule_without_examples_makes_no_plugin() -> None:
    from dataclasses import replace

    with pytest.raises(PluginError, match="rule 'house/clearly' has no bad"):
        RuleTester(plugin(rules=[replace(CLEARLY, bad=())]))


@pytest.mark.parametrize("samples", [{"valid": "He said so."}, {"invalid": "[[Clearly]]."}])
def test_a_text_alone_is_no_list_of_texts(tester, samples) -> None:
    with pytest.raises(TypeError, match="valid is a list of texts; put "):
        tester.run("house/clearly", **samples)


@pytest.mark.parametrize(
    ("text", "words"),
    [("[[Clearly", "without ]]"), ("Clearly]]", "without [["), ("[[]]Clearly", "nothing stands between")],
)
def test_odd_marks_are_refused(tester, text, words) -> None:
    with pytest.raises(ValueError, match=words.replace("[", r"\[")):
        tester.run("house/clearly", invalid=[text])


def test_options_are_held_to_what_the_rule_declares(tester) -> None:
    with pytest.raises(editcheck.ConfigError, match="rule 'house/clearly' has no option 'words'"):
        tester.run("house/clearly", valid=[editcheck.Example("He said so.", options=(("words", 3),))])


def test_an_unknown_rule_has_no_examples_to_check(tester) -> None:
    with pytest.raises(KeyError, match="did you mean 'house/clearly'"):
        check_examples(plugin(), "house/cleraly")
    with pytest.raises(KeyError, match="did you mean 'house/clearly'"):
        tester.run("house/cleraly")
