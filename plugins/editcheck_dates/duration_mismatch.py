"""dates/duration-mismatch: an age, or so many years, against the article's own day of beginning."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from editcheck import Edit, Example, Related, Rule, Severity, Suggestion, load_table
from editcheck_dates.elapsed import elapsed, years_of
from editcheck_dates.events import Events
from editcheck_dates.lengths import lengths_told
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Age, Annotation, Article, Facts, Options, TimeExpression
    from editcheck_dates.elapsed import Elapsed
    from editcheck_dates.events import Event, Party
    from editcheck_dates.lengths import Length

RULE = Rule(
    id="dates/duration-mismatch",
    summary="An age or a number of years disagrees with the article's own dates",
    explanation=(
        "The five-year-old war of an article that says it began in 2022 has an error in one of the two places. Ages "
        "against years of birth and “for eight years” against “from 2001 to 2007” are the same. Readers count."
    ),
    severity=Severity.WARNING,
    help="Count again, and correct the age or the date.",
    when_off="For archives whose articles are published anew with another date.",
    good=(
        Example("The two-year-old war goes on.\n\nThe war began in February 2022."),
        Example("The nearly three-year-old war goes on.\n\nThe war began in February 2022.", note="nearly holds"),
        Example("The five-year-old southern war goes on.\n\nThe northern war began in 2022.", note="another war"),
        Example("Anna Lind, 54, spoke on Monday.\n\nLind was born in 1970 in Oslo."),
        Example("Anna Lind served for eight years, from 2001 to 2009."),
        Example(
            "Anna Lind died in 2010 at 54.\n\nLind was born in 1956 in Oslo.", note="an age that is told of another day"
        ),
        Example("“I am 60 years old,” Anna Lind said.\n\nLind was born in 1970.", note="her own words"),
    ),
    bad=(
        Example("The [[five-year-old]] war goes on in the south.\n\nThe war began in February 2022."),
        Example("Anna Lind, [[58]], spoke on Monday.\n\nLind was born on May 3, 1970, in Oslo."),
        Example("Anna Lind led the party for [[12 years]], from 2001 to 2009, and lost."),
        Example("Anna Lind has led the party for [[12 years]], since 2018."),
    ),
)

#: So many tokens before an age a word may tell it of another day: "was a 22-year-old student".
_NEAR = 3
#: So many beginnings of one noun are looked at; where there are more, the noun tells nothing.
_MOST = 20


class _Beginning(NamedTuple):
    """Who or what began, and when."""

    party: Party
    time: TimeExpression


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each age and each number of years that the article's own dates do not bear out."""
    if article.day is not None:
        yield from _ages(article, facts)
    for length in lengths_told(article, facts):
        if not length.elapsed.allows(length.years, length.mod, slack=1) and not length.rounds():
            yield _report_length(length)


def _ages(article: Article, facts: Facts) -> Iterator[Annotation]:
    """Hold the ages of people and things against the days when they were born or begun."""
    begun = _beginnings(facts) if facts.ages and article.day is not None else {}
    events = Events(facts)
    for age in facts.ages:
        years = years_of(age.value)
        party = events.party_at(age.of, apart_from=age.span) if age.of is not None else None
        if years is None or age.upper is not None or party is None or not _is_of_today(article, facts, age):
            continue
        told = [each for each in begun.get(party.head, [])[:_MOST] if party.may_be(each.party)]
        since = [elapsed(each.time.value, article.day) for each in told] if article.day is not None else []
        known = [(passed, each) for passed, each in zip(since, told, strict=True) if passed is not None]
        if known and not any(_holds(age, years, passed) for passed, _ in known):
            yield _report_age(article, facts, age, *known[0])


def _beginnings(facts: Facts) -> dict[str, list[_Beginning]]:
    events = Events(facts)
    sides = load_table("editcheck_dates", "beginnings.toml")
    found: dict[str, list[_Beginning]] = defaultdict(list)
    for time in own_dates(facts):
        event = events.of(time, finite=False) if time.type == "DATE" and time.basis != "vague" else None
        if event is None or event.verb.lemma not in sides:
            continue
        for party in _begun(event, sides[event.verb.lemma]):
            found[party.head].append(_Beginning(party, time))
    return found


def _begun(event: Event, sides: str) -> Iterator[Party]:
    """Yield who or what a verb says begins."""
    if event.subject is not None and event.object is None and "subject" in sides and event.subject.known:
        yield event.subject
    if event.object is not None and "object" in sides and event.object.known:
        yield event.object


def _is_of_today(article: Article, facts: Facts, age: Age) -> bool:
    """Whether an age is told of the day of publication: beside the name, in own words, of no other time."""
    if facts.is_quoted(age.span):
        return False
    sentence = facts.sentences[facts.sentence_number(age.span.start)]
    past = load_table("editcheck_dates", "past_ages.toml")
    if any(past.get(token.text.lower()) == "the day of death" for token in sentence.tokens):
        return False
    first = sentence.token_at(age.span.start) or 0
    if any(token.text.lower() in past for token in sentence.tokens[max(0, first - _NEAR) : first + 1]):
        return False
    before = article.text[max(0, age.span.start - len(" now ")) : age.span.start]
    return article[age.span].lower().endswith("old") or before.endswith((", ", "(", " is ", " now "))


def _holds(age: Age, years: int, since: Elapsed) -> bool:
    return since.allows(years, age.mod, slack=0.01) if age.of_people else since.allows(years, age.mod)


def _report_age(article: Article, facts: Facts, age: Age, since: Elapsed, beginning: _Beginning) -> Annotation:
    person = facts.person(age.person)
    who = person.name if person is not None else f"the {article[age.of]}" if age.of is not None else "it"
    shown = article[age.span]
    least, most = since.full_years()
    figure = str(years_of(age.value))
    exact = least == most and shown.count(figure) == 1
    edit = Edit(age.span, shown.replace(figure, str(least)))
    return RULE.annotate(
        age.span,
        f"“{shown}” does not go with “{beginning.time.text}”, from which {who} would be {since.spelt()}",
        related=[Related(beginning.time.span, "the beginning told here")],
        suggestions=[Suggestion(f"Write {least}", (edit,))] if exact else [],
        confidence=0.7,
        keys=(who, age.value, beginning.time.value),
    )


def _report_length(length: Length) -> Annotation:
    return RULE.annotate(
        length.time.span,
        f"“{length.time.text}” does not go with “{length.shown}”, which is {length.elapsed.spelt()} years",
        related=[Related(length.span, "the dates told here")],
        confidence=0.7,
        keys=(length.time.value, length.shown),
    )
