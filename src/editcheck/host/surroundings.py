"""What a plugin may leave changed of the interpreter around it, and how that is put back before the next one runs.

A plugin that goes to another folder or lowers the recursion limit would else break those that come after it, which
would be blamed.
"""

from __future__ import annotations

import locale
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Surroundings"]


def _folder() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109 - a Path costs more, and this is done for each plugin and article
    except OSError:
        return None


def _go(folder: str | None) -> None:
    if folder is not None:
        os.chdir(folder)


def _set_environment(wanted: dict[str, str]) -> None:
    for name in os.environ.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update(wanted)


def _set_path(wanted: list[str]) -> None:
    sys.path[:] = wanted


def _streams() -> list[TextIO | None]:
    """Return the standard streams, None for one that is closed."""
    return [None if each is None or each.closed else each for each in (sys.stdin, sys.stdout, sys.stderr)]


def _set_streams(wanted: list[TextIO | None]) -> None:
    for name, mode, stream in zip(("stdin", "stdout", "stderr"), ("r", "w", "w"), wanted, strict=True):
        closed = stream is not None and stream.closed
        setattr(sys, name, open(os.devnull, mode, encoding="utf-8") if closed else stream)  # noqa: PTH123, SIM115


#: How each part is read, and how it is set.
_PARTS: tuple[tuple[Callable[[], Any], Callable[[Any], object]], ...] = (
    (sys.gettrace, sys.settrace),
    (sys.getprofile, sys.setprofile),
    (sys.getrecursionlimit, sys.setrecursionlimit),
    (lambda: [*sys.path], _set_path),
    (_folder, _go),
    (_streams, _set_streams),
    (lambda: dict(os.environ), _set_environment),
    (lambda: locale.setlocale(locale.LC_ALL), lambda name: locale.setlocale(locale.LC_ALL, name)),
)


@dataclass(frozen=True)
class Surroundings:
    """What the interpreter was like when this was made."""

    values: tuple[object, ...] = field(default_factory=lambda: tuple(read() for read, _ in _PARTS))

    def restore(self) -> None:
        """Put back what has changed since; a folder that has gone, or a locale, cannot be."""
        for (read, put), value in zip(_PARTS, self.values, strict=True):
            if read() != value:
                with suppress(OSError, locale.Error):
                    put(value)
