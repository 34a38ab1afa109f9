"""Attributions as the parse has them: cue verbs with what they take, "as she said", "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.quotations.complements import complement_of, has_particle
from editcheck.facts.quotations.drafts import Draft
from editcheck.facts.quotations.lexicon import Cue, Sense
from editcheck.facts.quotations.nominals import nominal_at
from editcheck.facts.quotations.phrases import is_finite, noun_phrase, verb_group
from editcheck.facts.quotations.subjects import source_of

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import Stretch, View

__all__ = ["drafts_in"]

_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "xcomp", "acl", "pcomp", "csubj"})


def drafts_in(view: View, stretch: Stretch) -> list[Draft]:
    """Return the attributions of a sentence, outside its quotation marks, in order.

    Verbs that can introduce speech are among them even where nothing is said: quotations look for them.
    """
    found = [draft for index in range(stretch.start, stretch.end) if (draft := _at(view, index, stretch)) is not None]
    return _outermost(view, found)


def _outermost(view: View, drafts: list[Draft]) -> list[Draft]:
    """Leave out what is said to be said: in "Smith said that Jones had promised it", only Smith speaks to the reader.

    A sentence around a comment ("as he said") keeps its own attributions, and so does a cue right before a colon.
    """
    _detach_participles(view, drafts)
    at = {draft.verb: draft for draft in drafts}
    held: set[int] = set()
    for holder in drafts:
        if holder.frame not in ("around", "as") and holder.sense is not Sense.SEEMING:
            held.update(verb for verb in at.keys() & holder.content if holder.verb not in at[verb].content)
    return [draft for draft in drafts if draft.verb not in held or _before_colon(view, draft)]


def _detach_participles(view: View, drafts: list[Draft]) -> None:
    """Give "insisted that it works, adding that ..." two attributions of one speaker: the parser nests the second."""
    for draft in drafts:
        if draft.sense is not Sense.SPEECH or not draft.content or not _trails(view, draft):
            continue
        holders = [each for each in drafts if draft.verb in each.content and each.verb < draft.verb]
        speaking = [each for each in holders if each.sense is not Sense.SEEMING and each.frame == "that"]
        if speaking and speaking[0].source:
            tail = view.subtree(draft.verb)
            for each in holders:
                each.content -= tail
            draft.source = speaking[0].source


def _trails(view: View, draft: Draft) -> bool:
    """Whether a cue is a participle behind a comma, with a clause of its own."""
    return (
        view.tokens[draft.verb].tag == "VBG"
        and view.tokens[draft.cue[0] - 1].text == ","
        and draft.frame in ("that", "prep")
        and not view.kids_by(draft.verb, "nsubj", "aux")
    )


def _before_colon(view: View, draft: Draft) -> bool:
    after = draft.cue[-1] + 1
    return after + 1 < len(view.tokens) and view.tokens[after].text == ":" and view.inside[after + 1] >= 0


def _at(view: View, index: int, stretch: Stretch) -> Draft | None:
    token = view.tokens[index]
    if view.inside[index] >= 0:
        return None
    if token.text.lower() == "according" and index + 1 < stretch.end:
        return _according(view, index, stretch)
    if token.pos in ("NOUN", "ADJ") or token.dep == "acomp":
        return nominal_at(view, index, stretch)
    if token.tag[:2] != "VB" or token.pos != "VERB" or (token.dep == "amod" and view.inside[index - 1] < 0):
        return None
    cue = view.verbs.cue(token.lemma.lower())
    if cue is None or (cue.particles and not has_particle(view, index, cue) and not cue.prepositions):
        return None
    return _of_verb(view, index, cue, stretch)


def _of_verb(view: View, verb: int, cue: Cue, stretch: Stretch) -> Draft | None:
    group = verb_group(view, verb)
    source = source_of(view, verb, stretch.start, stretch.end) if cue.sense is not Sense.SEEMING else []
    content: set[int] = set()
    frame = ""
    taken = complement_of(view, verb, cue, set(source) | set(group))
    if taken is not None:
        content, frame = taken.tokens, taken.frame
        group = sorted({*group, *taken.cue})
    if cue.sense is Sense.SPEECH and cue.takes("that") and taken is None:
        content, frame = _parenthetical(view, verb, group, source, stretch)
    if cue.takes("that") and _introduced_by_as(view, verb):
        content, frame = _host_clause(view, verb, stretch), "as"
    content = {each for each in content if stretch.start <= each < stretch.end}
    if not content and not cue.takes("quote"):
        return None
    return Draft(verb, group, source, content, frame, cue.sense, cue)


def _introduced_by_as(view: View, verb: int) -> bool:
    """Whether the clause that this one hangs on is what is said ("as Smith said, ...")."""
    if view.tokens[verb].dep != "advcl" or view.kids_by(verb, "ccomp", "dobj"):
        return False
    return any(view.tokens[kid].text.lower() == "as" for kid in view.kids_by(verb, "mark", "advmod"))


def _host_clause(view: View, index: int, stretch: Stretch) -> set[int]:
    """Return the clause that an adverbial hangs on, without the adverbial."""
    above = view.head[index]
    while view.head[above] != above and view.tokens[above].dep not in _CLAUSAL:
        above = view.head[above]
    return {each for each in view.subtree(above) if stretch.start <= each < stretch.end} - view.subtree(index)


def _parenthetical(
    view: View, verb: int, group: list[int], source: list[int], stretch: Stretch
) -> tuple[set[int], str]:
    """Take the sentence around a cue that commas set off ("The plan, Smith said, is dead")."""
    if not source or not is_finite(view, verb):
        return set(), ""
    members = sorted({*group, *source})
    own = (
        view.subtree(verb) if view.tokens[verb].dep in ("parataxis", "ccomp", "advcl", "conj", "dep") else set(members)
    )
    before, after = members[0] - 1, members[-1] + 1
    set_off = before >= stretch.start and view.tokens[before].text in (",", "—", "–", "--", "(")
    if not set_off or members[-1] - members[0] + 1 != len(members):
        return set(), ""
    if after < stretch.end and view.tokens[after].text not in (",", ".", "—", "–", "--", ")", ";"):
        own_tail = [each for each in view.subtree(verb) if each > members[-1]]
        if not own_tail:
            return set(), ""
    rest = set(range(stretch.start, stretch.end)) - own - set(members)
    return {each for each in rest if view.inside[each] < 0}, "around"


def _according(view: View, index: int, stretch: Stretch) -> Draft | None:
    to = index + 1
    if view.tokens[to].text.lower() != "to":
        return None
    nouns = view.kids_by(to, "pobj") or [
        each for each in range(to + 1, min(to + 12, stretch.end)) if view.tokens[each].pos in ("PROPN", "NOUN", "PRON")
    ]
    if not nouns:
        return None
    source = noun_phrase(view, nouns[0], to + 1, stretch.end)
    phrase = {index, to, *source}
    content = _host_clause(view, index, stretch) - phrase
    if not content:
        content = set(range(stretch.start, stretch.end)) - phrase
    cue = view.verbs.cue("say")
    return Draft(index, [index, to], source, content, "according", Sense.SPEECH, cue)
