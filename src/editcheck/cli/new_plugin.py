"""`editcheck new-plugin`: a plugin to begin with, which passes its own tests at once."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("new-plugin")
@click.argument("name")
def command(name: str) -> None:
    """Write a new plugin NAME, with a rule, its examples and a test, in a folder of that name."""
