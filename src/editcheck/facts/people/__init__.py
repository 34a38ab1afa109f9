"""People: who is named, by which words, and what the article says they are.

The recogniser's names are a start; `candidates` and `evidence` repair them, `clusters` tells who is who, `roles` reads
what stands beside a name, `references` follows pronouns and descriptions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.facts.model import Mention, Person, QuotedText, Role, Sentence
from editcheck.facts.people.aliases import aliases
from editcheck.facts.people.clusters import fame_of, gather, gender_of
from editcheck.facts.people.names import find_names
from editcheck.facts.people.references import Known, Reference, find_references
from editcheck.facts.people.roles import roles_of_mentions
from editcheck.facts.people.tokens import repaired

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck.article import Article, Span
    from editcheck.house import House

__all__ = ["find_people"]


def find_people(
    article: Article, sentences: tuple[Sentence, ...], quoted: tuple[QuotedText, ...], house: House
) -> tuple[Person, ...]:
    """Return the people that an article names, in the order of their first mention, with mentions and roles."""
    sentences = tuple(repaired(each) for each in sentences)
    names = find_names(article, sentences, house)
    roles = roles_of_mentions(article, sentences, names)
    known = [
        Known(
            cluster,
            gender_of(cluster, house),
            _distinct(r for each in cluster.mentions for r in roles.get(each.span, ())),
            fame_of(cluster, house),
        )
        for cluster in gather(names, house, aliases(names, sentences))
    ]
    references, genders = find_references(sentences, quoted, known, article.text)
    known = [replace(each, gender=gender) for each, gender in zip(known, genders, strict=True)]
    return tuple(_person(number, each, references, article) for number, each in enumerate(known))


def _person(number: int, known: Known, references: Iterable[Reference], article: Article) -> Person:
    mentions = [Mention(each.span, each.text) for each in known.cluster.mentions]
    mentions += [Mention(each.span, article[each.span], each.kind) for each in references if each.person == number]
    best = known.cluster.best
    return Person(
        id=f"p{number + 1}",
        name=best.text,
        mentions=tuple(sorted(mentions, key=lambda each: each.span)),
        roles=known.roles,
        surname=best.parts.surname if best.parts.full else "",
        gender=known.gender,
    )


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return the roles of one person, each stretch of text once."""
    by_span: dict[Span, Role] = {}
    for role in roles:
        by_span.setdefault(role.span, role)
    return tuple(by_span[span] for span in sorted(by_span))
