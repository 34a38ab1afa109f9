"""Draw docs/images/terminal.svg: what `editcheck check` shows of the example article. A test keeps it true."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

import editcheck
from editcheck.reports import terminal
from editcheck.reports.base import Surface

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "terminal.svg"
EXAMPLE = "examples/harbour-crossing.html"
WIDTH = 100
#: Lines of the report's beginning and of its end: the whole is several screens long.
BEGINNING, END = 62, 4
#: Rich's frame without its web font: the picture is drawn with what the reader has, and fetches nothing.
FRAME = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def drawn() -> str:
    """Return the picture as SVG; the same report gives the same bytes."""
    report = editcheck.check(editcheck.read(EXAMPLE))
    lines = "".join(terminal.render([report], Surface(width=WIDTH, colour=True))).splitlines()
    shown = [*lines[:BEGINNING], "", "   ⋮", *lines[-END:]]
    console = Console(file=io.StringIO(), record=True, width=WIDTH + 2, color_system="truecolor", force_terminal=True)
    for line in shown:
        console.print(Text.from_ansi(line), soft_wrap=True)
    title = f"editcheck check {EXAMPLE}"
    return console.export_svg(title=title, theme=MONOKAI, code_format=FRAME, unique_id="editcheck") + "\n"


if __name__ == "__main__":
    os.chdir(ROOT)
    PICTURE.write_text(drawn(), encoding="utf-8")
