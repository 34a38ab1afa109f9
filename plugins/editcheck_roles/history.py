"""Whether a role is told of another time than the day of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import RoleStatus, Span
from editcheck_roles.clauses import clause_of

if TYPE_CHECKING:
    from editcheck import Article, Facts, Role, Sentence

__all__ = ["is_history", "is_told_in_the_past"]

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


def is_history(article: Article, facts: Facts, role: Role) -> bool:
    """Whether a role is told of another time: "became mayor", or with a year before that of publication."""
    if role.status is not RoleStatus.FORMER and is_told_in_the_past(facts, role):
        return True
    sentence = facts.sentences[facts.sentence_number(role.span.start)]
    at = sentence.token_at(role.span.start)
    years = [index for index, token in enumerate(sentence.tokens) if _is_past_year(token.text, article)]
    return at is not None and any(_dates(sentence, each, at) for each in years)


def is_told_in_the_past(facts: Facts, role: Role) -> bool:
    """Whether a verb in the past says the role: "was the mayor" at the time the sentence speaks of."""
    if role.mention is None or role.mention.end > role.span.start:
        return False
    between = Span(role.mention.end, role.span.start)
    sentence = facts.sentences[facts.sentence_number(role.span.start)]
    return any(token.tag in ("VBD", "VBN") for token in sentence.tokens if token.span in between)


def _is_past_year(word: str, article: Article) -> bool:
    return bool(_YEAR.match(word)) and (article.published is None or int(word) < article.published.year)


def _dates(sentence: Sentence, year: int, at: int) -> bool:
    """Whether a year says when the clause of a token happened: "in 1998", "at the 1998 summit"; not "his 1998 book".

    "Lind's 1998 book" dates the role that stands with Lind.
    """
    tokens = sentence.tokens
    noun = tokens[year].head if tokens[year].dep in ("nummod", "compound", "nmod") else year
    adverbial = tokens[noun].dep in ("pobj", "npadvmod") and clause_of(sentence, noun) == clause_of(sentence, at)
    return adverbial or at in sentence.subtree(noun)
