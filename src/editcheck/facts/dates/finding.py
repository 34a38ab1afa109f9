"""All time expressions of an article: parsed block by block, then read in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.dates.building import following, preceding
from editcheck.facts.dates.lexicon import lexicon
from editcheck.facts.dates.markup import attach
from editcheck.facts.dates.meaning import Meaning
from editcheck.facts.dates.numbers import join_numbers
from editcheck.facts.dates.patterns import grammar
from editcheck.facts.dates.ranges import Ends, read_ends
from editcheck.facts.dates.story import Story
from editcheck.facts.dates.tense import names_a_noun, outlook_at
from editcheck.facts.dates.words import Item, segments
from editcheck.facts.model import DateRange, Places, Sentence, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Article
    from editcheck.facts.dates.meaning import Context, Reading
    from editcheck.facts.dates.stretches import Stretch
    from editcheck.facts.model import Person

__all__ = ["find_dates"]

_FOUND = frozenset({"DATE", "TIME", "DURATION", "SET", "RANGE", "LIST"})
#: Years in which something can be published; at the edges of the calendar there is no room to count.
_YEARS = range(1000, 9000)
_BEFORE_A_PART_OF_DAY = frozenset(["in", "by", "until", "since", "during"])
#: How many times further on a sentence may tell the day of an hour.
_MOST_BESIDE = 3
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_IN_PASSING = frozenset({"after", "before", "from", "than"})
#: Verbs whose object may be a length.
_LASTING = frozenset({"take", "last", "spend", "serve"})
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
    article: Article, sentences: tuple[Sentence, ...], people: Sequence[Person] = ()
) -> tuple[tuple[TimeExpression, ...], tuple[DateRange, ...]]:
    """Return the time expressions of an article, and the ranges that the text makes of them.

    `sentences` are all of the article's, in order. Everything is in the order of the text. What is the name of one of
    the `people` is no time: August Wilson, Theresa May.
    """
    reader = _Reader(article)
    names = Places(name.span for person in people for name in person.names)
    for _, block in groupby(sentences, key=lambda sentence: sentence.block):
        found = [each for each in _found_in(list(block)) if not names.hold(each.span)]
        for place, item in enumerate(found):
            reader.take(item, found[place + 1 : place + 1 + _MOST_BESIDE])
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
    follower = after.text.lower() if after is not None else ""
    if follower in ("after", "before", "later", "earlier") or (before is not None and before.lemma.lower() in _LASTING):
        return True
    if follower == "of" and "BARE" in item.categories and not item.text.endswith("quarters"):
        return True  # months of talks
    return "APPROX" in item.inside[0].categories or (before is not None and before.text.lower() in _BEFORE_A_LENGTH)


def _without_article(item: Item) -> Span:
    """Return where an item stands without an article that belongs to the noun behind it: the [2016] election."""
    tokens = item.sentence.tokens
    article = item.first < item.last and tokens[item.first].text.lower() in _ARTICLES
    return Span(tokens[item.first + 1].span.start, item.span.end) if article else item.span


def _in_passing(item: Item) -> bool:
    """Whether a time is there for what is compared or came before: after the second quarter, up from the first one."""
    token = item.sentence.tokens[item.last]
    return item.sentence.tokens[token.head].text.lower() in _IN_PASSING


class _Reader:
    """Reads what was found, one after the other; a date may rest on the one told before it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.dates: list[TimeExpression] = []
        self.ranges: list[DateRange] = []
        language = (article.language or "").lower().replace("_", "-")
        published = article.day if article.day is not None and article.day.year in _YEARS else None
        self._story = Story(published, day_first=language.startswith("en-") and language != "en-us")

    def take(self, item: Item, further: Sequence[Item] = ()) -> None:
        """Read an item, and keep what it says. `further` are those that follow it in its block."""
        meaning = next(iter(item.categories.values()))
        context = self._context_of(item)
        if isinstance(meaning, Ends):
            begin, end = read_ends(meaning, context)
            self._keep(meaning.begin_span, begin, item, context)
            self._keep(meaning.end_span, end, item, context)
            if "RANGE" in item.categories:
                self.ranges.append(DateRange(item.span, len(self.dates) - 2, len(self.dates) - 1))
        elif isinstance(meaning, Meaning):
            if "CLOCK" in item.categories:
                context = replace(context, day=self._day_beside(item, further) or context.day)
            reading = meaning.read(context)
            names = names_a_noun(item.sentence, item.first, item.last)
            self._keep(_without_article(item) if names else item.span, reading, item, context)

    def _context_of(self, item: Item) -> Context:
        """Return what an item may rest on."""
        meaning, last, block = next(iter(item.categories.values())), item.last, item.sentence.block
        if isinstance(meaning, Ends):
            last = item.sentence.token_at(meaning.begin_span.end - 1) or item.first
        return self._story.context(block, outlook_at(item.sentence, item.first, last))

    def _day_beside(self, item: Item, further: Sequence[Item]) -> Stretch | None:
        """Return the day that the sentence tells behind an hour: at 9 a.m. (1400 GMT) on Monday."""
        if self.dates and self.dates[-1].span.start >= item.sentence.span.start:
            return None
        for other in further:
            meaning = other.categories.get("DAILY")
            if other.sentence is item.sentence and isinstance(meaning, Meaning):
                return meaning.read(self._context_of(other)).stretch
        return None

    def _keep(self, span: Span, reading: Reading, item: Item, context: Context) -> None:
        self._story.go_on(reading, item.sentence.block, context.outlook, in_passing=_in_passing(item))
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
