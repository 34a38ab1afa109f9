"""Who was spoken of where: what pronouns and descriptions look back to.

Names that stand in quoted speech are not noted: whom the article's own "he" means is not told by what somebody says.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.people.clauses import MAIN_SUBJECT, SUBJECT, SUBJECTS, rank_of
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.role_phrases import is_role_head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from editcheck.facts.model import Role, Sentence, Token
    from editcheck.facts.people.clusters import Cluster

__all__ = ["STRANGER", "Discourse", "Known", "Seen", "gender_of_noun"]

#: The number that stands for a person without a name ("a voter from Ohio").
STRANGER = -1
#: How many sentences of the article's own words a pronoun reaches back, and how many in all.
_REACH, _FARTHEST = 2, 12
_ASKING = frozenset(("ask", "press", "question", "quiz", "wonder"))
_FEMALE = frozenset(("mother", "daughter", "sister", "wife", "girl", "lady", "aunt", "niece", "widow"))
_MALE = frozenset(("father", "son", "brother", "husband", "boy", "gentleman", "uncle", "nephew", "widower"))


@dataclass(frozen=True)
class Known:
    """A person as far as names go: whom a pronoun or a description can mean."""

    cluster: Cluster
    gender: str
    roles: tuple[Role, ...]
    #: Who the house lists say that it is ("US president, 2009 to 2017"), "" where they do not.
    fame: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention of a person (or of a stranger) in a sentence: at which token, and how prominent it is there."""

    token: int
    person: int
    rank: int


class Discourse:
    """The people of an article as its sentences speak of them, names first; references are noted as they are found."""

    def __init__(self, sentences: Sequence[Sentence], people: Sequence[Known], spoken: Sequence[Span]) -> None:
        self.sentences, self.people, self.spoken = sentences, people, spoken
        #: What is known of each one's gender so far: the first pronoun that means somebody tells it.
        self.genders = [person.gender for person in people]
        self.name_tokens: dict[int, set[int]] = {}
        self._seen: dict[int, list[Seen]] = {}
        self._at: dict[tuple[int, int], int] = {}
        self._sentences_of: dict[int, list[int]] = {}
        self._speech_starts = [span.start for span in spoken]
        self._roles = sorted(role.span for person in people for role in person.roles)
        for number, person in enumerate(people):
            self._note_names(number, person)

    def _note_names(self, person: int, known: Known) -> None:
        for name in known.cluster.mentions:
            self.name_tokens.setdefault(name.sentence, set()).update(range(name.first, name.last))
            if not self.in_speech(name.span):
                head = _head(self.sentences[name.sentence], name.first, name.last)
                self.note(name.sentence, head, person)
                for token in range(name.first, name.last):
                    self._at[name.sentence, token] = person

    def note(self, number: int, token: int, person: int) -> None:
        """Remember that a token of a sentence means a person."""
        self._seen.setdefault(number, []).append(Seen(token, person, self.rank(number, token)))
        self._at[number, token] = person
        insort(self._sentences_of.setdefault(person, []), number)

    def rank(self, number: int, token: int) -> int:
        """Return how prominent a noun is in a sentence; a verb is the main one if only quoted speech governs it."""
        sentence = self.sentences[number]
        rank = rank_of(sentence, token)
        verb = sentence.tokens[token].head
        governor = sentence.tokens[sentence.tokens[verb].head]
        if rank == SUBJECT and self.in_speech(governor.span) and not self.in_speech(sentence.tokens[verb].span):
            return MAIN_SUBJECT
        return rank

    def note_strangers(self, number: int) -> None:
        """Remember people without a name whom a sentence is about; the sentence's references are noted."""
        sentence = self.sentences[number]
        for index, token in enumerate(sentence.tokens):
            subject = token.dep in SUBJECTS and self.rank(number, index) == MAIN_SUBJECT
            # Whoever asks makes way for the one who answers.
            asks = sentence.tokens[token.head].lemma in _ASKING
            if subject and not asks and self.is_stranger(number, index):
                self._seen.setdefault(number, []).append(Seen(index, STRANGER, MAIN_SUBJECT))

    def is_stranger(self, number: int, index: int) -> bool:
        """Whether a token means a person who has no name here: "an official said"."""
        token = self.sentences[number].tokens[index]
        known = (number, index) in self._at or index in self.name_tokens.get(number, ())
        if known or token.tag != "NN" or not is_role_head(token, lexicon()):
            return False
        return not self.is_role(token.span) and not self.in_speech(token.span) and self.at(number, index) is None

    def is_role(self, span: Span) -> bool:
        """Whether a span touches a role that stands beside a name."""
        number = bisect_right(self._roles, Span(span.end, span.end))
        return any(each.overlaps(span) for each in self._roles[max(0, number - 3) : number])

    def in_speech(self, span: Span) -> bool:
        """Whether a span lies between quotation marks."""
        number = bisect_right(self._speech_starts, span.start) - 1
        return number >= 0 and span in self.spoken[number]

    def at(self, number: int, token: int) -> int | None:
        """Return the person whom a token means, or one that renames it ("the mayor, Anna Lund"); None for nobody."""
        found = self._at.get((number, token))
        if found is not None:
            return found
        sentence = self.sentences[number]
        renames = (i for i in sentence.children[token] if sentence.tokens[i].dep == "appos")
        return next((self._at[number, i] for i in renames if (number, i) in self._at), None)

    def seen_in(self, number: int, gender: str = "") -> list[Seen]:
        """Return the mentions of a sentence that can mean somebody of a gender ("" for any), in text order."""
        fitting = (each for each in self._seen.get(number, ()) if self.fits(number, each, gender))
        return sorted(fitting, key=lambda each: each.token)

    def fits(self, number: int, seen: Seen, gender: str) -> bool:
        """Whether a mention can be that of a person of a gender; "" fits any."""
        if seen.person == STRANGER:
            told = gender_of_noun(self.sentences[number].tokens[seen.token])
        else:
            told = self.genders[seen.person]
        return not gender or told in (gender, "")

    def foremost(self, number: int, gender: str = "", barred: Set[int] = frozenset()) -> set[int]:
        """Return who stands out in a sentence: one person, several where that is not clear, none."""
        seen = [each for each in self.seen_in(number, gender) if each.person not in barred]
        found = foremost(seen)
        leads = any(each.person in found and each.rank == MAIN_SUBJECT for each in seen)
        # Of a name that may be a man's or a woman's, "he" tells less than of another that can only be a man's.
        told = {each.person for each in seen if each.person == STRANGER or self.genders[each.person]}
        return found if leads or not gender or found <= told else found | told

    def earlier(self, number: int) -> Iterator[int]:
        """Yield the sentences that a reference looks back to, the nearest first: what people say does not count."""
        block, narrated = self.sentences[number].block, 0
        blocks = 0
        for back in range(number - 1, max(-1, number - 1 - _FARTHEST), -1):
            if self._is_spoken(self.sentences[back]):
                continue
            blocks += self.sentences[back].block != block
            block = self.sentences[back].block
            narrated += 1
            if narrated > _REACH or blocks > 1:
                return
            yield back

    def _is_spoken(self, sentence: Sentence) -> bool:
        return all(self.in_speech(token.span) for token in sentence.tokens if token.text[0].isalnum())

    def last_seen(self, person: int, number: int) -> float:
        """Return the last sentence up to a number in which a person was spoken of, minus infinity for never."""
        seen = self._sentences_of.get(person, [])
        before = bisect_right(seen, number)
        return seen[before - 1] if before else -math.inf


def foremost(seen: Sequence[Seen]) -> set[int]:
    """Return the only person of some mentions, or those that are most prominent; several where that is not clear."""
    people = {each.person for each in seen}
    if len(people) < 2:
        return people
    best = min(each.rank for each in seen)
    return {each.person for each in seen if each.rank == best}


def gender_of_noun(token: Token) -> str:
    """Return the gender that a word for a person tells, "" where it tells none: "congresswoman", "son"."""
    word = token.lemma.lower()
    if word in _FEMALE or word.endswith(("woman", "ress")):
        return "female"
    return "male" if word in _MALE or word.endswith("man") else ""


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a name that the rest of the sentence hangs on."""
    outside = (
        i for i in range(first, last) if not first <= sentence.tokens[i].head < last or sentence.tokens[i].head == i
    )
    return next(outside, last - 1)
