"""Holding what is written against its JSON Schema, for `--validate`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from editcheck.reports.places import JsonObject

__all__ = ["misfit"]


def misfit(payload: JsonObject, schema: str) -> str | None:
    """Return where and how a value does not keep to the schema of a name, or None."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator(schema).iter_errors(payload))
    if error is None:
        return None
    return f"what is written does not keep to the schema {schema!r} at {error.json_path}: {error.message}"


@cache
def _validator(schema: str) -> Validator:
    from jsonschema import Draft202012Validator

    from editcheck.schema import load

    return Draft202012Validator(load(schema))
