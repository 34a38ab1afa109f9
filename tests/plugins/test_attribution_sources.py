"""Who speaks, and whether the reader knows who that is: missing roles, distant surnames, unclear pronouns, no names."""

from __future__ import annotations

import pytest

import editcheck
import editcheck_attribution
from editcheck import Article, Example, House, Options
from editcheck.testing import Expected, Invalid, RuleTester

BETWEEN = (
    "The oven was cold all week. Flour ran out, the shop stayed shut, and the neighbours went to the other end of "
    "town for bread. On Friday the council met and spoke for three hours about the price of a new chimney. Nobody "
    "could say who would pay for it, or when the bricks would come."
)
NEAR = (("words", 50),)


@pytest.fixture(scope="module")
def tester() -> RuleTester:
    return RuleTester(editcheck_attribution)


def rules_on(text: str, options: Options | None = None) -> list[str]:
    article = Article.from_text(text)
    found = editcheck_attribution.editcheck_check(article, editcheck.analyze(article), options or Options())
    return [each.rule for each in found]


@pytest.mark.parametrize(
    "introduction",
    [
        "Ruth Vance, a baker",
        "Ruth Vance, 61",
        "the 61-year-old Ruth Vance",
        "Ruth Vance, a mother of two",
        "Ruth Vance, of Alton",
        "Ruth Vance of Alton",
        "neighbour Ruth Vance",
        "his neighbour, Ruth Vance",
        "Ruth Vance, whose son bakes there",
        "Ruth Vance (61)",
        "the bakery's Ruth Vance",
        "bakers such as Ruth Vance",
    ],
)
def test_many_words_beside_a_name_say_who_it_is(tester, introduction: str) -> None:
    tester.run(
        "attribution/missing-role", valid=[f"The bakery closed. “We never had a winter like it,” said {introduction}."]
    )


def test_somebody_quoted_needs_a_word_about_who_it_is(tester) -> None:
    tester.run(
        "attribution/missing-role",
        valid=[
            "The bakery closed. “We never had a winter like it,” said Ruth Vance. Vance lives across the street.",
            "Ruth Vance runs the bakery. “We never had a winter like it,” she said.",
            "One of the neighbours was glad. “We never had a winter like it,” said Ruth Vance.",
            "The bakery closed. Ruth Vance wept.",
            "- Ruth Vance said that the bakery would close.",
            "Bread is dear, Ruth Vance wrote in The Alton Mercury.",
            "A letter came from the mayor. In her letter, Ruth Vance told the bakers that bread was dear.",
            "According to Ruth Vance, writing in her book, bread is dear.",
            "Ruth Vance once attacked the price of bread.",
        ],
        invalid=[
            Invalid(
                "The bakery closed. “We never had a winter like it,” said [[Ruth Vance]]. It snowed for a week.",
                (Expected(message="Ruth Vance is quoted here, and the article never says who that is"),),
            ),
            "The bakery closed.\n\n[[Ruth Vance]] told the council that it would not open again this winter.",
        ],
    )


def test_the_house_list_and_the_main_persons_need_no_role(tester) -> None:
    text = "The bakery closed. “We never had a winter like it,” said Ruth Vance."
    house = House(extra={"well_known": {"Ruth Vance": "the baker of Alton"}})
    assert "attribution/missing-role" in rules_on(text)
    assert "attribution/missing-role" not in rules_on(text, Options(house=house))
    often = "Vance coughed. Vance went home at ten. Vance was cold all night. Vance wept."
    tester.run(
        "attribution/missing-role",
        valid=[f"{text} {often}"],
        invalid=[Example(f"{text.replace('Ruth Vance', '[[Ruth Vance]]')} {often}", options=(("mentions", 9),))],
    )


def test_a_role_that_comes_late_is_another_rules(tester) -> None:
    tester.run(
        "attribution/missing-role",
        valid=[
            f"“It was a cold winter for us all,” said Ruth Vance.\n\n{BETWEEN}\n\nVance, the mayor, went home at ten."
        ],
    )


def test_a_surname_that_comes_back_late(tester) -> None:
    first = "“We never had a winter like it,” said Ruth Vance, a baker."
    tester.run(
        "attribution/distant-reference",
        valid=[
            Example(f"{first}\n\n{BETWEEN}\n\nVance, the baker, went home at ten.", options=NEAR),
            Example(f"{first}\n\n{BETWEEN}\n\nThe baker, Ruth Vance, went home at ten.", options=NEAR),
            Example(f"{first}\n\n{BETWEEN}\n\nThe council spoke of the Vance bakery until ten.", options=NEAR),
            f"{first}\n\n{BETWEEN}\n\nVance went home at ten o'clock.",
        ],
        invalid=[
            Invalid(
                Example(f"{first}\n\n{BETWEEN}\n\n[[Vance]] went home at ten. Vance slept.", options=NEAR),
                (
                    Expected(
                        message="Ruth Vance was last spoken of",
                        related=("Ruth Vance",),
                        repaired=("Ruth Vance went home at ten. Vance slept.",),
                    ),
                ),
            )
        ],
    )


def test_he_said_where_two_men_were_named_together(tester) -> None:
    tester.run(
        "attribution/ambiguous-speaker",
        valid=[
            "Peter Vance and Anna Cole met in Alton. “It was a cold winter,” she said.",
            "Peter Vance spoke of the winter. John Cole and he are friends. “It was cold,” he said.",
            "Peter Vance praised John Cole. “It was a cold winter,” he said.",
            "Peter Vance and John Cole met in Alton. “It was a cold winter,” Cole said.",
        ],
        invalid=[
            Invalid(
                "Peter Vance, a baker, and John Cole, a farmer, met in Alton. “It was a cold winter,” [[he]] said.",
                (
                    Expected(
                        message="“he” could be Peter Vance or John Cole",
                        related=("Peter Vance", "John Cole"),
                    ),
                ),
            ),
            "The council heard Peter Vance and John Cole.\n\n“It was a cold winter,” [[he]] said.",
        ],
    )


@pytest.mark.parametrize(
    "reason",
    [
        "because she feared for her job",
        "to discuss the talks freely",
        "as she was not authorized to speak",
        "for fear of reprisals",
        "citing the rules of the council",
    ],
)
def test_a_reason_lets_a_source_go_without_a_name(tester, reason: str) -> None:
    withheld = f"The bakery will close, said a clerk, who spoke on condition of anonymity {reason}."
    tester.run("attribution/anonymous-source", valid=[withheld, f"{withheld} A source said that it was late."])


def test_sources_without_a_name(tester) -> None:
    tester.run(
        "attribution/anonymous-source",
        valid=[
            "The bakery will close, said a source in the council.",
            "The bakery will close, two council sources said.",
            "The bakery will close, said Ruth Vance. The source of the flour is Alton.",
            "A clerk told the newspaper on condition of anonymity that the bakery would close.",
        ],
        invalid=[
            Invalid(
                "The bakery will close, [[two sources]] said. Sources said that it was late.",
                (Expected(message="“two sources”: the article says neither who that is nor why"),),
            ),
            "The bakery will close, said a clerk who [[declined to be named]]. Bread is dear.",
            "According to [[a person familiar with the plans]], the bakery will close.",
        ],
    )


def test_sources_are_no_vague_class_of_people_as_well() -> None:
    found = rules_on("The bakery will close, several sources said. It snowed in Alton.")
    assert "attribution/anonymous-source" in found
    assert "attribution/vague-source" not in found
