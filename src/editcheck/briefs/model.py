"""What a sheet says, as plain values. Words are counted as an editor counts them: what has a letter or a digit."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Brief", "Moment", "PersonEntry", "Place", "ShortForm", "Speaker", "Told"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line and column of the source (from 1), and how many words of the article come before."""

    line: int
    column: int
    word: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source and what it says.

    `kind` is a `SourceKind`, "person" where it is somebody known, "nobody" where there is none. `role` is the first
    role the article gives, "" where it gives none. `introduced` is where the full name first stands, None where that is
    nowhere or where it is no person. `quoted` are words between quotation marks, `reported` the others; words that a
    speaker passes on count for whoever said them. `turns` are the places of what is said, each with its number of
    words.
    """

    name: str
    kind: str
    role: str
    introduced: Place | None
    quoted: int
    reported: int
    turns: tuple[tuple[Place, int], ...]

    @property
    def words(self) -> int:
        """All words, quoted and reported."""
        return self.quoted + self.reported


@dataclass(frozen=True, slots=True)
class Told:
    """Words that describe a person or tell a moment, and where they first stand."""

    text: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person, all ways of describing them, and where they are spoken of."""

    name: str
    described: tuple[Told, ...]
    mentions: tuple[Place, ...]
    speaks: bool


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form: what it stands for (None: the article never says), where that is said, how often it is used."""

    form: str
    long_form: str | None
    known: bool
    explained: Place | None
    times: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, year or other stretch of time that the article speaks of.

    `value` is its TIMEX3 value, `label` the same in words, `begins` and `ends` its first and last day (ISO 8601) by
    which it is put in order. `when` is "past", "now" or "future", seen from the day of publication, "" without one.
    """

    value: str
    label: str
    begins: str
    ends: str
    when: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The sheet on one article. Speakers stand with the one who says most first; people in the order of the text."""

    title: str
    name: str
    published: str | None
    words: int
    speakers: tuple[Speaker, ...]
    people: tuple[PersonEntry, ...]
    acronyms: tuple[ShortForm, ...]
    timeline: tuple[Moment, ...]
    notices: tuple[str, ...] = ()
