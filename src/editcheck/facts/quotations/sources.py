"""What a source is called by, and which person it is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.model import Mention, MentionKind, Person, Source, SourceKind
from editcheck.facts.quotations.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.quotations.view import View

__all__ = ["Sources"]


_CLIMB = 4
_LONGEST_NAME = 60


def _around(place: Span) -> Span:
    """Return where a mention must begin to hold a word that ends it."""
    return Span(max(0, place.start - _LONGEST_NAME), place.end)


class Sources:
    """Makes sources of runs of tokens; people are looked up by their mentions."""

    def __init__(self, view: View, people: Sequence[Person]) -> None:
        self.view = view
        self.mentions: list[tuple[Span, Mention, str]] = sorted(
            ((mention.span, mention, person.id) for person in people for mention in person.mentions),
            key=lambda each: each[0],
        )
        self.starts = [span.start for span, _, _ in self.mentions]

    def source_of(self, tokens: Sequence[int]) -> Source | None:
        """Return the source that some tokens name; None where they have no word."""
        span = self.view.span(tokens)
        if span is None:
            return None
        head = self._head(tokens)
        person = self._person(span, head)
        return Source(span, span.of(self.view.text), self._kind(head, tokens, person), person)

    def _head(self, tokens: Sequence[int]) -> int:
        within = set(tokens)
        nouns = [each for each in tokens if self.view.tokens[each].pos in ("NOUN", "PROPN", "PRON")]
        tops = [each for each in nouns if self.view.head[each] not in within or self.view.head[each] == each]
        return next(iter(tops or nouns), tokens[0])

    def _person(self, span: Span, head: int) -> str | None:
        """Return the person whose mention is the head of the phrase, or renames it, or whom its "who" stands for."""
        place = self.view.tokens[head].span
        inside = self._mentions_in(span)
        for mention, _, person in inside:
            if mention.overlaps(place):
                return person
        if self.view.tokens[head].tag == "WP":
            return self._antecedent(head)
        return next((person for where, mention, person in inside if self._renames(where, mention, head)), None)

    def _mentions_in(self, span: Span) -> list[tuple[Span, Mention, str]]:
        found = []
        for index in range(bisect_left(self.starts, span.start), len(self.mentions)):
            if self.starts[index] >= span.end:
                break
            found.append(self.mentions[index])
        return found

    def _renames(self, where: Span, mention: Mention, head: int) -> bool:
        """Whether a name stands behind the head of a phrase as another word for it (a spokesman, John Smith)."""
        names = self.view.between(where.start, where.end)
        if mention.kind is not MentionKind.NAME or not names or names.start <= head:
            return False
        before = names.start - 1
        return before == head or (self.view.tokens[before].text == "," and not self._continues(names.stop))

    def _continues(self, index: int) -> bool:
        """Whether a name goes on to own or to join something ("'s", "and")."""
        return index < len(self.view.tokens) and self.view.tokens[index].text.lower() in ("'s", "’s", "and", "'", "’")

    def _antecedent(self, pronoun: int) -> str | None:
        """Return the person that the noun before a "who" means."""
        view = self.view
        verb = view.head[pronoun]
        for _ in range(_CLIMB):
            if view.tokens[verb].dep == "relcl":
                place = view.tokens[view.head[verb]].span
                return next((person for where, _, person in self._mentions_in(_around(place)) if place in where), None)
            verb = view.head[verb]
        return None

    def _kind(self, head: int, tokens: Sequence[int], person: str | None) -> SourceKind:
        token = self.view.tokens[head]
        lemma = token.lemma.lower()
        if token.pos == "PRON" or token.tag in ("WP", "WDT", "PRP"):
            return SourceKind.PRONOUN
        if token.pos == "PROPN":
            return SourceKind.NAMED
        if lemma in words("documents"):
            return SourceKind.DOCUMENT
        if person is not None or self._renamed(tokens):
            return SourceKind.NAMED
        if token.tag in ("NNS", "CD") or lemma in words("collectives"):
            return SourceKind.GROUP
        return SourceKind.ANONYMOUS

    def _renamed(self, tokens: Sequence[int]) -> bool:
        """Whether a name in apposition stands in the phrase."""
        return any(self.view.tokens[each].dep == "appos" and self.view.tokens[each].pos == "PROPN" for each in tokens)
