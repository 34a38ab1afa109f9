"""An introduction moved or taken back: "Norlandian leader Erik Dahl" where only the name stood, and plain "Dahl"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Edit, Span
from editcheck_roles.offices import kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck import Article, Facts, Mention, Role, Sentence, Token

__all__ = ["introduced_by", "surname_alone"]

_ARTICLES = frozenset(("the", "a", "an"))
#: What goes with an introduction before it, and says nothing by itself.
_DROPPED = _ARTICLES | {"his", "her", "their", "its", "our"}
#: Tags of words that lean on what follows: adjectives, numbers, and "'s".
_LEANS = frozenset(("JJ", "JJR", "JJS", "CD", "POS", "PRP$", "DT"))
#: Parts of speech before a name that belong to its noun phrase, also where the parser errs.
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))

_SENTENCE_ENDS = frozenset((".", "!", "?", "”", '"'))


def surname_alone(article: Article, facts: Facts, role: Role, name: Span, surname: str) -> Edit | None:
    """Return the edit that leaves the surname of a title and a name; None where words before would hang in the air."""
    whole = role.span.cover(name)
    sentence = facts.sentence_at(whole.start)
    if role.span.end > name.start or sentence is None or "\n" in article[whole]:
        return None
    at = sentence.token_at(whole.start)
    before = _before(sentence, whole, name)
    if at is None or before is None:
        return None
    if at and sentence.tokens[at - 1].text.lower() in _DROPPED:
        at -= 1
    start = min(sentence.tokens[at].span.start, whole.start)
    hangs = any(token.span.start < start for token in before)
    if hangs or (at and sentence.tokens[at - 1].tag in _LEANS):
        return None
    return Edit(Span(start, whole.end), surname[0].upper() + surname[1:] if at == 0 else surname)


def introduced_by(article: Article, facts: Facts, first: Mention, role: Role) -> Edit | None:
    """Return the edit that puts a role before a first mention; None where the place or the words do not allow it.

    The name must stand alone, in a sentence, and the role must be a title or name the body that it belongs to.
    """
    sentence = facts.sentence_at(first.span.start)
    words = role.text.split()
    if sentence is None or words[0].lower() in _ARTICLES or "\n" in role.text or not role.text[0].isupper():
        return None
    if role.organization is None and kind_of(role.office) is None:
        return None
    index = sentence.token_at(first.span.start)
    if index is None or sentence.tokens[-1].text not in _SENTENCE_ENDS or not _is_alone(sentence, index, first.span):
        return None
    text = f"{_in_sentence(facts, role, words)} {article[first.span]}"
    return Edit(first.span, text[0].upper() + text[1:] if index == 0 else text)


def _is_alone(sentence: Sentence, index: int, name: Span) -> bool:
    """Whether nothing before a name belongs to it; a verb there must be the one that the name goes with."""
    if _before(sentence, name, name) or (index and sentence.tokens[index - 1].pos in _NOUNS):
        return False
    head = sentence.token_at(name.end - 1)
    goes_with = head is not None and sentence.tokens[head].head == index - 1
    return not index or sentence.tokens[index - 1].pos != "VERB" or goes_with


def _in_sentence(facts: Facts, role: Role, words: Sequence[str]) -> str:
    """Return a role as it stands within a sentence: a capital that only opens one goes."""
    sentence = facts.sentence_at(role.span.start)
    opens = sentence is not None and sentence.tokens[0].span.start == role.span.start
    named = (role.organization or "").split()[:1] == list(words[:1]) or role.country is not None
    title = len(words) == 1 or any(word[0].isupper() for word in words[1:])
    if not opens or named or title:
        return role.text
    return role.text[0].lower() + role.text[1:]


def _before(sentence: Sentence, whole: Span, name: Span) -> Sequence[Token] | None:
    """Return the words of a name's noun phrase that stand before a stretch; None where the parser has no such thing."""
    head = sentence.token_at(name.end - 1)
    at = sentence.token_at(whole.start)
    if head is None or at is None:
        return None
    left = [each for each in sentence.children[head] if each < at]
    return sentence.tokens[min(left, default=at) : at]
