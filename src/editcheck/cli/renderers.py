"""Output formats by name: those that come with editcheck, and those that plugins add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from editcheck.config import Config
    from editcheck.host.guard import PluginError
    from editcheck.reports.base import Renderer

__all__ = ["renderer_named", "renderers"]


def renderer_named(name: str, config: Config) -> Renderer:
    """Return the output format of a name; plugins are asked only where it is no built-in one.

    Raises `UsageError` where there is none, `PluginError` where a plugin cannot say whether it has it.
    """
    from editcheck.near import choices
    from editcheck.reports import built_in

    known = {each.name: each for each in built_in()}
    failures: list[PluginError] = []
    if name not in known:
        known = {each.name: each for each in renderers(config, failures.append)}
    if name not in known:
        for failure in failures:
            raise failure  # it may be the one that has the format
        raise click.UsageError(f"--format: there is no format {name!r}{choices(name, known)}")
    return known[name]


def renderers(config: Config, failed: Callable[[PluginError], None]) -> tuple[Renderer, ...]:
    """Return all output formats; a plugin's cannot stand in the place of a built-in one.

    `failed` is told of each plugin that cannot say which it has.
    """
    from editcheck.host.extensions import added_renderers
    from editcheck.reports import built_in

    known = {each.name: each for each in built_in()}
    for each in added_renderers(config, failed):
        known.setdefault(each.name, each)
    return tuple(known.values())
