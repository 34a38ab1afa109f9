"""What the elements of NITF (News Industry Text Format 3.x) are to the reader, by local name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import BlockKind
from editcheck.formats.flow import INLINE, Picture, Role, load_roles, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["role_of"]

#: A note that is not to be published: the standard's types are std (text), pa and npa (advisories, the latter private).
_PRIVATE_NOTE = "npa"
#: What some agencies give in place of a dateline's words: a time for machines.
_MACHINE_TIME = re.compile(r"\s*\d{8}T\d{4,6}(?:Z|[+-]\d{4})?\s*")


def role_of(element: _Element) -> Role:
    """Return what an element of NITF is to the reader."""
    name = local_name(element)
    if name == "byttl":
        return Role(line_break=not _follows_blank(element))
    if name == "media-reference":
        return Role(picture=Picture(element.get("source"), element.get("alternate-text")))
    if _is_private(element, name):
        return Role(block=True, skip=True)
    if name == "hl2" and _parent_name(element) == "hedline":
        return Role(block=True, kind=BlockKind.DECK)
    if name == "a" and element.get("href") is None:
        return INLINE
    return load_roles("data/nitf_elements.toml").get(name, INLINE)


def _is_private(element: _Element, name: str) -> bool:
    """Whether an element is not for readers: a note for editors, or a time for machines."""
    if name == "note":
        return element.get("type") == _PRIVATE_NOTE or _parent_name(element) == "body.head"
    return name == "story.date" and _MACHINE_TIME.fullmatch(element.text or "") is not None


def _parent_name(element: _Element) -> str:
    parent = element.getparent()
    return "" if parent is None else local_name(parent)


def _follows_blank(element: _Element) -> bool:
    """Whether the text before an element has a blank of its own at its end, or there is none."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return (previous.tail or "")[-1:].isspace()
    before = (None if parent is None else parent.text) or " "
    return before[-1].isspace()
