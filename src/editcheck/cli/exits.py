"""How a run ends: the exit codes, and an error that is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "FAILED",
    "FOUND",
    "INTERRUPTED",
    "PASSED",
    "PIPE_CLOSED",
    "REFUSED",
    "Failed",
    "Refused",
    "complain",
    "exit_code",
    "internal",
    "one_line",
]

PASSED = 0
#: Something at or above the gate.
FOUND = 1
#: Bad usage, configuration or input.
REFUSED = 2
#: A checker, or editcheck itself, failed.
FAILED = 3
#: As shells have it for a program that a signal ended: SIGINT, SIGPIPE.
INTERRUPTED = 130
PIPE_CLOSED = 141


class Refused(click.ClickException):
    """Ends the run with one line on standard error: a mistake in usage, configuration or input."""

    exit_code = REFUSED

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message))

    def show(self, file: object = None) -> None:
        """Write the line."""
        complain(self.message)


class Failed(Refused):
    """Ends the run with one line on standard error: editcheck itself failed."""

    exit_code = FAILED


def complain(message: str) -> None:
    """Write one line to standard error."""
    click.echo(f"editcheck: {one_line(message)}", err=True)


def internal(error: Exception) -> str:
    """Return what to say of an exception that is nobody's mistake but ours."""
    return (
        f"internal error, {type(error).__name__}: {error} (a fault of editcheck, not of the article; "
        "`editcheck --debug ...` shows where)"
    )


def exit_code(codes: Iterable[int]) -> int:
    """Return the one exit code of a run in which several things may have happened."""
    happened = set(codes)
    return next((code for code in (REFUSED, FAILED, FOUND) if code in happened), PASSED)


def one_line(message: str) -> str:
    """Return a message in one line, without control characters."""
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in " ".join(message.split()))
