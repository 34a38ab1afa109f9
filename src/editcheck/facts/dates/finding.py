"""All time expressions of an article: parsed block by block, then read in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from editcheck.facts.dates.building import following, preceding
from editcheck.facts.dates.lexicon import lexicon
from editcheck.facts.dates.markup import attach
from editcheck.facts.dates.meaning import Context, Meaning, Reading
from editcheck.facts.dates.numbers import join_numbers
from editcheck.facts.dates.patterns import grammar
from editcheck.facts.dates.ranges import Ends, read_ends
from editcheck.facts.dates.stretches import Unit
from editcheck.facts.dates.tense import outlook_at
from editcheck.facts.dates.words import Item, segments
from editcheck.facts.model import DateRange, Sentence, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Article, Span

__all__ = ["find_dates"]

_FOUND = frozenset({"DATE", "TIME", "DURATION", "SET", "RANGE", "LIST"})
#: Years in which something can be published; at the edges of the calendar there is no room to count.
_YEARS = range(1000, 9000)
_BEFORE_A_PART_OF_DAY = frozenset(["in", "by", "until", "since", "during"])
_BEFORE_A_LENGTH = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "over",
        "during",
        "through",
        "until",
        "of",
        "than",
        "least",
        "every",
        "just",
        "only",
    ]
)


def find_dates(
    article: Article, sentences: tuple[Sentence, ...]
) -> tuple[tuple[TimeExpression, ...], tuple[DateRange, ...]]:
    """Return the time expressions of an article, and the ranges that the text makes of them.

    `sentences` are all of the article's, in order. Everything is in the order of the text.
    """
    reader = _Reader(article)
    for _, block in groupby(sentences, key=lambda sentence: sentence.block):
        for item in _found_in(list(block)):
            reader.take(item)
    return attach(article, reader.dates), tuple(reader.ranges)


def _found_in(block: Sequence[Sentence]) -> Iterator[Item]:
    rules = grammar()
    for segment in segments(block, lexicon(), rules.literals):
        for item in rules.parse(join_numbers(segment)):
            if not _FOUND.isdisjoint(item.categories) or _lasts(item):
                yield item


def _lasts(item: Item) -> bool:
    """Whether "a year", "years", "the morning" are a time here: for a year, within weeks, in the morning."""
    before = preceding(item)
    after = following(item)
    if "PARTOFDAY" in item.categories:
        owning = after is not None and after.tag == "POS"
        return before is not None and before.text.lower() in _BEFORE_A_PART_OF_DAY and not owning
    if "ALENGTH" not in item.categories and "BARE" not in item.categories:
        return False
    if after is not None and after.text.lower() in ("after", "before"):
        return True
    return "APPROX" in item.inside[0].categories or (before is not None and before.text.lower() in _BEFORE_A_LENGTH)


class _Reader:
    """Reads what was found, one after the other; a date may rest on the one told before it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.dates: list[TimeExpression] = []
        self.ranges: list[DateRange] = []
        language = (article.language or "").lower().replace("_", "-")
        published = article.day if article.day is not None and article.day.year in _YEARS else None
        self._context = Context(published, day_first=language.startswith("en-") and language != "en-us")

    def take(self, item: Item) -> None:
        """Read an item, and keep what it says."""
        meaning = next(iter(item.categories.values()))
        last = item.last
        if isinstance(meaning, Ends):
            last = item.sentence.token_at(meaning.begin_span.end - 1) or item.first
        context = replace(self._context, outlook=outlook_at(item.sentence, item.first, last))
        if isinstance(meaning, Ends):
            begin, end = read_ends(meaning, context)
            self._keep(meaning.begin_span, begin)
            self._keep(meaning.end_span, end)
            if "RANGE" in item.categories:
                self.ranges.append(DateRange(item.span, len(self.dates) - 2, len(self.dates) - 1))
        elif isinstance(meaning, Meaning):
            self._keep(item.span, meaning.read(context))

    def _keep(self, span: Span, reading: Reading) -> None:
        self.dates.append(
            TimeExpression(
                span,
                self.article[span],
                reading.type,
                reading.value,
                reading.mod,
                reading.alternatives,
                reading.parts,
                reading.basis,
            )
        )
        if reading.stretch is not None and not reading.compared:
            quarter = reading.stretch if reading.stretch.unit is Unit.QUARTER else self._context.quarter
            self._context = replace(self._context, told=reading.stretch, quarter=quarter)
