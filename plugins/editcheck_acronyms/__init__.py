"""The acronyms checker: every short form explained once, at first use.

Each rule has its own module, with its `RULE` and a function that finds what it reports; this module only wires them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck_acronyms import (
    conflicting_definitions,
    defined_twice,
    expansion_reused,
    known_defined,
    mismatched_definition,
    undefined,
    unlinked_expansion,
    unused_definition,
    used_before_definition,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, Facts, Options, Rule

_CHECKS = (
    (undefined.RULE, undefined.find),
    (used_before_definition.RULE, used_before_definition.find),
    (unlinked_expansion.RULE, unlinked_expansion.find),
    (defined_twice.RULE, defined_twice.find),
    (conflicting_definitions.RULE, conflicting_definitions.find),
    (mismatched_definition.RULE, mismatched_definition.find),
    (unused_definition.RULE, unused_definition.find),
    (expansion_reused.RULE, expansion_reused.find),
    (known_defined.RULE, known_defined.find),
)


@editcheck.hookimpl
def editcheck_rules() -> Iterable[Rule]:
    """Declare the rules of the family acronyms."""
    return [rule for rule, _ in _CHECKS]


@editcheck.hookimpl
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield what is wrong with the short forms of an article."""
    for rule, find in _CHECKS:
        if options.enabled(rule):
            yield from find(article, facts, options)
