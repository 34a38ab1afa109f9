"""The dates checker beyond its own examples: repairs, messages, quoted speech, updates and options."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

import editcheck
import editcheck_dates
from editcheck import Article, Options, Severity, Span

SWITCHED_OFF = frozenset(rule.id for rule in editcheck_dates.editcheck_rules() if rule.severity is Severity.OFF)


def annotations(text, published="2016-10-24", options=None, **more):
    article = Article.from_text(text, published=published, **more)
    return check(article, options)


def check(article, options=None):
    facts = editcheck.analyze(article)
    found = list(editcheck_dates.editcheck_check(article, facts, options or Options(off=SWITCHED_OFF)))
    return [(article, each) for each in found]


def only(found, rule):
    chosen = [(article, each) for article, each in found if each.rule == f"dates/{rule}"]
    assert len(chosen) == 1, [each.rule for _, each in found]
    return chosen[0]


def rules(found):
    return [each.rule.removeprefix("dates/") for _, each in found]


def repaired(article, suggestion):
    text = article.text
    for edit in sorted(suggestion.edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_every_rule_has_the_severity_of_the_catalogue():
    assert {rule.id.removeprefix("dates/"): rule.severity for rule in editcheck_dates.editcheck_rules()} == {
        "missing-publication-date": Severity.SUGGESTION,
        "impossible-date": Severity.ERROR,
        "weekday-mismatch": Severity.ERROR,
        "ambiguous-weekday": Severity.SUGGESTION,
        "missing-year": Severity.SUGGESTION,
        "incomplete-date": Severity.WARNING,
        "reversed-range": Severity.ERROR,
        "tense-mismatch": Severity.WARNING,
        "markup-mismatch": Severity.ERROR,
        "duration-mismatch": Severity.WARNING,
        "conflicting-dates": Severity.WARNING,
        "relative-date": Severity.OFF,
        "date-style": Severity.OFF,
    }


class TestWeekdayMismatch:
    def test_both_days_are_named_and_both_repairs_offered(self):
        article, found = only(annotations("The board met on Tuesday, 12 October 2016, in Oslo."), "weekday-mismatch")
        assert found.message == "12 October 2016 was a Wednesday, not a Tuesday"
        assert [repaired(article, each) for each in found.suggestions] == [
            "The board met on Wednesday, 12 October 2016, in Oslo.",
            "The board met on Tuesday, 11 October 2016, in Oslo.",
        ]
        assert found.keys == ("2016-10-12", "Tuesday")

    def test_abbreviations_and_endings_stay_what_they_are(self):
        article, found = only(annotations("They met on Tues., Oct. 12th."), "weekday-mismatch")
        assert [repaired(article, each) for each in found.suggestions] == [
            "They met on Wed., Oct. 12th.",
            "They met on Tues., Oct. 11th.",
        ]

    def test_a_day_to_come_is_not_told_as_past(self):
        _, found = only(annotations("The board meets on Friday, Nov. 3."), "weekday-mismatch")
        assert found.message == "3 November 2016 is a Thursday, not a Friday"

    def test_far_from_publication_another_year_may_be_meant(self):
        assert annotations("The board met on Thursday, March 5.") == []  # a Thursday in 2015

    def test_a_year_that_is_told_nearby_may_be_meant(self):
        assert annotations("The war of 2012 was short.\n\nIt ended on Friday, Oct. 12, at noon.") == []

    def test_the_distance_is_an_option(self):
        text = "The board met on Thursday, March 5."
        options = Options({"dates/weekday-mismatch": {"sure_days": 300}})
        assert rules(annotations(text, options=options)) == ["weekday-mismatch"]


class TestQuotedSpeech:
    def test_what_only_a_speaker_says_is_left_alone(self):
        assert annotations('"We met on Tuesday, 12 October 2016," she said in Oslo.') == []

    def test_what_the_article_repeats_is_its_own(self):
        text = (
            "The board met on Tuesday, 12 October 2016.\n\n"
            '"We met on Tuesday, 12 October 2016," she said in the old town hall.'
        )
        assert rules(annotations(text)) == ["weekday-mismatch", "weekday-mismatch"]


class TestImpossibleDate:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("It opens on 31 November 2016.", "There is no 31 November: November has 30 days"),
            ("It opens on Feb. 30.", "There is no 30 February: February has 29 days"),
            ("It opened on February 29, 2015.", "There is no 29 February 2015: 2015 is no leap year"),
            ("The polls close at 25:00.", "There is no 25:00: the day has 24 hours of 60 minutes"),
        ],
    )
    def test_the_message_says_why(self, text, message):
        assert only(annotations(text), "impossible-date")[1].message == message

    def test_the_last_day_of_the_month_is_offered(self):
        article, found = only(annotations("It opens on Nov. 31 in Oslo."), "impossible-date")
        assert [repaired(article, each) for each in found.suggestions] == ["It opens on Nov. 30 in Oslo."]


class TestReversedRange:
    def test_the_figures_are_exchanged_and_both_ends_shown(self):
        article, found = only(annotations("She was mayor from 2013 to 2009."), "reversed-range")
        assert repaired(article, found.suggestions[0]) == "She was mayor from 2009 to 2013."
        assert [article[each.span] for each in found.related] == ["2013", "2009"]

    def test_only_the_days_are_exchanged_in_a_shortened_range(self):
        article, found = only(annotations("The fair ran Oct. 20-12, in the rain."), "reversed-range")
        assert repaired(article, found.suggestions[0]) == "The fair ran Oct. 12-20, in the rain."

    @pytest.mark.parametrize(
        "text",
        [
            "The bridge is closed from December to March.",
            "They met from Thursday to Monday.",
            "The shop is open from 5 p.m. to 2 a.m.",
            "The tribe lived there from 900 BC to 300 BC.",
            "The sum fell from 2010 to 1985 members.",
        ],
    )
    def test_what_runs_over_a_turn_or_counts_something_is_left_alone(self, text):
        assert "reversed-range" not in rules(annotations(text))


class TestTenseMismatch:
    def test_the_verb_and_the_day_of_publication_are_named(self):
        _, found = only(annotations("The board won't meet on Oct. 3, 2016, in Oslo."), "tense-mismatch")
        assert found.message.startswith("“won't meet” looks ahead to 3 October 2016, which is already past")
        assert found.message.endswith("on the day of publication, 24 October 2016")

    def test_an_embargoed_article_may_look_back_on_what_is_to_come(self):
        article = Article.from_text("The board met on Oct. 26, 2016, in Oslo.", published="2016-10-24")
        assert rules(check(article)) == ["tense-mismatch"]
        assert check(replace(article, embargoed_until=datetime(2016, 10, 27))) == []

    @pytest.mark.parametrize(
        "text",
        [
            "The mayor was to leave office on Oct. 31, 2016.",
            "The mayor would have left office on Oct. 31, 2016.",
            "The mayor could win or lose her seat on Nov. 8, 2016.",
            "The vote was moved to Nov. 8, 2016.",
            "The court is asked to rule on Nov. 8, 2016.",
            "The trial will have been going on for a year on Oct. 3, 2016.",
            "The city will be remembered for what happened in 2012.",
        ],
    )
    def test_plans_and_what_belongs_to_another_verb_are_left_alone(self, text):
        assert annotations(text) == []


class TestMarkupMismatch:
    def html(self, words, datetime_):
        body = f"<p>Two piers are closed.</p><p>They met <time datetime='{datetime_}'>{words}</time>, in the rain.</p>"
        return check(editcheck.read(body.encode(), published="2016-10-24"))

    @pytest.mark.parametrize(
        ("words", "stated"),
        [
            ("on Oct. 12", "2016-10-12"),
            ("on Oct. 12", "20161012T103000-0400"),
            ("on Oct. 12", "2016-10-13T01:00:00Z"),
            ("on Wednesday", "2016-10-12"),
            ("in October 2016", "2016-10"),
            ("on Oct. 12", "10-12"),
            ("at 10:30 p.m. on Oct. 12, 2016", "2016-10-12T22:30"),
            ("for two hours", "PT2H"),
            ("yesterday", "2016-10-23"),
            ("from Oct. 12 to 14, 2016", "2016-10-12"),
            ("Oct. 12, 2016", "soon"),
        ],
    )
    def test_agreement(self, words, stated):
        assert rules(self.html(words, stated)) == []

    @pytest.mark.parametrize(
        ("words", "stated"),
        [
            ("on Oct. 12", "2016-10-14"),
            ("on Oct. 12, 2015", "2016-10-12"),
            ("on Tuesday", "2016-10-12"),
            ("in September 2016", "2016-10"),
            ("in 2015", "2016-10-12"),
            ("on Oct. 12", "2016-10-20T01:00:00Z"),
            ("at 10:30 p.m. on Oct. 12, 2016", "2016-10-12T21:30"),
            ("yesterday", "2016-09-23"),
        ],
    )
    def test_disagreement(self, words, stated):
        assert rules(self.html(words, stated)) == ["markup-mismatch"]

    def test_nitf_chron_states_dates_too(self):
        nitf = (
            "<nitf><head><docdata><date.issue norm='20161024T000000Z'/></docdata></head><body><body.content>"
            "<p>The board met on <chron norm='20161012'>Oct. 11, 2016</chron>, in the rain.</p>"
            "</body.content></body></nitf>"
        )
        _, found = only(check(editcheck.read(nitf.encode(), format="nitf")), "markup-mismatch")
        assert found.message == "The words say “Oct. 11, 2016”, the markup says 12 October 2016 (norm=20161012)"


class TestMissingPublicationDate:
    def test_it_stands_once_on_the_first_relative_date(self):
        found = annotations("The board met on 3 May 2014, again last week, and will meet Friday.", published=None)
        article, annotation = only(found, "missing-publication-date")
        assert article[annotation.span] == "last week"

    def test_rules_that_need_the_day_are_silent_without_it(self):
        text = "The board will meet on Tuesday, Oct. 12, and met on Nov. 9."
        assert rules(annotations(text, published=None)) == ["missing-publication-date"]


class TestSettings:
    def test_a_rule_that_is_off_is_not_looked_for(self):
        options = Options(off=frozenset({"dates/impossible-date"}))
        assert annotations("It opens on Nov. 31.", options=options) == []

    def test_missing_years_have_their_distance(self):
        text = "The board met on Dec. 4 and closed a pier."
        assert rules(annotations(text, published="2016-07-27")) == ["missing-year"]
        assert annotations(text, published="2016-01-04") == []


def test_nothing_is_said_of_the_dates_of_a_story_that_holds(shared):
    """No annotation of this family where a copy editor wants none."""
    file = shared / "articles" / "dprk-troops.txt"
    if not file.exists():
        pytest.skip(f"no {file}")
    expected = json.loads(file.with_suffix("").with_suffix(".expected.json").read_text(encoding="utf-8"))
    found = annotations(file.read_text(encoding="utf-8"), published=expected["published"])
    for wanted in (each for each in expected["must_not"] if each["family"] == "dates"):
        places = [
            Span(start, start + len(wanted["quote"]))
            for article, _ in found[:1]
            for start in _places(article.text, wanted["quote"])
        ]
        assert not [each for _, each in found for place in places if each.span.overlaps(place)]
    assert [each for _, each in found if each.severity is not Severity.SUGGESTION] == []


def _places(text, words):
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
