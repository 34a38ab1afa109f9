"""JSON Lines: one report a line, for streams and archives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.reports.base import Renderer, Surface
from editcheck.reports.encoding import to_json
from editcheck.reports.payload import report_payload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.report import Report

__all__ = ["RENDERER"]


def render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
    """Yield one line a report."""
    for report in reports:
        yield to_json(report_payload(report)) + "\n"


RENDERER = Renderer("jsonl", "one report a line, written as soon as it is there", render)
