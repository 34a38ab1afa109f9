"""The roles checker: one person, one description; two persons, two names.

Each rule has its own module, with its `Rule` and a function that finds what it reports; this module only wires them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck_roles import (
    authority_mismatch,
    conflicting_roles,
    conflicting_status,
    double_introduction,
    first_name_variant,
    late_role,
    name_variant,
    shared_surname,
    title_style,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Annotation, Article, Facts, Options, Rule

_CHECKS = (
    (authority_mismatch.RULE, authority_mismatch.find),
    (conflicting_roles.RULE, conflicting_roles.find),
    (conflicting_status.RULE, conflicting_status.find),
    (double_introduction.RULE, double_introduction.find),
    (first_name_variant.RULE, first_name_variant.find),
    (late_role.RULE, late_role.find),
    (name_variant.RULE, name_variant.find),
    (shared_surname.RULE, shared_surname.find),
    (title_style.RULE, title_style.find),
)


@editcheck.hookimpl
def editcheck_rules() -> Iterable[Rule]:
    """Declare the rules of the family roles."""
    return [rule for rule, _ in _CHECKS]


@editcheck.hookimpl
def editcheck_check(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield what is wrong with who is who in an article."""
    for rule, find in _CHECKS:
        if options.enabled(rule):
            yield from find(article, facts, options)
