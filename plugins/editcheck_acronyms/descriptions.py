"""Whether words beside a short form say what it is, so that a reader who cannot read the letters knows enough."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Article, Facts, Span

__all__ = ["is_described"]

_LAST_WORD = re.compile(r"([\w-]+)[\"'“”‘’]?,?\s[\"'“‘]?\Z")
_NEXT_WORDS = re.compile(r"[\"'”’]?\s([\w-]+)(?:\s([\w-]+))?")
_APPOSITION = re.compile(r"[\"”’]?,\s(?:an?|the|one of)\s[a-z]|\s[–—-]+\s(?:an?|the)\s[a-z]")
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:-(?:TV|AM|FM))?")
_ON_AIR = re.compile(r"\b(?:radio|stations?|television|TV|AM|FM|channel|shows?|hosts?|affiliate|polls?|broadcasts?)\b")
_CAPITALS_BEFORE = re.compile(r"(?<![^\s\"“(])[A-Z]{3,6} \Z")
_OPENING = frozenset('"“‘')
_NAME_GOES_ON = re.compile(r"(?:\s[A-Z][a-z]+){2,5}")
_INTERVIEWER = re.compile(
    r"\b(?:told|tells|informed|spoke (?:to|with)|speaks (?:to|with)|speaking (?:to|with)|interview with)\s\Z"
)


def is_described(article: Article, facts: Facts, mentions: Iterable[Span]) -> bool:
    """Whether the first mention has a description beside it, or any mention is clearly a station or a news outlet.

    Descriptions are appositions ("the FWRC, an aid group"), nouns that name the kind ("the VVD party"), and the rest
    of a longer name ("GKR Life Sciences", the author "GKR Marlow").
    """
    for number, span in enumerate(mentions):
        before, after = article.text[max(0, span.start - 40) : span.start], article.text[span.end : span.end + 40]
        if _INTERVIEWER.search(before) or _is_on_air(article, span):
            return True
        if number == 0 and (
            _APPOSITION.match(after)
            or _has_noun(before, after)
            or _opens_name(article, facts, span)
            or _goes_on(article, facts, span)
            or _is_set_apart(article, span)
        ):
            return True
    return False


def _has_noun(before: str, after: str) -> bool:
    nouns = load_table("editcheck_acronyms", "descriptions.toml")
    last, following = _LAST_WORD.search(before), _NEXT_WORDS.match(after)
    words = [*(last.groups() if last else ()), *(following.groups() if following else ())]
    return any(word.lower() in nouns for word in words if word)


def _opens_name(article: Article, facts: Facts, span: Span) -> bool:
    """Whether the parser sees a body's or a person's name that goes on with capitalised words after the short form."""
    sentence = facts.sentence_at(span.start)
    names = [each.span for each in sentence.entities if each.label in ("ORG", "PERSON")] if sentence else []
    return any(
        name.start <= span.start and re.match(r"\s[A-Z][a-z]", article.text[span.end : name.end]) is not None
        for name in names
    )


def _goes_on(article: Article, facts: Facts, span: Span) -> bool:
    """Whether two capitalised words follow, none of them somebody's name ("the GKR Harbor Project")."""
    rest = _NAME_GOES_ON.match(article.text, span.end)
    if rest is None:
        return False
    return not any(span.end < each.start < rest.end() for each in _people(facts))


def _is_set_apart(article: Article, span: Span) -> bool:
    """Whether it is a name in capitals: alone in quotation marks, as works are, or behind more capitals ("GKR BAY")."""
    return _CAPITALS_BEFORE.search(article.text, max(0, span.start - 12), span.start) is not None or (
        article.text[span.start - 1 : span.start] in _OPENING
        and re.match(r"[.,]?[\"”’]", article.text[span.end : span.end + 2]) is not None
    )


def _people(facts: Facts) -> Iterator[Span]:
    return (mention.span for person in facts.people for mention in person.mentions)


def _is_on_air(article: Article, span: Span) -> bool:
    """Whether this is the call sign of an American station: radio or television is near it, or "on" before it."""
    if _CALL_SIGN.fullmatch(article[span]) is None:
        return False
    near = article.text[max(0, span.start - 60) : span.end + 60]
    return article.text.endswith("on ", 0, span.start) or _ON_AIR.search(near) is not None
