"""What each way of finding a definition is worth: its precision as measured, which is a definition's confidence."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from editcheck.facts.acronyms.letters import Alignment, letters_of
from editcheck.facts.model import Definition

if TYPE_CHECKING:
    from editcheck.article import Span

__all__ = ["OTHER_LETTERS", "STRICT", "by_place", "confidence_of", "is_strict"]

#: The strategy of a definition that only the text's words or marks make: the letters do not fit.
OTHER_LETTERS = "other-letters"
#: The strategies that go letter by letter along the openings of words.
STRICT = frozenset({"initials", "function-words-skipped", "parts-skipped", "equivalents"})


class Worth(NamedTuple):
    """A strategy's figures for short forms of 1, 2, 3, 4, 5 and more letters."""

    limits: tuple[float, ...]
    precision: tuple[float, ...]


@cache
def _worths() -> dict[str, Worth]:
    raw = resources.files("editcheck").joinpath("facts/data/acronyms_strategies.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)["strategies"]
    return {name: Worth(tuple(each["limits"]), tuple(each["precision"])) for name, each in table.items()}


def confidence_of(form: str, found: Alignment) -> float:
    """Return the measured precision of an alignment's strategy for a form of this length; 0: not to be believed."""
    worth = _worths()[found.strategy]
    length = min(len(letters_of(form)), len(worth.limits)) - 1
    return worth.precision[length] if found.price <= worth.limits[length] else 0.0


def by_place(text: str, short: Span, long: Span, place: str) -> Definition | None:
    """Return a definition that only its place makes, with the precision of such; None if one holds the other."""
    form = short.of(text)
    if form in long.of(text):
        return None
    precision = _worths()[OTHER_LETTERS].precision
    confidence = precision[min(len(letters_of(form)), len(precision)) - 1]
    return Definition(short, long, f"{place}: {OTHER_LETTERS}", confidence)


def is_strict(definition: Definition, *, tail: bool = False) -> bool:
    """Whether a definition was found letter by letter at the openings of words: needed where the text only hints at it.

    `tail` allows common words after a name ("Arrivals program, or DACA").
    """
    strategy = definition.strategy.partition(": ")[2]
    return strategy in STRICT or (tail and strategy == "name-and-tail")
