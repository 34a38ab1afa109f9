"""Whom or what an age is said of: a person of the article, other people, or a thing."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.ages.climbing import climb, noun_after, noun_before, phrase_of, same_as, stands_alone
from editcheck.facts.ages.forms import Form, Shape, data
from editcheck.facts.model import MentionKind, Purpose
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.role_phrases import is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.facts.model import Mention, Person, QuotedText, Sentence

__all__ = ["Bearer", "Bearers"]

_PRONOUNS = frozenset({"he", "she", "i", "they", "we", "who", "him", "them", "you"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom an age is said of: the words, the person's id where it is one that is named, and whether it is people."""

    span: Span | None
    person: str | None
    of_people: bool


class Bearers:
    """Finds whom the ages of one article are said of."""

    def __init__(
        self, sentences: tuple[Sentence, ...], people: Iterable[Person], quoted: Iterable[QuotedText] = ()
    ) -> None:
        self._sentences = sentences
        self._starts = [each.span.start for each in sentences]
        self._spoken = sorted(each.content for each in quoted if each.purpose is Purpose.SPEECH and each.depth == 0)
        told = [(mention, person.id) for person in people for mention in person.mentions]
        self._mentions = sorted(told, key=lambda each: each[0].span)
        self._mention_starts = [mention.span.start for mention, _ in self._mentions]

    def of(self, form: Form) -> Bearer | None:
        """Return whom an age is said of; None where the words are no age after all."""
        number = bisect_right(self._starts, form.span.start) - 1
        places = range(0) if number < 0 else _places(self._sentences[number], form.span)
        if not places:
            return None
        noun = self._noun(self._sentences[number], places, form.shape)
        if noun is not None:
            return self._bearer(self._sentences[number], noun, form.shape)
        return self._named_before(number, places, form) if form.shape.sure else None

    def _noun(self, sentence: Sentence, places: range, shape: Shape) -> int | None:
        if shape is Shape.AT:
            return noun_after(sentence, places[-1])
        if shape in (Shape.OLD, Shape.IS):
            return climb(sentence, places)
        before = noun_before(sentence, places[0])
        if shape is Shape.COMMAS or (before is not None and self._is_people(sentence, before)):
            return before
        return climb(sentence, places)

    def _bearer(self, sentence: Sentence, noun: int, shape: Shape) -> Bearer | None:
        for place in same_as(sentence, noun):
            found = self._mention_at(sentence.tokens[place].span)
            if found is not None:
                return Bearer(found[0].span, found[1], of_people=True)
        people = self._is_people(sentence, noun)
        if not shape.sure and not people:
            return None
        return Bearer(phrase_of(sentence, noun), None, people or shape is not Shape.OLD)

    def _named_before(self, number: int, places: range, form: Form) -> Bearer:
        """Return whom "the 54-year-old" means: the only one named in the sentence before, where there is one."""
        sentence = self._sentences[number]
        told = sentence.tokens[places[0] - 1].text.lower() if places[0] else ""
        people = form.shape is not Shape.OLD or stands_alone(sentence, places)
        if form.shape is not Shape.OLD or told != "the" or number == 0:
            return Bearer(None, None, people)
        before = self._within(Span(self._sentences[number - 1].span.start, form.span.start))
        own_words = (each for each in before if not self._is_spoken(each[0].span))
        persons = dict.fromkeys(id for mention, id in own_words if mention.kind is not MentionKind.DESCRIPTION)
        return Bearer(None, next(iter(persons)) if len(persons) == 1 else None, people)

    def _is_people(self, sentence: Sentence, noun: int) -> bool:
        """Whether a noun or pronoun means people: somebody named, or by the word lists, or as the recogniser has it."""
        token = sentence.tokens[noun]
        if token.lemma.lower() in _nouns_of_people() or token.text.lower() in _PRONOUNS:
            return True
        if self._mention_at(token.span) is not None:
            return True
        if token.pos == "PROPN":
            return any(token.span in each.span and each.label in ("PERSON", "NORP") for each in sentence.entities)
        return is_role_head(token, lexicon())

    def _is_spoken(self, span: Span) -> bool:
        index = bisect_right(self._spoken, span) - 1
        return index >= 0 and span in self._spoken[index]

    def _mention_at(self, span: Span) -> tuple[Mention, str] | None:
        index = bisect_right(self._mention_starts, span.start)
        for mention, id in self._mentions[max(0, index - 2) : index][::-1]:
            if span.start < mention.span.end:
                return mention, id
        return None

    def _within(self, span: Span) -> list[tuple[Mention, str]]:
        first = bisect_right(self._mention_starts, span.start - 1)
        return self._mentions[first : bisect_right(self._mention_starts, span.end - 1)]


def _places(sentence: Sentence, span: Span) -> range:
    """Return the indexes of the tokens of an age; none where it begins or ends between tokens."""
    first, last = sentence.token_at(span.start), sentence.token_at(span.end - 1)
    return range(0) if first is None or last is None else range(first, last + 1)


@cache
def _nouns_of_people() -> frozenset[str]:
    return frozenset(data()["words"]["people"].split())
