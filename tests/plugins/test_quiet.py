"""What published copy does and an editor lets pass: each case here was once a false alarm, told in other words."""

from __future__ import annotations

import pytest

import editcheck_acronyms
import editcheck_attribution
import editcheck_roles
from editcheck import Article, Example, Span, read
from editcheck.testing import Expected, Invalid, RuleTester

ACRONYMS = RuleTester(editcheck_acronyms)
ATTRIBUTION = RuleTester(editcheck_attribution)
ROLES = RuleTester(editcheck_roles)

WORDS = "We never had a winter like this one, never"


@pytest.mark.parametrize(
    "text",
    [
        f"It snowed.\n\nThe sign on the door:\n\n“{WORDS}.”",
        f"It snowed. As the old song has it, “{WORDS}.” It snowed again.",
        f"It snowed. “{WORDS},” is a common saying in Alton.",
        f"It snowed.\n\n“{WORDS}.”\n\n- Ruth Vance.\n\nIt snowed again.",
        f"It snowed.\n\n“{WORDS}.” [Alton Post.]\n\nIt snowed again.",
        f"It snowed.\n\n“{WORDS}.\nRuth Vance, Alton Bakery.”\n\nIt snowed again.",
        f"It snowed.\n\n“Ruth Vance: {WORDS}.”\n\nIt snowed again.",
        f"It snowed. She had a question for the crowd.\n\n“{WORDS}?”\n\nIt snowed again.",
        f"It snowed.\n\nVance went on with her gloomy remarks.\n\n“{WORDS}.”\n\nIt snowed again.",
        f"“{WORDS}.” That quote from a baker appeared in the Alton Post. It snowed again.",
        f"It snowed.\n\n“{WORDS}.”\n\nThe statement was signed by the baker.",
        f"It snowed.\n\n“‘{WORDS},” Ruth Vance said. It snowed again.”\n\nIt snowed for days.",
    ],
)
def test_a_quotation_may_be_placed_without_a_verb(text: str) -> None:
    ATTRIBUTION.run("attribution/unattributed-quote", valid=[text])


def test_a_pull_quote_repeats_the_text() -> None:
    words = "The bakery will have to close before the winter is over"
    ATTRIBUTION.run(
        "attribution/unattributed-quote",
        valid=[f"It snowed.\n\n“{words}.”\n\n{words}, for want of flour. It snowed again."],
        invalid=[f"It snowed.\n\n“[[{words}.]]”\n\nFlour is dear. It snowed again."],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Baker Leaves\n\nRuth Vance is leaving Alton.\n\nVance closed the shop. Flour was dear.\n\nRuth Vance is 61.",
        "ABSTRACT.\n\nMs. Vance closed the shop.\n\nFULL TEXT.\n\nRuth Vance, 61, closed the shop on Monday.",
        "The shop is closed. Flour was dear.\n\nVance: a farewell.\n\nRuth Vance, 61, closed it on Monday.",
        "The bread comes from Vance’s. It is good.\n\nRuth Vance, 61, bakes it.",
        "The shop is closed.\n\nVance reported from Alton.\n\nFollow Ruth Vance for more.",
        "The firm of Vance, Holm, Dahl and Lind is closed. It was old.\n\nRuth Vance, 61, led it.",
        "Alton won. Alton 2-0 Norby (Vance 53', 64'). It was late.\n\nRuth Vance, 21, smiled.",
        "It was sold by Norland-Vance. It was late.\n\nRuth Vance, 61, smiled.",
        "He quoted the Vance. It was late.\n\nRuth Vance, 61, smiled.",
        "It was sold at 10:20PMRuth Vance left. It was late.\n\nRuth Vance, 61, smiled.",
    ],
)
def test_surnames_that_introduce_nobody_late(text: str) -> None:
    ATTRIBUTION.run("attribution/late-introduction", valid=[Example(text, title="Baker Leaves")])


@pytest.mark.parametrize(
    "text",
    [
        "Rapper Vento closed the festival. “I have never seen such a winter,” Vento said.",
        "Band member Vento shared the news on Friday. “I have never seen such a winter,” Vento said.",
        "The hacker known as “Vento” was tried. He was pale. “I never slept for a week,” Vento said.",
        "General Electric makes bulbs. “We make them,” General Electric said. “We sell them,” it said.",
        "The book is sad. “I saw it all,” Greta tells her son, who is ten.\n\nGreta, the heroine, leaves Alton.",
        "“I saw it all,” said a man called Ivo. He was tired.\n\nIvo asked that his last name not be used.",
    ],
)
def test_one_name_may_be_enough(text: str) -> None:
    ATTRIBUTION.run("attribution/unidentified-source", valid=[text])


def test_lines_may_be_paragraphs() -> None:
    text = "The mill burned.\n\n“We saw it all,” said Ruth Vance. “It was night.\n“Nobody slept,” she added."
    ATTRIBUTION.run("attribution/unbalanced-quote", valid=[text])


@pytest.mark.parametrize(
    "text",
    [
        "“We had no warning at all,” said House Speaker [[Lindqvist]]. He was pale.",
        "“We had no warning at all,” [[Lindqvist]] said. It snowed.\n\n“Nobody told us,” Lindqvist said on Monday.",
    ],
)
def test_who_has_a_title_or_speaks_twice_is_a_person(text: str) -> None:
    ATTRIBUTION.run("attribution/unidentified-source", invalid=[text])


@pytest.mark.parametrize(
    "text",
    [
        "A poll shows that [[Vance]] will lose the shop.\n\nRuth Vance, 61, has run it for years.",
        "The shop of Speaker [[Vance]] burned.\n\nRuth Vance, 61, had run it. Her cousin Tom Vance wept.",
    ],
)
def test_surnames_that_come_too_early(text: str) -> None:
    ATTRIBUTION.run("attribution/late-introduction", invalid=[text])


def test_a_mark_that_faces_the_wrong_way_is_one_fault() -> None:
    ATTRIBUTION.run(
        "attribution/unbalanced-quote",
        invalid=[
            "She said,[[”]] we never slept and nobody came to help.”",
            "We open,[[”]] she said. We close,[[”]] he said.",
        ],
    )


def test_many_loose_marks_are_one_fault_of_the_article() -> None:
    lines = [
        f"“We never slept in week {number}, Ruth Vance said." for number in ("one", "two", "three", "four", "five")
    ]
    text = "\n\nIt snowed in Alton on Monday and on Tuesday.\n\n".join(lines)
    expected = Expected(message="and there are 4 more like it", related=("“",) * 4)
    ATTRIBUTION.run("attribution/unbalanced-quote", invalid=[Invalid(f"[[“]]{text[1:]}", (expected,))])


def test_officials_belong_to_the_body_named_before_them() -> None:
    ATTRIBUTION.run(
        "attribution/vague-source",
        valid=[
            "The Bank of Norland met on Monday. It was cold. Officials said that rates would rise.",
            "President Ruth Vance will speak on Monday. Aides said she would be brief.",
            "Officials say that ten people died. It was a train.\n\nIt left Alton, said a man of the Norland Railways.",
        ],
        invalid=[
            "The bank met on Monday. It was cold. [[Officials]] said that rates would rise.",
            "The Bank of Norland met on Monday. [[Opponents]] said that rates would rise.",
        ],
    )


def test_somebody_of_a_class_may_speak_at_once() -> None:
    ATTRIBUTION.run(
        "attribution/vague-source",
        valid=["Critics say that flour is dear. “It was cheap once. It never will be again,” said Ruth Vance."],
    )


def test_a_claim_may_have_its_source_close_by() -> None:
    ATTRIBUTION.run(
        "attribution/unsourced-claim",
        valid=[
            "The mill burned, the Alton Post reported. Ten people were said to be missing.",
            "The Alton Post reported that the mill burned. It rained. Ten people were said to be missing.",
            "The mill is seen as the better shop: sixty of the bakers said that they would go there.",
            "The mill was famously said to be haunted.",
        ],
        invalid=["The mill burned, the Alton Post reported. It [[was seen as]] an eyesore."],
    )


@pytest.mark.parametrize(
    "first",
    [
        "Bank heads Erik Dahl and Anna Lind met on Monday.",
        "Voters will choose between Anna Lind and Erik Dahl in the primary on Monday.",
    ],
)
def test_a_first_mention_may_say_who_it_is_in_other_ways(first: str) -> None:
    rest = "\n\nThe crowd was small.\n\nRain fell in the north.\n\nNorland senator Erik Dahl left early."
    ROLES.run("roles/late-role", valid=[f"{first}{rest}"], invalid=[f"Nobody had seen [[Erik Dahl]].{rest}"])


def test_a_line_set_like_a_headline_introduces_nobody() -> None:
    rest = "It rained in Norby.\n\nIt froze.\n\nIt thawed.\n\nNorland senator Erik Dahl spoke twice."
    ROLES.run(
        "roles/late-role",
        valid=[f"It snowed.\n\nSenators Praise Erik Dahl After Long Debate\n\n{rest}"],
        invalid=[f"It snowed.\n\nThey praised [[Erik Dahl]] after the debate.\n\n{rest}"],
    )


def test_what_somebody_will_be_introduces_nobody() -> None:
    text = "Nobody saw Erik Dahl.\n\nIt rained.\n\nIt snowed.\n\nThe town waits till he is former president Erik Dahl."
    ROLES.run("roles/late-role", valid=[text])


def test_a_namesake_in_brackets_is_told_on_the_way() -> None:
    text = "Anna Lind leads in Norby. The north (where Peter Lind won in 1992) is hers. Dahl stays close to Lind."
    ROLES.run("roles/shared-surname", valid=[text], invalid=[f"{text[:24]}. Peter Lind is close. [[Lind]] smiled."])


def test_short_paragraphs_of_a_page_are_paragraphs() -> None:
    from editcheck_attribution.passages import in_running_text

    html = "<article><h1>Quay shut</h1><p>Vance left early.</p><p>The quay was shut, and the town quiet.</p></article>"
    page = read(html.encode())
    text = Article.from_text(page.text, title="Quay shut")
    start = page.text.index("Vance")
    span = Span(start, start + 5)
    assert in_running_text(page, span)
    assert not in_running_text(text, span)


def test_a_list_of_names_needs_no_letters_twice() -> None:
    ACRONYMS.run(
        "acronyms/unused-definition",
        valid=["Three met.\n\nThe Harbor Safety Board (HSB), the Pier Repair Fund (PRF).\n\nIt rained.\n\nA.\n\nB."],
        invalid=["Three met.\n\nThe Harbor Safety Board ([[HSB]]) was late.\n\nIt rained.\n\nA.\n\nB."],
    )


def test_capitals_in_quotation_marks_may_be_a_title() -> None:
    ACRONYMS.run("acronyms/undefined", valid=["She sang “ASLQ” on Monday in Norby."])


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is late. As Mara Lind said on Monday, “it is the wind that rules.” It snowed.",
        "In Norby, Mara Lind said that she would close the port, while her main opponent would not. She lost.",
    ],
)
def test_who_is_cited_or_has_an_opponent_needs_no_role(text: str) -> None:
    ATTRIBUTION.run("attribution/missing-role", valid=[text])


def test_a_programme_has_its_hosts_name() -> None:
    ATTRIBUTION.run(
        "attribution/late-introduction",
        valid=["He spoke on Fox News Channel’s Lind. It snowed.\n\nSean Lind, the host, was late."],
    )


def test_others_may_only_be_compared_with() -> None:
    ATTRIBUTION.run("attribution/vague-source", valid=["Like many critics, Mara Lind said that the tax would fail."])


def test_a_pasted_post_is_somebody_elses() -> None:
    post = '<tweet id="1" author="@rv">Vance is reportedly at the HQRL today — Ruth Vance (@rv)</tweet>.'
    for rules, rule in ((ATTRIBUTION, "attribution/unsourced-claim"), (ACRONYMS, "acronyms/undefined")):
        rules.run(rule, valid=[f"It snowed.\n\n{post}\n\nIt snowed again."])


def test_a_title_at_the_end_of_a_line_belongs_to_nobody_below() -> None:
    ROLES.run(
        "roles/double-introduction",
        valid=["Sen. Ruth Vance spoke on Monday.\n\nHolm Thinks She Was A Fine Senator\nRuth Vance was asked again."],
        invalid=["Sen. Ruth Vance spoke on Monday.\n\nIt snowed.\n\n[[Senator Ruth Vance]] was asked again."],
    )
