"""Whether a role is told of another time than the day of publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import RoleStatus, Span
from editcheck_roles.clauses import clause_of

if TYPE_CHECKING:
    from editcheck import Article, Facts, Role, Sentence

__all__ = ["is_dated", "is_history", "is_told_in_the_past"]

#: A year or a decade.
_YEAR = re.compile(r"(?:mid-|early-|late-)?((?:1[5-9]|20)\d\d)s?\Z")


def is_history(article: Article, facts: Facts, role: Role) -> bool:
    """Whether a role is told of another time: "then-Mayor", "became mayor", with a year before that of publication."""
    if role.text.lower().startswith("then"):
        return True
    told = role.status is not RoleStatus.FORMER and is_told_in_the_past(facts, role)
    return told or is_dated(article, facts, role.span)


def is_dated(article: Article, facts: Facts, span: Span) -> bool:
    """Whether a year before that of publication says when it happened what some words take part in."""
    sentence = facts.sentences[facts.sentence_number(span.start)]
    at = sentence.token_at(span.start)
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
    year = _YEAR.match(word)
    return year is not None and (article.published is None or int(year[1]) < article.published.year)


def _dates(sentence: Sentence, year: int, at: int) -> bool:
    """Whether a year says when the clause of a token happened: "in 1998", "at the 1998 summit"; not "his 1998 book".

    "Lind's 1998 book" dates the role that stands with Lind.
    """
    tokens = sentence.tokens
    noun = tokens[year].head if tokens[year].dep in ("nummod", "compound", "nmod") else year
    # "since 2009" lasts to this day.
    timed = tokens[noun].dep in ("pobj", "npadvmod") and tokens[tokens[noun].head].text.lower() != "since"
    adverbial = timed and clause_of(sentence, noun) == clause_of(sentence, at)
    return adverbial or at in sentence.subtree(noun)
