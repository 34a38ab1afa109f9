"""From an article and its facts to the sheet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.briefs.model import Brief, Moment, PersonEntry, Place, ShortForm, Speaker, Told
from editcheck.briefs.timeline import stretch_of
from editcheck.facts.model import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck.article import Article, Span
    from editcheck.facts.model import Facts, Person, Quotation, TimeExpression

__all__ = ["gather"]

_NOBODY = "nobody"
#: What stands between blanks or long dashes and has a letter or a digit: "don't" and "20-year-old" are one word each.
_WORD = re.compile(r"([^\W_])(?:(?!--)[^\s\u2014\u2026])*")


def gather(article: Article, facts: Facts) -> Brief:
    """Return the sheet on an article."""
    words = _Words.of(article, facts)
    places = _Placing(article, words)
    speakers = _speakers(facts, words, places)
    speaking = {key for key, _ in speakers}
    return Brief(
        title=article.title or article.source.name,
        name=article.source.name,
        published=article.day.isoformat() if article.day else None,
        words=len(words.starts),
        speakers=tuple(speaker for _, speaker in speakers),
        people=tuple(_person(each, places, each.id in speaking) for each in facts.people),
        acronyms=tuple(_acronyms(facts, places)),
        timeline=tuple(_timeline(facts, article.day, places)),
        notices=tuple(dict.fromkeys(each.message for each in (*article.notices, *facts.notices))),
    )


@dataclass(frozen=True)
class _Words:
    """The words of an article by where they begin; marks are none."""

    starts: list[int]

    @classmethod
    def of(cls, article: Article, facts: Facts) -> _Words:
        """Return the words of an article's sentences; each begins at its first letter or digit."""
        text = article.text
        found = (each for sentence in facts.sentences for each in _WORD.finditer(text, *_bounds(sentence.span)))
        return cls([each.start(1) for each in found])

    def within(self, span: Span) -> range:
        """Return the numbers of the words in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


@dataclass(frozen=True)
class _Placing:
    """Tells where spans stand."""

    article: Article
    words: _Words

    def place(self, span: Span) -> Place | None:
        """Return the place of a span; None where its words do not stand in the source."""
        runs = self.article.locate(span)
        return Place(runs[0].line, runs[0].column, bisect_left(self.words.starts, span.start)) if runs else None


@dataclass
class _Said:
    """What one source says. `turns` has the quotation and its words' numbers."""

    first: Quotation
    quoted: int = 0
    reported: int = 0
    turns: list[tuple[Quotation, int]] = field(default_factory=list)


def _speakers(facts: Facts, words: _Words, places: _Placing) -> list[tuple[str, Speaker]]:
    """Return the speakers, each with the key it is known by (a person's id), who says most first."""
    said: dict[str, _Said] = {}
    for quotation, numbers in _shared_out(facts, words):
        entry = said.setdefault(_key(quotation), _Said(quotation))
        inside = sum(_is_quoted(facts, words, number) for number in numbers)
        entry.quoted += inside
        entry.reported += len(numbers) - inside
        entry.turns.append((quotation, len(numbers)))
    found = [(key, _speaker(entry, facts, places)) for key, entry in said.items()]
    return sorted(found, key=lambda pair: -pair[1].words)


def _shared_out(facts: Facts, words: _Words) -> Iterator[tuple[Quotation, list[int]]]:
    """Yield what is said with the words that are the speaker's own: what is passed on is whoever's it is."""
    spoken = [each for each in facts.quotations if each.speech]
    owner: dict[int, int] = {}
    for index in sorted(range(len(spoken)), key=lambda index: -len(spoken[index].span)):
        for span in spoken[index].content:
            owner.update(dict.fromkeys(words.within(span), index))
    numbers = defaultdict(list)
    for number in sorted(owner):
        numbers[owner[number]].append(number)
    yield from ((quotation, numbers[index]) for index, quotation in enumerate(spoken))


def _is_quoted(facts: Facts, words: _Words, number: int) -> bool:
    from editcheck.article import Span

    return facts.is_quoted(Span(words.starts[number], words.starts[number] + 1))


def _key(quotation: Quotation) -> str:
    source = quotation.source
    if source is None:
        return _NOBODY
    return source.person or " ".join(source.text.lower().split()).removeprefix("the ")


def _speaker(said: _Said, facts: Facts, places: _Placing) -> Speaker:
    source = said.first.source
    person = facts.person(source.person) if source else None
    turns = [(places.place(quotation.span), count) for quotation, count in said.turns]
    return Speaker(
        name=person.name if person else source.text if source else "nobody is credited",
        kind="person" if person else source.kind.value if source else _NOBODY,
        role=person.roles[0].text if person and person.roles else "",
        introduced=_introduction(person, places) if person else None,
        quoted=said.quoted,
        reported=said.reported,
        turns=tuple((place, count) for place, count in turns if place is not None),
    )


def _introduction(person: Person, places: _Placing) -> Place | None:
    """Return where a person's full name, which is more than one word, first stands."""
    first = next((each for each in person.names if " " in " ".join(each.text.split())), None)
    return places.place(first.span) if first is not None else None


def _person(person: Person, places: _Placing, speaks: bool) -> PersonEntry:
    described = {role.text.casefold(): Told(role.text, places.place(role.span)) for role in reversed(person.roles)}
    told = [each for each in person.mentions if each.kind is not MentionKind.PRONOUN]
    found = (places.place(each.span) for each in told)
    return PersonEntry(
        name=person.name,
        described=tuple(reversed(described.values())),
        mentions=tuple(place for place in found if place is not None),
        speaks=speaks,
    )


def _acronyms(facts: Facts, places: _Placing) -> Iterator[ShortForm]:
    for each in facts.acronyms:
        explained = places.place(each.definitions[0].short) if each.definitions else None
        yield ShortForm(each.form, each.long_form, each.known, explained, len(each.mentions))


def _timeline(facts: Facts, published: date | None, places: _Placing) -> list[Moment]:
    """Return the moments that have a place in the calendar, in its order; where two begin alike, the wider first."""
    by_value: defaultdict[str, list[TimeExpression]] = defaultdict(list)
    for each in facts.dates:
        if each.type in ("DATE", "TIME"):
            by_value[each.value].append(each)
    moments = []
    for value, expressions in by_value.items():
        stretch = stretch_of(value)
        if stretch is not None:
            begins, ends, label = stretch
            told = tuple(Told(each.text, places.place(each.span)) for each in expressions)
            when = _when(begins, ends, published)
            moments.append(Moment(value, label, begins.isoformat(), ends.isoformat(), when, told))
    return sorted(moments, key=lambda each: (each.begins, _reversed(each.ends), each.value))


def _reversed(day: str) -> tuple[int, ...]:
    """Return a key by which later days come first."""
    return tuple(-ord(each) for each in day)


def _when(begins: date, ends: date, published: date | None) -> str:
    if published is None:
        return ""
    return "past" if ends < published else "future" if begins > published else "now"
