"""Presets: what a newsroom of one country would set, under its own settings."""

from __future__ import annotations

from pathlib import Path

import pytest

import editcheck
from editcheck.config.presets import PRESETS


def config(folder: Path, text: str) -> editcheck.Config:
    (folder / "editcheck.toml").write_text(text, encoding="utf-8")
    return editcheck.load_config(folder / "editcheck.toml")


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_can_be_used(tmp_path: Path, preset: str) -> None:
    assert "NATO" in config(tmp_path, f'preset = "{preset}"').house["acronyms"]


def test_general_is_editcheck_as_it_is(tmp_path: Path) -> None:
    assert config(tmp_path, 'preset = "general"') == config(tmp_path, "")


def test_presets_add_to_the_house_lists_and_take_out(tmp_path: Path) -> None:
    british, american = (config(tmp_path, f'preset = "{each}"').house["acronyms"] for each in ("uk", "us"))
    assert "RNLI" in british
    assert "RNLI" not in american
    assert "HMRC" not in american
    assert "FTC" in american


def test_the_newsroom_has_the_last_word(tmp_path: Path) -> None:
    house = config(tmp_path, 'preset = "uk"\n[house.acronyms]\nRNLI = ""\nDMV = "the licence office"').house
    assert "RNLI" not in house["acronyms"]
    assert house["acronyms"]["DMV"] == "the licence office"


def test_a_list_that_is_replaced_is_the_newsrooms_alone(tmp_path: Path) -> None:
    house = config(
        tmp_path, 'preset = "uk"\n[house]\nreplace = ["acronyms"]\n[house.acronyms]\nRNLI = "lifeboats"'
    ).house
    assert dict(house["acronyms"]) == {"RNLI": "lifeboats"}


def test_an_unknown_preset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(editcheck.ConfigError, match=r"editcheck.toml:1: preset: .*'mars'"):
        config(tmp_path, 'preset = "mars"')


def credited(config: editcheck.Config) -> list[str]:
    article = editcheck.Article.from_text(
        "“The quay is closed,” the harbour master foghorned. He yodelled that it stays so."
    )
    facts = editcheck.analyze(article, config)
    return [article[each.cue] for each in facts.quotations if each.cue is not None]


def test_cue_verbs_are_a_house_list(tmp_path: Path) -> None:
    added = config(tmp_path, '[house.cue_verbs]\nyodel = "speech quote that"')
    assert "yodelled" not in credited(editcheck.Config())
    assert "yodelled" in credited(added)
    assert "said" in credited_by_said(added)
    assert "said" not in credited_by_said(config(tmp_path, '[house.cue_verbs]\nsay = ""'))


def credited_by_said(config: editcheck.Config) -> list[str]:
    article = editcheck.Article.from_text("The mayor said that the quay is closed.")
    return [article[each.cue] for each in editcheck.analyze(article, config).quotations if each.cue is not None]


def test_what_a_cue_verb_cannot_be_is_refused(tmp_path: Path) -> None:
    with pytest.raises(editcheck.ConfigError, match=r":2: house.cue_verbs.yodel: 'loud' must begin with one of speech"):
        config(tmp_path, '[house.cue_verbs]\nyodel = "loud"')
