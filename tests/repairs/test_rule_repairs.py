"""What the rules' repairs write: the sentence as an editor would have it, safe only where nothing else can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import editcheck
from editcheck.config import Config, RuleSetting
from editcheck_attribution.same_words import opening_as
from editcheck_roles.authority_example import EXAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from editcheck import Suggestion


def suggestions(rule: str, text: str, published: str = "2024-10-24") -> list[tuple[Suggestion, str]]:
    """Return the repairs that a rule suggests first, each with the text that it makes of the article."""
    config = Config(rules={rule: RuleSetting(severity=editcheck.Severity.WARNING)}, select=(rule,))
    article = editcheck.Article.from_text(text, published=published)
    found = [each for each in editcheck.check(article, config).annotations if each.rule == rule]
    assert found, "nothing is reported"
    return [(each, applied(article.text, each)) for each in found[0].suggestions]


def applied(text: str, suggestion: Suggestion) -> str:
    for edit in sorted(suggestion.edits, key=lambda each: -each.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def written(rule: str, text: str, published: str = "2024-10-24") -> list[str]:
    return [repaired for _, repaired in suggestions(rule, text, published)]


class TestBracketsAfterTheLongForm:
    rule = "acronyms/unlinked-expansion"

    def test_they_are_put_where_the_long_form_first_stands(self) -> None:
        text = "Cho is at the Center for Harbor Studies, in Oslo.\n\nShe spoke on a CHS podcast."
        assert written(self.rule, text) == [text.replace("Studies,", "Studies (CHS),")]

    @pytest.mark.parametrize(
        "first",
        [
            "Cho read the Center for Harbor Studies' report.",
            "Cho read the Center for Harbor Studies’s report.",
            "Cho opened a Center for Harbor Studies-funded pier.",
            "“I left the Center for Harbor Studies in May,” said Ada Cho, a biologist.",
            "Cho wrote “Inside the Center for Harbor Studies” in May.",
            "Scandal at the Center for Harbor Studies",
            "Cho leaves the Center for Harbor Studies.",
        ],
    )
    def test_not_in_a_quotation_a_title_a_headline_or_the_middle_of_a_word(self, first: str) -> None:
        assert (
            written(self.rule, f"{first}\n\nIt rained all day.\n\nIt snowed.\n\nShe spoke on a CHS podcast on Monday.")
            == []
        )

    @pytest.mark.parametrize(
        ("text", "safe"),
        [
            ("Cho is at the Center for Harbor Studies in Oslo. She runs a CHS podcast.", True),
            ("Cho is at the Center for Harbor Studies Oslo. She runs a CHS podcast.", False),
        ],
    )
    def test_they_are_safe_where_the_name_ends_there(self, text: str, safe: bool) -> None:
        ((suggestion, _),) = suggestions(self.rule, text)
        assert suggestion.safe is safe


class TestTheShortFormAlone:
    rule = "acronyms/defined-twice"
    first = "The Rural Power Council (RPC) met. The RPC was brief.\n\n"

    @pytest.mark.parametrize(
        ("again", "expected"),
        [
            ("Nobody from the Rural Power Council (RPC) spoke.", "Nobody from the RPC spoke."),
            ("A Rural Power Council (RPC) report is out.", "An RPC report is out."),
            ("They read a Rural Power Council (RPC) report.", "They read an RPC report."),
        ],
    )
    def test_the_article_before_fits_it(self, again: str, expected: str) -> None:
        assert written(self.rule, self.first + again) == [self.first + expected]

    def test_letters_that_go_without_the_lose_it(self) -> None:
        text = (
            "The Fund for Urban and Rural Power (FURP) met. FURP was brief.\n\n"
            "{} gave no reason. Nobody from FURP was there."
        )
        long = "The Fund for Urban and Rural Power (FURP)"
        assert written(self.rule, text.format(long)) == [text.format("FURP")]

    def test_quotation_marks_around_the_long_form_are_left_to_the_editor(self) -> None:
        again = "The so-called “Rural Power Council” (RPC) was brief."
        assert written(self.rule, self.first + again) == []


class TestTheExplanationMoved:
    rule = "acronyms/used-before-definition"

    @pytest.mark.parametrize(
        ("first", "explained"),
        [
            ("The RPC met.", "The Rural Power Council (RPC) met."),
            ("An RPC car left.", "A Rural Power Council (RPC) car left."),
            ("RPC cars left.", "Rural Power Council (RPC) cars left."),
        ],
    )
    def test_it_stands_at_the_first_use(self, first: str, explained: str) -> None:
        text = f"{first} It rained.\n\nThe Rural Power Council (RPC) left."
        assert written(self.rule, text) == [f"{explained} It rained.\n\nThe RPC left."]

    def test_letters_without_the_get_it_with_the_long_form(self) -> None:
        text = "Members of {} met. RPC is small. It rained. Then {} left."
        before = text.format("RPC", "the Rural Power Council (RPC)")
        assert written(self.rule, before) == [text.format("the Rural Power Council (RPC)", "RPC")]

    @pytest.mark.parametrize("first", ["The RPC's cars left.", "RPC-funded cars left."])
    def test_not_into_the_middle_of_a_word(self, first: str) -> None:
        assert written(self.rule, f"{first}\n\nThe Rural Power Council (RPC) left.") == []


def test_brackets_that_nobody_needs_go_with_the_blank_before_them() -> None:
    text = "The Rural Power Council{} met, and went.\n\nIt rained.\n\nIt snowed.\n\nNobody came."
    assert written("acronyms/unused-definition", text.format(" (RPC)")) == [text.format("")]


class TestMarksThatDoNotGoTogether:
    rule = "attribution/mismatched-quotes"

    @pytest.mark.parametrize(
        ("text", "expected", "safe"),
        [
            ('“We sail," she said. “Be there.”', ["“We sail,” she said. “Be there.”"], True),
            ('"We sail," he said. "Be there.”', ['"We sail," he said. "Be there."'], True),
            ("“We sail,“ she said.", ["“We sail,” she said."], True),
            ('“We sail," she said.', ["“We sail,” she said.", '"We sail," she said.'], False),
            ("“We sail,'' she said. “Be there.”", ["“We sail,” she said. “Be there.”"], True),
            ('“We sail," she said. “Be there.” "At nine."', 2, False),
        ],
    )
    def test_the_articles_other_marks_decide(self, text: str, expected: list[str] | int, safe: bool) -> None:
        found = suggestions(self.rule, text)
        assert [each.safe for each, _ in found] == [safe] * len(found)
        assert expected in (len(found), [repaired for _, repaired in found])

    def test_a_single_mark_that_closes_a_double_one_is_never_safe(self) -> None:
        text = "“We sail,” she said. “Go.” “Be there.” “Be quick.’ She left."
        assert [(each.safe, repaired) for each, repaired in suggestions(self.rule, text)] == [
            (False, text.replace("’", "”"))
        ]


class TestTheMarkThatIsMissing:
    rule = "attribution/unbalanced-quote"

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("“We sail at nine, the captain said.", ["“We sail at nine,” the captain said."]),
            ("The captain said, “We sail at nine.", ["The captain said, “We sail at nine.”"]),
            ("“We sail at nine. Be there. She left.",
             ["“We sail at nine.” Be there. She left.", "“We sail at nine. Be there. She left.”"]),
            ("“We sail at nine, Ada Berg, the captain of the ferry, told reporters.",
             ["“We sail at nine,” Ada Berg, the captain of the ferry, told reporters."]),
            ("“Do we sail at nine? Ada Berg asked.", ["“Do we sail at nine?” Ada Berg asked."]),
            ("We sail at nine,” the captain said.", ["“We sail at nine,” the captain said."]),
            ("The captain said, We sail at nine.”", ["The captain said, “We sail at nine.”"]),
            ("It rained. We sail at nine,” the captain said.",
             ["It rained. “We sail at nine,” the captain said.", "“It rained. We sail at nine,” the captain said."]),
            ("“He told us, ‘Stay where you are.” The captain shrugged.",
             ["“He told us, ‘Stay where you are.’” The captain shrugged."]),
            ("The captain said they sail at nine.”", []),
            ('The captain called it "a perfect day and went below.', []),
        ],
    )  # fmt: skip
    def test_it_is_offered_where_whole_sentences_are_quoted(self, text: str, expected: list[str]) -> None:
        found = suggestions(self.rule, text)
        assert [repaired for _, repaired in found] == expected
        assert not any(each.safe for each, _ in found)


class TestTheMissingYear:
    rule = "dates/missing-year"

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("met on Nov. 9 and closed", "met on Nov. 9, 2015, and closed"),
            ("met on Nov. 9.", "met on Nov. 9, 2015."),
            ("met on Nov. 9th in Oslo", "met on Nov. 9th, 2015, in Oslo"),
            ("met on Nov. 9 — a Monday — in Oslo", "met on Nov. 9, 2015 — a Monday — in Oslo"),
            ("met on 9 November in Oslo", "met on 9 November 2015 in Oslo"),
            ("met on the 9th of November in Oslo", "met on the 9th of November 2015 in Oslo"),
            ("met from Nov. 9 to 12 in Oslo", "met from Nov. 9 to 12, 2015, in Oslo"),
        ],
    )
    def test_it_goes_behind_the_day_with_the_commas_it_needs(self, words: str, expected: str) -> None:
        assert written(self.rule, f"The board {words}.", "2016-06-24")[0] == f"The board {expected}."


class TestTheDayThatIsMeant:
    @pytest.mark.parametrize(
        ("before", "text", "expected"),
        [
            ("", "The board will meet next Friday in Oslo.",
             ["The board will meet Friday in Oslo.", "The board will meet Friday, October 21, in Oslo."]),
            ("It met on Oct. 3. ", "The board will meet next Friday.",
             ["The board will meet Friday.", "The board will meet Friday, Oct. 21."]),
            ("It met on 3 October. ", "The board will meet next Friday in Oslo.",
             ["The board will meet on Friday in Oslo.", "The board will meet on Friday 21 October in Oslo."]),
            ("It met on 3 October. ", "It ends by next Friday.",
             ["It ends by Friday.", "It ends by Friday 21 October."]),
            ("", "The board meets next Friday at 4 p.m. in Oslo.",
             ["The board meets Friday at 4 p.m. in Oslo.", "The board meets Friday, October 21, at 4 p.m. in Oslo."]),
            ("", "The board waits for next Friday’s vote.", []),
        ],
    )  # fmt: skip
    def test_it_is_written_as_the_article_dates(self, before: str, text: str, expected: list[str]) -> None:
        found = written("dates/ambiguous-weekday", before + text, "2016-10-12")
        assert found == [before + each for each in expected]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It ran Monday, July 8, to July 12.",
             ["It ran Friday, July 8, to July 12.", "It ran Monday, July 11, to July 12."]),
            ("It opens TUES., OCT. 12.", ["It opens WED., OCT. 12.", "It opens TUES., OCT. 11."]),
            ("It met on Mon., Oct. 13.", ["It met on Thurs., Oct. 13.", "It met on Mon., Oct. 10."]),
        ],
    )  # fmt: skip
    def test_a_weekday_is_written_as_it_was(self, text: str, expected: list[str]) -> None:
        assert written("dates/weekday-mismatch", text, "2016-07-20" if "July" in text else "2016-10-24") == expected

    def test_no_day_turns_a_range_round(self) -> None:
        text = "The poll was taken Monday, July 8 to 9, by telephone."
        assert written("dates/weekday-mismatch", text, "2016-07-20") == [text.replace("Monday", "Friday")]

    @pytest.mark.parametrize("text", ["It opens on Friday, June 31.", "It ran from June 30 to June 31."])
    def test_the_last_of_the_month_is_not_offered_where_it_cannot_be(self, text: str) -> None:
        assert written("dates/impossible-date", text, "2016-06-20") == []


class TestIntroductionsMovedAndTakenBack:
    @pytest.mark.parametrize(
        ("first", "again", "expected"),
        [
            ("Mayor Ruth Vance spoke.", "Mayor Ruth Vance left early.", "Vance left early."),
            ("Mayor Ruth Vance spoke.", "On Monday Mayor Ruth Vance left.", "On Monday Vance left."),
            ("Ruth Vance, the former Acme editor, spoke.", "The former Acme editor Ruth Vance left.", "Vance left."),
        ],
    )
    def test_the_surname_stays_with_nothing_before_it(self, first: str, again: str, expected: str) -> None:
        text = f"{first}\n\nRain fell.\n\n"
        assert written("roles/double-introduction", text + again) == [text + expected]

    def test_a_title_moves_to_the_first_mention(self) -> None:
        text = "Nobody had asked {} about it.\n\nThe town was quiet.\n\nThe bridge stayed shut.\n\n{} closed it."
        before = text.format("Ruth Vance", "Police Chief Ruth Vance")
        assert written("roles/late-role", before) == [text.format("Police Chief Ruth Vance", "Vance")]

    @pytest.mark.parametrize("first", ["Acme heads Erik Dahl and Jan Berg spoke.", "The late Erik Dahl spoke."])
    def test_no_title_is_put_between_words_that_belong_together(self, first: str) -> None:
        text = f"{first}\n\nRain fell.\n\nRain fell in the north.\n\nNobody came.\n\nNorlandian leader Erik Dahl left."
        config = Config(select=("roles/late-role",))
        found = editcheck.check(editcheck.Article.from_text(text, published="2024-10-24"), config).annotations
        assert all(each.suggestions == () for each in found)


class TestOneSpelling:
    rule = "roles/name-variant"

    def test_all_places_of_the_wrong_one_are_mended(self) -> None:
        text = "President Viktor Kovalenko spoke.\n\nKovalenko left. Viktor {0} was late.\n\n{0} had a cold."
        assert written(self.rule, text.format("Kovalenco")) == [text.format("Kovalenko")]

    def test_accents_are_lost_and_never_added(self) -> None:
        text = "Minister {} Barrault spoke on Monday.\n\nJean-Noël Barrault was late."
        assert written(self.rule, text.format("Jean-Noel")) == [text.format("Jean-Noël")]

    def test_the_house_list_knows_and_is_safe(self) -> None:
        text = "President {0} spoke.\n\n{0} left. Viktor Kovalenko was late."
        article = editcheck.Article.from_text(text.format("Viktor Kovalenco"), published="2024-10-24")
        house = editcheck.House(extra={"well_known": {"Viktor Kovalenko": "president"}})
        (found,) = editcheck.check(article, Config(select=(self.rule,), house=house)).annotations
        (suggestion,) = found.suggestions
        assert applied(article.text, suggestion) == text.format("Viktor Kovalenko")
        assert suggestion.safe


def test_a_name_that_the_authority_file_spells_otherwise_is_mended_everywhere(tmp_path: Path) -> None:
    rule, text = (
        "roles/authority-mismatch",
        "Harbour Secretary Ruth {0} spoke on Monday.\n\n{0} left. Aides of {0}’s left.",
    )
    (tmp_path / "list.json").write_text(EXAMPLE, encoding="utf-8")
    article = editcheck.Article.from_text(text.format("Vanse"), published="2024-10-24")
    config = Config(select=(rule,), authority=(str(tmp_path / "list.json"),))
    (found,) = editcheck.check(article, config).annotations
    (suggestion,) = found.suggestions
    assert applied(article.text, suggestion) == text.format("Vance")
    assert suggestion.safe


@pytest.mark.parametrize("address", ["", "Mr. ", "Mr "])
def test_a_full_name_takes_the_place_of_surname_and_form_of_address(address: str) -> None:
    text = "The ferry stayed in port because {} was ill.\n\nPeter Lind, 52, has run it for years."
    assert written("attribution/late-introduction", text.format(f"{address}Lind")) == [text.format("Peter Lind")]


@pytest.mark.parametrize(
    ("there", "here", "expected"),
    [
        ("the town sleeps", "The town wakes", "The town sleeps"),
        ("The town sleeps", "the town wakes", "the town sleeps"),
        ("a town sleeps", "The town wakes", "A town sleeps"),
        ("Oslo sleeps", "the town wakes", "Oslo sleeps"),
    ],
)
def test_quoted_words_keep_the_capital_that_opens_them(there: str, here: str, expected: str) -> None:
    assert opening_as(there, here) == expected
