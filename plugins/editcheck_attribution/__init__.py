"""The attribution checker: every quotation and claim is somebody's, and the reader has met that somebody.

Each rule or pair of rules has its own module; this one only wires them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck_attribution import (
    altered_quote,
    ambiguous_speaker,
    anonymous_source,
    distant_reference,
    introductions,
    missing_role,
    quote_marks,
    repeated_quote,
    unattributed_quote,
    uncredited_image,
    unlinked_publication,
    unsourced_claim,
    vague_source,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, Facts, Options, Rule

_CHECKS = (
    (unattributed_quote.RULE, unattributed_quote.find),
    (introductions.UNIDENTIFIED, introductions.find_unidentified),
    (introductions.LATE, introductions.find_late),
    (missing_role.RULE, missing_role.find),
    (distant_reference.RULE, distant_reference.find),
    (ambiguous_speaker.RULE, ambiguous_speaker.find),
    (anonymous_source.RULE, anonymous_source.find),
    (quote_marks.UNBALANCED, quote_marks.find_unbalanced),
    (quote_marks.MISMATCHED, quote_marks.find_mismatched),
    (vague_source.RULE, vague_source.find),
    (unsourced_claim.RULE, unsourced_claim.find),
    (repeated_quote.RULE, repeated_quote.find),
    (altered_quote.RULE, altered_quote.find),
    (uncredited_image.RULE, uncredited_image.find),
    (unlinked_publication.RULE, unlinked_publication.find),
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
