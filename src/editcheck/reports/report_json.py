"""JSON: an array of reports, for tools that read a whole file at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.reports.base import Renderer, Surface
from editcheck.reports.encoding import to_json
from editcheck.reports.payload import report_payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.report import Report
    from editcheck.reports.places import JsonObject

__all__ = ["RENDERER", "json_array"]


def render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
    """Yield an array of reports, one chunk a report."""
    return json_array(report_payload(report) for report in reports)


def json_array(values: Iterable[JsonObject]) -> Iterator[str]:
    """Yield an indented array of values, each as soon as it comes."""
    before = "[\n"
    for value in values:
        yield f"{before}  " + to_json(value, indent=2).replace("\n", "\n  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


RENDERER = Renderer("json", "an array of reports as `editcheck schema report` describes them", render)
