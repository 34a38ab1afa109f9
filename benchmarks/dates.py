"""Dates and times on TimeBank and AQUAINT, scored as in TempEval-3, and on the cases of Recognizers-Text.

usage: python benchmarks/dates.py [options]; --help lists them

- strict: the same characters; relaxed: some of them; value: some of them, and the TIMEX3 value (UzZaman 2013).
- bare weekdays: of the dates that are nothing but the name of a day, the share with the right value.
- Recognizers-Text: of the words that its specification takes for a time, the share of which some are found; and of the
  texts in which it has none, the share in which one is found. Its values are not TIMEX3 and are not compared. It is no
  part of --part check.

The day of publication is the one that the annotators had. The document's own date is not scored.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpora import Sample, Span, Timex, recognizers, timeml
from measures import Agreement, overlaps, percent
from running import Case, Outcome, Run, options, parse, report

WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
CHART = [
    "TimeBank: strict, F1",
    "TimeBank: relaxed, F1",
    "TimeBank: value, F1",
    "AQUAINT: relaxed, F1",
    "AQUAINT: value, F1",
    "bare weekdays: the right day",
]

TimedSample = Sample[tuple[Timex, ...]]


class Scores:
    """The counts of one corpus."""

    def __init__(self) -> None:
        self.strict, self.relaxed, self.value = Agreement(), Agreement(), Agreement()

    def add(self, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
        """Compare the expressions of one article; an answer may be right about several annotations."""
        ways = (
            (self.strict, lambda one, other: one.span == other.span),
            (self.relaxed, lambda one, other: True),
            (self.value, lambda one, other: one.value == other.value),
        )
        for agreement, right in ways:
            hits = [[right(one, other) for other in touching(one, found)] for one in gold]
            back = [[right(one, other) for other in touching(one, gold)] for one in found]
            agreement.add(len(gold), len(found), sum(map(any, hits)), sum(map(any, back)))

    def figures(self, corpus: str) -> dict[str, float]:
        """Return the figures of a corpus: of the strict comparison F1 alone."""
        strict = {f"{corpus}: strict, F1": self.strict.f1}
        return strict | self.relaxed.figures(f"{corpus}: relaxed") | self.value.figures(f"{corpus}: value")


def touching(one: Timex, others: Sequence[Timex]) -> list[Timex]:
    """Return those that share a character with one."""
    return [other for other in others if overlaps(one.span, other.span)]


def has_value(one: Timex, found: Sequence[Timex]) -> bool:
    """Whether some answer in the place of an annotation has its value."""
    return any(other.value == one.value for other in touching(one, found))


def bare_weekdays(sample: TimedSample) -> list[Timex]:
    """Return the dates that are the name of a day and nothing else."""
    dates = (each for each in sample.gold if each.type == "DATE" and each.value)
    return [each for each in dates if sample.text[slice(*each.span)].strip().lower().rstrip(",") in WEEKDAYS]


def errors(sample: TimedSample, found: Sequence[Timex]) -> tuple[str, ...]:
    """Tell what is missed, too much, or has another value."""

    def told(one: Timex) -> str:
        return f"{sample.text[slice(*one.span)]!r} {one.type} {one.value}"

    out = []
    for one in sample.gold:
        near = touching(one, found)
        if not near:
            out.append(f"missed: {told(one)}")
        elif not has_value(one, found):
            out.append(f"value: {told(one)}; found {', '.join(map(told, near))}")
    return (*out, *(f"too much: {told(one)}" for one in found if not touching(one, sample.gold)))


def measure(run: Run, corpora: dict[str, list[TimedSample]], cases: list[Sample[tuple[Span, ...]]]) -> Outcome:
    """Measure a system on the annotated articles, and on the constructed cases."""
    figures: dict[str, float] = {}
    worst: list[Case] = []
    days: list[bool] = []
    for corpus, samples in corpora.items():
        scores = Scores()
        for sample, found in run.over(samples):
            scores.add(sample.gold, found)
            days += [has_value(day, found) for day in bare_weekdays(sample)]
            worst.append(Case(sample.name, errors(sample, found)))
        figures |= scores.figures(corpus)
    figures["bare weekdays: the right day"] = percent(sum(days), len(days))
    if cases:
        figures |= measure_cases(run, cases)
    return Outcome(figures, worst)


def measure_cases(run: Run, cases: list[Sample[tuple[Span, ...]]]) -> dict[str, float]:
    """Measure what is found of the constructed cases."""
    hits: list[bool] = []
    false: list[bool] = []
    for case, found in run.over(cases):
        hits += [any(overlaps(span, each.span) for each in found) for span in case.gold]
        if not case.gold:
            false.append(bool(found))
    return {
        "Recognizers-Text cases: found": percent(sum(hits), len(hits)),
        "Recognizers-Text cases: found where there is none": percent(sum(false), len(false)),
    }


def main() -> None:
    wanted = parse(options(__doc__))
    corpora = {
        "TimeBank": timeml("timebank", wanted.part)[: wanted.limit],
        "AQUAINT": timeml("aquaint", wanted.part)[: wanted.limit],
    }
    cases = [] if wanted.part == "check" else recognizers()[: wanted.limit]
    articles = {name: len(samples) for name, samples in corpora.items()}
    report("dates", wanted, articles, lambda run: measure(run, corpora, cases), CHART)


if __name__ == "__main__":
    main()
