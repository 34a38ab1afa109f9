"""Short forms that need no explanation: the house list, and what everybody knows (units, titles, states)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editcheck.facts.acronyms.shapes import form_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.house import House

__all__ = ["Known", "abbreviations", "function_words", "plain_words", "states", "units"]


@dataclass(frozen=True)
class Known:
    """The house list by key: what each form stands for."""

    expansions: Mapping[str, str]

    @classmethod
    def of(cls, house: House) -> Known:
        """Take the house list of acronyms. `U.N.` knows `UN`, `NGO` knows `NGOs`."""
        return cls({form_key(form): expansion for form, expansion in house["acronyms"].items()})

    def __contains__(self, key: str) -> bool:
        return key in self.expansions


@cache
def _everyday() -> Mapping[str, Mapping[str, str]]:
    path = resources.files("editcheck").joinpath("facts/data/acronyms_everyday.toml")
    tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables


def abbreviations() -> Mapping[str, str]:
    """Return abbreviations that are known wherever they stand: `etc.`, `Mr.`, `email`."""
    return _everyday()["abbreviations"]


def units() -> Mapping[str, str]:
    """Return units and currencies, known after a number."""
    return _everyday()["units"]


def states() -> Mapping[str, str]:
    """Return American states and Canadian provinces by their postal codes, known after a place."""
    return _everyday()["states"]


@cache
def _plain_tables() -> Mapping[str, frozenset[str]]:
    path = resources.files("editcheck").joinpath("facts/data/acronyms_plain_words.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in tables.items()}


@cache
def plain_words() -> frozenset[str]:
    """Return everyday words that stand in capitals for emphasis, or as a kicker, never as a short form."""
    return frozenset().union(*_plain_tables().values())


def function_words() -> frozenset[str]:
    """Return the everyday words that may open a sentence before a name ("So", "But", "Yesterday")."""
    return _plain_tables()["function_words"]
