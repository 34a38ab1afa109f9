"""Who does what in a clause, as far as the parse tells: the sides of a verb, with what is joined and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Sentence

__all__ = ["clause_of", "sides"]

#: Dependencies of a verb that borrows its subject from the verb above: "agreed to resign", "spoke and resigned".
_BORROWING = frozenset(("xcomp", "conj", "advcl"))


def sides(sentence: Sentence, index: int) -> tuple[set[int], set[int]]:
    """Return the tokens (indexes) that a verb has as its subject, and those that something is done to."""
    tokens = sentence.tokens
    verb = tokens[index]
    subjects, objects = set(_dependents(sentence, index, "nsubj")), set(_dependents(sentence, index, "dobj"))
    passive = set(_dependents(sentence, index, "nsubjpass"))
    if not subjects and not passive and verb.dep in _BORROWING:
        subjects = set(_dependents(sentence, verb.head, "nsubj")) | set(_dependents(sentence, verb.head, "nsubjpass"))
    above = {verb.head} if verb.dep in ("relcl", "acl", "amod") else set()
    if verb.tag == "VBN" and not objects and not (above and subjects):
        passive |= above | (subjects if _is_passive(sentence, index) else set())
    return subjects | above, objects | passive


def _is_passive(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[each].dep == "auxpass" for each in sentence.children[index])


def _dependents(sentence: Sentence, index: int, dep: str) -> list[int]:
    """Return the dependents of one kind, with what is joined to them by "and", and "who" as whom it means."""
    return list(_with_joined(sentence, [each for each in sentence.children[index] if sentence.tokens[each].dep == dep]))


def _with_joined(sentence: Sentence, found: list[int]) -> Iterator[int]:
    for each in found:
        yield each
        yield from _with_joined(sentence, [c for c in sentence.children[each] if sentence.tokens[c].dep == "conj"])


def clause_of(sentence: Sentence, index: int) -> int:
    """Return the verb that governs a token, or the root of the sentence."""
    while sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
        if sentence.tokens[index].pos in ("VERB", "AUX"):
            break
    return index
