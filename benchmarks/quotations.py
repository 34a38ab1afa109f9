"""Quotations on PolNeAR: who says what, by which words, against six trained annotators.

usage: python benchmarks/quotations.py [options]; --help lists them

Spans are compared as sets of words: marks never count. Annotated and found attributions are matched one to one, by
content (twice) and cue, and a source, cue or content is right where the two have at least half of their words in common
(Jaccard, "J50").

- all: every attribution, beliefs and intentions, too.
- speech: those whose annotated cue has a verb of saying or writing, or "according to" (speech_cues.toml). What is found
  counts as wrong in this row only where it touches a speech attribution, or touches none and has such a cue itself.
- direct: of the contents that stand, to nine tenths and with three words or more, between quotation marks: the share of
  which half of the words are found, and the share, of those with a source, that is credited to words of that source.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from corpora import Attribution, Sample, Span, polnear
from measures import Agreement, Words, WordSet, align, jaccard, percent
from running import Case, Outcome, Run, options, parse, report

ROLES = ("source", "cue", "content")
SUBSETS = ("speech", "all")
CHART = [
    "speech: source, F1",
    "speech: cue, F1",
    "speech: content, F1",
    "all: source, F1",
    "direct: found",
    "direct: credited to the right source",
]
RIGHT = 0.5  # the Jaccard similarity from which a span is right
QUOTED, FOUND = 0.9, 0.5  # the shares of its words that make a content direct, and found
FEWEST_WORDS = 3

PolnearSample = Sample[tuple[Attribution, ...]]


@cache
def speech_cues() -> frozenset[str]:
    """Return the words that make a cue one of speech."""
    data = tomllib.loads((Path(__file__).parent / "speech_cues.toml").read_text(encoding="utf-8"))
    return frozenset(form for forms in (data["according"], *data["verbs"].values()) for form in forms)


@dataclass(frozen=True)
class Said:
    """An attribution as sets of words."""

    source: WordSet
    cue: WordSet
    content: WordSet
    is_speech: bool

    @classmethod
    def of(cls, attribution: Attribution, words: Words) -> Said:
        """Turn spans into words."""
        source, cue, content = (words.under(getattr(attribution, role)) for role in ROLES)
        return cls(source, cue, content, any(word.lower() in speech_cues() for word in words.named(cue)))

    def touches(self, other: Said) -> bool:
        """Whether two attributions share words of content, or of the cue."""
        return bool(self.content & other.content or self.cue & other.cue)


class Comparison:
    """The attributions of one article: annotated, found, and which of them belong together."""

    def __init__(self, sample: PolnearSample, found: Sequence[Attribution]) -> None:
        self.words = Words(sample.text)
        annotated = (Said.of(each, self.words) for each in sample.gold)
        self.gold = [each for each in annotated if each.content]
        answers = (Said.of(each, self.words) for each in found)
        self.found = [each for each in answers if each.content or each.cue]
        self._quoted = self.words.under(between_marks(sample.text))

    @cached_property
    def touching(self) -> dict[tuple[int, int], float]:
        """The pairs of numbers of annotated and found attributions that share words, with their similarity."""
        return {
            (left, right): 2 * jaccard(one.content, other.content) + jaccard(one.cue, other.cue)
            for left, one in enumerate(self.gold)
            for right, other in enumerate(self.found)
            if one.touches(other)
        }

    @cached_property
    def matched(self) -> dict[int, int]:
        """The number of the found attribution for that of an annotated one."""
        return align(self.touching)

    @cached_property
    def _gold_of(self) -> dict[int, list[int]]:
        """For a found attribution the one that it is matched with, else all that it touches."""
        of: dict[int, list[int]] = defaultdict(list)
        for left, right in self.touching:
            of[right].append(left)
        return of | {right: [left] for left, right in self.matched.items()}

    def in_subset(self, subset: str) -> tuple[list[int], list[int]]:
        """Return the numbers of the annotated and of the found attributions that count in "speech" or "all"."""
        if subset == "all":
            return [*range(len(self.gold))], [*range(len(self.found))]
        gold = [number for number, each in enumerate(self.gold) if each.is_speech]
        return gold, [number for number in range(len(self.found)) if self._counts_as_speech(number)]

    def _counts_as_speech(self, number: int) -> bool:
        of = self._gold_of.get(number)
        if of:
            return any(self.gold[left].is_speech for left in of)
        return self.found[number].is_speech or not self.found[number].cue

    def count(self, subset: str, role: str, agreement: Agreement) -> None:
        """Count one role of the attributions of a subset; one that has no such role is no answer and no question."""
        gold, found = self.in_subset(subset)
        taken = {right: left for left, right in self.matched.items()}
        asked = [number for number in gold if getattr(self.gold[number], role)]
        said = [number for number in found if getattr(self.found[number], role)]
        agreement.add(
            len(asked),
            len(said),
            sum(self.agrees(role, number, self.matched.get(number)) for number in asked),
            sum(self.agrees(role, taken.get(number), number) for number in said),
        )

    def agrees(self, role: str, gold: int | None, found: int | None) -> bool:
        """Whether a role of two matched attributions is the same, nearly."""
        if gold is None or found is None:
            return False
        return jaccard(getattr(self.gold[gold], role), getattr(self.found[found], role)) >= RIGHT

    def direct(self) -> Iterator[Said]:
        """Yield the annotated attributions whose content stands between quotation marks."""
        for each in self.gold:
            quoted = len(each.content & self._quoted)
            if len(each.content) >= FEWEST_WORDS and quoted >= QUOTED * len(each.content):
                yield each

    def is_found(self, direct: Said) -> bool:
        """Whether half of a content's words are content of whatever was found."""
        everything: WordSet = frozenset().union(*(each.content for each in self.found))
        return len(direct.content & everything) >= FOUND * len(direct.content)

    def is_credited(self, direct: Said) -> bool:
        """Whether the answer that has most of a content is credited to words of its source."""
        near = (each for each in self.found if each.content & direct.content)
        ranked = ((len(each.content & direct.content), bool(each.source & direct.source)) for each in near)
        return max(ranked, default=(0, False))[1]


def between_marks(text: str) -> Iterator[Span]:
    """Yield what stands between double quotation marks; one that nothing closes reaches to the end of the paragraph."""
    for paragraph in re.finditer(r"[^\n]+", text):
        opened = None
        for mark in re.finditer('["“”]', paragraph[0]):
            if opened is not None and mark[0] != "“":
                yield paragraph.start() + opened, paragraph.start() + mark.start()
                opened = None
            elif opened is None and mark[0] != "”":
                opened = mark.end()
        if opened is not None:
            yield paragraph.start() + opened, paragraph.end()


def errors(comparison: Comparison) -> Iterator[str]:
    """Tell what is wrong with the speech of one article."""
    words = comparison.words
    gold, found = comparison.in_subset("speech")
    for number in gold:
        one, match = comparison.gold[number], comparison.matched.get(number)
        if match is None:
            yield f"missed: {told(one, words)}"
            continue
        asked = (role for role in ROLES if getattr(one, role))
        wrong = [role for role in asked if not comparison.agrees(role, number, match)]
        if wrong:
            yield f"{', '.join(wrong)}: {told(one, words)}; found {told(comparison.found[match], words)}"
    matched = set(comparison.matched.values())
    yield from (f"too much: {told(comparison.found[each], words)}" for each in found if each not in matched)


def told(said: Said, words: Words) -> str:
    """Return an attribution in one line."""
    return " / ".join(" ".join(words.named(getattr(said, role))) or "-" for role in ROLES)


def measure(run: Run, samples: list[PolnearSample]) -> Outcome:
    """Measure a system on the articles."""
    agreements = {(subset, role): Agreement() for subset in SUBSETS for role in ROLES}
    found: list[bool] = []
    credited: list[bool] = []
    cases = []
    for sample, answers in run.over(samples):
        comparison = Comparison(sample, answers)
        for (subset, role), agreement in agreements.items():
            comparison.count(subset, role, agreement)
        found += [comparison.is_found(each) for each in comparison.direct()]
        credited += [comparison.is_credited(each) for each in comparison.direct() if each.source]
        cases.append(Case(sample.name, tuple(errors(comparison))))
    figures: dict[str, float] = {}
    for (subset, role), agreement in agreements.items():
        figures |= agreement.figures(f"{subset}: {role}")
    figures["direct: found"] = percent(sum(found), len(found))
    figures["direct: credited to the right source"] = percent(sum(credited), len(credited))
    return Outcome(figures, cases)


def main() -> None:
    wanted = parse(options(__doc__))
    samples = polnear(wanted.part)[: wanted.limit]
    report("quotations", wanted, {"PolNeAR": len(samples)}, lambda run: measure(run, samples), CHART)


if __name__ == "__main__":
    main()
