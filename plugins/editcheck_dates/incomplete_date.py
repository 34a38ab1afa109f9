"""dates/incomplete-date: a month that lost its day, a day that lost its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity, Span, load_table
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options, Sentence, TimeExpression

RULE = Rule(
    id="dates/incomplete-date",
    summary="A month that lost its day, or a day that lost its number",
    explanation=(
        "“On Nov. that” and “the st of May” are what is left when a figure is deleted or never filled in. The "
        "reader does not learn when."
    ),
    severity=Severity.WARNING,
    when_off="Where dates are filled in later, by the system that publishes.",
    help="Fill in the day.",
    good=(
        Example("The board met in Nov. 2015 and on Nov. 3."),
        Example("The board met on the 1st of May."),
        Example("Sales in November fell. The report focuses on May and June.", note="months by themselves"),
        Example("The paper on March sales is out; the board counts on November's."),
    ),
    bad=(
        Example("The board decided on [[Nov.]] that two piers will be closed."),
        Example("The board met on [[the st of May]]."),
        Example("The board meets on [[Oct.]] in the old town hall."),
        Example("The pier was closed on [[June]], and nobody complained."),
        Example("On [[March]], the board closed two piers."),
    ),
)
_LOST_NUMBER = re.compile(r"\b(?:the\s+)?(?:st|nd|rd|th)\s+(?:of\s+)?$")


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each date from which a figure is missing."""
    for each in own_dates(facts):
        parts = each.parts
        if parts is None or parts.month is None or parts.day is not None or each.type != "DATE":
            continue
        lost = _LOST_NUMBER.search(article.text, max(0, each.span.start - 16), each.span.start)
        span = Span(lost.start(), each.span.end) if lost is not None else each.span
        if lost is not None or _lost_its_day(facts, each):
            yield RULE.annotate(
                span,
                f"“{article[span]}” has lost its day",
                confidence=0.9 if lost is not None else 0.8,
                keys=(article[span].lower(),),
            )


def _lost_its_day(facts: Facts, expression: TimeExpression) -> bool:
    """Whether a month, which stands with "in" or with a day, stands after "on" and before no noun or figure.

    A month written out may be what somebody focuses or counts on; a shortened one stands only with a day.
    """
    sentence = facts.sentence_at(expression.span.start)
    place = sentence.token_at(expression.span.start) if sentence is not None else None
    if sentence is None or place is None or place == 0 or sentence.tokens[place - 1].text.lower() != "on":
        return False
    after = [token for token in sentence.tokens if token.span.start >= expression.span.end][:1]
    if after and (after[0].pos in ("NOUN", "PROPN", "NUM") or after[0].tag == "POS" or after[0].text[0].isdigit()):
        return False
    shortened = expression.text.endswith(".") and " " not in expression.text
    return shortened or (expression.text[0].isupper() and _tells_when(sentence, place - 1))


def _tells_when(sentence: Sentence, preposition: int) -> bool:
    """Whether "on" says when something happens, not what it is about ("focuses on May")."""
    head = sentence.tokens[preposition].head
    subjects = load_table("editcheck_dates", "about.toml")
    return preposition < head or sentence.tokens[head].lemma.lower() not in subjects
