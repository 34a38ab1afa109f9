"""dates/date-style: a date that is not written as the house writes dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Option, Rule, Severity, Span, Suggestion
from editcheck_dates.calendar import MONTHS
from editcheck_dates.date_styles import date_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options, TimeExpression
    from editcheck_dates.date_styles import DateStyle

RULE = Rule(
    id="dates/date-style",
    summary="A date is not in the house style",
    explanation=(
        "Oct. 7, October 7th and 7 October on one page look careless, and are harder to find and to compare than one "
        "way of writing."
    ),
    severity=Severity.OFF,
    help="Write the date as the house does.",
    when_off="Where several houses' copy is published as it comes.",
    options=(Option("style", "ap", "ap (Oct. 7, 2016), us (October 7, 2016), guardian or uk (7 October 2016)"),),
    good=(
        Example("The board met on Oct. 7, 2016, and in October 2015.", published="2016-10-24"),
        Example(
            "The board met on 7 October 2016.",
            published="2016-10-24",
            options=(("style", "guardian"),),
            note="Guardian",
        ),
        Example("“It was October 7th,” Mayor Ann Lopez said.", published="2016-10-24", note="a quotation"),
        Example("The fair runs from Oct. 7-12.", published="2016-10-24", options=(("style", "uk"),), note="a range"),
    ),
    bad=(
        Example("The board met on [[October 7]].", published="2016-10-24"),
        Example("The board met on Friday, [[7th October 2016]] in the hall.", published="2016-10-24"),
        Example("The board met on [[Oct. 7, 2016]], in the hall.", published="2016-10-24", options=(("style", "uk"),)),
        Example("The pier opened in [[Oct. 2015]].", published="2016-10-24"),
    ),
)
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]}|t?\\.?)?" if name != "May" else name for name in MONTHS)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"(?:(?P<month>\b(?:{_NAMES}))(?: (?:the )?{_DAY.format('after')}\b)?|"
    rf"(?:the )?\b{_DAY.format('before')}(?: of)? (?P<name>(?:{_NAMES})))(?:,? (?P<year>\d{{4}}))?(?!\w)"
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each date in words that the house writes otherwise."""
    style = date_style(str(options.get(RULE, "style")))
    in_ranges = {number for each in facts.date_ranges for number in (each.begin, each.end)}
    for number, time in enumerate(facts.dates):
        written = _WRITTEN.search(time.text) if time.parts is not None and time.parts.month else None
        if written is None or number in in_ranges or facts.is_quoted(time.span):
            continue
        span = Span(time.span.start + written.start(), time.span.start + written.end())
        wanted = _wanted(article, facts, time, style, written)
        if wanted is not None and wanted != article[span]:
            yield RULE.annotate(
                span,
                f"“{article[span]}” is “{wanted}” in the house style",
                suggestions=[
                    Suggestion(
                        f"Write “{wanted}”",
                        (Edit(span, _with_comma(article, span, wanted)),),
                        safe=_is_certain(style, written),
                    )
                ],
                confidence=0.95,
                keys=(article[span], wanted),
            )


def _wanted(
    article: Article, facts: Facts, time: TimeExpression, style: DateStyle, written: re.Match[str]
) -> str | None:
    """Return a date as the house writes it; None where the words say less than a date does."""
    parts = time.parts
    day = written["after"] or written["before"]
    if parts is None or parts.month is None or (parts.day is None) != (day is None):
        return None
    wanted = style.write(int(written["year"]) if written["year"] else None, parts.month, int(day) if day else None)
    sentence = facts.sentence_at(time.span.start)
    end = time.span.start + written.end()
    last = sentence is not None and not article.text[end : sentence.span.end].strip(' \n”"')
    return wanted + "." if written[0].endswith(".") and last else wanted


def _is_certain(style: DateStyle, written: re.Match[str]) -> bool:
    """Whether only the spelling changes, which is safe: day and month keep their places, and the commas around them."""
    return (written["before"] is not None) == style.day_first or not (written["before"] or written["after"])


def _with_comma(article: Article, span: Span, wanted: str) -> str:
    """Add the comma that stands behind the year in American dates within a sentence."""
    american = wanted[:1].isalpha() and ", " in wanted
    follows = article.text[span.end : span.end + 2]
    moved = article[span][:1].isdigit()
    return wanted + "," if american and moved and follows[:1] == " " and follows[1:].islower() else wanted
