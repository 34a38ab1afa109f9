"""The dates checker: every date holds against the day of publication.

Each rule has its own module, with its `RULE` and a function that finds what it reports; this module only wires them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck_dates import (
    ambiguous_weekday,
    conflicting_dates,
    date_style,
    duration_mismatch,
    impossible_date,
    incomplete_date,
    markup_mismatch,
    missing_publication_date,
    missing_year,
    relative_date,
    reversed_range,
    tense_mismatch,
    weekday_mismatch,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, Facts, Options, Rule

_CHECKS = (
    (missing_publication_date.RULE, missing_publication_date.find),
    (impossible_date.RULE, impossible_date.find),
    (weekday_mismatch.RULE, weekday_mismatch.find),
    (ambiguous_weekday.RULE, ambiguous_weekday.find),
    (missing_year.RULE, missing_year.find),
    (incomplete_date.RULE, incomplete_date.find),
    (reversed_range.RULE, reversed_range.find),
    (tense_mismatch.RULE, tense_mismatch.find),
    (markup_mismatch.RULE, markup_mismatch.find),
    (duration_mismatch.RULE, duration_mismatch.find),
    (conflicting_dates.RULE, conflicting_dates.find),
    (relative_date.RULE, relative_date.find),
    (date_style.RULE, date_style.find),
)


@editcheck.hookimpl
def editcheck_rules() -> Iterable[Rule]:
    """Declare the rules of the family dates."""
    return [rule for rule, _ in _CHECKS]


@editcheck.hookimpl
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield the dates of an article that do not hold."""
    for rule, find in _CHECKS:
        if options.enabled(rule):
            yield from find(article, facts, options)
