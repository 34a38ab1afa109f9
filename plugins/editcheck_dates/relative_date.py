"""dates/relative-date: yesterday and last month, which mean another day for every reader who comes later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Edit, Example, Option, Rule, Severity, Suggestion
from editcheck_dates.calendar import days_of, month_of, spelt
from editcheck_dates.date_styles import date_style
from editcheck_dates.verbs import verb_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from editcheck import Annotation, Article, Facts, Options, TimeExpression
    from editcheck_dates.date_styles import DateStyle

RULE = Rule(
    id="dates/relative-date",
    summary="Today, yesterday or last month, in copy that will be read on another day",
    explanation=(
        "A page on the web is found months later, and its “yesterday” is then a riddle. The date says the same today, "
        "and still does in a year."
    ),
    severity=Severity.OFF,
    help="Write the date.",
    when_off="For print, and wherever copy is read on the day it is published.",
    options=(Option("style", "ap", "the style of dates to suggest: ap, us, guardian or uk"),),
    good=(
        Example("The board met on Oct. 12.", published="2016-10-24"),
        Example("“We met yesterday,” Mayor Ann Lopez said.", published="2016-10-24", note="the speaker's words"),
        Example("The board met on Tuesday.", published="2016-10-24", note="a weekday says which day of this week"),
        Example("The board met for two hours.", published="2016-10-24", note="a length is no date"),
        Example("The board met yesterday.", published=None, note="nobody knows which day that is"),
    ),
    bad=(
        Example("The board met [[yesterday]].", published="2016-10-24"),
        Example("The pier was closed [[last month]].", published="2016-10-24"),
        Example("Traffic fell [[last year]], the mayor said.", published="2016-10-24"),
        Example("The board will meet [[tomorrow]] in Oslo.", published="2016-10-24", options=(("style", "guardian"),)),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each time that is only told from the day of publication."""
    if article.day is None:
        return
    style = date_style(str(options.get(RULE, "style")))
    for time in facts.dates:
        days = days_of(time.value) if _is_relative(time) else None
        if days is None or facts.is_quoted(time.span) or _is_nowadays(facts, time):
            continue
        words = _written(style, *days)
        suggestions = []
        if words is not None and _stands_alone(article, facts, time):
            preposition = "on" if days[0] == days[1] else "in"
            suggestions.append(
                Suggestion(f"Write “{preposition} {words}”", (Edit(time.span, f"{preposition} {words}"),))
            )
        yield RULE.annotate(
            time.span,
            f"“{time.text}” means {_spelt(*days)}, and something else to a reader of another day",
            suggestions=suggestions,
            confidence=0.9,
            keys=(time.text.lower(), time.value),
        )


def _is_relative(time: TimeExpression) -> bool:
    """Whether a date has no calendar in it, and can only be told from the day of publication."""
    told = time.parts is not None and (time.parts.month or time.parts.weekday or time.parts.year or time.parts.day)
    known = time.basis == "publication" and not time.alternatives and time.mod is None
    return time.type == "DATE" and known and not told and not any(c.isdigit() for c in time.text)


def _is_nowadays(facts: Facts, time: TimeExpression) -> bool:
    """Whether "today" stands with no verb that tells of one day: "the parties of today"."""
    sentence = facts.sentence_at(time.span.start)
    return time.text.lower() == "today" and (sentence is None or verb_of(sentence, time.span) is None)


def _spelt(first: date, last: date) -> str:
    """Return a day, month, year or stretch as messages write it."""
    if first == last:
        return spelt(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last - first).days > 7:
        return f"{month_of(first.month)} {first.year}"
    return f"{spelt(first)} to {spelt(last)}"


def _written(style: DateStyle, first: date, last: date) -> str | None:
    """Return the words to suggest for a day, a month or a year; None for a week, which has no name."""
    if first == last:
        return style.write(first.year, first.month, first.day)
    spelt_out = _spelt(first, last)
    return None if " to " in spelt_out else spelt_out


def _stands_alone(article: Article, facts: Facts, time: TimeExpression) -> bool:
    """Whether the words say by themselves when something happens: not "since yesterday", "yesterday's vote"."""
    sentence = facts.sentence_at(time.span.start)
    if sentence is None or article.text[time.span.end : time.span.end + 1] in ("'", "’", "-"):
        return False
    inside = [index for index, token in enumerate(sentence.tokens) if token.span in time.span]
    heads = [each for each in inside if sentence.tokens[each].head not in inside]
    if not heads or inside[0] == 0:
        return False
    token = sentence.tokens[heads[0]]
    alone = token.dep in ("npadvmod", "advmod", "tmod")
    return alone and sentence.tokens[token.head].pos in ("VERB", "AUX")
