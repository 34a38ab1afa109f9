"""Whether settings fit the rules there are: names of rules, names and values of options.

Problems come with the way to the setting, so that a file's line can be named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.near import choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editcheck.annotation import Option, OptionValue, Rule
    from editcheck.config import Config, PathOverride, RuleSetting
    from editcheck.config.toml_lines import KeyPath

__all__ = ["Catalogue", "Problem", "problems_with"]

_BARE_KEY = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a setting: the keys that lead to it, and what."""

    path: KeyPath
    message: str

    def __str__(self) -> str:
        keys = (each for each in self.path if isinstance(each, str))
        dotted = ".".join(each if _BARE_KEY.fullmatch(each) else f'"{each}"' for each in keys)
        return f"{dotted}: {self.message}" if dotted else self.message


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The rules there are. Not `complete` where plugins are switched off or fail: then unknown names may be theirs."""

    rules: tuple[Rule, ...]
    complete: bool = True

    def rule(self, id: str) -> Rule | None:
        """Return a rule by its id, or None."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def problem_with_name(self, name: str) -> str | None:
        """Return what is wrong with the name of a rule or a family, or None."""
        ids = {rule.id for rule in self.rules}
        families = {id.partition("/")[0] for id in ids}
        family = name.partition("/")[0]
        if name in ids or (family in families and name in (family, f"{family}/*")):
            return None
        if family not in families and not self.complete:
            return None
        hint = did_you_mean(name, ids | families) or "; `editcheck rules` lists them all"
        return f"there is no rule {name!r}{hint}"


def problems_with(config: Config, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what does not fit in a configuration."""
    yield from _with_choice(config, (), catalogue)
    yield from _with_rules(config.rules, ("rules",), catalogue)
    for override in config.paths:
        yield from _with_choice(override, ("paths", override.glob), catalogue)
        yield from _with_rules(override.rules, ("paths", override.glob, "rules"), catalogue)
    for name, rules in config.profiles.items():
        yield from _with_rules(rules, ("profiles", name), catalogue)
    yield from _with_profiles(config)
    yield from _with_authority(config.authority)


def _with_profiles(config: Config) -> Iterator[Problem]:
    """Yield names of profiles that there are not."""
    from editcheck.config.profiles import profiles

    known = {**profiles(), **config.profiles}
    named = [
        (("profile",), config.profile),
        *((("paths", each.glob, "profile"), each.profile) for each in config.paths),
    ]
    for path, name in named:
        if name is not None and name not in known:
            yield Problem(path, f"there is no profile {name!r}{choices(name, known)}")


def _with_authority(paths: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with authority files; each is read, and kept for those that ask."""
    if not paths:
        return
    from editcheck.authority import AuthorityError, authority_at

    for index, path in enumerate(paths):
        try:
            authority_at(path)
        except AuthorityError as error:
            yield Problem(("authority", index), str(error))


def _with_choice(chosen: Config | PathOverride, path: KeyPath, catalogue: Catalogue) -> Iterator[Problem]:
    for key, names in (("select", chosen.select), ("ignore", chosen.ignore)):
        for index, name in enumerate(names):
            yield from _named((*path, key, index), catalogue.problem_with_name(name))


def _named(path: KeyPath, problem: str | None) -> Iterator[Problem]:
    if problem is not None:
        yield Problem(path, problem)


def _with_rules(rules: Mapping[str, RuleSetting], path: KeyPath, catalogue: Catalogue) -> Iterator[Problem]:
    for name, setting in rules.items():
        rule = catalogue.rule(name)
        if rule is not None:
            yield from _with_options(rule, setting.options, (*path, name))
        else:
            yield from _named((*path, name), catalogue.problem_with_name(name))
            if catalogue.problem_with_name(f"{name}/*") is None and setting.options:
                yield Problem((*path, name), "options belong to one rule, not to a family")


def _with_options(rule: Rule, values: Mapping[str, OptionValue], path: KeyPath) -> Iterator[Problem]:
    options = {option.name: option for option in rule.options}
    for name, value in values.items():
        if name not in options:
            known = {*options, "severity"}
            yield Problem((*path, name), f"rule {rule.id!r} has no option {name!r}{choices(name, known)}")
        else:
            yield from _named((*path, name), _problem_with_value(options[name], value))


def _problem_with_value(option: Option, value: object) -> str | None:
    kind, wanted = _KINDS[type(option.default)]
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        return f"{option.name} must be {wanted}, not {value!r}"
    if isinstance(value, tuple) and not all(isinstance(each, str) for each in value):
        return f"{option.name} must be {wanted}"
    if option.minimum is not None and isinstance(value, (int, float)) and value < option.minimum:
        return f"{option.name} must be at least {option.minimum:g}, not {value!r}"
    return None


_KINDS: Mapping[type, tuple[type | tuple[type, ...], str]] = {
    bool: (bool, "true or false"),
    int: (int, "a whole number"),
    float: ((int, float), "a number"),
    str: (str, "a text"),
    tuple: (tuple, "a list of texts"),
}
