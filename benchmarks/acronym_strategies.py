"""What each strategy for acronyms is worth: how many of the definitions that it finds are in the gold.

usage: python benchmarks/acronym_strategies.py [--part work|check|all]

Definitions are counted in MED1250 and in the Wikipedia acronyms, each place by itself, and by halves of the articles
(of even and odd hash), which tell how far a share can be trusted. The last column is the share with two right ones of
three counted beforehand, rounded: this is the precision in src/editcheck/facts/data/acronyms_strategies.toml, and the
confidence of the definitions.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from acronyms import folded_pairs
from corpora import PARTS, Part, Sample, med1250, wikipedia_acronyms

import editcheck

#: Counted beforehand, so that a strategy that found little is neither sure nor worthless: right ones, and all.
_BEFOREHAND = (2, 3)

#: Right definitions, and all, by strategy and half.
Counts = Counter[tuple[str, int, bool]]


def annotated(part: Part) -> Iterator[Sample[set[str]]]:
    """Yield the records and articles with the pairs that the annotators give, as they are compared."""
    for record in med1250(part):
        yield Sample(record.name, record.text, folded_pairs(record.gold))
    for article in wikipedia_acronyms(part):
        yield Sample(article.name, article.text, folded_pairs(list(article.gold.expanded.items())))


def count(samples: Iterable[Sample[set[str]]]) -> Counts:
    """Return how many definitions each strategy finds, by half, the right ones and the wrong ones."""
    counts: Counts = Counter()
    for sample in samples:
        half = hashlib.sha256(sample.name.encode()).digest()[1] % 2
        article = editcheck.Article.from_text(sample.text, language="en")
        for acronym in editcheck.analyze(article).acronyms:
            for each in acronym.definitions:
                found = folded_pairs([(article[each.short], article[each.long])])
                counts[each.strategy.rpartition(": ")[2], half, found <= sample.gold] += 1
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="work", help="part of the corpora (default: work)")
    counts = count(annotated(parser.parse_args().part))
    print(f"{'strategy':30} {'right of found':>15} {'even':>10} {'odd':>10} {'precision':>10}")
    for strategy in sorted({name for name, _, _ in counts}):
        halves = [(counts[strategy, half, True], counts[strategy, half, False]) for half in (0, 1)]
        right, found = sum(each[0] for each in halves), sum(map(sum, halves))
        share = (right + _BEFOREHAND[0]) / (found + _BEFOREHAND[1])
        even, odd = (f"{good}/{good + bad}" for good, bad in halves)
        print(f"{strategy:30} {f'{right} of {found}':>15} {even:>10} {odd:>10} {share:>10.2f}")


if __name__ == "__main__":
    main()
