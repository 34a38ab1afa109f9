"""What plugins add besides rules: input formats and output formats.

These are functions, which cannot leave their process: the plugins that offer some are loaded in this one too, after
the worker has shown that they survive it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from editcheck.host import plugins
from editcheck.host.guard import PluginError, told
from editcheck.host.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.config import Config
    from editcheck.formats.base import Format
    from editcheck.host.loading import Plugin
    from editcheck.reports.base import Renderer

__all__ = ["added_formats", "added_renderers"]

_Added = TypeVar("_Added")


def added_formats(config: Config) -> tuple[Format, ...]:
    """Return the input formats that plugins add, in the order of the plugins. Raises `PluginError`."""
    from editcheck.formats.base import Format

    return tuple(_added("editcheck_formats", Format, config))


def added_renderers(config: Config) -> tuple[Renderer, ...]:
    """Return the output formats that plugins add, in the order of the plugins. Raises `PluginError`."""
    from editcheck.reports.base import Renderer

    return tuple(_added("editcheck_reports", Renderer, config))


def _added(hook: str, kind: type[_Added], config: Config) -> Iterator[_Added]:
    for state in plugins(config):
        if state.info is not None and hook in state.info.hooks:
            yield from _given(load(state.candidate), hook, kind)


def _given(plugin: Plugin, hook: str, kind: type[_Added]) -> list[_Added]:
    try:
        result = plugin.call(hook)
        given = list(result) if isinstance(result, Iterable) else [] if result is None else [result]
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise PluginError(plugin.name, f"{hook} failed: {told(error, plugin.home)}") from error
    good = [each for each in given if isinstance(each, kind)]
    if len(good) < len(given):
        raise PluginError(plugin.name, f"{hook} gives something else than editcheck's {kind.__name__}")
    return good
