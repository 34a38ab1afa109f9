"""Ages: what is one, how old that is, and whom or what it is said of."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import Article


def ages_of(text):
    article = Article.from_text(text, published="2016-10-12")
    facts = editcheck.analyze(article)
    out = []
    for age in facts.ages:
        person = facts.person(age.person)
        bearer = person.name if person is not None else "" if age.of is None else article[age.of]
        out.append((age.text, age.value, bearer))
    return out


class TestPeopleWithAName:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("54-year-old Ann Smith won.", "54-year-old"),
            ("Ann Smith, 54, won.", "54"),
            ("Ann Smith (54) won.", "54"),
            ("Ann Smith, now 54, won.", "54"),
            ("Ann Smith, who is 54, won.", "54"),
            ("Ann Smith, aged 54, won.", "aged 54"),
            ("Ann Smith is 54 years old.", "54 years old"),
            ("Ann Smith died at the age of 54.", "at the age of 54"),
            ("Ann Smith died at 54.", "at 54"),
            ("Ann Smith moved to Rome at age 54.", "at age 54"),
            ("Ann Smith turned 54 on Monday.", "54"),
            ("At 54, Ann Smith is the oldest of them.", "At 54"),
            ("Ann Smith, a 54-year-old teacher from Ohio, won.", "54-year-old"),
            ("Ann Smith is a 54-year-old teacher.", "54-year-old"),
            ("The 54-year-old teacher Ann Smith won.", "54-year-old"),
            ("Ann Smith won. The 54-year-old said she was glad.", "54-year-old"),
            ("Ann Smith won. She is 54.", "54"),
            ("Ann Smith, fifty-four years old, won.", "fifty-four years old"),
        ],
    )
    def test_the_age_is_hers(self, text, words):
        assert ages_of(text) == [(words, "P54Y", "Ann Smith")]

    def test_each_of_several_has_their_own(self):
        text = "Oscar Diaz, 19, and Paul Roy, 20, were hurt."
        assert ages_of(text) == [("19", "P19Y", "Oscar Diaz"), ("20", "P20Y", "Paul Roy")]

    def test_somebodys_son_is_not_them(self):
        assert ages_of("Ann Smith's 12-year-old son sang.") == [("12-year-old", "P12Y", "son")]

    def test_who_is_named_in_a_quotation_is_not_the_speaker(self):
        assert ages_of("“Where is Ann Smith?” the 43-year-old asked.") == [("43-year-old", "P43Y", "")]

    def test_where_two_were_named_nobody_is_guessed(self):
        assert ages_of("Ann Smith met Paul Roy. The 54-year-old was glad.") == [("54-year-old", "P54Y", "")]

    def test_an_age_that_stands_for_anybody_is_nobodys(self):
        assert ages_of("Ann Smith set the puzzle before a 6-year-old.") == [("6-year-old", "P6Y", "")]

    def test_a_comma_parts_the_age_from_the_next_clause(self):
        assert ages_of("With readers 30 to 40 years old, Ann Smith leads.")[0][2] != "Ann Smith"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A three-month-old baby was found.", ("three-month-old", "P3M", "baby")),
        ("A man in his 40s was hurt.", ("in his 40s", "P4XY", "man")),
        ("A woman in her late thirties was hurt.", ("in her late thirties", "P3XY", "woman")),
        ("A woman, 32, was shot.", ("32", "P32Y", "woman")),
        ("Her two-and-a-half-year-old twins sang.", ("two-and-a-half-year-old", "P2Y6M", "twins")),
        ("Children under the age of 12 pay half.", ("under the age of 12", "P12Y", "Children")),
    ],
)
def test_people_without_a_name_are_called_by_their_noun(text, found):
    assert ages_of(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The three-year-old war goes on.", ("three-year-old", "P3Y", "war")),
        ("The 12-year-old company closed.", ("12-year-old", "P12Y", "company")),
        ("The law is almost 40 years old.", ("almost 40 years old", "P40Y", "law")),
        ("The decades-old feud ended.", ("decades-old", "PXDE", "feud")),
    ],
)
def test_things_have_ages_too(text, found):
    assert ages_of(text) == [found]
    [age] = editcheck.analyze(Article.from_text(text)).ages
    assert (age.person, age.of_people) == (None, False)


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("Voters aged 18 to 24 stayed home.", "P18Y", "P24Y"),
        ("Victims aged between 5 and 70 were buried.", "P5Y", "P70Y"),
        ("Only 18- to 24-year-olds vote for it.", "P18Y", "P24Y"),
    ],
)
def test_a_range_has_both_ends(text, lower, upper):
    [age] = editcheck.analyze(Article.from_text(text)).ages
    assert (age.value, age.upper, age.of_people) == (lower, upper, True)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("Ann Smith is about 54 years old.", "APPROX"),
        ("Ann Smith is at least 54 years old.", "EQUAL_OR_MORE"),
        ("Ann Smith is in her early 50s.", "START"),
    ],
)
def test_what_stands_before_the_figure_is_its_mod(text, mod):
    assert [age.mod for age in editcheck.analyze(Article.from_text(text)).ages] == [mod]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Smith won 81 votes to Paul Roy's 17.",
        "Ann Smith was 12 points ahead.",
        "The index rose to 54, a record.",
        "On Oct. 12, Ann Smith won.",
        "6. Ann Smith (6.) 7. Paul Roy (9.)",
        "The golden age of 1920s film is over.",
        "It is a quarter-century-old brigade.",
        "Ann Smith won in the 1980s.",
        "At one point we were 11.",
    ],
)
def test_other_figures_are_no_ages(text):
    assert ages_of(text) == []


@pytest.mark.parametrize("piece", ["Smith, 54, ", "18 to ", "age ", "in his ", "at 54, ", " old", "twenty "])
def test_long_texts_of_one_kind_do_not_hang(piece):
    from editcheck.facts.ages.forms import find_forms

    assert sum(1 for _ in find_forms(piece * 20_000)) >= 0
