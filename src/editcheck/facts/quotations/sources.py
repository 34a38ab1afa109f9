"""What a source is called by, and which person it is."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from editcheck.facts.model import Mention, MentionKind, Person, Source, SourceKind
from editcheck.facts.quotations.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.article import Span
    from editcheck.facts.quotations.view import View

__all__ = ["Sources"]


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
        person = self._person(span, self.view.tokens[head].span)
        return Source(span, span.of(self.view.text), self._kind(head, tokens, person), person)

    def _head(self, tokens: Sequence[int]) -> int:
        within = set(tokens)
        nouns = [each for each in tokens if self.view.tokens[each].pos in ("NOUN", "PROPN", "PRON")]
        tops = [each for each in nouns if self.view.head[each] not in within or self.view.head[each] == each]
        return next(iter(tops or nouns), tokens[0])

    def _person(self, span: Span, head: Span) -> str | None:
        """Return the person whose mention is the head of the phrase, or the only one in it that the head goes with."""
        inside: list[tuple[Span, Mention, str]] = []
        for index in range(bisect_left(self.starts, span.start), len(self.mentions)):
            entry = self.mentions[index]
            if entry[0].start >= span.end:
                break
            inside.append(entry)
        for mention, _, person in inside:
            if head in mention or mention.overlaps(head):
                return person
        return self._in_apposition(inside, head)

    def _in_apposition(self, inside: Sequence[tuple[Span, Mention, str]], head: Span) -> str | None:
        """Return who is named beside the head to rename it (a spokesman, John Smith)."""
        view = self.view
        for span, mention, person in inside:
            if mention.kind is not MentionKind.NAME:
                continue
            for index in view.between(span.start, span.end):
                above = view.head[index]
                if view.tokens[index].dep == "appos" and view.tokens[above].span == head:
                    return person
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
        if token.tag == "NNS" or lemma in words("collectives"):
            return SourceKind.GROUP
        return SourceKind.ANONYMOUS

    def _renamed(self, tokens: Sequence[int]) -> bool:
        """Whether a name in apposition stands in the phrase."""
        return any(self.view.tokens[each].dep == "appos" and self.view.tokens[each].pos == "PROPN" for each in tokens)
