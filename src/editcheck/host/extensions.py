"""What plugins add besides rules: input formats and output formats.

These are functions, which cannot leave their process: the plugins that offer some are loaded in this one too, after
the worker has shown that they survive it. Whatever goes wrong when they are called is the plugin's, and is told so.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from editcheck.article import Article
from editcheck.host import plugins
from editcheck.host.guard import PluginError, told
from editcheck.host.loading import load
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editcheck.config import Config, FormatSettings
    from editcheck.formats.base import Format
    from editcheck.host.loading import Plugin
    from editcheck.report import Report
    from editcheck.reports.base import Renderer, Surface
    from editcheck.source.text import SourceText

__all__ = ["added_formats", "added_renderers"]

_Added = TypeVar("_Added")


def _raise(error: PluginError) -> None:
    raise error


def added_formats(config: Config, failed: Callable[[PluginError], None] = _raise) -> tuple[Format, ...]:
    """Return the input formats that plugins add, in the order of the plugins.

    `failed` is told of each plugin that cannot say which; without it, the first one's `PluginError` is raised.
    """
    from editcheck.formats.base import Format

    added = _added("editcheck_formats", Format, config, failed)
    return tuple(_guarded_format(plugin, each) for plugin, each in added)


def added_renderers(config: Config, failed: Callable[[PluginError], None] = _raise) -> tuple[Renderer, ...]:
    """Return the output formats that plugins add, in the order of the plugins; `failed` as in `added_formats`."""
    from editcheck.reports.base import Renderer

    added = _added("editcheck_reports", Renderer, config, failed)
    return tuple(_guarded_renderer(plugin, each) for plugin, each in added)


def _added(
    hook: str, kind: type[_Added], config: Config, failed: Callable[[PluginError], None]
) -> Iterator[tuple[Plugin, _Added]]:
    for state in plugins(config):
        if state.info is not None and hook in state.info.hooks:
            try:
                plugin = load(state.candidate)
                given = _given(plugin, hook, kind)
            except PluginError as error:
                failed(error)
            else:
                yield from ((plugin, each) for each in given)


def _given(plugin: Plugin, hook: str, kind: type[_Added]) -> list[_Added]:
    with _blamed(plugin, f"{hook} failed"):
        result = plugin.call(hook)
        given = list(result) if isinstance(result, Iterable) else [] if result is None else [result]
    good = [each for each in given if isinstance(each, kind) and isinstance(getattr(each, "name", None), str)]
    if len(good) < len(given):
        raise PluginError(plugin.name, f"{hook} gives something else than editcheck's {kind.__name__} with its name")
    return good


def _guarded_format(plugin: Plugin, given: Format) -> Format:
    what = f"its input format {given.name!r} failed"

    def recognise(source: SourceText) -> bool:
        with _blamed(plugin, what):
            return bool(given.recognise(source))

    def read(source: SourceText, settings: FormatSettings) -> list[Article]:
        with _blamed(plugin, what):
            articles = [*given.read(source, settings)]
            for each in articles:
                _demand(each, Article)
        return articles

    return replace(given, recognise=recognise, read=read)


def _guarded_renderer(plugin: Plugin, given: Renderer) -> Renderer:
    def render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
        handed = _Handed(reports)
        try:
            for chunk in given.render(handed, surface):
                _demand(chunk, str)
                yield chunk
        except (GeneratorExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if error is handed.error:
                raise
            problem = f"its output format {given.name!r} failed: {told(error, plugin.home)}"
            raise PluginError(plugin.name, problem) from error

    return replace(given, render=render)


class _Handed:
    """Hands reports on, and remembers the error with which they broke off: that one is not the renderer's."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = reports
        self.error: BaseException | None = None

    def __iter__(self) -> Iterator[Report]:
        try:
            yield from self._reports
        except BaseException as error:
            self.error = error
            raise


@contextmanager
def _blamed(plugin: Plugin, what: str) -> Iterator[None]:
    """Raise what is raised within as a `PluginError`; a source that cannot be read is no fault of the plugin's."""
    try:
        yield
    except (SourceError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise PluginError(plugin.name, f"{what}: {told(error, plugin.home)}") from error


def _demand(value: object, kind: type) -> None:
    if not isinstance(value, kind):
        raise TypeError(f"it gives {type(value).__name__} where {kind.__name__} belongs")
