"""Names of people and offices, compared."""

from __future__ import annotations

import pytest

from editcheck.authority.names import name_words, office_words, outer_names


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ruth Vance", ("ruth", "vance")),
        ("Ruth B. Vance, Jr.", ("ruth", "b", "vance")),
        ("Dáithí Ó Sé", ("daithi", "o", "se")),
        ("Anne-Marie O’Neill III", ("anne", "marie", "o’neill")),
        ("", ()),
    ],
)
def test_a_name_is_its_words(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


def test_newspapers_print_the_first_and_the_last() -> None:
    assert outer_names("Ruth Bella Vance") == ("ruth", "vance")
    assert outer_names("Pelé") == ("pele",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Secretary of the Treasury", "Treasury Secretary"),
        ("Minister for Defence", "defense minister"),
        ("congresswoman", "Representative"),
    ],
)
def test_an_office_is_known_by_its_words_in_any_order(one: str, other: str) -> None:
    assert office_words(one) == office_words(other)


def test_offices_that_differ_in_a_word_are_two() -> None:
    assert office_words("Minister of State for Trade") != office_words("Trade Minister")
    assert office_words("state senator") != office_words("senator")
