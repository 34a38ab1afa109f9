"""Clauses of a parsed sentence: the verbs above a word, their subjects, and how prominent a noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.facts.model import Sentence

__all__ = [
    "AMONG_OTHERS",
    "MAIN_SUBJECT",
    "MODIFIER",
    "SUBJECT",
    "SUBJECTS",
    "clauses_above",
    "rank_of",
    "subject_of",
]

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_HEADS = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "csubjpass", "parataxis"))
_MODIFIERS = frozenset(("poss", "compound", "nmod", "amod", "npadvmod"))
#: How prominent a noun is, the most prominent first; readers take a pronoun for the most prominent one.
MAIN_SUBJECT, SUBJECT, AMONG_OTHERS, MODIFIER = range(4)


def clauses_above(sentence: Sentence, index: int) -> Iterator[int]:
    """Yield the heads of the clauses that a token stands in, the innermost first."""
    tokens = sentence.tokens
    while tokens[index].head != index:
        index = tokens[index].head
        token = tokens[index]
        if token.dep in _HEADS or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            yield index


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """Return the subject of a clause by its head, None where it has none of its own."""
    return next((i for i in sentence.children[verb] if sentence.tokens[i].dep in SUBJECTS), None)


def rank_of(sentence: Sentence, index: int) -> int:
    """Return how prominent a noun is: MAIN_SUBJECT to MODIFIER."""
    tokens = sentence.tokens
    first = _first_of_list(sentence, index)
    token = tokens[first]
    if token.dep in SUBJECTS:
        return MAIN_SUBJECT if _is_main(sentence, token.head) else SUBJECT
    before = tokens[token.head - 1].text.lower() if token.head else ""
    # "according to Lund", "as for Lund"
    if token.dep == "pobj" and before in ("according", "as"):
        return MAIN_SUBJECT
    if _has_who_clause(sentence, first):
        return SUBJECT
    return MODIFIER if token.dep in _MODIFIERS else AMONG_OTHERS


def _has_who_clause(sentence: Sentence, noun: int) -> bool:
    """Whether a clause with "who" tells what somebody does: "backed by Lund, who said"."""
    clauses = (i for i in sentence.children[noun] if sentence.tokens[i].dep == "relcl")
    subjects = (subject_of(sentence, each) for each in clauses)
    return any(each is not None and sentence.tokens[each].tag == "WP" for each in subjects)


def _first_of_list(sentence: Sentence, index: int) -> int:
    """Return the noun that a token is joined to or renames: "Lund and Marsh", "the mayor, Anna Lund"."""
    tokens = sentence.tokens
    while tokens[index].dep in ("conj", "appos") and tokens[index].head < index:
        index = tokens[index].head
    return index


def _is_main(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is the sentence's own or joined to it."""
    tokens = sentence.tokens
    while tokens[verb].dep == "conj" and tokens[verb].head < verb:
        verb = tokens[verb].head
    return tokens[verb].head == verb
