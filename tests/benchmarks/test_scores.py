"""What each of the commands counts, on articles of a sentence or two, with answers whose worth is plain."""

from __future__ import annotations

import sys

import acronyms
import dates
import people
import pytest
import quotations
import running
import systems
from corpora import AcronymGold, Attribution, DwieGold, Entity, Sample, Timex
from running import Run
from systems import FoundAcronym, FoundPerson, System


def saying(*answers):
    """A run of a system that gives these answers, one list for each sample in turn."""
    left = iter(answers)
    return Run(System("tested", "editcheck", lambda sample: next(left)))


def at(text, words):
    start = text.index(words)
    return (start, start + len(words))


# Quotations


SAYS = '"Taxes must fall soon," said mayor Ann Lee. Bo Ek hopes for rain. Lee warned of debts.'
TAXES = Attribution((at(SAYS, "mayor Ann Lee"),), (at(SAYS, "said"),), (at(SAYS, "Taxes must fall soon"),))
RAIN = Attribution((at(SAYS, "Bo Ek"),), (at(SAYS, "hopes"),), (at(SAYS, "for rain"),))
DEBTS = Attribution(((66, 69),), (at(SAYS, "warned"),), (at(SAYS, "of debts"),))
ARTICLE = Sample("says", SAYS, (TAXES, RAIN, DEBTS))


def quotation_figures(*found):
    return quotations.measure(saying(found), [ARTICLE]).figures


def test_the_annotation_itself_scores_full_marks():
    assert set(quotation_figures(TAXES, RAIN, DEBTS).values()) == {100}


def test_a_span_is_right_from_half_of_the_words_in_common():
    half = Attribution((at(SAYS, "Lee"),), TAXES.cue, (at(SAYS, "Taxes must"),))
    figures = quotation_figures(half)
    assert figures["all: content, precision"] == 100
    assert figures["all: source, precision"] == 0
    assert figures["all: cue, recall"] == pytest.approx(100 / 3)


def test_speech_is_what_the_annotated_cue_makes_it():
    figures = quotation_figures(RAIN)
    assert figures["all: source, precision"] == 100
    assert figures["all: source, recall"] == pytest.approx(100 / 3)
    assert figures["speech: source, recall"] == 0
    assert figures["speech: source, precision"] == 0  # nothing was said about speech


def test_a_belief_that_nobody_annotated_does_not_count_against_speech():
    belief = Attribution((at(SAYS, "Ann"),), (at(SAYS, "mayor"),), (at(SAYS, "Ek"),))
    claim = Attribution((at(SAYS, "Ann"),), (), (at(SAYS, "Ek"),))
    assert quotation_figures(TAXES, DEBTS, belief)["speech: content, precision"] == 100
    assert quotation_figures(TAXES, DEBTS, claim)["speech: content, precision"] == pytest.approx(200 / 3)


def test_a_quotation_in_two_pieces_is_found_and_is_credited_by_the_longer_one():
    first = Attribution((at(SAYS, "Bo Ek"),), (), (at(SAYS, "Taxes"),))
    second = Attribution((at(SAYS, "Lee"),), (), (at(SAYS, "must fall soon"),))
    figures = quotation_figures(first, second)
    assert (figures["direct: found"], figures["direct: credited to the right source"]) == (100, 100)
    figures = quotation_figures(first)
    assert (figures["direct: found"], figures["direct: credited to the right source"]) == (0, 0)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and "yes".', ["no", "yes"]),
        ("He said “no” and “never", ["no", "never"]),
        ("“One\nTwo” three", ["One"]),
        ("“One “two” three", ["One “two"]),
    ],
)
def test_what_stands_between_marks(text, quoted):
    assert [text[slice(*span)] for span in quotations.between_marks(text)] == quoted


# Dates


WHEN = "It began on Monday, 3 May 2015, and ended on Friday."
TIMES = Sample(
    "when",
    WHEN,
    (Timex(at(WHEN, "Monday, 3 May 2015"), "DATE", "2015-05-03"), Timex(at(WHEN, "Friday"), "DATE", "2015-05-07")),
)


def date_figures(*found):
    return dates.measure(saying(found, ()), {"A": [TIMES], "B": []}, []).figures


def test_strict_relaxed_and_value():
    figures = date_figures(
        Timex(at(WHEN, "Monday"), "DATE", "2015-05-03"),
        Timex(at(WHEN, "3 May 2015"), "DATE", "2015-05-04"),
        Timex(at(WHEN, "Friday"), "DATE", "2015-05-14"),
        Timex(at(WHEN, "It began"), "DATE", "PAST_REF"),
    )
    assert figures["A: strict, F1"] == pytest.approx(2 * 50 * 25 / 75)
    assert (figures["A: relaxed, precision"], figures["A: relaxed, recall"]) == (75, 100)
    assert (figures["A: value, precision"], figures["A: value, recall"]) == (25, 50)
    assert figures["bare weekdays: the right day"] == 0


def test_only_a_date_that_is_nothing_but_a_weekday_is_a_bare_one():
    assert [each.value for each in dates.bare_weekdays(TIMES)] == ["2015-05-07"]
    assert date_figures(Timex(at(WHEN, "on Friday"), "DATE", "2015-05-07"))["bare weekdays: the right day"] == 100


def test_of_the_constructed_cases_it_counts_what_is_found_and_what_is_found_where_there_is_nothing():
    cases = [Sample("1", "in May or June", ((3, 6), (10, 14))), Sample("2", "they may", ()), Sample("3", "no", ())]
    found = saying([Timex((3, 6), "DATE", None)], [Timex((5, 8), "DATE", None)], [])
    assert dates.measure_cases(found, cases) == {
        "Recognizers-Text cases: found": 50,
        "Recognizers-Text cases: found where there is none": 50,
    }


# People


TOKENS = ("Mayor", "Ann", "Lee", "left", ".", "Bo", "Ek", ",", "spokesman", ",", "met", "Lee", "'s", "aide", ".")
WHO = "Mayor Ann Lee left. Bo Ek, spokesman, met Lee's aide."
LEE = Entity("person", (at(WHO, "Ann Lee"), (42, 45)), ((1, 3), (11, 12)))
EK = Entity("person", (at(WHO, "Bo Ek"),), ((5, 7),))
MAYOR = Entity("role", (at(WHO, "Mayor"),), ((0, 1),))
SPOKESMAN = Entity("role", (at(WHO, "spokesman"),), ((8, 9),))
NAMED = Sample("who", WHO, DwieGold(TOKENS, (LEE, EK, MAYOR, SPOKESMAN)))


def people_figures(*found):
    return people.measure(saying(found), [NAMED]).figures


def test_people_as_annotated_score_full_marks_and_a_possessive_does_not_count():
    lee = FoundPerson((at(WHO, "Ann Lee"), at(WHO, "Lee's")), (at(WHO, "Mayor"),))
    ek = FoundPerson((at(WHO, "Bo Ek"),), (at(WHO, "spokesman"),))
    assert set(people_figures(lee, ek).values()) == {100}


def test_two_people_taken_for_one_cost_the_clusters_and_not_the_mentions():
    both = FoundPerson((at(WHO, "Ann Lee"), (42, 45), at(WHO, "Bo Ek")), ())
    figures = people_figures(both)
    assert figures["mentions: exact, F1"] == 100
    assert figures["clusters: B-cubed, recall"] == 100
    assert figures["clusters: B-cubed, precision"] == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_descriptions_are_not_scored_for_the_annotators_passed_over_them():
    lee = FoundPerson((at(WHO, "Ann Lee"), at(WHO, "aide"), (42, 45)), ())
    figures = people_figures(lee)
    assert figures["mentions: exact, precision"] == 100
    assert figures["mentions: exact, recall"] == pytest.approx(200 / 3)


def test_a_role_given_to_another_is_found_and_not_linked():
    lee = FoundPerson((at(WHO, "Ann Lee"),), (at(WHO, "Mayor"), at(WHO, "spokesman"), at(WHO, "aide")))
    figures = people_figures(lee)
    assert figures["roles beside a name, recall"] == 100
    assert figures["roles beside a name, precision"] == pytest.approx(200 / 3)
    assert figures["roles beside a name: linked to the right person"] == 50


def test_a_system_that_gives_nobody_a_role_has_no_figures_for_roles():
    assert not any("roles" in name for name in people_figures(FoundPerson((at(WHO, "Ann Lee"),), ())))


def test_the_closing_credits_are_not_scored():
    text = "Ann Lee left. Author: Bo Ek"
    sample = Sample("credits", text, DwieGold((), (Entity("person", ((0, 7),), ((0, 2),)),)))
    assert people.start_of_credits(sample) == text.index("Author")
    annotated = Sample("credits", text, DwieGold((), (Entity("person", ((22, 27),), ((0, 2),)),)))
    assert people.start_of_credits(annotated) == len(text)


# Acronyms


def test_pairs_are_compared_without_capitals_and_undefined_forms_without_points():
    record = Sample("1", "", frozenset({("GS", "grain size"), ("AB", "a b")}))
    text = "The U.N. met the harbour board (HB)."
    gold = AcronymGold({"HB": "harbour board"}, {"U.N.": "united nations", "EU": "european union"})
    article = Sample("2", text, gold)
    found = saying(
        [FoundAcronym("GS", "Grain  size"), FoundAcronym("XY", "x y")],
        [FoundAcronym("HB", "board"), FoundAcronym("UN", None), FoundAcronym("FBI", None)],
    )
    figures = acronyms.measure(found, [record], [article]).figures
    assert (figures["MED1250: pairs, precision"], figures["MED1250: pairs, recall"]) == (50, 50)
    assert figures["Wikipedia: pairs, F1"] == 0
    assert (figures["Wikipedia: undefined, precision"], figures["Wikipedia: undefined, recall"]) == (50, 100)


def test_a_system_that_tells_no_undefined_acronyms_has_no_such_figure():
    figures = acronyms.measure(saying(), [], []).figures
    assert not any("undefined" in name for name in figures)


# The commands


def test_a_system_that_fails_on_an_article_has_said_nothing_about_it(capsys):
    def find(sample):
        raise ValueError("no")

    run = Run(System("tested", "editcheck", find))
    assert [answers for _, answers in run.over([ARTICLE])] == [()]
    assert run.failed == 1
    assert "tested failed on says" in capsys.readouterr().err


def test_a_peer_that_is_not_installed_is_left_out_and_told_how_to_install(monkeypatch, capsys):
    monkeypatch.setattr(systems, "PEERS", {"dates": {"Nobody": ("nobody", "no_such_peer", "pip install nobody")}})
    assert [system.name for system in systems.load("dates", with_peers=True)] == ["editcheck"]
    assert "Nobody is left out" in capsys.readouterr().err


def test_articles_of_the_held_out_part_are_not_shown(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["dates.py", "--part", "check", "--worst", "3"])
    with pytest.raises(SystemExit):
        running.parse(running.options(""))
    assert "--worst" in capsys.readouterr().err


def test_the_worst_cases_come_first(capsys):
    cases = [running.Case("good", ()), running.Case("bad", ("missed: a",)), running.Case("worse", ("b", "c"))]
    running.print_worst(cases, 2)
    assert [line for line in capsys.readouterr().out.splitlines() if line] == [
        "worse: 2",
        "  b",
        "  c",
        "bad: 1",
        "  missed: a",
    ]
