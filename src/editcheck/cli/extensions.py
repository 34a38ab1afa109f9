"""Output and input formats by name: those that come with editcheck, and those that plugins add."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.config import Config
    from editcheck.formats.base import Format
    from editcheck.host import PluginState
    from editcheck.reports.base import Renderer

__all__ = ["added_formats", "renderer_named", "renderers"]

_Extension = TypeVar("_Extension")


def renderer_named(name: str, config: Config) -> Renderer:
    """Return the output format of a name. Raises `UsageError`."""
    from editcheck.near import choices

    known = {each.name: each for each in renderers(config)}
    if name not in known:
        raise click.UsageError(f"--format: there is no format {name!r}{choices(name, known)}")
    return known[name]


def renderers(config: Config) -> tuple[Renderer, ...]:
    """Return all output formats. A plugin's cannot stand in the place of a built-in one. Raises `UsageError`."""
    from editcheck.reports import built_in
    from editcheck.reports.base import Renderer

    known = {each.name: each for each in built_in()}
    for each in _added("editcheck_reports", Renderer, config):
        known.setdefault(each.name, each)
    return tuple(known.values())


def added_formats(config: Config) -> tuple[Format, ...]:
    """Return the article formats that plugins add. Raises `UsageError`."""
    from editcheck.formats.base import Format

    return tuple(_added("editcheck_formats", Format, config))


def _added(hook: str, kind: type[_Extension], config: Config) -> Iterator[_Extension]:
    from editcheck.host import plugins

    for state in plugins(config):
        if state.info is not None and hook in state.info.hooks:
            yield from _given(hook, kind, state)


def _given(hook: str, kind: type[_Extension], state: PluginState) -> Iterator[_Extension]:
    """Yield what a plugin's hook gives; it is loaded here for that, for a function cannot leave its process."""
    from editcheck.guard import PluginError, told
    from editcheck.loading import load

    try:
        plugin = load(state.candidate)
        given = plugin.call(hook)
        found = list(given) if given is not None else []  # type: ignore[call-overload]
    except PluginError as error:
        raise click.UsageError(str(error)) from error
    except (Exception, SystemExit) as error:
        raise click.UsageError(f"plugin {plugin.name!r}: {hook} failed: {told(error, plugin.home)}") from error
    for each in found:
        if not isinstance(each, kind):
            what = f"{type(each).__name__}, not {kind.__name__}"
            raise click.UsageError(f"plugin {plugin.name!r}: {hook} gave {what}")
        yield each
