"""From the words of an age to the noun that they are said of: right before it, or up the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.article import Span

if TYPE_CHECKING:
    from editcheck.facts.model import Sentence

__all__ = ["climb", "noun_after", "noun_before", "phrase_of", "same_as", "stands_alone"]

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How "the 54-year-old" stands where it is a noun by itself.
_OBJECTS = frozenset({"pobj", "dobj", "dative"})
#: How a verb hangs on the one whose subject is its own, too: he died and was, she moved at, hoping to be.
_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "auxpass", "ccomp"})
#: Further from an age than this many steps nothing is looked for.
_FARTHEST = 12


def noun_before(sentence: Sentence, place: int) -> int | None:
    """Return the noun right before an age, or before the comma or bracket that it stands behind: Smith, now 54."""
    tokens = sentence.tokens
    while place and (tokens[place - 1].text in (",", "(") or tokens[place - 1].pos == "ADV"):
        place -= 1
    return place - 1 if place and tokens[place - 1].pos in _NOUNS else None


def noun_after(sentence: Sentence, place: int) -> int | None:
    """Return the subject that follows "At 54,"."""
    end = min(place + _FARTHEST, len(sentence.tokens))
    return next((i for i in range(place + 1, end) if sentence.tokens[i].dep in _SUBJECTS), None)


def stands_alone(sentence: Sentence, places: range) -> bool:
    """Whether "the 54-year-old" is a noun by itself, which is said of people only."""
    token = sentence.tokens[places[-1]]
    return token.text.lower() == "olds" or (token.text.lower() == "old" and token.dep not in ("amod", "acomp"))


def phrase_of(sentence: Sentence, noun: int) -> Span:
    """Return where a noun stands with the names and nouns right before it that belong to it."""
    tokens, first = sentence.tokens, noun
    while first and tokens[first - 1].dep == "compound" and tokens[first - 1].head in (noun, first):
        first -= 1
    return Span(tokens[first].span.start, tokens[noun].span.end)


def same_as(sentence: Sentence, noun: int) -> list[int]:
    """Return the nouns that mean the same: itself, its appositions, what it is said to be of, the name behind it."""
    tokens, head = sentence.tokens, sentence.tokens[noun].head
    found = [noun, *(each for each in sentence.children[noun] if tokens[each].dep == "appos")]
    if tokens[noun].dep in ("appos", "compound"):
        found.append(head)
    elif tokens[noun].dep == "attr":
        found += [each for each in sentence.children[head] if tokens[each].dep in _SUBJECTS]
    if noun + 1 < len(tokens) and tokens[noun + 1].pos == "PROPN" and tokens[noun].pos == "NOUN":
        found.append(noun + 1)
    return found


def climb(sentence: Sentence, places: range) -> int | None:
    """Go up from an age to the noun that it belongs to, or to the subject of its verb; None where there is none."""
    tokens = sentence.tokens
    tops = [i for i in places if tokens[i].head not in places]
    index = (tops or places)[-1]
    word = tokens[index].text.lower()
    if word == "olds" or tokens[index].dep in _SUBJECTS or (word == "old" and tokens[index].dep in _OBJECTS):
        return None
    for _ in range(_FARTHEST):
        head = tokens[index].head
        if head == index:
            return None
        if tokens[head].pos in ("VERB", "AUX"):
            return _unparted(sentence, places, _subject(sentence, head, places))
        index = head
        if tokens[index].pos in _NOUNS and index not in places:
            return _unparted(sentence, places, index)
    return None


def _unparted(sentence: Sentence, places: range, noun: int | None) -> int | None:
    """Return a noun, but not one that a comma parts from an age before it: among those 18 years old, the party lost."""
    after = places[-1] + 1
    parted = places[0] > 0 and after < len(sentence.tokens) and sentence.tokens[after].text == ","
    return None if noun is not None and noun > after and parted else noun


def _subject(sentence: Sentence, verb: int, places: range) -> int | None:
    """Return the subject of a verb, or of the one that it follows, or what its clause describes."""
    tokens = sentence.tokens
    for _ in range(_FARTHEST):
        head = tokens[verb].head
        subject = next(
            (each for each in sentence.children[verb] if tokens[each].dep in _SUBJECTS and each not in places), None
        )
        if subject is not None and tokens[subject].tag not in ("WP", "WDT"):
            return subject
        if tokens[verb].dep in ("acl", "relcl") and head not in places:
            return head
        if subject is not None or tokens[verb].dep not in _SHARING or head == verb:
            return None
        verb = head
        if tokens[verb].pos not in ("VERB", "AUX"):
            return verb if tokens[verb].pos in _NOUNS else None
    return None
