"""People on DWIE: where they are named, who is who, and the roles beside their names.

usage: python benchmarks/people.py [options]; --help lists them

- mentions: the same words, possessive 's aside. The corpus has names only, so pronouns and descriptions are left out.
- clusters: B-cubed over all named mentions; one that is missed, or too much, is a wrong one.
- roles beside a name: of the annotated roles next to an annotated name, with or without a comma between, those of which
  some words are found; precision: the share of all the roles found that touches an annotated one anywhere.
- linked: such a role is found and given to the person of that name.

The closing line with author and editor is not annotated, and not scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpora import DwieGold, Entity, Sample, Span, dwie
from measures import Agreement, Words, WordSet, add_b_cubed, align, harmonic, jaccard, percent
from running import Case, Outcome, Run, options, parse, report
from systems import FoundPerson

CHART = [
    "mentions: exact, precision",
    "mentions: exact, recall",
    "mentions: exact, F1",
    "clusters: B-cubed, F1",
    "roles beside a name, F1",
    "roles beside a name: linked to the right person",
]
PRONOUNS = {"he", "she", "i", "they", "we", "his", "her", "it"}

#: A mention as its words, with the number of its person.
Mention = tuple[int, WordSet]
DwieSample = Sample[DwieGold]


class Scores:
    """The counts of all articles."""

    def __init__(self) -> None:
        self.mentions, self.clusters = Agreement(), Agreement()
        self.beside = self.beside_found = self.linked = 0
        self.roles_found = self.roles_right = 0

    def figures(self) -> dict[str, float]:
        """Return the figures; a system that gives nobody a role has none for roles."""
        names = self.mentions.figures("mentions: exact") | self.clusters.figures("clusters: B-cubed")
        return names | (self._role_figures() if self.roles_found else {})

    def _role_figures(self) -> dict[str, float]:
        """Return those of the roles; their F1 is made of the share found beside names and the precision of all."""
        recall, precision = percent(self.beside_found, self.beside), percent(self.roles_right, self.roles_found)
        return {
            "roles beside a name, precision": precision,
            "roles beside a name, recall": recall,
            "roles beside a name, F1": harmonic(precision, recall),
            "roles beside a name: linked to the right person": percent(self.linked, self.beside),
        }


def without_possessive(text: str, span: Span) -> Span:
    """Cut 's, an apostrophe or blanks off the end of a span."""
    kept = re.sub(r"(?:['’]s?|\s)+$", "", text[slice(*span)])
    return (span[0], span[0] + len(kept)) if kept else span


def start_of_credits(sample: DwieSample) -> int:
    """Return where the closing "Author: ... Editor: ..." line begins, which the annotators passed over."""
    names = (end for person in sample.gold.of_type("person") for _, end in person.mentions)
    credit = re.compile(r"\b(?:Authors?|Editor|Reporter|Interview|Interviewer)\s*:")
    found = credit.search(sample.text, max(0, len(sample.text) - 249))
    end = len(sample.text)
    return found.start() if found and max(names, default=0) <= found.start() else end


def gold_mentions(sample: DwieSample, words: Words) -> list[Mention]:
    """Return the annotated mentions."""
    return [
        (number, words.under([without_possessive(sample.text, span)]))
        for number, person in enumerate(sample.gold.of_type("person"))
        for span in person.mentions
    ]


def found_mentions(sample: DwieSample, words: Words, people: Sequence[FoundPerson]) -> list[Mention]:
    """Return the mentions by name that a system gives, each once, as far as they can be scored."""
    found: dict[WordSet, int] = {}
    end = start_of_credits(sample)
    for number, person in enumerate(people):
        for span in person.mentions:
            said = sample.text[slice(*span)]
            numbers = words.under([without_possessive(sample.text, span)])
            if numbers and span[0] < end and re.search("[A-ZÀ-Þ]", said) and said.lower() not in PRONOUNS:
                found.setdefault(numbers, number)
    return [(number, numbers) for numbers, number in found.items()]


def match(gold: Sequence[Mention], found: Sequence[Mention]) -> dict[int, int]:
    """Match annotated mentions with found ones, one to one, by the words they share."""
    shared = {
        (left, right): jaccard(one, other)
        for left, (_, one) in enumerate(gold)
        for right, (_, other) in enumerate(found)
        if one & other
    }
    return align(shared)


def clusters(mentions: Sequence[Mention], names: Sequence[str]) -> list[set[str]]:
    """Return mentions, under the names given, by their persons."""
    by_person: dict[int, set[str]] = {}
    for (person, _), name in zip(mentions, names, strict=True):
        by_person.setdefault(person, set()).add(name)
    return list(by_person.values())


def roles_beside_names(gold: DwieGold) -> Iterator[tuple[Span, Span]]:
    """Yield each annotated role that stands next to a person's name, with that name, as spans.

    Before the name, with or without a comma, or after it, behind a comma: "mayor Lee", "Lee, the mayor" (where the
    article before the role is part of it).
    """
    for role, (begin, end) in places(gold.of_type("role")):
        for name, (first, last) in places(gold.of_type("person")):
            before = first == end or (first == end + 1 and gold.tokens[end] == ",")
            after = begin == last + 1 and gold.tokens[last] == ","
            if before or after:
                yield role, name


def places(entities: Sequence[Entity]) -> Iterator[tuple[Span, Span]]:
    """Yield the mentions of entities: their spans, and their ranges of tokens."""
    for each in entities:
        yield from zip(each.mentions, each.token_ranges, strict=True)


def score(scores: Scores, sample: DwieSample, people: Sequence[FoundPerson]) -> tuple[str, ...]:
    """Count one article; return what is wrong with it."""
    words = Words(sample.text)
    gold, found = gold_mentions(sample, words), found_mentions(sample, words, people)
    matched = match(gold, found)
    exact = {left: right for left, right in matched.items() if gold[left][1] == found[right][1]}
    scores.mentions.add(len(gold), len(found), len(exact))
    gold_name = {right: f"gold {left}" for left, right in matched.items()}
    add_b_cubed(
        scores.clusters,
        clusters(gold, [f"gold {left}" for left in range(len(gold))]),
        clusters(found, [gold_name.get(right, f"found {right}") for right in range(len(found))]),
    )
    told = score_roles(scores, sample, words, people)
    missed = (f"mention missed: {words.named(gold[left][1])}" for left in range(len(gold)) if left not in exact)
    right = set(exact.values())
    much = (f"mention too much: {words.named(found[at][1])}" for at in range(len(found)) if at not in right)
    return (*missed, *much, *told)


def score_roles(scores: Scores, sample: DwieSample, words: Words, people: Sequence[FoundPerson]) -> Iterator[str]:
    """Count the roles of one article; yield what is wrong with them."""
    annotated = [words.under([span]) for role in sample.gold.of_type("role") for span in role.mentions]
    said = [(person, words.under([span])) for person in people for span in person.roles]
    right = [any(role & other for other in annotated) for _, role in said]
    scores.roles_found += len(said)
    scores.roles_right += sum(right)
    told = [f"role too much: {words.named(role)}" for (_, role), good in zip(said, right, strict=True) if not good]
    for role_span, name_span in roles_beside_names(sample.gold):
        role, name = words.under([role_span]), words.under([name_span])
        bearers = [person for person, other in said if role & other]
        linked = any(name & words.under([span]) for person in bearers for span in person.mentions)
        scores.beside += 1
        scores.beside_found += bool(bearers)
        scores.linked += linked
        if not linked:
            told.append(f"role {'of another' if bearers else 'missed'}: {words.named(role)} {words.named(name)}")
    return iter(told)


def measure(run: Run, samples: list[DwieSample]) -> Outcome:
    """Measure a system on the articles."""
    scores = Scores()
    cases = [Case(sample.name, score(scores, sample, people)) for sample, people in run.over(samples)]
    return Outcome(scores.figures(), cases)


def main() -> None:
    wanted = parse(options(__doc__))
    samples = dwie(wanted.part)[: wanted.limit]
    report("people", wanted, {"DWIE": len(samples)}, lambda run: measure(run, samples), CHART)


if __name__ == "__main__":
    main()
