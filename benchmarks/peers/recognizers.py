"""Recognizers-Text of Microsoft: dates and times, its answers turned into TIMEX3 values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from corpora import Sample, Timex
from recognizers_date_time import recognize_datetime
from recognizers_text import Culture

#: The types of TIMEX3 for its own.
_TYPES = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}


def find(sample: Sample[Any]) -> list[Timex]:
    """Return what it finds; the end of its spans is their last character."""
    published = datetime.fromisoformat(sample.published) if sample.published else None
    found = []
    for each in recognize_datetime(sample.text, Culture.English, reference=published):
        values = (each.resolution or {}).get("values") or [{}]
        kind = each.type_name.rpartition(".")[2]
        value = _value(kind, values[0], sample.published or "")
        found.append(Timex((each.start, each.end + 1), _TYPES.get(kind, "TIME"), value))
    return found


def _value(kind: str, told: Mapping[str, str], published: str) -> str | None:
    """Return the TIMEX3 value of its first resolution, which is the one in the past where it leaves a choice."""
    timex = told.get("timex")
    if kind == "date":
        return told.get("value", timex)
    if kind == "datetime" and "value" in told:
        return told["value"].replace(" ", "T").removesuffix(":00")
    if kind == "time" and "value" in told:
        return f"{published}T{told['value'].removesuffix(':00')}"
    if kind == "daterange" and timex and timex.startswith("XXXX-") and len(timex) == len("XXXX-05"):
        return told.get("start", timex)[:7]
    return timex
