"""The source as it came: bytes, the text they decode to, and the way between their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SourceText"]

#: Characters between two remembered byte offsets: a look-up encodes at most this many.
_STRIDE = 4096
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class SourceText:
    """A file's bytes and their text; offsets count characters of `text` and bytes of `raw`.

    `encoding` is the Python name of the codec. The first `bom` bytes are a byte order mark, which is no character of
    the text. `name` is the path or the name under which messages speak of it. `strays` are the offsets of characters
    that stand for one byte each which is no text in this encoding; they read U+FFFD. `starts` are the bytes at which
    the characters begin, where that cannot be had by encoding the text again (legacy encodings), `single_byte` says
    that every character is one byte.
    """

    raw: bytes
    text: str
    encoding: str = "utf-8"
    bom: int = 0
    name: str = "<text>"
    strays: tuple[int, ...] = ()
    starts: Sequence[int] | None = None
    single_byte: bool = False

    @classmethod
    def of(cls, text: str, name: str = "<text>") -> SourceText:
        """Return a text that never was a file, as UTF-8. Lone surrogates are kept."""
        return cls(text.encode("utf-8", "surrogatepass"), text, "utf-8", 0, name)

    def byte_offset(self, offset: int) -> int:
        """Return the byte at which a character begins."""
        if self.single_byte:
            return self.bom + offset
        if self.starts is not None:
            return self.starts[offset] if offset < len(self.starts) else len(self.raw)
        block = offset // _STRIDE
        return self._byte_marks[block] + self._length(block * _STRIDE, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character, both from 1; lines end with LF, CR LF or CR."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _length(self, start: int, end: int) -> int:
        """Return how many bytes the characters from `start` to `end` are; a stray is one."""
        encoded = len(self.text[start:end].encode(self.encoding, "surrogatepass"))
        strays = bisect_left(self.strays, end) - bisect_left(self.strays, start)
        return encoded - strays * (len("\ufffd".encode(self.encoding)) - 1)

    @cached_property
    def _byte_marks(self) -> list[int]:
        marks = [self.bom]
        for start in range(0, len(self.text), _STRIDE):
            marks.append(marks[-1] + self._length(start, min(start + _STRIDE, len(self.text))))
        return marks

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
