"""The search of dateparser: dates in running text, as days, months or years."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from corpora import Sample, Timex
from dateparser.search import search_dates

#: How much of an ISO date a period takes.
_LENGTH = {"year": 4, "month": 7}


def find(sample: Sample[Any]) -> list[Timex]:
    """Return what it finds; it gives words, not places, so these are looked for in order."""
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if sample.published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(sample.published)
    found, at = [], 0
    for words, moment, period in search_dates(sample.text, ["en"], settings, add_period=True) or ():
        start = sample.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex((start, at), "DATE", moment.date().isoformat()[: _LENGTH.get(period, 10)]))
    return found
