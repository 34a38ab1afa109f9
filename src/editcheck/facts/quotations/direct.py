"""Words in quotation marks and the cue in their own sentence: before them, after them, or around them."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from editcheck.facts.quotations.drafts import Draft
from editcheck.facts.quotations.layout import credit_line
from editcheck.facts.quotations.lexicon import Sense, words
from editcheck.facts.quotations.phrases import is_passive, noun_phrase, verb_group
from editcheck.facts.quotations.purposes import is_announced, is_signed, is_title
from editcheck.facts.quotations.subjects import own_subject, source_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.quotations.view import Stretch, View

__all__ = ["credit"]

#: How many words may lie between a quotation and its cue.
_NEAR = 30
#: How many words away cues are looked for at all: time must not grow with the square of a sentence.
_REACH = 150
#: How many words a credit without a verb may have.
_SHORT_CREDIT = 14
_ASIDE = frozenset({"relcl", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LEAD_IN = frozenset({",", ":", "—", "–", "--"})
#: Subjects that are nobody ("it gets better: ...").
_NOBODY = frozenset({"it", "there", "this", "that", "which", "what"})
#: Words from which on a piece in the middle of a sentence is rather speech than a term.
_MANY = 6


def credit(view: View, stretch: Stretch, drafts: list[Draft]) -> list[int]:
    """Tie the quoted pieces of a sentence to its attributions; return those that found none.

    Adds attributions for verbs that are no known cues but stand right where a cue stands.
    """
    unclaimed: list[int] = []
    previous: Draft | None = None
    for quote in stretch.quotes:
        if _is_work(view, stretch, quote):
            unclaimed.append(quote)
            continue
        extent = view.extent[quote]
        near = _within(drafts, extent.start - _REACH, extent.stop + _REACH)
        draft, whole = _host(view, stretch, quote, near, previous)
        if draft is None:
            unclaimed.append(quote)
            continue
        if not any(each is draft for each in (*near, previous)):
            insort(drafts, draft, key=_place)
        draft.quotes.append(quote)
        draft.whole = draft.whole or whole
        draft.source = draft.source or _subject_ahead(view, draft, stretch)
        previous = draft
    return unclaimed


def _is_work(view: View, stretch: Stretch, quote: int) -> bool:
    """Whether a quoted piece is a title that nobody says: a word for a work announces it, or it stands mid-sentence."""
    piece = view.quotes[quote]
    if is_signed(view, piece):
        return True
    if not is_title(view, piece):
        return False
    before = _outside_before(view, stretch, quote)
    return is_announced(view, piece) or (bool(before) and view.tokens[before[-1]].tag in ("IN", "POS", "CC", "DT"))


def _place(draft: Draft) -> int:
    return draft.verb


def _within(drafts: list[Draft], low: int, high: int) -> list[Draft]:
    """Return the attributions whose cue stands between two tokens; they are in the order of the text."""
    return drafts[bisect_left(drafts, low, key=_place) : bisect_left(drafts, high, key=_place)]


def _subject_ahead(view: View, draft: Draft, stretch: Stretch) -> list[int]:
    """Return the last subject before a cue, for quotations whose cue the parse left without one."""
    if is_passive(view, draft.verb):
        return []
    for index in range(draft.verb - 1, max(stretch.start, draft.verb - _REACH) - 1, -1):
        token = view.tokens[index]
        if view.inside[index] < 0 and token.dep in ("nsubj", "nsubjpass") and token.text.lower() not in ("it", "there"):
            return noun_phrase(view, index, stretch.start, draft.verb)
    return _name_beside(view, draft, stretch)


def _name_beside(view: View, draft: Draft, stretch: Stretch) -> list[int]:
    """Return the name right before a cue, a bracket skipped, where the parser found no subject at all."""
    at = draft.cue[0] - 1 if draft.cue else -1
    if at >= stretch.start and view.tokens[at].text == ")":
        while at > stretch.start and view.tokens[at].text != "(":
            at -= 1
        at -= 1
    if at < stretch.start or view.tokens[at].pos != "PROPN":
        return []
    return noun_phrase(view, at, stretch.start, draft.cue[0])


def _host(
    view: View, stretch: Stretch, quote: int, drafts: Sequence[Draft], previous: Draft | None
) -> tuple[Draft | None, bool]:
    """Return the attribution that a quoted piece belongs to, and whether it stands as words of its own."""
    before, after = _outside_before(view, stretch, quote), _outside_after(view, stretch, quote)
    credited = credit_line(view, after)
    if credited is not None:
        return credited, True
    led_in = bool(before) and view.tokens[before[-1]].text in _LEAD_IN
    ahead = _cue_before(view, before, drafts) if led_in or _is_cue_end(view, before, drafts) else None
    if _trails_off(view, quote, after) or _cue_beside(view, after, drafts):
        behind = _cue_after(view, after, drafts, ahead is not None)
        if behind is not None:
            return behind, _stands_alone(view, before)
        if not before and ahead is None and (verbless := _verbless(view, quote, after)) is not None:
            return verbless, True
    if ahead is None and led_in and previous is not None and before[0] != stretch.start:
        ahead = previous
    if ahead is not None:
        return ahead, True
    found = _by_parse(view, quote, drafts)
    if found is not None:
        return found, False
    if before and previous is not None and previous.quotes and _joined(view, before):
        return previous, previous.whole
    if before and _leads_to(view, before, drafts):
        return _cue_before(view, before, drafts), False
    return _last_resort(view, stretch, quote, before, drafts), led_in


def _outside_before(view: View, stretch: Stretch, quote: int) -> list[int]:
    """Return the tokens between the quoted piece before and this one."""
    start = view.extent[quote].start
    while start > stretch.start and view.inside[start - 1] < 0:
        start -= 1
    return list(range(start, view.extent[quote].start))


def _outside_after(view: View, stretch: Stretch, quote: int) -> list[int]:
    """Return the tokens between this quoted piece and the next one."""
    end = view.extent[quote].stop
    while end < stretch.end and view.inside[end] < 0:
        end += 1
    return list(range(view.extent[quote].stop, end))


def _trails_off(view: View, quote: int, after: Sequence[int]) -> bool:
    """Whether the words in quotation marks are followed by their cue, by the look of their end."""
    first = next((index for index in after if view.tokens[index].text[:1].isalnum()), None)
    if first is None or view.tokens[first].pos == "CCONJ":
        return False
    return view.ends_with(quote) in tuple(",?!—–-…") or view.tokens[after[0]].text == ","


def _cue_beside(view: View, after: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether a cue with its subject follows at once, though no comma says so."""
    for draft in drafts:
        if draft.verb in after[:5] and draft.entry is not None and draft.entry.takes("quote"):
            return bool(draft.source) and min(draft.source[0], draft.cue[0]) <= after[0] + 1
    return False


def _stands_alone(view: View, before: Sequence[int]) -> bool:
    """Whether no words of the same clause stand before a quotation (He is "a liar," she said)."""
    return not before or view.tokens[before[-1]].text in {*_LEAD_IN, ";", "("}


def _is_cue_end(view: View, before: Sequence[int], drafts: Sequence[Draft]) -> bool:
    return bool(before) and any(
        before[-1] in draft.cue and draft.entry is not None and draft.entry.takes("quote") for draft in drafts
    )


def _cue_after(view: View, after: Sequence[int], drafts: Sequence[Draft], led_in: bool) -> Draft | None:
    """Return the cue behind a quotation. Where another stands before it, only one with its own subject beside it."""
    within = set(after[:_NEAR])
    cues = [each for each in drafts if each.verb in within and each.entry is not None and each.entry.takes("quote")]
    main = [each for each in cues if view.tokens[each.verb].dep not in _ASIDE and not _participle(view, each.verb)]
    if led_in:
        return next((each for each in main if _cue_beside(view, after, [each])), None)
    found = next(iter(main or cues), None)
    if found is None or found.verb - after[0] > 12:
        found = _unknown_verb(view, after) or found
    if found is not None:
        found.source = _source_beside(view, found, after)
    return found


def _verbless(view: View, quote: int, after: Sequence[int]) -> Draft | None:
    """Credit a phrase without a verb that ends the sentence behind a quotation ("Never," Lind to her crew)."""
    if view.ends_with(quote) != "," or not after or len(after) > _SHORT_CREDIT:
        return None
    if any(view.tokens[each].pos in ("VERB", "AUX", "CCONJ") for each in after) or view.tokens[after[-1]].text != ".":
        return None
    first = next((each for each in after if view.tokens[each].pos != "PUNCT"), after[0])
    if view.tokens[first].pos not in ("PROPN", "DET", "PRON", "NOUN"):
        return None
    noun = next((each for each in after if view.tokens[each].pos in _NOMINAL), None)
    if noun is None:
        return None
    source = noun_phrase(view, _top(view, noun, set(after)), first, after[-1])
    return Draft(source[-1], [], source, set(), "verbless", Sense.SPEECH)


def _source_beside(view: View, draft: Draft, after: Sequence[int]) -> list[int]:
    """Return the source of a cue behind a quotation: the parse's, where it lies there, else the noun beside the cue."""
    parsed = [each for each in draft.source if each >= after[0]]
    if parsed and min(abs(each - draft.verb) for each in parsed) <= 2 * _NEAR:
        return parsed
    return _linear_source(view, draft, after) or draft.source


def _participle(view: View, verb: int) -> bool:
    """Whether a verb goes along with another one ("adding that")."""
    return view.tokens[verb].tag == "VBG" and not view.kids_by(verb, "aux") and own_subject(view, verb) is None


def _unknown_verb(view: View, after: Sequence[int]) -> Draft | None:
    """Take any verb right behind a quotation, with its subject beside it, for a cue ("Never," she chuckled)."""
    for index in after[:8]:
        token = view.tokens[index]
        if token.pos != "VERB" or token.tag not in ("VBD", "VBZ", "VBP") or token.dep in _ASIDE:
            continue
        subject = own_subject(view, index)
        if subject is None or subject not in after or view.verbs.cue(token.lemma.lower()) is not None:
            return None
        group = verb_group(view, index)
        source = source_of(view, index, after[0], after[-1] + 1)
        return Draft(index, group, source, set(), "unknown", Sense.SPEECH)
    return None


def _linear_source(view: View, draft: Draft, after: Sequence[int]) -> list[int]:
    """Return the noun phrase beside a cue behind a quotation, where the parse has no subject there."""
    ahead = [index for index in after if index < draft.cue[0] and view.tokens[index].pos in _NOMINAL]
    behind = [index for index in after if index > draft.cue[-1]]
    if ahead:
        return noun_phrase(view, _top(view, ahead[0], set(ahead)), after[0], draft.cue[0])
    for index in behind[:4]:
        if view.tokens[index].pos in _NOMINAL:
            rest = set(behind)
            return noun_phrase(view, _top(view, index, rest), draft.cue[-1] + 1, after[-1] + 1)
    return []


def _top(view: View, index: int, within: set[int]) -> int:
    """Return the highest noun above a noun without leaving some tokens."""
    at = index
    while view.tokens[at].dep in ("compound", "amod", "nmod", "poss", "det") and view.head[at] in within:
        at = view.head[at]
    return at


def _cue_before(view: View, before: Sequence[int], drafts: Sequence[Draft]) -> Draft | None:
    within = set(before[-_NEAR:])
    cues = [each for each in drafts if each.verb in within and each.entry is not None and each.entry.takes("quote")]
    if not cues:
        return None
    nearest = cues[-1]
    if view.tokens[nearest.verb].dep in _ASIDE and len(cues) > 1 and _encloses(view, cues[-2].verb, nearest.verb):
        return cues[-2] if before[-1] not in view.subtree(nearest.verb) else nearest
    return nearest


def _encloses(view: View, upper: int, lower: int) -> bool:
    return lower in view.subtree(upper)


def _by_parse(view: View, quote: int, drafts: Sequence[Draft]) -> Draft | None:
    """Return the innermost attribution whose content, by the parse, holds most of a quoted piece."""
    piece = view.quotes[quote]
    tokens = [each for each in view.between(piece.content.start, piece.content.end) if view.inside[each] == quote]
    words = [each for each in tokens if view.tokens[each].pos != "PUNCT"]
    holding = [
        draft
        for draft in drafts
        if draft.sense is not Sense.SEEMING and 2 * sum(each in draft.content for each in words) >= max(1, len(words))
    ]
    return min(holding, key=lambda draft: (len(draft.content), draft.verb), default=None)


def _joined(view: View, before: Sequence[int]) -> bool:
    """Whether a quoted piece is coordinated with the one before it."""
    return len(before) <= 4 and any(view.tokens[index].text.lower() in ("and", "or", "but", ",") for index in before)


def _leads_to(view: View, before: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether a cue governs the clause before a quoted piece, so that the parse may have lost the piece."""
    cue = _cue_before(view, before, drafts)
    return cue is not None and not any(view.tokens[index].text in (";", ".") for index in before if index > cue.verb)


def _last_resort(
    view: View, stretch: Stretch, quote: int, before: Sequence[int], drafts: Sequence[Draft]
) -> Draft | None:
    """Credit words behind a colon, or many words in the middle of a sentence, to whom the sentence is about."""
    colon = _introduces(view, before)
    piece = view.quotes[quote]
    if not colon and len(piece.content.of(view.text).split()) < _MANY:
        return None
    if colon and not any(view.tokens[each].pos in ("VERB", "AUX") for each in before):
        return _bare_name(view, before)
    for verb in _governing_verbs(view, quote, before, colon):
        known = next((draft for draft in drafts if draft.verb == verb), None)
        if known is not None and colon and known.source:
            return known
        source = (
            (source_of(view, verb, stretch.start, stretch.end) or _shown(view, verb, colon)) if known is None else []
        )
        if source and (_can_speak(view, source) or (colon and view.tokens[source[-1]].text.lower() not in _NOBODY)):
            return Draft(verb, verb_group(view, verb), source, set(), "governing", Sense.SPEECH)
    return None


def _introduces(view: View, before: Sequence[int]) -> bool:
    """Whether the words before a quotation announce it: by a colon, or as a statement, a letter, a tweet."""
    if not before or view.tokens[before[-1]].text not in (":", ","):
        return False
    return view.tokens[before[-1]].text == ":" or (
        len(before) > 1 and view.tokens[before[-2]].lemma.lower() in words("documents")
    )


def _shown(view: View, verb: int, colon: bool) -> list[int]:
    """Return whom a passive before a colon is about ("Lind is heard shouting: ...")."""
    noun = own_subject(view, verb) if colon and is_passive(view, verb) else None
    return noun_phrase(view, noun, 0, verb) if noun is not None and view.tokens[noun].pos in ("PROPN", "PRON") else []


def _governing_verbs(view: View, quote: int, before: Sequence[int], colon: bool) -> list[int]:
    """Return the verb outside the marks that a quoted piece hangs on; before a colon all, the main one first."""
    if colon:
        verbs = [each for each in before if view.tokens[each].pos == "VERB" and view.tokens[each].dep not in _ASIDE]
        return sorted(verbs, key=lambda verb: (_depth(view, verb), -verb))
    verb = _governor(view, quote)
    return [verb] if verb is not None else []


def _governor(view: View, quote: int) -> int | None:
    piece = view.quotes[quote]
    for index in view.between(piece.content.start, piece.content.end):
        at = index
        while view.inside[at] == quote and view.head[at] != at:
            at = view.head[at]
        if view.inside[at] < 0:
            while view.tokens[at].pos != "VERB" and view.head[at] != at:
                at = view.head[at]
            return at if view.tokens[at].pos == "VERB" and view.inside[at] < 0 and at < index else None
    return None


def _depth(view: View, index: int) -> int:
    depth = 0
    while view.head[index] != index and view.inside[view.head[index]] < 0:
        index, depth = view.head[index], depth + 1
    return depth


def _bare_name(view: View, before: Sequence[int]) -> Draft | None:
    """Credit a name before a colon (Donald Trump: "...")."""
    names = [each for each in before if view.tokens[each].pos == "PROPN"]
    if not names:
        return None
    source = noun_phrase(view, _top(view, names[-1], set(before)), before[0], before[-1])
    return Draft(before[-1], [], source, set(), "colon", Sense.SPEECH)


def _can_speak(view: View, source: Sequence[int]) -> bool:
    head = next((each for each in source if view.head[each] not in source), source[0])
    token = view.tokens[head]
    return token.pos == "PROPN" or token.text.lower() in ("he", "she", "they", "who", "we", "i")
