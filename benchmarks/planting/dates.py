"""Planting errors in dates: places are plain patterns of dates, outside of quotation marks, in articles with a day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpora import Span

from editcheck_dates.calendar import MONTHS, WEEKDAYS
from planting.names import is_unknown, named
from planting.papers import Case, Edit, Paper, Planted, Version

_AP = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
_WEEKDAY_BEFORE = re.compile(rf"(?:{'|'.join(WEEKDAYS)}),? (?:the )?$")
_DATE = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.?) (?P<day>[12]?\d|3[01])\b"
    r"(?P<rest>, (?P<year>(?:19|20)\d\d)\b)?(?!(?:st|nd|rd|th)\b|\d|:|[-–]\d| ?(?:percent|%|million|p\.m|a\.m))"
)
_PAST = re.compile(
    r"\b(?:was|were|met|held|spoke|won|lost|died|began|came|went|left|took|gave|sent|made|wrote|signed|filed|announced"
    r"|released|published|opened|launched|voted|appeared|visited|arrived|resigned|testified|tweeted|endorsed|launched)"
    r"(?: [\w’',$-]+){0,6} (?:on|On) $"
)
_TOLD_AHEAD = re.compile(
    r"\b(?:be|been|to|would|will|could|should|may|might|had|scheduled|set|planned|due|expected|slated|until|by|before|if"
    r"|announced|next|upcoming|ahead|tickets|available|eligible|deadline|vote on|begins?|starts?|takes?)\b"
)
#: The day of the last week on which something was said or done, by its weekday.
_LATELY = re.compile(
    r"\b(?:said|told reporters|met|spoke|won|died|announced|released|signed|filed|testified|tweeted|resigned|arrived"
    r"|voted|arrested|killed|published|visited)(?: [a-z’']+){0,3} (?P<day>(?:on )?(?:"
    + "|".join(WEEKDAYS)
    + r"))\b(?! (?:night|morning|evening|afternoon|through|to|and|or)\b)"
)
_FUTURE = re.compile(r"\bwill (?!have\b)(?:be )?[a-z]+(?: [\w’'-]+){0,6} (?:on|On) $")
_IN_YEAR = re.compile(r"\b[Ii]n (?P<year>19[5-9]\d|200\d|201[0-4])(?=[,.]? )(?! (?:to|and|or)\b)")
_AGED = re.compile(r", (?P<age>[2-9]\d),")
_ONCE = re.compile(
    r"\b(?:died|was born|was arrested|was killed|was found dead|was elected|was appointed|was founded|was sworn in"
    r"|resigned|was shot|was fired|was convicted|was sentenced|was indicted|was assassinated|was signed|took office)\b"
)
_ONCE_THEN = re.compile(
    r"(?<![A-Z][a-z] )\b(?:(?:(?!(?:But|And|When|After|In|He|She|It|They)\b)[A-Z][\w.’'-]+ ){1,3}"
    r"|[Tt]he (?:[a-z]+ ){1,2})"
    + _ONCE.pattern
    + r"(?: (?:in|at|of|by|to|the|a|his|her|home|[A-Z]\w+)){0,5} (?:on (?P<on>)|in (?P<in>))?"
    rf"(?P<when>(?(in)(?P<year>(?:19|20)\d\d)|(?:{'|'.join(WEEKDAYS)})))\b(?! (?:night|morning|evening|afternoon)\b)"
)


@dataclass(frozen=True)
class Dated:
    """A day of the calendar as a paper writes it, with the day that it means."""

    span: Span
    month: str
    rest: str
    year: str | None
    day: date


def _dated(paper: Paper) -> Iterator[Dated]:
    """Yield days with a month; without a year the nearest to publication is meant, if that is within four months."""
    published = paper.published
    if published is None:
        return
    for found in paper.found(_DATE):
        month = next(number for number, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))
        years = [int(found["year"])] if found["year"] else [published.year + each for each in (0, -1, 1)]
        days = [each for year in years if (each := _day(year, month, int(found["day"])))]
        nearest = min(days, key=lambda each: abs(each - published), default=None)
        if nearest and (found["year"] or abs(nearest - published) < timedelta(days=120)):
            yield Dated(found.span(), found["month"], found["rest"] or "", found["year"], nearest)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _written(day: date, like: Dated) -> str:
    """Write another day in the style of a date."""
    abbreviated = like.month.endswith(".") or like.month in ("Jan", "Feb", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
    month = (_AP if abbreviated else MONTHS)[day.month - 1]
    return f"{month} {day.day}" + (f", {day.year}" if like.year else "")


def weekday_mismatch(paper: Paper, random: Random) -> Iterator[Case]:
    """A weekday that is wrong in the years around, too, is put before a day, or for the right one; twin: that one."""
    for each in _dated(paper):
        before = _WEEKDAY_BEFORE.search(paper.text, max(0, each.span[0] - 16), each.span[0])
        at = before.start() if before else each.span[0]
        right = each.day.weekday()
        near = {
            day.weekday() for shift in (-1, 1) if (day := _day(each.day.year + shift, each.day.month, each.day.day))
        }
        wrong = [name for number, name in enumerate(WEEKDAYS) if number != right and (each.year or number not in near)]
        yield Case(
            *(Version((Edit(at, each.span[0], f"{name}, "),)) for name in (random.choice(wrong), WEEKDAYS[right]))
        )


def impossible_date(paper: Paper, random: Random) -> Iterator[Case]:
    """A day becomes one that its month does not have; twin: the last that it has, on the same side of publication."""
    for each in _dated(paper):
        last = monthrange(each.day.year, each.day.month)[1]
        other = each.day.replace(day=last)
        before = _WEEKDAY_BEFORE.search(paper.text, max(0, each.span[0] - 16), each.span[0])
        if last < 31 and not before and paper.published and (other < paper.published) == (each.day < paper.published):
            wrong = random.choice(range(last + 1, 32)) if last < 30 else 31
            yield Case(*(Version((Edit(*each.span, f"{each.month} {day}{each.rest}"),)) for day in (wrong, last)))


def reversed_range(paper: Paper, random: Random) -> Iterator[Case]:
    """A year becomes a span of years with the later first; twin: with the earlier first."""
    for found in paper.found(_IN_YEAR):
        year = int(found["year"])
        first, last = year - random.randint(1, 4), year
        word = "F" if found[0][0] == "I" else "f"
        pattern = random.choice((f"{word}rom {{}} to {{}}", f"{'B' if word == 'F' else 'b'}etween {{}} and {{}}"))
        yield Case(*(Version((Edit(*found.span(), pattern.format(*ends)),)) for ends in ((last, first), (first, last))))


def tense_mismatch(paper: Paper, random: Random) -> Iterator[Case]:
    """The day of a verb in the past becomes one to come, or a coming day a past one; twin: a day on the same side."""
    yield from _tense_of_days(paper, random)
    for span, on in _past_days(paper):
        if paper.published:
            days = (paper.published + timedelta(days=sign * random.randint(4, 20)) for sign in (1, -1))
            yield Case(*(Version((Edit(*span, f"{on}{_AP[day.month - 1]} {day.day}"),)) for day in days))


def _tense_of_days(paper: Paper, random: Random) -> Iterator[Case]:
    for each in _dated(paper):
        before = paper.text[paper.sentence(each.span[0])[0] : each.span[0]]
        past, future = _PAST.search(before), _FUTURE.search(before)
        published = paper.published
        if published is None or _WEEKDAY_BEFORE.search(before):
            continue
        if past and each.day < published and not _TOLD_AHEAD.search(before):
            sign = 1
        elif future and each.day > published:
            sign = -1
        else:
            continue
        wrong = published + sign * timedelta(days=random.randint(4, 20))
        right = published - sign * timedelta(days=random.randint(4, 20))
        yield Case(*(Version((Edit(*each.span, _written(day, each)),)) for day in (wrong, right)))


def markup_mismatch(paper: Paper, random: Random) -> Iterator[Case]:
    """A day is marked up as <time> with another in `datetime`; twin: with the same."""
    for each in _dated(paper):
        far = 365 if each.year else 30  # another year is none where the words have no year
        other = each.day + timedelta(days=random.choice((-30, -10, -7, -1, 1, 7, 10, far)))
        nothing = (Edit(*each.span, paper[each.span]),)
        days = (other.isoformat(), each.day.isoformat())
        yield Case(*(Version(nothing, as_html=True, times=((each.span, day),)) for day in days))


def incomplete_date(paper: Paper, random: Random) -> Iterator[Case]:
    """A day ("on Oct. 7") loses its number; twin: "in October"."""
    for each in _dated(paper):
        if re.search(r"\b[Oo]n $", paper.text[: each.span[0]]) and each.month != "May":
            on = each.span[0] - 3
            word = "In" if paper.text[on] == "O" else "in"
            month = MONTHS[each.day.month - 1]
            twin = f"{word} {month}" + (f" {each.year}" if each.year else "")
            stop = paper.text.startswith(".", each.span[1])
            error = Version((Edit(*each.span, each.month.rstrip(".") if stop else each.month),))
            if paper.published and (each.year or (each.day < paper.published)):
                yield Case(error, Version((Edit(on, each.span[1], twin),)))


def missing_year(paper: Paper, random: Random) -> Iterator[Case]:
    """The day of something past becomes one eleven months ago, without its year; twin: with it.

    Without the year the reader takes it for a day of the months to come, and the verb says that it is past.
    """
    for span, on in _past_days(paper):
        if paper.published:
            day = paper.published - timedelta(days=random.randint(312, 345))
            written = f"{on}{_AP[day.month - 1]} {day.day}"
            yield Case(*(Version((Edit(*span, words),)) for words in (written, f"{written}, {day.year}")))


def _past_days(paper: Paper) -> Iterator[tuple[Span, str]]:
    """Yield the day of the last week on which something was said or done, with the word "on" if it has it."""
    for found in paper.found(_LATELY):
        if not _TOLD_AHEAD.search(paper.text[paper.sentence(found.start())[0] : found.start("day")]):
            yield found.span("day"), "on " if found["day"].startswith("on") else ""


def duration_mismatch(paper: Paper, random: Random) -> Iterator[Case]:
    """A year of birth that does not fit the age in the article is told; twin: one that does.

    The age stands there (", 54,"), or is told with the year.
    """
    for person in named(paper):
        found = _AGED.match(paper.text, person.full[0][1])
        end = paper.sentence(person.full[0][0])[1]
        free = paper.text[end - 1].isspace() and not paper.in_quotes(end - 2) and is_unknown(paper, person)
        if paper.published and free:
            age = int(found["age"]) if found else random.randint(25, 80)
            right = paper.published.year - age - 1
            wrong = right + random.choice((-10, -5, -4, 4, 6, 10))
            who = person.last if found else f"{person.last}, {age},"
            told = (f"{who} was born in {year} in a small town. " for year in (wrong, right))
            where = (found.span(), (end, end)) if found else ((end, end),)
            yield Case(*(Version((Edit(end, end, each),), where) for each in told))


def conflicting_dates(paper: Paper, random: Random) -> Iterator[Case]:
    """What happens once is told again at the end with another day or year; twin: with the same."""
    for found in paper.found(_ONCE_THEN):
        if paper.published is None or paper.in_quotes(found.end() - 1):
            continue
        if found["year"]:
            other = str(int(found["year"]) - random.choice((1, 2, 3)))
        else:
            other = WEEKDAYS[(WEEKDAYS.index(found["when"]) - random.choice((1, 2))) % 7]
        last = paper.paragraphs[-1][1]
        told = found[0][0].upper() + found[0][1 : found.start("when") - found.start()]
        where = (found.span("when"), (last, last))
        again = (Edit(last, last, f"\n\n{told}{when}.") for when in (other, found["when"]))
        yield Case(*(Version((each,), where) for each in again))


def ambiguous_weekday(paper: Paper, random: Random) -> Iterator[Case]:
    """A day to come turns into "next Friday", said earlier in a week; twin: weekday and day."""
    for each in _dated(paper):
        on = re.search(r"\b[Oo]n $", paper.text[: each.span[0]])
        if paper.published and on and 0 < (each.day - paper.published).days < 60 and paper.published.weekday() < 4:
            ahead = random.randint(1, 4 - paper.published.weekday())
            name = WEEKDAYS[paper.published.weekday() + ahead]
            day = _written(paper.published + timedelta(days=ahead + 7), each)
            twin = Version((Edit(*each.span, f"{name}, {day}"),))
            yield Case(Version((Edit(each.span[0] - 3, each.span[1], f"next {name}"),)), twin)


PLANTED = {
    "dates/weekday-mismatch": Planted(weekday_mismatch),
    "dates/impossible-date": Planted(impossible_date),
    "dates/reversed-range": Planted(reversed_range),
    "dates/tense-mismatch": Planted(tense_mismatch),
    "dates/markup-mismatch": Planted(markup_mismatch),
    "dates/incomplete-date": Planted(incomplete_date),
    "dates/missing-year": Planted(missing_year, ("dates/tense-mismatch",)),
    "dates/duration-mismatch": Planted(duration_mismatch),
    "dates/conflicting-dates": Planted(conflicting_dates),
    "dates/ambiguous-weekday": Planted(ambiguous_weekday),
}
