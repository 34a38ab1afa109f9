"""acronyms/mismatched-definition: the letters in brackets do not fit the name before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity
from editcheck_acronyms.places import bracketed, own_definitions, ties_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options

RULE = Rule(
    id="acronyms/mismatched-definition",
    summary="The letters of a short form do not fit the long form that explains it",
    explanation=(
        "One wrong letter, or two that changed places, is a slip of the keyboard or a wrong name: either the "
        "short form or the long one is not what the body calls itself. Letters of a foreign name do not fit its "
        "translation, and are left alone: only near misses are reported."
    ),
    severity=Severity.WARNING,
    help="Check both against the body's own name.",
    when_off="Where most short forms come from other languages.",
    good=(
        Example("The Harbor Safety Board (HSB) met. The HSB was brief."),
        Example("The International Football Federation (FIFA) met.", note="a foreign name"),
        Example("Doctors Beyond Borders (MSF) sent two planes. MSF has ten.", note="a foreign name"),
        Example("The Ministry for Science and Technology (MOST) paid. MOST has money."),
    ),
    bad=(
        Example("The Harbor Safety Board ([[HBS]]) met. The HBS was brief."),
        Example("Trucks of the Fresh Water Relief Committee ([[FWRS]]) left. The FWRS has twelve."),
        Example("The Lake Towns Rail Authority ([[LTTRA]]) closed. The LTTRA is broke."),
    ),
)

_SMALL = frozenset(("a", "an", "and", "at", "by", "de", "for", "from", "in", "of", "on", "the", "to", "with"))


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each bracketed short form that misses the initials of the name before it by one letter."""
    for acronym in facts.acronyms:
        for definition in own_definitions(article, facts, acronym):
            long = article[definition.long]
            if not acronym.known and ties_by_name(definition) and bracketed(article, definition):
                form, initials = article[definition.short].upper(), _initials(long)
                nearest = (initials[-n:] for n in (len(form), len(form) + 1, len(form) - 1))
                missed = next((letters for letters in nearest if _is_near_miss(form, letters)), None)
                if missed:
                    yield RULE.annotate(
                        definition.short,
                        f"“{article[definition.short]}” does not fit “{long}”, whose letters are {missed}",
                        confidence=0.6,
                        keys=(acronym.form, long.lower()),
                    )


def _initials(long: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", long)
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL)


def _is_near_miss(form: str, initials: str) -> bool:
    """Whether one letter differs, is missing or is too much, or two neighbors changed places; the first must fit."""
    if (
        min(len(form), len(initials)) < 3
        or form[0] != initials[:1]
        or abs(len(form) - len(initials)) > 1
        or form == initials
    ):
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(form, initials, strict=False)) if a != b), min(len(form), len(initials))
    )
    mine, its = form[start:], initials[start:]
    return (
        mine[1:] == its[1:]
        or (mine[1:] == its and len(form) > 3)
        or (mine == its[1:] and len(form) > 3)
        or (mine[:2] == its[1::-1] and mine[2:] == its[2:])
    )
