"""What does not keep to a JSON Schema, in an editor's words and with the near miss, not in a validator's."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.validators import extend

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


def _is_number(checker: object, value: object) -> bool:
    return _is_whole(checker, value) or (isinstance(value, float) and math.isfinite(value))


def _is_whole(checker: object, value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


#: JSON has no nan and no inf, and for its schemas 1.0 is a whole number; TOML knows better.
_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many({"number": _is_number, "integer": _is_whole}),
)


def schema_problems(name: str, value: object) -> Iterator[Problem]:
    """Yield what is wrong with a value by one of our schemas."""
    for error in _Validator(load(name)).iter_errors(value):
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
            return f"must be {' or '.join(_KINDS[kind] for kind in kinds)}, not {_shown(given)}{_quoted_name(error)}"
        case "enum":
            near = did_you_mean(given, wanted) if isinstance(given, str) else ""
            return f"must be one of {', '.join(wanted)}, not {_shown(given)}{near}"
        case "minimum":
            return f"must be at least {wanted}, not {_shown(given)}"
        case "maximum":
            return f"must be at most {wanted}, not {_shown(given)}"
        case "exclusiveMinimum":
            return f"must be more than {wanted}, not {_shown(given)}"
        case "minLength":
            return "has an empty name in it" if "propertyNames" in error.schema_path else "must not be empty"
        case "minProperties":
            return "must not be empty"
        case "required":
            return f"lacks {' and '.join(key for key in wanted if key not in given)}"
        case _:
            return error.message


def _quoted_name(error: ValidationError) -> str:
    """Return a clause for who wrote [rules.dates.tense-mismatch]."""
    match tuple(error.absolute_path):
        case (*_, "rules", family, name) if isinstance(error.instance, dict):
            return f'; the name of a rule stands in quotation marks: [rules."{family}/{name}"]'
    return ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
