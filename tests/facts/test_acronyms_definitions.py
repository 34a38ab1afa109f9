"""The places where a text ties a short form to its long form."""

from __future__ import annotations

import pytest

import editcheck


def pairs(text):
    article = editcheck.Article.from_text(text)
    return {
        (article[each.short], article[each.long]): each.strategy
        for acronym in editcheck.analyze(article).acronyms
        for each in acronym.definitions
    }


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Harbor Safety Board (HSB) met.", "HSB", "Harbor Safety Board"),
        ("The HSB (Harbor Safety Board) met.", "HSB", "Harbor Safety Board"),
        ("The Harbor Safety Board [HSB] met.", "HSB", "Harbor Safety Board"),
        ("The “Harbor Safety Board” (“HSB”) met.", "HSB", "Harbor Safety Board"),
        ("The Harbor Safety Board (hereafter HSB) met.", "HSB", "Harbor Safety Board"),
        ("The Harbor Safety Board (HSB; founded 1921) met.", "HSB", "Harbor Safety Board"),
        ("A law (the Harbor Safety Bill, HSB) was passed.", "HSB", "Harbor Safety Bill"),
        ("The Harbor Safety Board, or HSB, met.", "HSB", "Harbor Safety Board"),
        ("The Harbor Safety Board, also known as HSB, met.", "HSB", "Harbor Safety Board"),
        ("The Harbor Safety Board, hereafter HSB, met.", "HSB", "Harbor Safety Board"),
        ("The HSB, which stands for Harbor Safety Board, met.", "HSB", "Harbor Safety Board"),
        ("He joined the HSB, short for Harbor Safety Board, in May.", "HSB", "Harbor Safety Board"),
        ("The HSB, an acronym for Harbor Safety Board, met.", "HSB", "Harbor Safety Board"),
        ("“The HSB is late,” Vale said, using the acronym for Harbor Safety Board.", "HSB", "Harbor Safety Board"),
        ("The HSB is late. Vale used the acronym for the Harbor Safety Board.", "HSB", "Harbor Safety Board"),
        ("She wrote to the Harbor Safety Board, HSB.", "HSB", "Harbor Safety Board"),
        ("The chief harbor officer – CHO – was out.", "CHO", "chief harbor officer"),
        ("The Navy's messenger protein (mPRO) helps.", "mPRO", "messenger protein"),
        ("The U.S. Harbor Aid Board (HAB) met.", "HAB", "Harbor Aid Board"),
        ("Three rescue tug boats (RTBs) left.", "RTBs", "rescue tug boats"),
        ("Sailors Beyond Borders (MSF) sent two planes.", "MSF", "Sailors Beyond Borders"),
        ("The Spanish Harbor Agency (AEPD, ) met.", "AEPD", "Spanish Harbor Agency"),
        ("The Intertown Police (Interpo) met.", "Interpo", "Intertown Police"),
        ("The Aid for Towns and Rivers program, or ATAR, ended.", "ATAR", "Aid for Towns and Rivers"),
    ],
)
def test_definition(text, short, long):
    assert (short, long) in pairs(text)


@pytest.mark.parametrize(
    "inside",
    [
        "abbreviation: HSB",
        "abbr. HSB",
        "usually abbreviated to HSB",
        "or simply HSB",
        "commonly known by its acronym HSB",
        "a.k.a. HSB",
        "HSB for short",
        "“HSB” or “the Board”",
        "HSB's",
    ],
)
def test_wordings_before_a_short_form_in_brackets(inside):
    assert ("HSB", "Harbor Safety Board") in pairs(f"He met the Harbor Safety Board ({inside}) in May.")


@pytest.mark.parametrize(
    "text",
    [
        "The Harbor Safety Board's (HSB) head met.",
        "The Harbor Safety Board -- HSB -- met.",
        "The Harbor Safety Board, HSB for short, met.",
        "The HSB, formally the Harbor Safety Board, met.",
        "The HSB, officially known as the Harbor Safety Board, met.",
        "The HSB (which stands for Harbor Safety Board) met.",
        "The HSB (acronym for Harbor Safety Board) met.",
        "The HSB (Harbor Safety Board, founded in 1921) met.",
        "HSB is an abbreviation that stands for Harbor Safety Board.",
        "HSB = Harbor Safety Board",
    ],
)
def test_wordings_that_tie_the_two(text):
    assert set(pairs(text)) == {("HSB", "Harbor Safety Board")}


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Ann Vale (R-IN) spoke.",
        "Sen. Ann Vale (D-Wis.) spoke.",
        "Vale (R) won in Ohio.",
        "KESTREL BAY, Oregon (AP) — The harbor closed.",
        "He has met her (see chapter II).",
        "The tank holds enough (40 MW) for a town.",
        "She answered at once (no).",
        "Ohio or NATO will pay.",
        "The magnitude of the elliptic filter (Maner filter) rose.",
    ],
)
def test_no_definition(text):
    assert pairs(text) == {}


def test_names_that_go_on_are_tied_to_the_same_long_form():
    found = pairs("The Northern Front, also known as NFR, NFX and NFZ, denied it.")
    assert set(found) == {(form, "Northern Front") for form in ("NFR", "NFX", "NFZ")}


def test_a_definition_never_crosses_a_sentence():
    assert pairs("He left the harbor. So Bob (HSB) came.") == {}


def test_a_place_alone_is_worth_less_than_letters():
    article = editcheck.Article.from_text("Sailors Beyond Borders (MSF) met the Harbor Safety Board (HSB).")
    by_form = {acronym.form: acronym.definitions[0] for acronym in editcheck.analyze(article).acronyms}
    assert by_form["MSF"].strategy == "brackets: other-letters"
    assert by_form["MSF"].confidence < by_form["HSB"].confidence


def test_a_word_of_a_name_is_not_passed_over_for_letters_that_fit():
    assert pairs("The River Oak Planting Trust (ROPI) met.") == {
        ("ROPI", "River Oak Planting Trust"): "brackets: other-letters"
    }


def test_of_two_long_forms_for_one_place_the_surer():
    text = "Sailors came from the nordic inspectors of harbors and tugs (now called the National Harbor Trust, NHT)."
    assert set(pairs(text)) == {("NHT", "National Harbor Trust")}


def test_markup_defines():
    page = b'<p>The <abbr title="Harbor Safety Board">HSB</abbr> has closed two piers.</p>'
    article = editcheck.read(page, format="html")
    (acronym,) = (each for each in editcheck.analyze(article).acronyms if each.form == "HSB")
    assert acronym.long_form == "Harbor Safety Board"
    assert acronym.definitions[0].expansion == "Harbor Safety Board"
    assert acronym.definitions[0].strategy == "markup"


def test_other_languages_are_read_for_brackets_only():
    text = "Die Hafensicherheitsbehörde Nord (HSB) tagte. Die HSB schwieg. Der BVKL auch."
    facts = editcheck.analyze(editcheck.Article.from_text(text, language="de"))
    assert [acronym.form for acronym in facts.acronyms] == ["HSB"]
    assert len(facts.acronyms[0].mentions) == 2


def test_one_name_with_a_column_of_codes_is_explained_by_none_of_them():
    codes = ("HSA", "HSB", "HSC", "HSD", "HSE", "HSF")
    assert pairs("\n\n".join(f"Harbor Safety Board ({code})" for code in codes)) == {}


@pytest.mark.parametrize("tag", ["R-AL", "D-Ind.", "I–VT", "DFL-MN"])
def test_a_party_tag_behind_a_name_explains_nothing(tag):
    assert pairs(f"Rep. Dan Albrook Ingersoll Vermont ({tag}) spoke. So did the Raft Alliance ({tag}).") == {}
