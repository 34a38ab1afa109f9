"""What a source looks like before it is parsed: its comments taken out, the name of its root element."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["RootName", "root_name", "without_comments"]

_DECLARATION = re.compile(r"<\?|<!doctype\b", re.I)
#: What ends the internal subset of a DTD, and what may hold such a bracket without ending it, each with its own end.
_SUBSET_MARK = re.compile(r"[\"']|<!--|<\?|\]")
_SUBSET_CLOSES = {'"': '"', "'": "'", "<!--": "-->", "<?": "?>"}
_ROOT = re.compile(r"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_LONGEST_TAG = 16 * 1024


class RootName(NamedTuple):
    """The local name of a root element and the namespace that its start tag declares for it, if any."""

    name: str
    namespace: str | None


def without_comments(text: str) -> str:
    """Return markup without its comments; what is never closed stays."""
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[position:start])
        position = end + 3
    kept.append(text[position:])
    return "".join(kept)


def root_name(text: str) -> RootName | None:
    """Return the name of the first element, past declarations, comments and the DTD; None where text comes first."""
    position = 0
    while True:
        while position < len(text) and text[position].isspace():
            position += 1
        if text.startswith("<!--", position):
            end = text.find("-->", position)
        elif _DECLARATION.match(text, position):
            end = _declaration_end(text, position)
        else:
            break
        if end < 0:
            return None
        position = text.find(">", end) + 1
    match = _ROOT.match(text, position)
    return RootName(match[2], _namespace(text, match)) if match else None


def _declaration_end(text: str, start: int) -> int:
    """Return where a declaration ends, one with an internal subset (`<!DOCTYPE a [ ... ]>`) at the bracket."""
    if text.startswith("<?", start) and (end := text.find("?>", start)) >= 0:
        return end
    close = text.find(">", start)
    subset = text.find("[", start, close)
    return close if subset < 0 else _subset_end(text, subset + 1)


def _subset_end(text: str, position: int) -> int:
    """Return where the bracket after an internal subset stands: not in a literal, a comment or an instruction of it."""
    while (mark := _SUBSET_MARK.search(text, position)) is not None:
        closes = _SUBSET_CLOSES.get(mark.group())
        if closes is None:
            return mark.start()
        position = text.find(closes, mark.end()) + len(closes)
        if position < len(closes):
            break
    return -1


def _namespace(text: str, match: re.Match[str]) -> str | None:
    tag = text[match.end() : match.end() + _LONGEST_TAG].partition(">")[0]
    name = rf"xmlns:{re.escape(match[1])}" if match[1] else "xmlns"
    declared = re.search(rf"(?:^|\s){name}\s*=\s*[\"']([^\"']*)[\"']", tag)
    return declared[1] if declared else None
