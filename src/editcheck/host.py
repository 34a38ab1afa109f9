"""The host: articles in, reports out. It finds and loads the plugins, and isolates them from one another.

Finding, loading and calling are in `finder`, `loading` and `checking`; here they are put together.
"""

from __future__ import annotations

from functools import cache
from itertools import tee
from typing import TYPE_CHECKING

from editcheck.article import Article, Notice
from editcheck.checking import Outcome, check_article
from editcheck.config import Config, PluginSettings
from editcheck.facts import analyze_many
from editcheck.finder import Candidate, Selection, classify, find
from editcheck.loading import Roster, load_all
from editcheck.report import Failure, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.annotation import Rule
    from editcheck.facts.model import Facts

__all__ = ["check", "check_many", "rules"]


def check(article: Article, config: Config | None = None) -> Report:
    """Return the report on an article. Raises `ConfigError` where the configuration cannot be used."""
    return next(check_many([article], config))


def check_many(articles: Iterable[Article], config: Config | None = None) -> Iterator[Report]:
    """Yield the report on each article, in order; the articles share batches of the parser."""
    config = config or Config()
    roster = _roster(config.plugins)
    to_analyze, to_check = tee(articles)
    for facts, article in zip(analyze_many(to_analyze, config), to_check, strict=True):
        outcome = check_article(roster.plugins, article, facts, config)
        yield _report(article, facts, outcome, roster.failures, config)


def rules(config: Config | None = None) -> tuple[Rule, ...]:
    """Return the rules of all plugins that are active, in the order of their ids."""
    roster = _roster((config or Config()).plugins)
    return tuple(sorted((rule for plugin in roster.plugins for rule in plugin.rules), key=lambda rule: rule.id))


@cache
def _roster(settings: PluginSettings) -> Roster:
    selection = classify(find(settings), settings)
    roster = load_all(selection.active)
    return Roster(roster.plugins, (*_doubled(selection), *roster.failures))


def _doubled(selection: Selection) -> Iterator[Failure]:
    for candidate in selection.doubles:
        yield Failure(candidate.name, "error", f"not loaded: {_whence(candidate)} has the name of another plugin")


def _whence(candidate: Candidate) -> str:
    source = f"of {candidate.distribution}" if candidate.distribution else f"({candidate.origin} {candidate.target})"
    return f"the plugin {source}"


def _report(article: Article, facts: Facts, outcome: Outcome, unloaded: Iterable[Failure], config: Config) -> Report:
    return Report(
        article=article,
        annotations=outcome.annotations,
        failures=(*unloaded, *outcome.failures),
        notices=tuple(_notices(article, facts)),
        gate=config.gate,
    )


def _notices(article: Article, facts: Facts) -> Iterator[Notice]:
    yield from dict.fromkeys((*article.notices, *facts.notices))
    if article.day is None:
        yield Notice("no-publication-date", "nothing says when this is published, so dates are held against no day")
