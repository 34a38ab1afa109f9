"""How the letters of a short form are found in the words of a long one."""

from __future__ import annotations

import pytest

from editcheck.facts.acronyms.letters import Words, align_after, align_before, letters_of


def before(form, text):
    found = align_before(form, Words.of(text, 0, len(text)))
    return None if found is None else (text[found.start : found.end], found.strategy)


@pytest.mark.parametrize(
    ("form", "text", "long", "strategy"),
    [
        ("WRC", "we asked the Water Relief Corps", "Water Relief Corps", "initials"),
        ("BCHS", "a Board for Coast and Harbor Safety", "Board for Coast and Harbor Safety", "function-words-skipped"),
        ("DoT", "at the Department of Trade", "Department of Trade", "initials"),
        ("LRMS", "with long-range marine surveys", "long-range marine surveys", "initials"),
        ("TTX", "a dose of tetrodotoxin", "tetrodotoxin", "inner-letters"),
        ("HydroCom", "by the Hydrology Commission", "Hydrology Commission", "prefixes"),
        ("W3B", "the World Wide Water Board", "World Wide Water Board", "initials"),
        ("B2F", "selling business to farmer", "business to farmer", "equivalents"),
        ("XRF", "by extended range finding", "extended range finding", "equivalents"),
        ("R&S", "for Rowing & Sailing", "Rowing & Sailing", "initials"),
        ("B8R", "the battalion VIII riders", "battalion VIII riders", "equivalents"),
        ("NGHs", "several night guard huts", "night guard huts", "initials"),
        ("DAHR", "the Deferred Aid for Harbor Repair program", "Deferred Aid for Harbor Repair", "name-and-tail"),
        ("HARB2", "a B2-type harbor", "B2-type harbor", "number-moved"),
        ("L1DSM", "of the deck safety module L1", "deck safety module L1", "number-moved"),
        ("ÉNA", "at the École nationale agricole", "École nationale agricole", "initials"),
    ],
)
def test_the_cheapest_alignment_wins(form, text, long, strategy):
    assert before(form, text) == (long, strategy)


def test_letters_must_come_in_order():
    assert before("SFH", "health for schools") is None


def test_a_number_must_be_found():
    assert before("WRS-20", "by the Water Relief Scale") is None


def test_a_long_form_begins_with_the_first_letter():
    assert before("ZQ", "a long sentence without them") is None


def test_a_long_form_may_begin_behind_a_hyphen_not_behind_a_capital():
    assert before("DRM", "according to McDermott") is None


def test_of_two_equally_good_the_shorter():
    assert before("PA", "Paul asked for the Port Authority")[0] == "Port Authority"


def test_letters_that_a_distant_word_opens_by_chance_give_way_to_the_nearest_word_that_has_them_all():
    assert before("MER", "a medium with microetherol") == ("microetherol", "inner-letters")


def test_align_after_ends_with_the_last_letter_or_takes_all():
    text = "Lake Towns Rail Authority of the north"
    words = Words.of(text, 0, len(text))
    assert text[: align_after("LTRA", words, whole=False).end] == "Lake Towns Rail Authority"
    assert text[: align_after("LTRA", words, whole=True).end] == text


def test_letters_are_folded_and_numbers_are_whole():
    assert letters_of("É-12b&c") == ("e", "12", "b", "&", "c")


def test_time_grows_gently_with_the_words():
    text = "alpha-beta-gamma " * 400
    assert align_before("ABGABGABGA", Words.of(text, 0, len(text))) is not None
