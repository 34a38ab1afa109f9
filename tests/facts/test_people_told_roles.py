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
        ("Peter Storm, who was Lind's chief election strategist, spoke.", "Lind's chief election strategist",
         RoleStatus.FORMER),
        ("Peter Storm, who was a pilot and is now the acting director of the port, spoke.",
         "the acting director of the port", RoleStatus.ACTING),
        ("Peter Storm, who served as mayor of Oslo, spoke.", "mayor of Oslo", RoleStatus.FORMER),
        ("Peter Storm was named chairman of Acme on Monday.", "chairman of Acme", RoleStatus.CURRENT),
        ("Peter Storm was appointed as ambassador to Norway.", "ambassador to Norway", RoleStatus.CURRENT),
        ("Peter Storm was named governor of the island by the king.", "governor of the island", RoleStatus.CURRENT),
        ("Peter Storm, recently named the club's head coach, has moved to Bergen.",
         "the club's head coach", RoleStatus.CURRENT),
        ("Peter Storm is co-author of the book.", "co-author of the book", RoleStatus.CURRENT),
    ],
)  # fmt: skip
def test_a_clause_tells_what_somebody_is(text, role, status):
    assert roles_of(text, "Peter Storm")[role].status is status


@pytest.mark.parametrize(
    "text",
    [
        "They will wait until Peter Storm is elected president.",
        "Peter Storm named the chairman on Monday.",
        "Peter Storm, whose wife was mayor of Oslo, spoke.",
    ],
)
def test_what_is_open_or_somebody_elses_is_not_told(text):
    assert not roles_of(text, "Peter Storm")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Peter Storm, 41, of Dover, Ohio, a ticket inspector for a ferry line, agreed.",
         "a ticket inspector for a ferry line"),
        ("Peter Storm, a painter known for her work in chalk, returns.", "a painter"),
        ("One is Peter Storm, a ferry captain today who was a cook.", "a ferry captain"),
        ("Peter Storm, a Danish sailor rescued off Bergen, was well.", "a Danish sailor"),
        ("Peter Storm, spokesman for one of two clubs to lose money, said so.", "spokesman for one of two clubs"),
        ("Peter Storm, President Lind's special adviser to the board running the harbour, nodded.",
         "President Lind's special adviser to the board"),
        ("Peter Storm, the president's former special envoy to Norland, agreed.",
         "the president's former special envoy to Norland"),
        ("Peter Storm, a University of Bergen history professor, agreed.", "a University of Bergen history professor"),
        ("Peter Storm, a baker and one of the owners of the Holm Mill, agreed.",
         "one of the owners of the Holm Mill"),
        ("Peter Storm, a pro-Lund primary challenger, agreed with Anna Lund.", "a pro-Lund primary challenger"),
        ("A former regional candidate -- Peter Storm, who lost the election -- said no.",
         "A former regional candidate"),
        ("“It is so,” said another leading advocate, Peter Storm of the law firm.", "another leading advocate"),
        ("She married former Mara Lind staffer Peter Storm.", "former Mara Lind staffer"),
        ("She met Under Secretary of State for Political Affairs Peter Storm.",
         "Secretary of State for Political Affairs"),
    ],
)  # fmt: skip
def test_a_description_begins_and_ends_where_its_words_do(text, role):
    assert role in roles_of(text, "Peter Storm")


def test_one_of_several_has_a_body_of_its_own():
    roles = roles_of("Peter Storm, a baker and one of the owners of the Holm Mill, agreed.", "Peter Storm")
    assert roles["a baker"].organization is None
    assert roles["one of the owners of the Holm Mill"].organization == "Holm Mill"


def test_a_hyphen_is_part_of_the_office():
    (role,) = roles_of("She met co-chair Peter Storm.", "Peter Storm").values()
    assert role.office == "co-chair"


def test_current_beside_former_is_current():
    text = "She met the former Lind aide and current Acme chairman Peter Storm."
    assert [role.status for role in roles_of(text, "Peter Storm").values()] == [RoleStatus.FORMER, RoleStatus.CURRENT]


def test_the_title_of_the_next_name_in_a_list_is_not_the_last_ones():
    text = "State Treasurer Ada Holm, Secretary of State Connie Lund, and others came."
    assert list(roles_of(text, "Ada Holm")) == ["State Treasurer"]


def test_words_before_a_name_may_belong_to_somebody_named_after_it():
    assert not roles_of("He met a stalwart Vance supporter. Ruth Vance was away.", "Ruth Vance")


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
