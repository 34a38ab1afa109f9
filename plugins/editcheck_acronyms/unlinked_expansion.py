"""acronyms/unlinked-expansion: the long form here, the short form there, and nothing ties them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Example, HouseEntry, Related, Rule, Severity, Span, Suggestion
from editcheck_acronyms.places import in_own_words, own_mentions, stands_with
from editcheck_acronyms.wordings import is_open_to_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Facts, Options

RULE = Rule(
    id="acronyms/unlinked-expansion",
    summary="The long form and the short form both stand in the article, and nothing ties them",
    explanation=(
        "A reader who meets the full name in one paragraph and bare letters in another must find out alone that "
        "they are one thing. Letters in brackets after the name cost nothing and settle it."
    ),
    severity=Severity.WARNING,
    help="Put the short form in brackets after the long form, where that first stands.",
    when_off="Where house style never puts short forms in brackets.",
    good=(
        Example("Cho works at the Center for Harbor and Island Studies (CHIS). She spoke on a CHIS podcast."),
        Example("The World Health Organization was warned. WHO did not answer.", note="known to every reader"),
        Example('She is with the Center for Harbor and Island Studies. "CHIS pays me," she said.'),
        Example(
            "Pacific Lamp & Electric rose. PL&E is listed in Oslo.", note="the short form is the company's own name"
        ),
    ),
    bad=(
        Example(
            "Cho, of the Center for Harbor and Island Studies, wrote it.\n\nShe spoke on a [[CHIS]] podcast.",
            note="the suggestion puts (CHIS) after the name",
        ),
        Example("The Fresh Water Relief Committee has left. Trucks of the [[FWRC]] were seen in the hills on Monday."),
        Example("[[LTRA]] trains stopped at noon. The Lake Towns Rail Authority, which is broke, blamed the snow."),
    ),
)


#: As judged on 728 articles of PolNeAR and DWIE: all 28 were right, with two right ones of three counted beforehand.
_WORTH = 0.97


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first use of each short form whose long form stands elsewhere, untied."""
    for acronym in facts.acronyms:
        if acronym.known or acronym.definitions or not acronym.long_mentions or "&" in acronym.form:
            continue
        mentions = own_mentions(article, facts, acronym)
        if (
            not mentions
            or any(_is_person(facts, long) for long in acronym.long_mentions)
            or any(stands_with(article, mentions[0], long) for long in acronym.long_mentions)
        ):
            continue
        long = next(in_own_words(article, facts, acronym.long_mentions), acronym.long_mentions[0])
        yield RULE.annotate(
            mentions[0],
            f"“{acronym.form}” seems to be “{article[long]}”, but nothing in the article ties the two",
            related=[Related(long, f"the long form, without “({acronym.form})”")],
            suggestions=_repair(article, facts, acronym, long, mentions[0]),
            confidence=_WORTH,
            keys=(acronym.form, article[long].lower()),
            house=HouseEntry("acronyms", acronym.form, article[long]),
        )


def _is_person(facts: Facts, long: Span) -> bool:
    """Whether this is somebody’s name: a reader who has met her knows her initials."""
    return any(long in mention.span for person in facts.people for mention in person.mentions)


def _repair(article: Article, facts: Facts, acronym: Acronym, long: Span, short: Span) -> tuple[Suggestion, ...]:
    if long.end > short.start or not is_open_to_brackets(article, facts, long):
        return ()
    insertion = Edit(Span(long.end, long.end), f" ({acronym.form})")
    message = f"Insert “({acronym.form})” after “{article[long]}”"
    return (Suggestion(message, (insertion,), safe=_is_certain(article, acronym.form, long)),)


def _is_certain(article: Article, form: str, long: Span) -> bool:
    """Whether nothing but these letters can be meant, and the long form is no part of a longer name.

    Safe, for all 28 that were judged were right: each capital of the name is a letter in its turn, and a reader loses
    nothing by the brackets.
    """
    capitals = "".join(letter for letter in re.findall(r"\b[^\W\d_]", article[long]) if letter.isupper())
    behind = article.text[long.end : long.end + 2].strip()
    return capitals == form and len(form) > 2 and not behind[:1].isupper()
