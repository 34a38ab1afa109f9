"""`editcheck plugins`: which plugins there are, which of them work, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.exits import FAILED
from editcheck.cli.options import config_option, plugin_options

if TYPE_CHECKING:
    from editcheck.cli.settings import Chosen
    from editcheck.host import PluginState
    from editcheck.reports.places import JsonObject

__all__ = ["command"]


@click.command("plugins", short_help="List the plugins, and what is wrong with them.")
@click.option("--json", "as_json", is_flag=True, help="Write the list as JSON.")
@config_option
@plugin_options
@click.pass_context
def command(ctx: click.Context, /, as_json: bool, **chosen: Unpack[Chosen]) -> None:
    """List the plugins: those that run, those that are switched off, and those that cannot be used."""
    from editcheck.cli.settings import configured
    from editcheck.host import plugins

    states = plugins(configured(chosen))
    if as_json:
        from editcheck.reports.encoding import to_json

        click.echo(to_json([_payload(each) for each in states], indent=2))
    else:
        _table(states)
    ctx.exit(FAILED if any(each.problem for each in states) else 0)


def _status(state: PluginState) -> str:
    return "on" if state.info is not None else "broken" if state.problem else "off"


def _payload(state: PluginState) -> JsonObject:
    candidate = state.candidate
    return {
        "name": candidate.name,
        "status": _status(state),
        "problem": state.problem,
        "origin": candidate.origin.value,
        "target": candidate.target,
        "distribution": candidate.distribution,
        "version": candidate.version,
        "stranger": not candidate.ours,
        "hooks": [*state.info.hooks] if state.info else [],
        "rules": [rule.id for rule in state.info.rules] if state.info else [],
    }


def _table(states: tuple[PluginState, ...]) -> None:
    from editcheck.cli.output import standard_surface
    from editcheck.reports.passage import clean
    from editcheck.reports.sheet import Sheet
    from editcheck.reports.tally import number_of

    looks = {"on": "pass", "off": "faint", "broken": "error"}
    sheet = Sheet(standard_surface())
    for state in states:
        candidate = state.candidate
        rules = f", {number_of(len(state.info.rules), 'rule')}" if state.info else ""
        whence = f"{candidate.distribution} {candidate.version}" if candidate.distribution else candidate.target
        sheet.entry(_status(state), clean(f"{candidate.name} ({whence}{rules})"), looks[_status(state)], 8)
        if state.problem:
            with sheet.indented():
                sheet.line(clean(state.problem))
    click.echo(sheet.take(), nl=False)
