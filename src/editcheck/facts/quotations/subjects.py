"""Who does the saying: the subject of a cue verb, its own or one that it shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.quotations.lexicon import words
from editcheck.facts.quotations.phrases import is_finite, is_passive, noun_phrase

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import View

__all__ = ["own_subject", "source_of"]

_CLIMB = 6
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acomp", "parataxis", "oprd"})
#: Verbs whose object does what their infinitive says ("told him to say"); with others it is the subject.
_OBJECT_CONTROL = frozenset(
    {"tell", "ask", "urge", "order", "let", "make", "want", "allow", "help", "force", "have", "hear", "see", "get"}
)


def own_subject(view: View, verb: int) -> int | None:
    """Return the noun that is a verb's own subject, or None.

    Behind the verb it counts only where a finite verb is turned round ("said Smith").
    """
    subjects = view.kids_by(verb, "nsubj", "nsubjpass", "csubj")
    outside = [each for each in subjects if view.inside[each] == view.inside[verb]] or subjects
    before = [each for each in outside if each < verb]
    if before:
        return before[-1]
    if outside and is_finite(view, verb) and not _clause_between(view, verb, outside[0]):
        return outside[0]
    return None


def _clause_between(view: View, verb: int, noun: int) -> bool:
    return any(view.tokens[each].text.lower() == "that" for each in range(verb + 1, noun))


def source_of(view: View, verb: int, low: int, high: int) -> list[int]:
    """Return the tokens that say who does what a cue verb says; empty where nobody is named.

    The phrase is looked for between the tokens `low` and `high`.
    """
    noun = _agent_noun(view, verb) if is_passive(view, verb) else _subject(view, verb)
    if noun is None or not low <= noun < high:
        return []
    if view.tokens[noun].text.lower() in ("it", "there") and view.kids_by(verb, "expl"):
        return []
    bound_low, bound_high = (low, verb) if noun < verb else (verb + 1, high)
    if not bound_low <= noun < bound_high:  # a subject shared across the bounds of the clause
        bound_low, bound_high = low, high
    return noun_phrase(view, noun, bound_low, bound_high)


def _agent_noun(view: View, verb: int) -> int | None:
    for agent in view.kids_by(verb, "agent"):
        for noun in view.kids_by(agent, "pobj"):
            return noun
    return None


def _subject(view: View, verb: int) -> int | None:
    """Climb from verb to verb until one has a subject that this one shares."""
    at = verb
    for _ in range(_CLIMB):
        noun = own_subject(view, at)
        if noun is None:
            noun = _beside_participle(view, at)
        if noun is None or view.inside[noun] != view.inside[verb]:
            noun = _shared(view, at)
        if noun is not None:
            return noun
        above = _above(view, at)
        if above is None or above == at:
            return None
        at = above
    return None


def _shared(view: View, verb: int) -> int | None:
    """Return the noun that a participle, a relative clause or an infinitive is about."""
    token = view.tokens[verb]
    if token.dep in ("acl", "relcl"):
        return _modified(view, verb)
    above = view.head[verb]
    if token.dep in ("xcomp", "ccomp") and view.tokens[above].lemma.lower() in _OBJECT_CONTROL:
        objects = [kid for kid in view.kids_by(above, "dobj", "nsubj", "dative") if above < kid < verb]
        return objects[-1] if objects else None
    return None


def _above(view: View, verb: int) -> int | None:
    """Return the verb whose subject a verb may share, or None where it shares none."""
    dep = view.tokens[verb].dep
    if dep in ("acl", "relcl"):
        return _governor(view, view.head[verb])
    return view.head[verb] if dep in _SHARING else None


def _beside_participle(view: View, verb: int) -> int | None:
    """Return the subject that the parser gave to a participle before its verb ("Smith, speaking today, said")."""
    for kid in view.kids_by(verb, "advcl"):
        if kid < verb and view.tokens[kid].tag == "VBG":
            for noun in view.kids_by(kid, "nsubj"):
                if noun < kid:
                    return noun
    return None


def _modified(view: View, verb: int) -> int | None:
    """Return the noun that speaks in "a poll showing": not where a comma takes the participle back to the sentence.

    "Released a statement saying" is said by whoever released it.
    """
    noun = view.head[verb]
    if view.tokens[noun].dep == "dobj" and view.tokens[noun].lemma.lower() in words("documents"):
        return None
    if view.tokens[verb].tag == "VBG" and view.tokens[verb - 1].text in (",", "—", "–", "--"):
        return None
    return noun


def _governor(view: View, noun: int) -> int:
    """Return the verb that a noun depends on, over prepositions and other nouns."""
    at = noun
    for _ in range(_CLIMB):
        if view.head[at] == at or view.tokens[at].pos in ("VERB", "AUX"):
            break
        at = view.head[at]
    return at
