"""attribution/unidentified-source and attribution/late-introduction: has the reader met whoever speaks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck import (
    BlockKind,
    Example,
    HouseEntry,
    MentionKind,
    QuotationKind,
    Related,
    Rule,
    Severity,
    Suggestion,
    load_table,
)
from editcheck_attribution.full_names import full_name_at
from editcheck_attribution.house_names import is_known
from editcheck_attribution.passages import in_running_text, is_deck, is_short_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Sentence, Token

__all__ = ["LATE", "UNIDENTIFIED", "find_late", "find_unidentified"]

#: The shares of right reports among those judged on published articles (docs/alarms.md); few are made.
_UNIDENTIFIED, _LATE = 0.8, 0.8
#: Words with a capital letter that stand before a surname and are no first name.
_RANKS = frozenset(
    ("president", "judge", "justice", "senator", "minister", "chancellor", "general", "captain", "officer", "bishop")
)
_PARTNER = re.compile(r"(?:, [A-Z]\w+)?,? and [A-Z][\w’'-]+ [A-Z]")
_WORD_BEFORE = re.compile(r"(\w+),? $")
#: So many characters before a name are looked at for the relative.
_BESIDE = 20
_WITHHELD = re.compile(
    r"\b(?:last|full|family|real|sur)[ -]?names?\b|\bfirst name only\b|\bonly (?:by )?(?:his|her|their) first name\b"
    r"|\bpseudonym\b|\bnot (?:his|her|their) real\b",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(r"\b(?:known|referred to|goes) (?:\w+ )?(?:as|by) [“\"‘']?\Z")
#: Whoever is spoken of so is made up.
_FICTION = re.compile(r"\b(?:heroine|protagonist|narrator|fictional|main character|title character)\b", re.IGNORECASE)
#: Styles that make one name enough.
_STYLES = frozenset({"Prince", "Princess", "King", "Queen", "Pope", "Duke", "Duchess", "Emperor", "Saint", "Sister"})
#: First names that are words, too: the parser takes "Will Lind" for what Lind will do.
_NAMES_AND_WORDS = frozenset(("Art", "Bill", "Drew", "Faith", "Frank", "Grace", "Grant", "Hope", "Mark", "Rob", "Will"))
#: What makes a surname the name of something else: "the Bible", "Metro-Goldwyn-Mayer".
_PART_OF_NAME = re.compile(r"(?:\b[Tt]he |-)\Z")
#: Two words glued together by the loss of a line end or a blank: "11:30 PMMara Lind".
_GLUED = re.compile(r"[\dA-Z][A-Z][a-z]+ \Z")
#: A firm or shop: its name is a surname with an 's that owns nothing ("at Lind’s.").
_SHOP = re.compile(r"[’']s?(?: ?[.,;:!?)]|$)")
#: A list of surnames, as firms are called: "Lind, Dahl, Vance and Holm".
_SURNAMES = re.compile(r"(?:, [A-Z][\w’'-]+){2,},? (?:and|&) [A-Z]")
#: A list of scorers: "Lind 53', 64'".
_SCORER = re.compile(r" \d{1,3} ?[’',;)]")
#: The signature of an agency: "Lind reported from Oslo."
_SIGNATURE = re.compile(r" (?:reported|contributed)(?: (?:from|to)|\.)")
#: A channel's programme has its host's name: "Norland Radio’s Lind".
_PROGRAMME = re.compile(r"\b(?:Channel|News|Radio|TV|Television|Network)[’']s \Z")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame", "Lord", "Lady", "Prof"})

UNIDENTIFIED = Rule(
    id="attribution/unidentified-source",
    summary="Somebody is quoted who is never introduced by full name",
    explanation=(
        "A bare surname sends the reader back through the article for somebody who is not there. Mostly the paragraph "
        "that introduced the person was cut."
    ),
    severity=Severity.WARNING,
    help="Give the full name, and say who it is, where the person first speaks.",
    when_off="Where everybody goes by one name: fan pages, family chronicles.",
    good=(
        Example("Mara Lind runs the ferry. “We had no warning,” Lind said."),
        Example("“We had no warning,” said Mara Lind, who runs the ferry."),
        Example("Tom and Mara Lind own the ferry. “We had no warning,” Tom said.", note="his surname was given"),
        Example("“I sang all night,” Madonna said.", note="known by one name"),
        Example("Ms. Mara Lind and her son, Tom, sail. “It is hard,” Tom said.", note="his surname is understood"),
        Example(
            "“I was afraid,” said Mr. Ivo, who asked that his last name not be used.", note="and why it is missing"
        ),
        Example("Prince Henrik opened the bridge. “It is long,” Henrik said.", note="his style is enough"),
    ),
    bad=(
        Example(
            "The ferry did not run on Monday. “We had no warning at all,” [[Hartmann]] said. "
            "She added that nobody had called.",
        ),
        Example("The ferry stayed in port. Mr. [[Lind]] said that he had not been warned."),
    ),
)

LATE = Rule(
    id="attribution/late-introduction",
    summary="A surname is used before the full name",
    explanation=(
        "The reader meets a bare surname, wonders who that is, and is told some paragraphs later. It happens when "
        "paragraphs change places."
    ),
    severity=Severity.WARNING,
    help="Give the full name at the first mention and the surname from then on.",
    when_off="In features that name people late on purpose.",
    good=(
        Example("Mara Lind runs the ferry. Lind has done so for years."),
        Example("“Lind never warned us,” one passenger said. Mara Lind runs the ferry.", note="a speaker's words"),
        Example("The Lind company owns the ferry. Mara Lind runs it.", note="the name of something else"),
    ),
    bad=(
        Example("The ferry stayed in port because [[Lind]] was ill.\n\nMara Lind, 52, has run it for years."),
        Example("[[Lind]] refused to sail on Monday. The wind was too strong, said Mara Lind, who runs the ferry."),
    ),
)


def find_unidentified(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each quoted person without a full name, where the person first speaks."""
    introduced, with_forename = _parts_of_full_names(facts), _after_forenames(facts.sentences, _ends_of_roles(facts))
    seen: set[str] = set()
    for quotation in facts.quotations:
        source = quotation.source
        person = facts.person(source.person) if source is not None else None
        if source is None or person is None or person.id in seen or not quotation.speech:
            continue
        if not _is_one_name(person.name) or person.name.lower() in introduced or is_known(person.name, options):
            continue
        name = next((each for each in person.names if each.span in source.span), None)
        if name is None or not in_running_text(article, name.span) or not _is_human(facts, person):
            continue
        if _shares_surname(article, person) or person.name in with_forename:
            continue
        if any(_word_before(facts, each) in _STYLES for each in person.names):
            continue
        if _is_relative(article, name) or _has_stage_name(person) or _is_withheld(article, facts, person):
            continue
        seen.add(person.id)
        yield UNIDENTIFIED.annotate(
            name.span,
            f"{person.name} is quoted and never introduced by full name",
            related=_other_mentions(person, name),
            confidence=_UNIDENTIFIED,
            keys=(person.name,),
            house=HouseEntry("one_name", person.name),
        )


def find_late(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person whose surname comes before the full name, on the surname."""
    bearers, roles = _bearers(facts), _ends_of_roles(facts)
    for person in facts.people:
        names = [each for each in person.names if in_running_text(article, each.span)]
        if not names or not _is_one_name(names[0].text) or _has_namesake(bearers, person, names[0]):
            continue
        full = next((each for each in names if not _is_one_name(each.text)), None)
        if (
            full is None
            or not (person.roles or _reads_as_person(facts, person))
            or is_known(person.name, options)
            or not _is_bare_surname(facts, names[0], full)
            or _is_no_mention(article, facts, names[0], roles)
            or _is_in_deck(article, person, names[0])
        ):
            continue
        yield LATE.annotate(
            names[0].span,
            f"{names[0].text} is only later introduced as {full.text}",
            related=[Related(full.span, "introduced here")],
            suggestions=[Suggestion(f"Write {full.text} here", (full_name_at(article, names[0].span, full.text),))],
            confidence=_LATE,
            keys=(person.name,),
            house=HouseEntry("well_known", full.text),
        )


def _is_one_name(name: str) -> bool:
    return len(name.split()) == 1


def _parts_of_full_names(facts: Facts) -> frozenset[str]:
    """Return the words of all full names: who goes by one of them was introduced with it, for all we can tell."""
    return frozenset(
        part.lower()
        for person in facts.people
        for name in person.names
        if not _is_one_name(name.text)
        for part in name.text.split()
    )


def _bearers(facts: Facts) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return by surname, in lower case, where people are first named in full, with their ids."""
    found: dict[str, list[tuple[int, str]]] = {}
    for person in facts.people:
        full = next((each for each in person.names if not _is_one_name(each.text)), None)
        if full is not None:
            found.setdefault(person.name.split()[-1].lower(), []).append((full.span.start, person.id))
    return found


def _has_namesake(bearers: Mapping[str, Sequence[tuple[int, str]]], person: Person, name: Mention) -> bool:
    """Whether somebody else of this surname was named in full before: it may as well be that person."""
    alike = bearers.get(name.text.lower(), ())
    return any(start < name.span.start and other != person.id for start, other in alike)


def _is_human(facts: Facts, person: Person) -> bool:
    """Whether more than a capital letter says that this is somebody: a role, a form of address, a pronoun, a voice."""
    if any(_is_company(facts, each) for each in person.names):
        return False
    if person.roles or any(_has_title(facts, each) or _is_who(facts, each) for each in person.names):
        return True
    if not _reads_as_person(facts, person):
        return False
    return any(each.kind is MentionKind.PRONOUN for each in person.mentions) or _has_a_voice(facts, person)


def _is_who(facts: Facts, name: Mention) -> bool:
    """Whether "who" goes on about a name: bodies and places are "which"."""
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    last = sentence.token_at(name.span.end - 1)
    return last is not None and "who" in [token.text for token in sentence.tokens[last + 1 : last + 3]]


def _is_company(facts: Facts, name: Mention) -> bool:
    """Whether a rank and a name are a company's together ("General Electric")."""
    rank = _word_before(facts, name)
    if rank.lower() not in _RANKS:
        return False
    together = (name.span.start - len(rank) - 1, name.span.end)
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    return any(each.label == "ORG" and (each.span.start, each.span.end) == together for each in sentence.entities)


def _has_a_voice(facts: Facts, person: Person) -> bool:
    """Whether a person is quoted word for word more than once."""
    direct = (each for each in facts.quotations if each.kind is QuotationKind.DIRECT and each.source is not None)
    return sum(each.source is not None and each.source.person == person.id for each in direct) > 1


def _shares_surname(article: Article, person: Person) -> bool:
    """Whether somebody is first named by a first name before another's full name ("Tom and Mara Lind")."""
    return _PARTNER.match(article.text, person.names[0].span.end) is not None


def _is_relative(article: Article, name: Mention) -> bool:
    """Whether a first name stands behind a word for a relative: the surname is understood ("his wife, Jane")."""
    word = _WORD_BEFORE.search(article.text, max(0, name.span.start - _BESIDE), name.span.start)
    relatives = load_table("editcheck_attribution", "data/relatives.toml")
    return word is not None and word.group(1).lower().removesuffix("s") in relatives


def _is_withheld(article: Article, facts: Facts, person: Person) -> bool:
    """Whether the article says, where it names a person, why it gives one name only, or that it is made up."""
    numbers = {facts.sentence_number(each.span.start) for each in person.names}
    around = sorted(numbers | {number + 1 for number in numbers})
    if any(_KNOWN_AS.search(article.text, max(0, each.span.start - _BESIDE), each.span.start) for each in person.names):
        return True
    sentences = (article[each.span] for number in around for each in facts.sentences[number : number + 1])
    return any(_WITHHELD.search(each) or _FICTION.search(each) for each in sentences)


def _has_stage_name(person: Person) -> bool:
    """Whether a person is a musician, a player or the like, who go by one name ("rapper Vento")."""
    stage = load_table("editcheck_attribution", "data/stage_roles.toml")
    return any(word in stage for role in person.roles for word in role.office.split())


def _reads_as_person(facts: Facts, person: Person) -> bool:
    """Whether the recogniser takes the name for a person at least as often as for a company or a place."""
    labels = [
        entity.label
        for name in person.names
        if (sentence := facts.sentence_at(name.span.start)) is not None
        for entity in sentence.entities
        if entity.span.overlaps(name.span)
    ]
    return 2 * labels.count("PERSON") >= len(labels)


def _has_title(facts: Facts, mention: Mention) -> bool:
    return _word_before(facts, mention).rstrip(".") in _TITLES


def _ends_of_roles(facts: Facts) -> frozenset[int]:
    """Return where roles end: the last word of one before a name is no first name ("House Speaker Lind")."""
    return frozenset(role.span.end for person in facts.people for role in person.roles)


def _after_forenames(sentences: Iterable[Sentence], roles: Collection[int]) -> frozenset[str]:
    """Return the words that stand somewhere after what may be a first name, whether it was read as one or not."""
    return frozenset(
        token.text
        for sentence in sentences
        for before, token in pairwise(sentence.tokens)
        if _may_be_forename(before) and before.span.end not in roles
    )


def _may_be_forename(token: Token) -> bool:
    """Whether a word has a capital letter as a name has, and is no title."""
    if token.pos != "PROPN" and token.text not in _NAMES_AND_WORDS:
        return False
    return (
        token.text.isalpha() and len(token.text) > 1 and token.text.lower() not in _RANKS and token.text not in _TITLES
    )


def _word_before(facts: Facts, mention: Mention) -> str:
    """Return the word before a name, or nothing at the beginning of a sentence."""
    sentence = facts.sentence_at(mention.span.start)
    index = sentence.token_at(mention.span.start) if sentence is not None else None
    return sentence.tokens[index - 1].text if sentence is not None and index else ""


def _is_bare_surname(facts: Facts, mention: Mention, full: Mention) -> bool:
    """Whether a single name is the surname of the full one and stands for the person, in the article's own words."""
    if mention.text.lower() != full.text.split()[-1].lower() or facts.is_quoted(mention.span):
        return False
    if mention.text.isupper() != full.text.isupper():  # WASHINGTON (AP) is no Denzel Washington
        return False
    if any(mention.span in each.content for each in facts.quoted):  # the name in a title: "Doctor Zhivago"
        return False
    sentence = facts.sentence_at(mention.span.start)
    index = sentence.token_at(mention.span.start) if sentence is not None else None
    if sentence is None or index is None:
        return False
    if any(each.text == "&" for each in sentence.tokens[index + 1 : index + 2]):
        return False
    return sentence.tokens[index].dep not in ("compound", "nmod", "amod")


def _is_no_mention(article: Article, facts: Facts, name: Mention, roles: Collection[int]) -> bool:
    """Whether a surname is part of something else there: a shop, a firm, a signature, glued words, a full name."""
    text, start, end = article.text, name.span.start, name.span.end
    if any(each.match(text, end) for each in (_SHOP, _SURNAMES, _SIGNATURE, _SCORER)):
        return True
    if any(each.search(text, max(0, start - _BESIDE), start) for each in (_GLUED, _PART_OF_NAME, _PROGRAMME)):
        return True
    number = facts.sentence_number(start)
    return name.text in _after_forenames(facts.sentences[number : number + 1], roles)


def _is_in_deck(article: Article, person: Person, name: Mention) -> bool:
    """Whether a deck or a line between paragraphs has the full name: in plain text it may as well be a paragraph."""
    full = (each for each in person.names if not _is_one_name(each.text) and each.span < name.span)
    blocks = (article.block_at(each.span) for each in full)
    return any(
        block.kind is BlockKind.DECK or is_deck(article, block) or is_short_line(article, block) for block in blocks
    )


def _other_mentions(person: Person, name: Mention) -> list[Related]:
    return [Related(each.span, f"{person.name} again") for each in person.names if each != name][:3]
