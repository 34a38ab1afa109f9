"""Repairs of the tokeniser's work that names need: the plurals of short titles keep their full stop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.model import Sentence, Token

__all__ = ["with_whole_titles"]


def with_whole_titles(sentence: Sentence) -> Sentence:
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
