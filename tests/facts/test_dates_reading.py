"""Time expressions: what is found, what it means on the day of publication, and what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editcheck
from editcheck import Article, Markup, Span
from editcheck.facts.dates import find_dates
from editcheck.facts.model import DateParts

#: A Wednesday.
TOLD_ON = "2016-10-12"


def dates_of(text, published=TOLD_ON, **more):
    return editcheck.analyze(Article.from_text(text, published=published, **more)).dates


def values_of(text, published=TOLD_ON, **more):
    return {each.text: each.value for each in dates_of(text, published, **more)}


class TestWeekdays:
    @pytest.mark.parametrize(
        ("sentence", "value"),
        [
            ("The court ruled Tuesday that the piers stay open.", "2016-10-11"),
            ("The court had ruled on Tuesday that the piers stay open.", "2016-10-11"),
            ("On Tuesday, the court ruled against the board.", "2016-10-11"),
            ("Tuesday's ruling will cost the board a lot.", "2016-10-11"),
            ("The ruling was published Tuesday.", "2016-10-11"),
            ("The court will rule Tuesday.", "2016-10-18"),
            ("The court is expected to rule Tuesday.", "2016-10-18"),
            ("The hearing was scheduled for Tuesday.", "2016-10-18"),
            ("The court is hearing the case Tuesday.", "2016-10-18"),
            ("The board agreed to meet Tuesday.", "2016-10-18"),
            ("The board managed to meet Tuesday.", "2016-10-11"),
            ("The piers have been closed since Tuesday.", "2016-10-11"),
            ("The deadline was extended until Tuesday.", "2016-10-18"),
            ("He was held until a hearing Tuesday.", "2016-10-18"),
            ("He went through a hearing Tuesday.", "2016-10-11"),
            ("The deal could be signed as early as Tuesday.", "2016-10-18"),
            ("They met as early as Tuesday.", "2016-10-11"),
            ("The permit had been due to expire Tuesday.", "2016-10-11"),
            ("They have voted in 15 states through Tuesday.", "2016-10-11"),
            ("Until Tuesday, the board had declined to meet.", "2016-10-11"),
            ("They’ve arranged two calls, including one on Tuesday.", "2016-10-11"),
            ("They were stopped attempting to enter the port on Tuesday.", "2016-10-11"),
            ("With a plunge in its price on Tuesday, the pressure is growing.", "2016-10-11"),
            ("With the win in the race on Tuesday, he leads the club.", "2016-10-11"),
            ("She spoke to voters ahead of the island's contest on Thursday.", "2016-10-13"),
            ("He was in Bergen ahead of Thursday's race.", "2016-10-13"),
            ("Thursday's race will be short.", "2016-10-13"),
            ("Thursday's race was short.", "2016-10-06"),
            ("With the win in the race on Tuesday, he will lead the club.", "2016-10-18"),
        ],
    )
    def test_the_verb_tells_which_one(self, sentence, value):
        assert next(iter(values_of(sentence).values())) == value

    def test_the_day_of_publication_itself_is_meant_in_the_past_tense(self):
        assert values_of("The court ruled Wednesday.") == {"Wednesday": "2016-10-12"}

    def test_a_fragment_without_a_verb_keeps_both(self):
        (found,) = dates_of("Friday, at the harbor")
        assert (found.value, found.alternatives) == ("2016-10-07", ("2016-10-14",))

    def test_next_friday_said_on_a_wednesday_may_be_either(self):
        (found,) = dates_of("The board will meet next Friday.")
        assert (found.value, found.alternatives) == ("2016-10-21", ("2016-10-14",))


class TestYearsThatAreNotTold:
    @pytest.mark.parametrize(
        ("sentence", "value"),
        [
            ("The board met on Oct. 3.", "2016-10-03"),
            ("The board will meet on Jan. 9.", "2017-01-09"),
            ("The board met on Jan. 9.", "2016-01-09"),
            ("Shares are payable Dec. 1.", "2016-12-01"),
            ("The offer was extended to Nov. 6.", "2016-11-06"),
            ("They heard it on Saturday, April 25.", "2015-04-25"),
        ],
    )
    def test_the_verb_the_distance_and_the_weekday_find_them(self, sentence, value):
        published = "2016-10-12" if "April" not in sentence else "2016-04-20"
        assert list(values_of(sentence, published).values()) == [value]

    def test_the_basis_says_how_the_year_was_found(self):
        found = {each.text: each.basis for each in dates_of("He came on 3 May 2014, spoke on Oct. 3 and left today.")}
        assert found == {"3 May 2014": "explicit", "Oct. 3": "tense", "today": "publication"}


class TestWithoutADayOfPublication:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Wednesday", "XXXX-WXX-3"),
            ("October 7", "XXXX-10-07"),
            ("October", "XXXX-10"),
            ("yesterday", "XXXX-XX-XX"),
            ("last week", "XXXX-WXX"),
            ("last month", "XXXX-XX"),
            ("this year", "XXXX"),
            ("two weeks ago", "XXXX-WXX"),
            ("the third quarter", "XXXX-Q3"),
            ("last fall", "XXXX-FA"),
            ("Christmas Eve", "XXXX-12-24"),
            ("Easter Sunday", "XXXX-XX-XX"),
        ],
    )
    def test_nothing_is_invented(self, text, value):
        assert values_of(f"The plant was closed {'in ' if text == 'October' else ''}{text}.", None)[text] == value

    def test_what_is_told_in_full_is_known_all_the_same(self):
        text = "The war began on February 24, 2022, and ended two years later."
        assert values_of(text, None) == {"February 24, 2022": "2022-02-24", "two years later": "2024"}


class TestWhatWasToldBefore:
    def test_a_date_rests_on_the_one_before_it(self):
        text = "He was hired on March 3, 1998. Two days later he was ill. The following month he was fired."
        assert list(values_of(text).values()) == ["1998-03-03", "1998-03-05", "1998-04"]

    def test_a_comparison_does_not_move_the_story(self):
        text = "Profit fell in the third quarter from $3 million a year earlier. Sales fell from $9 million a year ago."
        assert [each.value for each in dates_of(text)] == ["2016-Q3", "2015-Q3", "2015-Q3"]

    def test_a_comparison_is_with_the_year_where_no_quarter_is_told_close_by(self):
        text = "Profit fell in the third quarter.\n\nHe is glad.\n\nHe said so.\n\nHe was ill a year ago."
        assert [each.value for each in dates_of(text)] == ["2016-Q3", "2015"]

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("For the nine months, it lost $1 million, not $2 million a year earlier.", "2015"),
            ("In the first nine months, it lost more than in the 2015 period.", "2015"),
            ("For the nine months, it lost more. In the third quarter, it lost less than a year ago.", "2015-Q3"),
            ("It will lose $2 million in the fourth quarter. It had earned $9 million a year earlier.", "2015-Q3"),
            ("It fell after the second quarter. Sales were $9 million in the year-earlier period.", "2015-Q3"),
            ("It grew in the fiscal second quarter. The latest quarter includes a gain.", "2016-Q2"),
        ],
        ids=["months", "months and period", "quarter", "quarter to come", "quarter in passing", "latest"],
    )
    def test_what_a_company_compares_its_figures_with(self, text, value):
        assert dates_of(f"It earned $9 million in the third quarter. {text}")[-1].value == value

    def test_a_quarter_that_was_reported_is_past_however_near_the_next_one_is(self):
        assert values_of("It earned $5 million in the fiscal first quarter.") == {"the fiscal first quarter": "2016-Q1"}

    def test_a_comparison_with_nothing_told_is_with_the_year_before_publication(self):
        assert values_of("Sales are up 4% from a year earlier.") == {"a year earlier": "2015"}

    def test_an_hour_belongs_to_the_day_of_its_sentence_before_or_behind_it(self):
        assert list(values_of("It struck at 9:30 a.m. in Oslo (0730 GMT) on Monday.").values()) == [
            "2016-10-10T09:30",
            "2016-10-10T07:30",
            "2016-10-10",
        ]
        assert list(values_of("On Monday they met at 10 a.m. in Oslo.").values()) == ["2016-10-10", "2016-10-10T10:00"]

    def test_an_hour_far_from_any_day_is_of_the_day_of_publication(self):
        text = "They vote on Friday.\n\nMany will go.\n\nAt 10 a.m. the doors opened."
        assert [each.value for each in dates_of(text)][1] == "2016-10-12T10:00"

    def test_that_summer_is_of_the_year_told_last(self):
        assert values_of("He was hired in May 1998 and fired that summer.")["that summer"] == "1998-SU"
        assert values_of("He was hired in 1998. He said that summer sales had fallen.") == {
            "1998": "1998",
            "summer": "2016-SU",
        }

    def test_nor_does_a_look_back(self):
        text = "He died on March 3, 1998. Two days before, he had been well. The next day his brother came."
        assert list(values_of(text).values()) == ["1998-03-03", "1998-03-01", "1998-03-04"]

    def test_later_in_the_day_is_of_the_day_told_close_by_or_of_publication(self):
        assert values_of("They met on Monday and left later in the day.")["later in the day"] == "2016-10-10"
        text = "The war of Sept. 11, 2001, was long.\n\nIt is over.\n\nThey meet later in the day."
        assert values_of(text)["later in the day"] == "2016-10-12"

    def test_the_following_weekday_is_the_next_one_from_there(self):
        text = "He was hired on March 3, 1998, and fired the following Tuesday, not the previous Monday."
        assert list(values_of(text).values()) == ["1998-03-03", "1998-03-10", "1998-03-09"]

    def test_a_while_ago_is_merely_past(self):
        text = "He left a while ago. It took some time. A while later he was back."
        assert [each.value for each in dates_of(text)] == ["PAST_REF", "PXX", "PXX"]

    def test_hours_later_is_a_length(self):
        text = "He left on Monday. Hours later, he was back; an hour earlier, nobody knew."
        assert list(values_of(text).items())[1:] == [("Hours", "PTXH"), ("an hour", "PT1H")]

    def test_a_distance_from_an_event_is_merely_a_length(self):
        (found,) = dates_of("The fleet left harbor two weeks before the storm came in.")
        assert (found.text, found.type, found.value) == ("two weeks", "DURATION", "P2W")


class TestDaysThatCannotBe:
    def test_they_are_kept_as_they_are_written(self):
        (found,) = dates_of("The trial opens on Friday, 31 November 2016.")
        assert (found.value, found.basis) == ("XXXX-XX-XX", "explicit")
        assert found.parts == DateParts(year=2016, month=11, day=31, weekday=5)

    def test_leap_days_are_there_in_leap_years_only(self):
        assert values_of("He was born on 29 February 2016, she on 29 February 2015.") == {
            "29 February 2016": "2016-02-29",
            "29 February 2015": "XXXX-XX-XX",
        }

    def test_so_are_hours(self):
        (found,) = dates_of("The polls close at 25:00.")
        assert (found.type, found.parts.hour, found.parts.minute) == ("TIME", 25, 0)


class TestRanges:
    def test_a_range_names_its_two_ends(self):
        text = "The fair ran from Oct. 3 to 9, and the play between May 2015 and June 2015."
        facts = editcheck.analyze(Article.from_text(text, published=TOLD_ON))
        told = [(text[each.span.start : each.span.end], each.begin, each.end) for each in facts.date_ranges]
        assert told == [("from Oct. 3 to 9", 0, 1), ("between May 2015 and June 2015", 2, 3)]
        assert [each.value for each in facts.dates] == ["2016-10-03", "2016-10-09", "2015-05", "2015-06"]

    def test_it_may_cross_the_turn_of_the_year(self):
        assert list(values_of("The play will run from Dec. 12 to Jan. 3.").values()) == ["2016-12-12", "2017-01-03"]

    def test_early_and_late_ends_keep_their_mods(self):
        found = dates_of("The fair ran between late May and early June.", "2016-05-30")
        assert [(each.value, each.mod) for each in found] == [("2015-05", "END"), ("2015-06", "START")]

    def test_a_written_year_counts_for_both_ends(self):
        assert list(values_of("The play ran from May 3 to June 4, 2012.").values()) == ["2012-05-03", "2012-06-04"]

    def test_a_weekday_is_no_range_with_a_month(self):
        facts = editcheck.analyze(
            Article.from_text("They added a revision Friday to September's sum.", published=TOLD_ON)
        )
        assert (facts.date_ranges, [each.value for each in facts.dates]) == ((), ["2016-10-07", "2016-09"])

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("It rained in July and August 2012.", ["2012-07", "2012-08"]),
            ("It rained on May 3 and June 4, 2012.", ["2012-05-03", "2012-06-04"]),
            ("It rained in November and January 2013.", ["2012-11", "2013-01"]),
            ("It rained in the 18th and 19th centuries.", ["17", "18"]),
        ],
    )
    def test_a_list_shares_its_year_and_is_no_range(self, text, values):
        facts = editcheck.analyze(Article.from_text(text, published=TOLD_ON))
        assert ([each.value for each in facts.dates], facts.date_ranges) == (values, ())

    def test_years_may_be_shortened(self):
        assert list(values_of("Sales fell in 2009-13.").values()) == ["2009", "2013"]


class TestNamedDays:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("The Sept. 11 attacks changed it.", "2001-09-11"),
            ("The September 11 hijackers came by plane.", "2001-09-11"),
            ("The September 11 attack hit a consulate.", "2016-09-11"),
        ],
    )
    def test_the_attacks_on_new_york_have_their_year(self, text, value):
        assert list(values_of(text).values()) == [value]


class TestArticles:
    def test_one_that_belongs_to_the_noun_behind_is_no_part_of_the_time(self):
        text = "The 2012 election and the March 3 vote hurt its third-quarter results, not the 1990s."
        assert list(values_of(text)) == ["2012", "March 3", "third-quarter", "the 1990s"]


class TestMods:
    @pytest.mark.parametrize(
        ("text", "mod"),
        [
            ("early next year", "START"),
            ("late October", "END"),
            ("mid-November", "MID"),
            ("the end of 2017", "END"),
            ("nearly two years", "LESS_THAN"),
            ("at least three weeks", "EQUAL_OR_MORE"),
            ("more than four hours", "MORE_THAN"),
            ("about a decade", "APPROX"),
        ],
    )
    def test_they_stand_beside_the_value(self, text, mod):
        assert [each.mod for each in dates_of(f"It will take until {text}.") if each.text == text] == [mod]


class TestWhatIsNoTime:
    @pytest.mark.parametrize(
        "text",
        [
            "They may march to the harbor.",
            "Theresa May spoke, and Mrs. May left.",
            "April Ryan asked about Jan Brewer and August Wilson.",
            "The second man sat in the sun.",
            "Prices fall in the spring of the clock.",
            "The fall of Rome was long.",
            "He won 21-19 and ran the mile in 3:58.",
            "It cost $1990, or 2000 pounds, for 1500 people.",
            "The Sheffield Wednesday fans read USA Today.",
            "Donna Summer sang.",
            "A quarter of the members and three quarters of the staff left.",
            "The Daily News reported it.",
            "The paper Morgunn, a daily, and the daily Kveld reported it.",
            "The 22-year-old pilot met a sailor who is 60 years old.",
            "They saw it on the show '60 Minutes.'",
            "It was the fifth storm in as many days.",
            "The recent storm was the worst.",
            "They were on the popular show called CBS This Morning when the storm came.",
            "Some day they will sing a hymn of thanksgiving.",
            "Her past was well known, and by night's end they left.",
        ],
    )
    def test_it_is_left_alone(self, text):
        assert values_of(text) == {}

    def test_what_lasts_is_no_part_of_how_long(self):
        assert values_of("The ceasefire would last three days.") == {"three days": "P3D"}

    def test_a_year_does_not_count_what_follows(self):
        text = "He was sentenced in 2009 to 12 years in prison."
        assert values_of(text) == {"2009": "2009", "12 years": "P12Y"}

    @pytest.mark.parametrize(("published", "value"), [("2016-10-12", "192"), ("2024-10-12", "202"), (None, "202")])
    def test_the_twenties_are_those_that_have_begun(self, published, value):
        assert values_of("Jazz ruled the '20s.", published) == {"the '20s": value}

    def test_hundreds_are_a_century_until_this_one(self):
        text = "It was built in the early 1800s and lost in the 2000s."
        assert values_of(text) == {"the early 1800s": "18", "the 2000s": "200"}

    def test_the_years_before_figures_are_only_figures(self):
        assert values_of("It doubled between the years 1990 and 2015.") == {"1990": "1990", "2015": "2015"}

    def test_a_number_of_people_is_no_day(self):
        assert values_of("In March 12 soldiers died.") == {"March": "2016-03"}


class TestCountries:
    def test_figures_are_read_the_american_way_with_the_other_kept(self):
        (found,) = dates_of("The file is dated 10/12/2015.")
        assert (found.value, found.alternatives) == ("2015-10-12", ("2015-12-10",))

    def test_and_the_british_way_where_the_language_says_so(self):
        (found,) = dates_of("The file is dated 10/12/2015.", language="en-GB")
        assert (found.value, found.alternatives) == ("2015-12-10", ("2015-10-12",))

    def test_full_stops_put_the_day_first_everywhere(self):
        text = "The file is dated 03.07.2016, at a cost of 12.50 euros."
        assert values_of(text) == {"03.07.2016": "2016-07-03"}


class TestMarkup:
    def test_the_element_around_the_words_is_attached(self):
        text = "The board met on Oct. 12, 2016, in Oslo."
        start = text.index("Oct.")
        element = Markup("time", Span(start, start + len("Oct. 12, 2016")), (("datetime", "2016-10-12"),))
        plain = Article.from_text(text, published=TOLD_ON)
        sentences = editcheck.analyze(plain).sentences
        (found,), _ = find_dates(replace(plain, markup=(element,)), sentences)
        assert found.markup == element.span

    def test_elements_that_state_no_date_are_not(self):
        text = "The board met on Oct. 12, 2016."
        element = Markup("time", Span(17, 30))
        plain = Article.from_text(text, published=TOLD_ON)
        (found,), _ = find_dates(replace(plain, markup=(element,)), editcheck.analyze(plain).sentences)
        assert found.markup is None


_SOME_WORDS = """
    on in the May march 31 12 1999 Oct. Nov. Tuesday last next year week two ago from to - – , . : / 10 p.m. second
    quarter of 'the 90s early late day before 😀 é said will meet and a half noon '94 25:00 2016-10-12 ½
"""
_WORDS = st.sampled_from(_SOME_WORDS.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=25), st.sampled_from([None, TOLD_ON, "0001-01-01", "9999-12-31"]))
def test_any_row_of_words_gives_spans_that_slice_back(words, published):
    article = Article.from_text(" ".join(words), published=published)
    facts = editcheck.analyze(article)
    assert all(article[each.span] == each.text for each in facts.dates)
    assert [each.span.start for each in facts.dates] == sorted(each.span.start for each in facts.dates)
    assert all(0 <= each.begin < each.end < len(facts.dates) for each in facts.date_ranges)
