"""What happened to whom on which day, as far as the parse tells: verbs with their sides, told twice or once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck_dates.verbs import participle_of, verb_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Facts, Sentence, Span, TimeExpression
    from editcheck_dates.verbs import Tense, Verb

__all__ = ["Event", "Events", "Party"]

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_OBJECTS = frozenset(("dobj", "attr", "dative", "oprd"))
#: Dependencies of a verb that borrows its subject from the verb above: "spoke and resigned".
_BORROWING = frozenset(("conj", "xcomp"))
_DESCRIBING = frozenset(("compound", "amod", "nummod", "nmod", "poss"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: a person's id or a noun, and the words that tell it from others of its kind.

    A pronoun that is nobody's is not `known`.
    """

    head: str
    words: frozenset[str] = frozenset()
    known: bool = True

    def may_be(self, other: Party) -> bool:
        """Whether two descriptions may mean one thing: the same noun, and one says no more than the other."""
        return self.head == other.head and (self.words <= other.words or other.words <= self.words)


@dataclass(frozen=True, slots=True)
class Event:
    """A verb and its parties, on a time.

    `beside` is what stands behind prepositions: ("in", Berlin). `words` are the base forms of all that hangs on the
    verb or on a party directly.
    """

    verb: Verb
    subject: Party | None
    object: Party | None
    beside: tuple[tuple[str, Party], ...]
    time: TimeExpression
    words: frozenset[str]

    @property
    def key(self) -> tuple[str, Tense, str, str]:
        """What two reports of one event share: the verb, and what is done to whom, or else who does it."""
        side, party = ("object", self.object) if self.object is not None else ("subject", self.subject)
        return self.verb.lemma, self.verb.tense, side, party.head if party is not None else ""


class Events:
    """Reads the events of an article."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        named = [(each.span, person.id) for person in facts.people for each in person.mentions]
        self._named = sorted(named)
        self._starts = [span.start for span, _ in self._named]

    def party_at(self, span: Span, *, apart_from: Span) -> Party | None:
        """Return who or what some words mean, by the last one; what stands in `apart_from` describes it not."""
        sentence = self._facts.sentence_at(span.start)
        index = sentence.token_at(span.end - 1) if sentence is not None else None
        return None if sentence is None or index is None else self._party(sentence, index, apart_from)

    def of(self, time: TimeExpression, *, finite: bool = True) -> Event | None:
        """Return what happened on a time; None where the parse does not say.

        `finite` asks for a verb with a tense; without it "born in 1970" and "founded in 1998" will do.
        """
        sentence = self._facts.sentence_at(time.span.start)
        verb = verb_of(sentence, time.span) if sentence is not None else None
        if verb is None and sentence is not None and not finite:
            verb = participle_of(sentence, time.span)
        if sentence is None or verb is None:
            return None
        index = sentence.token_at(verb.span.end - 1)
        if index is None or any(sentence.tokens[each].dep == "neg" for each in sentence.children[index]):
            return None
        subject, other = self._sides(sentence, index)
        return Event(
            verb, subject, other, tuple(self._beside(sentence, index, time.span)), time, _near(sentence, index)
        )

    def _sides(self, sentence: Sentence, index: int) -> tuple[Party | None, Party | None]:
        """Return who does it and what it is done to; a passive's subject is the latter."""
        tokens = sentence.tokens
        passive = any(tokens[each].dep in ("auxpass", "nsubjpass") for each in sentence.children[index])
        subject = self._dependent(sentence, index, _SUBJECTS)
        if subject is None and tokens[index].dep in _BORROWING:
            subject = self._dependent(sentence, tokens[index].head, _SUBJECTS)
        other = self._dependent(sentence, index, _OBJECTS)
        if tokens[index].tag == "VBN" and tokens[index].dep == "acl":
            return None, self._party(sentence, tokens[index].head)
        return (self._agent(sentence, index), subject) if passive else (subject, other)

    def _agent(self, sentence: Sentence, index: int) -> Party | None:
        """Return by whom a passive says that it is done."""
        tokens = sentence.tokens
        agents = (each for each in sentence.children[index] if tokens[each].dep == "agent")
        below = (each for agent in agents for each in sentence.children[agent] if tokens[each].dep == "pobj")
        return next((self._party(sentence, each) for each in below), None)

    def _dependent(self, sentence: Sentence, index: int, kinds: frozenset[str]) -> Party | None:
        tokens = sentence.tokens
        for each in sentence.children[index]:
            if tokens[each].dep in kinds:
                relative = tokens[each].text.lower() in _RELATIVE and tokens[index].dep == "relcl"
                return self._party(sentence, tokens[index].head if relative else each)
        return None

    def _beside(self, sentence: Sentence, index: int, time: Span) -> Iterator[tuple[str, Party]]:
        tokens = sentence.tokens
        for each in sentence.children[index]:
            if tokens[each].dep != "prep":
                continue
            for below in sentence.children[each]:
                if tokens[below].dep == "pobj" and not tokens[below].span.overlaps(time):
                    yield tokens[each].text.lower(), self._party(sentence, below)

    def _party(self, sentence: Sentence, index: int, apart_from: Span | None = None) -> Party:
        token = sentence.tokens[index]
        person = self._person(token.span)
        if person is not None or token.pos == "PRON":
            return Party(person or token.text.lower(), known=person is not None)
        below = (sentence.tokens[each] for each in sentence.children[index])
        telling = (each for each in below if each.dep in _DESCRIBING and not (apart_from and each.span in apart_from))
        words = frozenset(each.lemma.lower() for each in telling)
        return Party(token.lemma.lower(), words)

    def _person(self, span: Span) -> str | None:
        at = bisect_right(self._starts, span.start) - 1
        return self._named[at][1] if at >= 0 and span in self._named[at][0] else None


def _near(sentence: Sentence, index: int) -> frozenset[str]:
    """Return the base forms of a verb, of what hangs on it or its governor, and of what describes its parties."""
    tokens = sentence.tokens
    below = sentence.children[index]
    parties = (each for each in below if tokens[each].dep in _SUBJECTS | _OBJECTS)
    describing = (word for party in parties for word in sentence.children[party])
    above = tokens[index].head
    near = (index, above, *below, *describing, *sentence.children[above])
    return frozenset(tokens[each].lemma.lower() for each in near)
