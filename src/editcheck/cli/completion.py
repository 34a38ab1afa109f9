"""What the shell may complete: rule ids, plugins, output formats, input formats. Nothing here may fail or be slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click

__all__ = ["complete_formats", "complete_input_formats", "complete_plugins", "complete_rules"]


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a rule, in a list the last one."""
    before, comma, last = incomplete.rpartition(",")
    return _matching(_rules, last, before + comma)


def complete_plugins(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a plugin."""
    return _matching(_plugins, incomplete)


def complete_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of an output format."""
    return _matching(_formats, incomplete)


def complete_input_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of an article format."""
    return _matching(_input_formats, incomplete)


def _matching(
    names: Callable[[], Iterable[tuple[str, str]]], incomplete: str, before: str = ""
) -> list[CompletionItem]:
    try:
        found = list(names())
    except Exception:
        return []  # a broken configuration must not break the shell's prompt
    return [CompletionItem(before + name, help=text) for name, text in found if name.startswith(incomplete)]


def _rules() -> Iterable[tuple[str, str]]:
    from editcheck.cli.settings import configured
    from editcheck.host import rules

    return ((rule.id, rule.summary) for rule in rules(configured({})))


def _plugins() -> Iterable[tuple[str, str]]:
    from editcheck.cli.settings import configured
    from editcheck.host.finder import find

    return ((each.name, each.target) for each in find(configured({}).plugins))


def _formats() -> Iterable[tuple[str, str]]:
    from editcheck.cli.renderers import renderers
    from editcheck.cli.settings import configured

    return ((renderer.name, renderer.summary) for renderer in renderers(configured({}), lambda failure: None))


def _input_formats() -> Iterable[tuple[str, str]]:
    from editcheck.cli.settings import configured
    from editcheck.host import formats

    return ((each.name, each.summary) for each in formats(configured({})))
