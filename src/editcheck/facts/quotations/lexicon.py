"""The cue words: what each of them says about the speaker, and where its content stands."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from editcheck.house import load_table

if TYPE_CHECKING:
    from editcheck.house import House

__all__ = ["Cue", "CueVerbs", "Sense", "adjective_cue_of", "noun_cue_of", "problem_with_cue", "words"]


class Sense(enum.StrEnum):
    """What a cue credits somebody with."""

    SPEECH = "speech"
    THOUGHT = "thought"
    STANCE = "stance"
    SEEMING = "seeming"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb: its sense and what may hold the content. See the house list cue_verbs.toml for the frames."""

    sense: Sense
    frames: frozenset[str]
    prepositions: frozenset[str]
    going_on: frozenset[str]
    particles: frozenset[str]

    def takes(self, frame: str) -> bool:
        """Whether a frame is among what the verb takes."""
        return frame in self.frames


_FRAMES = frozenset({"quote", "that", "inf", "ing", "obj", "name", "hearer", "acomp"})


class CueVerbs:
    """The verbs that the house list has for cues."""

    def __init__(self, house: House) -> None:
        self._entries = house["cue_verbs"]

    def cue(self, lemma: str) -> Cue | None:
        """Return what is known of a verb, or None where it is no cue."""
        entry = self._entries.get(lemma)
        return _read(entry) if entry is not None else None


def problem_with_cue(entry: str) -> str | None:
    """Return what is wrong with what the house list says of a verb, or None."""
    senses = [each.value for each in Sense]
    if entry.split()[:1] and entry.split()[0] not in senses:
        return f"{entry!r} must begin with one of {', '.join(senses)}, as in cue_verbs.toml"
    return None


def noun_cue_of(lemma: str) -> Cue | None:
    """Return what is known of a noun ("claim"), or None where it is no cue."""
    return _cues("cue_nouns").get(lemma)


def adjective_cue_of(word: str) -> Cue | None:
    """Return what is known of an adjective ("sure"), or None where it is no cue."""
    return _cues("cue_adjectives").get(word)


@cache
def _cues(name: str) -> dict[str, Cue]:
    return {lemma: _read(entry) for lemma, entry in load_table("editcheck", f"facts/data/{name}.toml").items()}


@cache
def _read(entry: str) -> Cue:
    sense, *rest = entry.split()
    return Cue(
        Sense(sense),
        frozenset(each for each in rest if each in _FRAMES),
        frozenset(each for each in rest if each not in _FRAMES and each[0] != "+" and each[-1] != "!"),
        frozenset(each[1:] for each in rest if each[0] == "+"),
        frozenset(each[:-1] for each in rest if each[-1] == "!"),
    )


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of data/ by its file's name."""
    return frozenset(load_table("editcheck", f"facts/data/{name}.toml"))
