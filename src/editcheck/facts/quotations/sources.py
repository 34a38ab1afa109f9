"""What a source is called by, and which person it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.model import Person, Source, SourceKind
from editcheck.facts.quotations.bearers import Bearers
from editcheck.facts.quotations.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.quotations.view import View

__all__ = ["Sources"]

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
#: One out of several, none of whom is named ("one of his aides"); with other words before "of" it is some of them.
_SINGLE_PARTS = frozenset({"one", "each", "none", "another", "neither", "either"})


class Sources:
    """Makes sources of runs of tokens; people are looked up by their mentions."""

    def __init__(self, view: View, people: Sequence[Person]) -> None:
        self.view = view
        self.bearers = Bearers(view, people)

    def source_of(self, tokens: Sequence[int]) -> Source | None:
        """Return the source that some tokens name; None where they have no word."""
        span = self.view.span(tokens)
        if span is None:
            return None
        head = self._head(tokens)
        person = self.bearers.person_of(head, tokens)
        return Source(span, span.of(self.view.text), self._kind(head, tokens, person), person)

    def _head(self, tokens: Sequence[int]) -> int:
        """Return the noun that the rest of a phrase hangs on, or the word that counts out of it ("many of her aides").

        Where the parser took the phrase for a clause it is the clause's subject.
        """
        view = self.view
        within = set(tokens)
        tops = [each for each in tokens if view.head[each] not in within or view.head[each] == each]
        heads = [each for each in tops if view.tokens[each].pos in _NOUNS or self._counts(each)]
        subjects = [kid for each in tops for kid in view.kids_by(each, "nsubj", "nsubjpass") if kid in within]
        nouns = [each for each in tokens if view.tokens[each].pos in _NOUNS]
        return next(iter(heads or subjects or nouns), tokens[0])

    def _counts(self, index: int) -> bool:
        """Whether a word stands for some out of several: a number, or a word before "of"."""
        token = self.view.tokens[index]
        of = any(self.view.tokens[each].text.lower() == "of" for each in self.view.kids_by(index, "prep"))
        return token.pos in ("NUM", "DET") or (of and token.pos == "ADJ")

    def _kind(self, head: int, tokens: Sequence[int], person: str | None) -> SourceKind:
        token = self.view.tokens[head]
        lemma = token.lemma.lower()
        if self._is_part(head, tokens):
            return self._kind_of_part(head, tokens)
        if token.pos == "PRON" or token.tag in ("WP", "WDT", "PRP"):
            return SourceKind.PRONOUN
        if token.pos == "PROPN":
            return SourceKind.NAMED
        if lemma in words("documents"):
            return SourceKind.DOCUMENT
        if person is not None or self._renamed(tokens):
            return SourceKind.NAMED
        several = token.tag in ("NNS", "CD") or self.bearers.is_list(head, range(tokens[0], tokens[-1] + 1))
        return SourceKind.GROUP if several or lemma in words("collectives") else SourceKind.ANONYMOUS

    def _kind_of_part(self, head: int, tokens: Sequence[int]) -> SourceKind:
        if self._renamed(tokens):
            return SourceKind.NAMED
        single = self.view.tokens[head].text.lower() in _SINGLE_PARTS
        return SourceKind.ANONYMOUS if single else SourceKind.GROUP

    def _is_part(self, head: int, tokens: Sequence[int]) -> bool:
        """Whether a word without a noun of its own takes some out of several ("many of her supporters")."""
        if self.view.tokens[head].pos not in ("PRON", "ADJ", "NUM", "DET"):
            return False
        parts = [each for each in self.view.kids_by(head, "prep") if each in tokens]
        return any(
            (self.view.tokens[noun].pos in ("NOUN", "PROPN") or self.view.tokens[noun].tag == "PRP")
            for each in parts
            if self.view.tokens[each].text.lower() == "of"
            for noun in self.view.kids_by(each, "pobj")
        )

    def _renamed(self, tokens: Sequence[int]) -> bool:
        """Whether a name in apposition stands in the phrase."""
        return any(self.view.tokens[each].dep == "appos" and self.view.tokens[each].pos == "PROPN" for each in tokens)
