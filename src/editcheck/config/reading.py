"""Reading the configuration: editcheck.toml, or [tool.editcheck] in pyproject.toml.

What is wrong with it is said with file, line and key, and with what was probably meant.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editcheck.config import ConfigError
from editcheck.config.presets import with_preset
from editcheck.config.rule_settings import Problem, problems_with
from editcheck.config.toml_lines import line_of, lines_of
from editcheck.config.values import config_of
from editcheck.house import LISTS
from editcheck.near import choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from os import PathLike

    from editcheck.config import Config, FormatSettings, PluginSettings
    from editcheck.config.toml_lines import KeyPath
    from editcheck.house import House

__all__ = ["find_config", "load_config"]

_OWN_FILE = "editcheck.toml"
_SHARED_FILE = "pyproject.toml"
_TABLE: KeyPath = ("tool", "editcheck")


def load_config(
    path: str | PathLike[str] | None = None,
    *,
    start: str | PathLike[str] = ".",
    plugins: Sequence[str] = (),
    disabled: Sequence[str] = (),
    strangers: bool = True,
) -> Config:
    """Return the configuration of a file, of the nearest one from the folder `start` upwards, or the default.

    `plugins` are files or dotted modules besides those that the file names, `disabled` are left out besides those that
    it leaves out; with `strangers=False` only the plugins that came with editcheck run. The rules of all that are
    active are those that the file may speak of. Raises `ConfigError`.
    """
    file = Path(path) if path is not None else find_config(Path(start))
    document = _read(file) if file is not None else _Document(Path(), {})
    if path is not None and document.values is None:
        raise ConfigError(f"{file}: there is no [tool.editcheck] in it")
    values = document.values or {}
    document.refuse(_misfits(values))
    config = config_of(with_preset(values), document.path.parent if file is not None else Path(start))
    own = config.plugins
    own = replace(
        own,
        files=(*own.files, *plugins),
        disabled=(*own.disabled, *disabled),
        strangers=own.strangers and strangers,
    )
    config = replace(config, plugins=own)
    if file is not None:
        document.refuse(_checked(config))
    return config


def find_config(start: Path) -> Path | None:
    """Return the file that configures a folder: the nearest on the way up, or None."""
    folder = start.resolve()
    for each in (folder, *folder.parents):
        if os.path.lexists(own := each / _OWN_FILE):  # what cannot be read is told, not passed over
            return own
        shared = each / _SHARED_FILE
        if os.path.isfile(shared) and _read(shared, if_named=True).values is not None:  # noqa: PTH113 (never raises)
            return shared
    return None


@dataclass(frozen=True)
class _Document:
    """A file as it was read: the settings in it (None where it has no table for them) and the text they stand in."""

    path: Path
    values: dict[str, Any] | None
    text: str = ""
    prefix: KeyPath = ()

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Raise `ConfigError` for the problem that stands first in the file."""
        lines = lines_of(self.text)
        placed = [(line_of((*self.prefix, *each.path), lines), each) for each in problems]
        if placed:
            line, first = min(placed, key=lambda pair: pair[0])
            more = f" (and {len(placed) - 1} more)" if len(placed) > 1 else ""
            raise ConfigError(f"{self.path}:{line}: {first}{more}")


def _read(path: Path, *, if_named: bool = False) -> _Document:
    """Read a file. With `if_named`, one that nowhere names editcheck is not even parsed: it is somebody else's."""
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8, as TOML must be (byte {error.start})") from error
    if if_named and "editcheck" not in text:
        return _Document(path, None)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}:{_toml_problem(error, text)}") from error
    except RecursionError:
        raise ConfigError(f"{path}: lists or tables are nested too deeply in it") from None
    if path.name != _SHARED_FILE:
        return _Document(path, values, text)
    table = values.get("tool", {})
    return _Document(path, table.get("editcheck") if isinstance(table, dict) else None, text, _TABLE)


def _toml_problem(error: tomllib.TOMLDecodeError, text: str) -> str:
    """Return the place and the problem out of the parser's message, which has "(at line 3, column 5)" in its end."""
    what, _, place = str(error).rpartition(" (at ")
    numbers = re.findall(r"\d+", place)
    where = ":".join(numbers) if numbers else f"{text.rstrip().count(chr(10)) + 1}"
    return f"{where}: is not valid TOML: {what}{'' if numbers else ', at the end of the file'}"


def _misfits(values: Mapping[str, Any]) -> Iterator[Problem]:
    from editcheck.config.schema_problems import schema_problems

    yield from schema_problems("config", values)


def _checked(config: Config) -> Iterator[Problem]:
    from editcheck.host import catalogue

    yield from problems_with(config, catalogue(config))
    yield from _disabled_problems(config.plugins)
    yield from _house_problems(config.house)
    yield from _selector_problems(config.formats)


def _disabled_problems(plugins: PluginSettings) -> Iterator[Problem]:
    """Yield names that are nearly a plugin's; one that is not installed here may be so elsewhere."""
    from editcheck.host.finder import find

    known = {candidate.name for candidate in find(plugins)} if plugins.disabled else set()
    for index, name in enumerate(plugins.disabled):
        if name not in known and (hint := did_you_mean(name, known)):
            yield Problem(("plugins", "disabled", index), f"there is no plugin {name!r}{hint}")


def _house_problems(house: House) -> Iterator[Problem]:
    for name in (*house.extra, *house.replaced):
        if name not in LISTS:
            yield Problem(("house", name), f"there is no list {name!r}{choices(name, LISTS)}")
    verbs = house.extra.get("cue_verbs") or house.replaced.get("cue_verbs") or {}
    if verbs:
        from editcheck.facts.quotations.lexicon import problem_with_cue

        for verb, entry in verbs.items():
            if problem := problem_with_cue(entry):
                yield Problem(("house", "cue_verbs", verb), problem)


def _selector_problems(formats: FormatSettings) -> Iterator[Problem]:
    from cssselect import SelectorError, parse

    for name in ("body", "headline", "byline", "date", "exclude"):
        for index, selector in enumerate(getattr(formats, name)):
            try:
                parse(selector)
            except SelectorError as error:
                yield Problem(("formats", name, index), f"{selector!r} is no CSS selector: {error}")
