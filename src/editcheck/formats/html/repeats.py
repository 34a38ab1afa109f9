"""Pull quotes: words of the article that stand in it a second time, set large. They are read once."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from editcheck.article import BlockKind
from editcheck.formats.html.lines import upwards
from editcheck.formats.html.vocabulary import is_pull_quote, role_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from editcheck.formats.html.lines import Line

__all__ = ["pull_quotes"]

_WORD = re.compile(r"\w+")
#: Runs of so many words are compared.
_RUN = 4
#: A quotation is a pull quote if this share of its runs stands in the text too. Less will do where its class says so:
#: pull quotes are shortened, and who said it is added.
_REPEATED = 0.8
_REPEATED_IF_NAMED = 0.5
#: Shorter quotations may stand in a text twice by themselves.
_FEWEST_WORDS = 6


def pull_quotes(lines: Sequence[Line]) -> Iterator[_Element]:
    """Yield the elements of quotations set apart whose words stand in the article's other lines."""
    around = _Quotations()
    quoted: dict[_Element, list[str]] = {}
    others: list[Line] = []
    for line in lines:
        quotation = around.outermost(line.element)
        if quotation is None:
            others.append(line)
        else:
            quoted.setdefault(quotation, []).extend(_words(line))
    told = {run for line in others for run in _runs(_words(line))} if quoted else set()
    for element, words in quoted.items():
        runs = _runs(words)
        enough = _REPEATED_IF_NAMED if is_pull_quote(element) else _REPEATED
        if len(words) >= _FEWEST_WORDS and sum(run in told for run in runs) >= enough * len(runs):
            yield element


class _Quotations:
    """Finds the quotation around an element; each element of a page is looked at once."""

    def __init__(self) -> None:
        self._known: dict[_Element, _Element | None] = {}

    def outermost(self, element: _Element) -> _Element | None:
        """Return the outermost quotation set apart that an element is or lies in."""
        path = list(takewhile(lambda each: each not in self._known, upwards(element)))
        parent = path[-1].getparent() if path else element
        found = self._known.get(parent) if parent is not None else None
        for each in reversed(path):
            if found is None and _is_quotation(each):
                found = each
            self._known[each] = found
        return found


def _is_quotation(element: _Element) -> bool:
    return role_of(element).kind is BlockKind.QUOTE


def _words(line: Line) -> list[str]:
    return [word.lower() for word in _WORD.findall(line.text)]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
