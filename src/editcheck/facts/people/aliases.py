"""Second names that the article gives somebody: "Osama Nasr, also known as Abu Omar"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.model import Sentence
    from editcheck.facts.people.names import NameMention

__all__ = ["aliases"]

#: What stands between two names of one person, without commas.
_LINKS = frozenset(
    (
        "also known as",
        "better known as",
        "best known as",
        "known as",
        "aka",
        "a.k.a.",
        "alias",
        "nicknamed",
        "also called",
        "born",
        "whose real name is",
        "whose real name was",
        "whose birth name was",
        "the stage name of",
    )
)


def aliases(names: Sequence[NameMention], sentences: Sequence[Sentence]) -> Iterator[tuple[NameMention, NameMention]]:
    """Yield pairs of neighbouring names that the words between them say are one person's."""
    for one, other in pairwise(names):
        if one.sentence != other.sentence:
            continue
        between = sentences[one.sentence].tokens[one.last : other.first]
        words = " ".join(token.text.lower() for token in between if token.text not in (",", "(", '"', "“", "'", "‘"))
        if words.removesuffix(" the") in _LINKS:
            yield one, other
