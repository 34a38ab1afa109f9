"""Which plugins there are, in which order, and which of them run."""

from __future__ import annotations

import os

from editcheck import host
from editcheck.config import Config, PluginSettings
from editcheck.host.finder import Candidate, Origin, classify, find

OURS = Candidate("dates", Origin.ENTRY_POINT, "editcheck_dates", "editcheck", "1")
THEIRS = Candidate("desk", Origin.ENTRY_POINT, "desk_rules", "desk-rules", "2")
FILE = Candidate("newsroom", Origin.FILE, "/rules/newsroom.py")


def test_the_four_checkers_are_found_through_their_entry_points() -> None:
    ours = [each for each in find(PluginSettings()) if each.ours]
    assert [each.name for each in ours] == ["acronyms", "attribution", "dates", "roles"]
    assert {each.origin for each in ours} == {Origin.ENTRY_POINT}


def test_files_and_modules_come_last_in_the_order_in_which_they_are_named(tmp_path) -> None:
    named = find(PluginSettings(files=(f"{tmp_path}/zeta.py", "desk.rules", "desk.more:plugin")))[-3:]
    assert [(each.name, each.origin) for each in named] == [
        ("zeta", Origin.FILE),
        ("desk.rules", Origin.MODULE),
        ("desk.more", Origin.MODULE),
    ]


def test_naming_a_plugin_twice_makes_it_one(tmp_path) -> None:
    once, twice = (PluginSettings(files=(f"{tmp_path}/a.py",) * count) for count in (1, 2))
    assert find(once) == find(twice)


def test_strangers_are_told_from_ours_by_their_distribution() -> None:
    selection = classify([OURS, THEIRS, FILE], PluginSettings())
    assert selection.ours == (OURS,)
    assert selection.strangers == (THEIRS, FILE)
    assert selection.active == (OURS, THEIRS, FILE)


def test_each_can_be_switched_off_by_name() -> None:
    selection = classify([OURS, THEIRS, FILE], PluginSettings(disabled=("dates", "newsroom")))
    assert selection.active == (THEIRS,)
    assert selection.disabled == (OURS, FILE)


def test_all_strangers_can_be_switched_off_at_once() -> None:
    selection = classify([OURS, THEIRS, FILE], PluginSettings(strangers=False))
    assert selection.active == (OURS,)
    assert selection.disabled == (THEIRS, FILE)


def test_the_state_of_every_plugin_can_be_asked_for(write_plugin) -> None:
    files = (write_plugin("good"), write_plugin("bad", source="1 / 0"), write_plugin("quiet"))
    states = {each.candidate.name: each for each in host.plugins(Config(plugins=PluginSettings(files, ("quiet",))))}
    assert states["good"].info.hooks == ("editcheck_rules", "editcheck_check")
    assert [rule.id for rule in states["good"].info.rules] == ["good/word"]
    assert states["bad"].info is None
    assert "ZeroDivisionError" in states["bad"].problem
    assert (states["quiet"].info, states["quiet"].problem) == (None, None)


def test_rules_are_listed_by_id(write_plugin) -> None:
    settings = PluginSettings(files=(write_plugin("zeta"), write_plugin("alpha")))
    ids = [rule.id for rule in host.rules(Config(plugins=settings))]
    assert ids == sorted(ids)
    assert {"alpha/word", "zeta/word"} <= set(ids)


def test_without_strangers_nothing_but_ours_is_listed(write_plugin) -> None:
    settings = PluginSettings(files=(write_plugin("alpha"),), strangers=False)
    assert "alpha/word" not in [rule.id for rule in host.rules(Config(plugins=settings))]


def test_a_plugin_file_that_is_edited_is_loaded_again(write_plugin, config_with, article) -> None:
    config = config_with(write_plugin("desk"))
    assert len(host.check(article, config).annotations) == 1
    os.utime(write_plugin("desk", "yield from ()"), ns=(0, 0))
    assert host.check(article, config).annotations == ()


def test_a_relative_file_is_another_plugin_in_another_folder(write_plugin, config_with, tmp_path, monkeypatch) -> None:
    write_plugin("desk")
    monkeypatch.chdir(tmp_path)
    assert "desk/word" in [rule.id for rule in host.rules(config_with("./desk.py"))]
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert host.rules(config_with("./desk.py")) == ()
