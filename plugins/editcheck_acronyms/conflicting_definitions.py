"""acronyms/conflicting-definitions: one short form, two long forms."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from editcheck import Example, Option, Related, Rule, Severity
from editcheck_acronyms.places import in_own_words, same_wording, ties_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Definition, Facts, Options

RULE = Rule(
    id="acronyms/conflicting-definitions",
    summary="One short form is explained in two ways",
    explanation=(
        "If the same letters stand for two things, every later use is a riddle; if they stand for one, one of the "
        "two explanations is wrong. Either way the page contradicts itself."
    ),
    severity=Severity.ERROR,
    help="Correct the wrong one, or do without the short form for one of the two.",
    options=(Option("similar", 80, "long forms alike to so many per cent are spellings of one", minimum=0),),
    when_off="In articles about abbreviations.",
    good=(
        Example(
            "The Harbor Safety Board (HSB) met. The Harbour Safety Board (HSB) is old.", note="two spellings of one"
        ),
        Example("The Harbor Safety Board (HSB) is not to be confused with the Hill Sheep Breeders (HSB)."),
        Example("The Royal Harbor Safety Board (RHSB) met. The Harbor Safety Board (HSB) did not."),
    ),
    bad=(
        Example("The Harbor Safety Board (HSB) met.\n\nThe Harbor Security Bureau ([[HSB]]) gave no reason."),
        Example("The Fresh Water Relief Committee (FWRC) left. The Far West Rowing Club, or [[FWRC]], came."),
    ),
)

_SAYS_SO = re.compile(
    r"\b(?:confuse[ds]?|confusion|confusing|distinct|different|differs?|unrelated|unlike|namesakes?|no relation"
    r"|another|also|once|formerly|previously|renamed|later|successors?|predecessors?|became|originally|now)\b",
    re.IGNORECASE,
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each definition that contradicts the first of its short form."""
    similar = options.number(RULE, "similar") / 100
    for acronym in facts.acronyms:
        definitions = _reliable(article, facts, acronym)
        for other in definitions[1:]:
            first, second = (_wording(article, each) for each in (definitions[0], other))
            if not _one_thing(first, second, similar) and not _says_so(article, facts, other):
                yield RULE.annotate(
                    other.short,
                    f"“{acronym.form}” is explained as “{second}” here and as “{first}” before",
                    related=[Related(definitions[0].long.cover(definitions[0].short), f"explained as “{first}”")],
                    confidence=min(definitions[0].confidence, other.confidence),
                    keys=(acronym.form, *sorted((first.lower(), second.lower()))),
                )
                break


def _reliable(article: Article, facts: Facts, acronym: Acronym) -> list[Definition]:
    """Return the definitions in the article's own words whose letters fit beyond doubt, and those of the markup."""
    places = {*in_own_words(article, facts, (each.short for each in acronym.definitions))}
    return [
        each
        for each in acronym.definitions
        if each.short in places and each.confidence >= 0.9 and not ties_by_name(each)
    ]


def _wording(article: Article, definition: Definition) -> str:
    return definition.expansion or article[definition.long]


def _one_thing(first: str, second: str, similar: float) -> bool:
    one, other = first.lower(), second.lower()
    if same_wording(one, other) or one in other or other in one:
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= similar


def _says_so(article: Article, facts: Facts, definition: Definition) -> bool:
    """Whether the sentence of the second definition shows that the article knows of both."""
    sentence = facts.sentence_at(definition.short.start)
    return sentence is not None and _SAYS_SO.search(article[sentence.span]) is not None
