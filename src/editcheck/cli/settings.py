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


def configured(chosen: Chosen) -> Config:
    """Return the configuration that a file and the options make. Raises `ConfigError` and `UsageError`."""
    from editcheck.annotation import Severity
    from editcheck.config.reading import load_config

    strangers = not chosen.get("no_strangers", False)
    base = load_config(chosen.get("config"), plugins=_from_here(chosen.get("plugins", ())), strangers=strangers)
    plugins = replace(base.plugins, disabled=(*base.plugins.disabled, *chosen.get("no_plugins", ())))
    config = replace(base, plugins=plugins)
    select, ignore = _listed(chosen.get("select", ())), _listed(chosen.get("ignore", ()))
    _refuse_unknown("--select", select, config)
    _refuse_unknown("--ignore", ignore, config)
    gate = chosen.get("gate")
    return replace(
        config,
        select=select or base.select,
        ignore=(*base.ignore, *ignore),
        gate=Severity(gate) if gate is not None else base.gate,
    )


def _from_here(plugins: Iterable[str]) -> tuple[str, ...]:
    """Return plugins with the paths of files made absolute: they mean this folder, whatever comes later."""
    return tuple(str(Path(each).resolve()) if each.endswith(".py") else each for each in plugins)


def _listed(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


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
