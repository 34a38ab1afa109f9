"""Which plugins there are: the first of three steps (find, classify, load). Nothing is imported here.

Plugins come from the entry points of installed distributions, and from the files and modules that the settings name.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from editcheck.hookspecs import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.config import PluginSettings

__all__ = ["Candidate", "Origin", "Selection", "absolute", "classify", "edited", "find"]


class Origin(enum.StrEnum):
    """Where a plugin was found."""

    ENTRY_POINT = "entry point"
    FILE = "file"
    MODULE = "module"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plugin that was found and not yet loaded.

    `target` is what to import: `module` or `module:attribute` of an entry point or a module, a path of a file.
    """

    name: str
    origin: Origin
    target: str
    distribution: str | None = None
    version: str | None = None

    @property
    def ours(self) -> bool:
        """Whether the plugin came with editcheck itself; everybody else's is a stranger's."""
        return self.distribution == PROJECT


@dataclass(frozen=True, slots=True)
class Selection:
    """The candidates by what is to be done with them, each group in the order in which its plugins are called."""

    ours: tuple[Candidate, ...] = ()
    strangers: tuple[Candidate, ...] = ()
    disabled: tuple[Candidate, ...] = ()

    @property
    def active(self) -> tuple[Candidate, ...]:
        """All that are to be loaded."""
        return self.ours + self.strangers


def find(settings: PluginSettings) -> tuple[Candidate, ...]:
    """Return every plugin that is installed or named, in a fixed order: installed ones by name, then those named."""
    installed = sorted(_installed(), key=lambda each: (not each.ours, each.name, each.distribution or "", each.target))
    named = (_named(entry) for entry in settings.files)
    return tuple(dict.fromkeys((*installed, *named)))


def classify(found: Iterable[Candidate], settings: PluginSettings) -> Selection:
    """Sort candidates into those that came with editcheck, strangers', and those that are switched off."""
    groups: dict[str, list[Candidate]] = {"ours": [], "strangers": [], "disabled": []}
    for candidate in found:
        off = candidate.name in settings.disabled or not (candidate.ours or settings.strangers)
        groups["disabled" if off else "ours" if candidate.ours else "strangers"].append(candidate)
    return Selection(**{name: tuple(group) for name, group in groups.items()})


def _installed() -> Iterator[Candidate]:
    for entry in metadata.entry_points(group=PROJECT):
        name, version = (entry.dist.name, entry.dist.version) if entry.dist is not None else (None, None)
        yield Candidate(entry.name, Origin.ENTRY_POINT, entry.value, name, version)


def _named(entry: str) -> Candidate:
    if _is_file(entry):
        return Candidate(Path(entry).stem, Origin.FILE, absolute(entry))
    return Candidate(entry.partition(":")[0], Origin.MODULE, entry)


def absolute(entry: str) -> str:
    """Return an entry of `PluginSettings.files` that does not depend on the current folder."""
    return str(Path(entry).resolve()) if _is_file(entry) else entry


def edited(entry: str) -> int:
    """Return a number that changes when the file of an entry does; 0 for modules, and where there is no file."""
    try:
        return Path(entry).stat().st_mtime_ns if _is_file(entry) else 0
    except OSError:
        return 0


def _is_file(entry: str) -> bool:
    return entry.endswith(".py")
