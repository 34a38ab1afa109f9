"""What an article has told so far, and its next date may rest on: the date told last, the day, a company's quarter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.facts.dates.meaning import Context, Direction, Outlook, Reading
from editcheck.facts.dates.stretches import Unit

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Story"]

#: The months that companies tell their figures of beside those of a quarter.
_MONTHS_OF_A_REPORT = frozenset({"P6M", "P9M", "P12M"})


class Story:
    """The context of the next date. `published` and `day_first` as in `Context`."""

    def __init__(self, published: date | None, *, day_first: bool) -> None:
        self._context = Context(published, day_first=day_first)
        self._day_told_in = self._report_told_in = 0

    def context(self, block: int, outlook: Outlook) -> Context:
        """Return what a date in a block may rest on; what was told more than a paragraph ago is not close by."""
        told = self._context
        return replace(
            told,
            outlook=outlook,
            day=told.day if block - self._day_told_in <= 1 else None,
            report=told.report if block - self._report_told_in <= 1 else None,
        )

    def go_on(self, reading: Reading, block: int, outlook: Outlook, *, in_passing: bool) -> None:
        """Take in what was read in a block. `in_passing`: it stands after words such as "after", "up from"."""
        stretch, quarter = reading.stretch, self._context.quarter
        if stretch is None and reading.value in _MONTHS_OF_A_REPORT and quarter is not None:
            self._context, self._report_told_in = replace(self._context, report=quarter.within(Unit.YEAR)), block
        if stretch is None or reading.compared:
            return
        self._context = replace(self._context, told=stretch)
        if stretch.unit is Unit.QUARTER and not in_passing:
            self._context = replace(self._context, quarter=stretch)
            if not self._is_ahead(stretch.last, outlook):
                self._context, self._report_told_in = replace(self._context, report=stretch), block
        if stretch.unit is Unit.DAY:
            self._context, self._day_told_in = replace(self._context, day=stretch), block

    def _is_ahead(self, last: date, outlook: Outlook) -> bool:
        """Whether a quarter is one that a company only looks forward to: there are no figures of it yet."""
        published = self._context.published
        return outlook.direction is Direction.FUTURE and published is not None and last >= published
