"""The body of a page without any marker: readability-lxml's choice on a tagged copy, found again in our own tree.

readability-lxml rebuilds what it keeps, so positions cannot come from its result. Every element of the copy carries
its number in an attribute that survives; the elements that come back are ours.
"""

from __future__ import annotations

import copy
import logging
import re
from typing import TYPE_CHECKING

from editcheck.formats.html.vocabulary import is_block

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["readable"]

_TAG = "data-editcheck-number"
_NUMBER = re.compile(rf'{_TAG}="(\d+)"')


def readable(page: _Element) -> tuple[tuple[_Element, ...], frozenset[_Element]]:
    """Return what readability-lxml takes for the article: its outermost elements, and the blocks in them left out.

    Both are empty where it finds nothing. Nothing is fetched.
    """
    kept = _kept(page)
    if not kept:
        return (), frozenset()
    outermost = tuple(
        element for element in page.iter() if element in kept and kept.isdisjoint(element.iterancestors())
    )
    holding = {ancestor for element in kept for ancestor in element.iterancestors()}
    dropped = frozenset(
        element
        for root in outermost
        for element in root.iterdescendants()
        if element not in kept and element not in holding and is_block(element)
    )
    return outermost, dropped


def _kept(page: _Element) -> frozenset[_Element]:
    """Run readability-lxml on a numbered copy and return the elements of the page that it keeps."""
    from lxml import etree
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").addHandler(logging.NullHandler())
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    numbered = copy.deepcopy(page)
    for number, element in enumerate(each for each in numbered.iter() if isinstance(each.tag, str)):
        element.set(_TAG, str(number))
    try:
        summary = Document(etree.tostring(numbered, encoding="unicode", method="html")).summary(html_partial=True)
    except Unparseable:
        return frozenset()
    return frozenset(elements[int(number)] for number in _NUMBER.findall(summary))
