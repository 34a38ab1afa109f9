"""`editcheck authority`: files that say who held which office when."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from editcheck.cli.exits import Refused

__all__ = ["command"]


@click.group("authority", short_help="Make authority files: who held which office when.")
def command() -> None:
    """Make authority files, Popolo JSON, against which offices, parties and names are held (roles/authority-mismatch).

    Name them in editcheck.toml: authority = ["cabinet.json"].
    """


@command.command("import", short_help="Make an authority file of a published list.")
@click.argument("path", metavar="LIST", type=click.Path())
@click.option("--jurisdiction", default="", metavar="NAME", help="Whose offices a CSV lists: 'Canada'.")
@click.option("--until", metavar="DATE", help="The last day the list speaks of.  [default: the last beginning in it]")
@click.option("--name", help="How messages call the file.  [default: the list's name]")
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="Write to FILE instead of standard output.")
def import_(path: str, jurisdiction: str, until: str | None, name: str | None, output: str | None) -> None:
    """Make an authority file of a published list.

    LIST is YAML as the project unitedstates/congress-legislators has it, or CSV with the columns position, person,
    start and end, one term a line. Nothing is fetched. What is published after the last day that the list speaks of is
    not held against it: give the day on which you got it with --until.
    """
    from editcheck.authority import AuthorityError
    from editcheck.authority.importing import import_authority
    from editcheck.authority.popolo import parse_authority

    try:
        made = import_authority(path, jurisdiction=jurisdiction, until=until, name=name)
        parse_authority(made, path)
    except AuthorityError as error:
        raise Refused(str(error)) from error
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if output is None or output == "-":
        sys.stdout.buffer.write(text.encode())
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except OSError as error:
        raise Refused(f"{output}: cannot be written: {error.strerror}") from error
