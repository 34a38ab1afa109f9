"""dates/reversed-range: a span of time that ends before it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity, Suggestion
from editcheck_dates.calendar import days_of, month_of
from editcheck_dates.repairs import put_figure
from editcheck_dates.speech import OwnWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, DateRange, Facts, Options, TimeExpression

RULE = Rule(
    id="dates/reversed-range",
    summary="A span of time that ends before it begins",
    explanation=(
        "From 2021 to 2019 is nobody's term of office. Two figures have changed places, or one of them is wrong; "
        "the reader cannot tell which."
    ),
    severity=Severity.ERROR,
    when_off="Never, as a rule; in lists of scores and results, by path.",
    help="Find out whether the two have changed places or one of them is wrong.",
    good=(
        Example("She was mayor from 2009 to 2013, and again between 2015 and 2016."),
        Example("The fair ran Oct. 12-30."),
        Example("The pier is closed from October to March.", note="over the turn of the year"),
        Example("The play ran from Dec. 12 to Jan. 3."),
        Example("The city flourished from 300 B.C. to 100 B.C., and the port from 1800 BC to 1600 BC."),
        Example("The council voted 2019-1985 in a poll of its members.", note="votes"),
        Example("The count went back from 2021 to 2019.", note="a countdown"),
    ),
    bad=(
        Example("She was mayor [[from 2021 to 2019]]."),
        Example("The fair ran [[Oct. 30-12]], the board said.", published="2016-11-20"),
        Example("The fair ran [[from Oct. 30, 2015, to Oct. 12, 2015]]."),
        Example("The pier was closed [[between May 2016 and March 2016]]."),
    ),
)
_BACKWARDS = frozenset({"back", "backwards", "down", "backward", "reverse"})
_BEFORE_CHRIST = re.compile(r"\s*(?:BCE?\b|B\.\s?C\.)")


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each range whose end lies before its beginning."""
    own = OwnWords(facts)
    for each in facts.date_ranges:
        begin, end = facts.dates[each.begin], facts.dates[each.end]
        if not _reversed(begin, end) or not (own.hold(begin) or own.hold(end)):
            continue
        if _means_something_else(article, facts, each, end):
            continue
        yield RULE.annotate(
            each.span,
            f"“{article[each.span]}” ends before it begins: {_spoken(end)} comes before {_spoken(begin)}",
            related=[Related(begin.span, "begins here"), Related(end.span, "ends here")],
            suggestions=_swap(begin, end),
            confidence=0.95,
            keys=(_told(begin), _told(end)),
        )


def _reversed(begin: TimeExpression, end: TimeExpression) -> bool:
    """Whether the words themselves put the end before the beginning: years that are told, or days of one month."""
    first, last = begin.parts, end.parts
    if first is None or last is None or begin.type != "DATE" or end.type != "DATE":
        return False
    if first.year is not None and last.year is not None:
        from_, to = days_of(begin.value), days_of(end.value)
        return from_ is not None and to is not None and to[1] < from_[0]
    if first.month is None or first.day is None or last.day is None or first.year != last.year:
        return False
    return first.month == last.month and last.day < first.day


def _means_something_else(article: Article, facts: Facts, found: DateRange, end: TimeExpression) -> bool:
    """Whether it is a countdown, years before Christ, or figures that are no years."""
    if _BEFORE_CHRIST.match(article.text, end.span.end):
        return True
    sentence = facts.sentence_at(found.span.start)
    if sentence is None:
        return False
    near = [token for token in sentence.tokens if found.span.start - 12 <= token.span.start <= found.span.end + 12]
    if any(token.text.lower() in _BACKWARDS for token in near):
        return True
    if end.parts is not None and end.parts.month is not None:
        return False
    last = sentence.token_at(end.span.end - 1)
    voting = any(token.lemma in ("vote", "win", "lose", "beat", "defeat", "score") for token in sentence.tokens)
    counted = last is not None and sentence.tokens[last].dep == "nummod" and sentence.tokens[last].head > last
    return counted or (voting and not article[found.span].lower().startswith(("from", "between")))


def _told(expression: TimeExpression) -> str:
    parts = expression.parts
    if parts is not None and parts.year is None:
        return f"{parts.month:02d}-{parts.day:02d}"
    return expression.value


def _swap(begin: TimeExpression, end: TimeExpression) -> tuple[Suggestion, ...]:
    """Offer to exchange the figures that are in the wrong order: the years, or the days of one month."""
    first, last = begin.parts, end.parts
    if first is None or last is None:
        return ()
    pairs = ((first.year, last.year), (first.day, last.day))
    for one, other in pairs:
        if one is None or other is None or one == other:
            continue
        edits = (put_figure(begin, one, other), put_figure(end, other, one))
        if edits[0] is not None and edits[1] is not None:
            return (Suggestion("Exchange the two", (edits[0], edits[1])),)
    return ()


def _spoken(expression: TimeExpression) -> str:
    """Return a date as the message tells it: the day with its month where the month stands at the other end."""
    parts = expression.parts
    if parts is not None and parts.day is not None and parts.month is not None and expression.text.isdigit():
        return f"{parts.day} {month_of(parts.month)}"
    return expression.text
