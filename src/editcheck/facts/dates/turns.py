"""Meanings that count what comes round: two Sundays ago, the following Tuesday."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.facts.dates.cycles import turns
from editcheck.facts.dates.meaning import Context, Meaning, Reading

if TYPE_CHECKING:
    from editcheck.facts.dates.cycles import Cycle
    from editcheck.facts.dates.stretches import Unit

__all__ = ["ToldTurn", "TurnsAgo"]


@dataclass(frozen=True, slots=True)
class ToldTurn(Meaning):
    """The next one after the date told last (`sign` 1), or the last before it (-1): the following Tuesday."""

    cycle: Cycle
    sign: int

    @property
    def grain(self) -> Unit:
        """The unit of what comes round."""
        return self.cycle.grain

    def read(self, context: Context) -> Reading:
        """Count from the date told last, where that is no longer than what comes round."""
        told = context.told
        if told is None or told.unit.days > self.cycle.grain.days:
            return Reading.vague(self.cycle.blank)
        around = [each for each in turns(self.cycle, self.cycle.turn_of(told.first)) if each.exists]
        beyond = (each for each in around[:: self.sign] if self.sign * (each.first - told.first).days > 0)
        found = next(beyond, None)
        return Reading.vague(self.cycle.blank) if found is None else Reading.of(found, "context")


@dataclass(frozen=True, slots=True)
class TurnsAgo(Meaning):
    """The one that is so many back from the day of publication: two Sundays ago."""

    cycle: Cycle
    count: int

    @property
    def grain(self) -> Unit:
        """The unit of what comes round."""
        return self.cycle.grain

    def read(self, context: Context) -> Reading:
        """Count back from the last one before the day of publication."""
        if context.published is None:
            return Reading("DATE", self.cycle.blank, basis="publication")
        turn = self.cycle.turn_of(context.published)
        latest = self.cycle.at(turn)
        back = self.count - (latest is not None and latest.last < context.published)
        found = self.cycle.at(turn - back)
        return Reading.vague(self.cycle.blank) if found is None else Reading.of(found, "publication")
