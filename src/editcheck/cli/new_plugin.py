"""`editcheck new-plugin`: a plugin to begin with, which passes its own tests at once."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from editcheck.cli.exits import Refused

__all__ = ["command"]


@click.command("new-plugin", short_help="Write a plugin to begin with.")
@click.argument("name")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def command(name: str, folder: Path) -> None:
    """Write a plugin NAME with a rule, its examples and a test, into a new folder editcheck-NAME in FOLDER."""
    from editcheck.newplugin import new_plugin

    try:
        files = new_plugin(name, folder)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except FileExistsError as error:
        raise Refused(f"{error.filename}: is there already; it was left as it is") from error
    except OSError as error:
        raise Refused(f"{error.filename}: cannot be written: {error.strerror}") from error
    for file in files:
        click.echo(f"written: {file}")
    python, root = shlex.quote(sys.executable), shlex.quote(str(files[0].parent))
    click.echo(f"\nInstall it and run its tests: {python} -m pip install pytest -e {root} && {python} -m pytest {root}")
