"""The arithmetic of the benchmarks: words under spans, agreement of two sets, who is matched with whom, F1, B-cubed.

All figures that leave here are in per cent.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
WordSet = frozenset[int]

_WORD = re.compile(r"\w+(?:[.'’]\w+)*")


class Words:
    """The words of a text by number, so that spans can be compared as sets of words: marks and blanks never count."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._ends = [end for _, end in self._spans]

    def under(self, spans: Iterable[Span]) -> WordSet:
        """Return the numbers of the words that spans touch."""
        found: set[int] = set()
        for start, end in spans:
            number = bisect_right(self._ends, start)
            while number < len(self._spans) and self._spans[number][0] < end:
                found.add(number)
                number += 1
        return frozenset(found)

    def named(self, numbers: WordSet) -> list[str]:
        """Return the words of some numbers, in the order of the text."""
        return [self._text[slice(*self._spans[number])] for number in sorted(numbers)]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def jaccard(one: WordSet, other: WordSet) -> float:
    """Return how much of two sets together they have in common; 0 where one of them is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0


def percent(part: float, whole: float) -> float:
    """Return a share in per cent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


@dataclass
class Agreement:
    """A running count of what annotators have (`gold`) and what a system says (`found`), and what of each is right.

    The two kinds of right ones are counted apart: one long answer may be right about two short ones.
    """

    gold: int = 0
    found: int = 0
    gold_right: float = 0
    found_right: float = 0

    def add(self, gold: int, found: int, gold_right: float, found_right: float | None = None) -> None:
        """Count some more; where one count of right ones is given it serves for both."""
        self.gold += gold
        self.found += found
        self.gold_right += gold_right
        self.found_right += gold_right if found_right is None else found_right

    @property
    def precision(self) -> float:
        """The share of the answers that is right."""
        return percent(self.found_right, self.found)

    @property
    def recall(self) -> float:
        """The share of the annotations that was found."""
        return percent(self.gold_right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)

    def figures(self, name: str) -> dict[str, float]:
        """Return the three figures under a name."""
        return {f"{name}, precision": self.precision, f"{name}, recall": self.recall, f"{name}, F1": self.f1}


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean, 0 where both are."""
    return 2 * one * other / (one + other) if one + other else 0.0


def align(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Match left with right numbers one to one: the heaviest pair first, of equals the one with the lowest numbers."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for (left, right), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight > 0 and left not in matched and right not in taken:
            matched[left] = right
            taken.add(right)
    return matched


def add_b_cubed(agreement: Agreement, gold: Sequence[set[str]], found: Sequence[set[str]]) -> None:
    """Count two ways to sort mentions into clusters (Bagga and Baldwin 1998): each mention weighs the same.

    A mention is as right as its two clusters have members in common; one that only one side has is wrong.
    """
    of_gold = {mention: cluster for cluster in gold for mention in cluster}
    of_found = {mention: cluster for cluster in found for mention in cluster}
    shared = [(of_gold[each], of_found[each]) for each in of_gold if each in of_found]
    agreement.add(
        len(of_gold),
        len(of_found),
        sum(len(true & said) / len(true) for true, said in shared),
        sum(len(true & said) / len(said) for true, said in shared),
    )
