"""What an article says, as plain values. Spans are code points of `Article.text`; nothing here knows spaCy.

The names are the field's own: source, cue and content of an attribution (PARC, PolNeAR); TIMEX3 types and values
(TimeML); short form and long form of an acronym.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from editcheck.article import Notice, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Acronym",
    "Age",
    "DateParts",
    "DateRange",
    "Definition",
    "Entity",
    "Facts",
    "Mention",
    "MentionKind",
    "Person",
    "Purpose",
    "Quotation",
    "QuotationKind",
    "QuoteMarkProblem",
    "QuotedText",
    "Role",
    "RoleStatus",
    "Sentence",
    "Source",
    "SourceKind",
    "TimeExpression",
    "Token",
]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark as the parser sees it. `head` is the index of its governor in the sentence, its own at the root.

    `lemma`, `pos` (Universal POS), `tag` (Penn Treebank), `dep` (ClearNLP labels) and `morph` are the pipeline's.
    """

    text: str
    span: Span
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as the pipeline's recogniser sees it, with its OntoNotes label (PERSON, ORG, GPE, NORP, DATE ...)."""

    span: Span
    label: str


@dataclass(frozen=True)
class Sentence:
    """A sentence: it never crosses a block. `block` is the block's index in `Article.blocks`."""

    span: Span
    tokens: tuple[Token, ...]
    block: int
    entities: tuple[Entity, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indexes of its dependents, in order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                out[token.head].append(index)
        return tuple(tuple(each) for each in out)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indexes of a token and of everything below it, in order."""
        found, stack = [], [index]
        while stack:
            each = stack.pop()
            found.append(each)
            stack.extend(self.children[each])
        return tuple(sorted(found))

    def token_at(self, offset: int) -> int | None:
        """Return the index of the token that holds an offset, or None between tokens."""
        index = bisect_right(self.tokens, offset, key=lambda token: token.span.start) - 1
        return index if index >= 0 and offset in self.tokens[index].span else None

    @property
    def root(self) -> int:
        """The index of the token that governs the sentence."""
        return next(index for index, token in enumerate(self.tokens) if token.head == index)


class Purpose(enum.StrEnum):
    """What a pair of quotation marks is for."""

    SPEECH = "speech"
    TERM = "term"  # a word spoken of, a scare quote, a slogan
    TITLE = "title"  # of a work
    NICKNAME = "nickname"
    REPEAT = "repeat"  # a fragment of a quotation that the article attributes elsewhere


@dataclass(frozen=True, slots=True)
class QuotedText:
    """A stretch between quotation marks: the marks' own spans and what stands between them.

    `closing` is None where the quotation goes on in the next paragraph, as convention has it. `depth` is 0 for the
    outermost marks. `continues` says that it takes up a quotation left open in the paragraph before.
    """

    opening: Span
    closing: Span | None
    content: Span
    purpose: Purpose = Purpose.SPEECH
    depth: int = 0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class QuoteMarkProblem:
    """A quotation mark that does not fit: `kind` is "unclosed", "unopened" or "mismatched".

    `span` is the mark's own, for "mismatched" from the opening to the closing mark inclusive.
    """

    kind: str
    span: Span


class QuotationKind(enum.StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(enum.StrEnum):
    """What a source is called by."""

    NAMED = "named"
    PRONOUN = "pronoun"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the whole noun phrase, what it is called by, and the person's id where it is one we know.

    Several people, a group and a part of one ("one of her aides") have no person.
    """

    span: Span
    text: str
    kind: SourceKind
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution: content (one or more spans), cue, source; source is None where nobody is credited.

    Direct content stands without its quotation marks. `confidence` is the measured precision of the way it was found.
    `speech` says that the words were said or written; without it they are a thought, a wish, a stance.
    """

    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Source | None
    confidence: float = 1.0
    speech: bool = True

    @property
    def span(self) -> Span:
        """From the first to the last character of the content."""
        return Span(self.content[0].start, self.content[-1].end)


class MentionKind(enum.StrEnum):
    """What a mention is made of."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean a person; a name's mention is without title and possessive."""

    span: Span
    text: str
    kind: MentionKind = MentionKind.NAME


class RoleStatus(enum.StrEnum):
    """Whether somebody holds the office, held it, or will."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    DEPUTY = "deputy"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Role:
    """A person's role as the article words it; `office` in lower case without status ("defense secretary").

    `mention` is the mention that it stands with. `organization` is the body or country it belongs to, as worded;
    `country` is the country, or the state of the United States, that this is, by its name ("France" for "French").
    """

    span: Span
    text: str
    office: str
    organization: str | None
    status: RoleStatus
    mention: Span | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article speaks of. `id` is stable within the article; `name` is the fullest form it uses.

    Mentions and roles are in the order of the text. `surname` is the part that stands for the person by itself ("Kim"
    of Kim Jong Un and of Soyeon Kim), "" where only a single name is known. `gender` is "male" or "female" where a
    form of address or the given name tells, "" elsewhere.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...]
    surname: str = ""
    gender: str = ""

    @property
    def names(self) -> tuple[Mention, ...]:
        """The mentions by name."""
        return tuple(each for each in self.mentions if each.kind is MentionKind.NAME)


@dataclass(frozen=True, slots=True)
class Definition:
    """A place where the text ties a short form to its long form. `strategy` names the pattern that found it.

    `expansion` is the long form where markup gives it (`<abbr title>`) and no words of the text do; `long` is then the
    short form's own span.
    """

    short: Span
    long: Span
    strategy: str
    confidence: float = 1.0
    expansion: str | None = None


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and all that the article has of it.

    `long_form` is what it stands for, wherever that is found in the article; `definitions` only where the text ties
    the two; `mentions` are all places of the short form, definitions included; `long_mentions` those of the long form,
    tied or not. `known` says that the house list has it.
    """

    form: str
    long_form: str | None
    definitions: tuple[Definition, ...]
    mentions: tuple[Span, ...]
    known: bool
    long_mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DateParts:
    """What the words of a date say before anything is worked out. Months and days from 1, Monday is weekday 1.

    Days and hours that cannot be are kept as they are written (31 November, 25:00).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: `type` is DATE, TIME, DURATION or SET, `value` and `mod` as TimeML has them.

    `alternatives` are the other values that the words allow, best first. `parts` are what a calendar date says. `basis`
    tells how the value was found: "explicit" (the words say it all), "publication" (from the day of publication),
    "context" (from a date told before), "tense" (publication and the tense of the verb), "vague". A day that cannot be
    has the value "XXXX-XX-XX". `markup` is the span of the `<time>` or `<chron>` around it, where there is one.
    """

    span: Span
    text: str
    type: str
    value: str
    mod: str | None = None
    alternatives: tuple[str, ...] = ()
    parts: DateParts | None = None
    basis: str = "explicit"
    markup: Span | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one time expression to another ("from 2019 to 2021", "Oct. 12-30"): indexes in `Facts.dates`."""

    span: Span
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody or something is: "54-year-old Ann Smith", "Smith, 54,", "aged 18 to 24", "a three-year-old war".

    `value` is a TIMEX3 duration: "P54Y", "P3M", "P4XY" for forties, "PXDE" for "decades-old"; `mod` as TIMEX3 has it
    ("END" in "her late 40s"). `upper` is the value of the other end of a range. `person` is the id of the person it is
    said of, where it is one that is named; `of` are the words it is said of (a mention of that person, or a noun: war,
    boy), None where the article does not say or says only "the 54-year-old". `of_people` tells people, named or not,
    from things.
    """

    span: Span
    text: str
    value: str
    mod: str | None = None
    person: str | None = None
    of: Span | None = None
    of_people: bool = False
    upper: str | None = None


class Places:
    """Stretches of a text, which may overlap, in which others are looked for: by search, for there may be thousands."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [each.start for each in ordered]
        self._reach = [*accumulate((each.end for each in ordered), max)]

    def hold(self, span: Span) -> bool:
        """Whether the whole of a span lies in one of them."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._reach[index]


@dataclass(frozen=True)
class Facts:
    """All that was found in one article. Everything is in the order of the text, people by their first mention.

    `quoted` are all pairs of quotation marks, whatever for; `notices` say what was not attempted.
    """

    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    people: tuple[Person, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    quoted: tuple[QuotedText, ...] = ()
    quote_mark_problems: tuple[QuoteMarkProblem, ...] = ()
    date_ranges: tuple[DateRange, ...] = ()
    notices: tuple[Notice, ...] = ()
    ages: tuple[Age, ...] = ()

    def person(self, id: str | None) -> Person | None:
        """Return the person of an id, or None."""
        return self._people.get(id) if id is not None else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset <= self.sentences[index].span.end:
            return self.sentences[index]
        return None

    def sentence_number(self, offset: int) -> int:
        """Return the number, from 0, of the sentence that holds an offset or is the last to begin before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span lies in quoted speech: the speaker's words, not the article's."""
        return self._speech.hold(span)

    def is_credited(self, span: Span) -> bool:
        """Whether a span lies in what somebody is said to have said or written, between quotation marks or not."""
        return self._credited.hold(span)

    @cached_property
    def _speech(self) -> Places:
        return Places(each.content for each in self.quoted if each.purpose is Purpose.SPEECH)

    @cached_property
    def _credited(self) -> Places:
        credited = (each for each in self.quotations if each.speech and each.source is not None)
        return Places(span for each in credited for span in each.content)

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]
