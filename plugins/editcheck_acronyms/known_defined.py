"""acronyms/known-defined: what every reader knows is explained all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity, Suggestion
from editcheck_acronyms.places import bracketed, own_definitions, ties_by_name
from editcheck_acronyms.wordings import short_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options

RULE = Rule(
    id="acronyms/known-defined",
    summary="A short form of the house list is explained all the same",
    explanation=(
        "The house list says that readers know these letters. Explaining them costs space and sounds like a "
        "lecture: the short form alone, or the long form alone, is enough."
    ),
    severity=Severity.OFF,
    help="Use one of the two.",
    when_off="It is off by default: many houses spell out even NATO once.",
    good=(
        Example("The FBI searched the house."),
        Example("The Harbor Safety Board (HSB) met. The HSB was brief.", note="not on the house list"),
    ),
    bad=(
        Example("The North Atlantic Treaty Organization ([[NATO]]) met in Oslo."),
        Example("Agents of the Federal Bureau of Investigation ([[FBI]]) came at noon. The FBI was polite."),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first definition in brackets of each known short form."""
    for acronym in facts.acronyms:
        definition = next(iter(own_definitions(article, facts, acronym)), None)
        if definition and acronym.known and bracketed(article, definition) and not ties_by_name(definition):
            short = article[definition.short]
            edit = short_alone(article, facts, acronym, definition)
            yield RULE.annotate(
                definition.short,
                f"“{short}” is on the house list of what every reader knows, and is explained all the same",
                suggestions=[Suggestion(f"Use “{short}” alone", (edit,))] if edit is not None else [],
                confidence=definition.confidence,
                keys=(acronym.form,),
            )
