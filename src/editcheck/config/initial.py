"""The configuration that `editcheck init` writes: every setting there is, explained, commented out, at its default.

Prose begins with "# ", settings with "#" alone: taking that away gives a file that says what is so anyway.
"""

from __future__ import annotations

import json
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from editcheck import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editcheck.annotation import Rule

__all__ = ["initial_config"]

_HEAD = (
    "Settings of editcheck for the articles in this folder and below it. Every setting is shown with its default,"
    " commented out: take away the # in front of what you change."
)
#: Shown by examples instead of defaults, for they are empty.
_EXAMPLES = {
    "house": '[house.acronyms]\n#"RSPB" = "Royal Society for the Protection of Birds"',
    "profiles": '#[profiles.opinion]\n#"attribution/vague-source" = "suggestion"',
    "paths": '#[paths."opinion/**"]\n#ignore = ["attribution/vague-source"]',
}


def initial_config(rules: Iterable[Rule]) -> str:
    """Return the text of a configuration file that shows every setting, and these rules with their options."""
    properties: Mapping[str, Any] = schema.load("config")["properties"]
    plain = {name: each for name, each in properties.items() if "properties" not in each and name not in _EXAMPLES}
    sections = [_prose(_HEAD), *(_setting(name, each) for name, each in plain.items() if name != "rules")]
    sections.append("\n".join(_rules(properties["rules"], rules)))
    for name, each in properties.items():
        if name in _EXAMPLES:
            sections.append(f"{_prose(each['description'])}\n{_EXAMPLES[name]}")
        elif name not in plain:
            sections.extend(_table(name, each))
    return "\n\n".join(sections) + "\n"


def _prose(text: str) -> str:
    return "\n".join(wrap(text, 100, initial_indent="# ", subsequent_indent="# "))


def _setting(name: str, described: Mapping[str, Any]) -> str:
    return f"{_prose(described['description'])}\n#{name} = {_toml(described['default'])}"


def _table(name: str, described: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_prose(described['description'])}\n[{name}]"
    tables = {}
    for key, each in described["properties"].items():
        if "properties" in each:
            tables[key] = each
        else:
            yield _setting(key, each)
    for key, each in tables.items():
        yield from _table(f"{name}.{key}", each)


def _rules(described: Mapping[str, Any], rules: Iterable[Rule]) -> Iterator[str]:
    yield f"{_prose(described['description'])}\n[rules]"
    for _, family in groupby(sorted(rules, key=lambda rule: rule.id), lambda rule: rule.id.partition("/")[0]):
        for rule in family:
            yield f'#"{rule.id}" = {_rule_value(rule)}  # {rule.summary}'


def _rule_value(rule: Rule) -> str:
    severity = _toml(rule.severity.value)
    if not rule.options:
        return severity
    options = ", ".join(f"{option.name} = {_toml(option.default)}" for option in rule.options)
    return f"{{ severity = {severity}, {options} }}"


def _toml(value: object) -> str:
    """Return a plain value as TOML has it; for these JSON's notation is the same."""
    return json.dumps(value, ensure_ascii=False)
