"""What one report, or many, come to in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.report import How, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.report import Report

__all__ = ["Tally", "counted", "in_words", "number_of"]

#: Rules that stop a publication are named up to this many.
_MOST_NAMED = 3
_NOT_REPORTED = {How.INLINE: "ignored in the source", How.DISMISSAL: "dismissed", How.BASELINE: "in the baseline"}


@dataclass
class Tally:
    """Counts over many reports, kept while they stream by."""

    articles: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Take one report into account."""
        self.articles += 1
        self.verdicts[report.verdict] += 1
        self.counts.update(report.counts)

    def in_words(self) -> str:
        """Return how many articles may go out."""
        told = [(Verdict.STOP, "stopped"), (Verdict.INCOMPLETE, "not checked in full"), (Verdict.PASS, "passed")]
        verdicts = [f"{self.verdicts[verdict]} {word}" for verdict, word in told if self.verdicts[verdict]]
        return f"{number_of(self.articles, 'article')}: {', '.join(verdicts)}"


def in_words(report: Report) -> str:
    """Return what a report's verdict means, what it counts, and what stops the publication."""
    found = _found(report)
    if report.verdict is Verdict.STOP:
        return f"{found}. Publication is stopped by {_stoppers(report)}."
    if report.verdict is Verdict.INCOMPLETE:
        plugins = ", ".join(dict.fromkeys(failure.plugin for failure in report.failures))
        return f"{found}. Nothing found stops publication, but not everything was checked: {plugins} failed."
    return f"{found}. Nothing stops publication." if report.annotations else f"{found}."


def _stoppers(report: Report) -> str:
    """Return the rules that reach the gate, each with its number of annotations where there are several."""
    rules = Counter(each.rule for each in report.annotations if each.severity.reaches(report.gate))
    named = [rule if number == 1 else f"{rule} ({number} times)" for rule, number in rules.items()]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = [f"{number_of(len(named) - _MOST_NAMED, 'other rule')}"]
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def _found(report: Report) -> str:
    """Return what is reported and what is not, in numbers."""
    by = Counter(each.how for each in report.suppressed)
    told = [f"{by[how]:,} {word}" for how, word in _NOT_REPORTED.items() if by[how]]
    return counted(report.counts) + (f" ({', '.join(told)})" if told else "")


def counted(counts: Mapping[str, int]) -> str:
    """Return counts by severity in words, the gravest first."""
    told = [number_of(counts[name], name) for name in ("error", "warning", "suggestion") if counts[name]]
    return ", ".join(told) or "Nothing to report"


def number_of(number: int, thing: str) -> str:
    """Return a number of things, in the plural where there is not exactly one."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
