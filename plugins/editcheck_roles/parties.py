"""Parties and states as newspapers write them beside a name: "(D-Wash.)", "Democratic Sen.", "of Texas"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import editcheck
from editcheck import Span

if TYPE_CHECKING:
    from editcheck import Article

__all__ = ["Tag", "country_of", "party_of", "state_of", "tag_after"]

_TAG = re.compile(r"(?:\s*\(|,\s*)(([DRI])[-\u2010\u2011\u2013]([A-Z][A-Za-z.]*(?:\s[A-Z][A-Za-z.]*)?))(?=[,).;]|\s)")
_LETTERS = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_WORDS = {"democratic": "Democrat", "democrat": "Democrat", "republican": "Republican", "gop": "Republican"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag behind a name: its words, the party they mean, and the state by its postal letters, None where unknown."""

    span: Span
    text: str
    party: str | None
    state: str | None


def tag_after(article: Article, name: Span) -> Tag | None:
    """Return the tag behind a name, or None."""
    match = _TAG.match(article.text, name.end)
    if match is None:
        return None
    text, letter, place = match.groups()
    state = state_of(place) or state_of(place.rstrip("."))
    return Tag(Span(match.start(1), match.end(1)), text, _LETTERS[letter], state) if state else None


def party_of(role: str) -> str | None:
    """Return the party that a role's words name, or None."""
    return next((_WORDS[word] for word in re.findall(r"\w+", role.lower()) if word in _WORDS), None)


def state_of(name: str) -> str | None:
    """Return the postal letters of a state of the United States, whatever way it is written; None for all else."""
    return editcheck.load_table("editcheck_roles", "states.toml").get(name)


def country_of(name: str) -> str:
    """Return a country's plain name: "Britain" for "United Kingdom"."""
    return editcheck.load_table("editcheck_roles", "countries.toml").get(name, name)
