"""The configuration of a run: the file's, and what the options of the command change about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.config import Config

__all__ = ["Chosen", "configured"]


class Chosen(TypedDict, total=False):
    """What options may choose: those of `options.config_option`, `plugin_options` and `rule_options`."""

    config: str | None
    plugins: tuple[str, ...]
    no_plugins: tuple[str, ...]
    no_strangers: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    gate: str | None
    profile: str | None


def configured(chosen: Chosen) -> Config:
    """Return the configuration that a file and the options make. Raises `ConfigError` and `UsageError`."""
    from editcheck.annotation import Severity
    from editcheck.config.reading import load_config

    strangers = not chosen.get("no_strangers", False)
    base = load_config(chosen.get("config"), plugins=_from_here(chosen.get("plugins", ())), strangers=strangers)
    left_out = chosen.get("no_plugins", ())
    _refuse_unknown_plugins(left_out, base)
    config = replace(base, plugins=replace(base.plugins, disabled=(*base.plugins.disabled, *left_out)))
    select = _listed("--select", chosen.get("select", ()))
    ignore = _listed("--ignore", chosen.get("ignore", ()))
    _refuse_unknown("--select", select, config)
    _refuse_unknown("--ignore", ignore, config)
    gate = chosen.get("gate")
    config = replace(config, profile=_profile(chosen.get("profile"), config))
    return replace(
        config,
        select=select or base.select,
        ignore=(*base.ignore, *ignore),
        gate=Severity(gate) if gate is not None else base.gate,
    )


def _from_here(plugins: Iterable[str]) -> tuple[str, ...]:
    """Return plugins with the paths of files made absolute: they mean this folder, whatever comes later."""
    return tuple(str(Path(each).resolve()) if each.endswith(".py") else each for each in plugins)


def _listed(option: str, values: Iterable[str]) -> tuple[str, ...]:
    """Return the names of an option that takes lists. Raises `UsageError` for one that is empty."""
    names = []
    for value in values:
        listed = [name.strip() for name in value.split(",") if name.strip()]
        if not listed:
            raise click.UsageError(f"{option}: {value!r} names no rule: is a variable of the shell not set?")
        names += listed
    return tuple(names)


def _refuse_unknown_plugins(names: tuple[str, ...], config: Config) -> None:
    """Refuse names of no plugin. Raises `UsageError`."""
    if not names:
        return
    from editcheck.host.finder import find
    from editcheck.near import choices

    known = {candidate.name for candidate in find(config.plugins)}
    for name in names:
        if name not in known:
            raise click.UsageError(f"--no-plugin: there is no plugin {name!r}{choices(name, known)}")


def _profile(name: str | None, config: Config) -> str | None:
    """Return the kind of article that is asked for, or the configuration's own. Raises `UsageError`."""
    if name is None:
        return config.profile
    from editcheck.config.profiles import profiles
    from editcheck.near import choices

    known = {**profiles(), **config.profiles}
    if name not in known:
        raise click.UsageError(f"--profile: there is no profile {name!r}{choices(name, known)}")
    return name


def _refuse_unknown(option: str, names: tuple[str, ...], config: Config) -> None:
    """Refuse names that are no rule and no family. Raises `UsageError`."""
    if not names:
        return
    from editcheck.host import catalogue

    rules = catalogue(config)
    for name in names:
        problem = rules.problem_with_name(name)
        if problem is not None:
            raise click.UsageError(f"{option}: {problem}")
