"""Whether two roles can be one person's at one time, as far as their offices tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck

if TYPE_CHECKING:
    from editcheck import Role

__all__ = ["conflict", "is_exclusive", "kind_of", "same_office"]


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


def conflict(one: Role, other: Role) -> bool:
    """Whether two roles are different offices of kinds that nobody holds together."""
    if not is_exclusive(one.office) or not is_exclusive(other.office) or same_office(one, other):
        return False
    kinds = kind_of(one.office), kind_of(other.office)
    compatible = editcheck.load_table("editcheck_roles", "compatible.toml")
    return not any(" ".join(map(str, pair)) in compatible for pair in (kinds, kinds[::-1]))
