"""Making a baseline: what is found in an archive today is known from then on, and only what is new is reported."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editcheck.config import ConfigError
from editcheck.report import How, Suppressed
from editcheck.suppressions.naming import name_of
from editcheck.suppressions.records import Record, baseline_text, read_baseline

if TYPE_CHECKING:
    from editcheck.report import Report

__all__ = ["Baseline"]


@dataclass
class Baseline:
    """A baseline that grows report by report. `earlier` is what the file has said so far.

    What it says of articles that are not checked now stays, and of those that could not be checked in full.
    """

    path: str
    earlier: tuple[Record, ...] = ()
    found: set[Record] = field(default_factory=set)
    checked: set[str] = field(default_factory=set)

    @classmethod
    def at(cls, path: str) -> Baseline:
        """Begin a file, or go on with the one that is there. Raises `ConfigError` where it is no baseline."""
        there = os.path.lexists(path)
        if os.path.isdir(path):  # noqa: PTH112 (as the rest of the module has it)
            raise ConfigError(f"{path}: is a folder; give a file for the baseline")
        return cls(path, read_baseline(path).all if there else ())

    def take(self, report: Report) -> Report:
        """Put down all that a report says, and return it as it is from now on: with nothing new."""
        name = name_of(report.article, os.path.dirname(os.path.abspath(self.path)))  # noqa: PTH100, PTH120
        if not report.failures:
            self.checked.add(name)
        self.found.update(Record(name, each.rule, each.fingerprint, each.message) for each in report.annotations)
        known = tuple(Suppressed(each, How.BASELINE) for each in report.annotations)
        return replace(report, annotations=(), suppressed=(*report.suppressed, *known))

    def text(self) -> str:
        """Return what the file is to hold."""
        return baseline_text([*self.found, *(each for each in self.earlier if each.article not in self.checked)])
