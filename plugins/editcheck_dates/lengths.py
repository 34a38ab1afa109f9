"""Lengths that stand beside their own beginning: "for eight years, from 2001 to 2009", "for 12 years, since 2012"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck_dates.calendar import days_of
from editcheck_dates.elapsed import Elapsed, elapsed, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editcheck import Article, Facts, Sentence, Span, TimeExpression

__all__ = ["Length", "lengths_told"]

#: So many time expressions before and behind a length are looked at.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Length:
    """So many years, beside the dates that say how many they are; `span` and `shown` are the dates."""

    time: TimeExpression
    years: int
    mod: str | None
    elapsed: Elapsed
    span: Span
    shown: str

    def rounds(self) -> bool:
        """Whether the years are a round number for those that have passed: a decade, a quarter-century."""
        return not any(c.isdigit() for c in self.time.text) and abs(self.years - self.elapsed.most) <= self.years / 5


def lengths_told(article: Article, facts: Facts) -> Iterator[Length]:
    """Yield each length that hangs on the same verb as a range of dates, or as the day since when."""
    ends = {each.begin: facts.dates[each.end] for each in facts.date_ranges}
    for index, time in enumerate(facts.dates):
        years = years_of(time.value) if time.type == "DURATION" else None
        sentence = facts.sentence_at(time.span.start)
        if years is None or sentence is None or facts.is_quoted(time.span):
            continue
        place = _verb_of_for(sentence, time)
        if place is None:
            continue
        for span, passed in _told(article, facts, ends, place, index):
            yield Length(time, years, time.mod, passed, span, article[span])


def _verb_of_for(sentence: Sentence, time: TimeExpression) -> int | None:
    """Return the verb of "for eight years", None where the years hang on anything else."""
    above = _preposition(sentence, time.span)
    if above is None or sentence.tokens[above].text.lower() != "for":
        return None
    verb = sentence.tokens[above].head
    return verb if sentence.tokens[verb].pos in ("VERB", "AUX") else None


def _preposition(sentence: Sentence, span: Span) -> int | None:
    """Return the preposition that governs some words."""
    first = bisect_left(sentence.tokens, span.start, key=lambda token: token.span.start)
    inside = range(first, bisect_left(sentence.tokens, span.end, key=lambda token: token.span.start))
    heads = [sentence.tokens[each].head for each in inside if sentence.tokens[each].head not in inside]
    return heads[0] if heads and sentence.tokens[heads[0]].dep == "prep" else None


def _told(
    article: Article, facts: Facts, ends: Mapping[int, TimeExpression], verb: int, index: int
) -> Iterator[tuple[Span, Elapsed]]:
    """Yield the dates beside a length that hang on the same verb, with the years they make."""
    sentence = facts.sentences[facts.sentence_number(facts.dates[index].span.start)]
    for number in range(max(0, index - _BESIDE), min(len(facts.dates), index + _BESIDE + 1)):
        time = facts.dates[number]
        above = _preposition(sentence, time.span) if time.span in sentence.span and number != index else None
        if above is None or sentence.tokens[above].head != verb or time.type != "DATE":
            continue
        word = sentence.tokens[above].text.lower()
        until = ends.get(number)
        if until is not None:
            yield from _made(time, until, time.span.cover(until.span))
        elif word == "since" and article.day is not None and (since := elapsed(time.value, article.day)) is not None:
            yield sentence.tokens[above].span.cover(time.span), since


def _made(begin: TimeExpression, end: TimeExpression, span: Span) -> Iterator[tuple[Span, Elapsed]]:
    days = days_of(end.value)
    first = elapsed(begin.value, days[0]) if days is not None else None
    last = elapsed(begin.value, days[1]) if days is not None else None
    if first is not None and last is not None:
        yield span, Elapsed(first.least, last.most)
