"""Whom "he", "her" and "the senator" mean: the person, or nobody where that is not clear.

Only the article's own words are read: inside quotation marks a pronoun is the speaker's, and whom it means is not told
by what stands around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.facts.model import MentionKind, Purpose
from editcheck.facts.people.descriptions import Descriptions
from editcheck.facts.people.discourse import Discourse, Known
from editcheck.facts.people.pronouns import GENDERS, antecedent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Span
    from editcheck.facts.model import QuotedText, Sentence

__all__ = ["Known", "Reference", "find_references"]

#: A longer sentence is none, but a list or words without stops: whom its "he" means is not clear.
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description and the number of the person it means."""

    person: int
    span: Span
    kind: MentionKind


def find_references(
    sentences: Sequence[Sentence], quoted: Sequence[QuotedText], people: Sequence[Known], text: str
) -> tuple[list[Reference], list[str]]:
    """Return the pronouns and descriptions that clearly mean one of the people, in the order of the text.

    With them goes each one's gender: of whom neither name nor form of address tells it, a pronoun may.
    """
    spoken = [each.content for each in quoted if each.purpose is Purpose.SPEECH and each.depth == 0]
    discourse = Discourse(sentences, people, spoken)
    descriptions = Descriptions(discourse, text)
    found = []
    for number, sentence in enumerate(sentences):
        if len(sentence.tokens) > _LONGEST:
            continue
        for person, span, head in descriptions.of_sentence(number):
            found.append(Reference(person, span, MentionKind.DESCRIPTION))
            discourse.note(number, head, person)
        for person, span, token in _pronouns(discourse, number):
            found.append(Reference(person, span, MentionKind.PRONOUN))
            discourse.note(number, token, person)
            discourse.genders[person] = GENDERS[span.of(text).lower()]
        discourse.note_strangers(number)
    return sorted(found, key=lambda each: each.span), discourse.genders


def _pronouns(discourse: Discourse, number: int) -> Iterator[tuple[int, Span, int]]:
    for index, token in enumerate(discourse.sentences[number].tokens):
        if token.text.lower() in GENDERS and not discourse.in_speech(token.span):
            person = antecedent(discourse, number, index)
            if person is not None:
                yield person, token.span, index
