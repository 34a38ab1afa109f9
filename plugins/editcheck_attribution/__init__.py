"""The attribution checker: every quotation and claim is somebody's, and the reader has met that somebody.

Each rule or pair of rules has its own module; this one only wires them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck_attribution import introductions, quote_marks, unattributed_quote, unsourced_claim, vague_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, Facts, Options, Rule

_CHECKS = (
    (unattributed_quote.RULE, unattributed_quote.find),
    (introductions.UNIDENTIFIED, introductions.find_unidentified),
    (introductions.LATE, introductions.find_late),
    (quote_marks.UNBALANCED, quote_marks.find_unbalanced),
    (quote_marks.MISMATCHED, quote_marks.find_mismatched),
    (vague_source.RULE, vague_source.find),
    (unsourced_claim.RULE, unsourced_claim.find),
)


@editcheck.hookimpl
def editcheck_rules() -> Iterable[Rule]:
    """Declare the rules of the family attribution."""
    return [rule for rule, _ in _CHECKS]


@editcheck.hookimpl
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield the quotations, claims and quotation marks of an article that an editor should look at."""
    for rule, find in _CHECKS:
        if options.enabled(rule):
            yield from find(article, facts, options)
