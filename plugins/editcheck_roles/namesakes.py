"""People of an article who bear one surname."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck import Facts, Person

__all__ = ["by_surname", "shared_surnames"]


def by_surname(facts: Facts) -> dict[str, list[Person]]:
    """Return the people of each surname, which is casefolded; in the order in which the article names them."""
    found: dict[str, list[Person]] = defaultdict(list)
    for person in facts.people:
        if person.surname:
            found[person.surname.casefold()].append(person)
    return found


def shared_surnames(facts: Facts) -> frozenset[str]:
    """Return the surnames, casefolded, that two people of the article bear."""
    return frozenset(name for name, people in by_surname(facts).items() if len(people) > 1)
