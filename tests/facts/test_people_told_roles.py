"""Roles that a clause tells, and descriptions with something between them and the name."""

from __future__ import annotations

import pytest

from editcheck import Article, RoleStatus, analyze


def roles_of(text, name):
    return {role.text: role for person in analyze(Article.from_text(text)).people if person.name == name
            for role in person.roles}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("David Axel, who was Lind's chief election strategist, spoke.", "Lind's chief election strategist",
         RoleStatus.FORMER),
        ("David Axel, who was an aide and is now the acting secretary of the Army, spoke.",
         "the acting secretary of the Army", RoleStatus.ACTING),
        ("David Axel, who served as mayor of Oslo, spoke.", "mayor of Oslo", RoleStatus.FORMER),
        ("David Axel was named chairman of Acme on Monday.", "chairman of Acme", RoleStatus.CURRENT),
        ("David Axel was appointed as ambassador to Norway.", "ambassador to Norway", RoleStatus.CURRENT),
        ("David Axel was named governor of the island by the king.", "governor of the island", RoleStatus.CURRENT),
        ("David Axel, recently named the company's chief executive, is out to prove it.",
         "the company's chief executive", RoleStatus.CURRENT),
        ("David Axel is co-author of the book.", "co-author of the book", RoleStatus.CURRENT),
    ],
)  # fmt: skip
def test_a_clause_tells_what_somebody_is(text, role, status):
    assert roles_of(text, "David Axel")[role].status is status


@pytest.mark.parametrize(
    "text",
    [
        "They will wait until David Axel is elected president.",
        "David Axel named the chairman on Monday.",
        "David Axel, whose wife was mayor of Oslo, spoke.",
    ],
)
def test_what_is_open_or_somebody_elses_is_not_told(text):
    assert not roles_of(text, "David Axel")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("David Axel, 32, of Mesa, Ariz., an account executive for a tech firm, agreed.",
         "an account executive for a tech firm"),
        ("David Axel, an actor famed for his role in a comedy, returns.", "an actor"),
        ("One is David Axel, a real estate agent today who was an assistant.", "a real estate agent"),
        ("David Axel, an American businessman arrested in Tehran, was freed.", "an American businessman"),
        ("David Axel, attorney for one of four groups to file suit, said so.", "attorney for one of four groups"),
        ("David Axel, President Lind's special envoy to the coalition fighting the rebels, tweeted.",
         "President Lind's special envoy to the coalition"),
        ("David Axel, the president's former special envoy to Norland, agreed.",
         "the president's former special envoy to Norland"),
        ("David Axel, a University of Tennessee law professor, agreed.", "a University of Tennessee law professor"),
        ("David Axel, an entrepreneur and one of the founders of the Holm Initiative, agreed.",
         "one of the founders of the Holm Initiative"),
        ("David Axel, a pro-Lund primary challenger, agreed with Anna Lund.", "a pro-Lund primary challenger"),
        ("A former regional candidate -- David Axel, who lost the election -- said no.",
         "A former regional candidate"),
        ("“It is so,” said another leading advocate, David Axel of the law firm.", "another leading advocate"),
        ("She married former Mitt Lind staffer David Axel.", "former Mitt Lind staffer"),
        ("She met Under Secretary of State for Political Affairs David Axel.",
         "Secretary of State for Political Affairs"),
    ],
)  # fmt: skip
def test_a_description_begins_and_ends_where_its_words_do(text, role):
    assert role in roles_of(text, "David Axel")


def test_one_of_several_has_a_body_of_its_own():
    roles = roles_of(
        "David Axel, an entrepreneur and one of the founders of the Holm Initiative, agreed.", "David Axel"
    )
    assert roles["an entrepreneur"].organization is None
    assert roles["one of the founders of the Holm Initiative"].organization == "Holm Initiative"


def test_a_hyphen_is_part_of_the_office():
    (role,) = roles_of("She met co-chair David Axel.", "David Axel").values()
    assert role.office == "co-chair"


def test_current_beside_former_is_current():
    text = "She met the former Lind aide and current Acme chairman David Axel."
    assert [role.status for role in roles_of(text, "David Axel").values()] == [RoleStatus.FORMER, RoleStatus.CURRENT]


def test_the_title_of_the_next_name_in_a_list_is_not_the_last_ones():
    text = "State Treasurer Ada Holm, Secretary of State Connie Lund, and others came."
    assert list(roles_of(text, "Ada Holm")) == ["State Treasurer"]


def test_words_before_a_name_may_belong_to_somebody_named_after_it():
    assert not roles_of("He met a stalwart Clinton supporter. Hillary Clinton was away.", "Hillary Clinton")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Richard Alba and Nancy Lund, sociologists at the University of Oslo, agreed.",
         "sociologists at the University of Oslo"),
        ("It came from Richard Alba and Nancy Lund, two radio journalists.", "two radio journalists"),
        ("Senators Richard Alba and Nancy Lund, Democrats of Norland, agreed.", "Democrats of Norland"),
        ("Senators Richard Alba and Nancy Lund, Democrats of Norland, agreed.", "Senators"),
    ],
)  # fmt: skip
def test_a_plural_behind_a_list_is_everybodys(text, role):
    assert role in roles_of(text, "Richard Alba")
    assert role in roles_of(text, "Nancy Lund")


@pytest.mark.parametrize(
    "text",
    [
        "Richard Alba and Nancy Lund, officials said, were away.",
        "It would hurt Richard Alba and Nancy Lund, critics like her say.",
        "They met Nancy Lund, parents of two children and a dog.",
    ],
)
def test_a_plural_behind_a_name_may_be_others(text):
    assert not roles_of(text, "Nancy Lund")
