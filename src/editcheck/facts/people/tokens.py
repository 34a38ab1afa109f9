"""Repairs of the parser's tokens that names and roles need.

The plurals of short titles keep their full stop, and a noun that opens a sentence with a capital is still a noun.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.model import Sentence, Token

__all__ = ["repaired"]

_BULLETS = frozenset("-–—•*~")
#: The recogniser's labels for bodies and places, and those that it gives common nouns with a capital by mistake.
_BODIES, _MISTAKEN = frozenset(("ORG", "GPE", "LOC", "FAC")), frozenset(("", "PERSON", "NORP"))


def repaired(sentence: Sentence) -> Sentence:
    """Return a sentence with the tokens that names and roles are read from."""
    return _with_plain_opener(_with_whole_titles(_without_bullets(sentence)))


def _without_bullets(sentence: Sentence) -> Sentence:
    """Return a sentence in which the dash of a list or of a byline is no part of a word: "-Anna Lund"."""
    if not any(_has_bullet(token.text) for token in sentence.tokens):
        return sentence
    return replace(sentence, tokens=tuple(_without_bullet(token) for token in sentence.tokens))


def _has_bullet(word: str) -> bool:
    return len(word) > 2 and word[0] in _BULLETS and word[1].isupper() and word[2].islower()


def _without_bullet(token: Token) -> Token:
    if not _has_bullet(token.text):
        return token
    return replace(token, text=token.text[1:], span=Span(token.span.start + 1, token.span.end))


def _with_plain_opener(sentence: Sentence) -> Sentence:
    """Return a sentence whose first word before a lower-case noun is tagged as what it is: "Harbour master Tom Reyes".

    The capital of a sentence's first word misleads the tagger; what the word is otherwise, and whether the recogniser
    sees a name in it, tell a common noun from a body's name.
    """
    tokens = sentence.tokens
    start = 1 if tokens and tokens[0].text in ('"', "“", "'", "‘") else 0
    if len(tokens) < start + 2 or not tokens[start + 1].text.islower() or tokens[start].text.isupper():
        return sentence
    first = tokens[start]
    if first.dep not in ("compound", "amod", "nmod") or first.head <= start:
        return sentence
    lex = lexicon()
    label = next((each.label for each in sentence.entities if first.span.start in each.span), "")
    tag = first.tag
    if label in _MISTAKEN and first.text.lower() in lex.thing_nouns | lex.portfolios:
        tag = "JJ" if tag == "JJ" else "NN"
    elif label in _BODIES and tag in ("NN", "JJ") and not lex.is_place(first.text):
        tag = "NNP"
    if tag == first.tag:
        return sentence
    return replace(sentence, tokens=(*tokens[:start], replace(first, tag=tag), *tokens[start + 1 :]))


def _with_whole_titles(sentence: Sentence) -> Sentence:
    """Return a sentence in which "Sens" and "." are one token, as "Sen." is."""
    tokens = sentence.tokens
    parted = [index for index in range(1, len(tokens)) if _is_parted(tokens, index)]
    if not parted:
        return sentence
    kept = [index for index in range(len(tokens)) if index not in parted]
    number = {index: place for place, index in enumerate(kept)} | {i: kept.index(i - 1) for i in parted}
    merged = tuple(_merged(tokens, index, index + 1 in parted, number[tokens[index].head]) for index in kept)
    return replace(sentence, tokens=merged)


def _is_parted(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1]
    joined = tokens[index].text == "." and tokens[index].span.start == before.span.end
    return joined and f"{before.text.lower()}." in lexicon().abbreviations and before.text[0].isupper()


def _merged(tokens: Sequence[Token], index: int, with_stop: bool, head: int) -> Token:
    token = tokens[index]
    if not with_stop:
        return replace(token, head=head)
    stop = tokens[index + 1]
    return replace(token, text=token.text + stop.text, span=token.span.cover(stop.span), head=head)
