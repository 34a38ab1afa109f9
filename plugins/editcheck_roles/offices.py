"""Whether two roles can be one person's at one time, as far as their offices tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck

if TYPE_CHECKING:
    from editcheck import Role

__all__ = ["are_elsewhere", "conflict", "is_exclusive", "kind_of", "same_office"]

#: Kinds of office that are held in one country or state; an ambassador has two.
_PLACED = frozenset(("head", "minister", "legislator", "state legislator", "governor"))


def kind_of(office: str) -> str | None:
    """Return the kind of an office, by the longest of its endings that is listed; None for everything else."""
    kinds = editcheck.load_table("editcheck_roles", "offices.toml")
    words = office.split()
    for first in range(len(words)):
        if kind := kinds.get(" ".join(words[first:])):
            return kind
    return None


def is_exclusive(office: str) -> bool:
    """Whether an office is of a kind that does not go with every other."""
    return kind_of(office) not in (None, "post")


def same_office(one: Role, other: Role) -> bool:
    """Whether two roles name the same office, one perhaps in its short form: "Secretary" for "Defense Secretary"."""
    first, second = one.office.split(), other.office.split()
    shorter = min(len(first), len(second))
    return first[-shorter:] == second[-shorter:] or first[:shorter] == second[:shorter]


def are_elsewhere(one: Role, other: Role) -> bool:
    """Whether two roles are one office in two countries, or two states: "Ohio Governor", "Utah Governor"."""
    here, there = one.country, other.country
    if not here or not there or here in there or there in here or "United States" in (here, there):
        return False
    unions = editcheck.load_table("editcheck_roles", "unions.toml")
    apart = here not in unions.get(there, "").split(", ") and there not in unions.get(here, "").split(", ")
    return apart and kind_of(one.office) in _PLACED and same_office(one, other)


def conflict(one: Role, other: Role) -> bool:
    """Whether two roles are different offices of kinds that nobody holds together."""
    if not is_exclusive(one.office) or not is_exclusive(other.office) or same_office(one, other):
        return False
    kinds = kind_of(one.office), kind_of(other.office)
    compatible = editcheck.load_table("editcheck_roles", "compatible.toml")
    return not any(" ".join(map(str, pair)) in compatible for pair in (kinds, kinds[::-1]))
