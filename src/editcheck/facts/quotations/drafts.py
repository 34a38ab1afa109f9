"""An attribution while it is being put together, in token indexes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.facts.quotations.lexicon import Cue, Sense

__all__ = ["Draft"]


@dataclass
class Draft:
    """Who says what, so far. `verb` is the cue's verb or noun, `content` the tokens that the parse gives it.

    `quotes` are the quoted pieces that it is credited with; `whole` says that these alone are the content.
    """

    verb: int
    cue: list[int]
    source: list[int]
    content: set[int]
    frame: str
    sense: Sense
    entry: Cue | None = None
    quotes: list[int] = field(default_factory=list)
    whole: bool = False
