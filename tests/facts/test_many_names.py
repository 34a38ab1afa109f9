"""Lists of thousands of names: who is who takes time that grows with their number, not with its square."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

import pytest

from editcheck import Config, Span
from editcheck.facts.people import clusters
from editcheck.facts.people.clusters import Cluster, gather
from editcheck.facts.people.full_names import FullNames
from editcheck.facts.people.names import NameMention
from editcheck.facts.people.parts import NameParts, parts_of, same_person

GIVEN = ["B" + "".join(letters) for letters in product(ascii_lowercase, repeat=3)][:3_000]


def gathered(texts: list[str]) -> list[Cluster]:
    mentions, start = [], 0
    for number, text in enumerate(texts):
        words = len(text.split())
        mentions.append(NameMention(Span(start, start + len(text)), text, parts_of(text), number, 0, words))
        start += len(text) + 1
    return gather(mentions, Config().house)


@pytest.mark.parametrize("pattern", ["{} Lund", "Anna L{}"])
def test_names_that_share_a_word_are_compared_with_few(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(one: NameParts, other: NameParts) -> bool:
        nonlocal compared
        compared += 1
        return same_person(one, other)

    monkeypatch.setattr(clusters, "same_person", counted)
    gathered([pattern.format(given.lower() if "L{}" in pattern else given) for given in GIVEN])
    assert compared <= 120 * len(GIVEN)


def test_a_whole_name_finds_its_bearer_among_thousands() -> None:
    names = [f"{given} Lund" for given in GIVEN]
    texts = {mention.text: len(each.mentions) for each in gathered([*names, names[-1]]) for mention in each.mentions}
    assert texts[names[-1]] >= 2


def test_full_names_are_known_by_their_endings() -> None:
    full = FullNames(["anna lund", "anna lund", "says lund", "mary anna lund"])
    assert full.count("anna lund") == 2
    assert full.has_ending("anna lund")
    assert not full.has_ending("says lund")
    assert full.has_other_bearer("lund", "says lund")
    assert not FullNames(["anna lund"]).has_other_bearer("lund", "anna lund")


@pytest.mark.parametrize("pattern", ['Anna "{}" Lund', "Anna {} Lund"])
def test_one_person_of_thousands_of_forms_is_compared_by_few(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(one: NameParts, other: NameParts) -> bool:
        nonlocal compared
        compared += 1
        return same_person(one, other)

    monkeypatch.setattr(clusters, "same_person", counted)
    assert len(gathered([pattern.format(given) for given in GIVEN])) == 1
    assert compared <= 120 * len(GIVEN)
