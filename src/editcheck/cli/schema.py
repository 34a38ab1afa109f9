"""`editcheck schema`: the JSON Schemas of what editcheck writes and reads."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("schema", short_help="Write a JSON Schema.")
@click.argument("name", type=click.Choice(["report", "facts", "config"]))
def command(name: str) -> None:
    """Write a JSON Schema: of reports, of facts, or of the configuration."""
    from editcheck.reports.encoding import to_json
    from editcheck.schema import load

    click.echo(to_json(load(name), indent=2))
