"""Builders of what companies tell their figures of: the quarter, the year-ago period; data/dates_relative.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.dates.building import builder, following
from editcheck.facts.dates.cycles import PartOfYear
from editcheck.facts.dates.dated import Deictic, LatestQuarter
from editcheck.facts.dates.portions import Part
from editcheck.facts.dates.stretches import Unit

if TYPE_CHECKING:
    from editcheck.facts.dates.grammar import Match
    from editcheck.facts.dates.meaning import Meaning


@builder
def latest_quarter(match: Match) -> Meaning | None:
    """Make the quarter, the latest period: of a company's report."""
    after = following(match.items[-1])
    if after is not None and after.text in ("-", "of"):
        return None
    latest = any(item.text in ("latest", "last") for item in match.items)
    return LatestQuarter(latest=latest)


@builder
def quarter_of_year(match: Match) -> Meaning:
    """Make the 1988 quarter."""
    return LatestQuarter(year=match.number("YEAR"), period=match.items[-1].text == "period")


@builder
def year_ago(match: Match) -> Meaning | None:
    """Make the year-ago quarter: a year before the one told last."""
    number = match.number("ORDINAL")
    if number is not None and 1 <= number <= 4:
        return Part(PartOfYear(Unit.QUARTER, number), Deictic(Unit.YEAR, -1))
    hyphened = any(item.text == "-" for item in match.items)
    if not hyphened and match.items[-1].text not in ("quarter", "period", "half", "year"):
        return None
    return LatestQuarter(years=-1, period=match.items[-1].text != "quarter")


@builder
def last_fiscal_year(match: Match) -> Meaning:
    """Make the latest fiscal year: the last that ended, as far as the calendar tells."""
    return Deictic(Unit.YEAR, -1)
