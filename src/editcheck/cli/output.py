"""Where reports are written: standard output or a file, and what that can show."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from editcheck.cli.exits import Refused
from editcheck.reports.base import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from editcheck.cli.inputs import Found

__all__ = ["Output", "forget_stdout", "open_output", "standard_surface", "surface_of"]

#: The width where there is no terminal to ask.
_WIDTH = 100
#: Characters beyond ASCII that the terminal report draws with.
_DRAWN = "│─…→“”’·"


class Output:
    """Takes text and writes it as bytes. `before` is called ahead of each piece."""

    def __init__(self, stream: BinaryIO, encoding: str, name: str, before: Callable[[], None] | None = None) -> None:
        self._stream = stream
        self._encoding = encoding
        self._name = name
        self._before = before

    def write(self, text: str) -> None:
        """Write a text at once, so that a reader sees each report as soon as it is there. Raises `Refused`."""
        if self._before is not None:
            self._before()
        try:
            self._stream.write(text.encode(self._encoding, "replace"))
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            if self._stream is sys.stdout.buffer:
                forget_stdout()
            raise Refused(f"{self._name}: cannot be written: {error.strerror}") from error


def forget_stdout() -> None:
    """Send what is still to be written nowhere: the interpreter would try again, and fail, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def open_output(
    path: str | None, found: Found, *, text: bool, before: Callable[[], None] | None = None
) -> Iterator[Output]:
    """Open a file, or standard output where there is no path. Raises `Refused`, for one of the inputs `found` too.

    What machines read is UTF-8 everywhere; on standard output, `text` for people is in the terminal's encoding.
    """
    if path is None:
        encoding = sys.stdout.encoding if text else "utf-8"
        yield Output(sys.stdout.buffer, encoding or "utf-8", "standard output", before)
        return
    if _is_input(path, found):
        raise Refused(f"{path}: cannot be written: it is one of the articles to be read; take another file")
    try:
        stream = Path(path).open("wb")  # noqa: SIM115 (an error in writing is not one in opening)
    except OSError as error:
        raise Refused(f"{path}: cannot be written: {error.strerror}") from error
    try:
        yield Output(stream, "utf-8", path, before)
    finally:
        try:
            stream.close()
        except OSError as error:
            raise Refused(f"{path}: cannot be written: {error.strerror}") from error


def _is_input(path: str, found: Found) -> bool:
    """Whether a file is, by whatever name, one of the inputs; a terminal may be both."""
    output = _status(Path(path))
    if output is None or not stat.S_ISREG(output.st_mode):
        return False
    inputs = (_status(each.path) for each in found.inputs if each.path is not None)
    return any(each is not None and os.path.samestat(output, each) for each in inputs)


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def standard_surface() -> Surface:
    """Return what standard output can show, as its user has set it."""
    return surface_of(None, "auto", sys.stdout, os.environ)


def surface_of(path: str | None, colour: str, stream: TextIO, environ: Mapping[str, str]) -> Surface:
    """Return what the place of output can show; `colour` is "auto", "always" or "never"."""
    if path is not None:
        return Surface(_WIDTH, colour == "always")
    width = shutil.get_terminal_size((_WIDTH, 24)).columns
    return Surface(width, _in_colour(colour, stream, environ), _shows(_DRAWN, stream.encoding))


def _in_colour(colour: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to use colour: where asked to, else on a terminal unless NO_COLOR (no-color.org) or TERM forbid it."""
    if colour != "auto":
        return colour == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def _shows(characters: str, encoding: str | None) -> bool:
    try:
        characters.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
