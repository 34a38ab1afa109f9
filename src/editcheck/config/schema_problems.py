"""What does not keep to a JSON Schema, in an editor's words and with the near miss, not in a validator's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from editcheck.config.rule_settings import Problem
from editcheck.near import choices, did_you_mean
from editcheck.schema import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema import ValidationError

    from editcheck.config.toml_lines import KeyPath

__all__ = ["schema_problems"]

_KINDS = {
    "string": "text in quotation marks",
    "array": "a list",
    "object": "a table",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}


def schema_problems(name: str, value: object) -> Iterator[Problem]:
    """Yield what is wrong with a value by one of our schemas."""
    for error in Draft202012Validator(load(name)).iter_errors(value):
        path: KeyPath = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            yield from _unknown_keys(error, path)
        else:
            yield Problem(path, _said(error))


def _unknown_keys(error: ValidationError, path: KeyPath) -> Iterator[Problem]:
    schema: Any = error.schema
    table: Any = error.instance
    known = schema.get("properties", {})
    for key in table:
        if key not in known:
            yield Problem((*path, key), f"there is no such setting{choices(key, known)}")


def _said(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    given: Any = error.instance
    match error.validator:
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            return f"must be {' or '.join(_KINDS[kind] for kind in kinds)}, not {_shown(given)}"
        case "enum":
            near = did_you_mean(given, wanted) if isinstance(given, str) else ""
            return f"must be one of {', '.join(wanted)}, not {_shown(given)}{near}"
        case "minimum":
            return f"must be at least {wanted}, not {_shown(given)}"
        case "exclusiveMinimum":
            return f"must be more than {wanted}, not {_shown(given)}"
        case "minLength":
            return "must not be empty"
        case "required":
            return f"lacks {' and '.join(key for key in wanted if key not in given)}"
        case _:
            return error.message


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
