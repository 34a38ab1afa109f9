"""dates/tense-mismatch: told as past what is to come on the day of publication, or as to come what is past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from editcheck import Example, Option, Rule, Severity, load_table
from editcheck_dates.calendar import days_of, spelt
from editcheck_dates.speech import own_dates
from editcheck_dates.verbs import Tense, participle_of, verb_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options, Sentence, TimeExpression
    from editcheck_dates.verbs import Verb

RULE = Rule(
    id="dates/tense-mismatch",
    summary="Said on a day to come, will meet on a day gone by",
    explanation=(
        "When a story is held over, updated or published early, its verbs and its dates drift apart: the board "
        "will meet on a day that is past when the reader learns of it, or has met the day after."
    ),
    severity=Severity.WARNING,
    help="Check the date against the day of publication, and the verb against the date.",
    when_off="For copy that is published long after it was written.",
    options=(
        Option(
            "near_days",
            50,
            "a date without a year is taken for the nearest such day, against the tense, where that lies within so "
            "many days of publication",
            minimum=0,
        ),
    ),
    good=(
        Example("The board met on Oct. 12 and will meet again on Nov. 3.", published="2016-10-24"),
        Example(
            "The board would leave office on Oct. 31, the mayor said.",
            published="2016-10-24",
            note="a plan told in the past",
        ),
        Example("The trial was set for Nov. 3.", published="2016-10-24"),
        Example("The trial had been scheduled to open on Nov. 3, 2016.", published="2016-10-24"),
        Example("The board planned a hearing on Nov. 3, 2016.", published="2016-10-24"),
        Example(
            '"We will meet on Oct. 3," he said in September.', published="2016-10-24", note="the speaker's words, then"
        ),
        Example("The bridge closed in December.", published="2016-10-24", note="last December"),
    ),
    bad=(
        Example("The board will meet on [[Oct. 3, 2016]], in the old town hall.", published="2016-10-24"),
        Example("The board met on [[Nov. 3, 2016]], in the old town hall.", published="2016-10-24"),
        Example("The board will meet on [[Oct. 20]] in the old town hall.", published="2016-10-24"),
        Example("The mayor said [[tomorrow]] that two piers would close.", published="2016-10-24"),
        Example("The new pier will open in [[2014]].", published="2016-10-24"),
        Example("A report released [[Nov. 3]] blames the mayor.", published="2016-10-24"),
    ),
)
#: The month in which the United States' budget year begins.
_BUDGETS_BEGIN = 10


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each date whose verb looks back on it, or ahead to it, against the day of publication."""
    published, embargoed = article.day, article.embargoed_until is not None
    if published is None:
        return
    near = timedelta(days=options.number(RULE, "near_days"))
    for each in own_dates(facts):
        sentence = facts.sentence_at(each.span.start)
        verb = _verb(sentence, each) if sentence is not None else None
        days = _days(each, published, near)
        if verb is None or days is None or not _against(verb, days, published, embargoed):
            continue
        yield RULE.annotate(
            each.span,
            _message(each, article[verb.span], verb.tense, days, published),
            confidence=0.8 if each.parts is None or each.parts.year is not None else 0.7,
            keys=(days[0].isoformat(), verb.lemma, verb.tense.value),
        )


def _verb(sentence: Sentence, expression: TimeExpression) -> Verb | None:
    """Return the verb of a date: a finite one, or the participle of what is done and out ("a poll released Nov. 3")."""
    verb = verb_of(sentence, expression.span)
    if verb is not None:
        return verb
    done = participle_of(sentence, expression.span)
    return done if done is not None and done.lemma in load_table("editcheck_dates", "made_known.toml") else None


def _days(expression: TimeExpression, published: date, near: timedelta) -> tuple[date, date] | None:
    """Return the first and last day that is meant: of a date without a year the nearest, if that is near enough."""
    if expression.type not in ("DATE", "TIME"):
        return None
    parts = expression.parts
    if parts is None or (parts.month is None and parts.weekday is not None):
        return days_of(expression.value) if _counted_from_publication(expression) else None
    if parts.year is not None:
        return days_of(expression.value)
    if parts.month is None or parts.day is None:
        return None
    for year in (published.year, published.year - 1, published.year + 1):
        found = days_of(f"{year}-{parts.month:02d}-{parts.day:02d}")
        if found is not None and abs(found[0] - published) <= near:
            return found
    return None


def _counted_from_publication(expression: TimeExpression) -> bool:
    return expression.basis == "publication" and not expression.alternatives


def _against(verb: Verb, days: tuple[date, date], published: date, embargoed: bool) -> bool:
    if verb.lemma in load_table("editcheck_dates", "planning.toml"):
        return False
    if verb.tense is Tense.AHEAD:
        return days[1] < published
    return days[0] > published and not embargoed and not _may_be_fiscal(days, published)


def _may_be_fiscal(days: tuple[date, date], published: date) -> bool:
    """Whether it is next year, told when budget years have begun: "raised the funds in 2016", said in December 2015."""
    whole_year = (days[1] - days[0]).days >= 364
    return whole_year and days[0].year == published.year + 1 and published.month >= _BUDGETS_BEGIN


def _message(expression: TimeExpression, verb: str, tense: Tense, days: tuple[date, date], published: date) -> str:
    when = spelt(days[0]) if days[0] == days[1] else f"“{expression.text}”"
    if tense is Tense.AHEAD:
        return f"“{verb}” looks ahead to {when}, which is already past on the day of publication, {spelt(published)}"
    return f"“{verb}” looks back on {when}, which is still to come on the day of publication, {spelt(published)}"
