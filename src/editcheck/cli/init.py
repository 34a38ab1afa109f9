"""`editcheck init`: a configuration to begin with, every setting in it explained."""

from __future__ import annotations

from pathlib import Path

import click

from editcheck.cli.exits import Refused

__all__ = ["command"]


@click.command("init", short_help="Write a commented editcheck.toml.")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write a commented editcheck.toml in FOLDER (by default, here). A file that is there stays as it is."""
    from editcheck.config.initial import initial_config
    from editcheck.host import rules

    path = folder / "editcheck.toml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(initial_config(rules()))
    except FileExistsError:
        raise Refused(f"{path}: there is a configuration already; it was left as it is") from None
    except OSError as error:
        raise Refused(f"{path}: cannot be written: {error.strerror}") from error
    click.echo(f"{path}: written; every setting is there with its default, commented out")
