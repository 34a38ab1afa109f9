"""A bar on standard error that shows how many files are done, while many run on a terminal."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TextIO

__all__ = ["Progress"]

_ERASE = "\r\x1b[2K"
_CELLS = 24


@dataclass
class Progress:
    """Draws and removes the bar; does nothing with one file, or where standard error is no terminal.

    The bar is removed before anything else is written, so that it never stands in the middle of a report.
    """

    stream: TextIO
    total: int
    done: set[str] = field(default_factory=set)
    drawn: bool = False

    @property
    def shown(self) -> bool:
        """Whether there is a bar at all."""
        return self.total > 1 and self.stream.isatty()

    def finish(self, name: str) -> None:
        """Say that a file is done; one of several articles may be said so several times."""
        self.done.add(name)
        self.draw(name)

    def draw(self, name: str = "") -> None:
        """Draw the bar, with the name of the file that came last."""
        if not self.shown:
            return
        filled = _CELLS * len(self.done) // self.total
        bar = "#" * filled + "." * (_CELLS - filled)
        last = "".join(each if each.isprintable() else "?" for each in name)
        room = max(10, shutil.get_terminal_size().columns - 1)
        self._write(_ERASE + f"[{bar}] {len(self.done)} of {self.total}  {last}"[:room])
        self.drawn = True

    def clear(self) -> None:
        """Remove the bar."""
        if self.drawn:
            self._write(_ERASE)
            self.drawn = False

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
