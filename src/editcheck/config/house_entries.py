"""Putting an entry on a house list in the configuration file: one line comes in, all else stays as it is laid out."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from editcheck.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editcheck.annotation import HouseEntry

__all__ = ["with_house_entry"]


def with_house_entry(text: str, path: Path, entry: HouseEntry, meaning: str) -> str:
    """Return the text of a configuration file with an entry on a house list; one that is there already stays.

    `path` tells whether the settings stand under [tool.editcheck]. Raises `ConfigError` where the text is not TOML, or
    has something else in the place of a table.
    """
    keys = (*(("tool", "editcheck") if path.name == "pyproject.toml" else ()), "house", entry.list)
    mark = text[: text.startswith("\ufeff")]
    lines = text.removeprefix(mark).replace("\r\n", "\n")
    try:
        table = _table(tomllib.loads(lines), keys)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error
    except TypeError as error:
        raise ConfigError(f"{path}: {error} is no table, so nothing can be put on the list") from error
    if table is not None and entry.entry in table:
        return text
    written = (_at_the_end(lines, keys, entry.entry, meaning) if table is None else None) or _in_its_table(
        lines, keys, entry.entry, meaning
    )
    return mark + (written.replace("\n", "\r\n") if "\r\n" in text else written)


def _table(values: Any, keys: Sequence[str]) -> Any:  # noqa: ANN401 (TOML has values of many kinds)
    """Return the table of some keys, None where there is none. Raises `TypeError` with the name of what is no table."""
    for number, key in enumerate(keys, 1):
        if key not in values:
            return None
        values = values[key]
        if not isinstance(values, dict):
            raise TypeError(".".join(keys[:number]))
    return values


def _at_the_end(text: str, keys: Sequence[str], key: str, value: str) -> str | None:
    """Return the text with a table behind all else, which touches nothing; None where TOML does not have it there."""
    import tomlkit

    before = text.rstrip("\n") + "\n\n" if text.strip() else ""
    written = f"{before}[{'.'.join(keys)}]\n{tomlkit.dumps({key: value})}"
    try:
        tomllib.loads(written)
    except tomllib.TOMLDecodeError:
        return None
    return written


def _in_its_table(text: str, keys: Sequence[str], key: str, value: str) -> str:
    """Return the text with a key behind the last one of its table; what stands below is about what comes next."""
    import tomlkit
    from tomlkit.items import Table

    document = tomlkit.parse(text)
    table: Any = document
    for each in keys:
        table = table.setdefault(each, tomlkit.inline_table())
    below = []
    if isinstance(table, Table):
        body = table.value.body
        while body and body[-1][0] is None:
            below.append(body.pop()[1])
    table[key] = value
    for item in reversed(below):
        table.add(item)
    return tomlkit.dumps(document)
