"""Markup inside of a text: escaped HTML in an XML element, HTML in a JSON string, parsed a second time.

What the inner parser finds is put back into the outermost file: an inner run that lies in several outer ones is split
at their borders; a reference whose own characters are written as references is one indivisible place, its escapes
the outer ones first.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from editcheck.source.document import Document, Run, join_runs
from editcheck.source.html import parse_fragment
from editcheck.source.references import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.config import Limits
    from editcheck.source.text import SourceText

__all__ = ["parse_nested"]


def parse_nested(source: SourceText, runs: Sequence[Run], limits: Limits, xpath: str | None = None) -> Document:
    """Parse the text of `runs` as HTML, and return its tree under a `div` with runs of `source`.

    `runs` are those of one text or of several that are to be read as one. `xpath` names the element that holds them.
    Raises `SourceError` where a limit is passed.
    """
    outer = _Outer(source, runs)
    inner = parse_fragment(source, outer.text, limits)
    table = {
        place: join_runs(part for run in found for part in outer.compose(run)) for place, found in inner.table.items()
    }
    remarks = [remark._replace(start=outer.place(remark.start)) for remark in inner.remarks]
    return Document(source, inner.root, "html", table, inner.elements, xpath, remarks)


class _Outer:
    """The runs of the outer text, by their offsets in it."""

    def __init__(self, source: SourceText, runs: Sequence[Run]) -> None:
        self._source = source
        self._runs = [run for run in runs if run.text]
        self._starts = [0, *accumulate(len(run.text) for run in self._runs)]
        self.text = "".join(run.text for run in self._runs)

    def place(self, offset: int) -> int:
        """Return where in the source a character of the outer text stands."""
        return next(self._parts(offset, offset + 1)).start

    def compose(self, inner: Run) -> Iterator[Run]:
        """Yield where a run of the inner parse stands in the source."""
        parts = list(self._parts(inner.start, inner.end))
        if inner.escapes:
            yield self._joined(parts, inner)
        else:
            yield from parts

    def _parts(self, start: int, end: int) -> Iterator[Run]:
        """Yield the outer runs from `start` to `end` of the outer text, those at the borders cut."""
        index = bisect_right(self._starts, start) - 1
        while index < len(self._runs) and self._starts[index] < end:
            run, begin = self._runs[index], self._starts[index]
            first, last = max(0, start - begin), min(len(run.text), end - begin)
            yield _cut(run, first, last)
            index += 1

    def _joined(self, parts: list[Run], inner: Run) -> Run:
        """Return one run for a reference that is written across all of the parts."""
        start, end = parts[0].start, parts[-1].end
        outer = next((part.escapes for part in parts if part.escapes), ())
        if not outer and any(left.end != right.start for left, right in pairwise(parts)):
            outer = ("xml",)
        escapes = outer + inner.escapes
        if decoded(self._source.text[start:end], escapes) != inner.text:
            escapes = (f"means:{inner.text}",)
        return Run(inner.text, start, end, escapes, parts[0].part)


def _cut(run: Run, first: int, last: int) -> Run:
    """Cut a run to some of its characters; of an indivisible one the place stays whole."""
    text = run.text[first:last]
    if text == run.text:
        return run
    if run.escapes:
        return Run(text, run.start, run.end, (f"means:{text}",), run.part)
    return Run(text, run.start + first, run.start + last, (), run.part)
