"""The arithmetic, on cases that can be worked out by hand."""

from __future__ import annotations

import pytest
from measures import Agreement, Words, add_b_cubed, align, harmonic, jaccard, overlaps, percent


def test_words_under_spans_are_counted_without_marks_and_possessives_stay_whole():
    words = Words("\"We won't,\" said Lee's aide (U.S.).")
    assert words.named(frozenset(range(6))) == ["We", "won't", "said", "Lee's", "aide", "U.S"]


@pytest.mark.parametrize(
    ("span", "under"),
    [((0, 3), {0}), ((0, 4), {0}), ((2, 5), {0, 1}), ((3, 4), set()), ((4, 12), {1, 2}), ((12, 13), set())],
)
def test_a_word_counts_where_a_span_touches_it(span, under):
    assert Words("one two four.").under([span]) == under


def test_several_spans_are_one_set_of_words():
    assert Words("one two three four").under([(0, 3), (14, 18), (0, 7)]) == {0, 1, 3}


@pytest.mark.parametrize(
    ("one", "other", "similarity"),
    [({1, 2}, {1, 2}, 1), ({1, 2, 3}, {2, 3, 4}, 0.5), ({1}, {2}, 0), (set(), set(), 0), ({1}, set(), 0)],
)
def test_jaccard_is_what_two_sets_share_of_all_they_have(one, other, similarity):
    assert jaccard(frozenset(one), frozenset(other)) == similarity


def test_spans_that_only_meet_do_not_overlap():
    assert overlaps((0, 3), (2, 5))
    assert not overlaps((0, 3), (3, 5))


def test_precision_recall_and_f1():
    agreement = Agreement()
    agreement.add(4, 2, 2, 1)
    agreement.add(1, 3, 1)
    assert (agreement.recall, agreement.precision) == (60, 40)
    assert agreement.f1 == pytest.approx(48)
    assert agreement.figures("dates") == {
        "dates, precision": 40,
        "dates, recall": 60,
        "dates, F1": pytest.approx(48),
    }


def test_nothing_asked_and_nothing_said_is_no_success():
    assert (Agreement().precision, Agreement().recall, Agreement().f1) == (0, 0, 0)
    assert percent(0, 0) == harmonic(0, 0) == 0


def test_the_heaviest_pair_is_matched_first_and_nobody_twice():
    assert align({(0, 0): 0.6, (0, 1): 0.9, (1, 1): 0.8, (1, 0): 0.1, (2, 0): 0.0}) == {0: 1, 1: 0}


def test_of_equal_pairs_the_first_is_matched():
    assert align({(1, 0): 0.5, (0, 0): 0.5}) == {0: 0}


def test_b_cubed_weighs_each_mention_by_its_company():
    agreement = Agreement()
    add_b_cubed(agreement, [{"a", "b", "c"}, {"d"}], [{"a", "b"}, {"c", "d"}, {"e"}])
    # recall: a and b share 2 of 3, c 1 of 3, d 1 of 1; precision: a and b 2 of 2, c and d 1 of 2, e nothing
    assert agreement.recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert agreement.precision == pytest.approx(100 * (1 + 1 + 1 / 2 + 1 / 2 + 0) / 5)
