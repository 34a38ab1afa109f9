"""Reports as text: one small module an output format.

`base` says what a format is; `payload` and `facts_json` make JSON values of reports and facts, with `places`,
`selectors` and `edits` for where things stand; `terminal` is for people, with `passage`, `sheet` and `tally`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.reports.base import Renderer

__all__ = ["built_in"]


def built_in() -> tuple[Renderer, ...]:
    """Return the output formats that come with editcheck, the one for people first."""
    from editcheck.reports import report_json, report_jsonl, terminal

    return (terminal.RENDERER, report_json.RENDERER, report_jsonl.RENDERER)
