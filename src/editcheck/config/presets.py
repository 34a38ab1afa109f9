"""Presets: what a newsroom of one country would set, under its own settings."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

__all__ = ["PRESETS", "with_preset"]

#: The presets there are; `general` is editcheck as it is.
PRESETS = ("general", "us", "uk")


def with_preset(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the values of a configuration, which keep to its schema, on top of those of the preset that it names.

    A house list that the configuration replaces is its own alone.
    """
    name = values.get("preset", PRESETS[0])
    if name == PRESETS[0]:
        return values
    text = resources.files("editcheck").joinpath(f"data/presets/{name}.toml").read_text(encoding="utf-8")
    preset = tomllib.loads(text)
    replaced = values.get("house", {}).get("replace", ())
    house = {key: each for key, each in preset.get("house", {}).items() if key not in replaced}
    return _merged({**preset, "house": house}, values)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return one table on top of another: tables within are merged, everything else is the upper one's."""
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(under, Mapping) and isinstance(value, Mapping):
            merged[key] = _merged(under, value)
        else:
            merged[key] = value
    return merged
