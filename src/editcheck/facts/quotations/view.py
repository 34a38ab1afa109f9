"""All tokens of an article in one row, with the parse across them and the quotation marks around them."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.article import Article, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editcheck.facts.model import QuotedText, Sentence, Token
    from editcheck.facts.quotations.lexicon import CueVerbs

__all__ = ["Stretch", "View"]

_DASHES = frozenset({"—", "–", "--", "-", "―"})
_BARE_CUE = 5
_FINAL = frozenset(".?!…")
#: How many words after a quotation its cue may stand, where the parser saw the sentence end in between.
_SOON = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence as a reader sees it: what stands between quotation marks never ends it. Token indexes, end exclusive.

    `quotes` are indexes of outermost quoted pieces that begin in it.
    """

    start: int
    end: int
    block: int
    quotes: tuple[int, ...]


class View:
    """Tokens by one running index.

    `quotes` are the outermost quoted pieces, `extent` their tokens, marks included; `inside[i]` is the piece that holds
    a token, or -1. `verbs` are the cue verbs.
    """

    def __init__(
        self, article: Article, sentences: Sequence[Sentence], quoted: Sequence[QuotedText], verbs: CueVerbs
    ) -> None:
        self.article = article
        self.verbs = verbs
        self.text = article.text
        self.sentences = sentences
        self.quotes = [each for each in quoted if each.depth == 0]
        self.tokens: list[Token] = []
        self.head: list[int] = []
        self.kids: list[tuple[int, ...]] = []
        self.sentence: list[int] = []
        self.first: list[int] = []
        for number, sentence in enumerate(sentences):
            base = len(self.tokens)
            self.first.append(base)
            self.tokens.extend(sentence.tokens)
            self.head.extend(base + token.head for token in sentence.tokens)
            self.kids.extend(tuple(base + kid for kid in kids) for kids in sentence.children)
            self.sentence.extend([number] * len(sentence.tokens))
        self.starts = [token.span.start for token in self.tokens]
        self.inside = [-1] * len(self.tokens)
        self.extent = [self.between(quote.opening.start, self.end_of(quote)) for quote in self.quotes]
        for number, extent in enumerate(self.extent):
            for index in extent:
                self.inside[index] = number

    @staticmethod
    def end_of(quote: QuotedText) -> int:
        """Return the offset after a quoted piece, its closing mark included."""
        return quote.closing.end if quote.closing is not None else quote.content.end

    def between(self, start: int, end: int) -> range:
        """Return the tokens that begin in a range of offsets."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def subtree(self, index: int) -> set[int]:
        """Return a token and everything below it."""
        found: set[int] = set()
        stack = [index]
        while stack:
            each = stack.pop()
            found.add(each)
            stack.extend(self.kids[each])
        return found

    def kids_by(self, index: int, *deps: str) -> list[int]:
        """Return the dependents with one of these labels, in order."""
        return [kid for kid in self.kids[index] if self.tokens[kid].dep in deps]

    def spans(self, indexes: Iterable[int]) -> tuple[Span, ...]:
        """Return the unbroken runs of some tokens as spans, without punctuation at their ends."""
        return tuple(span for run in _runs(sorted(indexes)) if (span := self.span(run)) is not None)

    def span(self, run: Sequence[int]) -> Span | None:
        """Return a run of tokens as a span without punctuation at its ends; None where it has no word."""
        with_words = [place for place, index in enumerate(run) if _holds_words(self.tokens[index].text)]
        if not with_words:
            return None
        kept = run[with_words[0] : with_words[-1] + 1]
        behind = run[with_words[-1] + 1 : with_words[-1] + 2]
        closes = bool(behind) and self.tokens[behind[0]].text == ")"
        if closes and any(self.tokens[index].text == "(" for index in kept):
            kept = [*kept, behind[0]]
        return Span(self.tokens[kept[0]].span.start, self.tokens[kept[-1]].span.end)

    def stretches(self) -> Iterator[Stretch]:
        """Yield the sentences as a reader sees them, in order."""
        bounds = [0]
        for number in range(1, len(self.sentences)):
            at = self.first[number]
            if self.sentences[number].block != self.sentences[number - 1].block or not self._glued(at):
                bounds.append(at)
        bounds.append(len(self.tokens))
        for start, end in itertools.pairwise(bounds):
            yield from self._split(start, end)

    def _glued(self, at: int) -> bool:
        """Whether the parser's sentence end before a token is none: inside quotation marks, or before "she asked"."""
        before, after = self.inside[at - 1], self.inside[at]
        if before >= 0 and before == after:
            return True
        if before < 0:
            return self.tokens[at - 1].text == ","
        if self.tokens[at].text in _DASHES:
            return True
        if after >= 0:
            return False
        ending = self.ends_with(before)
        if ending == ".":
            return self._is_bare_cue(at)
        return ending == "," or self.tokens[at].text[:1].islower() or self._cue_ahead(at)

    def _is_bare_cue(self, at: int) -> bool:
        """Whether a sentence is nothing but "Smith said.", left behind by a full stop in the place of a comma."""
        number = self.sentence[at]
        end = self.first[number] + len(self.sentences[number].tokens)
        return end - at <= _BARE_CUE and self._cue_ahead(at)

    def _cue_ahead(self, at: int) -> bool:
        for index in range(at, min(at + _SOON, len(self.tokens))):
            if self.inside[index] >= 0 or self.tokens[index].text in _FINAL:
                return False
            cue = self.verbs.cue(self.tokens[index].lemma.lower()) if self.tokens[index].tag[:2] == "VB" else None
            if cue is not None:
                return cue.takes("quote")
        return False

    def _split(self, start: int, end: int) -> Iterator[Stretch]:
        """Split where a full stop ended a quotation, or stands before one, and the parser saw no end."""
        begin = start
        for at in range(start + 1, end):
            if self._ends_before(at):
                yield self._stretch(begin, at)
                begin = at
        yield self._stretch(begin, end)

    def _ends_before(self, at: int) -> bool:
        before, here = self.inside[at - 1], self.inside[at]
        if before == here:
            return False
        if before < 0:
            return self.tokens[at - 1].text == "."
        if self.ends_with(before) != ".":
            return False
        return here >= 0 or (self.tokens[at].text[:1].isupper() and not self._is_bare_cue(at))

    def _stretch(self, start: int, end: int) -> Stretch:
        quotes = dict.fromkeys(number for number in self.inside[start:end] if number >= 0)
        return Stretch(start, end, self.sentences[self.sentence[start]].block, tuple(quotes))

    def ends_with(self, quote: int) -> str:
        """Return the punctuation that a quoted piece ends with, before or right after its closing mark."""
        piece = self.quotes[quote]
        words = piece.content.of(self.text).rstrip()
        last = words[-1:] if words[-1:] not in "’'”\"" else words[-2:-1]
        if last and not last.isalnum() and last not in ")]%":
            return last
        after = self.text[self.end_of(piece) : self.end_of(piece) + 1]
        return after if after in ",.;:?!—–" else ""


def _runs(indexes: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in indexes:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _holds_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
