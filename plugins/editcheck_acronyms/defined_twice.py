"""acronyms/defined-twice: what was explained is explained again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity, Suggestion
from editcheck_acronyms.places import bracketed, own_definitions, same_wording, ties_by_name
from editcheck_acronyms.wordings import short_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Definition, Facts, Options, Span

RULE = Rule(
    id="acronyms/defined-twice",
    summary="A short form is explained a second time",
    explanation=(
        "A second explanation tells readers that they missed something, and they did not. It is a trace of "
        "passages that were written or moved apart from each other."
    ),
    severity=Severity.SUGGESTION,
    help="Keep the first explanation; use the short form alone afterwards.",
    when_off="In long reads that are meant to be entered anywhere.",
    good=(
        Example("The Harbor Safety Board (HSB) closed two piers. The HSB gave no reason."),
        Example(
            "<figure><img src='a.jpg'><figcaption>A pier of the Harbor Safety Board (HSB).</figcaption></figure>"
            "<p>The Harbor Safety Board (HSB) closed two piers. The HSB was brief.</p>",
            html=True,
            note="a caption is read by itself",
        ),
        Example('The Harbor Safety Board (HSB) met. "The Harbor Safety Board (HSB) is us," one sign said.'),
    ),
    bad=(
        Example("The Harbor Safety Board (HSB) met.\n\nIt rained.\n\nThe [[Harbor Safety Board (HSB)]] was brief."),
        Example("The Fresh Water Relief Committee (FWRC) left. A [[fresh water relief committee (FWRC)]] came back."),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each definition that says once more what the first one said."""
    for acronym in facts.acronyms:
        definitions = [each for each in own_definitions(article, facts, acronym) if not ties_by_name(each)]
        for again in definitions[1:]:
            first = definitions[0]
            if same_wording(article[first.long], article[again.long]):
                yield RULE.annotate(
                    _place(article, again),
                    f"“{article[again.short]}” has been explained already, as “{article[first.long]}”",
                    related=[Related(first.long.cover(first.short), "first explained here")],
                    suggestions=_repair(article, facts, acronym, again),
                    confidence=min(first.confidence, again.confidence),
                    keys=(acronym.form, article[first.long].lower()),
                )


def _place(article: Article, definition: Definition) -> Span:
    whole = definition.long.cover(definition.short)
    return type(whole)(whole.start, whole.end + 1) if bracketed(article, definition) else whole


def _repair(article: Article, facts: Facts, acronym: Acronym, definition: Definition) -> tuple[Suggestion, ...]:
    edit = short_alone(article, facts, acronym, definition)
    return (Suggestion(f"Use “{article[definition.short]}” alone", (edit,)),) if edit is not None else ()
