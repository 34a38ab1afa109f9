"""Roles of one person set against each other, without comparing each with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Facts, Role

__all__ = ["Pair", "pairs"]


class Pair(NamedTuple):
    """A role, the nearest one of another wording before it, and where that was given first."""

    first: Role
    earlier: Role
    later: Role


def pairs(facts: Facts, roles: Iterable[Role]) -> Iterator[Pair]:
    """Yield each role, in order, with the nearest of each wording (office, body, status) in an earlier sentence.

    The nearest will do: what the article tells between it and the later role, it tells behind those farther off too.
    """
    worded: dict[tuple[str, str | None, str], list[Role]] = {}
    for later in roles:
        here = facts.sentence_number(later.span.start)
        for same in worded.values():
            earlier = next((each for each in reversed(same) if facts.sentence_number(each.span.start) != here), None)
            if earlier is not None:
                yield Pair(same[0], earlier, later)
        worded.setdefault((later.office, later.organization, later.status), []).append(later)
