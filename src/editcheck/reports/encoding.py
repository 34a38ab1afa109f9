"""JSON as text: the one way in which editcheck writes it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.reports.places import Json

__all__ = ["to_json"]

#: Lone surrogates, which no UTF-8 can say, and what some readers take for the end of a line.
_UNSAFE = re.compile("[\ud800-\udfff\u007f-\u009f\u2028\u2029]")


def to_json(value: Json, *, indent: int | None = None) -> str:
    """Return a value as JSON; characters stay readable, those that would break a line or an encoding are escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
