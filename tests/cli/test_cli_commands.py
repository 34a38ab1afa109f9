"""The other commands: facts, rules, explain, plugins, schema, init, and what the shell completes."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import replace

import jsonschema
import pytest
from click.shell_completion import ShellComplete

from editcheck import load_config, schema
from editcheck.cli import main
from editcheck.house import LISTS

STORY = (
    "Anna Lee, the mayor of Ellery, spoke on Oct. 7, 2024. “We are ready,” Lee said of the Ellery Ferry Trust (EFT)."
)


def test_facts_are_json_where_no_terminal_is(run, write) -> None:
    ran = run("facts", write("story.txt", STORY), "--published", "2024-10-24", "--validate")
    assert ran.code == 0
    [facts] = json.loads(ran.out)
    jsonschema.validate(facts, schema.load("facts"))
    assert facts["article"]["published"] == "2024-10-24"
    assert facts["article"]["text"] == STORY
    assert "Anna Lee" in [person["name"] for person in facts["people"]]
    assert [acronym["form"] for acronym in facts["acronyms"]] == ["EFT"]
    assert facts["sentences"][0]["tokens"] == []


def test_facts_of_several_files_as_lines(run, write) -> None:
    ran = run(
        "facts", write("a.txt", STORY), write("bad.txt", ""), write("c.txt", STORY), "--format", "jsonl", "--tokens"
    )
    assert ran.code == 2
    assert ran.files == ["a.txt", "c.txt"]
    assert ran.reports[0]["sentences"][0]["tokens"][0]["text"] == "Anna"


@pytest.mark.parametrize("form", ["json", "jsonl", "terminal"])
def test_validate_holds_facts_against_the_schema(run, write, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    write("story.txt", STORY)
    assert run("facts", "story.txt", "--validate", "--format", form).complaints == []
    monkeypatch.setattr("editcheck.reports.facts_json.SCHEMA_VERSION", "one")
    ran = run("facts", "story.txt", "--validate", "--format", form)
    assert ran.code == 3
    [line] = ran.complaints
    assert line.startswith("editcheck: story.txt: what is written does not keep to the schema 'facts' at $.schema")


def test_facts_for_people(run, write) -> None:
    ran = run("facts", write("story.txt", STORY), "--format", "terminal")
    assert "Anna Lee" in ran.out
    assert "EFT: Ellery Ferry Trust" in ran.out


def test_the_rules_are_listed_with_the_severity_in_force(run, plugin, write) -> None:
    config = write("editcheck.toml", f'[rules]\n"house/stopword" = "off"\n[plugins]\nfiles = ["{plugin}"]\n')
    lines = [" ".join(line.split()) for line in run("rules", "--config", config).out.splitlines()]
    assert "off house/stopword: the word stopword" in lines
    assert "warning house/lookword: the word lookword" in lines
    rules = {rule["id"]: rule for rule in json.loads(run("rules", "--config", config, "--json").out)}
    assert rules["house/stopword"] == {
        "id": "house/stopword",
        "severity": "off",
        "defaultSeverity": "error",
        "summary": "the word stopword",
        "explanation": "The desk does not want it.\n\nIt never did.",
        "help": "take another word",
        "whenOff": "On holidays.",
        "options": [{"name": "words", "default": 3, "minimum": 1, "help": "how many words"}],
    }
    assert any(name.startswith("acronyms/") for name in rules)


@pytest.mark.parametrize("name", ["house/stopword", "stopword"])
def test_a_rule_is_explained_with_its_examples(run, plugin, name: str) -> None:
    ran = run("explain", name, "-p", plugin)
    assert ran.code == 0
    for told in (
        "error  house/stopword",
        "The desk does not want it.",
        "words = 3",
        "│ He said stopword.",
        "│         ^^^^^^^^",
        "published 2020-01-02",
        "│ Nothing here.",
        "a quiet day",
        "On holidays.",
        '[rules."house/stopword"]',
    ):
        assert told in ran.out


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("house/stopwrd", "did you mean house/stopword"),
        ("house", "did you mean house/hintword or house/lookword or house/stopword?"),
        ("xyzzy", "`editcheck rules` lists them all"),
    ],
)
def test_a_rule_that_there_is_not(run, plugin, name: str, told: str) -> None:
    ran = run("explain", name, "-p", plugin)
    assert ran.code == 2
    assert told in ran.err


def test_every_rule_can_be_explained(run) -> None:
    for rule in json.loads(run("rules", "--json").out):
        ran = run("explain", rule["id"])
        assert ran.code == 0
        assert rule["summary"].split()[0] in ran.out


def test_the_plugins_are_listed(run, plugin, write) -> None:
    broken = write("broken.py", "raise ValueError('not today')")
    ran = run("plugins", "-p", plugin, "-p", broken, "--no-plugin", "dates")
    assert ran.code == 3
    listed = " ".join(ran.out.split())
    assert re.search(r"\bon acronyms \(editcheck \S+, \d+ rules\)", listed)
    assert re.search(r"\boff dates \(editcheck \S+\)", listed)
    assert re.search(r"\bon house \(\S+house\.py, 3 rules\)", listed)
    assert "not today" in listed
    states = {each["name"]: each for each in json.loads(run("plugins", "-p", plugin, "--json").out)}
    assert states["house"]["stranger"]
    assert not states["roles"]["stranger"]
    assert states["house"]["hooks"] == [
        "editcheck_rules",
        "editcheck_check",
        "editcheck_formats",
        "editcheck_reports",
    ]


@pytest.mark.parametrize("name", ["report", "facts", "config"])
def test_the_schemas_are_written_out(run, name: str) -> None:
    assert json.loads(run("schema", name).out) == schema.load(name)


def test_an_unknown_schema_is_refused(run) -> None:
    assert run("schema", "reports").code == 2


def test_init_writes_a_configuration_that_changes_nothing(run, folder) -> None:
    ran = run("init")
    assert (ran.code, ran.out.startswith("editcheck.toml: written")) == (0, True)
    text = (folder / "editcheck.toml").read_text(encoding="utf-8")
    written, default = load_config(folder / "editcheck.toml"), load_config(start=folder.parent)
    default = replace(default, dismissals=str(folder / "editcheck-dismissals.jsonl"))
    assert replace(written, house=default.house) == default
    assert all(written.house[name] == default.house[name] for name in LISTS)
    assert '"acronyms/undefined"' in text
    tomllib.loads(text)


def test_init_overwrites_nothing(run, write, folder) -> None:
    write("editcheck.toml", "# mine\n")
    ran = run("init")
    assert ran.code == 2
    assert ran.complaints == ["editcheck: editcheck.toml: there is a configuration already; it was left as it is"]
    assert (folder / "editcheck.toml").read_text(encoding="utf-8") == "# mine\n"


def test_init_in_a_folder_that_there_is_not(run) -> None:
    ran = run("init", "nowhere")
    assert ran.code == 2
    assert len(ran.complaints) == 1


def completions(*words: str) -> list[str]:
    """Return what the shell would offer for the last word."""
    complete = ShellComplete(main, {}, "editcheck", "_EDITCHECK_COMPLETE")
    return [each.value for each in complete.get_completions([*words[:-1]], words[-1])]


def test_the_shell_completes_commands_rules_and_formats(folder) -> None:
    assert completions("ex") == ["explain"]
    assert "acronyms/undefined" in completions("explain", "acronyms/un")
    assert "acronyms/undefined" in completions("check", "--select", "acronyms/un")
    assert "dates,acronyms/undefined" in completions("check", "--select", "dates,acronyms/un")
    assert completions("check", "--no-plugin", "a") == ["acronyms", "attribution"]
    assert completions("check", "--format", "json") == ["json", "jsonl"]
    assert completions("check", "--input-format", "ni") == ["nitf"]
    assert completions("check", "--gate", "w") == ["warning"]


def test_the_shell_completes_files(folder) -> None:
    complete = ShellComplete(main, {}, "editcheck", "_EDITCHECK_COMPLETE")
    assert [each.type for each in complete.get_completions(["check"], "sto")] == ["file"]


def test_completion_survives_a_broken_configuration(write) -> None:
    write("editcheck.toml", "this is no TOML")
    assert completions("explain", "acronyms/un") == []


def test_the_completion_script_for_bash(process) -> None:
    ran = process(_EDITCHECK_COMPLETE="bash_source")
    assert ran.returncode == 0
    assert b"complete -o nosort -F _editcheck_completion editcheck" in ran.stdout


def test_help_names_every_command(run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for name in ("check", "facts", "rules", "explain", "plugins", "init", "schema", "new-plugin"):
        assert f"\n  {name}" in ran.out
        assert run(name, "--help").code == 0


def test_the_version(run) -> None:
    import editcheck

    assert run("--version").out == f"editcheck {editcheck.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["explain", "--help"]])
def test_help_loads_nothing_heavy(process, arguments: list[str]) -> None:
    ran = process(*arguments, PYTHONPROFILEIMPORTTIME="1")
    imported = {line.rpartition("|")[2].strip() for line in ran.stderr.decode().splitlines()}
    assert "editcheck.cli.options" in imported
    assert not imported & {"spacy", "lxml", "justhtml", "rich", "jsonschema", "pluggy", "editcheck.host"}


def test_a_new_plugin_is_written_and_works(run, folder) -> None:
    ran = run("new-plugin", "house-style")
    assert ran.code == 0
    [module] = (folder / "editcheck-house-style").glob("*.py")
    assert f"written: {module.relative_to(folder)}" in ran.out
    assert ran.out.endswith(f"{sys.executable} -m pytest editcheck-house-style\n")
    plugins = {each["name"]: each for each in json.loads(run("plugins", "-p", str(module), "--json").out)}
    assert plugins[module.stem]["status"] == "on"
    assert plugins[module.stem]["rules"]


def test_a_new_plugin_overwrites_nothing(run) -> None:
    run("new-plugin", "house-style")
    ran = run("new-plugin", "house-style")
    assert ran.code == 2
    assert ran.complaints == ["editcheck: editcheck-house-style: is there already; it was left as it is"]


@pytest.mark.parametrize("name", ["House Style", "dates", "../x", ""])
def test_a_name_that_no_plugin_can_have(run, name: str, folder) -> None:
    assert run("new-plugin", name).code == 2
    assert not list(folder.iterdir())
