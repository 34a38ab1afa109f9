"""acronyms/expansion-reused: the long form spelt out again and again after its short form was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Option, Related, Rule, Severity
from editcheck_acronyms.places import bracketed, in_own_words, own_definitions, ties_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Definition, Facts, Options, Span

RULE = Rule(
    id="acronyms/expansion-reused",
    summary="The long form is spelt out again although its short form was given",
    explanation=(
        "Once the reader has the short form, the long one only slows the reading down and raises the question "
        "whether it is the same thing. Once more, after a long stretch, helps; over and over does not."
    ),
    severity=Severity.SUGGESTION,
    help="Use the short form, or take its brackets out.",
    options=(Option("times", 3, "how often it may not be spelt out again", minimum=1),),
    when_off="Where house style prefers full names to letters.",
    good=(
        Example("The Harbor Safety Board (HSB) met. The HSB was brief."),
        Example("The Harbor Safety Board (HSB) met.\n\nIt rained.\n\nThe Harbor Safety Board was brief."),
        Example('The Harbor Safety Board (HSB) met. "The Harbor Safety Board is the Harbor Safety Board," he said.'),
    ),
    bad=(
        Example(
            "The Harbor Safety Board (HSB) met. The [[Harbor Safety Board]] was brief. The Harbor Safety Board "
            "knows why. The Harbor Safety Board does not say."
        ),
        Example(
            "The Harbor Safety Board (HSB) met. The [[Harbor Safety Board]] was brief.",
            options=(("times", 1),),
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first of too many long forms after a definition."""
    times = options.number(RULE, "times")
    for acronym in facts.acronyms:
        definition = next(iter(own_definitions(article, facts, acronym)), None)
        if definition is None or acronym.known or ties_by_name(definition) or not bracketed(article, definition):
            continue
        again = _spelt_out(article, facts, acronym, definition)
        if len(again) >= times:
            yield RULE.annotate(
                again[0],
                f"“{article[again[0]]}” is spelt out {_count(len(again))} more after “{acronym.form}” was given",
                related=[Related(definition.long.cover(definition.short), f"“{acronym.form}” is given here")],
                confidence=definition.confidence,
                keys=(acronym.form, article[definition.long].lower()),
            )


def _spelt_out(article: Article, facts: Facts, acronym: Acronym, definition: Definition) -> list[Span]:
    """Return the long forms after the definition, in the article's own words and not tied to the short form again."""
    tied = {offset for each in acronym.definitions for offset in range(each.long.start, each.long.end)}
    later = (long for long in acronym.long_mentions if long.start > definition.short.end)
    return [each for each in in_own_words(article, facts, later) if tied.isdisjoint(range(each.start, each.end))]


def _count(times: int) -> str:
    return "once" if times == 1 else f"{times} times"
