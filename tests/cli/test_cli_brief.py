"""`editcheck brief`: sheets of files, in three forms."""

from __future__ import annotations

import json

import pytest

STORY = "The harbour reopened on Monday, said Ruth Calder, the mayor."


@pytest.mark.parametrize("form", ["terminal", "html", "json"])
def test_every_form_names_who_speaks(run, write, form: str) -> None:
    ran = run("brief", "--format", form, "--published", "2024-10-24", write("story.txt", STORY))
    assert ran.code == 0
    assert "Ruth Calder" in ran.out


def test_json_has_a_sheet_for_each_article(run, write) -> None:
    ran = run("brief", "--format", "json", write("a.txt", STORY), write("b.txt", STORY))
    assert [each["name"] for each in json.loads(ran.out)] == ["a.txt", "b.txt"]


def test_a_page_goes_into_a_file(run, write, folder) -> None:
    ran = run("brief", "--format", "html", "-o", "sheet.html", write("a.txt", STORY))
    assert ran.out == ""
    assert (folder / "sheet.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_what_cannot_be_read_does_not_keep_others_from_their_sheets(run, write) -> None:
    ran = run("brief", "missing.txt", write("a.txt", STORY))
    assert ran.code == 2
    assert len(ran.complaints) == 1
    assert "Ruth Calder" in ran.out
