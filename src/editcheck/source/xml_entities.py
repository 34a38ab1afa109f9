"""The entities of an XML file: HTML's names are known, those of its own DTD too, nothing outside is ever read.

News files use `&nbsp;` and `&eacute;` whether or not they name a DTD that declares them. Which names a text uses is
looked up first, and just these are declared, in place of the DTD that the file names.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editcheck.source.errors import SourceError

__all__ = ["EntityGuard", "html_declarations"]

_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9.]{0,31});")
_ENTITY_IN_VALUE = re.compile(r"([&%])([^\s;&%#]+);")
_PREDEFINED = frozenset({"amp", "apos", "gt", "lt", "quot"})

#: What the entities of a DTD may amount to. Real ones are names and phrases; bombs need millions of characters.
_MOST_TEXT = 1_000_000
_MOST_NESTED = 50
_MOST_INNER = 1_000


def html_declarations(text: str) -> bytes:
    """Return a DTD that declares those of HTML's named characters that a text refers to."""
    names = sorted({name for name in _REFERENCE.findall(text) if f"{name};" in html5 and name not in _PREDEFINED})
    return "".join(f'<!ENTITY {name} "{_references(html5[f"{name};"])}">' for name in names).encode("ascii")


def _references(characters: str) -> str:
    # Doubly escaped: `&` and `<` must still be references when the declaration itself has been read.
    return "".join(f"&#38;#{ord(character)};" for character in characters)


class EntityGuard:
    """Refuses entities that grow out of all proportion, before they are expanded, and counts what has been.

    `error` makes the error for a problem at the place that is being read.
    """

    def __init__(self, error: Callable[[str], SourceError]) -> None:
        self._error = error
        self._values: dict[str, str] = {}
        self._nested: dict[str, list[str]] = {}
        self._awaited: set[str] = set()
        self._expanded = 0

    def declare(self, entity: str, is_parameter: bool, value: str | None) -> None:
        """Take note of a declaration; entities that stand for a file have no value. Raises `SourceError` at a bomb."""
        key = ("%" if is_parameter else "&") + entity
        if value is None or key in self._values:
            return
        self._values[key] = value
        inner = [sign + name for sign, name in _ENTITY_IN_VALUE.findall(value) if name not in _PREDEFINED]
        if inner:
            self._nested[key] = inner
            self._awaited.update(inner)
        # With so few of them that lead on, no chain is deep and every size is soon known.
        if len(self._nested) > _MOST_NESTED or sum(map(len, self._nested.values())) > _MOST_INNER:
            raise self._bomb("too many entities are made of other entities")
        if inner or key in self._awaited:
            self._check_sizes()

    def _check_sizes(self) -> None:
        sizes: dict[str, int] = {}
        for key in self._nested:
            if self._size(key, sizes, ()) > _MOST_TEXT:
                raise self._bomb(f"the entity {key}; expands to more than {_MOST_TEXT:,} characters")

    def _size(self, key: str, sizes: dict[str, int], path: tuple[str, ...]) -> int:
        """Return how long an entity is when all inside it is expanded; what leads back to itself counts once."""
        if key in path:
            return 0
        if key not in sizes:
            inner = (self._size(part, sizes, (*path, key)) for part in self._nested.get(key, ()))
            sizes[key] = len(self._values.get(key, "")) + sum(inner)
        return sizes[key]

    def expand(self, length: int) -> None:
        """Count characters that came out of an entity. Raises `SourceError` where they are too many."""
        self._expanded += length
        if self._expanded > _MOST_TEXT:
            raise self._bomb(f"its entities expand to more than {_MOST_TEXT:,} characters")

    def check_attributes(self, attributes: Mapping[str, str], length: int) -> None:
        """Refuse attributes longer than the whole file, which only entities can make."""
        if sum(map(len, attributes.values())) > length + _MOST_TEXT:
            raise self._bomb(f"entities in attributes expand to more than {_MOST_TEXT:,} characters")

    def _bomb(self, problem: str) -> SourceError:
        return self._error(f"an entity bomb: {problem}; write the text itself in place of its entities")
