"""The builders' register: what a pattern's `build` names, and what it must be called with."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from editcheck.facts.dates.grammar import Builder, Match
    from editcheck.facts.dates.words import Item
    from editcheck.facts.model import Token

__all__ = ["BUILDERS", "builder", "following", "preceding"]

_Function = TypeVar("_Function", bound="Callable[[Match], object | None]")

#: The builders by name; filled when the modules that define them are imported.
BUILDERS: dict[str, Builder] = {}


def builder(function: _Function) -> _Function:
    """Register a builder under the name of its function."""
    BUILDERS[function.__name__] = function
    return function


def preceding(item: Item) -> Token | None:
    """Return the token before an item, None at the start of its sentence."""
    return item.sentence.tokens[item.first - 1] if item.first else None


def following(item: Item) -> Token | None:
    """Return the token after an item, None at the end of its sentence."""
    tokens = item.sentence.tokens
    return tokens[item.last + 1] if item.last + 1 < len(tokens) else None
