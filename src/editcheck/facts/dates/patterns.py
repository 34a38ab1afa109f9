"""The grammar put together: patterns and phrases from the data files, in the order of their stages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from editcheck.facts.dates import build_calendar, build_lengths, build_ranges, build_relative, build_reports
from editcheck.facts.dates.building import BUILDERS
from editcheck.facts.dates.grammar import Builder, Grammar, Pattern, parse_pattern
from editcheck.facts.dates.lexicon import lexicon, read_data
from editcheck.facts.dates.meaning import Meaning
from editcheck.facts.dates.stretches import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PATTERN_FILES", "grammar"]

#: The data files with patterns (dates_NAME.toml); each names its stage.
PATTERN_FILES = (
    "approximate",
    "calendar",
    "relative",
    "lengths",
    "clock",
    "vague",
    "shortened",
    "joined",
    "modified",
    "ranges",
)
_STAGES = ("approximate", "phrases", "words", "joined", "modified", "ranges")
_MODULES = (build_calendar, build_lengths, build_ranges, build_relative, build_reports)

#: What a date is called in patterns by how long it is.
_CALLED = {
    Unit.DAY: "DAILY",
    Unit.MONTH: "MONTHLY",
    Unit.QUARTER: "PART",
    Unit.HALF: "PART",
    Unit.SEASON: "PART",
    Unit.YEAR: "YEARLY",
}


@cache
def grammar() -> Grammar:
    """Return the grammar, put together once."""
    stages: dict[str, list[Pattern]] = {stage: [] for stage in _STAGES}
    stages["phrases"] += _phrases()
    for name in PATTERN_FILES:
        tables: dict[str, Any] = read_data(name)
        stages[tables["stage"]] += [_pattern(entry) for entry in tables["pattern"]]
    return Grammar([stages[stage] for stage in _STAGES], _called)


def _pattern(entry: dict[str, str]) -> Pattern:
    build = _constant(entry["value"]) if "value" in entry else BUILDERS[entry["build"]]
    return parse_pattern(entry["words"], entry["gives"], build)


def _phrases() -> Iterator[Pattern]:
    for phrase, rule in lexicon().holidays.items():
        yield parse_pattern(" ".join(phrase), "HOLIDAY", _constant(rule))
    for phrase in sorted(lexicon().not_times):
        yield parse_pattern(" ".join(phrase), "NOTHING", _constant("nothing"))


def _constant(value: str) -> Builder:
    return lambda match: value


def _called(value: object) -> tuple[str, ...]:
    name = _CALLED.get(value.grain) if isinstance(value, Meaning) and value.grain is not None else None
    return (name,) if name else ()
