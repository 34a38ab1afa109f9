"""The dates of one article against each other, and in the style of a house: ages, events told twice, yesterday."""

from __future__ import annotations

import pytest

import editcheck
from editcheck import Article, Options
from editcheck_dates import conflicting_dates, date_style, duration_mismatch, relative_date


def repaired(article, suggestion):
    text = article.text
    for edit in sorted(suggestion.edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def found_by(module, text, published="2016-10-24", **options):
    values = {module.RULE.id: options}
    article = Article.from_text(text, published=published)
    return article, list(module.find(article, editcheck.analyze(article), Options(values=values)))


class TestDurationMismatch:
    @pytest.mark.parametrize(
        ("text", "wrong"),
        [
            ("The two-year-old war goes on. The war, which began in May 2014, has no end.", None),
            ("The seven-year-old war goes on. The war, which began in May 2014, has no end.", "seven-year-old"),
            ("The 12-year-old museum is shut. The museum was founded in 1998.", "12-year-old"),
            ("The 18-year-old museum is shut. The museum was founded in 1998 and opened in 2001.", None),
            ("The 12-year-old museum is shut. The sea museum was founded in 1998.", "12-year-old"),
            ("The 12-year-old art museum is shut. The sea museum was founded in 1998.", None),
            ("Lind led the party for about 10 years, from 2001 to 2009.", None),
            ("Lind led the party for more than five years, from 2001 to 2009.", None),
            ("Lind led the party for more than 10 years, from 2001 to 2009.", "more than 10 years"),
            ("Lind led the party for a decade, from 2001 to 2009.", None),
            ("Anna Lind, 46, spoke. Lind was born in 1970.", None),
            ("Anna Lind, 45, spoke. Lind was born in 1970.", None),
            ("Anna Lind, 49, spoke. Lind was born in 1970.", "49"),
            ("Anna Lind was 49 when she spoke. Lind was born in 1970.", None),
        ],
    )
    def test_only_figures_that_the_article_itself_gives_are_held_against_each_other(self, text, wrong):
        article, found = found_by(duration_mismatch, text)
        assert [article[each.span] for each in found] == ([wrong] if wrong else [])

    def test_the_person_and_the_right_age_are_named_and_the_day_of_birth_is_shown(self):
        article, (found,) = found_by(duration_mismatch, "Anna Lind, 49, spoke. Lind was born on May 3, 1970, in Oslo.")
        assert found.message == "“49” does not go with “May 3, 1970”, from which Anna Lind would be 46"
        assert [article[each.span] for each in found.related] == ["May 3, 1970"]
        assert repaired(article, found.suggestions[0]).startswith("Anna Lind, 46, spoke.")


class TestConflictingDates:
    @pytest.mark.parametrize(
        ("first", "second", "found"),
        [
            ("Anna Lind opened the pier on Oct. 3.", "Lind opened the pier on Oct. 5 in the rain.", True),
            ("Anna Lind opened the pier on Oct. 3.", "The pier was opened on Oct. 5 by the mayor.", False),
            ("Anna Lind opened the pier on Oct. 3.", "Lind opened the bridge on Oct. 5.", False),
            ("Anna Lind opened the pier on Oct. 3.", "Lind will open the pier on Nov. 5.", False),
            ("Anna Lind resigned on Tuesday.", "The mayor wept. Lind resigned on Wednesday.", True),
            ("The talks began in Oslo on Oct. 3.", "The talks began in Rome on Oct. 5.", False),
            ("The board met on Oct. 3.", "The board met on Oct. 5.", False),
            ("The first pier opened on Oct. 3.", "The second pier opened on Oct. 5.", False),
        ],
    )
    def test_one_event_has_one_verb_and_the_same_parties(self, first, second, found):
        _, annotations = found_by(conflicting_dates, f"{first}\n\nRain fell.\n\n{second}")
        assert bool(annotations) is found

    def test_both_days_are_named_and_the_first_is_shown(self):
        text = "The pier opened on Oct. 3.\n\nRain fell.\n\nThe pier opened on Oct. 5."
        article, (found,) = found_by(conflicting_dates, text)
        assert found.message == "The pier “opened”: 5 October 2016 here, 3 October 2016 before"
        assert [article[each.span] for each in found.related] == ["Oct. 3"]


class TestRelativeDate:
    @pytest.mark.parametrize(
        ("words", "style", "written"),
        [
            ("yesterday", "ap", "on Oct. 23, 2016"),
            ("yesterday", "uk", "on 23 October 2016"),
            ("last month", "ap", "in September 2016"),
            ("last year", "ap", "in 2015"),
        ],
    )
    def test_the_date_that_is_meant_is_offered(self, words, style, written):
        article, (found,) = found_by(relative_date, f"The board met {words} in Oslo.", style=style)
        assert repaired(article, found.suggestions[0]) == f"The board met {written} in Oslo."
        assert not found.suggestions[0].safe

    def test_a_week_has_no_name_and_a_possessive_is_left_to_the_editor(self):
        for text in ("The board met last week.", "Nobody came to yesterday’s vote."):
            _, (found,) = found_by(relative_date, text)
            assert found.suggestions == ()

    def test_today_that_means_nowadays_is_left_alone(self):
        assert found_by(relative_date, "The parties of today have no members.")[1] == []


class TestDateStyle:
    @pytest.mark.parametrize(
        ("style", "text", "written"),
        [
            ("ap", "It met on October 7th in Oslo.", "It met on Oct. 7 in Oslo."),
            ("ap", "It met on 7 October 2016 in Oslo.", "It met on Oct. 7, 2016, in Oslo."),
            ("ap", "It met in Oct. 2015 in Oslo.", "It met in October 2015 in Oslo."),
            ("ap", "It met on Friday, June 3rd.", "It met on Friday, June 3."),
            ("us", "It met on Oct. 7.", "It met on October 7."),
            ("guardian", "It met on Friday, Oct. 7, 2016.", "It met on Friday, 7 October 2016."),
            ("guardian", "It met on the 7th of October.", "It met on 7 October."),
        ],
    )
    def test_dates_are_written_as_the_house_does(self, style, text, written):
        article, (found,) = found_by(date_style, text, style=style)
        assert repaired(article, found.suggestions[0]) == written

    def test_only_a_date_whose_words_keep_their_places_is_repaired_unseen(self):
        _, (spelling,) = found_by(date_style, "It met on October 7th in Oslo.")
        _, (order,) = found_by(date_style, "It met on 7 October in Oslo.")
        assert spelling.suggestions[0].safe
        assert not order.suggestions[0].safe

    def test_a_style_that_there_is_not_is_refused_with_those_that_there_are(self):
        with pytest.raises(ValueError, match="no style of dates 'french'; there are ap, us, guardian, uk"):
            found_by(date_style, "It met on October 7.", style="french")
