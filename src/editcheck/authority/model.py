"""What an authority file says, and the questions that can be asked of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from editcheck.authority.names import name_words, office_words, outer_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Authority", "Holder", "Post", "Term"]

#: On the days around a change of hands, the old and the new holder are both written of as such.
_HANDOVER = timedelta(3)
#: Names with fewer letters are other names where one letter differs; from so many on, two letters may be wrong.
_SHORTEST, _LONG = 5, 8


@dataclass(frozen=True, slots=True)
class Post:
    """An office: what it is called, and the country or body it belongs to ("" where the file does not say)."""

    id: str
    label: str
    jurisdiction: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person of the file. `names` are all forms of the name, `name` among them."""

    id: str
    name: str
    names: tuple[str, ...]

    def near(self, name: str) -> str | None:
        """Return the form of the name that another one nearly is, with first name and surname; None where none is.

        One of the two words must be the same; the other, of five letters at least, begins alike and is off by a letter
        (or two neighbours exchanged), by two from eight letters on. Shorter words are other names: Jon and John.
        """
        return next((each for each in self.names if _nearly(outer_names(each), outer_names(name))), None)


@dataclass(frozen=True, slots=True)
class Term:
    """That somebody held an office: the first and the last day that may be meant, None where there is none told.

    `party` is the one the holder sat for, `area` what was represented, a state for one; "" where that is not told.
    """

    holder: str
    post: str
    begins: date | None
    ends: date | None
    party: str = ""
    area: str = ""

    def covers(self, day: date) -> bool:
        """Whether the office was held on a day, or a few days before or after."""
        return (self.begins is None or self.begins - _HANDOVER <= day) and (
            self.ends is None or day <= self.ends + _HANDOVER
        )


@dataclass(frozen=True)
class Authority:
    """An authority file. `since` and `until` are the first and the last day that it speaks of; it knows of no other.

    `complete` says that for everybody it lists, all terms in its offices are there.
    """

    name: str
    holders: Mapping[str, Holder]
    posts: Mapping[str, Post]
    terms: tuple[Term, ...]
    since: date | None = None
    until: date | None = None
    complete: bool = False

    def speaks_of(self, day: date) -> bool:
        """Whether a day is one that the file covers."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def holder_named(self, name: str) -> Holder | None:
        """Return the one person of a name, by all of its words or else by the first and the last; None for several."""
        for table, key in ((self._by_words, name_words(name)), (self._by_outer, outer_names(name))):
            found = table.get(key, ()) if len(key) > 1 else ()
            if found:
                return self.holders[next(iter(found))] if len(found) == 1 else None
        return None

    def knows(self, name: str) -> bool:
        """Whether somebody, or several, have this name."""
        return name_words(name) in self._by_words or outer_names(name) in self._by_outer

    def posts_called(self, *labels: str | None) -> tuple[Post, ...]:
        """Return the offices known by these words, in any order: "Treasury Secretary", "secretary of the Treasury"."""
        return self._by_office.get(office_words(*labels), ())

    def terms_of(self, holder: Holder, post: Post) -> tuple[Term, ...]:
        """Return when somebody held an office, in order."""
        return self._terms.get((holder.id, post.id), ())

    def all_terms_of(self, holder: Holder) -> tuple[Term, ...]:
        """Return when somebody held any office, in order."""
        return self._by_holder.get(holder.id, ())

    def in_office(self, post: Post, day: date) -> tuple[Holder, ...]:
        """Return who held an office on a day."""
        return tuple(self.holders[term.holder] for term in self._held.get(post.id, ()) if term.covers(day))

    def one_at_a_time(self, post: Post) -> bool:
        """Whether an office has one holder at a time, as far as the file's own terms show.

        Three terms at least must show it, each but the last with its end.
        """
        terms = self._held.get(post.id, ())
        dated = [(term.begins, term.ends) for term in terms]
        if len(terms) < 3 or any(begins is None for begins, _ in dated):
            return False
        return all(
            before.ends is not None and after.begins is not None and before.ends <= after.begins + _HANDOVER
            for before, after in pairwise(terms)
        )

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], dict[str, None]]:
        return self._names(name_words)

    @cached_property
    def _by_outer(self) -> dict[tuple[str, ...], dict[str, None]]:
        return self._names(outer_names)

    def _names(self, key: Callable[[str], tuple[str, ...]]) -> dict[tuple[str, ...], dict[str, None]]:
        table: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for holder in self.holders.values():
            for name in holder.names:
                table[key(name)][holder.id] = None
        return dict(table)

    @cached_property
    def _by_office(self) -> dict[frozenset[str], tuple[Post, ...]]:
        table: defaultdict[frozenset[str], list[Post]] = defaultdict(list)
        for post in self.posts.values():
            for words in _also_known_by(office_words(post.label)):
                table[words].append(post)
        return {words: tuple(posts) for words, posts in table.items()}

    @cached_property
    def _terms(self) -> dict[tuple[str, str], tuple[Term, ...]]:
        table: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in self._in_order:
            table[term.holder, term.post].append(term)
        return {key: tuple(terms) for key, terms in table.items()}

    @cached_property
    def _by_holder(self) -> dict[str, tuple[Term, ...]]:
        table: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._in_order:
            table[term.holder].append(term)
        return {holder: tuple(terms) for holder, terms in table.items()}

    @cached_property
    def _held(self) -> dict[str, tuple[Term, ...]]:
        table: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self._in_order:
            table[term.post].append(term)
        return {post: tuple(terms) for post, terms in table.items()}

    @cached_property
    def _in_order(self) -> list[Term]:
        return sorted(self.terms, key=lambda term: (term.begins or date.min, term.ends or date.max, term.holder))


def _also_known_by(words: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Return the words of an office, and of its short name: a secretary of state for defence is defence secretary."""
    short = words - {"state"}
    return (words, short) if {"secretary", "state"} < words and len(short) > 1 else (words,)


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != 2 or len(other) != 2 or (one[0] == other[0]) == (one[1] == other[1]):
        return False
    mine, theirs = next((mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs)
    if min(len(mine), len(theirs)) < _SHORTEST or mine[0] != theirs[0]:
        return False
    return OSA.distance(mine, theirs, score_cutoff=1) <= 1 or (
        min(len(mine), len(theirs)) >= _LONG and OSA.distance(mine, theirs, score_cutoff=2) <= 2
    )
