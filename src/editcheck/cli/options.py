"""Options that several subcommands share, in groups: each decorator adds one group to a command."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

from editcheck.cli.completion import complete_input_formats, complete_plugins, complete_rules

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["config_option", "input_options", "output_options", "plugin_options", "rule_options", "select_options"]

_Function = TypeVar("_Function", bound="Callable[..., Any]")


def _group(*options: Callable[[_Function], _Function]) -> Callable[[_Function], _Function]:
    """Return a decorator that adds options, in the order of the help."""
    return lambda function: reduce(lambda inner, option: option(inner), reversed(options), function)


def _output(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return the file to write to, None for standard output."""
    if value == "":
        raise click.UsageError("--output: an empty name is no file: is a variable of the shell not set?")
    return None if value == "-" else value


config_option = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(),
    help="Take the configuration from FILE instead of the editcheck.toml or pyproject.toml next above this folder.",
)

plugin_options = _group(
    click.option(
        "-p",
        "--plugin",
        "plugins",
        multiple=True,
        metavar="PLUGIN",
        type=click.Path(),
        help="Load a plugin besides: a Python file, or a module. May be repeated.",
    ),
    click.option(
        "--no-plugin",
        "no_plugins",
        multiple=True,
        metavar="NAME",
        shell_complete=complete_plugins,
        help="Leave a plugin out. May be repeated.",
    ),
    click.option("--no-strangers", is_flag=True, help="Use no plugins but those that came with editcheck."),
)

select_options = _group(
    click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        shell_complete=complete_rules,
        help="Run only this rule or family of rules. May be repeated, or a list with commas.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        shell_complete=complete_rules,
        help="Leave out this rule or family of rules. May be repeated, or a list with commas.",
    ),
)

rule_options = _group(
    select_options,
    click.option(
        "--profile",
        metavar="KIND",
        help="What kind of article these are: news, opinion, interview, live, court, obituary.  [default: as they say]",
    ),
    click.option(
        "--gate",
        type=click.Choice(["error", "warning", "suggestion", "off"]),
        help="The least severity that stops a publication.  [default: error]",
    ),
)

input_options = _group(
    click.option(
        "--input-format",
        metavar="FORMAT",
        shell_complete=complete_input_formats,
        help="What the files are, where that is not to be found out: html, nitf, text ...",
    ),
    click.option(
        "--published", metavar="DATE", help="The day of publication of articles that do not say it: 2024-10-24."
    ),
    click.option("--encoding", metavar="NAME", help="The character encoding of the files, whatever they say."),
)

output_options = _group(
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(allow_dash=True),
        callback=_output,
        help="Write to FILE; - is standard output, as without this option.",
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Whether to write in colour; auto: on a terminal, unless NO_COLOR is set.",
    ),
    click.option("--validate", is_flag=True, help="Hold what is written against its JSON Schema."),
)
