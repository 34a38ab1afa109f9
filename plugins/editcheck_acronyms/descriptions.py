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
_INTERVIEWER = re.compile(
    r"\b(?:told|tells|informed|spoke (?:to|with)|speaks (?:to|with)|speaking (?:to|with)|interview with)\s\Z"
)


def is_described(article: Article, mentions: Iterable[Span]) -> bool:
    """Whether the first mention has a description beside it, or any shows the news outlet that asked the questions.

    Descriptions are appositions ("the FWRC, an aid group") and nouns that name the kind ("the VVD party").
    """
    for number, span in enumerate(mentions):
        before, after = article.text[max(0, span.start - 40) : span.start], article.text[span.end : span.end + 40]
        if _INTERVIEWER.search(before):
            return True
        if number == 0 and (_APPOSITION.match(after) or _has_noun(before, after)):
            return True
    return False


def _has_noun(before: str, after: str) -> bool:
    nouns = load_table("editcheck_acronyms", "descriptions.toml")
    last, following = _LAST_WORD.search(before), _NEXT_WORDS.match(after)
    words = [*(last.groups() if last else ()), *(following.groups() if following else ())]
    return any(word in nouns for word in words if word)
