"""The ways in which news on the web tells the time, told on a Friday of March 2013; several values are in order."""

from __future__ import annotations

import pytest

import editcheck

#: A Friday.
TOLD_ON = "2013-03-22"


def values_of(text):
    article = editcheck.Article.from_text(text, published=TOLD_ON, language="en")
    return " ".join(each.value for each in editcheck.analyze(article).dates)


class TestHours:
    """Hours, with zones, with days, and loosely told."""

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("The show starts at 3 p.m. EDT in the park.", "2013-03-22T15:00"),
            ("It began at 12:30 GMT on a hill.", "2013-03-22T12:30"),
            ("It struck at noon local time.", "2013-03-22T12:00"),
            ("The siege began at 5am.", "2013-03-22T05:00"),
            ("The train left at 6.30pm BST.", "2013-03-22T18:30"),
            ("The train left at 14:00 UTC on June 9, 2011.", "2011-06-09T14:00"),
            ("The offer ends at 11:59 p.m. ET on March 31.", "2013-03-31T23:59"),
            ("The show is on March 25, 8 p.m.", "2013-03-25T20:00"),
            ("Posted at 10:05 AM ET, 03/21/2013.", "2013-03-21T10:05"),
            ("They play on Saturday, March 23, at 8 p.m.", "2013-03-23T20:00"),
            ("They play at 8 p.m. Saturday.", "2013-03-23T20:00"),
            ("The crash happened just before 11 p.m. on Wednesday.", "2013-03-20T23:00"),
            ("The crash happened Thursday around noon.", "2013-03-21T12:00"),
            ("The crash happened between 1 and 3 a.m.", "2013-03-22T01:00 2013-03-22T03:00"),
            ("The shop opens 2-3pm.", "2013-03-22T14:00 2013-03-22T15:00"),
            ("He arrived late Wednesday night.", "2013-03-20TNI"),
            ("By Thursday evening, nine were dead.", "2013-03-21TEV"),
            ("He was found in the early hours of Sunday.", "2013-03-17TMO"),
            ("The game is tomorrow night.", "2013-03-23TNI"),
        ],
    )
    def test_value(self, sentence, values):
        assert values_of(sentence) == values


class TestDays:
    """Days in the ways in which agencies, papers and web pages write them."""

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("The file is dated 2013-03-21.", "2013-03-21"),
            ("Posted Thu Mar 21 by the editor.", "2013-03-21"),
            ("18 Mar 2013 - The bill passed.", "2013-03-18"),
            ("The bill passed Monday, 18 March.", "2013-03-18"),
            ("The bill passed on Mon., March 18.", "2013-03-18"),
            ("The file is dated 21.3.2013.", "2013-03-21"),
            ("He died late on Thursday.", "2013-03-21"),
            ("Shares rose in early trading on Friday.", "2013-03-22"),
            ("He will visit this coming Saturday.", "2013-03-23"),
            ("He left the Sunday before last.", "2013-03-10"),
            ("The talks broke down three Mondays ago.", "2013-03-04"),
            ("He had voted on Nov. 6.", "2012-11-06"),
            ("They met on Boxing Day.", "2012-12-26"),
            ("They met on Good Friday.", "2013-03-29"),
            ("The court ruled earlier today.", "2013-03-22"),
            ("He died aged 90 on 20 March.", "2013-03-20"),
        ],
    )
    def test_value(self, sentence, values):
        assert values_of(sentence) == values


class TestLongerStretches:
    """Weeks, months, seasons, quarters, years and more."""

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("In the 2010s, sales grew.", "201"),
            ("The shop opened in mid-March.", "2013-03"),
            ("It will close by end-2013.", "2013"),
            ("Sales fell in Q4 2012.", "2012-Q4"),
            ("The firm will report in the first half of 2013.", "2013-H1"),
            ("They won over the weekend.", "2013-W11-WE"),
            ("It will be done by week's end.", "2013-W12"),
            ("The fight will last into the spring.", "2013-SP"),
            ("The talks broke down last winter.", "2012-WI"),
            ("He left in January last year.", "2012-01"),
            ("They won in 1987: a first.", "1987"),
            ("They won in 1987 (and again in 1991).", "1987 1991"),
            ("The law came in the late 20th century.", "19"),
        ],
    )
    def test_value(self, sentence, values):
        assert values_of(sentence) == values


class TestRanges:
    """Both ends, in order."""

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("The fair runs Feb. 26-28 in Oslo.", "2013-02-26 2013-02-28"),
            ("The festival takes place Aug. 30 to Sept. 2.", "2013-08-30 2013-09-02"),
            ("It lasted from March 3 until April 9.", "2013-03-03 2013-04-09"),
            ("The show runs Monday through Friday.", "2013-03-25 2013-03-29"),
            ("Sales fell in January-March.", "2013-01 2013-03"),
            ("Smith (1932–2011) was a singer.", "1932 2011"),
            ("It was the best of the 2012-13 season.", "2012 2013"),
            ("It was the best of the 2012/13 season.", "2012 2013"),
            ("He fled in the '60s and '70s.", "196 197"),
        ],
    )
    def test_value(self, sentence, values):
        assert values_of(sentence) == values


class TestLengthsAndSets:
    """How long, and how often."""

    @pytest.mark.parametrize(
        ("sentence", "values"),
        [
            ("Nine people died in the past 24 hours.", "PT24H"),
            ("In the next 12 months, prices will rise.", "P12M"),
            ("He was held for six-and-a-half hours.", "PT6H30M"),
            ("He was held for 40-plus years.", "P40Y"),
            ("He was held for 20+ years.", "P20Y"),
            ("He was held for up to 14 days.", "P14D"),
            ("He won for the first time in 20 years.", "P20Y"),
            ("It will matter in the days and weeks ahead.", "PXW"),
            ("The shop is closed on weekends.", "XXXX-WXX-WE"),
            ("It is held once every four years.", "P4Y"),
            ("It happened a few days ago.", "PAST_REF"),
        ],
    )
    def test_value(self, sentence, values):
        assert values_of(sentence) == values


class TestNoTimes:
    """Figures that look like years and are none."""

    @pytest.mark.parametrize(
        "sentence",
        ["The show is in Room 2013.", "Flight 1963 was late.", "He paid $2012 for it.", "About 2000 people came."],
    )
    def test_nothing_is_found(self, sentence):
        assert values_of(sentence) == ""


class TestSundayPapers:
    """What Sunday papers call last week is the one that ends that day."""

    @pytest.mark.parametrize(
        ("sentence", "value", "alternatives"),
        [
            ("The court ruled last week.", "2013-W11", ("2013-W10",)),
            ("The court ruled this week.", "2013-W11", ()),
            ("The court will rule this week.", "2013-W12", ("2013-W11",)),
            ("The court will rule next week.", "2013-W12", ()),
        ],
    )
    def test_week(self, sentence, value, alternatives):
        article = editcheck.Article.from_text(sentence, published="2013-03-17", language="en")
        (found,) = editcheck.analyze(article).dates
        assert (found.value, found.alternatives) == (value, alternatives)


class TestLastMonths:
    """Last February, told in March, is no "last month"."""

    @pytest.mark.parametrize(
        ("sentence", "value", "alternatives"),
        [
            ("He was hired last February.", "2012-02", ("2013-02",)),
            ("He was hired last January.", "2013-01", ()),
        ],
    )
    def test_month(self, sentence, value, alternatives):
        article = editcheck.Article.from_text(sentence, published=TOLD_ON, language="en")
        (found,) = editcheck.analyze(article).dates
        assert (found.value, found.alternatives) == (value, alternatives)


class TestTheFuture:
    """A time only where something lies in it."""

    def test_what_comes_in_the_future(self):
        assert values_of("They may meet in the near future.") == "FUTURE_REF"

    @pytest.mark.parametrize("sentence", ["The future looks bright.", "They were open to the future."])
    def test_the_future_itself(self, sentence):
        assert values_of(sentence) == ""
