"""acronyms/unused-definition: explained, and never used again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Option, Rule, Severity, Suggestion
from editcheck_acronyms.places import bracketed, own_definitions, ties_by_name
from editcheck_acronyms.wordings import brackets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editcheck import Acronym, Annotation, Article, Definition, Facts, Options

RULE = Rule(
    id="acronyms/unused-definition",
    summary="A short form is explained and never used again",
    explanation=(
        "Letters in brackets are a promise that the reader will need them. Where they never come back, that was "
        "for nothing. (Where the long form comes back instead, acronyms/expansion-reused says so.)"
    ),
    severity=Severity.SUGGESTION,
    help="Take the brackets out.",
    options=(
        Option("last_paragraphs", 2, "so many paragraphs at the end may explain what is not used again", minimum=0),
        Option("shortest", 4, "articles of fewer paragraphs are left alone", minimum=0),
    ),
    when_off="Where readers look for organizations by their letters.",
    good=(
        Example("The Harbor Safety Board (HSB) met.\n\nThe HSB was brief.\n\nIt rained.\n\nIt snowed."),
        Example(
            "It rained.\n\nIt snowed.\n\nNobody came.\n\nThe Harbor Safety Board (HSB) met.", note="the end of the text"
        ),
        Example('The Harbor Safety Board (HSB) met.\n\n"The HSB is brief," he said.\n\nIt rained.\n\nIt snowed.'),
        Example(
            "There are three.\n\nThe Harbor Safety Board (HSB).\n\nThe Pier Repair Fund (PRF).\n\nIt rained.\n\n"
            "It snowed.",
            note="a list of names",
        ),
    ),
    bad=(
        Example("The Harbor Safety Board ([[HSB]]) met.\n\nIt was brief.\n\nIt rained.\n\nIt snowed."),
        Example(
            "Trucks of the Fresh Water Relief Committee ([[FWRC]]) left at dawn.\n\nThe road is closed.\n\nA.\n\nB."
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each short form in brackets that does not come back."""
    body = [index for index, block in enumerate(article.blocks) if block.in_body]
    if len(body) < options.number(RULE, "shortest"):
        return
    last = options.number(RULE, "last_paragraphs")
    excused = frozenset(body[-last:] if last else ())
    unused = [(each, found) for each in facts.acronyms if (found := _only_definition(article, facts, each))]
    places = Counter(article.block_index(found.short) for _, found in unused)
    for acronym, definition in unused:
        block = article.block_index(definition.short)
        if block not in excused and not _is_listed(block, places):
            yield RULE.annotate(
                definition.short,
                f"“{article[definition.short]}” is explained here and never used again",
                suggestions=_repair(article, definition),
                confidence=definition.confidence,
                keys=(acronym.form, article[definition.long].lower()),
            )


def _is_listed(block: int, places: Mapping[int, int]) -> bool:
    """Whether others that are not used again stand in a paragraph or next to it: a list of names with their letters."""
    return sum(places.get(each, 0) for each in (block - 1, block, block + 1)) > 1


def _only_definition(article: Article, facts: Facts, acronym: Acronym) -> Definition | None:
    """Return the one place of a short form, where that is in brackets after its long form; None if it has others."""
    definitions = own_definitions(article, facts, acronym)
    if len(definitions) != 1 or len(acronym.mentions) > 1:
        return None
    definition = definitions[0]
    again = any(long.start > definition.short.end for long in acronym.long_mentions)
    return None if again or ties_by_name(definition) or not bracketed(article, definition) else definition


def _repair(article: Article, definition: Definition) -> tuple[Suggestion, ...]:
    brackets = brackets_of(article, definition)
    if brackets is None:
        return ()
    return (Suggestion(f"Take “{article[brackets].strip()}” out", (Edit(brackets, ""),)),)
