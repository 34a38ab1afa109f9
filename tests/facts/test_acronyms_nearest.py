"""The last resort of letters in brackets: the nearest words that have them, one word passed over at a place."""

from __future__ import annotations

import pytest

import editcheck
from editcheck.facts.acronyms.letters import Words
from editcheck.facts.acronyms.nearest import align_nearest


def nearest(form, text):
    found = align_nearest(form, Words.of(text, 0, len(text)))
    return None if found is None else (text[found.start : found.end], found.strategy)


@pytest.mark.parametrize(
    ("form", "text", "long", "strategy"),
    [
        ("T-C", "the slope of the tide-raised current", "tide-raised current", "nearest-initials"),
        ("TC", "a test of tidal rising currents", "tidal rising currents", "nearest-initials"),
        ("TRC", "of tidal rising harbor currents here", "tidal rising harbor currents here", "nearest-initials"),
        ("HAR-S", "by the Harbor Safety Scale", "Harbor Safety Scale", "nearest-letters"),
        ("TMC", "with trimethylcarbonate ions", "trimethylcarbonate ions", "nearest-letters"),
        ("P2L", "a pier 2 extra lamp", "pier 2 extra lamp", "nearest-initials"),
    ],
)
def test_one_word_is_passed_over(form, text, long, strategy):
    assert nearest(form, text) == (long, strategy)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("TC", "tidal harbor rising currents"),  # two words passed over
        ("TC", "tidal current of the harbor"),  # three words behind
        ("HD", "the hardened steel"),  # two letters must open words
        ("P2L", "a pier 22 extra lamp"),  # a number is found whole
        ("T", "the tide"),  # one letter is too few
        ("TRC", "to rising currents"),  # a small word opens no long form
    ],
)
def test_what_is_too_far_apart_is_no_long_form(form, text):
    assert nearest(form, text) is None


def definitions(text):
    article = editcheck.Article.from_text(text)
    return {
        (article[each.short], article[each.long]): each.strategy
        for acronym in editcheck.analyze(article).acronyms
        for each in acronym.definitions
    }


def test_it_is_asked_last():
    found = definitions("They measured the tide surge-raised current (t-r) and the Harbor Safety Board (HSB) paid.")
    assert found == {
        ("t-r", "tide surge-raised current"): "brackets: nearest-initials",
        ("HSB", "Harbor Safety Board"): "brackets: initials",
    }


def test_a_scale_is_part_of_its_name_where_the_form_is_not_made_of_initials():
    assert ("HAR-S", "Harbor Safety Scale") in definitions("They used the Harbor Safety Scale (HAR-S) in May.")
    assert ("HarSa", "Harbor Safety scale") in definitions("They used the Harbor Safety scale (HarSa) in May.")


@pytest.mark.parametrize("text", ["The fields H(eff) grew.", "It was (see [HSB]) the harbor of [late] Sue Barr [HGB]."])
def test_nothing_is_looked_for_across_brackets_or_at_a_word_that_a_bracket_is_glued_to(text):
    assert definitions(text) == {}
