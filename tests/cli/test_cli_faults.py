"""What goes wrong around a run: nobody sees a traceback, and the exit code tells what it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editcheck.source.errors import SourceError


def failing_with(error: BaseException):
    def check_many(*_: object) -> object:
        raise error

    return check_many


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (KeyboardInterrupt(), 130, "editcheck: interrupted"),
        (SourceError("story.txt", "it is cut off", 3, 4), 2, "editcheck: story.txt:3:4: it is cut off"),
        (OSError(28, "No space left on device", "spool"), 2, "editcheck: spool: No space left on device"),
        (
            ZeroDivisionError("division\nby zero"),
            3,
            "editcheck: internal error, ZeroDivisionError: division by zero (a fault of editcheck, not of the article; "
            "`editcheck --debug ...` shows where)",
        ),
    ],
)
def test_an_error_is_one_line(run, write, monkeypatch, error: BaseException, code: int, line: str) -> None:
    monkeypatch.setattr("editcheck.host.check_many", failing_with(error))
    ran = run("check", write("story.txt"))
    assert ran.code == code
    assert ran.complaints == [line]


def test_debug_shows_where_an_internal_error_happened(run, write, monkeypatch) -> None:
    monkeypatch.setattr("editcheck.host.check_many", failing_with(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        run("--debug", "check", write("story.txt"))


@pytest.mark.skipif(os.name == "nt", reason="a folder that is in use stays there")
def test_a_folder_that_was_deleted_under_our_feet(run, folder, monkeypatch) -> None:
    (folder / "lost").mkdir()
    monkeypatch.chdir(folder / "lost")
    (folder / "lost").rmdir()
    ran = run("check", "story.txt")
    assert ran.code == 2
    [line] = ran.complaints
    assert line == "editcheck: the folder that this was started in: No such file or directory; go to another one"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_one_line(write, folder) -> None:
    name = write("story.txt", "All quiet.")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "editcheck", "check", name],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=folder,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode() == "editcheck: standard output: cannot be written: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="there is no sh there")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("check story.txt >&-", 0),
        ("check story.txt <&- >&- 2>&-", 0),
        ("check story.txt -o report.txt <&- >&- 2>&-", 0),
        ("check - <&-", 2),
        ("facts story.txt >&-", 0),
        ("rules >&-", 0),
        ("schema report >&-", 0),
    ],
)
def test_streams_that_are_closed_are_no_fault(write, folder, command: str, code: int) -> None:
    write("story.txt", "Rain fell.")
    shell = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m editcheck {command}', sys.executable], cwd=folder, capture_output=True, text=True
    )
    assert shell.returncode == code
    assert "internal error" not in shell.stderr
    if "-o" in command:
        assert "story.txt" in (folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="pipes close differently there")
def test_a_reader_that_goes_away_is_no_error(write, folder) -> None:
    names = [write(f"{number}.txt", "All quiet. " * 2000) for number in range(3)]
    ran = subprocess.Popen(
        [sys.executable, "-m", "editcheck", "check", "--format", "json", *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    assert ran.stdout is not None
    assert ran.stderr is not None
    ran.stdout.close()
    told = ran.stderr.read()
    ran.stderr.close()
    assert ran.wait() == 141
    assert told == b""


def test_a_file_in_the_place_of_a_command(run, write) -> None:
    name = write("story.txt")
    ran = run(name)
    assert ran.code == 2
    assert f"no such command: {name}; to check this file: editcheck check {name}" in ran.err


def test_a_misspelt_command(run) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert "no such command: chek; did you mean 'check'?" in ran.err
