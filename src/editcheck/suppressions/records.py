"""The files of dismissals and of baselines: JSON Lines, one annotation a line, sorted, so that they merge well.

A baseline begins with a line that says what it is; dismissals have none, for two branches may each begin the file.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editcheck.config import ConfigError
from editcheck.near import choices
from editcheck.reports.encoding import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editcheck.reports.places import JsonObject

__all__ = ["Record", "Records", "baseline_text", "dismissals_text", "read_baseline", "read_dismissals"]

#: The version of baselines that is written and read here.
_VERSION = 1
_MERGE_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """An annotation that is not to be reported: of which article, and by what it is known again.

    `message` is what it said at the time. `why`, `by` and `date` (ISO) are a dismissal's.
    """

    article: str
    rule: str
    fingerprint: str
    message: str = ""
    why: str = ""
    by: str = ""
    date: str = ""


@dataclass(frozen=True, eq=False)
class Records:
    """What a file holds, in its order."""

    all: tuple[Record, ...] = ()

    @cached_property
    def by_article(self) -> Mapping[str, Mapping[str, Record]]:
        """The same by article and fingerprint, worked out once."""
        found: dict[str, dict[str, Record]] = {}
        for each in self.all:
            found.setdefault(each.article, {})[each.fingerprint] = each
        return found


_FIELDS = tuple(each.name for each in fields(Record))
_REQUIRED = ("article", "rule", "fingerprint")


def read_dismissals(path: str) -> Records:
    """Return what was dismissed; nothing where the file is not there. Raises `ConfigError`."""
    return _cached(path, *_state(path), baseline=False)


def read_baseline(path: str) -> Records:
    """Return what was known. Raises `ConfigError`, where there is no such file too."""
    state = _state(path)
    if state == _NOT_THERE:
        raise ConfigError(f"{path}: there is no such baseline; --write-baseline writes it")
    return _cached(path, *state, baseline=True)


def dismissals_text(records: Iterable[Record]) -> str:
    """Return what a file of dismissals holds."""
    return "".join(_line(each) for each in sorted(set(records)))


def baseline_text(records: Iterable[Record]) -> str:
    """Return what a baseline holds."""
    return to_json({"editcheck": "baseline", "version": _VERSION}) + "\n" + dismissals_text(records)


_NOT_THERE = (0, -1)


def _state(path: str) -> tuple[int, int]:
    """Return by what a file is known to be unchanged."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        return _NOT_THERE
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=8)
def _cached(path: str, _changed: int, size: int, *, baseline: bool) -> Records:
    if size < 0:
        return Records()
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 (byte {error.start})") from error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if baseline:
        _check_head(path, lines)
        lines = lines[1:]
    return Records(tuple(_record(f"{path}:{number}", line) for number, line in lines))


def _check_head(path: str, lines: list[tuple[int, str]]) -> None:
    """Refuse what is no baseline, or one of another version."""
    number, line = lines[0] if lines else (1, "{}")
    head = _object(f"{path}:{number}", line)
    if head.get("editcheck") != "baseline":
        raise ConfigError(f"{path}:{number}: is no baseline of editcheck; --write-baseline writes one")
    if head.get("version") != _VERSION:
        raise ConfigError(
            f"{path}:{number}: is a baseline of version {head.get('version')}, and this editcheck reads version "
            f"{_VERSION}; delete it and write it anew with --write-baseline"
        )


def _record(place: str, line: str) -> Record:
    if line.startswith(_MERGE_MARKS):
        raise ConfigError(f"{place}: a merge has left its marks here; keep the lines of both sides, without the marks")
    values = _object(place, line)
    if values.get("editcheck") == "baseline":
        raise ConfigError(f"{place}: this is a baseline and no file of dismissals; give it with --baseline")
    for name, value in values.items():
        if name not in _FIELDS:
            raise ConfigError(f"{place}: there is no such entry as {name!r}{choices(name, _FIELDS)}")
        if not isinstance(value, str):
            raise ConfigError(f"{place}: {name} must be text in quotation marks")
    missing = [name for name in _REQUIRED if not values.get(name)]
    if missing:
        raise ConfigError(f"{place}: lacks {' and '.join(missing)}; `editcheck dismiss` writes what is needed")
    if values.get("date") and not _is_day(values["date"]):
        raise ConfigError(f"{place}: date is {values['date']!r}, which is no day; write it as 2024-10-24")
    return Record(**values)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _object(place: str, line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise ConfigError(f"{place}: is no JSON ({error}); mend this line or take it out") from error
    except RecursionError:
        raise ConfigError(f"{place}: is nested too deeply; take this line out") from None
    if not isinstance(value, dict):
        raise ConfigError(f"{place}: is no object of JSON ({{...}}); mend this line or take it out")
    return value


def _line(record: Record) -> str:
    values: JsonObject = {name: value for name in _FIELDS if (value := getattr(record, name))}
    return to_json(values) + "\n"
