"""attribution/missing-role: somebody is quoted by name, and the article never says who that is."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck import Example, HouseEntry, MentionKind, Option, QuotationKind, Rule, Severity, SourceKind, load_table
from editcheck_attribution.beside_names import is_situated, says_who
from editcheck_attribution.house_names import is_known
from editcheck_attribution.passages import in_running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Quotation, Sentence, Source

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
#: So many sentences after the first mention somebody must speak.
_SOON = 2
#: Goes back to somebody who was spoken of before the name is told: "In his letter, Holm said".
_BACK = re.compile(r"\b(?:In|At|On|With|From|During) (?:his|her)\b")
_CITED = re.compile(r"\bAs \Z")
#: Whoever has an opponent in the sentence is a candidate.
_RIVAL = re.compile(r"[^.!?\n]{1,200}?\b(?:his|her) (?:\w+ ){0,2}(?:opponent|rival|challenger|running mate)\b")
#: Plain verbs of saying by which no claim is made.
_SAYING = frozenset(
    (
        *("announce", "ask", "concede", "continue", "declare", "joke", "quip"),
        *("recall", "reply", "respond", "reveal", "tell", "testify", "tweet"),
    )
)
#: Reports of what somebody wrote somewhere: the work or the newspaper says enough of him.
_ELSEWHERE = frozenset({"explain", "report", "call", "label", "describe", "portray"})
_WRITING = frozenset({"write", "report", "tweet", "post", "blog", "note"})
_WORKS = frozenset({"article", "column", "essay", "book", "op-ed", "memoir", "editorial"})


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each quoted person whom nothing introduces, on the first name."""
    most = options.number(RULE, "mentions")
    for name, person in _first_names_of_sources(facts).items():
        if len(person.names) >= most or is_known(person.name, options):
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


def _first_names_of_sources(facts: Facts) -> dict[Mention, Person]:
    """Return the full names by which people are first spoken of, as sources, who speak there or right after."""
    sources: dict[Mention, Person] = {}
    speaking: dict[str, list[int]] = defaultdict(list)
    for quotation in facts.quotations:
        person = facts.person(quotation.source.person) if quotation.source is not None else None
        if quotation.source is None or person is None or not person.surname or not quotation.speech:
            continue
        first = person.names[0]
        if " " in first.text and first.span in quotation.source.span and _is_told_there(facts, quotation, first):
            sources[first] = person
        if _is_plain(facts, quotation, quotation.source):
            speaking[person.id].append(facts.sentence_number(quotation.source.span.start))
    return {
        first: person
        for first, person in sources.items()
        if any(0 <= each - facts.sentence_number(first.span.start) <= _SOON for each in speaking[person.id])
    }


def _is_told_there(facts: Facts, quotation: Quotation, name: Mention) -> bool:
    """Whether a name has a cue in its own sentence, which is the article's own and names no book or newspaper."""
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    if quotation.cue is None or quotation.cue not in sentence.span or facts.is_quoted(name.span):
        return False
    cues = [token.lemma.lower() for token in sentence.tokens if token.span in quotation.cue]
    return not any(_is_from_a_work(facts, sentence, each) for each in cues)


def _is_plain(facts: Facts, quotation: Quotation, source: Source) -> bool:
    """Whether somebody is quoted by a plain verb of saying beside the source: "attacked" is a deed.

    Who is quoted from a book, a newspaper or a post is mostly told by it.
    """
    sentence = facts.sentences[facts.sentence_number(source.span.start)]
    if quotation.cue is None or quotation.cue not in sentence.span:
        return False
    inside = [index for index, token in enumerate(sentence.tokens) if token.span in source.span]
    around = {sentence.tokens[index].head for index in inside} | {inside[0] - 1, inside[-1] + 1} if inside else set()
    verbs = [sentence.tokens[each] for each in sorted(around - set(inside)) if 0 <= each < len(sentence.tokens)]
    verb = next((each for each in verbs if each.span in quotation.cue), None)
    if verb is None:
        return bool(inside) and sentence.tokens[max(0, inside[0] - 2)].text.lower() == "according"
    lemma = verb.lemma.lower()
    if quotation.kind is QuotationKind.INDIRECT and (verb.tag == "VBG" or lemma in _ELSEWHERE):
        return False
    claims = load_table("editcheck_attribution", "data/claims.toml")
    return lemma in claims.keys() | _SAYING and not _is_from_a_work(facts, sentence, lemma)


def _is_bare(article: Article, facts: Facts, person: Person) -> bool:
    """Whether nothing in the article says who somebody is: no role, no description, no words beside a name, no deed."""
    if person.roles or any(each.kind is MentionKind.DESCRIPTION for each in person.mentions):
        return False
    own = [each for each in person.names if not facts.is_quoted(each.span)]
    if any(says_who(article, facts, each) or _is_byword(article, each) for each in own):
        return False
    number = facts.sentence_number(person.names[0].span.start)
    near = range(max(0, number - 1), min(len(facts.sentences), number + 2))
    after = [word.lower() for word in article[facts.sentences[near[-1]].span].split(maxsplit=2)[:2]]
    if after[0] == "the" and after[-1] in load_table("editcheck_attribution", "data/relatives.toml"):
        return False  # "The daughter of the mayor" goes on about whoever was named
    return not any(is_situated(facts, person, each) for each in near)


def _is_from_a_work(facts: Facts, sentence: Sentence, lemma: str) -> bool:
    """Whether a sentence tells where somebody's words stood: "in her book", "wrote in The Guardian"."""
    if any(token.lemma.lower() in _WORKS and not facts.is_quoted(token.span) for token in sentence.tokens):
        return True
    return lemma in _WRITING and any(
        before.text.lower() in ("in", "on", "for", "at") and token.tag in ("NNP", "DT") and token.text[:1].isupper()
        for before, token in pairwise(sentence.tokens)
    )


def _is_byword(article: Article, name: Mention) -> bool:
    """Whether the article counts on a name's being known: "Lind’s followers", or "As Lind said".

    Who has an opponent in the sentence is told by that, too.
    """
    if " " not in name.text:
        return article.text.startswith(("'", "’"), name.span.end)
    return _CITED.search(article.text, max(0, name.span.start - 4), name.span.start) is not None or (
        _RIVAL.match(article.text, name.span.end) is not None
    )


def _is_example(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether somebody without a name has just spoken, whom the name may be meant to be ("one passenger disagreed")."""
    number = facts.sentence_number(name.span.start)
    before, block = facts.sentences[max(0, number - 1)], facts.sentences[number].block
    if _BACK.search(article.text, facts.sentences[number].span.start, name.span.start):
        return True
    if _ONE_OF_THEM.match(article.text, before.span.start, before.span.end) and before.block == block:
        return True
    sources = (each.source for each in facts.quotations if each.source is not None)
    return any(
        each.kind is SourceKind.ANONYMOUS
        and before.span.start <= each.span.start < name.span.start
        and not facts.is_quoted(each.span)
        and (before.block == block or _ONE_OF_THEM.match(each.text.capitalize()))
        for each in sources
    )


def _stands_in_a_story(article: Article, name: Mention) -> bool:
    block = article.block_at(name.span)
    listed = article[block.span].startswith(_BULLETS) or article.text[name.span.start - 1 : name.span.start] in _BULLETS
    return in_running_text(article, name.span) and not listed
