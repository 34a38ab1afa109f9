"""The rules do what their examples say, and what stands here."""

from __future__ import annotations

from dataclasses import replace

import editcheck_house_style
import pytest

import editcheck
from editcheck.testing import ExampleCase, Expected, Invalid, RuleTester, examples


@pytest.mark.parametrize("case", examples(editcheck_house_style), ids=str)
def test_examples(case: ExampleCase) -> None:
    case.run()


def test_loaded_verb() -> None:
    RuleTester(editcheck_house_style).run(
        "house-style/loaded-verb",
        valid=["Ann Lopez said that the claim was admitted."],
        invalid=[
            "“It is new,” Ann Lopez [[claimed]].",
            editcheck.Example("<p>“It is <b>new</b>,” Ann Lopez <i>[[ad</i>mitted]].</p>", html=True),
            Invalid(
                "“It is new,” Ann Lopez [[boasted]].",
                (Expected(message="takes sides", repaired=("“It is new,” Ann Lopez said.",)),),
            ),
        ],
    )


def test_single_source_names_the_person_and_shows_the_other_places() -> None:
    text = "“It is safe,” [[Ann Lopez]] said.\n\n“It is new,” Lopez said.\n\n“It is wide,” Lopez said."
    expected = Expected(message="All 3 quotations are Ann Lopez’s", related=("Lopez", "Lopez"))
    RuleTester(editcheck_house_style).run("house-style/single-source", invalid=[Invalid(text, (expected,))])


def test_agency_copy_is_left_as_it_is() -> None:
    ours = editcheck.Article.from_text("“It is new,” Ann Lopez claimed.", published="2024-10-24")
    theirs = replace(ours, authors=("Jo Hart, Reuters",))
    assert "house-style/loaded-verb" in rules_of(ours)
    assert "house-style/loaded-verb" not in rules_of(theirs)


def rules_of(article: editcheck.Article) -> list[str]:
    config = editcheck.load_config(plugins=[editcheck_house_style.__file__])
    return [annotation.rule for annotation in editcheck.check(article, config).annotations]
