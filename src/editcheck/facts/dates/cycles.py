"""What comes round every year or every week: a month, a holiday, a quarter, a Friday; and which one is meant."""

from __future__ import annotations

import enum
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from editcheck.facts.dates.holidays import holiday_in
from editcheck.facts.dates.meaning import Direction, Hold, Outlook
from editcheck.facts.dates.stretches import Stretch, Unit, is_day

__all__ = ["Cycle", "DayOfYear", "Holiday", "PartOfYear", "Weekday", "Weekend", "Which", "choose", "turns"]


class Which(enum.Enum):
    """Which one the words single out: plain ("Friday") leaves it to the tense."""

    PLAIN = "plain"
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"


class Cycle(ABC):
    """Something that comes round. Its turns are numbered, by years or by weeks."""

    @property
    def grain(self) -> Unit:
        """How long it lasts."""
        return Unit.DAY

    @property
    @abstractmethod
    def blank(self) -> str:
        """The TIMEX3 value where it is not known which one."""

    @abstractmethod
    def turn_of(self, day: date) -> int:
        """Return the turn that a day lies in."""

    @abstractmethod
    def at(self, turn: int) -> Stretch | None:
        """Return the stretch of a turn, None where it has none (29 February)."""

    def in_stretch(self, whole: Stretch) -> Stretch | None:
        """Return the first one that lies in a stretch, None where there is none."""
        first = self.turn_of(whole.first)
        found = (self.at(turn) for turn in range(first, min(self.turn_of(whole.last), first + 100) + 1))
        return next((each for each in found if each is not None and whole.holds(each)), None)


class _Yearly(Cycle):
    def turn_of(self, day: date) -> int:
        return day.year


class _Weekly(Cycle):
    def turn_of(self, day: date) -> int:
        return Stretch.around(Unit.WEEK, day).number


@dataclass(frozen=True, slots=True)
class PartOfYear(_Yearly):
    """A month, quarter, half or season; `number` counts from 1, seasons from spring."""

    unit: Unit
    number: int

    @property
    def grain(self) -> Unit:
        """How long it lasts."""
        return self.unit

    @property
    def blank(self) -> str:
        """Its value in the year XXXX."""
        return "XXXX" + Stretch.part_of_year(self.unit, 2000, self.number).value[4:]

    def at(self, turn: int) -> Stretch:
        """Return it in a year."""
        return Stretch.part_of_year(self.unit, turn, self.number)


@dataclass(frozen=True, slots=True)
class DayOfYear(_Yearly):
    """A day of a month."""

    month: int
    day: int

    @property
    def blank(self) -> str:
        """Its value in the year XXXX."""
        return f"XXXX-{self.month:02d}-{self.day:02d}"

    def at(self, turn: int) -> Stretch | None:
        """Return it in a year."""
        return Stretch.of_day(date(turn, self.month, self.day)) if is_day(turn, self.month, self.day) else None


@dataclass(frozen=True, slots=True)
class Holiday(_Yearly):
    """A holiday, by the rule of its day (see `holidays`)."""

    rule: str

    @property
    def blank(self) -> str:
        """Its value in the year XXXX, without month and day where these change."""
        fixed = self.rule.split("-")
        return f"XXXX-{self.rule}" if len(fixed) == 2 and all(each.isdigit() for each in fixed) else "XXXX-XX-XX"

    def at(self, turn: int) -> Stretch:
        """Return it in a year."""
        return Stretch.of_day(holiday_in(self.rule, turn))


@dataclass(frozen=True, slots=True)
class Weekday(_Weekly):
    """A day of the week, Monday is 1."""

    number: int

    @property
    def blank(self) -> str:
        """Its value in the week XX."""
        return f"XXXX-WXX-{self.number}"

    def at(self, turn: int) -> Stretch:
        """Return it in a week."""
        return Stretch(Unit.DAY, turn * 7 + self.number)


@dataclass(frozen=True, slots=True)
class Weekend(_Weekly):
    """The weekend."""

    @property
    def grain(self) -> Unit:
        """How long it lasts."""
        return Unit.WEEKEND

    @property
    def blank(self) -> str:
        """Its value in the week XX."""
        return "XXXX-WXX-WE"

    def at(self, turn: int) -> Stretch:
        """Return it in a week."""
        return Stretch(Unit.WEEKEND, turn)


def choose(cycle: Cycle, which: Which, published: date, outlook: Outlook) -> list[Stretch]:
    """Return the stretches that may be meant, as seen from the day of publication, the likeliest first."""
    turn = cycle.turn_of(published)
    around = turns(cycle, turn)
    before = [each for each in around if each.last < published][::-1]
    after = [each for each in around if each.first > published]
    now = [each for each in around if each.first <= published <= each.last]
    match which:
        case Which.LAST if cycle.grain is Unit.MONTH and _is_month_before(before[0], published):
            return [before[1], before[0]]
        case Which.LAST:
            return before[:2] if isinstance(cycle, _Weekly) and _in_turn(cycle, turn, before) else before[:1]
        case Which.COMING:
            return after[:1]
        case Which.NEXT:
            return _next(cycle, turn, after)
        case Which.THIS:
            return _this(cycle.at(turn), before[:1], now[:1], after[:1], outlook)
    past, future = [*now, *before][:1], [*now, *after][:1]
    if isinstance(cycle, _Weekly):
        return _in_a_week(past, future, outlook, published)
    if cycle.grain is Unit.QUARTER and outlook == Outlook(Direction.FUTURE, Hold.FIRM):
        outlook = Outlook(Direction.FUTURE, Hold.LOOSE)  # companies expect to report what is past
    return _in_a_year(past, future, outlook, published)


def _is_month_before(month: Stretch, published: date) -> bool:
    """Whether a month is the one that an article would call last month: last February, told in March, is another."""
    return month.shift(1) == Stretch.around(Unit.MONTH, published)


def turns(cycle: Cycle, turn: int) -> list[Stretch]:
    """Return what comes round near a turn; farther away where it skips turns (29 February)."""
    found = [cycle.at(turn + further) for further in (-2, -1, 0, 1, 2)]
    if None in found:
        found = [cycle.at(turn + further) for further in range(-9, 10)]
    return [each for each in found if each is not None]


def _next(cycle: Cycle, turn: int, after: list[Stretch]) -> list[Stretch]:
    """Return the one of the next week ("next Friday", said on a Wednesday), or the next of all where years count."""
    if isinstance(cycle, _Yearly) or not _in_turn(cycle, turn, after):
        return after[:1]
    return [after[1], after[0]]


def _in_turn(cycle: Cycle, turn: int, found: list[Stretch]) -> bool:
    """Whether the first of them lies in the week of publication itself, so that "last" and "next" may skip it."""
    return cycle.turn_of(found[0].first) == turn


def _this(
    here: Stretch | None, before: list[Stretch], now: list[Stretch], after: list[Stretch], outlook: Outlook
) -> list[Stretch]:
    """Return the one of the same week or year; the verb may show that it is the one before or after."""
    found = [] if here is None else [here]
    if now or here is None:
        return now or after
    if outlook.direction is Direction.FUTURE and here in before:
        return after + found
    if outlook.direction is Direction.PAST and here in after:
        return before + found
    return found


def _in_a_week(past: list[Stretch], future: list[Stretch], outlook: Outlook, published: date) -> list[Stretch]:
    """Follow the verb; where it does not tell, news is of days past. What hardly belongs to its verb is the nearer."""
    if outlook == Outlook(Direction.FUTURE, Hold.NONE):
        return sorted(dict.fromkeys(future + past), key=lambda each: _away(each, published))
    if outlook.direction is Direction.FUTURE:
        return future
    return past if outlook.direction is Direction.PAST else list(dict.fromkeys(past + future))


#: How many times as far away something may be that agrees with its verb: a day of last year, eleven months ago, gives
#: way to one of next week. On TimeBank and AQUAINT (work part) 1.5 to 6 for a loose hold and 4 to 20 for a firm one
#: give the same number of right values within one; without any pull, or with an endless one, it is one or two less.
_PULL = {Hold.FIRM: 8.0, Hold.LOOSE: 2.5, Hold.NONE: 1.0}


def _in_a_year(past: list[Stretch], future: list[Stretch], outlook: Outlook, published: date) -> list[Stretch]:
    """Weigh what the verb says, the firmer its hold the more, against what is nearer; a month follows a firm hold."""
    wanted = past if outlook.direction is Direction.PAST else future
    if outlook.hold is Hold.FIRM and outlook.direction is not Direction.UNKNOWN and wanted[0].unit is not Unit.DAY:
        return wanted
    pull = 1.0 if outlook.direction is Direction.UNKNOWN else _PULL[outlook.hold]

    def weight(each: Stretch) -> float:
        return _away(each, published) / (pull if each in wanted else 1.0)

    return sorted(dict.fromkeys(past + future), key=weight)


def _away(stretch: Stretch, published: date) -> int:
    """Return how many days a stretch lies before or after a day, 0 around it."""
    return max((published - stretch.last).days, (stretch.first - published).days, 0)
