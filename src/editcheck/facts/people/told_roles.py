"""Roles that a verb gives somebody: "is the chairman of", "served as", "was named chairman", "who was his adviser"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.model import RoleStatus
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import NamePlace, end_of_phrase
from editcheck.facts.people.role_phrases import is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.model import Token

__all__ = ["told"]

_COPULAS = frozenset(("be", "become", "remain"))
_SERVING = frozenset(("serve", "work", "act"))
_NAMING = frozenset(("name", "appoint", "elect"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: What a role is to the verb that gives it: "is chairman", "named chairman", "elected president" by a lax parse.
_GIVEN = frozenset(("attr", "oprd", "dobj"))
#: "until he is elected president" is as open as "if".
_DOUBTS = frozenset(("if", "whether", "unless", "until", "till"))
_PLURALS = frozenset(("NNS", "NNPS"))


def told(place: NamePlace) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    """Yield the words that a verb says the person is, and when."""
    for verb in _verbs(place):
        lemma = place.tokens[verb].lemma
        if lemma in _COPULAS:
            yield from _attribute(place, verb)
        elif lemma in _SERVING:
            yield from _as_phrase(place, verb)
        elif lemma in _NAMING and _is_named(place, verb):
            yield from _attribute(place, verb)
            yield from ((phrase, RoleStatus.CURRENT) for phrase, _ in _as_phrase(place, verb))


def _verbs(place: NamePlace) -> Iterator[int]:
    """Yield the verbs that a name is the subject of, itself or by "who", and those beside these: "and is now"."""
    tokens, name = place.tokens, place.name
    for index in range(name.first, name.last):
        if tokens[index].dep in _SUBJECTS and not name.first <= tokens[index].head < name.last:
            yield tokens[index].head
        for child in place.sentence.children[index]:
            if tokens[child].dep in ("acl", "relcl") and _tells_of(place, child):
                yield child
                yield from (each for each in place.sentence.children[child] if _goes_on(place, each))


def _tells_of(place: NamePlace, verb: int) -> bool:
    """Whether a clause behind a name has "who" for its subject, or none: "Lind, recently named chairman"."""
    subjects = [place.tokens[each] for each in place.sentence.children[verb] if place.tokens[each].dep in _SUBJECTS]
    return verb > place.name.first and all(each.text.lower() == "who" for each in subjects)


def _goes_on(place: NamePlace, verb: int) -> bool:
    """Whether a verb goes on with the same "who": "who was his aide and is now the mayor"."""
    joined = place.tokens[verb].dep == "conj" and place.tokens[verb].lemma in _COPULAS | _SERVING
    return joined and not any(place.tokens[each].dep in _SUBJECTS for each in place.sentence.children[verb])


def _is_named(place: NamePlace, verb: int) -> bool:
    """Whether the person is who is named, not who names: "was named chairman", "recently named the chairman"."""
    tokens = place.tokens
    passive = any(tokens[each].dep in ("auxpass", "nsubjpass") for each in place.sentence.children[verb])
    return passive or (tokens[verb].tag in ("VBN", "VBD") and tokens[verb].dep == "acl")


def _attribute(place: NamePlace, verb: int) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    tokens = place.tokens
    for child in place.sentence.children[verb]:
        attribute = tokens[child].dep in _GIVEN and child > verb and tokens[child].tag not in _PLURALS
        if attribute and is_role_head(tokens[child], lexicon()):
            if any(_takes_back(tokens[each]) for each in place.sentence.children[verb]):
                return
            start = _without_dash(tokens, min(place.sentence.subtree(child)))
            # "was Lind's driver Lind had ..." lacks its full stop.
            end = child + 1 if child + 1 in place.starts else end_of_phrase(place, start)
            phrase = _without_agent(tokens[start:end])
            past = tokens[verb].tag == "VBD" and tokens[verb].lemma == "be"
            if start + len(phrase) > child and tokens[child].text.lower() not in lexicon().generic:
                yield phrase, RoleStatus.FORMER if past else RoleStatus.CURRENT


def _without_dash(tokens: Sequence[Token], start: int) -> int:
    """Return where a phrase begins whose first word the parser cut at its hyphen: "co-author"."""
    while start > 1 and tokens[start - 1].text == "-" and tokens[start - 1].span.end == tokens[start].span.start:
        start -= 2
    return start


def _without_agent(phrase: Sequence[Token]) -> Sequence[Token]:
    """Cut by whom somebody was named: "governor of Norland by the king"."""
    return phrase[: next((i for i, token in enumerate(phrase) if token.text == "by"), len(phrase))]


def _takes_back(token: Token) -> bool:
    """Whether a dependent of a verb says that it is not so: "is not", "may become", "if he had become", "to be"."""
    doubted = token.dep == "mark" and token.text.lower() in _DOUBTS
    return doubted or token.dep == "neg" or token.tag in ("MD", "TO")


def _as_phrase(place: NamePlace, verb: int) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    tokens = place.tokens
    for child in place.sentence.children[verb]:
        if tokens[child].text == "as" and child + 1 < len(tokens):
            phrase = _without_agent(tokens[child + 1 : end_of_phrase(place, child + 1)])
            past = tokens[verb].tag in ("VBD", "VBN")
            if phrase:
                yield phrase, RoleStatus.FORMER if past else RoleStatus.CURRENT
