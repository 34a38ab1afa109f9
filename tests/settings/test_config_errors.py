"""What is wrong with a configuration is said with file, line and key, and with what was probably meant."""

from __future__ import annotations

import pytest

from editcheck import Article, Config, ConfigError, check, load_config
from editcheck.config import PluginSettings, RuleSetting


def error_of(path) -> str:
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message.removeprefix(str(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('# x\ngaet = "error"\n', ":2: gaet: there is no such setting; did you mean 'gate'?"),
        (
            'gate = "eror"',
            ":1: gate: must be one of error, warning, suggestion, off, not 'eror'; did you mean 'error'?",
        ),
        ("gate = 3", ":1: gate: must be one of error, warning, suggestion, off, not 3"),
        ("[nlp]\n\nbatch_size = 0\n", ":3: nlp.batch_size: must be at least 1, not 0"),
        ('[nlp]\nbatch_size = "8"\n', ":2: nlp.batch_size: must be a whole number, not '8'"),
        ("[nlp]\nbatch_size = true\n", ":2: nlp.batch_size: must be a whole number, not true"),
        ("[nlp]\nmodl = 'x'\n", ":2: nlp.modl: there is no such setting; did you mean 'model'?"),
        ("[plugins]\ntime_limit = 0\n", ":2: plugins.time_limit: must be more than 0, not 0"),
        ("plugins = 3", ":1: plugins: must be a list or a table, not 3"),
        ("select = [\n  'dates',\n  3,\n]", ":3: select: must be text in quotation marks, not 3"),
        ("[paths]\n'a/*' = { ignore = ['dats'] }", ":2: paths.\"a/*\".ignore: there is no rule 'dats'; did you mean"),
        ("[paths]\n'a/*' = {}", ':2: paths."a/*": must not be empty'),
        ("[formats.limits]\ndepht = 5\n", ":2: formats.limits.depht: there is no such setting; did you mean 'depth'?"),
        ("[formats]\nbody = ['p', 'div >']\n", ":2: formats.body: 'div >' is no CSS selector: "),
        ("[house.acronym]\nX = 'y'\n", ":1: house.acronym: there is no list 'acronym'; did you mean 'acronyms'?"),
        ("[house]\nreplace = ['one_names']\n", ":1: house.one_names: there is no list 'one_names'; did you mean"),
        ("[house.acronyms]\nX = 3\n", ":2: house.acronyms.X: must be text in quotation marks, not 3"),
        ("x = \n", ":1:5: is not valid TOML: Invalid value"),
        ("[rules]\nx = 'a\n", ':2: is not valid TOML: Expected "\'", at the end of the file'),
        ("[rules", ":1: is not valid TOML: "),
        ('gate = "off"\ngate = "off"\n', ":2:13: is not valid TOML: Cannot overwrite a value"),
        ("[nlp]\nbatch_size = 1.0\n", ":2: nlp.batch_size: must be a whole number, not 1.0"),
        ("[nlp]\nbatch_size = 99999999999999999999\n", ":2: nlp.batch_size: must be at most 1000000, not 99999999"),
        ("[plugins]\ntime_limit = nan\n", ":2: plugins.time_limit: must be a number, not nan"),
        ("[plugins]\ntime_limit = inf\n", ":2: plugins.time_limit: must be a number, not inf"),
        ("[plugins]\ntime_limit = 1e9\n", ":2: plugins.time_limit: must be at most 86400, not 1000000000.0"),
        ("[plugins]\ndisabled = ['dates',\n'rolse']", ":3: plugins.disabled: there is no plugin 'rolse'; did you mean"),
        ('[paths.""]\nrules = {}\n', ":1: paths: has an empty name in it"),
        ('[rules."roles/"]\nseverity = "off"\n', """:1: rules."roles/": there is no rule 'roles/'; did you mean"""),
        ('select = ["xyzzy"]', ":1: select: there is no rule 'xyzzy'; `editcheck rules` lists them all"),
        (
            '[rules.dates.tense-mismatch]\nseverity = "off"\n',
            ":1: rules.dates.tense-mismatch: must be true or false or a number or text in quotation marks or a list,"
            " not {'severity': 'off'}; the name of a rule stands in quotation marks: [rules.\"dates/tense-mismatch\"]",
        ),
    ],
)
def test_settings(write, text, message) -> None:
    assert error_of(write(text)).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("word = 3", "word: rule 'desk/length' has no option 'word'; did you mean 'words'?"),
        ('words = "3"', "words: words must be a whole number, not '3'"),
        ("words = 3.5", "words: words must be a whole number, not 3.5"),
        ("words = true", "words: words must be a whole number, not True"),
        ("words = 0", "words: words must be at least 1, not 0"),
        ('share = "half"', "share: share must be a number, not 'half'"),
        ("strict = 1", "strict: strict must be true or false, not 1"),
        ("style = 1", "style: style must be a text, not 1"),
        ('except = "and"', "except: except must be a list of texts, not 'and'"),
        ("except = [1]", "except: must be text in quotation marks, not 1"),
        ('severity = "wrong"', "severity: must be one of error, warning, suggestion, off, not 'wrong'; did you mean"),
    ],
)
def test_options_are_held_to_what_the_rule_declares(write, desk, line, message) -> None:
    path = write(f'plugins = ["desk.py"]\n[rules."desk/length"]\n{line}')
    assert error_of(path).startswith(f':3: rules."desk/length".{message}')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[rules]\n"desk/lenght" = "off"', """rules."desk/lenght": there is no rule 'desk/lenght'; did you mean"""),
        ('[rules]\n"desk/length" = "warn"', """rules."desk/length": must be one of error, warning, suggestion, off"""),
        ("[rules.desk]\nwords = 3", "rules.desk: options belong to one rule, not to a family"),
        ('[paths."a/**".rules]\n"desk/lenght" = 1', """paths."a/**".rules."desk/lenght": must be text"""),
        ('[paths."a/**".rules]\n"desk/lenght" = "off"', """paths."a/**".rules."desk/lenght": there is no rule"""),
    ],
)
def test_rules_are_those_there_are(write, desk, text, message) -> None:
    error = error_of(write(f'plugins = ["desk.py"]\n{text}'))
    assert error.split(": ", 1)[1].startswith(message)


def test_select_and_ignore_name_rules_or_families(write, desk) -> None:
    path = write('plugins = ["desk.py"]\nselect = [\n  "desk",\n  "desk/*",\n  "desk/len",\n]')
    assert error_of(path).startswith(":5: select: there is no rule 'desk/len'; did you mean 'desk/length'?")


def test_in_pyproject_the_line_is_the_files(write) -> None:
    path = write('[project]\nname = "x"\n\n[tool.editcheck]\ngaet = "error"\n', "pyproject.toml")
    assert error_of(path) == ":5: gaet: there is no such setting; did you mean 'gate'?"


def test_the_first_of_several_is_told_and_the_others_counted(write) -> None:
    assert error_of(write("[nlp]\nbatch_size = 0\nx = 1\n")).endswith(
        "nlp.batch_size: must be at least 1, not 0 (and 1 more)"
    )


def test_rules_of_plugins_that_are_switched_off_may_stay_in_the_file(write, desk) -> None:
    path = write('[plugins]\nfiles = ["desk.py"]\nstrangers = false\n[rules]\n"desk/length" = "off"\n')
    assert "desk/length" in load_config(path).rules


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.toml", "cannot be read: No such file"), (".", "cannot be read: Is a directory")],
)
def test_files_that_cannot_be_read(tmp_path, name, words) -> None:
    with pytest.raises(ConfigError, match=words):
        load_config(tmp_path / name)


def test_lists_in_lists_without_end(write) -> None:
    with pytest.raises(ConfigError, match=r"editcheck\.toml: lists or tables are nested too deeply in it"):
        load_config(write(f"gate = {'[' * 9000}{']' * 9000}"))


def test_a_table_that_is_none(write) -> None:
    with pytest.raises(ConfigError, match=r"pyproject\.toml:2: must be a table, not 3$"):
        load_config(write("[tool]\neditcheck = 3\n", "pyproject.toml"))


def test_a_broken_link_is_not_passed_over(tmp_path) -> None:
    (tmp_path / "editcheck.toml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ConfigError, match=r"editcheck\.toml: cannot be read: No such file"):
        load_config(start=tmp_path)


def test_a_plugin_that_is_not_installed_here_may_be_left_out_all_the_same(write) -> None:
    assert load_config(write("[plugins]\ndisabled = ['weather']")).plugins.disabled == ("weather",)


def test_a_file_that_is_not_utf8(tmp_path) -> None:
    (tmp_path / "editcheck.toml").write_bytes(b'gate = "\xff"')
    with pytest.raises(ConfigError, match=r"is not UTF-8, as TOML must be \(byte 8\)"):
        load_config(start=tmp_path)


def test_a_pyproject_that_is_named_must_have_a_table_for_editcheck(write) -> None:
    with pytest.raises(ConfigError, match=r"there is no \[tool.editcheck\] in it"):
        load_config(write("[project]\n", "pyproject.toml"))


def test_a_configuration_made_in_python_is_held_to_the_same(desk) -> None:
    plugins = PluginSettings(files=(str(desk),))
    for rules, words in (
        ({"desk/lenght": RuleSetting()}, "did you mean 'desk/length'"),
        ({"desk/length": RuleSetting(options={"words": "3"})}, "words must be a whole number"),
        ({"desk/length": RuleSetting(options={"except": ["and"]})}, "except must be a list of texts"),
    ):
        with pytest.raises(ConfigError, match=words):
            check(Article.from_text("x"), Config(rules=rules, plugins=plugins))
