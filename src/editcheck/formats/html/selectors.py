"""Configured CSS selectors, applied to a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from editcheck.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

__all__ = ["outermost", "select"]


def select(page: _Element, selectors: Sequence[str], key: str) -> list[_Element]:
    """Return what any of the selectors matches, in the order of the page.

    `key` is the setting that they come from, for the message. Raises `ConfigError` where one is no CSS selector.
    """
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector

    found: set[_Element] = set()
    for selector in selectors:
        try:
            matched = CSSSelector(selector, translator="html")(page)
        except SelectorError as error:
            raise ConfigError(f"[formats] {key}: {selector!r} is no CSS selector ({error})") from error
        found.update(cast("list[_Element]", matched))
    return [element for element in page.iter() if element in found] if found else []


def outermost(elements: Sequence[_Element]) -> tuple[_Element, ...]:
    """Return the elements that lie in no other of them."""
    given = frozenset(elements)
    return tuple(element for element in elements if given.isdisjoint(element.iterancestors()))
