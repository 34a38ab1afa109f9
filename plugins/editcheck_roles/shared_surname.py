"""roles/shared-surname: a bare surname that two people of the article bear, and no telling which is meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck import Example, Option, Related, Rule, Severity
from editcheck_roles.namesakes import by_surname
from editcheck_roles.places import in_own_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Sentence

__all__ = ["RULE", "find"]

#: Dependencies of somebody who takes part in what a sentence tells.
_PARTS = frozenset(("nsubj", "nsubjpass", "dobj", "conj", "agent", "appos", "attr", "dative", "ROOT"))
_GENDERS = {"he": "male", "she": "female"}

RULE = Rule(
    id="roles/shared-surname",
    summary="A bare surname could be either of two people in the article",
    explanation=(
        "Where two people share a surname, the surname alone sends the reader back to find out who is speaking. News "
        "style gives first names, titles or Mr. and Mrs. throughout in such a story."
    ),
    severity=Severity.WARNING,
    help="Give the full name, a title or a first name.",
    options=(
        Option("near", 2, "how many sentences back a full name settles whom the surname means", minimum=0),
        Option(
            "settled", 3, "after how many bare surnames of one person only full names right before matter", minimum=1
        ),
    ),
    when_off="In family stories where the house style is different.",
    good=(
        Example("Anna Lind met Peter Lind on Monday.\n\nAnna Lind spoke first. Peter Lind left early."),
        Example("Anna Lind spoke on Monday. Lind was tired.\n\nHer cousin Peter Lind stayed away."),
        Example("Anna Lind met Peter Lind on Monday.\n\nMrs. Lind spoke first.", note="the form of address tells"),
        Example(
            "Anna Lind spoke on Monday. Lind was tired. Lind left early. Lind came back. Lind met Peter Lind.\n\nRain "
            "fell.\n\nAnna Lind smiled. The hall was full.\n\nLind spoke for an hour.",
            note="the surname is settled on one of them by then",
        ),
        Example("Anna and Peter Lind run the shop. Anna keeps the books.", note="first names"),
        Example("Anna Lind met Peter Lind on Monday.\n\nLind said she was glad.", note="the pronoun tells"),
    ),
    bad=(
        Example("Anna Lind met Peter Lind on Monday.\n\n[[Lind]] was in a good mood."),
        Example(
            "Senator Ruth Vance and her rival, Mark Vance, debated on Monday. The hall was full, but [[Vance]] spoke "
            "softly.",
        ),
        Example(
            "Anna Lind spoke on Monday. Lind was tired. Lind left early. Lind came back.\n\nPeter Lind, a teacher, "
            "agreed with Anna Lind. [[Lind]] asked for more time.",
            note="both right before, whoever was called so until then",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A mention by name, whose it is taken for, and in which sentence."""

    mention: Mention
    person: Person
    sentence: int
    full: bool


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each surname that two people share and that stands alone where it could be either."""
    for people in by_surname(facts).values():
        if len(people) > 1 and (found := _first_unclear(article, facts, options, people)):
            yield _report(*found)


def _first_unclear(
    article: Article, facts: Facts, options: Options, people: Sequence[Person]
) -> tuple[_Named, _Named, _Named] | None:
    names = _names(article, facts, people)
    bare: dict[str, int] = defaultdict(int)
    for number, here in enumerate(names):
        if here.full:
            continue
        settled = bare[here.person.id] >= options.number(RULE, "settled")
        bare[here.person.id] += 1
        lately = _named_lately(facts, names[:number], here, options.number(RULE, "near"), settled)
        lately = _fitting_pronoun(facts, here, lately)
        if len(lately) > 1 and _stands_alone(article, facts, here):
            first, second = sorted(lately, key=lambda each: each.person.id)[:2]
            return here, first, second
    return None


def _named_lately(facts: Facts, before: Sequence[_Named], here: _Named, near: int, settled: bool) -> list[_Named]:
    """Return the last mention of each person who was named in full, as taking part, a few sentences ago at most.

    Once a bare surname is settled on one person, others count only where this sentence or the one before names them.
    """
    full = {each.person.id: each for each in before if each.full and _takes_part(facts, each)}
    if settled:
        return [each for each in full.values() if each.sentence in (here.sentence, here.sentence - 1)]
    return [each for each in full.values() if here.sentence - each.sentence <= near]


def _fitting_pronoun(facts: Facts, here: _Named, lately: list[_Named]) -> list[_Named]:
    """Leave out whom the pronoun of a speaker does not fit: "Lind said she was tired"."""
    sentence = facts.sentences[here.sentence]
    at = sentence.token_at(here.mention.span.start)
    if at is None or sentence.tokens[at].dep != "nsubj":
        return lately
    clauses = [i for i in sentence.children[sentence.tokens[at].head] if sentence.tokens[i].dep == "ccomp" and i > at]
    subjects = [sentence.tokens[i] for clause in clauses for i in sentence.children[clause]]
    genders = {_GENDERS.get(token.text.lower()) for token in subjects if token.dep in ("nsubj", "nsubjpass")} - {None}
    return [each for each in lately if not genders or each.person.gender in ("", *genders)]


def _names(article: Article, facts: Facts, people: Sequence[Person]) -> list[_Named]:
    found = [
        _Named(mention, person, facts.sentence_number(mention.span.start), " " in mention.text)
        for person in people
        for mention in person.names
        if in_own_words(article, facts, mention.span)
        and (" " in mention.text or mention.text.casefold() == person.surname.casefold())
    ]
    return sorted(found, key=lambda each: each.mention.span)


def _stands_alone(article: Article, facts: Facts, here: _Named) -> bool:
    """Whether a surname stands for a person without a title, and not before a noun ("the Clinton campaign")."""
    sentence = facts.sentences[here.sentence]
    at = sentence.token_at(here.mention.span.start)
    if at is None or sentence.tokens[at].dep in ("compound", "nmod", "amod"):
        return False
    before = sentence.tokens[at - 1] if at else None
    return before is None or not before.text[0].isupper() or before.tag not in ("NNP", "NNPS", "NN")


def _takes_part(facts: Facts, named: _Named) -> bool:
    """Whether a person acts or is acted on in the sentence, not just named to describe another."""
    sentence = facts.sentences[named.sentence]
    inside = [i for i, token in enumerate(sentence.tokens) if token.span in named.mention.span]
    if _in_brackets(sentence, named.mention.span.start):
        return False
    heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return any(sentence.tokens[i].dep in _PARTS or _hangs_on_verb(sentence, i) for i in heads)


def _in_brackets(sentence: Sentence, offset: int) -> bool:
    """Whether a name stands in brackets: told on the way, and not what the sentence is about."""
    marks = [token.text for token in sentence.tokens if token.span.start < offset and token.text in ("(", ")")]
    return marks.count("(") > marks.count(")")


def _hangs_on_verb(sentence: Sentence, index: int) -> bool:
    """Whether a preposition ties a name to a verb ("agreed with Anna Lind"), not to a noun ("the wife of Jan Lind")."""
    tokens = sentence.tokens
    preposition = tokens[index].head
    return tokens[index].dep == "pobj" and tokens[tokens[preposition].head].pos in ("VERB", "AUX")


def _report(here: _Named, first: _Named, second: _Named) -> Annotation:
    one, other = first.person.name, second.person.name
    return RULE.annotate(
        here.mention.span,
        f"“{here.mention.text}” could be {one} or {other}",
        related=[Related(first.mention.span, one), Related(second.mention.span, other)],
        confidence=0.7,
        keys=(here.mention.text, *sorted((one, other))),
    )
