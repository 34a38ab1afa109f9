"""The plugin contract: the hooks that editcheck calls, when, with what, and what it expects back.

A plugin is a module, or an object, whose functions carry `@editcheck.hookimpl` and these names. Parameters that a
plugin does not need may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editcheck.annotation import Annotation, Rule
    from editcheck.article import Article
    from editcheck.facts.model import Facts
    from editcheck.formats.base import Format
    from editcheck.options import Options
    from editcheck.reports.base import Renderer

__all__ = ["PROJECT", "hookimpl", "hookspec"]

PROJECT = "editcheck"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def editcheck_rules() -> Iterable[Rule]:
    """Declare the plugin's rules. Called once, when the plugin is loaded."""
    raise AssertionError("a specification is not called")


@hookspec
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterable[Annotation]:
    """Return what is wrong with an article. Called once an article, after the facts are there.

    Annotations carry the plugin's own rules (`Rule.annotate`); severities are set, and rules that are off are dropped,
    by the host. `options` gives each rule's options and the house lists, and says whether a rule is on.
    """
    raise AssertionError("a specification is not called")


@hookspec
def editcheck_formats() -> Iterable[Format]:
    """Add article formats. Called once, when the plugin is loaded; a format that is added comes before the built-in."""
    raise AssertionError("a specification is not called")


@hookspec
def editcheck_reports() -> Iterable[Renderer]:
    """Add output formats. Called once, when the plugin is loaded."""
    raise AssertionError("a specification is not called")


@hookspec
def editcheck_annotations(article: Article, annotations: Sequence[Annotation]) -> Iterable[Annotation] | None:
    """Have the last word on an article's annotations: drop, add, change severity. None leaves them as they are.

    Called once an article, after all checkers, plugin by plugin, each with what the one before returned. What is put
    out in the source, by dismissals or by the baseline is among them still: it is taken off afterwards.
    """
    raise AssertionError("a specification is not called")
