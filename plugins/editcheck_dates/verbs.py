"""The verb that a date belongs to, where the parse leaves no doubt: it looks back, or it looks ahead."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck import Sentence, Span, Token

__all__ = ["Tense", "Verb", "participle_of", "verb_of"]

#: Prepositions that put what happens on a day; "since", "until", "by", "for" do not.
_ON_A_DAY = frozenset({"on", "in", "at"})
_AHEAD = frozenset({"will", "shall", "wo", "'ll", "’ll"})


class Tense(enum.Enum):
    """Which way a verb looks."""

    BACK = "back"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Verb:
    """A finite verb: the span of its words from the first auxiliary on, the lemma of the main verb, and its tense."""

    span: Span
    lemma: str
    tense: Tense


def verb_of(sentence: Sentence, span: Span) -> Verb | None:
    """Return the verb that puts its action on the time at a span; None where nothing or no sure thing does."""
    place = _place_of(sentence, span)
    tense = _tense(sentence, place) if place is not None else None
    if place is None or tense is None:
        return None
    return Verb(_words(sentence, place), sentence.tokens[place].lemma.lower(), tense)


def participle_of(sentence: Sentence, span: Span) -> Verb | None:
    """Return the participle by itself that says what was done at the time at a span: "born in 1970"."""
    place = _place_of(sentence, span)
    if place is None or sentence.tokens[place].tag != "VBN" or _auxiliaries(sentence, place):
        return None
    return Verb(sentence.tokens[place].span, sentence.tokens[place].lemma.lower(), Tense.BACK)


def _place_of(sentence: Sentence, span: Span) -> int | None:
    """Return the word whose action is put on the time at a span; None where that may as well be a noun's."""
    inside = _tokens_in(sentence, span)
    if not inside:
        return None
    head = next((index for index in reversed(inside) if sentence.tokens[index].head not in inside), inside[-1])
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    if above.dep == "prep" and token.dep == "pobj" and above.text.lower() in _ON_A_DAY:
        start, place = token.head, above.head
    elif token.dep in ("npadvmod", "advmod", "tmod"):
        start, place = inside[0], token.head
    else:
        return None
    return None if place in inside or _belongs_to_a_noun(sentence, start, place) else place


def _words(sentence: Sentence, index: int) -> Span:
    """Return where a verb stands, from its first auxiliary on."""
    parts = [child for child in sentence.children[index] if sentence.tokens[child].dep in ("aux", "auxpass", "neg")]
    first = min((place for place in parts if place < index), default=index)
    return sentence.tokens[first].span.cover(sentence.tokens[index].span)


def _tokens_in(sentence: Sentence, span: Span) -> range:
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.span.end)
    last = bisect_left(sentence.tokens, span.end, key=lambda token: token.span.start)
    return range(first, last)


def _belongs_to_a_noun(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether the time may as well belong to a noun before it ("the earthquake last month will cost").

    `start` is the first token of the time, its preposition included.
    """
    noun_before = start > 0 and sentence.tokens[start - 1].pos in ("NOUN", "PROPN")
    return noun_before and not 0 < start - verb <= _NEAR


#: So many tokens may stand between a verb and a time with a noun before it: "will open a pier in the harbor in 2014".
_NEAR = 8


def _tense(sentence: Sentence, index: int) -> Tense | None:
    token = sentence.tokens[index]
    if token.pos not in ("VERB", "AUX"):
        return None
    auxiliaries = _auxiliaries(sentence, index)
    if any(each.text.lower() in _AHEAD for each in auxiliaries):
        return None if any(each.lemma == "have" for each in auxiliaries) else Tense.AHEAD
    if token.tag == "VBD" and not auxiliaries and not _shares_a_modal(sentence, index):
        return Tense.BACK
    return Tense.BACK if token.tag == "VBN" and _is_done(auxiliaries) else None


def _auxiliaries(sentence: Sentence, index: int) -> list[Token]:
    children = (sentence.tokens[child] for child in sentence.children[index])
    return [child for child in children if child.dep in ("aux", "auxpass")]


def _shares_a_modal(sentence: Sentence, index: int) -> bool:
    """Whether an auxiliary further up may be its own: "may backfire and cost her the election"."""
    token = sentence.tokens[index]
    while token.dep == "conj" and sentence.tokens[token.head].pos in ("VERB", "AUX"):
        if _auxiliaries(sentence, token.head):
            return True
        token = sentence.tokens[token.head]
    return False


def _is_done(auxiliaries: list[Token]) -> bool:
    """Whether a participle's auxiliaries tell that it is done: was held, has left; not "is poised", "may have left"."""
    if not auxiliaries or any(each.lemma not in ("be", "have") for each in auxiliaries):
        return False
    return auxiliaries[0].lemma == "have" or auxiliaries[0].tag == "VBD"
