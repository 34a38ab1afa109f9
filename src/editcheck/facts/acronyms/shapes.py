"""What a short form looks like: where the text offers one for definition, and in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

__all__ = ["candidates", "form_key", "is_bracket_form"]

_BRACKET_FORM = re.compile(r"(?=[^\W_])[^\s=<>%*|@#]{1,14}(?: [^\s=<>%*|@#]{1,8})?")
_NOT_A_FORM = re.compile(
    r"\d[\d.,]*(?:\s\S{1,6}|[a-z%]{1,3})?"  # a number, with its unit
    r"|(?:i\.e|e\.g|etc|cf|see|viz|ca|sic|ibid|vs|et al|fig|Fig|table|Table|pp|no|vol)\b.*"
    r"|(?!IV\Z)[IVX]{2,}|(?!iv\Z)[ivx]+|[a-z]"  # numerals and letters of a list, but not "intravenous (IV)"
    r"|[A-Z][a-z]?\d?[+-]"  # ions
    r"|(?:D|R|I|DFL)[–-](?:[A-Z]{2}|[A-Z][a-z]{1,4}\.)"  # party and state: R-AL, D-Ind.
)

# A word with what binds it: AT&T, U.S.-led, HIV/AIDS, R-Ind., COVID-19, NGOs.
_COMPOUND = re.compile(r"[^\W_]+(?:(?:\.?[&/+–-]|\.)[^\W_]+)*(?:\.(?=[^\s\w]|\s|\Z))?(?![\u0300-\u036f])")
_LINKS = (re.compile("/"), re.compile("[–-]"))
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]\.?")
_CAPITALS = re.compile(r"[A-Z]{2,}s?")
_WITH_SIGNS = re.compile(r"(?=.*[A-Z])(?:[A-Z0-9]+&)+[A-Z0-9]+s?")
_WITH_DIGITS = re.compile(r"[A-Z]+\d+[A-Z0-9]*s?|\d+[A-Z]{1,4}\d*s?")
_MIXED = re.compile(
    r"[a-z]{1,3}[A-Z]{2,}[a-z]?"  # mRNA, macOS, iSCSI
    r"|[A-Z][a-z][A-Z](?:[a-z]|s)?"  # DoD, BoE, PhD
    r"|[A-Z]{2}[a-z](?![a-z])[A-Z]{0,3}|[A-Z]{2,}[a-z]{1,2}[A-Z]+|[A-Z]{2,}[a-z]\d"  # MSc, LoDs
    r"|[A-Z][a-z]+[A-Z]{2,}\d?s?|[A-Z]{3,}[a-z]{3,}|[A-Z][a-z]?[A-Z]{2,}[a-z]+"  # FreeBSD, VoiceXML, VBScript
)
_POSSESSIVE = re.compile(r"['’]s?\Z")


def is_bracket_form(piece: str) -> bool:
    """Whether a piece of a bracket could be a short form: one or two short words with a letter in them."""
    return bool(_BRACKET_FORM.fullmatch(piece)) and not _NOT_A_FORM.fullmatch(piece) and any(map(str.isalpha, piece))


def form_key(form: str) -> str:
    """Return what all spellings of a short form share: U.S. and US, NGO and NGOs."""
    key = form.replace(".", "").replace("–", "-")
    if len(key) > 2 and key.endswith("s") and key[-2].isupper():
        key = key[:-1]
    return key if len(key) < 3 else key.upper()


def candidates(text: str, within: Span, settled: Container[str]) -> Iterator[Span]:
    """Yield what looks like a short form in running text: capitals, with signs, digits or a few small letters.

    Compounds come whole ("AFL-CIO", "TCP/IP") unless a part of them is `settled` (defined, or known; by its key) and
    the whole is not ("US-EU"), or only some parts have the shape ("US-led" gives "US").
    """
    for match in _COMPOUND.finditer(text, within.start, within.end):
        word = match.group()
        if not (word.islower() or word.isdecimal() or word[1:].islower() or len(word) == 1):
            yield from _forms_in(word, match.start(), settled)


def _forms_in(word: str, offset: int, settled: Container[str]) -> Iterator[Span]:
    form = _trimmed(word)
    link = next((link for link in _LINKS if link.search(word)), None)
    if link is None or form_key(form) in settled or _is_whole(form, settled):
        if _has_shape(form) or (link and any(map(str.isupper, form))):
            yield Span(offset, offset + len(form))
        return
    start = 0
    for part in link.split(word):
        yield from _forms_in(part, offset + start, settled)
        start += len(part) + 1


def _is_whole(form: str, settled: Container[str]) -> bool:
    """Whether a compound is one form: all its parts in capitals or digits, and none of them settled by itself."""
    parts = re.split(r"[/–-]", form)
    return (
        form.isupper()
        and all(part.isdecimal() or part.isalpha() for part in parts)
        and any(len(part) > 1 and part.isalpha() for part in parts)
        and not any(form_key(part) in settled for part in parts if len(part) > 1)
    )


def _trimmed(word: str) -> str:
    """Return a word without a sentence's period; a dotted form keeps its own."""
    if word.endswith(".") and not _DOTTED.fullmatch(word):
        return word[:-1]
    return word


def _has_shape(form: str) -> bool:
    return any(shape.fullmatch(form) for shape in (_CAPITALS, _DOTTED, _WITH_SIGNS, _WITH_DIGITS, _MIXED))
