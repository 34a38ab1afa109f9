"""`editcheck authority`: files that say who held which office when."""

from __future__ import annotations

import json
import os
import sys

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
    from editcheck.cli.replacing import write_file

    _check(path, until, output)
    try:
        made = import_authority(path, jurisdiction=jurisdiction, until=until, name=name)
        parse_authority(made, path)
    except AuthorityError as error:
        raise Refused(str(error)) from error
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if output is None or output == "-":
        sys.stdout.buffer.write(text.encode())
        return
    write_file(output, text)


def _check(path: str, until: str | None, output: str | None) -> None:
    """Raise `Refused` for a day that is none, and where the list itself would be written over."""
    from editcheck.authority.popolo import parse_day

    if until is not None:
        try:
            parse_day(until, last=True)
        except ValueError as error:
            raise Refused(f"--until: {error}") from None
    if output is not None and os.path.realpath(output) == os.path.realpath(path):
        raise Refused(f"--output: {output} is the list itself; give another file")
