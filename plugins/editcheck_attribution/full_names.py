"""A full name written where the surname stood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Span

if TYPE_CHECKING:
    from editcheck import Article

__all__ = ["full_name_at"]

#: Forms of address that stand before a surname only.
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s+\Z")
#: So many characters hold one.
_BESIDE = 8


def full_name_at(article: Article, surname: Span, name: str) -> Edit:
    """Return the edit that writes a full name in the place of a surname, and of the "Mr." before it."""
    before = article.text[max(0, surname.start - _BESIDE) : surname.start]
    address = _ADDRESS.search(before)
    return Edit(Span(surname.start - (len(address[0]) if address is not None else 0), surname.end), name)
