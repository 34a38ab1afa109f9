"""Authors' names from a byline's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["authors_in"]

_BY = re.compile(r"(?:(?:analysis|story|text|written|posted) )?(?:by|von|par|por|door)\s+", re.I)
_DAY = (
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\w+\.?\s+\d"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d)"
)
#: What ends the names: a day, a title after a comma, an agency after a bar or dash, a date, an address.
_END = re.compile(
    rf"\s*(?:{_DAY}|[|/•·(\[]|\s[-–—]\s|,\s*(?=(?-i:[a-z]))|\d|@|\bUpdated\b|\bPublished\b|\bPosted\b|\bfor\b|\bin\b|\bon\b|\bat\b)",
    re.I,
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bAND\b|\bund\b|\bet\b|\by\b)\s*")
#: A name: two to five words that begin with a capital, particles and initials among them.
_NAME = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[^\W\d_a-z][\w.'’-]*|de|del|della|di|da|van|von|der|den|la|le|al|bin|ibn)){1,4}"
)
_LONGEST = 200


def authors_in(bylines: Iterable[str]) -> tuple[str, ...]:
    """Return the names in bylines ("By Ann Lee and Bo Chu, Staff Writers"), without what does not look like names."""
    names: list[str] = []
    for byline in bylines:
        opening = _BY.match(byline[:_LONGEST])
        text = byline[opening.end() : _LONGEST] if opening else byline[:_LONGEST]
        ending = _END.search(text)
        parts = _AND.split(text[: ending.start()] if ending else text)
        for index, part in enumerate(parts):
            if not _NAME.fullmatch(part.strip()) or (index and not opening):
                break
            names.append(part.strip())
    return tuple(dict.fromkeys(names))
