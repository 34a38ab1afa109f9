"""`editcheck authority import`, and articles held against what it made."""

from __future__ import annotations

import json

import pytest

TABLE = """position,person,start,end
Secretary of the Harbour,Ann Adams,2010-01-20,2017-01-20
Secretary of the Harbour,Tom Reyes,2017-01-20,2021-01-20
Secretary of the Harbour,Ruth Vance,2021-01-20,
"""
IMPORT = ("authority", "import", "--jurisdiction", "Norland", "--until", "2025-01-01", "--name", "cabinet")


@pytest.fixture
def cabinet(run, write, folder) -> str:
    ran = run(*IMPORT, "-o", "cabinet.json", write("cabinet.csv", TABLE))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    return "cabinet.json"


def test_an_article_is_held_against_it(run, write, cabinet: str) -> None:
    write("editcheck.toml", f'authority = ["{cabinet}"]\nselect = ["roles/authority-mismatch"]\n')
    story = write("story.txt", "Harbour Secretary Tom Reyes spoke on Monday.")
    ran = run("check", "--format", "jsonl", "--published", "2024-10-24", story)
    assert ran.code == 1
    (found,) = ran.reports[0]["annotations"]
    assert found["message"] == (
        "Tom Reyes is “Harbour Secretary” here; cabinet, as of 1 January 2025, has Tom Reyes as Secretary of the "
        "Harbour from 20 January 2017 until 20 January 2021."
    )


def test_without_output_it_goes_to_standard_output(run, write) -> None:
    ran = run(*IMPORT, write("cabinet.csv", TABLE))
    made = json.loads(ran.out)
    assert made["meta"] == {"name": "cabinet", "complete": False, "until": "2025-01-01"}
    assert len(made["memberships"]) == 3


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("authority", "import", "cabinet.csv"), "cabinet.csv: it does not say whose offices it lists"),
        (("authority", "import", "none.csv"), "none.csv: cannot be read"),
        ((*IMPORT[:-4], "--until", "soon", "cabinet.csv"), "--until: 'soon' is no date"),
        ((*IMPORT, "-o", "cabinet.csv", "cabinet.csv"), "--output: cabinet.csv is the list itself"),
        ((*IMPORT, "-o", "no/such/place.json", "cabinet.csv"), "no/such/place.json: cannot be written"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(run, write, arguments: tuple[str, ...], complaint: str) -> None:
    write("cabinet.csv", TABLE)
    ran = run(*arguments)
    assert ran.code == 2
    assert len(ran.complaints) == 1
    assert complaint in ran.err


def test_an_authority_file_that_cannot_be_read_is_said_with_its_line(run, write) -> None:
    write("editcheck.toml", 'gate = "error"\nauthority = ["none.json"]\n')
    ran = run("check", write("story.txt", "Nothing."))
    assert ran.code == 2
    assert "editcheck.toml:2: authority: " in ran.err
    assert "there is no such file; `editcheck authority import` makes one" in ran.err
