"""A sheet of terminal output: wrapped lines with indents, styles where there is colour, markers where there is none.

Widths are counted in cells: a character of an East Asian script or an emoji takes two, a combining one none.
"""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.reports.base import Surface
    from editcheck.reports.passage import Part

__all__ = ["Sheet"]

#: Nothing is narrower: a passage of three words a line cannot be read.
_NARROWEST = 30
#: Nor wider: the eye loses the line.
_WIDEST = 120

_STYLES = {
    "title": "bold",
    "faint": "dim",
    "plain": "",
    "error": "bold red",
    "warning": "bold yellow",
    "suggestion": "bold cyan",
    "off": "dim",
    "related": "bold magenta",
    "repair": "green",
    "pass": "bold green",
    "stop": "bold red",
    "incomplete": "bold yellow",
}
#: Styles of what an annotation says first: its message stands in bold.
_HEADLINES = frozenset({"error", "warning", "suggestion"})
#: A joiner that joins no two emoji. To Rich, what stands after any joiner takes no cell: in Sinhala and Hindi it does.
_STRAY_JOINER = re.compile(
    "(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d|\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
)
_ASCII = str.maketrans(
    {"…": "...", "→": "->", "·": "-", "│": "|", "─": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
)


class Sheet:
    """Takes lines and gives them as one text."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._width = max(_NARROWEST, min(surface.width, _WIDEST))
        self._indents = [0]
        self._blank_before = True
        self._file = io.StringIO()
        self._console = Console(
            file=self._file,
            width=self._width,
            color_system="standard" if surface.colour else None,
            force_terminal=surface.colour,
            force_jupyter=False,
            legacy_windows=False,
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def take(self) -> str:
        """Return what has been written."""
        return self._file.getvalue()

    @contextmanager
    def indented(self) -> Iterator[None]:
        """Indent what is written in the meantime."""
        self._indents.append(self._indents[-1] + (4 if self._width >= 60 else 2))
        yield
        self._indents.pop()

    def blank(self) -> None:
        """Leave a line free; never two in a row."""
        if not self._blank_before:
            self._file.write("\n")
        self._blank_before = True

    def rule(self) -> None:
        """Draw a line across the sheet."""
        self._write(self._text("─" * self._width, "faint"))

    def line(self, text: str, style: str = "plain") -> None:
        """Write a text, wrapped."""
        for line in self._wrapped(self._text(text, style), self._indents[-1]):
            self._write(line, self._indents[-1])

    def entry(self, word: str, text: str, style: str, hang: int | None = None) -> None:
        """Write a text after a word in a style; it begins at column `hang`, and its further lines stand below."""
        indent = self._indents[-1]
        hang = cell_len(word) + 2 if hang is None else hang
        lead = self._text(word.ljust(hang), style)
        body = self._text(text, "title" if style in _HEADLINES else "plain")
        for line in self._wrapped(body, indent + hang):
            self._write(_joined(lead, line), indent)
            lead = Text(" " * hang)

    def passage(self, parts: Sequence[Part], style: str) -> None:
        """Write words of the article behind a bar; the marked ones stand out by style, or by carets under them."""
        indent = self._indents[-1]
        text = Text()
        for part in parts:
            text.append(self._plain(part.text), self._mark(style) if part.marked else None)
        for line in self._wrapped(text, indent + 2):
            self._write(_joined(self._bar(), line), indent)
            carets = _carets(line)
            if carets and not self._surface.colour:
                self._write(_joined(self._bar(), Text(carets)), indent)

    def _bar(self) -> Text:
        return self._text("│ ", "faint")

    def _mark(self, style: str) -> Style:
        return Style.parse(f"{_STYLES[style]} underline")

    def _text(self, text: str, style: str) -> Text:
        return Text(self._plain(text), style=_STYLES[style])

    def _plain(self, text: str) -> str:
        if self._surface.unicode:
            return _STRAY_JOINER.sub("", text)
        return text.translate(_ASCII).encode("ascii", "replace").decode("ascii")

    def _wrapped(self, text: Text, indent: int) -> Iterator[Text]:
        for line in text.wrap(self._console, max(_NARROWEST // 2, self._width - indent), overflow="fold"):
            line.rstrip()
            yield line

    def _write(self, line: Text, indent: int = 0) -> None:
        self._console.print(_joined(Text(" " * indent), line), no_wrap=True, overflow="ignore", crop=False)
        self._blank_before = False


def _joined(first: Text, second: Text) -> Text:
    """Return two texts one after the other, each in its own style."""
    return Text().append_text(first).append_text(second)


def _carets(line: Text) -> str:
    """Return a line that has a caret under every cell of the styled words."""
    out = ""
    for span in line.spans:
        words = line.plain[span.start : span.end].rstrip()
        out += " " * (cell_len(line.plain[: span.start]) - len(out)) + "^" * cell_len(words)
    return out
