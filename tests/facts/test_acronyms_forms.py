"""Which characters are a short form, which only look like one, and what is known without explanation."""

from __future__ import annotations

import pytest

import editcheck
from editcheck.article import Span
from editcheck.config import Config
from editcheck.facts.acronyms.shapes import candidates, form_key
from editcheck.house import House


def forms(text, **options):
    facts = editcheck.analyze(editcheck.Article.from_text(text), Config(**options))
    return {acronym.form: acronym for acronym in facts.acronyms}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The HSB met.", ["HSB"]),
        ("The H.S.B. met.", ["H.S.B."]),
        ("The HSB's piers and the CVBs' boats", ["HSB", "CVBs"]),
        ("an HSB-led and non-CVB plan", ["HSB", "CVB"]),
        ("the HSB/CVB poll", ["HSB/CVB"]),
        ("the HSB-CVB pact", ["HSB-CVB"]),
        ("the Q&R desk", ["Q&R"]),
        ("the MoH and a mRKA drug", ["MoH", "mRKA"]),
        ("McDonald met O'Neill on YouTube", []),
        ("I saw A. Vale", []),
    ],
)
def test_shapes(text, expected):
    assert [text[span.start : span.end] for span in candidates(text, Span(0, len(text)), ())] == expected


def test_compounds_are_taken_apart_where_a_part_is_settled():
    text = "the HSB-CVB pact"
    assert [text[s.start : s.end] for s in candidates(text, Span(0, len(text)), {"CVB"})] == ["HSB", "CVB"]


def test_spellings_of_one_form_share_a_key():
    assert form_key("U.N.") == form_key("UN")
    assert form_key("CVBs") == form_key("CVB")
    assert form_key("AS") != form_key("A")


@pytest.mark.parametrize(
    "text",
    [
        "Henry VIII wrote in XIV chapters.",
        "Sen. Ann Vale, R-IN, and Bob Hall, D-Wis., spoke.",
        "Shares of Nordhafen (NYSE: NHF) and Sudhafen (SHF.L) fell.",
        "They flew an XJ900 and drove a B52R.",
        "J.K. Marlow and R.T. Hale wrote it.",
        "It will NOT happen, EVER.",
        "The harbor will shut. He wrote HARBOR on the wall.",
        "STUNNING PICTURES FROM THE QUAY",
        "KESTREL BAY — The harbor closed.",
        "HALVORSEN: I saw nothing.",
        "Write to desk@HSBT.org or see www.HSBT.com/NEWS.",
        "The #HSBT tag and @HSBT spread.",
        "“She told the [HSBT] so,” he said.",
        "A pier at dawn. JANE QUILL/AFP/Getty Images",
        "The state passed HB 1523 in May.",
        "The case is HVTB v. Marlow, said Gov. C.L. “Bo” Marlow.",
        "Did you see it? HVTB: No. I was out.",
        "She read TIDAL SURVIVORS, a book.",
        "HALVOR WEEPS — Here is why. Halvor is a quiet town.",
        "Nordhafen .NHFX lost a point, the crown NHK= gained, and notes NH10YT=RR rose (.NHX).",
        "Here is the NH;DR version.",
        "They ran Lindux/HKM and Nordhaf-BVT on it, and an HKMbase/ORT.",
    ],
)
def test_what_only_looks_like_a_short_form(text):
    assert [form for form, acronym in forms(text).items() if not acronym.known] == []


def test_a_lower_case_word_with_a_hyphen_leaves_the_letters_what_they_are():
    assert [*forms("It was an HSBT-led plan, and a non-CVBD one.")] == ["HSBT", "CVBD"]


def test_a_form_beside_a_known_one_is_a_form_by_itself():
    assert [*forms("The UN-HSBT panel met.")] == ["UN", "HSBT"]


def test_units_states_and_abbreviations_are_known():
    found = forms("Mr. Vale of Salem, OR, drove 40 km on 3 kWh, i.e. little, near Concord, N.H.")
    assert {"Mr.", "OR", "km", "kWh", "i.e.", "N.H."} <= set(found)
    assert all(acronym.known for acronym in found.values())


def test_the_house_list_is_known_however_it_is_written():
    found = forms("NATO and the U.N. met CEOs; the HSBT did not.")
    assert {form: acronym.known for form, acronym in found.items()} == {
        "NATO": True,
        "U.N.": True,
        "CEOs": True,
        "HSBT": False,
    }


def test_a_newsroom_adds_to_the_house_list():
    house = House(extra={"acronyms": {"HSBT": "Harbor Safety Board Trust"}})
    assert forms("The HSBT met.", house=house)["HSBT"].known


def test_a_definition_is_stronger_than_a_refusal():
    assert forms("The Public Land Act (PLAN) passed. PLAN is law.").get("PLAN") is not None
    assert forms("Their PLAN failed.") == {}


def test_all_mentions_are_found_with_plurals_and_without_possessives():
    text = "Cargo vessel bodies (CVBs) met. Each CVB's head spoke. A CVB left."
    article = editcheck.Article.from_text(text)
    (acronym,) = editcheck.analyze(article).acronyms
    assert [article[span] for span in acronym.mentions] == ["CVBs", "CVB", "CVB"]


@pytest.mark.parametrize(
    ("text", "form", "long"),
    [
        (
            "She is at the Center for Harbor and Island Studies. A CHIS paper says so.",
            "CHIS",
            "Center for Harbor and Island Studies",
        ),
        ("The Asia-Pacific Rowing League met. APRL rules are strict.", "APRL", "Asia-Pacific Rowing League"),
        ("The Board of Shipping Trades met. BOST was brief.", "BOST", "Board of Shipping Trades"),
        ("The Harbor Music Awards on Sunday were loud. The HMAs are back.", "HMAs", "Harbor Music Awards"),
        ("The United Nations met in Oslo. The U.N. has rooms there.", "U.N.", "United Nations"),
    ],
)
def test_long_forms_are_found_untied(text, form, long):
    acronym = forms(text)[form]
    assert acronym.long_form == long
    assert acronym.definitions == ()
    assert [text[span.start : span.end] for span in acronym.long_mentions] == [long]


def test_two_letters_fit_too_many_names():
    assert forms("Harbor Safety is new. An HS paper says so.")["HS"].long_form is None


def test_long_mentions_are_all_places_of_the_long_form():
    text = "The Harbor Safety Board (HSB) met. Every harbor safety board meets. HSB."
    article = editcheck.Article.from_text(text)
    (acronym,) = editcheck.analyze(article).acronyms
    assert [article[span] for span in acronym.long_mentions] == ["Harbor Safety Board", "harbor safety board"]


def test_an_accent_written_apart_makes_no_short_form():
    assert forms("The GA\u0303len family met.") == {}


def test_long_texts_do_not_hang():
    text = "The (AB (CD [EF " * 20_000 + "x" * 200_000
    article = editcheck.Article.from_text(text, language="de")
    assert editcheck.analyze(article).acronyms is not None


def test_brackets_nested_by_the_thousand_do_not_take_the_square_in_time():
    text = "The Lake Guard (LG) met. " + "(" * 150_000 + ")" * 150_000
    acronyms = editcheck.analyze(editcheck.Article.from_text(text)).acronyms
    assert [(each.form, each.long_form) for each in acronyms] == [("LG", "Lake Guard")]
