"""The sheet as JSON: an array of sheets, with the names of `model`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.briefs.model import Brief

__all__ = ["render"]


def render(briefs: Iterable[Brief]) -> str:
    """Return sheets as JSON text."""
    return json.dumps([asdict(each) for each in briefs], ensure_ascii=False, indent=2) + "\n"
