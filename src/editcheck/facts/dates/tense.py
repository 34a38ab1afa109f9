"""Which way a verb looks: back ("said Tuesday"), or ahead ("will meet Tuesday").

The governing verb of a time expression is the first one above it in the dependency parse. Auxiliaries tell its tense;
words of planning (data/dates_planning.toml) look ahead whatever theirs; participles and the like leave it to the verb
above them. What a date tells of a noun ("the June agreement that it expects to sign") is less sure than what it tells
of a verb.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from editcheck.facts.dates.lexicon import read_data
from editcheck.facts.dates.meaning import Direction, Hold, Outlook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.facts.model import Sentence, Token

__all__ = ["names_a_noun", "outlook_at"]

_AHEAD = frozenset({"will", "shall", "wo", "'ll", "’ll"})
_POSSIBLE = frozenset({"would", "could", "should", "might", "may", "must", "can", "ca"})
_UNTIL = frozenset({"until", "till", "through"})
_SAYING = frozenset({"say", "tell", "report", "write", "announce"})
#: Forms that the tagger cannot tell from the past.
_SAME_IN_THE_PAST = frozenset(
    {"hurt", "set", "cut", "put", "hit", "read", "let", "cost", "shut", "split", "quit", "beat", "cast", "bid"}
)
_BEFORE_A_NOUN = frozenset({"compound", "nmod", "amod", "nummod"})
_MOST_STEPS = 24


def outlook_at(sentence: Sentence, first: int, last: int) -> Outlook:
    """Return which way the verb looks that governs the tokens from first to last, and how sure that is."""
    index = _head(sentence, first, last)
    above = _preposition_above(sentence, index)
    preposition = sentence.tokens[above].text.lower()
    if preposition == "since":
        return Outlook(Direction.PAST, Hold.FIRM)
    found = _above(sentence, index)
    if preposition == "through" and found.direction is Direction.PAST:
        return Outlook(Direction.PAST, Hold.LOOSE)  # they have voted through Tuesday; loans through January
    if preposition in _UNTIL and found.direction is not Direction.FUTURE:
        verb = sentence.tokens[above].head
        negated = any(sentence.tokens[child].dep == "neg" for child in sentence.children[verb])
        over = above < verb and found.direction is Direction.PAST  # until Friday, he was the chief
        return Outlook(Direction.PAST, Hold.FIRM) if negated or over else Outlook(Direction.FUTURE, Hold.LOOSE)
    if found.direction is Direction.UNKNOWN and _is_the_earliest(sentence, first):
        return Outlook(Direction.FUTURE, Hold.LOOSE)
    if preposition in ("by", "to") and found.direction is Direction.PAST:
        return Outlook()
    return found


def _preposition_above(sentence: Sentence, index: int) -> int:
    """Return what governs a token; of a noun after until or since, that word: until a hearing Friday."""
    above = sentence.tokens[index].head
    further = sentence.tokens[above].head
    noun = sentence.tokens[above].pos in ("NOUN", "PROPN")
    return further if noun and sentence.tokens[further].text.lower() in ("until", "till", "since") else above


def _is_the_earliest(sentence: Sentence, first: int) -> bool:
    """Whether it is told as a bound: as early as Monday, no later than Monday."""
    words = [token.text.lower() for token in sentence.tokens[max(0, first - 2) : first]]
    return words in (["early", "as"], ["soon", "as"], ["late", "as"], ["later", "than"])


def names_a_noun(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a time merely says which thing is meant, as in "the July 25 call"."""
    token = sentence.tokens[_head(sentence, first, last)]
    return token.head > last and token.dep in _BEFORE_A_NOUN


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of an expression that is governed from outside it."""
    for index in range(last, first - 1, -1):
        if not first <= sentence.tokens[index].head <= last:
            return index
    return last


def _above(sentence: Sentence, index: int) -> Outlook:
    """Climb from a token to the first verb that tells."""
    hold, came_by = _first_hold(sentence, index), ""
    for _ in range(_MOST_STEPS):
        token = sentence.tokens[index]
        if token.text.lower() == "ahead" and came_by == "of":
            return Outlook(Direction.FUTURE, Hold.NONE)
        if token.dep == "poss" and sentence.tokens[token.head].lemma.lower() not in _ahead():
            return _of_what_is_owned(sentence, token.head)
        if came_by and (token.pos in ("VERB", "AUX") or token.lemma.lower() in _ahead()):
            direction = _direction_of(sentence, index, came_by)
            if direction is not Direction.UNKNOWN:
                return Outlook(direction, _held(sentence, index, direction, hold))
        elif came_by and token.pos in ("NOUN", "PROPN"):
            hold = Hold.LOOSE if hold is Hold.FIRM else hold
        if token.head == index:
            break
        came_by = token.text.lower()
        index = token.head
    return Outlook()


def _of_what_is_owned(sentence: Sentence, noun: int) -> Outlook:
    """Read Tuesday's ruling: it is past, unless it will do something, or others are ahead of it."""
    verb = sentence.tokens[noun].head
    above = sentence.tokens[verb].head
    ahead = sentence.tokens[verb].text.lower() == "of" and sentence.tokens[above].text.lower() == "ahead"
    if ahead or any(sentence.tokens[child].text.lower() in _AHEAD for child in sentence.children[verb]):
        return Outlook(Direction.FUTURE, Hold.NONE)
    return Outlook(Direction.PAST, Hold.LOOSE)


def _first_hold(sentence: Sentence, index: int) -> Hold:
    """Return how firmly a time can belong to a verb: hardly where it stands before a noun ("the July 25 call")."""
    token = sentence.tokens[index]
    before_a_noun = token.head > index and token.dep in _BEFORE_A_NOUN
    return Hold.NONE if before_a_noun else Hold.FIRM


def _held(sentence: Sentence, index: int, direction: Direction, hold: Hold) -> Hold:
    """Return how firmly a verb holds a time in the end: what is told as past is so, whatever it belongs to."""
    if hold is Hold.NONE:
        return Hold.LOOSE if direction is Direction.PAST else Hold.NONE
    if hold is Hold.LOOSE and direction is Direction.FUTURE and _is_present(sentence, index):
        return Hold.NONE  # "with the win on Tuesday, he leads": the present says nothing of it
    return Hold.LOOSE if _is_infinitive(sentence, index) else hold


def _is_present(sentence: Sentence, index: int) -> bool:
    """Whether a verb is in the present, and neither will nor plans."""
    token = sentence.tokens[index]
    words = [sentence.tokens[child] for child in sentence.children[index] if sentence.tokens[child].dep == "aux"]
    plans = token.lemma.lower() in _ahead() or any(each.tag == "MD" for each in words)
    return not plans and any(each.tag in ("VBZ", "VBP") for each in (token, *words))


@cache
def _ahead() -> Mapping[str, object]:
    return read_data("planning")["ahead"]


@cache
def _willing() -> Mapping[str, object]:
    return read_data("planning")["willing"]


def _direction_of(sentence: Sentence, index: int, came_by: str) -> Direction:
    token = sentence.tokens[index]
    auxiliaries = [
        sentence.tokens[child] for child in sentence.children[index] if sentence.tokens[child].dep in ("aux", "auxpass")
    ]
    words = {each.text.lower() for each in auxiliaries}
    if "had" not in words and _looks_ahead(sentence, index, came_by):
        return Direction.FUTURE
    if words & _AHEAD:
        return Direction.FUTURE
    if words & _POSSIBLE:
        return _of_possibility(token, auxiliaries)
    if _has_past(token, auxiliaries):
        return Direction.UNKNOWN if _is_condition(sentence, index) else Direction.PAST
    if "to" in words:
        return _of_infinitive(sentence, index)
    if token.tag in ("VBZ", "VBP") or any(each.tag in ("VBZ", "VBP") for each in auxiliaries):
        return _of_present(token, auxiliaries)
    if token.tag == "VBN" and not auxiliaries and token.dep in ("acl", "amod", "advcl"):
        return Direction.PAST
    return Direction.UNKNOWN


def _looks_ahead(sentence: Sentence, index: int, came_by: str) -> bool:
    """Whether it is a word of planning, with the preposition that it needs: "set for April in Washington"."""
    wanted = _ahead().get(sentence.tokens[index].lemma.lower())
    if wanted is None or wanted in ("", came_by):
        return wanted is not None
    return any(sentence.tokens[child].text.lower() == wanted for child in sentence.children[index])


def _has_past(token: Token, auxiliaries: list[Token]) -> bool:
    if token.tag == "VBD" or any(each.tag == "VBD" for each in auxiliaries):
        return True
    return token.tag in ("VBN", "VBG") and any(_is_have(each) for each in auxiliaries)


def _is_have(token: Token) -> bool:
    return token.lemma == "have" or token.text.lower() in ("'ve", "’ve")


def _is_condition(sentence: Sentence, index: int) -> bool:
    """Whether it is merely supposed: "if he won the election on Nov. 8"."""
    return any(sentence.tokens[child].text.lower() == "if" for child in sentence.children[index])


def _of_possibility(token: Token, auxiliaries: list[Token]) -> Direction:
    """Tell what is possible: "could have won" looks back, "may win" ahead; "could be located" may be either."""
    if any(_is_have(each) for each in auxiliaries):
        return Direction.PAST
    return Direction.UNKNOWN if any(each.text.lower() in ("could", "can") for each in auxiliaries) else Direction.FUTURE


def _of_present(token: Token, auxiliaries: list[Token]) -> Direction:
    """Read the present: it looks ahead ("opens Friday", "is meeting Friday"), except where people say something."""
    if token.lemma.lower() in _SAYING and not auxiliaries:
        return Direction.PAST
    if not auxiliaries and token.text.lower() in _SAME_IN_THE_PAST:
        return Direction.UNKNOWN
    return Direction.FUTURE


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    children = sentence.children[index]
    return sentence.tokens[index].tag == "VB" and any(sentence.tokens[child].text.lower() == "to" for child in children)


def _of_infinitive(sentence: Sentence, index: int) -> Direction:
    """Read an infinitive: it looks ahead, unless a past verb above it leaves nothing open ("managed to win")."""
    head = sentence.tokens[index].head
    above = sentence.tokens[head]
    if _had_been(sentence, head):
        return Direction.PAST
    lemma = above.lemma.lower()
    if head == index or lemma in _willing() or lemma in _ahead() or above.pos not in ("VERB", "AUX"):
        return Direction.FUTURE
    if above.tag == "VBG" and above.dep in ("advcl", "acl", "xcomp") and above.head != head:
        head = above.head  # detained attempting to enter
    found = _direction_of(sentence, head, "to")
    return Direction.FUTURE if found is Direction.UNKNOWN else found


def _had_been(sentence: Sentence, index: int) -> bool:
    """Whether a plan is told of as past: "it had been due to expire on Friday"."""
    places = (index, sentence.tokens[index].head)
    auxiliaries = [sentence.tokens[child] for place in places for child in sentence.children[place]]
    return any(each.text.lower() == "had" and each.dep == "aux" for each in auxiliaries)
