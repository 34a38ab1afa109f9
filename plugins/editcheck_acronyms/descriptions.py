"""Whether words beside a short form say what it is, so that a reader who cannot read the letters knows enough."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editcheck import Article, Span

__all__ = ["is_described"]

_LAST_WORD = re.compile(r"([\w-]+)[\"'“”‘’]?,?\s[\"'“‘]?\Z")
_NEXT_WORDS = re.compile(r"[\"'”’]?\s([\w-]+)(?:\s([\w-]+))?")
_APPOSITION = re.compile(r"[\"”’]?,\s(?:an?|the|one of)\s[a-z]|\s[–—-]+\s(?:an?|the)\s[a-z]")
_CALL_SIGN = re.compile(r"[WK][A-Z]{2,3}(?:-(?:TV|AM|FM))?")
_ON_AIR = re.compile(r"\b(?:radio|stations?|television|TV|AM|FM|channel|shows?|hosts?|affiliate|polls?|broadcasts?)\b")
_INTERVIEWER = re.compile(
    r"\b(?:told|tells|informed|spoke (?:to|with)|speaks (?:to|with)|speaking (?:to|with)|interview with)\s\Z"
)


def is_described(article: Article, mentions: Iterable[Span]) -> bool:
    """Whether the first mention has a description beside it, or any mention is clearly a station or a news outlet.

    Descriptions are appositions ("the FWRC, an aid group") and nouns that name the kind ("the VVD party").
    """
    for number, span in enumerate(mentions):
        before, after = article.text[max(0, span.start - 40) : span.start], article.text[span.end : span.end + 40]
        if _INTERVIEWER.search(before) or _is_on_air(article, span):
            return True
        if number == 0 and (_APPOSITION.match(after) or _has_noun(before, after)):
            return True
    return False


def _has_noun(before: str, after: str) -> bool:
    nouns = load_table("editcheck_acronyms", "descriptions.toml")
    last, following = _LAST_WORD.search(before), _NEXT_WORDS.match(after)
    words = [*(last.groups() if last else ()), *(following.groups() if following else ())]
    return any(word.lower() in nouns for word in words if word)


def _is_on_air(article: Article, span: Span) -> bool:
    """Whether this is the call sign of an American station, with radio or television beside it."""
    near = article.text[max(0, span.start - 60) : span.end + 60]
    return _CALL_SIGN.fullmatch(article[span]) is not None and _ON_AIR.search(near) is not None
