"""What quotation marks are for where nobody is credited: terms, titles, nicknames, fragments of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.facts.model import Purpose, Quotation, QuotationKind, QuotedText
from editcheck.facts.quotations.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.quotations.drafts import Draft
    from editcheck.facts.quotations.view import View

__all__ = ["Marked", "is_announced", "is_signed", "is_title", "with_purposes"]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SIGNED = re.compile(r",? by (?:the )?[A-Z]")
#: A quoted piece of at most so many words inside a sentence is a term rather than somebody's words.
_SHORT = 5
_LONGEST_TITLE = 14
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "but",
        "nor",
        "by",
        "with",
        "from",
        "as",
        "vs",
        "is",
    ]
)


@dataclass(frozen=True, slots=True)
class Marked:
    """The quoted pieces with their purposes, and the speech among them that nobody is credited with."""

    quoted: tuple[QuotedText, ...]
    bare: tuple[Quotation, ...]


def with_purposes(
    view: View, quoted: Sequence[QuotedText], drafts: Sequence[Draft], unclaimed: Sequence[int]
) -> Marked:
    """Tell what every quoted piece is for."""
    credited = [view.quotes[quote] for draft in drafts for quote in draft.quotes if draft.source]
    said = " ".join(_normal(each.content.of(view.text)) for each in credited)
    purposes: dict[QuotedText, Purpose] = {}
    bare: list[Quotation] = []
    for number in unclaimed:
        piece = view.quotes[number]
        purpose = _purpose(view, number, said)
        purposes[piece] = purpose
        if purpose is Purpose.SPEECH:
            bare.append(Quotation(QuotationKind.DIRECT, (piece.content,), None, None, 0.7))
    for piece in credited:
        if is_title(view, piece):
            purposes[piece] = Purpose.TITLE
    return Marked(
        tuple(replace(each, purpose=purposes[each]) if each in purposes else each for each in quoted), tuple(bare)
    )


def _purpose(view: View, number: int, said: str) -> Purpose:
    piece = view.quotes[number]
    text = piece.content.of(view.text)
    normal = _normal(text)
    if not normal.strip():
        return Purpose.TERM
    if is_title(view, piece) or is_signed(view, piece):
        return Purpose.TITLE
    if _is_nickname(view, number):
        return Purpose.NICKNAME
    if f" {normal} " in f" {said} ":
        return Purpose.REPEAT
    return Purpose.TERM if _is_term(view, number, text) else Purpose.SPEECH


def _normal(text: str) -> str:
    return " ".join(match.group().lower() for match in _WORD.finditer(text))


def _is_term(view: View, number: int, text: str) -> bool:
    """Whether a piece is part of the sentence around it, and short or no sentence by itself."""
    piece = view.quotes[number]
    count = len(_WORD.findall(text))
    alone = not _words_around(view, piece)
    if alone:
        return count <= 2 and text.strip()[-1:] not in ".?!,"
    sentence_like = text.strip()[:1].isupper() and text.strip()[-1:] in ".?!,…"
    return count <= _SHORT or not sentence_like


def _words_around(view: View, piece: QuotedText) -> bool:
    sentence = view.sentence[_first(view, piece)]
    start, end = view.sentences[sentence].span.start, view.sentences[sentence].span.end
    around = view.text[start : piece.opening.start] + " " + view.text[view.end_of(piece) : end]
    return bool(_WORD.search(around))


def _first(view: View, piece: QuotedText) -> int:
    inside = view.between(piece.opening.start, view.end_of(piece))
    return inside.start if len(inside) else min(inside.start, len(view.tokens) - 1)


def is_title(view: View, piece: QuotedText) -> bool:
    """Whether a piece is written like the title of a work, or stands right behind a word for one ("his book")."""
    found = _WORD.findall(piece.content.of(view.text))
    if not 1 <= len(found) <= _LONGEST_TITLE or not found[0][:1].isupper():
        return False
    if is_announced(view, piece):
        return True
    capitals = sum(each[:1].isupper() for each in found)
    return capitals >= 2 and all(each[:1].isupper() or each[0].isdigit() or each.lower() in _SMALL for each in found)


def is_announced(view: View, piece: QuotedText) -> bool:
    """Whether a word for a work stands right before a piece."""
    before = _WORD.findall(view.text[max(0, piece.opening.start - 30) : piece.opening.start])
    return bool(before) and before[-1].lower() in words("works")


def is_signed(view: View, piece: QuotedText) -> bool:
    """Whether a name with "by" follows a piece: the headline or title of something that this person wrote."""
    return _SIGNED.match(view.text, view.end_of(piece)) is not None


def _is_nickname(view: View, number: int) -> bool:
    """Whether a piece stands between the parts of a name."""
    piece = view.quotes[number]
    tokens = [each for each in view.between(piece.opening.start, view.end_of(piece)) if view.inside[each] == number]
    if not tokens or len(tokens) > 6 or tokens[0] == 0 or tokens[-1] + 1 >= len(view.tokens):
        return False
    before, after = view.tokens[tokens[0] - 1], view.tokens[tokens[-1] + 1]
    return before.pos == "PROPN" and after.pos == "PROPN" and before.text[:1].isupper() and after.text[:1].isupper()
