"""Names of people and of offices in a form in which they can be compared."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["name_words", "office_words", "outer_names"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
#: Words of offices that tell nothing apart: "minister for the economy", "economy minister".
_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "at", "on", "a"})
#: What an office is called besides.
_SAME = {"congressman": "representative", "congresswoman": "representative", "defence": "defense"}


def name_words(name: str) -> tuple[str, ...]:
    """Return a person's name as plain words: no accents, marks or capitals, no "Jr." either."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return tuple(word for word in _WORD.findall(letters.replace(".", " ")) if word not in _SUFFIXES)


def outer_names(name: str) -> tuple[str, ...]:
    """Return the first and the last of a name's words, which is what newspapers print of most."""
    words = name_words(name)
    return (words[0], words[-1]) if len(words) > 1 else words


def office_words(*labels: str | None) -> frozenset[str]:
    """Return what an office is known by, in whatever order: its words without the small ones, in the singular."""
    words = (word for label in labels if label for word in name_words(label))
    return frozenset(_SAME.get(word, word) for word in words if word not in _SMALL)
