"""Dismissals as an editor reads them: by article, each with its reason, who gave it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.reports.passage import clean
from editcheck.reports.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.reports.base import Surface
    from editcheck.suppressions.records import Record

__all__ = ["listed"]

#: The beginning of a fingerprint that is shown, and where the text beside it begins.
_SHOWN = 8
_HANG = 10


def listed(records: Sequence[Record], surface: Surface) -> str:
    """Return the list as text."""
    sheet = Sheet(surface)
    article = ""
    for each in sorted(records):
        if each.article != article:
            article = each.article
            sheet.blank()
            sheet.line(clean(article), "title")
        sheet.entry(each.fingerprint[:_SHOWN], clean(f"{each.message} [{each.rule}]"), "faint", _HANG)
        said = ", ".join(part for part in (each.by, each.date) if part)
        sheet.entry("", clean(f"{each.why} ({said})" if said else each.why), "faint", _HANG)
    if not records:
        sheet.line("Nothing is dismissed.")
    return sheet.take()
