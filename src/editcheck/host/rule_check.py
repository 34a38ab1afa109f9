"""Whether rules are declared as they must be: what `editcheck explain`, the configuration and the tests rely on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from editcheck.annotation import Example, Rule
from editcheck.host.plain import misfit
from editcheck.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["problems_with_rules"]

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def problems_with_rules(rules: Sequence[object]) -> Iterator[str]:
    """Yield what is wrong with the rules of one plugin, in the order in which they are declared."""
    for rule in rules:
        if isinstance(rule, Rule):
            yield from (f"rule {rule.id!r} {problem}" for problem in _problems(rule))
        else:
            yield f"editcheck_rules gives {type(rule).__name__} where editcheck.Rule belongs"
    counted = Counter(rule.id for rule in rules if isinstance(rule, Rule))
    yield from (f"rule {name!r} is declared {count} times" for name, count in counted.items() if count > 1)


def _problems(rule: Rule) -> Iterator[str]:
    odd = misfit(rule, Rule)
    if odd is not None:
        yield f"cannot be used: {odd}"
        return
    if not _ID.fullmatch(rule.id):
        yield "has no proper id: it must be family/name, in lower-case letters, digits and hyphens"
    yield from (f"has no {name}" for name in ("summary", "explanation") if not getattr(rule, name).strip())
    yield from (f"has no {kind} example" for kind in ("good", "bad") if not getattr(rule, kind))
    yield from (f"has a good example with marked words: {each.text!r}" for each in rule.good if "[[" in each.text)
    yield from (
        f"has a bad example that {problem}: {each.text!r}" for each in rule.bad for problem in _mark_problems(each)
    )
    yield from _option_problems(rule)
    names = {option.name for option in rule.options}
    for name in (name for each in (*rule.good, *rule.bad) for name, _ in each.options if name not in names):
        yield f"has an example that sets an option {name!r} that the rule does not have{did_you_mean(name, names)}"


def _mark_problems(example: Example) -> Iterator[str]:
    if "[[" not in example.text:
        yield "marks no words with [[ and ]]"
    elif example.text.count("[[") != example.text.count("]]"):
        yield "does not pair its [[ and ]]"


def _option_problems(rule: Rule) -> Iterator[str]:
    counted = Counter(option.name for option in rule.options)
    yield from (f"has {count} options called {name!r}" for name, count in counted.items() if count > 1)
    if "severity" in counted:
        yield "has an option called 'severity', which is what every rule has already"
