"""Where the characters of an HTML text node stand: the source read again, from the node's beginning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.source.document import Run
from editcheck.source.html_engine import LINE_FEED, Stretch
from editcheck.source.references import SPECIAL, html_special

if TYPE_CHECKING:
    from justhtml.dom import Node

__all__ = ["read_stretch"]

#: Elements whose text is taken as it stands. `noscript` is one of them, as in a browser that runs scripts.
_RAW = frozenset({"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp"})
_CDATA = "<![cdata["
_CARRIAGE_RETURN = re.compile(r"[\r\0]")


def read_stretch(text: str, node: Stretch, parent: Node) -> list[Run] | None:
    """Return the runs of a text node that begins at its origin in `text`; None where the source says otherwise.

    Whether references count, and whether a NUL is dropped or U+FFFD, hangs on the place in the tree, on CDATA and on
    what the tokenizer met before (`<plaintext>`): all ways are tried, the likely one first. What is returned says
    exactly the node's text.
    """
    start, data = node.origin_offset or 0, node.data or ""
    if parent.name == "textarea" and not text.startswith(">", start - 1):
        line_feed = LINE_FEED.match(text, start - 1)
        start = start if line_feed is None else line_feed.end()
    if text.startswith(data, start) and not SPECIAL.search(data):
        return [Run(data, start, start + len(data))]
    raw = parent.name in _RAW and parent.namespace in {None, "html"}
    raw = raw or text[start - len(_CDATA) : start].lower() == _CDATA
    for references in (False,) if raw else (True, False):
        for keep_nul in (False, True):
            runs = _read(text, start, data, references, keep_nul)
            if runs is not None:
                return runs
    return None


def _read(text: str, start: int, data: str, references: bool, keep_nul: bool) -> list[Run] | None:
    """Read as much of the source as gives `data`, in one of the tokenizer's ways; None where it does not."""
    special = SPECIAL if references else _CARRIAGE_RETURN
    runs: list[Run] = []
    done = 0
    while done < len(data):
        match = special.search(text, start, start + len(data) - done)
        end = start + len(data) - done if match is None else match.start()
        if text[start:end] != data[done : done + end - start]:
            return None
        if end > start:
            runs.append(Run(text[start:end], start, end))
        done += end - start
        if match is None:
            break
        said, start = html_special(text, end)
        if text[end] == "\0" and not keep_nul:
            continue
        if not data.startswith(said, done):
            return None
        # An ampersand that begins no reference stands for itself.
        runs.append(Run(said, end, start, () if said == text[end:start] else ("html",)))
        done += len(said)
    return runs if done == len(data) else None
