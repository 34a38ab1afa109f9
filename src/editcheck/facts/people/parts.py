"""The parts of a person's name, and whether two names can be one person's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.nicknames import same_given_name

__all__ = ["NameParts", "alike", "fold", "parts_of", "same_person", "surname_first", "surname_forms"]

#: Particles that families write with a capital; "Ben" and "Van" before a surname may be given names, so only inside.
_CAPITAL_PARTICLES = frozenset(
    ("De", "Del", "Della", "Di", "Da", "Dos", "Du", "Van", "Von", "Der", "La", "Le", "El", "Al", "Bin")
)
_QUOTED = re.compile(r"[\"“”'‘’(]\s*([^\"“”()]{2,30}?)\s*[\"“”'‘’)](?=\s|$)")

#: One or two syllables as Chinese and Korean given names are romanised. The figures of letters keep it linear.
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|kw|hw|[bpmfdtnlgkhjqxrzcswy])?y?(?:[aeiou]{1,3})(?:ng|n|k|l|m|p|b|t|r|h|w|ck)?){1,2}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart: given names and initials in order, the surname with its particles, Jr. and the like.

    A single word is a surname for all that can be told. `nickname` is what stands in quotation marks inside the name.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    nickname: str = ""

    @property
    def full(self) -> bool:
        """Whether there is more than a single name."""
        return bool(self.given)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word without accents, case, and what hyphens and apostrophes make of it, to compare spellings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"[-’'`.\s]+", " ", plain.casefold().replace("ß", "ss")).strip()


@lru_cache(maxsize=8192)
def parts_of(name: str) -> NameParts:
    """Take a name without title and possessive apart; the name has at least one word."""
    nickname = ""
    if found := _QUOTED.search(name):
        inner = found.group(1)
        rest = (name[: found.start()] + " " + name[found.end() :]).split()
        if rest:
            nickname, name = inner, " ".join(rest)
    words = name.replace(",", " ").split()
    suffix = ""
    if len(words) > 1 and words[-1].lower() in lexicon().suffixes:
        suffix = words.pop()
    return _split(words, suffix, nickname)


def _split(words: list[str], suffix: str, nickname: str) -> NameParts:
    lex = lexicon()
    if len(words) == 1:
        # A monarch's or a pope's number follows a given name, which then does a surname's work.
        return NameParts((), words[0], suffix, nickname)
    if surname_first(words):
        return NameParts(tuple(words[1:]), words[0], suffix, nickname)
    if " ".join(words[-2:]).lower() in lex.epithets:
        return NameParts(tuple(words[1:]), words[0], suffix, nickname)
    first = len(words) - 1
    while first > 1 and (words[first - 1] in lex.particles or words[first - 1] in _CAPITAL_PARTICLES):
        first -= 1
    if first == 1 and words[0] in lex.particles:
        first = 0
    return NameParts(tuple(words[:first]), " ".join(words[first:]), suffix, nickname)


def surname_first(words: list[str] | tuple[str, ...]) -> bool:
    """Whether a name of two or three words is ordered as in China and Korea: "Kim Jong Un", "Ban Ki-moon"."""
    lex = lexicon()
    if not 2 <= len(words) <= 3 or words[0] not in lex.surname_first:
        return False
    rest = words[1:]
    if any(word in lex.given and word not in lex.surname_first and "-" not in word for word in rest[-1:]):
        return False
    if any(not _SYLLABLES.match(part) for word in rest for part in word.split("-")):
        return False
    return len(rest) == 2 or "-" in rest[0] or words[0] not in lex.given


def same_person(one: NameParts, other: NameParts) -> bool:
    """Whether two names can be one person's; spelling may differ where the rest agrees.

    Two full names need the same surname and given names that do not contradict each other. A single name needs to be
    the other's surname, its last part, or its first given name.
    """
    if one.full and other.full:
        return _same_full(one, other)
    if not one.full and not other.full:
        return fold(one.surname) == fold(other.surname)
    full, single = (one, other) if one.full else (other, one)
    return is_surname_of(single.surname, full) or is_given_name_of(single.surname, full)


def is_surname_of(word: str, full: NameParts) -> bool:
    """Whether a single name is a full name's surname, or as much of it as news uses ("Lula da Silva" for da Silva)."""
    return fold(word) in surname_forms(full)


@lru_cache(maxsize=8192)
def surname_forms(full: NameParts) -> frozenset[str]:
    """Return what a person may be called by surname, folded: with and without particles, half of a double surname."""
    lex = lexicon()
    surname = fold(full.surname)
    forms = {surname, " ".join(part for part in surname.split() if part not in lex.particles)}
    if full.suffix:
        forms |= {f"{surname} {fold(full.suffix)}"}
    # A double surname without a hyphen looks like a middle name: "Peña Nieto", "Abu Marzuk".
    if len(full.given) > 1 and not full.given[-1].endswith("."):
        forms.add(fold(f"{full.given[-1]} {full.surname}"))
        if full.given[-1] not in lex.given:
            forms.add(fold(full.given[-1]))
    if "-" in full.surname:
        forms |= {fold(part) for part in full.surname.split("-") if len(part) > 3}
    return frozenset(forms - {""})


def is_given_name_of(word: str, full: NameParts) -> bool:
    """Whether a single name is a full name's first given name, or the nickname given with it."""
    if full.nickname and fold(word) == fold(full.nickname):
        return True
    return same_given_name(word, full.given[0]) if len(full.given[0].rstrip(".")) > 1 else False


def _same_full(one: NameParts, other: NameParts) -> bool:
    if _tail_of(one, other) or _tail_of(other, one):
        return True
    if one.suffix and other.suffix and fold(one.suffix) != fold(other.suffix):
        return False
    if fold(one.surname) == fold(other.surname):
        return _given_agree(one, other)
    if is_surname_of(other.surname, one) or is_surname_of(one.surname, other):
        return same_given_name(one.given[0], other.given[0])
    return (
        alike(one.surname, other.surname)
        and fold(one.given[0]) == fold(other.given[0])
        and len(one.given[0].rstrip(".")) > 1
    )


def _tail_of(short: NameParts, long: NameParts) -> bool:
    """Whether one name is the end of the other: a double surname ("Funke Kupper") stands without the given name."""
    ends, whole = _words(short), _words(long)
    return 1 < len(ends) < len(whole) and whole[-len(ends) :] == ends


def _words(parts: NameParts) -> list[str]:
    return fold(" ".join((*parts.given, parts.surname))).split()


def _given_agree(one: NameParts, other: NameParts) -> bool:
    first, second = one.given[0], other.given[0]
    same = (
        same_given_name(first, second)
        or _initial_of(first, second)
        or _initial_of(second, first)
        or (one.nickname and same_given_name(one.nickname, second))
        or (other.nickname and same_given_name(other.nickname, first))
        or (len(first) > 4 and len(second) > 4 and alike(first, second))
        or fold(" ".join(one.given)) == fold(" ".join(other.given))
        or fold("".join(one.given)) == fold("".join(other.given))
    )
    return bool(same) and _middle_agree(one.given[1:], other.given[1:])


def _middle_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names agree: one may be missing, but George W. and George H. W. are two."""
    if not one or not other:
        return True
    return fold(one[0])[:1] == fold(other[0])[:1]


def _initial_of(short: str, full: str) -> bool:
    return len(short.rstrip(".")) == 1 and fold(short)[:1] == fold(full)[:1]


def alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: equal when folded, or one letter apart where there are many."""
    a, b = fold(one), fold(other)
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    allowed = 1 if min(len(a), len(b)) < 8 else 2
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
