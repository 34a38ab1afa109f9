"""Calling other people's code: what it raises is told in one line that names the place in the plugin's own code."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

import pluggy

import editcheck

__all__ = ["Home", "PluginError", "home_of", "told"]

#: Characters of a message, or of a line of code, that are told.
_LONGEST = 300

#: The files and folders that a plugin's own code lies in.
Home: TypeAlias = tuple[str, ...]

#: Code that is in every traceback of a plugin and in none of them to blame: editcheck's, pluggy's and the importer's.
_MACHINERY = (
    "<frozen",
    *(str(Path(each).parent) + os.sep for each in (editcheck.__file__, pluggy.__file__, importlib.__file__)),
)


class PluginError(Exception):
    """A plugin that cannot be used: `plugin` is its name, `problem` what is wrong with it."""

    def __init__(self, plugin: str, problem: str) -> None:
        self.plugin = plugin
        self.problem = problem
        super().__init__(f"plugin {plugin!r}: {problem}")

    def __reduce__(self) -> tuple[type[PluginError], tuple[str, str]]:
        return PluginError, (self.plugin, self.problem)


def home_of(found: object) -> Home:
    """Return where a plugin's code lies: its whole top-level package, or its one file."""
    module = found if isinstance(found, ModuleType) else sys.modules.get(type(found).__module__)
    if module is None:
        return ()
    package = sys.modules.get(module.__name__.partition(".")[0], module)
    if hasattr(package, "__path__"):
        return tuple(str(Path(each)) + os.sep for each in package.__path__)
    file = getattr(module, "__file__", None)  # built-in modules have none
    return (file,) if file else ()


def told(error: BaseException, home: Home) -> str:
    """Return an exception in one line: its type, its message, and the innermost line of the plugin's own code."""
    what = f"{type(error).__name__}: {_message(error)}".rstrip(": ")
    if isinstance(error, SystemExit):
        what = f"it called sys.exit({error.code!r})"
    return f"{_one_line(what)}{_place(error, home)}"


def _one_line(text: str) -> str:
    """Return a text in one line of bearable length, without what no encoding of Unicode can hold."""
    line = " ".join(text.encode("utf-8", "backslashreplace").decode().split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}..."


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "(its message cannot be shown)"


def _place(error: BaseException, home: Home) -> str:
    if isinstance(error, SyntaxError) and error.filename:
        return ""  # the message names file and line
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith(_MACHINERY)]
    own = [frame for frame in frames if frame.filename.startswith(home)] if home else []
    if not frames:
        return ""
    frame = (own or frames)[-1]
    code = f": {_one_line(frame.line)}" if frame.line else ""
    return f" ({Path(frame.filename).name}, line {frame.lineno}{code})"
