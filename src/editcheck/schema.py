"""The JSON Schemas that come with editcheck: of reports, of facts, of the configuration."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from editcheck.near import did_you_mean

__all__ = ["load", "names"]

_SUFFIX = ".schema.json"


@cache
def names() -> tuple[str, ...]:
    """Return the names of the schemas there are, sorted."""
    files = (each.name for each in resources.files("editcheck.schemas").iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in files if name.endswith(_SUFFIX)))


@cache
def load(name: str) -> dict[str, Any]:
    """Return a schema by its name ("config"), the same object each time: not to be changed. Raises `KeyError`."""
    if name not in names():
        raise KeyError(f"there is no schema {name!r}{did_you_mean(name, names())}")
    text = resources.files("editcheck.schemas").joinpath(f"{name}{_SUFFIX}").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
