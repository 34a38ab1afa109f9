"""What a first mention says of somebody without a role: whose he is, where from, or that all is long ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck_roles.history import is_dated

if TYPE_CHECKING:
    from editcheck import Article, Facts, Mention

__all__ = ["in_title_case", "is_handle", "is_introduced"]

_CONTEST = re.compile(
    r"\b(?:candidates?|nominees?|contenders?|rivals?|primary|caucus(?:es)?|nomination|running mate|finalists?"
    r"|(?:presidential|mayoral|gubernatorial|election|senate) (?:race|campaigns?|bid|debate))\b",
    re.IGNORECASE,
)
#: From so many longer words on, of which so large a share begins with a capital, a line is set like a headline.
_LONG_WORD, _TITLE_WORDS, _TITLE_SHARE = 4, 5, 0.85
_FROM = frozenset(("of", "from", "at"))


def is_handle(article: Article, name: Mention) -> bool:
    """Whether a name is the signature of a post: "- Anna Lind (@annalind)"."""
    return article.text.startswith((" (@", " @"), name.span.end)


def in_title_case(facts: Facts, name: Mention) -> bool:
    """Whether a name stands in a line set Like a Headline, as between the updates of a live page."""
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    words = [token.text for token in sentence.tokens if token.text.isalpha() and len(token.text) >= _LONG_WORD]
    return len(words) >= _TITLE_WORDS and sum(word[0].isupper() for word in words) >= _TITLE_SHARE * len(words)


def is_introduced(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether a first mention needs no role: "Acme's Anna Lind", "captain Anna Lind", a candidate, a time long past."""
    return (
        _is_affiliated(facts, name)
        or _is_described(facts, name)
        or _is_candidate(article, facts, name)
        or is_dated(article, facts, name.span)
    )


def _is_described(facts: Facts, name: Mention) -> bool:
    """Whether a noun right before the name says what somebody is, among others perhaps: "heads Anna and Jan Lind"."""
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    first = sentence.token_at(name.span.start)
    return first is not None and first > 0 and sentence.tokens[first - 1].tag in ("NN", "NNS")


def _is_candidate(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether the sentence or the next tells of a contest in which somebody takes part: the reader knows as what."""
    number = facts.sentence_number(name.span.start)
    return any(_CONTEST.search(article[each.span]) for each in facts.sentences[number : number + 2])


def _is_affiliated(facts: Facts, name: Mention) -> bool:
    """Whether a body or place stands with the name, before it with an 's or behind it."""
    sentence = facts.sentences[facts.sentence_number(name.span.start)]
    tokens = sentence.tokens
    first, last = sentence.token_at(name.span.start), sentence.token_at(name.span.end - 1)
    if first is None or last is None:
        return False
    owned = first > 1 and tokens[first - 1].tag == "POS" and tokens[first - 2].tag in ("NNP", "NNPS")
    behind = tokens[last + 1 : last + 3]
    placed = len(behind) == 2 and behind[0].text in _FROM and behind[1].tag in ("NNP", "NNPS")
    return owned or placed
