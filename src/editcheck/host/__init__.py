"""The host: articles in, reports out. Plugins are found, loaded and called so that none can spoil another's work.

Finding, loading and calling are in `finder`, `loading` and `checking`; here they are put together. What came with
editcheck runs in this process; as soon as a stranger's plugin is active, all run in the worker (`supervisor`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import tee
from typing import TYPE_CHECKING, Protocol

from editcheck.article import Notice
from editcheck.config import Config, ConfigError
from editcheck.config.rule_settings import Catalogue, problems_with
from editcheck.facts import Facts, attempt_many
from editcheck.host.checking import Outcome, check_article
from editcheck.host.finder import Selection, absolute, classify, edited, find
from editcheck.host.guard import told
from editcheck.host.loading import PluginInfo, Roster, load_all
from editcheck.host.policy import policy_for
from editcheck.host.supervisor import Strikes, Supervisor
from editcheck.report import Failure, Report
from editcheck.suppressions.applying import suppressions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.annotation import Rule
    from editcheck.article import Article
    from editcheck.config import PluginSettings
    from editcheck.formats.base import Format
    from editcheck.host.finder import Candidate
    from editcheck.suppressions.applying import Suppressions

__all__ = ["PluginState", "catalogue", "check", "check_many", "failures", "formats", "plugins", "rules"]


def check(article: Article, config: Config | None = None) -> Report:
    """Return the report on an article. Raises `ConfigError` where the configuration cannot be used."""
    return next(check_many([article], config))


def check_many(articles: Iterable[Article], config: Config | None = None) -> Iterator[Report]:
    """Yield the report on each article, in order; the articles share batches of the parser.

    A plugin that takes the worker down is tried again with the next article, three times at most.
    """
    config = config or Config()
    engine = _engine(config.plugins)
    known = catalogue(config)
    for problem in problems_with(config, known):
        raise ConfigError(str(problem))
    suppressions = suppressions_of(config, known)
    strikes = Strikes()
    to_analyze, to_check = tee(articles)
    for facts, article in zip(attempt_many(to_analyze, config), to_check, strict=True):
        if isinstance(facts, Exception):
            failure = Failure("editcheck", "error", f"the article could not be analysed: {told(facts, ())}")
            yield _report(article, Facts(), Outcome((), (failure,)), engine.failures, config, suppressions)
        else:
            outcome = engine.check(article, facts, config, strikes)
            yield _report(article, facts, outcome, engine.failures, config, suppressions)


def formats(config: Config | None = None) -> tuple[Format, ...]:
    """Return all input formats, those that plugins add before those that come with editcheck. Raises `PluginError`."""
    from editcheck.formats.registry import BUILT_IN
    from editcheck.host.extensions import added_formats

    return (*added_formats(config or Config()), *BUILT_IN)


@dataclass(frozen=True, slots=True)
class PluginState:
    """A plugin as `editcheck plugins` shows it: `info` is None where it is switched off or cannot be used."""

    candidate: Candidate
    info: PluginInfo | None = None
    problem: str | None = None


def plugins(config: Config | None = None) -> tuple[PluginState, ...]:
    """Return every plugin that is installed or named, those that are switched off and those that fail included."""
    settings = (config or Config()).plugins
    engine = _engine(settings)
    loaded = {info.candidate: info for info in engine.plugins}
    problems = {failure.plugin: failure.message for failure in engine.failures}
    states = []
    for candidate in find(settings):
        info = loaded.get(candidate)
        states.append(PluginState(candidate, info, None if info else problems.get(candidate.name)))
    return tuple(states)


def rules(config: Config | None = None) -> tuple[Rule, ...]:
    """Return the rules of all plugins that are active, in the order of their ids."""
    engine = _engine((config or Config()).plugins)
    return tuple(sorted((rule for info in engine.plugins for rule in info.rules), key=lambda rule: rule.id))


def catalogue(config: Config) -> Catalogue:
    """Return the rules that a configuration can speak of."""
    return Catalogue(rules(config), complete=not (_selection(config.plugins).disabled or failures(config)))


def failures(config: Config | None = None) -> tuple[Failure, ...]:
    """Return why plugins that should be active cannot be used: what every report will say."""
    return _engine((config or Config()).plugins).failures


class _Engine(Protocol):
    """What takes articles through the plugins, here or in the worker."""

    @property
    def plugins(self) -> tuple[PluginInfo, ...]: ...

    @property
    def failures(self) -> tuple[Failure, ...]: ...

    def check(self, article: Article, facts: Facts, config: Config, strikes: Strikes) -> Outcome: ...


@dataclass(frozen=True)
class _InProcess:
    """Takes articles through plugins that came with editcheck, in this process."""

    roster: Roster

    @property
    def plugins(self) -> tuple[PluginInfo, ...]:
        return tuple(plugin.info for plugin in self.roster.plugins)

    @property
    def failures(self) -> tuple[Failure, ...]:
        return self.roster.failures

    def check(self, article: Article, facts: Facts, config: Config, strikes: Strikes) -> Outcome:
        return check_article(self.roster.plugins, article, facts, config)


def _selection(settings: PluginSettings) -> Selection:
    return _selected(*_key(settings))


def _engine(settings: PluginSettings) -> _Engine:
    return _engines(*_key(settings))


def _key(settings: PluginSettings) -> tuple[PluginSettings, tuple[int, ...]]:
    """Return what an engine is remembered by: a file from another folder, or one that was edited, is another plugin."""
    files = tuple(absolute(entry) for entry in settings.files)
    return replace(settings, files=files), tuple(edited(entry) for entry in files)


@lru_cache(maxsize=16)
def _selected(settings: PluginSettings, edits: tuple[int, ...]) -> Selection:
    return classify(find(settings), settings)


#: Few at a time: each may keep a worker, which ends when its engine is forgotten.
@lru_cache(maxsize=4)
def _engines(settings: PluginSettings, edits: tuple[int, ...]) -> _Engine:
    selection = _selected(settings, edits)
    if selection.strangers:
        return Supervisor(selection.active, settings.time_limit)
    return _InProcess(load_all(selection.active))


if hasattr(os, "register_at_fork"):
    # A forked process must not talk to its parent's worker.
    os.register_at_fork(after_in_child=_engines.cache_clear)


def _report(
    article: Article,
    facts: Facts,
    outcome: Outcome,
    unloaded: Iterable[Failure],
    config: Config,
    suppressions: Suppressions,
) -> Report:
    failures = (*unloaded, *outcome.failures)
    ran = None if failures else policy_for(article, suppressions.catalogue.rules, config).severities
    applied = suppressions.apply(article, outcome.annotations, ran)
    return Report(
        article=article,
        annotations=applied.annotations,
        failures=failures,
        notices=(*_notices(article, facts), *applied.notices),
        gate=config.gate,
        suppressed=applied.suppressed,
    )


def _notices(article: Article, facts: Facts) -> Iterator[Notice]:
    yield from dict.fromkeys((*article.notices, *facts.notices))
    if article.day is None:
        yield Notice("no-publication-date", "nothing says when this is published, so dates are held against no day")
