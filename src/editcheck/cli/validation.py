"""Holding what is written against its JSON Schema, for `--validate`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from editcheck.cli.exits import Failed

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from editcheck.reports.places import JsonObject

__all__ = ["validate"]


def validate(payload: JsonObject, schema: str, file: str) -> None:
    """Raise `Failed` where a value does not keep to the schema of a name; `file` is what it is about."""
    from jsonschema.exceptions import best_match

    error = best_match(_validator(schema).iter_errors(payload))
    if error is not None:
        raise Failed(f"{file}: the {schema} does not keep to its schema at {error.json_path}: {error.message}")


@cache
def _validator(schema: str) -> Validator:
    from jsonschema import Draft202012Validator

    from editcheck.schema import load

    return Draft202012Validator(load(schema))
