"""The full names of an article by their endings: who else bears a surname is asked of thousands of names."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FullNames"]


class FullNames:
    """Counts full names, all of them folded, and knows them by the words that they end in."""

    def __init__(self, names: Iterable[str]) -> None:
        self._counts = Counter(names)
        self._endings: set[str] = set()
        self._bearers: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._counts:
            self._note(name)

    def _note(self, name: str) -> None:
        first, *rest = name.split()
        known = first.capitalize() in lexicon().given
        for number in range(len(rest)):
            ending = " ".join(rest[number:])
            self._endings.add(ending)
            # Two are enough to have another than any one.
            if known and len(self._bearers[ending]) < 2:
                self._bearers[ending].append(name)

    def count(self, name: str) -> int:
        """Return how often a name stands in the article."""
        return self._counts[name]

    def has_ending(self, words: str) -> bool:
        """Whether a longer name ends in some words."""
        return words in self._endings

    def has_other_bearer(self, surname: str, name: str) -> bool:
        """Whether another than the one of a name bears a surname, with a given name that is known for one."""
        return any(bearer != name for bearer in self._bearers.get(surname, ()))
