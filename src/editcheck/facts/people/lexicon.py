"""The word lists that tell people, and what they are called by, from other things; read once, on first use."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Lexicon", "lexicon"]


@dataclass(frozen=True)
class Lexicon:
    """What the data files say. All words are in lower case except those that are always capitalised (given names).

    `countries` and `states` map every form of a country's or state's name, its adjective included, to its name.
    `titles` are the words that may stand right before a name; `role_words` are all heads of a description.
    """

    female: frozenset[str]
    male: frozenset[str]
    given: frozenset[str]
    weak_given: frozenset[str]
    surname_first: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    epithets: frozenset[str]
    honorifics: Mapping[str, str]
    abbreviations: Mapping[str, str]
    statuses: Mapping[str, str]
    status_adverbs: Mapping[str, str]
    offices: frozenset[str]
    occupations: frozenset[str]
    endings: tuple[str, ...]
    firms_too: frozenset[str]
    generic: frozenset[str]
    heads_with_of: frozenset[str]
    portfolios: frozenset[str]
    beside_office: frozenset[str]
    not_roles: frozenset[str]
    phrases: frozenset[str]
    countries: Mapping[str, str]
    states: Mapping[str, str]
    cities: frozenset[str]
    thing_nouns: frozenset[str]
    thing_names: frozenset[str]
    thing_phrases: frozenset[str]
    also_surnames: frozenset[str]
    never: frozenset[str]
    slogans: frozenset[str]
    saying: frozenset[str]

    def is_honorific(self, word: str) -> bool:
        """Whether a word is a form of address ("Mr.", "Dr."): always with a capital, for polls miss things."""
        return word[:1].isupper() and word.lower() in self.honorifics

    def is_title(self, word: str) -> bool:
        """Whether a word may stand right before a name as an office, a rank or an occupation."""
        lower = word.lower()
        # "da" and "pm" are other words without their capitals.
        short = lower in self.abbreviations and not (len(word) == 2 and word.islower())
        return short or self.is_role_word(lower)

    def is_role_word(self, word: str) -> bool:
        """Whether a word, singular or plural, is what somebody is: "minister", "analysts", "co-founder"."""
        return _is_role_word(word.lower())

    def is_place(self, word: str) -> bool:
        """Whether a word is a country, its adjective, a state or a well-known city."""
        return word in self.cities or word in self.countries or word in self.states

    def country_of(self, organization: str) -> str | None:
        """Return the country or state that a body is, by its usual name: "French" is France, a university is none."""
        bare = organization.removeprefix("state of ").removesuffix("'s").removesuffix("’s")
        return self.states.get(bare) or self.countries.get(bare)

    def office_of(self, word: str) -> str:
        """Return a title in full and in the singular: "Sen." is "senator"; other words stay, in lower case."""
        lower = word.lower()
        if lower in self.abbreviations:
            return self.abbreviations[lower]
        if lower in self.offices or lower in self.occupations or not self.is_role_word(lower):
            return lower
        return _singular(lower)


@lru_cache(maxsize=16384)
def _is_role_word(lower: str) -> bool:
    lex = lexicon()
    forms = (lower, _singular(lower))
    return any(each in lex.offices or each in lex.occupations or each.endswith(lex.endings) for each in forms)


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def lexicon() -> Lexicon:
    """Return the word lists of facts/data."""
    given, order, titles = _table("given_names"), _table("name_order"), _table("titles")
    places, things = _table("places"), _table("not_people")
    female, male, either = (_words(given[each]) for each in ("female", "male", "either"))
    nouns = _words(things["words"]["nouns"])
    return Lexicon(
        female=female,
        male=male,
        given=female | male | either,
        weak_given=_words(given["weak"]),
        surname_first=_words(order["words"]["surname_first"]),
        particles=_words(order["words"]["particles"]),
        suffixes=_words(order["words"]["suffixes"]),
        epithets=_lines(order["phrases"]["epithets"]),
        honorifics=titles["honorifics"],
        abbreviations=titles["abbreviations"],
        statuses=titles["statuses"],
        status_adverbs=titles["status_adverbs"],
        offices=_words(titles["words"]["offices"]),
        occupations=_words(titles["words"]["occupations"]),
        endings=tuple(titles["words"]["endings"].split()),
        firms_too=_words(titles["words"]["firms_too"]),
        generic=_words(titles["words"]["generic"]),
        heads_with_of=_words(titles["words"]["heads_with_of"]),
        portfolios=_words(titles["words"]["portfolios"]),
        beside_office=_words(titles["words"]["beside_office"]),
        not_roles=_words(titles["words"]["not_roles"]),
        phrases=_lines(titles["phrases"]["known"]),
        countries=_by_form(places["countries"]),
        states=_by_form(places["states"]),
        cities=_words(places["words"]["cities"]),
        thing_nouns=nouns,
        thing_names=_words(things["words"]["names"]),
        thing_phrases=_lines(things["phrases"]["works"]),
        also_surnames=_words(things["words"]["also_surnames"]),
        never=_words(things["words"]["never"]),
        slogans=_words(things["words"]["slogans"]),
        saying=_words(things["words"]["saying"]),
    )


def _table(name: str) -> dict[str, Any]:
    raw = resources.files("editcheck.facts").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _lines(listed: str) -> frozenset[str]:
    return frozenset(line for line in listed.split("\n") if line)


def _by_form(places: Mapping[str, str]) -> dict[str, str]:
    return {form: name for name, forms in places.items() for form in _forms(name, forms)}


def _forms(name: str, forms: str) -> Iterable[str]:
    yield name
    yield from (form for form in forms.split(", ") if form)
