"""The group of all subcommands: loads them one by one, and sees to it that nobody gets a traceback for a mistake."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from editcheck import __version__
from editcheck.cli.exits import INTERRUPTED, PIPE_CLOSED, Failed, Refused, internal

__all__ = ["main"]

#: The subcommands in the order of --help, each in the module of its name.
_COMMANDS = (
    "check",
    "fix",
    "dismiss",
    "authority",
    "brief",
    "facts",
    "rules",
    "explain",
    "plugins",
    "init",
    "schema",
    "new-plugin",
)


class _Editcheck(click.Group):
    """Loads a subcommand when it is asked for, and tells what went wrong in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all subcommands."""
        return [*_COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a subcommand."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"editcheck.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; a file in its place is a mistake that can be guessed."""
        if args and args[0] not in _COMMANDS:
            from editcheck.near import did_you_mean

            hint = did_you_mean(args[0], _COMMANDS)
            if not hint and os.path.exists(args[0]):  # noqa: PTH110 (pathlib costs a tenth of the start)
                hint = f"; to check this file: editcheck check {args[0]}"
            raise click.UsageError(f"no such command: {args[0]}{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand."""
        _open_closed_streams()
        _refuse_lost_folder()
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("editcheck: interrupted", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            from editcheck.cli.output import forget_stdout

            forget_stdout()
            ctx.exit(PIPE_CLOSED)
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            raise _told(error) from error


def _open_closed_streams() -> None:
    """Open what was closed by whoever started us (`>&-`, a service), so that nothing else takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 (as start-up has it)


def _refuse_lost_folder() -> None:
    """Refuse to run where no relative path means anything. Raises `Refused`."""
    try:
        os.getcwd()  # noqa: PTH109 (pathlib costs a tenth of the start)
    except OSError as error:
        raise Refused(f"the folder that this was started in: {error.strerror}; go to another one") from error


def _told(error: Exception) -> click.ClickException:
    """Return what to say of an exception: a user's mistake as it is, everything else as a fault of editcheck."""
    from editcheck.config import ConfigError
    from editcheck.host.guard import PluginError
    from editcheck.source.errors import SourceError

    if isinstance(error, (ConfigError, SourceError)):
        return Refused(str(error))
    if isinstance(error, PluginError):
        return Failed(str(error))
    if isinstance(error, OSError) and error.strerror:
        return Refused(f"{error.filename}: {error.strerror}" if error.filename else error.strerror)
    return Failed(internal(error))


#: A line that holds a backspace keeps click from filling the lines after it.
_HELP = """Review news articles: attribution, roles, acronyms and dates, at the exact characters.

\b
editcheck check story.html       what is wrong with an article
editcheck explain RULE           what a rule is about, with examples
"""


@click.group(
    cls=_Editcheck,
    help=_HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing at or above the gate, 1 something, 2 bad usage, configuration or input, "
    "3 a checker failed.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.version_option(__version__, prog_name="editcheck", message="%(prog)s %(version)s")
def main(debug: bool) -> None:
    """Run a command; what it does stands in its own module."""
