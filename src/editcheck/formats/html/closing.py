"""Who made it and when, by the words of a line: the author of a picture, who reported a story, whose it is."""

from __future__ import annotations

import re

from editcheck.article import BlockKind
from editcheck.formats.html.words import DATE_TEXT, SENTENCE_END, is_sentence

__all__ = ["closing_kind", "is_credit"]

#: A line that names the author of a picture.
_CREDIT = re.compile(
    r"(?:photo|photograph|photography|picture|image|illustration|graphic)s?"
    r"(?::| by| via| courtesy(?: of)?)\s*(?-i:[A-Z])",
    re.I,
)
_LONGEST_CREDIT = 120

#: Who did what, at the end of an agency's story: no sentence, or one of these.
_SIGN_OFF = re.compile(
    r"[(\[]?(?:additional |with )?(?:reporting|writing|editing|compiled|written|reported|edited)\b[^.]{0,30}\bby\b"
    r" (?-i:[A-Z])",
    re.I,
)
_CONTRIBUTED = re.compile(r".{1,150}\bcontributed (?:reporting )?to this (?:report|story|article)\b", re.I)
#: How to reach the author: one address, and nothing else.
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|(?:https?://)?(?:www\.)?(?:twitter|x|facebook)\.com/\S+", re.I
)
_PUBLISHED = re.compile(r"(?:first |last |originally )?(?:published|updated|posted|modified)\b", re.I)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_RIGHTS = re.compile(r"[©ⓒ]|(?:copyright|\(c\)) (?:[©ⓒ]|\(c\)|by\b|\d{4})", re.I)
_LONGEST = 300
_LONGEST_DATE = 80
_LONGEST_RIGHTS = 160


def closing_kind(text: str) -> BlockKind | None:
    """Return what one of the last lines of a body is by its words; None where it is the body's own."""
    if len(text) > _LONGEST:
        return None
    if _is_sign_off(text) or _ADDRESS.fullmatch(text):
        return BlockKind.BYLINE
    if _PUBLISHED.match(text) and len(text) <= _LONGEST_DATE and not is_sentence(text):
        return BlockKind.DATELINE if DATE_TEXT.search(text) or _HOUR.search(text) else None
    return BlockKind.CREDIT if _RIGHTS.match(text) and len(text) <= _LONGEST_RIGHTS else None


def is_credit(text: str) -> bool:
    """Whether a line names the author of a picture, wherever it stands: "Photograph by Ann Lee, The Sound"."""
    return len(text) <= _LONGEST_CREDIT and _CREDIT.match(text) is not None and not is_sentence(text)


def _is_sign_off(text: str) -> bool:
    bracketed = text.startswith(("(", "["))
    named = _SIGN_OFF.match(text) is not None and (bracketed or not SENTENCE_END.search(text))
    return named or _CONTRIBUTED.match(text) is not None
