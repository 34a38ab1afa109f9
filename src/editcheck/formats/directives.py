"""What the source says to editcheck itself: comments, processing instructions and attributes that ask for silence.

    <!-- editcheck: ignore dates/missing-year the reader knows it -->
    <?editcheck off roles?>   <?editcheck on roles?>
    <p data-editcheck-ignore="acronyms, dates an old telegram">

None of it is text; what is no directive of ours is left alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.article import Directive
from editcheck.near import choices, nearest
from editcheck.source.document import IGNORE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from editcheck.source.document import Document, Remark

__all__ = ["directives_in"]

_ACTIONS = ("ignore", "off", "on")
#: A comment or an instruction that may be meant for us: what stands behind the name, and whether a colon does.
_FOR_US = re.compile(r"\s*editcheck(?:\s*(:)|(?=\s)|\Z)\s*(\S*)\s*(.*)", re.IGNORECASE | re.DOTALL)
_NAME = r"[\w*-]+(?:/[\w*-]+)?"
#: Rules, with commas between them, and the reason behind them.
_RULES = re.compile(rf"\s*({_NAME}(?:\s*,\s*{_NAME})*)(?:(?:[\s:–—-]\s*)(.*))?\Z", re.DOTALL)


def directives_in(document: Document, within: _Element | None = None) -> list[Directive]:
    """Return the directives of a document, or of what is in one of its elements, in the order of the source.

    A directive that cannot be understood is among them, with its problem.
    """
    found: dict[int, Directive] = {}
    for remark in document.remarks:
        directive = _read(remark)
        if directive is not None and _is_in(remark.holder, within, document):
            if remark.kind == "attribute" and remark.holder is not None:
                earlier = found.get(remark.start)
                directive = _with_reach(directive, earlier, document.reach(remark.holder))
            found[remark.start] = directive
    return [found[start] for start in sorted(found)]


def _is_in(holder: _Element | None, within: _Element | None, document: Document) -> bool:
    if within is None or within is document.root:
        return True
    return holder is within or (holder is not None and any(each is within for each in holder.iterancestors()))


def _read(remark: Remark) -> Directive | None:
    """Return the directive that a remark is, None where it is none."""
    if remark.kind == "attribute":
        return _directive("ignore", remark.text, remark.start, f'{IGNORE}="{remark.text.strip()}"')
    said = _FOR_US.match(remark.text)
    if said is None:
        return None
    action, rest = said[2].lower(), said[3]
    written = " ".join(f"{said[2]} {rest}".split())
    if action in _ACTIONS:
        return _directive(action, rest, remark.start, written)
    if remark.kind == "comment" and said[1] is None and not nearest(action, _ACTIONS):
        return None  # a comment about editcheck
    what = f"says {said[2]!r}" if action else "says nothing"
    return Directive(action, (), "", remark.start, written, problem=f"{what}{choices(action, _ACTIONS)}")


def _directive(action: str, said: str, start: int, written: str) -> Directive:
    match = _RULES.match(said)
    if match is not None:
        rules = tuple(dict.fromkeys(name.strip().lower() for name in match[1].split(",")))
        reason = " ".join((match[2] or "").split()).lstrip(" :–—-")
        return Directive(action, rules, reason, start, written)
    if action == "on" and not said.strip():
        return Directive(action, ("all",), "", start, written)
    return Directive(action, (), "", start, written, problem="names no rule; write an id, a family, or 'all'")


def _with_reach(directive: Directive, earlier: Directive | None, reach: tuple[int, int] | None) -> Directive:
    """Return the directive of an element. A parser that mends markup may make two elements of one."""
    if earlier is not None and earlier.reach is not None:
        first, last = earlier.reach
        reach = earlier.reach if reach is None else (min(first, reach[0]), max(last, reach[1]))
    return replace(directive, reach=reach or (directive.start, directive.start))
