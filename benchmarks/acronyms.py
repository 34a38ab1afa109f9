"""Acronyms on MED1250 and Wikipedia: short forms with their long forms, and those that are never expanded.

usage: python benchmarks/acronyms.py [options]; --help lists them

- pairs: short form and long form are both right, letter for letter but for capitals and blanks.
- undefined (Wikipedia): of the acronyms that the annotators list as not expanded in the article, and that stand in it,
  those that a system reports without long form. Peers report none and have no such figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpora import AcronymGold, Pairs, Sample, med1250, wikipedia_acronyms
from measures import Agreement
from running import Case, Outcome, Run, options, parse, report
from systems import FoundAcronym

CHART = [
    "MED1250: pairs, precision",
    "MED1250: pairs, recall",
    "MED1250: pairs, F1",
    "Wikipedia: pairs, precision",
    "Wikipedia: pairs, recall",
    "Wikipedia: pairs, F1",
    "Wikipedia: undefined, precision",
    "Wikipedia: undefined, recall",
]


def folded(words: str) -> str:
    """Return words without capitals, with single blanks."""
    return " ".join(words.lower().split())


def bare(form: str) -> str:
    """Return a form without points, hyphens and capitals: U.S. is US."""
    return re.sub(r"[\W_]+", "", form).lower()


def folded_pairs(pairs: Iterable[tuple[str, str]]) -> set[str]:
    """Return pairs as they are compared."""
    return {f"{folded(short)} | {folded(long)}" for short, long in pairs}


def found_pairs(found: Sequence[FoundAcronym]) -> set[str]:
    """Return the pairs that a system gives."""
    return folded_pairs((each.form, each.long_form) for each in found if each.long_form)


def stands_in(form: str, text: str) -> bool:
    """Whether a form stands in a text as a word of its own."""
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def undefined(sample: Sample[AcronymGold]) -> set[str]:
    """Return the acronyms of an article that it does not expand."""
    return {bare(form) for form in sample.gold.unexpanded if stands_in(form, sample.text)}


def found_undefined(found: Sequence[FoundAcronym]) -> set[str]:
    """Return the acronyms that a system gives without long form."""
    return {bare(each.form) for each in found if not each.long_form}


def add(agreement: Agreement, gold: set[str], found: set[str]) -> None:
    """Count what two sets have in common."""
    agreement.add(len(gold), len(found), len(gold & found))


def errors(kind: str, gold: set[str], found: set[str]) -> tuple[str, ...]:
    """Tell what is missed and what is too much."""
    missed = (f"{kind} missed: {one}" for one in sorted(gold - found))
    return (*missed, *(f"{kind} too much: {one}" for one in sorted(found - gold)))


def measure(run: Run, records: list[Sample[Pairs]], articles: list[Sample[AcronymGold]]) -> Outcome:
    """Measure a system on both corpora."""
    medline, wikipedia, without = Agreement(), Agreement(), Agreement()
    cases = []
    for record, found in run.over(records):
        gold, said = folded_pairs(record.gold), found_pairs(found)
        add(medline, gold, said)
        cases.append(Case(record.name, errors("pair", gold, said)))
    for article, found in run.over(articles):
        gold, said = folded_pairs(article.gold.expanded.items()), found_pairs(found)
        add(wikipedia, gold, said)
        add(without, undefined(article), found_undefined(found))
        more = errors("undefined", undefined(article), found_undefined(found))
        cases.append(Case(article.name, errors("pair", gold, said) + more))
    figures = medline.figures("MED1250: pairs") | wikipedia.figures("Wikipedia: pairs")
    if without.found:
        figures |= without.figures("Wikipedia: undefined")
    return Outcome(figures, cases)


def main() -> None:
    wanted = parse(options(__doc__))
    records, articles = med1250(wanted.part)[: wanted.limit], wikipedia_acronyms(wanted.part)[: wanted.limit]
    numbers = {"MED1250": len(records), "Wikipedia": len(articles)}
    report("acronyms", wanted, numbers, lambda run: measure(run, records, articles), CHART)


if __name__ == "__main__":
    main()
