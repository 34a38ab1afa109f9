"""docs/cli.md tells of every command and every option."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from editcheck.cli import main
from editcheck.cli.inputs import SUFFIXES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
CONTEXT = click.Context(main)


@pytest.mark.parametrize("name", main.list_commands(CONTEXT))
def test_every_command_is_told(name: str) -> None:
    assert f"editcheck {name}" in TEXT


@pytest.mark.parametrize("name", main.list_commands(CONTEXT))
def test_every_option_is_told(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert any(f"`{option}" in TEXT for option in parameter.opts), parameter.opts


def test_the_files_of_a_folder_are_told() -> None:
    assert all(f"`{suffix}`" in TEXT for suffix in SUFFIXES)
