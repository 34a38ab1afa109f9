"""On which line each key of a TOML document stands: the standard library's parser does not say.

The document must be one that `tomllib` has accepted; so little of the grammar needs to be known here.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KeyPath", "line_of", "lines_of"]

#: The way to a value: keys of tables, and indexes of arrays.
KeyPath: TypeAlias = tuple[str | int, ...]

_STRING = re.compile(
    r'''"""(?:[^"\\]|\\.|""?(?!"))*"{3,5}'''
    r"""|'{3}(?:[^']|''?(?!'))*'{3,5}"""
    r'''|"(?:[^"\\\n]|\\.)*"'''
    r"""|'[^'\n]*'""",
    re.DOTALL,
)
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_BLANK = re.compile(r"(?:\s|#[^\n]*)*")


def lines_of(text: str) -> Mapping[KeyPath, int]:
    """Return the line, from 1, of each key and each element of an array."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines


def line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """Return the line of a value, or of the innermost thing around it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Scanner:
    """Goes through a document once and notes where keys begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: dict[KeyPath, int] = {}
        self._at = 0
        self._line = 1
        self._counts: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        while self._blank():
            if self._taken("[["):
                table = self._array_table()
            elif self._taken("["):
                table = self._key(())
                self._taken("]")
            else:
                self._pair(table)

    def _array_table(self) -> KeyPath:
        path = self._key(())
        self._taken("]]")
        index = self._counts.get(path, 0)
        self._counts[path] = index + 1
        self._note((*path, index))
        return (*path, index)

    def _pair(self, table: KeyPath) -> None:
        path = self._key(table)
        self._blank()
        self._taken("=")
        self._value(path)

    def _key(self, table: KeyPath) -> KeyPath:
        """Read a key, dotted or not, and note each part of it; inside an array of tables it belongs to the last."""
        path = table
        while True:
            self._blank()
            raw = self._match(_STRING) or self._match(_BARE)
            path = (*path, _unquoted(raw))
            self._note(path)
            self._blank()
            if not self._taken("."):
                return path
            if path in self._counts:
                path = (*path, self._counts[path] - 1)

    def _value(self, path: KeyPath) -> None:
        self._blank()
        if self._taken("["):
            index = 0
            while self._blank() and not self._taken("]"):
                self._note((*path, index))
                self._value((*path, index))
                self._comma()
                index += 1
        elif self._taken("{"):
            while self._blank() and not self._taken("}"):
                self._pair(path)
                self._comma()
        elif not self._match(_STRING):
            self._match(_SCALAR)

    def _comma(self) -> None:
        self._blank()
        self._taken(",")

    def _note(self, path: KeyPath) -> None:
        self.lines.setdefault(path, self._line)

    def _blank(self) -> bool:
        """Skip blanks, line ends and comments; return whether anything follows."""
        self._match(_BLANK)
        return self._at < len(self.text)

    def _taken(self, mark: str) -> bool:
        if not self.text.startswith(mark, self._at):
            return False
        self._at += len(mark)
        return True

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        self._line += match[0].count("\n")
        return match[0]


def _unquoted(key: str) -> str:
    return str(tomllib.loads(f"key = {key}")["key"]) if key[:1] in ('"', "'") else key
