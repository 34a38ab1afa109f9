"""From the arguments of a command to files: an argument is a file, a folder, a glob, or `-` for standard input."""

from __future__ import annotations

import glob
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["STDIN", "SUFFIXES", "Found", "Input", "find_inputs"]

#: The files of a folder that are taken for articles.
SUFFIXES = (".html", ".htm", ".xhtml", ".xml", ".nitf", ".newsml", ".txt")

#: The name of standard input in messages and reports.
STDIN = "<stdin>"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, under the name that messages and reports have for it; without a path, standard input."""

    name: str
    path: Path | None

    @property
    def source(self) -> str | BinaryIO:
        """What `editcheck.read_all` reads: the path, or the stream."""
        return self.name if self.path is not None else sys.stdin.buffer


@dataclass(frozen=True, slots=True)
class Found:
    """The files that the arguments name, each once, in their order, and a line for each argument that names none."""

    inputs: tuple[Input, ...]
    problems: tuple[str, ...]


def find_inputs(arguments: Iterable[str]) -> Found:
    """Find the files that arguments name."""
    inputs: dict[str, Input] = {}
    problems: list[str] = []
    for argument in arguments:
        for each in _named(argument, problems):
            inputs.setdefault(os.path.realpath(each.path) if each.path else STDIN, each)
    return Found(tuple(inputs.values()), tuple(problems))


def _named(argument: str, problems: list[str]) -> Iterator[Input]:
    path = Path(argument)
    if argument == "-":
        yield Input(STDIN, None)
    elif not argument:
        problems.append("an empty argument names no file: is a variable of the shell not set?")
    elif argument.startswith(("https://", "http://")):
        problems.append(f"{argument}: is an address, and nothing is fetched: curl -s {argument} | editcheck check -")
    elif os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where the folder above may not be read
        yield from _in_folder(path, problems)
    elif os.path.lexists(path) or not glob.has_magic(argument):
        yield Input(argument, path)
    else:
        matches = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 (as typed)
        if not any(match.is_file() for match in matches):
            problems.append(f"{argument}: no file matches")
        yield from (Input(str(match), match) for match in matches if match.is_file())


def _in_folder(folder: Path, problems: list[str]) -> Iterator[Input]:
    """Yield the articles of a folder and the folders below it, sorted; hidden ones are left out."""
    unread = len(problems)
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: problems.append(_told(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (path for name in files if _is_article(name) and not _is_special(path := Path(place, name)))
    if not found and len(problems) == unread:
        problems.append(f"{folder}: no articles in this folder (files that end in {', '.join(SUFFIXES)})")
    yield from (Input(str(path), path) for path in sorted(found))


def _is_article(name: str) -> bool:
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _is_special(path: Path) -> bool:
    """Whether something is there that is no file: a pipe, a socket, a device, which nobody means by a folder's name."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _told(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}"
