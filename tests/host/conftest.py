"""A newsroom's own plugins, written to files as a newsroom would, and the configuration that names them."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING

import pytest

from editcheck import Article, Config
from editcheck.config import PluginSettings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "The harbour reopened on Monday.\n\nNobody was hurt, the mayor said."

CHECKERS = ("acronyms", "attribution", "dates", "roles")

#: A plugin with one rule; the body of its check stands in for {check}.
PLUGIN = """
import editcheck

RULE = editcheck.Rule(
    id="{name}/word",
    summary="a word that the desk wants to see",
    explanation="The desk asked for it.",
    severity=editcheck.Severity.WARNING,
    help="look at it",
    good=(editcheck.Example("Nothing here."),),
    bad=(editcheck.Example("The [[harbour]]."),),
)


@editcheck.hookimpl
def editcheck_rules():
    return [RULE]


@editcheck.hookimpl
def editcheck_check(article, facts, options):
{check}
"""

#: What a sound check does: it marks every "harbour".
SOUND = """
start = article.text.find("harbour")
if start >= 0:
    yield RULE.annotate(editcheck.Span(start, start + 7), "there is the harbour")
"""


@pytest.fixture
def article() -> Article:
    return Article.from_text(TEXT, published="2024-10-24")


@pytest.fixture
def write_plugin(tmp_path: Path) -> Callable[..., str]:
    """Write a plugin file and return its path: the whole source, or the body of its check."""

    def write(name: str, check: str = SOUND, *, source: str | None = None) -> str:
        path = tmp_path / f"{name}.py"
        body = indent(dedent(check), "    ")
        text = PLUGIN.format(name=name.replace("_", "-"), check=body) if source is None else dedent(source)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def config_with() -> Callable[..., Config]:
    """Return a configuration with these plugin files, and no others unless `ours` says so."""

    def make(*files: str, time_limit: float = 30.0, ours: bool = False) -> Config:
        return Config(plugins=PluginSettings(files, () if ours else CHECKERS, time_limit=time_limit))

    return make
