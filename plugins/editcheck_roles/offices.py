"""Whether two roles can be one person's at one time, as far as their offices tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck

if TYPE_CHECKING:
    from editcheck import Role

__all__ = ["conflict", "kind_of", "same_office", "tells_change"]


def kind_of(office: str) -> str | None:
    """Return the kind of an office, by the longest of its endings that is listed; None for everything else."""
    kinds = editcheck.load_table("editcheck_roles", "offices.toml")
    words = office.split()
    for first in range(len(words)):
        if kind := kinds.get(" ".join(words[first:])):
            return kind
    return None


def same_office(one: Role, other: Role) -> bool:
    """Whether two roles name the same office, one perhaps in its short form: "Secretary" for "Defense Secretary"."""
    first, second = one.office.split(), other.office.split()
    shorter = min(len(first), len(second))
    return first[-shorter:] == second[-shorter:] or first[:shorter] == second[:shorter]


def conflict(one: Role, other: Role) -> bool:
    """Whether two roles are different offices of kinds that nobody holds together."""
    kinds = kind_of(one.office), kind_of(other.office)
    if None in kinds or same_office(one, other):
        return False
    compatible = editcheck.load_table("editcheck_roles", "compatible.toml")
    return not any(" ".join(map(str, pair)) in compatible for pair in (kinds, kinds[::-1]))


def tells_change(words: set[str], nearby: set[str]) -> bool:
    """Whether words tell that an office is won, lost or was held before.

    `words` are those of the sentences about the person from one role to the other, `nearby` those of the sentences
    that the roles stand in.
    """
    table = editcheck.load_table("editcheck_roles", "change_words.toml")
    return any(table.get(word, "nearby") != "nearby" for word in words) or bool(nearby & table.keys())
