"""People: who is named, by which words, and what the article says they are.

The recogniser's names are a start; `candidates` and `evidence` repair them, `clusters` tells who is who, `roles` reads
what stands beside a name, `references` follows pronouns and descriptions.
"""

from __future__ import annotations

from editcheck.article import Article
from editcheck.facts.model import Mention, Person, QuotedText, Sentence
from editcheck.facts.people.clusters import gather
from editcheck.facts.people.names import find_names
from editcheck.house import House

__all__ = ["find_people"]


def find_people(
    article: Article, sentences: tuple[Sentence, ...], quoted: tuple[QuotedText, ...], house: House
) -> tuple[Person, ...]:
    """Return the people that an article names, in the order of their first mention, with mentions and roles."""
    people = []
    for number, cluster in enumerate(gather(find_names(article, sentences)), start=1):
        mentions = tuple(Mention(each.span, each.text) for each in cluster.mentions)
        people.append(Person(f"p{number}", cluster.best.text, mentions, ()))
    return tuple(people)
