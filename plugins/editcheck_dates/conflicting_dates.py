"""dates/conflicting-dates: one event, one verb, two dates."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity, load_table
from editcheck_dates.calendar import days_of, spelt
from editcheck_dates.events import Events
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck import Annotation, Article, Facts, Options, TimeExpression
    from editcheck_dates.events import Event

RULE = Rule(
    id="dates/conflicting-dates",
    summary="One event is told with two dates",
    explanation=(
        "The bridge opened on 3 May in the second paragraph, and on 5 May in the ninth. One of them is wrong, and a "
        "reader who sees it doubts both."
    ),
    severity=Severity.WARNING,
    help="Check the day, and give it once.",
    when_off="For schedules and chronicles, where the same thing happens on many days.",
    good=(
        Example("The old bridge closed on May 3, 2016. The new bridge closed on May 5, 2016.", published="2016-10-24"),
        Example("The board met on Oct. 3. The board met again on Oct. 12.", published="2016-10-24", note="twice"),
        Example("Anna Lind spoke on Oct. 3.\n\nLind spoke on Oct. 12.", published="2016-10-24", note="often done"),
        Example(
            "The pier was to open in May, and was postponed. The pier opened on Oct. 12.\n\nIt was first said that the "
            "pier opened on Oct. 3.",
            published="2016-10-24",
            note="an update, told as such",
        ),
        Example(
            "The pier opened in May.\n\nThe pier opened on May 3, the mayor said.",
            published="2016-10-24",
            note="the day is within the month",
        ),
        Example(
            "The pier opened on Oct. 3.\n\n“The pier opened on Oct. 5,” the mayor said.",
            published="2016-10-24",
            note="the speaker's words",
        ),
    ),
    bad=(
        Example(
            "The pier opened on Oct. 3, with a band.\n\nRain fell.\n\nThe pier opened on [[Oct. 5]] in the rain.",
            published="2016-10-24",
        ),
        Example(
            "Anna Lind was born in 1950 in Oslo.\n\nShe went to sea.\n\nLind was born in [[1952]], her son said.",
            published="2016-10-24",
        ),
        Example(
            "Police arrested Peter Holm on Tuesday.\n\nIt rained.\n\nHolm was arrested on [[Wednesday]] at home.",
            published="2016-10-22",
        ),
    ),
)
#: So many different events of one verb and noun are kept.
_MOST = 20


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each date of an event that was told with another one before."""
    events = Events(facts)
    told: dict[object, list[Event]] = defaultdict(list)
    for time in own_dates(facts):
        event = events.of(time) if _is_sure(time) else None
        if event is None or _may_recur(event):
            continue
        earlier = told[event.key]
        other = next((each for each in earlier if _is_one_event(each, event)), None)
        if other is None:
            if len(earlier) < _MOST:
                earlier.append(event)
        elif _disagree(other.time, time) and not _in_one_sentence(facts, other, event):
            yield _report(article, facts, other, event)


def _is_sure(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and time.basis != "vague" and days_of(time.value) is not None


def _in_one_sentence(facts: Facts, one: Event, other: Event) -> bool:
    """Whether one sentence tells both dates: "polled the race in May and again in June"."""
    return facts.sentence_number(one.time.span.start) == facts.sentence_number(other.time.span.start)


def _may_recur(event: Event) -> bool:
    """Whether nobody says what happened, or it comes back, or was told otherwise before."""
    known = any(each is not None and each.known for each in (event.subject, event.object))
    return not known or not event.words.isdisjoint(load_table("editcheck_dates", "retold.toml").keys())


def _is_one_event(one: Event, other: Event) -> bool:
    """Whether two events may only be one: the parties are the same, and it happens once or at one place."""
    for mine, yours in ((one.subject, other.subject), (one.object, other.object)):
        if mine is not None and yours is not None and not mine.may_be(yours):
            return False
    beside = dict(other.beside)
    if any(word in beside and not beside[word].may_be(party) for word, party in one.beside):
        return False
    habit = load_table("editcheck_dates", "habits.toml").get(one.verb.lemma)
    placed = one.object is not None or any(word in beside for word, _ in one.beside)
    return habit is None or (habit == "alone" and placed)


def _disagree(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether no day can be meant by both."""
    return not any(_meet(a, b) for a in _spans(one) for b in _spans(other))


def _spans(time: TimeExpression) -> list[tuple[date, date]]:
    return [days for value in (time.value, *time.alternatives) if (days := days_of(value)) is not None]


def _meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _report(article: Article, facts: Facts, earlier: Event, later: Event) -> Annotation:
    verb, who = article[later.verb.span], _named(facts, later)
    return RULE.annotate(
        later.time.span,
        f"{who} “{verb}”: {_said(later.time)} here, {_said(earlier.time)} before",
        related=[Related(earlier.time.span, f"“{article[earlier.verb.span]}” on another date")],
        confidence=0.6,
        keys=(who, later.verb.lemma, *sorted((earlier.time.value, later.time.value))),
    )


def _named(facts: Facts, event: Event) -> str:
    """Return who or what an event is told of: a person's name, or a noun."""
    party = next(each for each in (event.subject, event.object) if each is not None and each.known)
    person = facts.person(party.head)
    return person.name if person is not None else f"The {party.head}"


def _said(time: TimeExpression) -> str:
    days = days_of(time.value)
    return spelt(days[0]) if days is not None and days[0] == days[1] else f"“{time.text}”"
