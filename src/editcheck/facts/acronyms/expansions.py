"""Long forms that stand in the article untied: names whose initials are a short form's letters, and known ones."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from editcheck.article import Article, Span
from editcheck.facts.acronyms.letters import letters_of
from editcheck.facts.acronyms.small_words import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Phrases"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_PLURAL = re.compile(r"(?<=[A-Z])s\Z")
_GLUE = frozenset(("-", "–", " ", " & ", "\u00a0"))


class Word(NamedTuple):
    """A word of running text, and whether only a blank or a hyphen parts it from the one before.

    `end` is where it ends without a possessive.
    """

    span: Span
    initial: str
    capital: bool
    hyphened: bool
    follows: bool
    end: int


class Phrases:
    """The capitalised words of an article by their initials, ready to be searched for any short form."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _rows(self) -> tuple[list[list[Word]], list[int], str]:
        """All runs, where the initials of each begin in the string of all initials, and that string."""
        runs: list[list[Word]] = []
        starts: list[int] = []
        initials = io.StringIO()
        for block in self._article.blocks:
            for words, letters in _rows(self._article.text, block.span):
                runs.append(words)
                starts.append(initials.tell())
                initials.write(letters + " ")
        return runs, starts, initials.getvalue()

    def with_initials(self, form: str) -> Iterator[Span]:
        """Yield where words stand whose initials are the form's letters, small words passed over or counted.

        The s of a plural form is no word's initial. Two letters are too few: they fit by chance.
        """
        letters = "".join(letters_of(_PLURAL.sub("", form)))
        if len(letters) < 3 or not letters.isalpha() or "/" in form:
            return
        runs, starts, initials = self._rows
        at = initials.find(letters)
        while at >= 0:
            run = bisect_right(starts, at) - 1
            first, last = (runs[run][at - starts[run] + place] for place in (0, len(letters) - 1))
            if first.capital and last.capital:
                yield first.span.cover(Span(last.span.start, last.end))
            at = initials.find(letters, at + 1)


def _rows(text: str, within: Span) -> Iterator[tuple[list[Word], str]]:
    """Yield the runs of capitalised words of a block: with small words and without, compounds as one and as several."""
    run: list[Word] = []
    for word in (*_words(text, within), None):
        if word is not None and (word.follows or not run) and (word.capital or (run and _is_small(text, word))):
            run.append(word)
            continue
        yield from _readings(text, run)
        run = [word] if word is not None and word.capital else []


def _readings(text: str, run: list[Word]) -> Iterator[tuple[list[Word], str]]:
    if len(run) < 2:
        return
    capitals = [word for word in run if word.capital]
    seen = set()
    for words in (capitals, [word for word in capitals if not word.hyphened], run):
        initials = "".join(word.initial for word in words)
        if initials not in seen and len(words) > 1:
            seen.add(initials)
            yield words, initials


def _words(text: str, within: Span) -> Iterator[Word]:
    end = -1
    for match in _WORD.finditer(text, within.start, within.end):
        between = text[end : match.start()] if end >= 0 else ""
        first = match.group()[0]
        capital = first.isupper() and match.group()[1:].islower()
        bare = match.start() + len(_POSSESSIVE.sub("", match.group()))
        yield Word(Span(*match.span()), first.lower(), capital, between in ("-", "–"), between in _GLUE, bare)
        end = match.end()


def _is_small(text: str, word: Word) -> bool:
    return word.span.of(text).lower() in SMALL_WORDS
