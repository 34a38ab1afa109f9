"""attribution/missing-role: somebody is quoted by name, and the article never says who that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, HouseEntry, MentionKind, Option, QuotationKind, Rule, Severity, SourceKind, load_table
from editcheck_attribution.beside_names import is_situated, says_who
from editcheck_attribution.house_names import is_known
from editcheck_attribution.passages import in_running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Quotation

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/missing-role",
    summary="Somebody is quoted by name, and the article never says who that is",
    explanation=(
        "A name alone does not tell the reader why this person's word counts: as a witness, an expert or a party to "
        "the story. Mostly the words that said so fell to a cut."
    ),
    severity=Severity.SUGGESTION,
    help=(
        "Say in the same sentence who this is: an office, a trade, a relation, an age and a home. For somebody whom "
        "every reader knows put the name on the house list well_known."
    ),
    options=(
        Option(
            "mentions",
            5,
            "whoever is named so many times is taken for somebody whom the article is about, and not reported",
            minimum=2,
        ),
    ),
    when_off="Where readers know everybody who speaks: the pages of a club, a parish, a company.",
    good=(
        Example("“We had no warning,” said Mara Lind, who runs the ferry."),
        Example("“We had no warning,” said Mara Lind, 54, of Norby."),
        Example("Her neighbour Tom Vance heard it too. “It was the wind,” said her husband, Jan Holm."),
        Example("“We had no warning,” said Mara Lind. She has run the ferry for thirty years."),
        Example("One of the passengers disagreed. “We had no warning,” said Mara Lind.", note="she is that passenger"),
        Example("“We had no warning,” Angela Merkel said.", note="on the house list"),
    ),
    bad=(
        Example("The ferry stayed in port. “We had no warning at all,” said [[Mara Lind]]. The wind was strong."),
        Example("The ferry stayed in port.\n\n[[Mara Lind]] said that nobody had called before the storm."),
    ),
)

_CONFIDENCE = 0.7
#: Marks that begin the entries of a list of links or of news in brief, where names stand without introduction.
_BULLETS = ("-", "–", "—", "~", "*", "•", "·")
#: Brings in somebody of a kind, whom the next sentence names.
_ONE_OF_THEM = re.compile(r"(?:One|Another|A (?:second|third|fourth)|Some|Others?|Among)\b")
#: Plain verbs of saying by which no claim is made.
_SAYING = frozenset({"announce", "ask", "respond", "reveal", "tell", "tweet"})


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each quoted person whom nothing introduces, on the first name."""
    most = options.number(RULE, "mentions")
    for name, quotation in _first_names_of_sources(facts).items():
        person = facts.person(quotation.source.person) if quotation.source is not None else None
        if person is None or len(person.names) >= most or is_known(person.name, options):
            continue
        if (
            _is_bare(article, facts, person)
            and not _is_example(article, facts, name)
            and _stands_in_a_story(article, name)
        ):
            yield RULE.annotate(
                name.span,
                f"{person.name} is quoted here, and the article never says who that is",
                confidence=_CONFIDENCE,
                keys=(person.name,),
                house=HouseEntry("well_known", person.name),
            )


def _first_names_of_sources(facts: Facts) -> dict[Mention, Quotation]:
    """Return the full names by which people are first spoken of, and at once quoted, with what they say."""
    found: dict[Mention, Quotation] = {}
    for quotation in facts.quotations:
        source = quotation.source
        person = facts.person(source.person) if source is not None else None
        if source is None or person is None or not person.surname or not _is_speech(facts, quotation):
            continue
        first = person.names[0]
        if " " in first.text and first.span in source.span and not facts.is_quoted(first.span):
            found.setdefault(first, quotation)
    return found


def _is_speech(facts: Facts, quotation: Quotation) -> bool:
    """Whether somebody says something, between quotation marks or by a plain verb of saying ("attacked" is a deed)."""
    if not quotation.speech or quotation.cue is None:
        return False
    sentence = facts.sentence_at(quotation.cue.start)
    claims = load_table("editcheck_attribution", "data/claims.toml")
    return quotation.kind is not QuotationKind.INDIRECT or (
        sentence is not None
        and any(
            {token.lemma.lower()} & (claims.keys() | _SAYING)
            for token in sentence.tokens
            if token.span in quotation.cue
        )
    )


def _is_bare(article: Article, facts: Facts, person: Person) -> bool:
    """Whether nothing in the article says who somebody is: no role, no description, no words beside a name, no deed."""
    if person.roles or any(each.kind is MentionKind.DESCRIPTION for each in person.mentions):
        return False
    own = [each for each in person.names if not facts.is_quoted(each.span)]
    if any(says_who(article, facts, each) or _is_byword(article, each) for each in own):
        return False
    number = facts.sentence_number(person.names[0].span.start)
    near = range(max(0, number - 1), min(len(facts.sentences), number + 2))
    return not any(is_situated(facts, person, each) for each in near)


def _is_byword(article: Article, name: Mention) -> bool:
    """Whether a surname alone owns something ("Lind's followers"): the article counts on its being known."""
    return " " not in name.text and article.text.startswith(("'", "’"), name.span.end)


def _is_example(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether somebody without a name has just spoken, whom the name may be meant to be ("one passenger disagreed")."""
    number = facts.sentence_number(name.span.start)
    before, block = facts.sentences[max(0, number - 1)], facts.sentences[number].block
    if _ONE_OF_THEM.match(article.text, before.span.start, before.span.end) and before.block == block:
        return True
    sources = (each.source for each in facts.quotations if each.source is not None)
    return any(
        each.kind is SourceKind.ANONYMOUS
        and before.span.start <= each.span.start < name.span.start
        and (before.block == block or each.text.split()[0].lower() not in ("a", "an"))
        for each in sources
    )


def _stands_in_a_story(article: Article, name: Mention) -> bool:
    block = article.block_at(name.span)
    return in_running_text(article, name.span) and not article[block.span].startswith(_BULLETS)
