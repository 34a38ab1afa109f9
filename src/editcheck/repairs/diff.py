"""Two texts of one file as a unified diff, as `patch` and `git apply` read it."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["unified"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def unified(before: str, after: str, name: str) -> str:
    """Return what changes from one text to the other; nothing where they are equal. Lines end with LF, as in `diff`.

    Behind a name with a blank in it stands a tab, by which `patch` and git know where it ends.
    """
    name = f"{name}\t" if " " in name else name
    return "".join(_ended(line) for line in _changes(before, after, name))


def _changes(before: str, after: str, name: str) -> Iterator[str]:
    return difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), name, name)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + _NO_NEWLINE
