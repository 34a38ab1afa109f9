"""acronyms/undefined: a short form that is never explained."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import BlockKind, Example, HouseEntry, Option, Rule, Severity
from editcheck_acronyms.descriptions import is_described
from editcheck_acronyms.places import own_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Acronym, Annotation, Article, Facts, Options, Span

RULE = Rule(
    id="acronyms/undefined",
    summary="A short form is never explained",
    explanation=(
        "A reader who does not know the letters cannot look them up on the page and guesses, or stops reading. "
        "What every reader knows is on the house list (`[house.acronyms]` in the configuration); everything else "
        "is spelt out once. Units, numerals, party tags, tickers and capitals for emphasis are no short forms to "
        "explain."
    ),
    severity=Severity.WARNING,
    help="Spell it out at its first use, with the short form in brackets; or add it to the house list.",
    options=(
        Option("longest", 6, "capitals of more letters are taken for a name or for emphasis", minimum=2),
        Option("descriptions", True, "words beside the short form that say what it is are explanation enough"),
        Option("ignore", (), "short forms that need no explanation, besides the house list"),
    ),
    when_off="In trade papers whose readers know the letters better than the words.",
    good=(
        Example("The World Meteorological Organization (WMO) sent two ships. The WMO expects them back in May."),
        Example("NATO and the EU met in Brussels. The CIA sent nobody.", note="every reader knows these"),
        Example("Sen. Ann Vale (R-IN) asked for 40 MW of power and a copy of Henry VIII."),
        Example('"The DVLO lost my papers," Vale said.', note="the speaker's words, not the article's"),
        Example("The HSBT, an agency of the city, came on Monday.", note="the reader learns what it is"),
        Example("The port was handed to the liberal TVK party."),
        Example("She runs GKR Harbor Sciences from Oslo.", note="the letters are part of a company's name"),
        Example("DEEP DIVE — The harbor will NOT close, the mayor said."),
        Example("Shares of Nordhafen (NYSE: NHF) fell by a third."),
        Example('<p>The <abbr title="Harbor Safety Board">HSB</abbr> has closed two piers.</p>', html=True),
        Example(
            "<p>Ferries won.</p><table><tr><td>GBX</td><td>12</td></tr><tr><td>Lind KBY</td><td>9</td></tr></table>",
            note="codes in a table",
            html=True,
        ),
    ),
    bad=(
        Example("Two inspectors of the [[HSBT]] came on Monday. The HSBT did not explain why.", note="once is enough"),
        Example("The minister met officials of the [[BVKL]] and of NATO in Oslo."),
        Example("Three aid groups, among them [[FWRC]], left the city."),
        Example("The [[HSBT]], an agency of the city, said nothing.", options=(("descriptions", False),)),
        Example("The bill would hand the ports over to the [[P.T.K.]], which runs the railways."),
    ),
)

_SHAPE = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?|(?=(?:.*[A-Z]){2})[A-Z0-9]+(?:[&/–-][A-Z0-9]+)*s?|[A-Z]{1,2}[a-z][A-Z]{1,2}"
)


#: As judged on 728 articles of PolNeAR and DWIE: 11 of 17 were right, with two right ones of three counted beforehand.
_WORTH = 0.65
#: Letters in pairs are more often something else: of those in Wikipedia's articles annotators call 13 of 22 acronyms.
_WORTH_OF_TWO_LETTERS = 0.6
#: A table's cell with so many words is text; pages are laid out with tables, too.
_FEWEST_WORDS = 6


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on the first use of each short form that nothing explains."""
    longest = options.number(RULE, "longest")
    ignored = options.words(RULE, "ignore")
    described = options.flag(RULE, "descriptions")
    for acronym in facts.acronyms:
        if _is_unexplained(acronym) and acronym.form not in ignored and _letters(acronym.form) <= longest:
            mentions = [each for each in own_mentions(article, facts, acronym) if not _in_table(article, each)]
            if mentions and not (described and is_described(article, facts, mentions)):
                yield RULE.annotate(
                    mentions[0],
                    f"“{acronym.form}” is never explained",
                    confidence=_WORTH if _letters(acronym.form) > 2 else _WORTH_OF_TWO_LETTERS,
                    keys=(acronym.form,),
                    house=HouseEntry("acronyms", acronym.form),
                )


def _in_table(article: Article, span: Span) -> bool:
    """Whether a form stands in a cell of figures and codes, not of text: tables are read with their headings."""
    block = article.block_at(span)
    return block.kind is BlockKind.TABLE_CELL and len(article[block.span].split()) < _FEWEST_WORDS


def _is_unexplained(acronym: Acronym) -> bool:
    explained = acronym.known or acronym.definitions or acronym.long_form
    return not explained and _SHAPE.fullmatch(acronym.form) is not None


def _letters(form: str) -> int:
    return sum(map(str.isalpha, form))
