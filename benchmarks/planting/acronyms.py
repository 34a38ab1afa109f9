"""Planting errors in short forms.

Published articles hardly explain any but those that every reader knows, and those need no explanation. So a body that
an article calls by its letters ("the FBI") becomes one of our own, explained at the first use: the article that has it
is what the errors are planted in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from corpora import Span

from planting.papers import Case, Edit, Paper, Planted, Planter, Version, replaced

#: Bodies of our own, which take the place of a paper's.
_BODIES = (
    "Harbor Safety Board", "Coastal Lamp Service", "Rural Broadband Alliance", "Joint Energy Council",
    "Northern Mussel Fishery", "Public Lending Authority", "Urban Transit Federation", "Border Trade Office",
    "Office of Marine Research", "Committee for Public Housing", "Institute of Lowland Botany",
)  # fmt: skip
_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "de", "to"])
_LETTERS = re.compile(r"\b[A-Z]{2,5}\b(?![-/’'.&]?\w)")
#: A word for each letter, for a second long form of the same letters.
_WORDS = {
    word[0]: word
    for word in (
        "Atlantic", "Border", "Central", "Defense", "Eastern", "Federal", "General", "Harbor", "Inland", "Labor",
        "Maritime", "Northern", "Overseas", "Public", "Rural", "Southern", "Trade", "Urban", "Western",
    )
}  # fmt: skip
_FOREIGN = (
    ("Kurdistan Workers’ Party", "PKK"), ("National Liberation Army", "ELN"), ("Doctors Beyond Borders", "MSF"),
    ("Social Democrats", "SPD"), ("Basque Nationalist Party", "PNV"),
)  # fmt: skip
_ELSEWHERE = "The Fresh Water Relief Committee (FWRC) had no comment. A member of the FWRC left early."


@dataclass(frozen=True)
class Defined:
    """A definition in brackets and what follows: the later places of the short form in the article's own words."""

    long: Span
    short: Span
    uses: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the long form to the closing bracket."""
        return self.long[0], self.short[1] + 1


def _prepared(paper: Paper, random: Random) -> tuple[Paper, Defined] | None:
    """Put a body of our own in the place of one that a paper calls by capital letters only, explained at first use.

    The letters come three times at least, twice and where they stand first with "the" before them: they are a body.
    """
    counted = Counter(found[0] for found in _LETTERS.finditer(paper.text, paper.body))
    for letters, number in sorted(counted.items(), key=lambda each: (-each[1], each[0])):
        bodily = len(re.findall(rf"\b[Tt]he {letters}\b(?!-)", paper.text))
        first = re.search(rf"(?<!\()\b{letters}\b", paper.text)
        if number < 3 or bodily < 2 or first is None or paper.in_quotes(first.start()) or f"({letters})" in paper.text:
            continue
        long = random.choice(_BODIES)
        short = "".join(word[0] for word in long.split() if word not in _SMALL)
        if (
            re.search(r"\b[Tt]he $", paper.text[: first.start()])
            and first.start() > paper.body
            and short not in counted
        ):
            return _put_in(paper, first, long, short)
    return None


def _put_in(paper: Paper, first: re.Match[str], long: str, short: str) -> tuple[Paper, Defined] | None:
    renamed = re.sub(rf"\b{first[0]}\b", short, paper.text[first.end() :])
    ours = Paper(
        f"{paper.name} with {short}", f"{paper.text[: first.start()]}{long} ({short}){renamed}", paper.published
    )
    at = first.start() + len(long) + 2
    places = (found.span() for found in re.finditer(rf"\b{short}\b(?!-)", ours.text))
    uses = tuple(each for each in places if each[0] > at and not ours.in_quotes(each[0]))
    return (ours, Defined((first.start(), at - 2), (at, at + len(short)), uses)) if len(uses) > 1 else None


def _on_prepared(plant: Callable[[Paper, Defined, Random], Iterator[Case]]) -> Planter:
    """Return a planter that prepares a paper first."""

    def planter(paper: Paper, random: Random) -> Iterator[Case]:
        prepared = _prepared(paper, random)
        if prepared is not None:
            for case in plant(*prepared, random):
                yield replace(case, paper=prepared[0])

    return planter


def undefined(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """The explanation is cut, the short form stays; twin: short form and long form change places."""
    short, long = paper[each.short], paper[each.long]
    error = Version((Edit(*each.whole, short),), (each.whole, *each.uses))
    yield Case(error, Version((Edit(*each.whole, f"{short} ({long})"),)))


def unlinked_expansion(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """The brackets are cut, the long form stays; twin: "Long Form, or LF,"."""
    error = Version((Edit(each.long[1], each.whole[1], ""),), (each.whole, *each.uses))
    twin = f", or {paper[each.short]}"
    comma = "" if paper.text[each.whole[1] : each.whole[1] + 1] in ",.;:" else ","
    yield Case(error, Version((Edit(each.long[1], each.whole[1], twin + comma),)))


def used_before_definition(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """Explanation and next use change places; twin: the short form first, called the acronym for the long form."""
    short, long = paper[each.short], paper[each.long]
    later = [use for use in each.uses if paper.sentence(use[0]) != paper.sentence(each.long[0])]
    if later:
        moved = (Edit(*each.whole, short), Edit(*later[0], f"{long} ({short})"))
        yield Case(Version(moved), Version((Edit(*each.whole, f"{short}, the acronym for {long},"),)))


def defined_twice(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """A later use is explained again; twin: another short form is explained there."""
    again = Edit(*each.uses[-1], f"{paper[each.long]} ({paper[each.short]})")
    yield Case(Version((again,)), _another(paper, each))


def _another(paper: Paper, defined: Defined) -> Version:
    end = paper.paragraphs[paper.paragraph(defined.uses[-1][0])][1]
    return Version((Edit(end, end, f" {_ELSEWHERE}"),), ((end, end),))


def conflicting_definitions(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """A later use is explained otherwise; twin: and told apart from the first."""
    short, long = paper[each.short], paper[each.long]
    other = " ".join(_WORDS.get(letter, "") for letter in short)
    if all(letter in _WORDS for letter in short) and other != long:
        start, end = each.uses[-1]
        apart = f" It is not to be confused with the {other} ({short})."
        close = paper.paragraphs[paper.paragraph(start)][1]
        twin = Version((Edit(close, close, apart),))
        yield Case(Version((Edit(start, end, f"{other} ({short})"),), (each.whole, (start, end))), twin)


def mismatched_definition(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """Two letters of a short form change places wherever it stands; twin: a body with a foreign short form."""
    short = paper[each.short]
    at = random.randrange(1, len(short) - 1)
    wrong = short[:at] + short[at + 1] + short[at] + short[at + 2 :]
    everywhere = [found.span() for found in re.finditer(rf"\b{short}\b", paper.text)]
    if wrong != short:
        long, foreign = random.choice(_FOREIGN)
        elsewhere = [span for span in everywhere if span != each.short]
        twin = (Edit(*each.whole, f"{long} ({foreign})"), *replaced(elsewhere, foreign))
        yield Case(Version(replaced(everywhere, wrong), (each.whole,)), Version(twin))


def unused_definition(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """The only later use of a short form is cut to "the group"; twin: another one is explained and used."""
    paragraphs = len(paper.paragraphs)
    if len(each.uses) <= 2 and paper.paragraph(each.long[0]) < paragraphs - 5 and paragraphs > 8:
        shorter = [
            Edit(*use, "group" if paper.text[use[0] - 4 : use[0]].lower() == "the " else "the group")
            for use in each.uses
        ]
        left = re.findall(rf"\b{paper[each.short]}\b", paper.text)
        if len(left) == len(each.uses) + 1:
            yield Case(Version(tuple(shorter), (each.whole,)), _another(paper, each))


def expansion_reused(paper: Paper, each: Defined, random: Random) -> Iterator[Case]:
    """Later uses are spelt out, all but one; twin: one of them is."""
    if len(each.uses) >= 5:
        spelt = replaced(each.uses[1:], paper[each.long])
        yield Case(Version(spelt), Version(spelt[:1]))


PLANTED = {
    "acronyms/undefined": Planted(_on_prepared(undefined), ("acronyms/unlinked-expansion",)),
    "acronyms/unlinked-expansion": Planted(_on_prepared(unlinked_expansion)),
    "acronyms/used-before-definition": Planted(_on_prepared(used_before_definition)),
    "acronyms/defined-twice": Planted(_on_prepared(defined_twice)),
    "acronyms/conflicting-definitions": Planted(_on_prepared(conflicting_definitions)),
    "acronyms/mismatched-definition": Planted(_on_prepared(mismatched_definition)),
    "acronyms/unused-definition": Planted(_on_prepared(unused_definition)),
    "acronyms/expansion-reused": Planted(_on_prepared(expansion_reused)),
}
