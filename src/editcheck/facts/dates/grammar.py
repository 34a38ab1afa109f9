"""The grammar of time: patterns from data/dates_*.toml, and the matcher that applies them stage by stage.

A pattern is a row of elements, separated by blanks. An element is a category in capitals (MONTH), a word in small
letters or a mark (of), or a choice of these (of|in). `?` after it makes it optional; `+` before it says that no blank
may stand before it, `&` that the element before it must have matched; `name:` names what it matched for the builder.
What a pattern matches becomes one item with the pattern's categories (`gives`) and the meaning that the builder
(`build`) makes of it. Stages follow one another, and a stage sees what the ones before it made; within a stage the
longest match at a place is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from editcheck.facts.dates.words import Item, joined

__all__ = ["Builder", "Grammar", "Match", "Pattern", "parse_pattern"]

_ELEMENT = re.compile(r"(?P<tied>&)?(?P<glued>\+)?(?:(?P<name>[a-z]+):)?(?P<choice>\S+?)(?P<optional>\?)?")
_CATEGORY = re.compile(r"[A-Z][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the keys that fit, the name of what is found, and how it must stand."""

    keys: frozenset[str]
    name: str
    optional: bool
    glued: bool
    tied: bool


@dataclass(frozen=True)
class Match:
    """What a pattern found: the items by the names of its elements, in order."""

    items: tuple[Item, ...]
    named: Mapping[str, tuple[Item, str]]

    def __contains__(self, name: str) -> bool:
        return name in self.named

    def key(self, name: str) -> str:
        """Return the category or word that fitted, the empty string where nothing was found under the name."""
        return self.named[name][1] if name in self.named else ""

    def value(self, name: str) -> object:
        """Return the value of what was found under a name, in the category that fitted. Raises `KeyError`."""
        item, key = self.named[name]
        return item.categories[key]

    def get(self, name: str) -> object | None:
        """Return the same, or None where nothing was found under the name."""
        return self.value(name) if name in self.named else None

    def number(self, name: str) -> int | None:
        """Return a value that is a whole number, or None."""
        value = self.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str:
        """Return a value that is a word, or the empty string."""
        value = self.get(name)
        return value if isinstance(value, str) else ""


#: Makes the value of an item of a match; None where the words are no time after all.
Builder = Callable[[Match], object | None]


@dataclass(frozen=True)
class Pattern:
    """A row of elements, what it gives, and how its value is made."""

    elements: tuple[Element, ...]
    gives: tuple[str, ...]
    build: Builder

    @cached_property
    def first_keys(self) -> frozenset[str]:
        """The keys that a match can begin with."""
        keys: set[str] = set()
        for element in self.elements:
            keys |= element.keys
            if not element.optional:
                break
        return frozenset(keys)

    def literals(self) -> Iterator[str]:
        """Yield the words that the pattern names."""
        for element in self.elements:
            yield from (key for key in element.keys if not _CATEGORY.fullmatch(key))

    def match(self, items: Sequence[Item], start: int) -> Match | None:
        """Match at a place, as long as can be."""
        found: list[tuple[Element, Item, str]] = []
        end = self._from(0, items, start, found)
        if end is None or end == start:
            return None
        named = {element.name: (item, key) for element, item, key in found if element.name}
        return Match(tuple(items[start:end]), named)

    def _from(self, place: int, items: Sequence[Item], at: int, found: list[tuple[Element, Item, str]]) -> int | None:
        if place == len(self.elements):
            return at
        element = self.elements[place]
        follows = not element.tied or (bool(found) and found[-1][0] is self.elements[place - 1])
        if at < len(items) and follows and (items[at].glued or not element.glued):
            key = _fits(element, items[at])
            if key is not None:
                found.append((element, items[at], key))
                end = self._from(place + 1, items, at + 1, found)
                if end is not None:
                    return end
                found.pop()
        return self._from(place + 1, items, at, found) if element.optional else None


def _fits(element: Element, item: Item) -> str | None:
    if item.text in element.keys:
        return item.text
    return next((category for category in item.categories if category in element.keys), None)


def parse_pattern(words: str, gives: str, build: Builder) -> Pattern:
    """Return a pattern from its notation. Raises `ValueError` where it is none."""
    return Pattern(tuple(map(_element, words.split())), tuple(gives.split()), build)


def _element(text: str) -> Element:
    match = _ELEMENT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an element of a pattern: {text!r}")
    keys = frozenset(match["choice"].split("|"))
    only = next(iter(keys)) if len(keys) == 1 else ""
    name = match["name"] or (only if _CATEGORY.fullmatch(only) else "")
    return Element(keys, name, bool(match["optional"]), bool(match["glued"]), bool(match["tied"]))


_Index: TypeAlias = Mapping[str, Sequence[Pattern]]


class Grammar:
    """The patterns of all stages, each stage indexed by what a match can begin with.

    `implied` names the further categories that an item has by its value.
    """

    def __init__(self, stages: Sequence[Sequence[Pattern]], implied: Callable[[object], tuple[str, ...]]) -> None:
        self._stages = [_indexed(stage) for stage in stages]
        self._implied = implied
        self.literals = frozenset(word for stage in stages for pattern in stage for word in pattern.literals())

    def parse(self, items: list[Item]) -> list[Item]:
        """Return the items with everything that the patterns found in the place of its words."""
        for stage in self._stages:
            items = list(_apply(stage, items, self._implied))
        return items


def _indexed(stage: Sequence[Pattern]) -> dict[str, list[Pattern]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in stage:
        for key in sorted(pattern.first_keys):
            index.setdefault(key, []).append(pattern)
    return index


def _apply(stage: _Index, items: Sequence[Item], implied: Callable[[object], tuple[str, ...]]) -> Iterator[Item]:
    at = 0
    while at < len(items):
        found = _longest(stage, items, at, implied)
        if found is None:
            yield items[at]
            at += 1
        else:
            yield found
            at += len(found.inside)


def _longest(
    stage: _Index, items: Sequence[Item], at: int, implied: Callable[[object], tuple[str, ...]]
) -> Item | None:
    item = items[at]
    candidates = [pattern for key in (item.text, *item.categories) for pattern in stage.get(key, ())]
    matches = [(match, pattern) for pattern in candidates if (match := pattern.match(items, at)) is not None]
    for match, pattern in sorted(matches, key=lambda each: -len(each[0].items)):
        value = pattern.build(match)
        if value is not None:
            return joined(match.items, dict.fromkeys((*pattern.gives, *implied(value)), value))
    return None
