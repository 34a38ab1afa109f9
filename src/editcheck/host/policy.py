"""What the settings make of the rules: which run on an article, how much each matters, with what options."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from editcheck.annotation import OptionValue, Rule, Severity
from editcheck.config.profiles import NEWS, profiles
from editcheck.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editcheck.article import Article
    from editcheck.config import Config, PathOverride, RuleSetting

__all__ = ["Policy", "policy_for", "profile_of"]


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules' settings for one article: severity and the options that are set, by rule id."""

    severities: Mapping[str, Severity]
    values: Mapping[str, Mapping[str, OptionValue]]
    config: Config

    def options_for(self, rules: Iterable[Rule]) -> Options:
        """Return what a plugin with these rules may ask."""
        ids = [rule.id for rule in rules]
        off = frozenset(name for name in ids if self.severities[name] is Severity.OFF)
        values = {name: self.values[name] for name in ids if name in self.values}
        return Options(values, off, self.config.house, self.config.authority)


def policy_for(article: Article, rules: Iterable[Rule], config: Config) -> Policy:
    """Work out what the settings say for an article, the overrides for its path included."""
    here = [each for each in config.paths if _concerns(each, article)]
    profile = _profile(here, article, config)
    kind = (profiles().get(profile, {}), config.profiles.get(profile, {}))
    layers = [config.rules, *kind, *(each.rules for each in here)]
    select = next((each.select for each in reversed(here) if each.select), config.select)
    ignore = (*config.ignore, *(name for each in here for name in each.ignore))
    severities, values = {}, {}
    for rule in rules:
        severities[rule.id] = _severity(rule, layers, select, ignore)
        if options := {name: value for layer in layers for name, value in _options(rule, layer)}:
            values[rule.id] = options
    return Policy(severities, values, config)


def profile_of(article: Article, config: Config) -> str:
    """Return the kind of an article: as its path has it, as the configuration has all, as it says itself, or news."""
    return _profile([each for each in config.paths if _concerns(each, article)], article, config)


def _profile(here: Sequence[PathOverride], article: Article, config: Config) -> str:
    by_path = next((each.profile for each in reversed(here) if each.profile), None)
    return by_path or config.profile or article.genre or NEWS


def _severity(
    rule: Rule, layers: Iterable[Mapping[str, RuleSetting]], select: Sequence[str], ignore: Sequence[str]
) -> Severity:
    """Return how much a rule matters: the last layer that says so, within it the rule's own entry before its family's.

    A rule that is off unless wanted is wanted, as a suggestion, where `select` names it by its id.
    """
    if (select and not _named(rule, select)) or _named(rule, ignore):
        return Severity.OFF
    chosen = None
    for layer in layers:
        chosen = next((each.severity for each in _entries(rule, layer) if each.severity is not None), chosen)
    if chosen is None and rule.severity is Severity.OFF and rule.id in select:
        return Severity.SUGGESTION
    return chosen or rule.severity


def _entries(rule: Rule, layer: Mapping[str, RuleSetting]) -> Iterator[RuleSetting]:
    family = _family(rule)
    return (layer[name] for name in (rule.id, f"{family}/*", family) if name in layer)


def _options(rule: Rule, layer: Mapping[str, RuleSetting]) -> Iterable[tuple[str, OptionValue]]:
    setting = layer.get(rule.id)
    return setting.options.items() if setting is not None else ()


def _named(rule: Rule, names: Iterable[str]) -> bool:
    family = _family(rule)
    return any(name in (rule.id, family, f"{family}/*") for name in names)


def _family(rule: Rule) -> str:
    return rule.id.partition("/")[0]


def _concerns(override: PathOverride, article: Article) -> bool:
    pattern = _pattern(override.glob.replace("\\", "/"))
    names = (article.uri, article.source.name, _below(override.folder, article.source.name))
    return any(pattern.fullmatch(name.replace("\\", "/")) for name in names if name)


def _below(folder: str, name: str) -> str | None:
    """Return the way from a folder down to a file, wherever the command was started; None if it is not below."""
    root, path = os.path.join(folder, ""), os.path.abspath(name)  # noqa: PTH100, PTH118 (links stay as they are named)
    return path.removeprefix(root) if folder and path.startswith(root) else None


@cache
def _pattern(glob: str) -> re.Pattern[str]:
    """Return a glob as an expression: `*` stays within a folder, `**` does not; it may begin at any folder."""
    parts = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    body = "".join(parts.get(each) or re.escape(each) for each in re.split(r"(\*\*/|\*\*|\*|\?)", glob) if each)
    return re.compile(f"(?:.*/)?{body}", re.DOTALL)
