"""Roles: what stands beside a name, read into office, organization and status."""

from __future__ import annotations

import pytest

from editcheck import Article, RoleStatus, analyze


def roles_of(text, name=None):
    people = analyze(Article.from_text(text)).people
    return [role for person in people if name is None or person.name == name for role in person.roles]


@pytest.mark.parametrize(
    ("text", "role", "office", "organization"),
    [
        ("U.S. Defense Secretary Lloyd Marsh spoke.", "U.S. Defense Secretary", "defense secretary", "U.S."),
        ("French Foreign Minister Jean Barrault spoke.", "French Foreign Minister", "foreign minister", "French"),
        ("Florida Sen. Marco Reyes spoke.", "Florida Sen.", "senator", "Florida"),
        ("CIA Director William Marsh spoke.", "CIA Director", "director", "CIA"),
        ("Secretary of State John Marsh spoke.", "Secretary of State", "secretary of state", None),
        ("Japan’s vice-finance minister Kenji Mori spoke.", "Japan’s vice-finance minister",
         "vice finance minister", "Japan"),
        ("Mori spoke to Naomi Lund, a marine biologist at NIVA, on Monday.", "a marine biologist at NIVA",
         "marine biologist", "NIVA"),
        ("Alan Marsh, his country's ambassador to Lisbon, suggested it.", "his country's ambassador to Lisbon",
         "ambassador", "Lisbon"),
        ("Officials warned the ambassador, Oleg Marin, that Oslo would act.", "the ambassador", "ambassador", None),
        ("Anna Lund is the chairwoman of the Norland Bank.", "the chairwoman of the Norland Bank", "chairwoman",
         "Norland Bank"),
        ("Peter Lund, 45, a teacher from Oslo, agreed.", "a teacher from Oslo", "teacher", "Oslo"),
    ],
)  # fmt: skip
def test_a_role_is_found_as_it_is_worded(text, role, office, organization):
    found = {each.text: each for each in roles_of(text)}
    assert role in found
    assert (found[role].office, found[role].organization) == (office, organization)


@pytest.mark.parametrize(
    ("text", "office", "status"),
    [
        ("Former Australian prime minister Kevin Marsh spoke.", "prime minister", RoleStatus.FORMER),
        ("Ex-president Jean Barrault spoke.", "president", RoleStatus.FORMER),
        ("She lost to then-Sen. Tom Reyes by a hair.", "senator", RoleStatus.FORMER),
        ("She met her one-time rival Tom Reyes.", "rival", RoleStatus.FORMER),
        ("She met ex-President Tom Reyes on Monday.", "president", RoleStatus.FORMER),
        ("Acting Attorney General Sally Marsh spoke.", "attorney general", RoleStatus.ACTING),
        ("Governor-elect Tom Reyes spoke.", "governor", RoleStatus.ELECT),
        ("Deputy Director Tom Reyes spoke.", "director", RoleStatus.DEPUTY),
        ("The late Senator Tom Reyes was honored.", "senator", RoleStatus.LATE),
        ("Senator Tom Reyes spoke.", "senator", RoleStatus.CURRENT),
        ("David Marsh, former CIA Deputy Director for Operations, spoke.", "deputy director for operations",
         RoleStatus.FORMER),
    ],
)  # fmt: skip
def test_the_status_is_told_apart_from_the_office(text, office, status):
    (role,) = roles_of(text)
    assert (role.office, role.status) == (office, status)


@pytest.mark.parametrize(
    ("text", "office", "organization"),
    [
        ("Harbour master Tom Reyes spoke on Monday.", "harbour master", None),
        ("Museum director Anna Lund spoke on Monday.", "museum director", None),
        ("Union leader Anna Lund spoke on Monday.", "union leader", None),
        ("First lady Anna Lund spoke on Monday.", "first lady", None),
        ("Google engineer Tom Reyes spoke on Monday.", "engineer", "Google"),
        ("Boston mayor Tom Reyes spoke on Monday.", "mayor", "Boston"),
    ],
)
def test_the_capital_of_a_sentence_is_no_name(text, office, organization):
    (role,) = roles_of(text)
    assert (role.office, role.organization) == (office, organization)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The ferry's last skipper, Tom Reyes, brought soup.", "skipper"),
        ("Two-term governor Tom Reyes brought soup.", "governor"),
        ("They met award-winning author Tom Reyes on Monday.", "author"),
        ("Norway’s vice-transport minister Ada Lund-Berg spoke.", "vice transport minister"),
    ],
)
def test_which_holder_and_how_good_is_no_part_of_the_office(text, office):
    assert [role.office for role in roles_of(text)] == [office]


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("Anna Lund, now the ambassador to Rome, spoke on Monday.", "the ambassador to Rome", RoleStatus.CURRENT),
        ("Anna Lund, once the mayor of Oslo, spoke on Monday.", "once the mayor of Oslo", RoleStatus.FORMER),
    ],
)
def test_an_adverb_before_a_description_dates_it(text, role, status):
    (found,) = roles_of(text)
    assert (found.text, found.status) == (role, status)


def test_what_somebodys_father_was_is_not_said_of_the_daughter():
    text = "Ida Marsh, the daughter of former Finance Minister Jan Marsh, won on Monday."
    assert [(role.office, role.status) for role in roles_of(text, "Ida Marsh")] == [("daughter", RoleStatus.CURRENT)]
    assert [(role.office, role.status) for role in roles_of(text, "Jan Marsh")] == [
        ("finance minister", RoleStatus.FORMER)
    ]


def test_a_name_that_opens_a_clause_about_an_office_does_not_hold_it():
    text = "Tom Reyes spoke on Monday. The federal judge Reyes was referring to is Anna Lund."
    assert roles_of(text, "Tom Reyes") == []


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether he would counsel Lund to go, the senator smiled.",
        "If Anna Lund had become governor of Ohio, nobody would have cared.",
        "Nobody asked whether Anna Lund is the nominee of the party.",
        "Anna Lund was friends with the mayor for quite a while.",
        "The actress played Lara in “Doctor Lund.” Anna Lund applauded.",
        "Few believed in the prospects of a President Anna Lund.",
    ],
)
def test_what_is_not_so_is_no_role(text):
    assert roles_of(text) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Tom Reyes, a Republican and Anna Lund's chief strategist, spoke.",
         [("republican", None, "current"), ("chief strategist", "Anna Lund", "current")]),
        ("MSNBC anchor and news correspondent Tom Reyes spoke.",
         [("anchor", "MSNBC", "current"), ("news correspondent", "MSNBC", "current")]),
        ("Tom Reyes, a former aide to Anna Lund and director at Acme, spoke.",
         [("aide", "Anna Lund", "former"), ("director", "Acme", "current")]),
        ("Former Acme CEO and presidential candidate Tom Reyes spoke.",
         [("chief executive", "Acme", "former"), ("presidential candidate", None, "current")]),
    ],
)  # fmt: skip
def test_joined_roles_share_only_what_both_can_have(text, roles):
    assert [(each.office, each.organization, each.status) for each in roles_of(text, "Tom Reyes")] == roles


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland's prime minister at the time, Tom Reyes, rejected the plan.", RoleStatus.FORMER),
        ("Tom Reyes, Anna Lund’s fired campaign manager, spoke.", RoleStatus.FORMER),
    ],
)
def test_what_was_so_at_the_time_is_former(text, status):
    assert [each.status for each in roles_of(text, "Tom Reyes")] == [status]


def test_a_description_between_two_names_belongs_to_one_of_them():
    text = "According to Lund, the head of the group in Oslo, Peter Marsh, called for a vote."
    assert [role.text for role in roles_of(text, "Peter Marsh")] == ["the head of the group in Oslo"]
    assert roles_of(text, "Lund") == []


def test_two_roles_joined_by_and_are_two():
    roles = roles_of("Anna Lund, the chairwoman and chief executive of Norland Bank, spoke on Monday.")
    assert [(role.office, role.organization) for role in roles] == [
        ("chairwoman", "Norland Bank"),
        ("chief executive", "Norland Bank"),
    ]


def test_former_goes_for_both_offices_that_it_stands_before():
    roles = roles_of("Anna Lund, a former governor and senator, spoke on Monday.")
    assert [(role.office, role.status) for role in roles] == [
        ("governor", RoleStatus.FORMER),
        ("senator", RoleStatus.FORMER),
    ]


def test_a_title_in_the_plural_is_everybodys_in_its_list():
    text = "Sens. Anna Lund and Tom Reyes voted on Monday."
    assert [role.office for role in roles_of(text, "Anna Lund")] == ["senator"]
    assert [role.office for role in roles_of(text, "Tom Reyes")] == ["senator"]


def test_the_next_of_a_list_is_no_description():
    text = "Vice President Joe Marsh, Defense Secretary Ash Lund and Gen. Tom Reyes met on Monday."
    assert [role.text for role in roles_of(text, "Joe Marsh")] == ["Vice President"]


def test_somebody_else_who_speaks_is_no_description():
    assert roles_of("The group wanted to stop Anna Lund, the officer said.", "Anna Lund") == []


def test_forms_of_address_are_no_roles_but_a_degree_is():
    assert roles_of("Mr. Lund spoke to Mrs. Marsh on Monday.") == []
    assert [role.office for role in roles_of("Dr. Anna Lund spoke on Monday.")] == ["doctor"]


def test_a_role_knows_the_mention_it_stands_with():
    article = Article.from_text("Anna Lund spoke. Mayor Lund was tired.")
    (role,) = analyze(article).people[0].roles
    assert role.mention is not None
    assert article[role.mention] == "Lund"
    assert role.span.end < role.mention.start


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Neurosurgeon Ben Marsh met speechwriter Ada Lund.", ["Neurosurgeon", "speechwriter"]),
        ("She met the limnologist Per Strand.", ["limnologist"]),
        ("She met Lt. Gov. Ana Ruiz on Monday.", ["Lt. Gov."]),
        ("They met Norland Party Chair Rep. Deb Lund.", ["Norland Party Chair", "Rep."]),
        ("They met the five-star Gen. Per Strand on Monday.", ["five-star Gen."]),
        ("OSLO, Norlandia - Sen. Ada Lund spoke.", ["Sen."]),
        ("The candidate former Gov. Ada Lund spoke.", ["candidate", "former Gov."]),
        ("Many came from the White House - including her campaign chairman Jan Berg.", ["her campaign chairman"]),
        ("More trials are under review Acme board member Ada Lund said.", ["Acme board member"]),
    ],
)
def test_a_title_before_a_name_begins_and_ends_where_its_words_do(text, roles):
    assert sorted(each.text for each in roles_of(text)) == sorted(roles)


@pytest.mark.parametrize(
    "text",
    [
        "She quoted Leonardo da Vinci on Monday.",
        "He ran along with his fellow Oromos.",
        "In December, Man Monis took a walk.",
        "She was born at 5 pm Anna Lund said.",
    ],
)
def test_a_word_that_only_looks_like_a_title_is_none(text):
    assert roles_of(text) == []


def test_two_halves_of_a_body_are_not_two_roles():
    (role,) = roles_of("Jan Berg, head of the Guild of Masters and Pilots, spoke on Monday.")
    assert (role.office, role.organization) == ("head", "Guild of Masters and Pilots")


def test_an_opinion_of_the_holder_is_no_body():
    (role,) = roles_of("Presumptive Democratic nominee Ada Lund spoke on Monday.")
    assert (role.office, role.organization) == ("nominee", "Democratic")


@pytest.mark.parametrize(
    "listed",
    ["Ada Lund (R-Ohio), Jan Berg and Tom Reyes", "Ada Lund, Jan Berg or Tom Reyes"],
)
def test_a_title_in_the_plural_is_shared_past_brackets(listed):
    found = roles_of(f"She met Sens. {listed}.")
    assert [each.office for each in found] == ["senator"] * 3


def test_the_title_of_another_name_is_not_shared():
    text = "Ada Lind, an aide to former President Jan Berg and presidential candidate Per Strand, spoke."
    assert "candidate" not in "".join(each.text for each in roles_of(text, "Ada Lind"))


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("French President Ada Lund spoke.", "France"),
        ("Ada Lund, the president of France, spoke.", "France"),
        ("N.H. Gov. Ada Lund spoke.", "New Hampshire"),
        ("Ada Lund, a senator from the state of Utah, spoke.", "Utah"),
        ("U.K. Prime Minister Ada Lund spoke.", "Britain"),
        ("Ada Lund, the president of Ohio State University, spoke.", None),
        ("Senator Ada Lund spoke.", None),
    ],
)
def test_a_role_knows_its_country_or_state_by_name(text, country):
    assert [each.country for each in roles_of(text)] == [country]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Director of National Intelligence", "James Lund"),
        ("Minister for Foreign Affairs", "Julie Berg"),
        ("Secretary of State for Health", "Jeremy Holm"),
        ("Chancellor of the Exchequer", "Philip Storm"),
        ("Leader of the Opposition", "Anna Vance"),
    ],
)
def test_a_title_goes_on_to_the_name_behind_its_body(title: str, name: str) -> None:
    (person,) = analyze(Article.from_text(f"The talks ended, {title} {name} said.")).people
    assert (person.name, [role.text for role in person.roles]) == (name, [title])
