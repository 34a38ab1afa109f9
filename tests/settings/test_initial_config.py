"""What `editcheck init` writes loads as it is, and says what is so anyway when its # are taken away."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from editcheck import Config, load_config, schema
from editcheck.annotation import Example, Option, Rule, Severity
from editcheck.config.initial import initial_config
from editcheck.host import rules
from editcheck.house import LISTS

RULE = Rule(
    "desk/length", "a long sentence", "e", Severity.WARNING, "h", (Example("x"),), (Example("[[x]]"),),
    (Option("words", 40, "how long"), Option("except", ("a", "b"), "which not")),
)  # fmt: skip


def test_it_loads_and_changes_nothing(write) -> None:
    config = load_config(write(initial_config(rules())))
    assert asdict(config) == asdict(load_config(write("[house.acronyms]\n")))
    assert config.gate == Config().gate


def test_its_settings_are_the_defaults(write) -> None:
    text = re.sub(r"^#(?! )", "", initial_config(rules()), flags=re.MULTILINE)
    text = re.sub(r'^("RSPB"|\[paths|ignore = \["attribution/vague-source"\]).*\n', "", text, flags=re.MULTILINE)
    config, default = load_config(write(text)), Config()
    for name in ("gate", "select", "ignore", "nlp", "formats", "plugins", "paths", "baseline"):
        assert getattr(config, name) == getattr(default, name)
    assert {name: setting.severity for name, setting in config.rules.items()} == {r.id: r.severity for r in rules()}


def test_every_rule_stands_there_with_its_options() -> None:
    line = '#"desk/length" = { severity = "warning", words = 40, except = ["a", "b"] }  # a long sentence'
    assert line in initial_config([RULE]).splitlines()


def test_the_schema_knows_every_house_list() -> None:
    assert set(LISTS) == set(schema.load("config")["properties"]["house"]["properties"]) - {"replace"}


def test_the_schema_describes_every_setting() -> None:
    def leaves(properties, path=()):
        for name, each in properties.items():
            assert each.get("description"), (*path, name)
            assert "default" in each or name == "rules", (*path, name)
            leaves(each.get("properties", {}), (*path, name))

    leaves(schema.load("config")["properties"])


def test_the_schemas_are_schemas() -> None:
    from jsonschema import Draft202012Validator

    assert "config" in schema.names()
    for name in schema.names():
        Draft202012Validator.check_schema(schema.load(name))
    with pytest.raises(KeyError, match="did you mean 'config'"):
        schema.load("confg")
