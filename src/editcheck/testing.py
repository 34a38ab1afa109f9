"""For plugin authors: try a rule on texts in which the words that it must report are marked.

    tester = RuleTester(my_plugin)
    tester.run("house/weasel", valid=["He said so."], invalid=["[[Clearly]], he said so."])

A rule's own examples run in the same way, one test for each:

    @pytest.mark.parametrize("case", examples(my_plugin), ids=str)
    def test_example(case):
        case.run()
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from editcheck.annotation import Annotation, Example, Rule, Severity, Suggestion
from editcheck.config import Config, ConfigError, RuleSetting
from editcheck.config.rule_settings import Catalogue, problems_with
from editcheck.facts import analyze
from editcheck.host.checking import Outcome, check_article
from editcheck.host.finder import Candidate, Origin
from editcheck.host.loading import plugin_of
from editcheck.marked import read_example, with_marks
from editcheck.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Article, Span

__all__ = ["ExampleCase", "Expected", "Invalid", "RuleTester", "check_examples", "examples"]


@dataclass(frozen=True, slots=True)
class Expected:
    """What an annotation must have besides its place; None where it does not matter.

    `message` is a part of the message. `related` are the words of the related places, in order. `repaired` is the
    block as each of the suggestions makes it.
    """

    message: str | None = None
    severity: Severity | None = None
    related: tuple[str, ...] | None = None
    repaired: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Invalid:
    """A text with marked words, and what is expected of the annotation on each of them, in the order of the text."""

    example: str | Example
    expected: tuple[Expected, ...]


Sample: TypeAlias = str | Example


class RuleTester:
    """Runs the rules of one plugin, a module or an object with hooks. Raises `PluginError` where that is none."""

    def __init__(self, plugin: object) -> None:
        name = getattr(plugin, "__name__", type(plugin).__name__)
        self.plugin = plugin_of(plugin, Candidate(name, Origin.MODULE, name))

    def rule(self, id: str) -> Rule:
        """Return a rule of the plugin. Raises `KeyError` where it has none of this id."""
        for rule in self.plugin.rules:
            if rule.id == id:
                return rule
        raise KeyError(f"{self.plugin.name} has no rule {id!r}{did_you_mean(id, [r.id for r in self.plugin.rules])}")

    def run(self, rule: str | Rule, *, valid: Sequence[Sample] = (), invalid: Sequence[Sample | Invalid] = ()) -> None:
        """Assert that a rule is silent on valid texts and reports exactly the marked words of invalid ones.

        Other rules of the plugin may speak. Texts are as in `Example.text`; those that are HTML, have another day of
        publication or set options are given as an `Example`. Raises `AssertionError` with the text, as it was marked
        and as it was reported, `KeyError` for an unknown rule, `ConfigError` for options that the rule does not have,
        `ValueError` for odd marks and `TypeError` for a text that stands in no list.
        """
        __tracebackhide__ = True  # pytest then shows the author's line, not ours
        for name, samples in (("valid", valid), ("invalid", invalid)):
            if isinstance(samples, str):
                raise TypeError(f"{name} is a list of texts; put {samples!r} into one")
        declared = self.rule(rule.id if isinstance(rule, Rule) else rule)
        for number, sample in enumerate(valid, 1):
            self._run(declared, sample, (), f"valid text {number}")
        for number, each in enumerate(invalid, 1):
            case = each if isinstance(each, Invalid) else Invalid(each, ())
            self._run(declared, case.example, case.expected, f"invalid text {number}", must_mark=True)

    def _run(
        self, rule: Rule, sample: Sample, expected: Sequence[Expected], title: str, *, must_mark: bool = False
    ) -> None:
        __tracebackhide__ = True
        example = sample if isinstance(sample, Example) else Example(sample)
        article, marked = read_example(example)
        if must_mark != bool(marked):
            raise AssertionError(
                f"{title} marks {'no' if must_mark else 'some'} words with [[ and ]]: {example.text!r}"
            )
        outcome = self._outcome(rule, example, article)
        found = [each for each in outcome.annotations if each.rule == rule.id]
        check = _Check(rule, title, example, article, marked, outcome)
        check.places(found)
        check.details(found, expected)

    def _outcome(self, rule: Rule, example: Example, article: Article) -> Outcome:
        severity = Severity.WARNING if rule.severity is Severity.OFF else rule.severity
        config = Config(rules={rule.id: RuleSetting(severity, dict(example.options))})
        with _authority_file(example) as files:
            config = replace(config, authority=files)
            for problem in problems_with(config, Catalogue(self.plugin.rules)):
                raise ConfigError(str(problem))
            return check_article([self.plugin], article, analyze(article, config), config)


@contextmanager
def _authority_file(example: Example) -> Iterator[tuple[str, ...]]:
    """Write an example's authority file for as long as it is needed."""
    if not example.authority:
        yield ()
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "example.json")
        path.write_text(example.authority, encoding="utf-8")
        yield (str(path),)


@dataclass(frozen=True)
class _Check:
    """What was expected of one text, for comparing it with what was found and for saying how they differ."""

    rule: Rule
    title: str
    example: Example
    article: Article
    marked: tuple[Span, ...]
    outcome: Outcome

    def places(self, found: Sequence[Annotation]) -> None:
        """Assert that exactly the marked words are reported, and that nothing failed."""
        __tracebackhide__ = True
        spans = sorted(each.span for each in found)
        if self.outcome.failures or spans != list(self.marked):
            raise AssertionError("\n".join(self._difference(found)))

    def details(self, found: Sequence[Annotation], expected: Sequence[Expected]) -> None:
        """Assert what is expected of each annotation besides its place."""
        __tracebackhide__ = True
        if expected and len(expected) != len(found):
            raise AssertionError(
                f"{self.rule.id}, {self.title}: {len(found)} marked words, {len(expected)} expectations"
            )
        in_order = sorted(found, key=lambda each: each.span)
        for annotation, wanted in zip(in_order, expected, strict=False):
            for what, given, asked in self._compared(annotation, wanted):
                raise AssertionError(
                    f"{self.rule.id}, {self.title}: {what} differs on {self.article[annotation.span]!r}\n"
                    f"  expected: {asked!r}\n  found:    {given!r}"
                )

    def _compared(self, annotation: Annotation, wanted: Expected) -> Iterator[tuple[str, object, object]]:
        if wanted.message is not None and wanted.message not in annotation.message:
            yield "the message", annotation.message, wanted.message
        if wanted.severity not in (None, annotation.severity):
            yield "the severity", annotation.severity.value, wanted.severity
        related = tuple(self.article[each.span] for each in annotation.related)
        if wanted.related not in (None, related):
            yield "the related places", related, wanted.related
        repaired = tuple(_repaired(self.article, annotation, each) for each in annotation.suggestions)
        if wanted.repaired not in (None, repaired):
            yield "the repair", repaired, wanted.repaired

    def _difference(self, found: Sequence[Annotation]) -> Iterator[str]:
        yield f"{self.rule.id}, {self.title}: {self._verdict(found)}"
        text = self.article.text
        yield f"  expected: {with_marks(text, self.marked)!r}"
        yield f"  found:    {with_marks(text, [each.span for each in found])!r}"
        yield from (f"    {text[each.span.start : each.span.end]!r}: {each.message}" for each in found)
        for each in self.outcome.annotations:
            if each.rule != self.rule.id:
                yield f"  also:     {each.rule} on {self.article[each.span]!r}"
        yield from (f"  failure:  {each.message}" for each in self.outcome.failures)
        if self.example.note:
            yield f"  note:     {self.example.note}"

    def _verdict(self, found: Sequence[Annotation]) -> str:
        if self.outcome.failures:
            return "the plugin failed"
        if not self.marked:
            return "the rule must be silent"
        return "other words are marked" if found else "nothing is reported"


def _repaired(article: Article, annotation: Annotation, suggestion: Suggestion) -> str:
    block = article.block_at(annotation.span).span
    text = article[block]
    for edit in sorted(suggestion.edits, key=lambda each: each.span, reverse=True):
        start, end = edit.span.start - block.start, edit.span.end - block.start
        text = f"{text[:start]}{edit.text}{text[end:]}"
    return text


@dataclass(frozen=True)
class ExampleCase:
    """One example of a rule, good or bad, as a test. Its string is a name for the test."""

    tester: RuleTester = field(repr=False)
    rule: Rule = field(repr=False)
    example: Example
    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.rule.id}-{self.kind}-{self.number}"

    def run(self) -> None:
        """Assert that the rule is silent on a good example, and reports exactly the marked words of a bad one."""
        __tracebackhide__ = True
        title = f"{self.kind} example {self.number}"
        self.tester._run(self.rule, self.example, (), title, must_mark=self.kind == "bad")


def examples(plugin: object) -> tuple[ExampleCase, ...]:
    """Return every example of every rule of a plugin, for `pytest.mark.parametrize`. Raises `PluginError`."""
    tester = RuleTester(plugin)
    return tuple(
        ExampleCase(tester, rule, example, kind, number)
        for rule in tester.plugin.rules
        for kind, group in (("good", rule.good), ("bad", rule.bad))
        for number, example in enumerate(group, 1)
    )


def check_examples(plugin: object, rule: str | None = None) -> None:
    """Run all examples of a plugin, or those of one rule.

    Raises `AssertionError` that tells of each that fails, `KeyError` for an unknown rule.
    """
    wanted = None if rule is None else RuleTester(plugin).rule(rule).id
    problems = []
    for case in examples(plugin):
        if wanted in (None, case.rule.id):
            try:
                case.run()
            except AssertionError as error:
                problems.append(str(error))
    if problems:
        raise AssertionError("\n\n".join(problems))
