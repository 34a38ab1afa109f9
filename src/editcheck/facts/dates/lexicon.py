"""The words of time: which categories a word belongs to, from data/dates_words.toml and the lists of whole phrases."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING

from editcheck.house import load_table

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Lexicon", "lexicon", "read_data", "read_words"]


@dataclass(frozen=True)
class Lexicon:
    """`categories` and `guards` by word in lower case; `holidays` and `not_times` by phrase, its words in a tuple."""

    categories: Mapping[str, Mapping[str, object]]
    guards: Mapping[str, str]
    holidays: Mapping[tuple[str, ...], str]
    not_times: frozenset[tuple[str, ...]]

    @cached_property
    def first_of_holidays(self) -> frozenset[str]:
        """The words that a holiday begins with."""
        return frozenset(phrase[0] for phrase in self.holidays)


@cache
def lexicon() -> Lexicon:
    """Return the words of time, read once."""
    tables = read_data("words")
    guards = {word: str(guard) for word, guard in tables.pop("guards").items()}
    categories: dict[str, dict[str, object]] = {}
    for category, words in tables.items():
        for word, value in words.items():
            categories.setdefault(word, {})[category] = value
    return Lexicon(
        categories=categories,
        guards=guards,
        holidays={tuple(phrase.split()): rule for phrase, rule in read_words("holidays").items()},
        not_times=frozenset(tuple(phrase.split()) for phrase in read_words("not_times")),
    )


def read_data(name: str) -> dict[str, dict[str, object]]:
    """Return the tables of facts/data/dates_`name`.toml."""
    file = resources.files("editcheck.facts").joinpath(f"data/dates_{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def read_words(name: str) -> Mapping[str, str]:
    """Return the word list facts/data/dates_`name`.toml, with what is said of each word."""
    return load_table("editcheck.facts", f"data/dates_{name}.toml")
