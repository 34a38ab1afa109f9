"""One article through the plugins: each is called by itself, its results are looked at, the good ones kept in order."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from editcheck.annotation import Annotation, Severity
from editcheck.article import Article, BlockKind
from editcheck.host.fingerprints import with_fingerprints
from editcheck.host.guard import told
from editcheck.host.policy import Policy, policy_for
from editcheck.host.results import problem_with
from editcheck.report import Failure

if TYPE_CHECKING:
    from editcheck.config import Config
    from editcheck.facts.model import Facts
    from editcheck.host.loading import Plugin

__all__ = ["Outcome", "check_article"]

_Value = TypeVar("_Value")

#: Results that one plugin may give on one article: a generator without end must not eat the memory.
_MOST_RESULTS = 10_000
#: Bad results of one plugin that are told one by one.
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the plugins said of one article, and what went wrong with them."""

    annotations: tuple[Annotation, ...] = ()
    failures: tuple[Failure, ...] = ()


def _unwatched(plugin: str, hook: str) -> None:
    """Nobody needs to know which plugin is entered."""


def check_article(
    plugins: Sequence[Plugin],
    article: Article,
    facts: Facts,
    config: Config,
    entering: Callable[[str, str], None] = _unwatched,
) -> Outcome:
    """Let every plugin look at an article. `entering` is told plugin and hook before each call."""
    policy = policy_for(article, (rule for plugin in plugins for rule in plugin.rules), config)
    checking = _Checking(article, facts, policy, entering)
    for plugin in plugins:
        checking.check(plugin)
    checking.keep(checking.annotations)
    for plugin in plugins:
        checking.revise(plugin)
    return Outcome(tuple(checking.annotations), tuple(checking.failures))


@dataclass
class _Checking:
    """The state of one article's way through the plugins."""

    article: Article
    facts: Facts
    policy: Policy
    entering: Callable[[str, str], None]
    annotations: list[Annotation] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    def check(self, plugin: Plugin) -> None:
        """Add what a plugin finds, with the severities of the settings."""
        hook = "editcheck_check"
        if hook not in plugin.hooks:
            return
        article, facts = self._material(plugin)
        options = _own(plugin, self.policy.options_for(plugin.rules))
        given = self._call(plugin, hook, article=article, facts=facts, options=options)
        found = self._good(plugin, hook, given or [], [rule.id for rule in plugin.rules])
        self.annotations += (replace(each, severity=self.policy.severities[each.rule]) for each in found)

    def revise(self, plugin: Plugin) -> None:
        """Let a plugin have the last word; where it fails, or gives what cannot be used, everything stays as it was."""
        hook = "editcheck_annotations"
        if hook not in plugin.hooks:
            return
        failed = len(self.failures)
        article, _ = self._material(plugin)
        given = self._call(plugin, hook, article=article, annotations=_own(plugin, tuple(self.annotations)))
        if given is not None:
            good = self._good(plugin, hook, given, self.policy.severities)
            if len(self.failures) == failed:
                self.keep(good)

    def _material(self, plugin: Plugin) -> tuple[Article, Facts]:
        """Return article and facts for a plugin; a stranger's are copies, as it may change what others rely on."""
        if plugin.candidate.ours:
            return self.article, self.facts
        article, facts = pickle.loads(self._packed)  # noqa: S301 - our own, packed here
        return article, facts

    @cached_property
    def _packed(self) -> bytes:
        return pickle.dumps((self.article, self.facts), pickle.HIGHEST_PROTOCOL)

    def _call(self, plugin: Plugin, hook: str, **arguments: object) -> list[object] | None:
        """Call a hook and return what it gives, up to where it fails; None where it gives None."""
        given: list[object] = []
        self.entering(plugin.name, hook)
        try:
            result = plugin.call(hook, **arguments)
            if result is None:
                return None
            for item in _items(result):
                given.append(item)
                if len(given) > _MOST_RESULTS:
                    raise OverflowError(f"it gave more than {_MOST_RESULTS} results")
        except KeyboardInterrupt:
            raise  # somebody wants to end it all
        except BaseException as error:  # sys.exit and asyncio's CancelledError are no `Exception`
            self.failures.append(Failure(plugin.name, "error", f"{hook} failed: {told(error, plugin.home)}"))
        return given

    def _good(self, plugin: Plugin, hook: str, given: list[object], rules: Collection[str]) -> list[Annotation]:
        """Return the annotations that can be shown, and blame the plugin for the others."""
        good, problems = [], []
        for item in given:
            problem = problem_with(item, self.article, rules)
            if problem is not None:
                problems.append(f"{hook} gave {problem}")
            elif isinstance(item, Annotation):
                good.append(item)
        told_once = list(dict.fromkeys(problems))
        if len(told_once) > _MOST_TOLD:
            told_once[_MOST_TOLD:] = [f"{hook} gave {len(told_once) - _MOST_TOLD} more results that cannot be used"]
        self.failures.extend(Failure(plugin.name, "bad-result", problem) for problem in told_once)
        return good

    def keep(self, annotations: Iterable[Annotation]) -> None:
        """Put annotations in order, without those of rules that are off, each with its fingerprint."""
        kept = _without_off(annotations, self.policy)
        self.annotations = with_fingerprints(_in_order(kept, self.article), self.article)


def _own(plugin: Plugin, value: _Value) -> _Value:
    """Return a value for a plugin: a stranger's is a copy."""
    if plugin.candidate.ours:
        return value
    copied: _Value = pickle.loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))  # noqa: S301 - our own, packed here
    return copied


def _items(result: object) -> Iterable[object]:
    return result if isinstance(result, Iterable) and not isinstance(result, (str, bytes)) else (result,)


def _without_off(annotations: Iterable[Annotation], policy: Policy) -> Iterator[Annotation]:
    for each in annotations:
        if Severity.OFF not in (each.severity, policy.severities[each.rule]):
            yield each


def _in_order(annotations: Iterable[Annotation], article: Article) -> list[Annotation]:
    """Put annotations into the one order there is: headline first, then as the text goes, the gravest first.

    Equal ones are kept once.
    """

    def key(each: Annotation) -> tuple[object, ...]:
        beside_headline = article.block_at(each.span).kind is not BlockKind.HEADLINE
        place = (beside_headline, each.span.start, each.span.end, -each.severity.rank)
        return (*place, each.rule, each.message, each.keys, repr(each))

    return sorted(dict.fromkeys(annotations), key=key)
