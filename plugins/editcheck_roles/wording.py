"""A role said anew with another status: "Foreign Minister" as "former Foreign Minister", and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck import RoleStatus

if TYPE_CHECKING:
    from editcheck import Article, Role

__all__ = ["SENTENCE_ENDS", "mark_before", "restated", "without_article"]

#: What stands before the first word of a sentence; nothing at the beginning.
SENTENCE_ENDS = ("", "\n", ".", "?", "!")
_OPENING = frozenset(" “\"'‘")

_ARTICLES = frozenset(("the", "a", "an"))
_ADDED = {RoleStatus.FORMER: "former", RoleStatus.ACTING: "acting"}


def without_article(role: Role) -> str:
    """Return the words of a role as a message puts them between quotation marks: "leader of the opposition"."""
    first, _, rest = role.text.partition(" ")
    return rest if first.lower() in _ARTICLES and rest else role.text


def restated(article: Article, role: Role, status: RoleStatus) -> str | None:
    """Return a role's words with another status; None where its status is no word of its own, or has none."""
    words = role.text.split()
    if role.status is not RoleStatus.CURRENT:
        marks = editcheck.load_table("editcheck_roles", "status_words.toml")
        plain = [word for word in words if word.lower() not in marks]
        words = plain if len(plain) < len(words) else [word.removesuffix("-elect") for word in words]
    if status is RoleStatus.ELECT:
        words[-1] += "-elect"
    elif status in _ADDED:
        words.insert(1 if words[0].lower() in _ARTICLES else 0, _ADDED[status])
    said = " ".join(words)
    if not said or said == role.text:
        return None
    opens = role.text[0].isupper() and mark_before(article, role.span.start) in SENTENCE_ENDS
    return said[0].upper() + said[1:] if opens else said


def mark_before(article: Article, offset: int) -> str:
    """Return the character before an offset, blanks and opening marks left out; "" at the beginning."""
    while offset and article.text[offset - 1] in _OPENING:
        offset -= 1
    return article.text[max(0, offset - 1) : offset]
