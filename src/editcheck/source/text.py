"""The source as it came: bytes, the text they decode to, and the way between their offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

__all__ = ["SourceText"]

#: Characters between two remembered byte offsets: a look-up encodes at most this many.
_STRIDE = 4096


@dataclass(frozen=True)
class SourceText:
    """A file's bytes and their text; offsets count characters of `text` and bytes of `raw`.

    `encoding` is a Python codec name that encodes `text` back to `raw` after its first `bom` bytes (a byte order mark,
    which is no character of the text). `name` is the path or the name under which messages speak of it.
    """

    raw: bytes
    text: str
    encoding: str = "utf-8"
    bom: int = 0
    name: str = "<text>"

    @classmethod
    def of(cls, text: str, name: str = "<text>") -> SourceText:
        """Return a text that never was a file, as UTF-8. Lone surrogates are kept."""
        return cls(text.encode("utf-8", "surrogatepass"), text, "utf-8", 0, name)

    def byte_offset(self, offset: int) -> int:
        """Return the byte at which a character begins."""
        block = offset // _STRIDE
        return self._byte_marks[block] + len(self._encode(self.text[block * _STRIDE : offset]))

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character, both from 1; lines end with LF, CR LF or CR."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _encode(self, text: str) -> bytes:
        return text.encode(self.encoding, "surrogatepass" if self.encoding.startswith("utf") else "strict")

    @cached_property
    def _byte_marks(self) -> list[int]:
        marks = [self.bom]
        for start in range(0, len(self.text), _STRIDE):
            marks.append(marks[-1] + len(self._encode(self.text[start : start + _STRIDE])))
        return marks

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        for offset, character in enumerate(self.text):
            if character == "\n" or (character == "\r" and self.text[offset + 1 : offset + 2] != "\n"):
                starts.append(offset + 1)
        return starts
