"""What a rule would have on a house list, and how it gets there: nothing else in the file changes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import editcheck
from editcheck import Article, Config, ConfigError, House, HouseEntry
from editcheck.config.house_entries import with_house_entry
from editcheck.host import rules

ENTRY = HouseEntry("acronyms", "HSBT")


def put(text: str, name: str = "editcheck.toml", entry: HouseEntry = ENTRY) -> str:
    written = with_house_entry(text, Path(name), entry, "Harbor Board")
    assert with_house_entry(written, Path(name), entry, "Harbor Board") == written
    return written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", '[house.acronyms]\nHSBT = "Harbor Board"\n'),
        ("gate = 'off' # ours\n", "gate = 'off' # ours\n\n[house.acronyms]\nHSBT = \"Harbor Board\"\n"),
        (
            "[house.acronyms]\nA = 'b' # why\n\n# rules\n[rules]\n",
            "[house.acronyms]\nA = 'b' # why\nHSBT = \"Harbor Board\"\n\n# rules\n[rules]\n",
        ),
        (
            "[house.one_name]\nX = 'y'\n# the parser\n[nlp]\n",
            "[house.one_name]\nX = 'y'\n# the parser\n[nlp]\n\n[house.acronyms]\nHSBT = \"Harbor Board\"\n",
        ),
        ("\ufeffgate = 'off'", "\ufeffgate = 'off'\n\n[house.acronyms]\nHSBT = \"Harbor Board\"\n"),
        ("[house]\r\nreplace = []\r\n", '[house]\r\nreplace = []\r\n\r\n[house.acronyms]\r\nHSBT = "Harbor Board"\r\n'),
    ],
)
def test_one_line_comes_in(text: str, written: str) -> None:
    assert put(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "[house]\nacronyms = { A = 'b' }\n[rules]\n",
        "house = { one_name = {} } # few\n[rules]\n",
        "house.acronyms.A = 'b'\ngate = 'off'\n",
        "house.one_name.A = 'b'\ngate = 'off'\n",
        "[house]\nacronyms.A = 'b'\n[rules]\n",
        "[house.acronyms]\nA = 'b'\n[rules]\n[house.one_name]\nX = 'y'\n",
        "[house.acronyms]\n# nothing yet\n",
    ],
)
def test_however_the_lists_are_written(text: str) -> None:
    before, after = tomllib.loads(text), tomllib.loads(put(text))
    assert after["house"]["acronyms"].pop("HSBT") == "Harbor Board"
    if not after["house"]["acronyms"] and "acronyms" not in before["house"]:
        del after["house"]["acronyms"]
    assert after == before


def test_in_a_file_of_several_tools_it_stands_under_ours() -> None:
    written = put("[tool.editcheck]\ngate = 'off'\n[tool.ruff]\n", "pyproject.toml")
    assert tomllib.loads(written)["tool"]["editcheck"]["house"] == {"acronyms": {"HSBT": "Harbor Board"}}


def test_an_entry_with_blanks_and_quotation_marks_is_a_key() -> None:
    entry = HouseEntry("well_known", 'Anna "Ann" Weiß')
    assert tomllib.loads(put("", entry=entry))["house"]["well_known"] == {'Anna "Ann" Weiß': "Harbor Board"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[house", "editcheck.toml: is not valid TOML: "),
        ("house = 3", "editcheck.toml: house is no table, so nothing can be put on the list"),
        ("[house]\nacronyms = []", "editcheck.toml: house.acronyms is no table, so nothing can be put on the list"),
    ],
)
def test_a_file_that_cannot_take_it_is_refused(text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        put(text)
    assert str(caught.value).startswith(problem)


def test_what_a_rule_would_have_on_a_list_settles_the_matter() -> None:
    settled = set()
    for rule in rules():
        config = Config(select=(rule.id,))
        for example in (each for each in rule.bad if not (each.html or each.options)):
            text = example.text.replace("[[", "").replace("]]", "")
            article = Article.from_text(text, published=example.published, title=example.title)
            for entry in {each.house for each in editcheck.check(article, config).annotations if each.house}:
                listed = Config(select=(rule.id,), house=House({entry.list: {entry.entry: entry.meaning or "x"}}))
                left = {each.house for each in editcheck.check(article, listed).annotations}
                assert entry not in left, (rule.id, text)
                settled.add(rule.id)
    assert settled >= {
        "acronyms/undefined",
        "acronyms/unlinked-expansion",
        "attribution/unidentified-source",
        "attribution/late-introduction",
    }
