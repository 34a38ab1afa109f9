"""roles/shared-surname: a bare surname that two people of the article bear, and no telling which is meant."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck import Example, Option, Related, Rule, Severity
from editcheck_roles.places import in_own_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person

__all__ = ["RULE", "find"]

#: Dependencies of somebody who takes part in what a sentence tells.
_PARTS = frozenset(("nsubj", "nsubjpass", "dobj", "conj", "agent", "appos", "attr", "dative", "ROOT"))

RULE = Rule(
    id="roles/shared-surname",
    summary="A bare surname could be either of two people in the article.",
    explanation=(
        "Where two people share a surname, the surname alone sends the reader back to find out who is speaking. News "
        "style gives first names, titles or Mr. and Mrs. throughout in such a story."
    ),
    severity=Severity.WARNING,
    help="Give the full name, a title or a first name.",
    options=(
        Option("near", 2, "how many sentences back a full name settles whom the surname means", minimum=0),
        Option("settled", 3, "after how many bare surnames of one person nobody else is thought of", minimum=1),
    ),
    when_off="In family stories where the house style is different.",
    good=(
        Example("Anna Lind met Peter Lind on Monday.\n\nAnna Lind spoke first. Peter Lind left early."),
        Example("Anna Lind spoke on Monday. Lind was tired.\n\nHer cousin Peter Lind stayed away."),
        Example("Anna Lind met Peter Lind on Monday.\n\nMrs. Lind spoke first.", note="the form of address tells"),
        Example("Anna and Peter Lind run the shop. Anna keeps the books.", note="first names"),
    ),
    bad=(
        Example("Anna Lind met Peter Lind on Monday.\n\n[[Lind]] was in a good mood."),
        Example(
            "Senator Ruth Vance and her rival, Mark Vance, debated on Monday. The hall was full, but [[Vance]] spoke "
            "softly.",
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
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in facts.people:
        if person.surname:
            by_surname[person.surname.casefold()].append(person)
    for people in by_surname.values():
        if len(people) > 1 and (found := _first_unclear(article, facts, options, people)):
            yield _report(*found)


def _first_unclear(
    article: Article, facts: Facts, options: Options, people: Sequence[Person]
) -> tuple[_Named, _Named, _Named] | None:
    near, settled = options.number(RULE, "near"), options.number(RULE, "settled")
    names = _names(article, facts, people)
    bare: dict[str, int] = defaultdict(int)
    for number, here in enumerate(names):
        if here.full:
            continue
        if bare[here.person.id] >= settled:
            return None
        bare[here.person.id] += 1
        lately = [each for each in names[:number] if here.sentence - each.sentence <= near]
        rivals = {each.person.id for each in lately if each.full and _takes_part(facts, each)}
        if len(rivals) > 1 and _stands_alone(article, facts, here):
            ids = sorted(rivals)
            first, second = (next(each for each in reversed(lately) if each.person.id == id) for id in ids[:2])
            return here, first, second
    return None


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
    heads = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return any(sentence.tokens[i].dep in _PARTS for i in heads)


def _report(here: _Named, first: _Named, second: _Named) -> Annotation:
    one, other = first.person.name, second.person.name
    return RULE.annotate(
        here.mention.span,
        f"“{here.mention.text}” could be {one} or {other}",
        related=[Related(first.mention.span, one), Related(second.mention.span, other)],
        confidence=0.7,
        keys=(here.mention.text, *sorted((one, other))),
    )
