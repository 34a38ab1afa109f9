"""dates/missing-publication-date: nothing says when the article was or will be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity
from editcheck_dates.speech import own_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options

RULE = Rule(
    id="dates/missing-publication-date",
    summary="Relative dates, and nothing says when the article is published",
    explanation=(
        "Yesterday, Tuesday and 3 October mean a day only to somebody who knows from which day they are told. "
        "Without the day of publication a later reader is lost, and none of these dates can be checked."
    ),
    severity=Severity.SUGGESTION,
    help="Say when the article is published: in its markup or metadata, or with --published.",
    when_off="For copy that gets its date only later.",
    good=(
        Example(
            "The harbor board met on 3 October 2016 and closed two piers.", published=None, note="the date is complete"
        ),
        Example("The harbor board met yesterday.", published="2016-10-12"),
        Example("The harbor board closed two piers.", published=None, note="no date at all"),
        Example('The mayor smiled. "We will see tomorrow," she said.', published=None, note="the speaker's tomorrow"),
        Example("The harbor board now has five members, and had six for two years.", published=None),
    ),
    bad=(
        Example("The harbor board met [[yesterday]]. It meets again on Friday.", published=None),
        Example("Two piers were closed in 2015. The board met on [[Tuesday]].", published=None),
        Example("The board met on [[October 3]] and closed two piers.", published=None),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first date that rests on the day of publication, where nobody knows that day."""
    if article.day is not None:
        return
    first = next((each for each in own_dates(facts) if each.basis == "publication"), None)
    if first is not None:
        yield RULE.annotate(
            first.span,
            f"“{first.text}” cannot be checked: nothing says when this article is published",
            keys=("no day of publication",),
        )
