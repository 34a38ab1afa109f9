"""What is said, by the parse: the clause, the object or the phrase that a cue verb takes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editcheck.facts.quotations.lexicon import Cue, Sense
from editcheck.facts.quotations.phrases import is_passive
from editcheck.facts.quotations.subjects import own_subject

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import View

__all__ = ["Complement", "complement_of", "has_particle"]


#: Labels by which the head of a clause is known, where the tagger takes its verb for an adjective.
_OF_CLAUSES = ("nsubj", "nsubjpass", "mark", "aux", "auxpass")


@dataclass
class Complement:
    """The tokens of a content, those that the cue takes in besides its verb ("for" in "called for"), and the frame."""

    tokens: set[int]
    frame: str
    cue: list[int] = field(default_factory=list)


def complement_of(view: View, verb: int, cue: Cue, source: set[int]) -> Complement | None:
    """Return what a cue verb takes as its content, or None where it takes nothing that counts."""
    if cue.particles and not has_particle(view, verb, cue):
        cue = replace(cue, frames=cue.frames & {"obj"})
    found = _passive(view, verb, cue) if is_passive(view, verb) else _active(view, verb, cue)
    if found is None:
        return None
    found.tokens -= source
    found.tokens -= set(found.cue)
    found.tokens.discard(verb)
    return found if found.tokens else None


def has_particle(view: View, verb: int, cue: Cue) -> bool:
    """Whether a verb has one of the particles that make it a cue ("pointed out", "lashed out")."""
    return any(
        view.tokens[kid].lemma.lower() in cue.particles for kid in view.kids_by(verb, "prt", "prep", "advmod", "dobj")
    )


def _active(view: View, verb: int, cue: Cue) -> Complement | None:
    if cue.sense is Sense.SEEMING:
        return _seeming(view, verb, cue)
    for find in (_clause, _infinitive, _naming, _gerund, _phrase, _object):
        found = find(view, verb, cue)
        if found is not None:
            return found
    return None


def _clause(view: View, verb: int, cue: Cue) -> Complement | None:
    if not cue.takes("that"):
        return None
    clauses = [
        kid
        for kid in view.kids_by(verb, "ccomp")
        if (view.tokens[kid].pos in ("VERB", "AUX") or any(view.kids_by(kid, *_OF_CLAUSES)))
        and not _begins_anew(view, verb, kid)
    ]
    right = [each for each in clauses if each > verb] or _strayed(view, verb) or _asked(view, verb, cue)
    chosen = right or [each for each in clauses if not _coordinated(view, each)]
    if not chosen:
        return None
    tokens = set().union(*(view.subtree(each) for each in chosen))
    for each in chosen:
        tokens -= _aside(view, each)
    return Complement(tokens, "that")


def _aside(view: View, clause: int) -> set[int]:
    """Return what the article sets against a clause behind a comma, in its own words (", while others stayed")."""
    return set().union(
        *(
            view.subtree(kid)
            for kid in view.kids_by(clause, "advcl")
            if kid > clause and _marked(view, kid, "while") and view.tokens[min(view.subtree(kid)) - 1].text == ","
        )
    )


def _marked(view: View, clause: int, word: str) -> bool:
    return any(view.tokens[kid].text.lower() == word for kid in view.kids_by(clause, "mark"))


def _asked(view: View, verb: int, cue: Cue) -> list[int]:
    """Return a question that the parser takes for a condition ("asked voters if the vote was fair")."""
    if not cue.takes("hearer"):
        return []
    return [
        kid
        for kid in view.kids_by(verb, "advcl")
        if kid > verb and (_marked(view, kid, "if") or _marked(view, kid, "whether")) and view.kids_by(verb, "dobj")
    ]


def _begins_anew(view: View, verb: int, clause: int) -> bool:
    """Whether a clause is the sentence that a participle stands before ("Asked why, Lind replied")."""
    if clause < verb or own_subject(view, verb) is not None:
        return False
    return any(view.tokens[min(view.subtree(noun)) - 1].text == "," for noun in view.kids_by(clause, "nsubj"))


def _told(view: View, verb: int, cue: Cue) -> Complement | None:
    """Take the clause behind "was told": not the sentence behind "when asked, ..."."""
    found = _clause(view, verb, cue)
    if found is None or view.tokens[min(found.tokens) - 1].text == ",":
        return None
    return found


def _strayed(view: View, verb: int) -> list[int]:
    """Return a clause with "that" which the parser hung on the hearer ("warned the envoy that they would act")."""
    return [
        kid
        for hearer in view.kids_by(verb, "dobj", "pobj", "npadvmod")
        for each in (hearer, *view.kids_by(hearer, "appos"))
        for kid in view.kids_by(each, "relcl", "acl", "ccomp")
        if any(view.tokens[mark].tag == "IN" for mark in view.kids_by(kid, "mark")) and kid > verb
    ]


def _coordinated(view: View, clause: int) -> bool:
    """Whether an "and" ties a clause before a cue to what follows, so that it is no part of what is said."""
    conjunctions = view.kids_by(clause, "cc")
    return bool(conjunctions) and not any(kid > conjunctions[-1] for kid in view.kids_by(clause, "conj"))


def _infinitive(view: View, verb: int, cue: Cue) -> Complement | None:
    if not cue.takes("inf"):
        return None
    for kid in view.kids_by(verb, "xcomp", "ccomp"):
        if kid < verb or not any(view.tokens[each].tag == "TO" for each in view.kids_by(kid, "aux", "mark")):
            continue
        tokens = view.subtree(kid)
        for each in view.kids_by(verb, "dobj"):
            if verb < each < kid and cue.takes("obj"):
                tokens |= view.subtree(each)
        return Complement(tokens, "inf")
    return None


def _gerund(view: View, verb: int, cue: Cue) -> Complement | None:
    if not cue.takes("ing"):
        return None
    for kid in view.kids_by(verb, "xcomp", "pcomp"):
        if kid > verb and view.tokens[kid].tag == "VBG":
            return Complement(view.subtree(kid), "ing")
    return None


def _naming(view: View, verb: int, cue: Cue) -> Complement | None:
    """Take object and name of "called it a lie": the parser has them as one small clause or as two dependents."""
    if not cue.takes("name"):
        return None
    parts = [kid for kid in view.kids_by(verb, "oprd", "xcomp", "ccomp", "attr", "acomp") if kid > verb]
    if not parts:
        return None
    parts += [kid for kid in view.kids_by(verb, "dobj", "dative") if kid > verb]
    return Complement(set().union(*(view.subtree(each) for each in parts)), "name")


def _phrase(view: View, verb: int, cue: Cue) -> Complement | None:
    if not cue.prepositions:
        return None
    for kid in (*view.kids_by(verb, "prep"), *_phrases_of_particles(view, verb)):
        token = view.tokens[kid]
        if kid < verb or token.lemma.lower() not in cue.prepositions:
            continue
        if cue.takes("obj") and any(verb < each < kid for each in view.kids_by(verb, "dobj")):
            continue
        tokens = view.subtree(kid) - {kid}
        if tokens:
            return Complement(tokens, "prep", [kid] if kid - verb <= 2 else [])
    return None


def _phrases_of_particles(view: View, verb: int) -> list[int]:
    return [kid for each in view.kids_by(verb, "prt", "advmod") for kid in view.kids_by(each, "prep")]


def _object(view: View, verb: int, cue: Cue) -> Complement | None:
    if not cue.takes("obj"):
        return None
    objects = [kid for kid in view.kids_by(verb, "dobj") if kid > verb] or _fronted(view, verb)
    if not objects:
        return None
    tokens = set().union(*(view.subtree(each) for each in objects))
    for kid in view.kids[verb]:
        token = view.tokens[kid]
        if kid < objects[0]:
            continue
        if (token.dep == "prep" and token.lemma.lower() in cue.going_on) or (
            token.dep in ("oprd", "ccomp")
            or (token.dep == "advcl" and "as" in cue.going_on and _marked(view, kid, "as"))
        ):
            tokens |= view.subtree(kid)
    return Complement(tokens, "obj")


def _fronted(view: View, verb: int) -> list[int]:
    """Return an object that stands before the verb ("which he supported")."""
    return [kid for kid in view.kids_by(verb, "dobj") if view.tokens[kid].tag in ("WDT", "WP")]


def _seeming(view: View, verb: int, cue: Cue) -> Complement | None:
    parts = [
        kid
        for kid in view.kids_by(verb, "xcomp", "oprd", "acomp", "ccomp", "prep", "advcl")
        if kid > verb and (view.tokens[kid].dep != "prep" or view.tokens[kid].lemma.lower() in cue.prepositions)
    ]
    if cue.prepositions == {"like"}:
        parts = [each for each in parts if view.tokens[each].dep not in ("advcl", "oprd")]
    if not parts:
        return None
    tokens = set().union(*(view.subtree(each) for each in parts))
    subject = own_subject(view, verb)
    if subject is not None and view.tokens[subject].text.lower() not in ("it", "there"):
        tokens |= view.subtree(subject)
    return Complement(tokens, "seeming")


def _passive(view: View, verb: int, cue: Cue) -> Complement | None:
    """Take what is said in the passive: the subject is part of it ("is expected to win", "is seen as weak")."""
    if cue.sense is Sense.SEEMING:
        return None
    if cue.takes("hearer"):
        found = _told(view, verb, cue) or _infinitive(view, verb, cue) or _phrase(view, verb, cue)
        if found is not None:
            return found
    parts = [
        kid
        for kid in view.kids[verb]
        if kid > verb
        and (
            view.tokens[kid].dep in ("xcomp", "oprd", "ccomp", "attr", "acomp")
            or (view.tokens[kid].dep == "prep" and view.tokens[kid].lemma.lower() in cue.going_on | cue.prepositions)
        )
    ]
    if not parts and not view.kids_by(verb, "agent"):
        return None
    subject = own_subject(view, verb)
    if subject is not None and view.tokens[subject].text.lower() not in ("it", "there"):
        parts.append(subject)
    tokens = set().union(*(view.subtree(each) for each in parts))
    return Complement(tokens, "passive") if tokens else None
