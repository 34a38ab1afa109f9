"""The configuration: where it is found, what it can say."""

from __future__ import annotations

import pytest

from editcheck import Config, ConfigError, Severity, check, load_config
from editcheck.article import Article
from editcheck.config import Limits, NlpSettings, PathOverride, PluginSettings, RuleSetting


def test_everything_that_can_be_said(write, desk) -> None:
    path = write("""
        gate = "warning"
        select = ["dates", "desk/length"]
        ignore = "dates/*"

        [rules]
        dates = "error"

        [rules."desk/length"]
        severity = "error"
        words = 30
        share = 1
        strict = true
        style = "house"
        except = ["and", "or"]

        [house]
        replace = ["one_name"]
        [house.acronyms]
        RSPB = "Royal Society for the Protection of Birds"
        [house.one_name]
        "Adele" = "singer"

        [nlp]
        model = "en_core_web_lg"
        batch_size = 8

        [formats]
        body = "article .text"
        exclude = ["aside", ".promo"]
        [formats.limits]
        depth = 50

        [plugins]
        files = ["./desk.py"]
        disabled = ["roles"]
        time_limit = 2

        [paths."opinion/**".rules]
        "desk/length" = "off"
        [paths."news/*.html"]
        rules."desk/length" = { words = 25 }
        [paths."wire/**"]
        select = "dates"
        ignore = ["dates/missing-year"]
    """)
    config = load_config(path)
    options = {"words": 30, "share": 1, "strict": True, "style": "house", "except": ("and", "or")}
    assert config.gate is Severity.WARNING
    assert (config.select, config.ignore) == (("dates", "desk/length"), ("dates/*",))
    assert config.rules == {
        "dates": RuleSetting(Severity.ERROR),
        "desk/length": RuleSetting(Severity.ERROR, options),
    }
    assert config.house["acronyms"]["RSPB"] == "Royal Society for the Protection of Birds"
    assert "FBI" in config.house["acronyms"]
    assert config.house["one_name"] == {"Adele": "singer"}
    assert config.nlp == NlpSettings("en_core_web_lg", 8)
    assert (config.formats.body, config.formats.exclude) == (("article .text",), ("aside", ".promo"))
    assert config.formats.limits == Limits(depth=50)
    assert config.plugins == PluginSettings((str(path.parent / "./desk.py"),), ("roles",), True, 2.0)
    assert config.paths == (
        PathOverride("opinion/**", {"desk/length": RuleSetting(Severity.OFF)}, str(path.parent)),
        PathOverride("news/*.html", {"desk/length": RuleSetting(None, {"words": 25})}, str(path.parent)),
        PathOverride("wire/**", {}, str(path.parent), ("dates",), ("dates/missing-year",)),
    )


def test_the_settings_reach_the_plugin(write, desk) -> None:
    path = write("""
        plugins = ["./desk.py"]
        [rules."desk/length"]
        severity = "suggestion"
        words = 30
        except = ["and"]
    """)
    found = [each for each in check(Article.from_text("Long."), load_config(path)).annotations if each.family == "desk"]
    assert [(each.severity, each.message) for each in found] == [(Severity.SUGGESTION, "30 ('and',)")]


@pytest.mark.parametrize("text", ["", "# nothing\n", "[rules]\n[house]\n[plugins]\n"])
def test_a_file_that_says_nothing_changes_nothing(write, text) -> None:
    path = write(text)
    assert load_config(path) == Config(dismissals=str(path.parent / "editcheck-dismissals.jsonl"))


def test_the_nearest_file_upwards_is_found(write, tmp_path) -> None:
    write('gate = "warning"\n')
    write('gate = "suggestion"\n', "desk/editcheck.toml")
    (tmp_path / "desk/politics/2024").mkdir(parents=True)
    (tmp_path / "sport").mkdir()
    assert load_config(start=tmp_path / "desk/politics/2024").gate is Severity.SUGGESTION
    assert load_config(start=tmp_path / "sport").gate is Severity.WARNING


def test_pyproject_counts_where_it_has_a_table_for_editcheck(write, tmp_path) -> None:
    write('[tool.editcheck]\ngate = "warning"\n', "pyproject.toml")
    write('[tool.other]\nname = "editcheck"\n', "inner/pyproject.toml")
    write("this is no TOML", "inner/broken/pyproject.toml")
    assert load_config(start=tmp_path / "inner/broken").gate is Severity.WARNING
    write('gate = "suggestion"\n')
    assert load_config(start=tmp_path).gate is Severity.SUGGESTION


def test_without_a_file_the_default_is_in_force(tmp_path) -> None:
    assert load_config(start=tmp_path) == Config(dismissals=str(tmp_path / "editcheck-dismissals.jsonl"))


def test_the_files_of_what_is_not_reported_stand_beside_it(write, tmp_path) -> None:
    config = load_config(write('dismissals = "desk/no.jsonl"\nbaseline = "known.jsonl"\n'))
    assert (config.dismissals, config.baseline) == (str(tmp_path / "desk/no.jsonl"), str(tmp_path / "known.jsonl"))
    assert load_config(write('dismissals = ""\n')).dismissals is None


def test_the_caller_may_add_plugins_and_switch_strangers_off(write, desk) -> None:
    path = write('[rules]\n"desk/length" = "off"\n')
    assert load_config(path, plugins=[str(desk)]).plugins.files == (str(desk),)
    assert load_config(path, plugins=[str(desk)], strangers=False).plugins.strangers is False
    with pytest.raises(ConfigError, match="there is no rule 'desk/length'"):
        load_config(path)


def test_a_pipeline_of_ones_own_is_found_from_the_file(write, tmp_path) -> None:
    path = write('[nlp]\nmodel = "./models/desk"')
    assert load_config(path).nlp.model == str(tmp_path / "models" / "desk")


def test_a_byte_order_mark_and_crlf_are_no_trouble(tmp_path) -> None:
    path = tmp_path / "editcheck.toml"
    path.write_bytes(b'\xef\xbb\xbfgate = "warning"\r\n[nlp]\r\nbatch_size = 8\r\n')
    assert load_config(path).nlp.batch_size == 8
