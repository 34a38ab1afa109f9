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


#: Letters that make a form long: of more, none pays for another liberty.
_LONG = 5


class Worth(NamedTuple):
    """What a strategy is worth: its measured precision, and which of its alignments are believed.

    The short form has `fewest` letters at least, and the alignment costs `price` at most for each letter behind the
    first; without a price any is believed.
    """

    precision: float
    fewest: int = 2
    price: float = float("inf")

    def believes(self, letters: int, price: float) -> bool:
        """Whether an alignment of so many letters may cost so much. A lone letter must be its word's initial."""
        return letters >= self.fewest and price <= (self.price * (min(letters, _LONG) - 1) if letters > 1 else 0.0)


@cache
def _worths() -> dict[str, Worth]:
    raw = resources.files("editcheck").joinpath("facts/data/acronyms_strategies.toml").read_text(encoding="utf-8")
    return {name: Worth(**each) for name, each in tomllib.loads(raw)["strategies"].items()}


def confidence_of(form: str, found: Alignment) -> float:
    """Return the measured precision of an alignment's strategy; 0: too dear for a form of so many letters."""
    worth = _worths()[found.strategy]
    return worth.precision if worth.believes(len(letters_of(form)), found.price) else 0.0


def by_place(text: str, short: Span, long: Span, place: str) -> Definition | None:
    """Return a definition that only its place makes, with the precision of such; None if one holds the other."""
    form = short.of(text)
    if form in long.of(text):
        return None
    return Definition(short, long, f"{place}: {OTHER_LETTERS}", _worths()[OTHER_LETTERS].precision)


def is_strict(definition: Definition, *, tail: bool = False) -> bool:
    """Whether a definition was found letter by letter at the openings of words: needed where the text only hints at it.

    `tail` allows common words after a name ("Arrivals program, or DACA").
    """
    strategy = definition.strategy.partition(": ")[2]
    return strategy in STRICT or (tail and strategy == "name-and-tail")
