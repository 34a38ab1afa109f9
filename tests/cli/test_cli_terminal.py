"""Where colour goes, how wide it is, and what a terminal that knows ASCII only gets."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from editcheck.cli.output import surface_of
from editcheck.cli.progress import Progress


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Pipe(io.StringIO):
    encoding = "utf-8"


@pytest.mark.parametrize(
    ("stream", "environ", "colour"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (Pipe(), {}, False),
        (Pipe(), {"FORCE_COLOR": "1"}, True),
    ],
)
def test_colour_is_for_terminals_that_want_it(stream: io.StringIO, environ: dict[str, str], colour: bool) -> None:
    assert surface_of(None, "auto", stream, environ).colour is colour
    assert surface_of(None, "always", stream, environ).colour
    assert not surface_of(None, "never", stream, environ).colour


def test_a_file_gets_no_colour_unless_asked_for() -> None:
    assert not surface_of("report.txt", "auto", Terminal(), {}).colour
    assert surface_of("report.txt", "always", Terminal(), {}).colour
    assert surface_of("report.txt", "auto", Terminal(), {}).unicode


def test_the_width_is_the_terminals(check, write) -> None:
    name = write("story.txt", "Nobody in the harbour wanted to say the stopword " + "again and " * 30 + "again.")
    narrow = check(name, form="terminal", COLUMNS="50").out
    assert max(map(len, narrow.splitlines())) <= 50
    wide = check(name, form="terminal", COLUMNS="110").out
    assert 80 < max(map(len, wide.splitlines())) <= 110


def test_colour_when_asked_for(check, write) -> None:
    name = write("story.txt", "A stopword.")
    assert "\x1b[" not in check(name, form="terminal").out
    assert "\x1b[1;4;31mstopword" in check(name, "--color", "always", form="terminal").out


def test_a_terminal_that_knows_ascii_only(process, plugin, write) -> None:
    name = write("story.txt", "“A stopword”, said Weiß — 港湾局.")
    arguments = ("check", name, "-p", plugin, "--select", "house")
    ran = process(*arguments, PYTHONIOENCODING="ascii")
    assert ran.returncode == 1
    assert b'| "A stopword", said Wei? - ???.' in ran.stdout
    ran = process(*arguments, "--format", "jsonl", PYTHONIOENCODING="ascii")
    assert "港湾局" in ran.stdout.decode("utf-8")


def test_a_bar_shows_how_far_a_long_run_is_and_leaves_nothing_behind() -> None:
    stream = Terminal()
    progress = Progress(stream, 4)
    progress.draw()
    progress.finish("one.txt")
    progress.finish("one.txt")
    progress.finish("two\n.txt")
    assert [part.strip() for part in stream.getvalue().split("\r\x1b[2K")] == [
        "",
        "[........................] 0 of 4",
        "[######..................] 1 of 4  one.txt",
        "[######..................] 1 of 4  one.txt",
        "[############............] 2 of 4  two?.txt",
    ]
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[2K")
    length = len(stream.getvalue())
    progress.clear()
    assert len(stream.getvalue()) == length


@pytest.mark.parametrize(("stream", "total"), [(Terminal(), 1), (Pipe(), 100)])
def test_there_is_no_bar_for_one_file_nor_off_a_terminal(stream: io.StringIO, total: int) -> None:
    progress = Progress(stream, total)
    progress.draw()
    progress.finish("one.txt")
    progress.clear()
    assert stream.getvalue() == ""


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_on_a_terminal_the_bar_is_removed_before_each_report(write, folder) -> None:
    import pty

    names = [write(f"{number}.txt", "All quiet.") for number in range(3)] + ["nowhere.txt"]
    terminal, end = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "editcheck", "check", *names],
        stdin=end,
        stdout=end,
        stderr=end,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(end)
    shown = b"".join(iter(lambda: _read(terminal), b"")).decode()
    os.close(terminal)
    assert child.wait() == 2
    assert "4 of 4  2.txt" in shown
    for line in shown.split("\n"):
        last = line.rpartition("\r\x1b[2K")[2]
        assert " of 4" not in last, line


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
