"""Putting an entry on a house list of the configuration that is in force, or of one that is made for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.annotation import HouseEntry

__all__ = ["put_on_list"]


def put_on_list(entry: HouseEntry, meaning: str, config_file: str | None) -> str:
    """Write the configuration file with an entry on its list, and return what was done, in words.

    Raises `ConfigError` where the file cannot take it, `Refused` where it cannot be written.
    """
    from editcheck.cli.replacing import write_file
    from editcheck.config.house_entries import with_house_entry
    from editcheck.config.reading import find_config

    path = Path(config_file) if config_file else (find_config(Path()) or Path("editcheck.toml"))
    before = _text(path)
    after = with_house_entry(before, path, entry, meaning)
    if after != before:
        write_file(str(path), after)
    state = "was" if after == before else "is now"
    return f"{path}: {entry.entry} {state} on the list {entry.list}" + (f" ({meaning})" if meaning else "")


def _text(path: Path) -> str:
    """Return what the file holds, nothing where it is not there; it was read as a configuration before."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
