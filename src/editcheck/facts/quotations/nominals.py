"""Attributions whose cue is a noun or an adjective ("the claim that", "criticism from Lind", "is sure that")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.quotations.drafts import Draft
from editcheck.facts.quotations.lexicon import Cue, adjective_cue_of, noun_cue_of
from editcheck.facts.quotations.phrases import noun_phrase, verb_group
from editcheck.facts.quotations.subjects import source_of

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import Stretch, View

__all__ = ["nominal_at"]

#: Verbs that say no more than that something was uttered, before a noun that says what ("made a promise to").
_LIGHT = frozenset({"make", "have", "offer", "give", "issue", "deliver", "raise", "launch", "level", "hold", "share"})
_COPULAS = frozenset({"be", "feel", "remain", "become", "sound", "grow", "get"})
_NOBODY = frozenset({"it", "its", "there", "this", "that"})
_SPEAKERS = frozenset({"PROPN", "PRON", "NOUN"})


def nominal_at(view: View, index: int, stretch: Stretch) -> Draft | None:
    """Return the attribution that a noun or an adjective makes, or None where nobody or nothing is named."""
    token = view.tokens[index]
    if token.pos == "NOUN":
        cue = noun_cue_of(token.lemma.lower())
        return _of_noun(view, index, cue, stretch) if cue is not None else None
    if token.dep == "acomp" and view.tokens[view.head[index]].lemma.lower() in _COPULAS:
        cue = adjective_cue_of(token.text.lower())
        return _of_adjective(view, index, cue, stretch) if cue is not None else None
    return None


def _of_noun(view: View, noun: int, cue: Cue, stretch: Stretch) -> Draft | None:
    content, link = _content(view, noun, cue)
    if not content:
        return None
    source = _owner(view, noun, link)
    start = min([noun, *(kid for kid in view.kids_by(noun, "amod") if all(kid > each for each in source))])
    words = list(range(start, noun + 1)) if view.tokens[start].pos != "DET" else [noun]
    if not source and _is_light_object(view, noun):
        source = source_of(view, view.head[noun], stretch.start, stretch.end)
        words = [*verb_group(view, view.head[noun]), *words]
    return _draft(view, noun, [*words, *link], source, content - set(source), cue, stretch)


def _of_adjective(view: View, adjective: int, cue: Cue, stretch: Stretch) -> Draft | None:
    verb = view.head[adjective]
    content, link = _content(view, adjective, cue)
    if not content:
        content, link = _content(view, verb, cue, after=adjective)
    source = source_of(view, verb, stretch.start, stretch.end)
    adverbs = [kid for kid in view.kids_by(adjective, "advmod") if kid < adjective]
    return _draft(view, adjective, [*verb_group(view, verb), *adverbs, adjective, *link], source, content, cue, stretch)


def _draft(
    view: View, at: int, words: list[int], source: list[int], content: set[int], cue: Cue, stretch: Stretch
) -> Draft | None:
    group = sorted({each for each in words if stretch.start <= each < stretch.end})
    content = {each for each in content if stretch.start <= each < stretch.end} - set(source) - set(group)
    if not source or not content or view.tokens[source[-1]].text.lower() in _NOBODY:
        return None
    return Draft(at, group, source, content, "nominal", cue.sense)


def _content(view: View, head: int, cue: Cue, after: int = -1) -> tuple[set[int], list[int]]:
    """Return the clause, infinitive or phrase that a word takes, and the preposition that ties it to the word."""
    for kid in view.kids[head]:
        if kid < max(head, after):
            continue
        token = view.tokens[kid]
        if token.dep in ("acl", "ccomp", "relcl", "xcomp", "advcl") and _fits(view, kid, cue):
            return view.subtree(kid), []
        if token.dep == "prep" and token.text.lower() in cue.prepositions and kid == max(head, after) + 1:
            return view.subtree(kid) - {kid}, [kid]
    return set(), []


def _fits(view: View, clause: int, cue: Cue) -> bool:
    """Whether a clause is what is said and no description: with a "that" which is nobody in it, or an infinitive."""
    marks = {view.tokens[kid].text.lower() for kid in view.kids_by(clause, "mark")}
    if cue.takes("that") and (marks & {"that", "whether", "if"} or view.tokens[clause].dep == "ccomp"):
        return True
    return cue.takes("inf") and any(view.tokens[kid].tag == "TO" for kid in view.kids_by(clause, "aux"))


def _owner(view: View, noun: int, link: list[int]) -> list[int]:
    """Return whose claim it is: the possessor, or the noun behind "from", "by" or "of"."""
    for kid in view.kids_by(noun, "poss"):
        if view.tokens[kid].pos in _SPEAKERS:
            return [each for each in noun_phrase(view, kid, 0, noun) if view.tokens[each].tag != "POS"]
    for kid in view.kids_by(noun, "prep"):
        if kid not in link and view.tokens[kid].text.lower() in ("from", "by", "of", "among"):
            for name in view.kids_by(kid, "pobj"):
                return noun_phrase(view, name, kid + 1, max(view.subtree(name)) + 1)
    return []


def _is_light_object(view: View, noun: int) -> bool:
    token = view.tokens[noun]
    verb = view.tokens[view.head[noun]].lemma.lower()
    return token.dep == "dobj" and verb in _LIGHT and (verb, token.lemma.lower()) != ("have", "support")
