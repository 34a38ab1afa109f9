"""From one time to another: the two ends of a range, each read in the light of the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.facts.dates.clock import TimeOfDay
from editcheck.facts.dates.cycles import Which
from editcheck.facts.dates.dated import Recurring
from editcheck.facts.dates.meaning import Context, Direction, Meaning, Modified, Reading

if TYPE_CHECKING:
    from editcheck.article import Span
    from editcheck.facts.dates.stretches import Stretch

__all__ = ["Ends", "read_ends"]


@dataclass(frozen=True, slots=True)
class Ends:
    """What a range begins and ends with, and where the words of each stand."""

    begin: Meaning
    end: Meaning
    begin_span: Span
    end_span: Span


def read_ends(ends: Ends, context: Context) -> tuple[Reading, Reading]:
    """Read both ends: what comes round is sought after the beginning, or before an end that is written out."""
    begin, end = _sharing_a_day(ends.begin, ends.end)
    first, last = begin.read(context), end.read(context)
    if first.stretch is None or last.stretch is None:
        return first, last
    open_begin, open_end = _coming_round(begin), _coming_round(end)
    reversed_ = last.stretch.first < first.stretch.first
    past = reversed_ and context.outlook.direction is Direction.PAST
    if open_begin and (past or (not open_end and first.basis != last.basis)):
        return replace(_turn(open_begin, last.stretch, -1) or first, mod=first.mod), last
    if open_end and reversed_:
        return first, replace(_turn(open_end, first.stretch, 1) or last, mod=last.mod)
    return first, last


def _sharing_a_day(begin: Meaning, end: Meaning) -> tuple[Meaning, Meaning]:
    if isinstance(begin, TimeOfDay) and isinstance(end, TimeOfDay) and begin.day is None:
        begin = replace(begin, day=end.day)
    return begin, end


def _coming_round(meaning: Meaning) -> Recurring | None:
    inner = meaning.inner if isinstance(meaning, Modified) else meaning
    return inner if isinstance(inner, Recurring) and inner.which is Which.PLAIN else None


def _turn(meaning: Recurring, other: Stretch, sign: int) -> Reading | None:
    """Return the nearest turn that lies not before the other end (sign 1), or not after it (-1)."""
    turn = meaning.cycle.turn_of(other.first)
    found = [meaning.cycle.at(turn + sign * further) for further in (0, 1)]
    fits = (each for each in found if each is not None and sign * (each.first - other.first).days >= 0)
    nearest = next(fits, None)
    return None if nearest is None else Reading.of(nearest, "context", meaning.parts)
