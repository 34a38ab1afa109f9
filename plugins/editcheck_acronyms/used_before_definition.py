"""acronyms/used-before-definition: the short form first, its explanation later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity, Suggestion
from editcheck_acronyms.places import own_definitions, own_mentions, stands_with
from editcheck_acronyms.wordings import explained_at, short_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Definition, Facts, Options, Span

RULE = Rule(
    id="acronyms/used-before-definition",
    summary="A short form stands before its explanation",
    explanation=(
        "The explanation belongs where the reader first meets the short form. Paragraphs that change places in "
        "the edit are the usual cause. Headline, deck and captions may use the short form before the text "
        "explains it."
    ),
    severity=Severity.WARNING,
    help="Move the explanation to the first use.",
    when_off="Where a box or a list of abbreviations opens every article.",
    good=(
        Example("The Harbor Safety Board (HSB) closed two piers. The HSB gave no reason."),
        Example('"The HSB has closed it," Vale said, using the acronym for Harbor Safety Board.'),
        Example(
            "<h1>HSB closes two piers</h1><p>The Harbor Safety Board (HSB) closed two piers. The HSB was brief.</p>",
            html=True,
        ),
        Example("The EU was silent. A day later the European Union (EU) apologized.", note="known to every reader"),
    ),
    bad=(
        Example("The [[HSB]] closed two piers.\n\nThe Harbor Safety Board (HSB) gave no reason."),
        Example("Members of the [[FWRC]] left. The Fresh Water Relief Committee, or FWRC, had two hundred."),
        Example("An [[LTRA]] report came first.\n\nThe Lake Towns Rail Authority (LTRA) wrote it in May."),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first use of each short form that is explained further on."""
    for acronym in facts.acronyms:
        definitions = own_definitions(article, facts, acronym)
        mentions = own_mentions(article, facts, acronym)
        if acronym.known or not definitions or len(definitions) < len(acronym.definitions):
            continue
        definition, first = definitions[0], mentions[0]
        if first.start < min(definition.short.start, definition.long.start) and not stands_with(
            article, first, definition.long
        ):
            yield RULE.annotate(
                first,
                f"“{acronym.form}” is used here and explained only later, as “{article[definition.long]}”",
                related=[Related(definition.long.cover(definition.short), "explained here")],
                suggestions=_repair(article, facts, acronym, first, definition),
                confidence=definition.confidence,
                keys=(acronym.form, article[definition.long].lower()),
            )


def _repair(
    article: Article, facts: Facts, acronym: Acronym, first: Span, definition: Definition
) -> tuple[Suggestion, ...]:
    """Swap the two: the explanation to the first use, the short form alone where the explanation was."""
    there = short_alone(article, facts, acronym, definition)
    here = explained_at(article, facts, first, definition) if there is not None else None
    if there is None or here is None:
        return ()
    return (Suggestion("Move the explanation to the first use", (here, there)),)
