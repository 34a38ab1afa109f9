"""The acronyms checker: what its rules say, and the real article they were asked for."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import editcheck_acronyms
from editcheck import Article, Example, House, Options, Severity, analyze, read
from editcheck.config import Config
from editcheck.testing import Expected, Invalid, RuleTester

TESTER = RuleTester(editcheck_acronyms)


def annotations_of(article, **settings):
    off = frozenset({"acronyms/known-defined"})
    return list(editcheck_acronyms.editcheck_check(article, analyze(article), Options(off=off, **settings)))


def reported(text):
    article = Article.from_text(text)
    return [(each.rule, article[each.span]) for each in annotations_of(article)]


def test_undefined_names_the_form():
    TESTER.run(
        "acronyms/undefined",
        invalid=[Invalid("Men of the [[HSBT]] came.", (Expected(message="“HSBT” is never explained", related=()),))],
    )


def test_undefined_is_silent_where_the_reader_learns_what_it_is():
    TESTER.run(
        "acronyms/undefined",
        valid=[
            "The HSBT, a trust that runs the piers, was brief.",
            "The port was handed to the left-wing TVK party.",
            "“We saw nothing,” Vale told HSN. HSN sent two reporters.",
            "She was a guest on the WKBH radio station.",
            "Vale spoke on WKBH’s morning program.",
            "The steel giant KVX paid. A TRV poll says so.",
            "She left GKR Harbor Sciences in May. GKR is sold.",
            "Her lawyer, GKR Marlow, was brief.",
            "Two lawyers of the GKRA Harbor Relief Project came.",
        ],
        invalid=["Then [[GKRA]] President Ann Marlow came."],
    )


def test_undefined_listens_to_the_house_list_and_the_option():
    text = "Men of the HSBT came."
    article = Article.from_text(text)
    house = House(extra={"acronyms": {"HSBT": "Harbor Safety Board Trust"}})
    facts = analyze(article, Config(house=house))
    assert list(editcheck_acronyms.editcheck_check(article, facts, Options(house=house))) == []
    TESTER.run("acronyms/undefined", valid=[Example(text, options=(("ignore", ("HSBT",)),))])


def test_initials_of_somebody_the_reader_has_met_are_not_reported():
    text = "Ruth Harbor Vale, 61, spoke on Monday. “I am late,” Vale said. Her friends say that RHV is shy."
    assert reported(text) == []


def test_used_before_definition_shows_where_and_swaps_the_two():
    TESTER.run(
        "acronyms/used-before-definition",
        invalid=[
            Invalid(
                "The [[HSB]] closed two piers. The Harbor Safety Board (HSB) gave no reason.",
                (
                    Expected(
                        message="“HSB” is used here and explained only later, as “Harbor Safety Board”",
                        related=("Harbor Safety Board (HSB",),
                        repaired=("The Harbor Safety Board (HSB) closed two piers. The HSB gave no reason.",),
                    ),
                ),
            )
        ],
    )


def test_unlinked_expansion_puts_the_letters_after_the_name():
    TESTER.run(
        "acronyms/unlinked-expansion",
        invalid=[
            Invalid(
                "The Lake Towns Rail Authority is broke. An [[LTRA]] train stopped at noon.",
                (
                    Expected(
                        message="“LTRA” seems to be “Lake Towns Rail Authority”",
                        related=("Lake Towns Rail Authority",),
                        repaired=("The Lake Towns Rail Authority (LTRA) is broke. An LTRA train stopped at noon.",),
                    ),
                ),
            )
        ],
    )


def test_where_two_rules_fit_the_more_telling_one_speaks():
    assert reported("The Lake Towns Rail Authority is broke. An LTRA train stopped at noon.") == [
        ("acronyms/unlinked-expansion", "LTRA")
    ]


def test_defined_twice_repairs_with_the_short_form():
    TESTER.run(
        "acronyms/defined-twice",
        invalid=[
            Invalid(
                "The Harbor Safety Board (HSB) met. The [[Harbor Safety Board (HSB)]] was brief.",
                (Expected(repaired=("The Harbor Safety Board (HSB) met. The HSB was brief.",)),),
            )
        ],
    )


def test_conflicting_definitions_names_both():
    TESTER.run(
        "acronyms/conflicting-definitions",
        valid=[
            "The Harbor Safety Board (HSB) met. Later renamed the Harbor Security Bureau (HSB), it grew.",
            "Cargo vessel bodies (CVBs) met. A cargo vessel body (CVB) left.",
        ],
        invalid=[
            Invalid(
                "The Harbor Safety Board (HSB) met.\n\nThe Home Security Bureau ([[HSB]]) did not.",
                (
                    Expected(
                        message="“HSB” is explained as “Home Security Bureau” here and as “Harbor Safety Board”",
                        severity=Severity.ERROR,
                        related=("Harbor Safety Board (HSB",),
                    ),
                ),
            )
        ],
    )


def test_unused_definition_takes_the_brackets_out():
    TESTER.run(
        "acronyms/unused-definition",
        valid=["The Basque Sailors' Party (PNV) met.\n\nA.\n\nB.\n\nC."],
        invalid=[
            Invalid(
                "The Harbor Safety Board ([[HSB]]) met.\n\nIt rained.\n\nIt snowed.\n\nNobody came.",
                (Expected(repaired=("The Harbor Safety Board met.",)),),
            )
        ],
    )


def test_a_long_form_that_comes_back_is_another_rules():
    text = "The Harbor Safety Board (HSB) met.\n\nThe Harbor Safety Board was brief.\n\nIt rained.\n\nIt snowed."
    assert reported(text) == []


def test_known_defined_is_off_by_default_and_repairs():
    TESTER.run(
        "acronyms/known-defined",
        invalid=[
            Invalid(
                "The North Atlantic Treaty Organization ([[NATO]]) met. NATO was brief.",
                (Expected(repaired=("NATO met. NATO was brief.",)),),
            )
        ],
    )
    assert reported("The North Atlantic Treaty Organization (NATO) met. NATO is old.") == []


def test_keys_are_facts_and_never_change_with_the_place():
    first = annotations_of(Article.from_text("Men of the HSBT came."))
    second = annotations_of(Article.from_text("It rained on Monday.\n\nThen men of the HSBT came."))
    assert [each.keys for each in first] == [each.keys for each in second] == [("HSBT",)]


def test_the_checker_imports_the_public_api_only():
    for path in sorted(Path(editcheck_acronyms.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if name.startswith("editcheck.")], path.name


@pytest.mark.parametrize("suffix", ["txt", "html", "nitf.xml"])
def test_the_real_article(shared, suffix):
    wanted = json.loads((shared / "articles" / "dprk-troops.expected.json").read_text(encoding="utf-8"))
    path = shared / "articles" / f"dprk-troops.{suffix}"
    if suffix == "txt":
        article = Article.from_text(path.read_text(encoding="utf-8"), published=wanted["published"])
    else:
        article = read(path)
    found = annotations_of(article)
    for must in wanted["must"]:
        if must["rule"].startswith("acronyms/"):
            assert [
                each
                for each in found
                if each.rule == must["rule"]
                and article[each.span] == must["quote"]
                and must["near"] in article[article.block_at(each.span).span]
                and all(must["related"] in article[place.span] for place in each.related if "related" in must)
            ], must
    assert len(found) == sum(must["rule"].startswith("acronyms/") for must in wanted["must"])
