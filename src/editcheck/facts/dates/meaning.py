"""What a meaning is: words that were understood but not yet placed in the calendar, and the reading that places them.

The grammar builds meanings ("the last Friday", "two weeks before that"); where an article is told from, and in which
tense, comes in only when they are read against a `Context`.
"""

from __future__ import annotations

import enum
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from editcheck.facts.dates.stretches import Stretch, Unit
    from editcheck.facts.model import DateParts

__all__ = ["Context", "Direction", "Hold", "Meaning", "Modified", "Outlook", "Reading", "Vague"]


class Direction(enum.Enum):
    """Which way from the day of publication the governing verb looks."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Hold(enum.Enum):
    """How firmly a time belongs to its verb: directly, through a noun ("a rally on Oct. 3"), or not to speak of."""

    FIRM = "firm"
    LOOSE = "loose"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Outlook:
    """Which way a time lies by its verb, and how surely."""

    direction: Direction = Direction.UNKNOWN
    hold: Hold = Hold.NONE


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may rest on: the day of publication, the dates told before, the verb, the order of figures.

    `told` is the date told last, `quarter` the quarter told last that is not there for comparison; `day` is
    the day told close by, to which an hour belongs; `report` what the figures told close by are of, with which "a year
    earlier" compares: such a quarter, or the year of such months ("the first nine months").
    """

    published: date | None = None
    told: Stretch | None = None
    quarter: Stretch | None = None
    day: Stretch | None = None
    report: Stretch | None = None
    outlook: Outlook = Outlook()
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 without its words; `stretch` is the place in the calendar, where it has one.

    `compared` says that it only looks back, to compare or in passing ("a year earlier", "two days before"): what
    follows is not told from there.
    """

    type: str
    value: str
    stretch: Stretch | None = None
    basis: str = "explicit"
    alternatives: tuple[str, ...] = ()
    mod: str | None = None
    parts: DateParts | None = None
    compared: bool = False

    @classmethod
    def of(cls, stretch: Stretch, basis: str = "explicit", parts: DateParts | None = None) -> Reading:
        """Return the reading of a stretch; one beyond the calendar is merely long past, or far to come."""
        if not stretch.exists:
            return cls.vague("PAST_REF" if stretch.number < 1 else "FUTURE_REF", parts)
        return cls("DATE", stretch.value, stretch, basis, parts=parts)

    @classmethod
    def vague(cls, value: str, parts: DateParts | None = None) -> Reading:
        """Return the reading of words that have no place in the calendar; `value` says what is known all the same."""
        return cls("DATE", value, basis="vague", parts=parts)


class Meaning(ABC):
    """What some words mean, before it is known when they were written."""

    @property
    def grain(self) -> Unit | None:
        """How long a stretch of the calendar it is, None where it is none."""
        return None

    @abstractmethod
    def read(self, context: Context) -> Reading:
        """Place it in the calendar, as far as the context allows; nothing is invented."""


@dataclass(frozen=True, slots=True)
class Vague(Meaning):
    """Now, recently, in the future: no date can be had of it. `value` is PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str

    def read(self, context: Context) -> Reading:
        """Return the reading, the same in every context."""
        return Reading.vague(self.value)


@dataclass(frozen=True, slots=True)
class Modified(Meaning):
    """Early, late, about, at least ...: another meaning with a TIMEX3 mod."""

    inner: Meaning
    mod: str

    @property
    def grain(self) -> Unit | None:
        """The other meaning's grain."""
        return self.inner.grain

    def read(self, context: Context) -> Reading:
        """Return the other meaning's reading with the mod."""
        return replace(self.inner.read(context), mod=self.mod)
