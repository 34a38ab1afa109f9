"""A folder with a configuration in it."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: A rule of the newsroom's own, with an option of each type.
RULES = """
    import editcheck

    RULE = editcheck.Rule(
        id="desk/length",
        summary="a long sentence",
        explanation="It tires.",
        severity=editcheck.Severity.WARNING,
        help="cut it in two",
        good=(editcheck.Example("Short."),),
        bad=(editcheck.Example("[[Long]]."),),
        options=(
            editcheck.Option("words", 40, "how long", minimum=1),
            editcheck.Option("share", 0.5, "how many"),
            editcheck.Option("strict", False, "whether"),
            editcheck.Option("style", "ap", "which"),
            editcheck.Option("except", (), "which not"),
        ),
    )


    @editcheck.hookimpl
    def editcheck_rules():
        return [RULE]


    @editcheck.hookimpl
    def editcheck_check(article, options):
        span = editcheck.Span(0, 1)
        yield RULE.annotate(span, f"{options.number(RULE, 'words')} {options.words(RULE, 'except')}")
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file, by default editcheck.toml, and return its path."""

    def write_file(text: str, name: str = "editcheck.toml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def desk(write: Callable[..., Path]) -> Path:
    """Write the newsroom's plugin, desk.py, and return its path."""
    return write(RULES, "desk.py")
