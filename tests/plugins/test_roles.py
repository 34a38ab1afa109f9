"""The roles checker: its rules' examples, what they say, and the real article they were asked for."""

from __future__ import annotations

import json

import pytest

import editcheck_roles
from editcheck import Article, House, Options, Severity, analyze
from editcheck.testing import Expected, Invalid, RuleTester, examples

SWITCHED_OFF = frozenset(rule.id for rule in editcheck_roles.editcheck_rules() if rule.severity is Severity.OFF)


@pytest.mark.parametrize("case", examples(editcheck_roles), ids=str)
def test_example(case):
    case.run()


def annotations_of(text, **settings):
    article = Article.from_text(text, published="2024-10-24")
    options = Options(**{**settings, "off": SWITCHED_OFF | settings.get("off", frozenset())})
    return list(editcheck_roles.editcheck_check(article, analyze(article), options))


def test_a_conflict_names_the_person_and_both_roles_and_shows_the_first():
    RuleTester(editcheck_roles).run(
        "roles/conflicting-roles",
        invalid=[
            Invalid(
                "Former Norlandian prime minister Anna Lind spoke on Monday.\n\n"
                "Lind, [[the ambassador to Rome]], left.",
                (
                    Expected(
                        message="Anna Lind is “ambassador to Rome” here and was introduced as “Former Norlandian prime",
                        related=("Former Norlandian prime minister",),
                    ),
                ),
            )
        ],
    )


def test_two_ministries_are_a_conflict_and_a_ministry_with_a_seat_is_none():
    RuleTester(editcheck_roles).run(
        "roles/conflicting-roles",
        valid=["Finance Minister Anna Lind spoke on Monday.\n\nLind, a member of parliament, left early."],
        invalid=["Finance Minister Anna Lind spoke on Monday.\n\nThe plan is dead, [[Foreign Minister]] Lind said."],
    )


@pytest.mark.parametrize(
    ("first", "later", "found"),
    [
        ("French President Anna Lind spoke.", "Danish President Lind left.", True),
        ("Ohio Sen. Anna Lind spoke.", "Lind, a senator from Utah, left.", True),
        ("Ohio Sen. Anna Lind spoke.", "Lind, the U.S. senator, left.", False),
        (
            "English lawmaker and British Foreign Minister Anna Lind spoke.",
            "English Foreign Minister Lind left.",
            False,
        ),
        ("Korean President Anna Lind spoke.", "South Korean President Lind left.", False),
        ("U.S. Ambassador Anna Lind spoke.", "Lind, the ambassador to Norway, left.", False),
        ("French President Anna Lind spoke.", "Lind had been the Danish president until 1990.", False),
    ],
)
def test_one_office_in_two_countries_is_a_conflict(first, later, found):
    rules = [each.rule for each in annotations_of(f"{first}\n\nRain fell.\n\n{later}")]
    assert rules == ["roles/conflicting-roles"] * found


@pytest.mark.parametrize(
    "between",
    [
        "Lind resigned in May.",
        "Lind was appointed ambassador in May.",
        "In May Lind, who had been sacked, moved to Rome.",
        "Her resignation came in May.",
        "Jan Berg replaced Lind in May.",
    ],
)
def test_a_change_that_is_told_of_the_person_explains_two_offices(between):
    text = f"Finance Minister Anna Lind spoke on Monday.\n\n{between}\n\nThe plan is dead, Ambassador Lind said."
    assert [each.rule for each in annotations_of(text)] == []


@pytest.mark.parametrize(
    "between",
    [
        "Lind said that Jan Berg had resigned in May.",
        "Lind became tired.",
        "Lind succeeded in everything.",
        "Lind signed the treaty, and is now tired.",
    ],
)
def test_a_change_of_something_else_does_not(between):
    text = f"Finance Minister Anna Lind spoke on Monday.\n\n{between}\n\nThe plan is dead, Ambassador Lind said."
    assert [each.rule for each in annotations_of(text)] == ["roles/conflicting-roles"]


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("In 1998, Foreign Minister Lind signed the treaty.", []),
        ("Critics recalled Foreign Minister Lind’s 1998 speech.", []),
        ("Lind was foreign minister at the time.", []),
        ("Foreign Minister Lind, who wrote a book in 1998, was tired.", ["roles/conflicting-status"]),
        ("Foreign Minister Lind reads her 1998 book.", ["roles/conflicting-status"]),
        ("Foreign Minister Lind was tired of 2024.", ["roles/conflicting-status"]),
        ("Foreign Minister Lind has been tired since 2009.", ["roles/conflicting-status"]),
    ],
)
def test_a_past_year_makes_a_role_history_where_it_dates_its_clause(later, found):
    text = f"Former Norlandian foreign minister Anna Lind spoke on Monday.\n\n{later}"
    assert [each.rule for each in annotations_of(text)] == found


def test_an_office_that_the_first_mention_speaks_of_is_not_late():
    RuleTester(editcheck_roles).run(
        "roles/late-role",
        valid=[
            "Tom Reyes keeps his title of chairman.\n\nRain fell.\n\nThe town was quiet.\n\nReyes, the chairman, left.",
            "Nobody had asked Tom Reyes.\n\nRain fell.\n\nThe town was quiet.\n\nIt was Reyes's driver Reyes feared.",
        ],
        invalid=[
            "Chairman Jan Berg met [[Tom Reyes]] on Monday.\n\nRain fell.\n\nThe town was quiet.\n\nReyes, "
            "the chairman of Acme, left."
        ],
    )


LATER = "\n\nRain fell.\n\nThe town was quiet.\n\nMayor Tom Reyes left."


@pytest.mark.parametrize(
    ("first", "found"),
    [
        ("Nobody had asked Tom Reyes.", ["roles/late-role"]),
        ("Nobody had asked Tom Reyes of Acme.", []),
        ("Nobody had asked Acme’s Tom Reyes.", []),
        ("Nobody had asked the town’s Tom Reyes.", ["roles/late-role"]),
        ("Nobody had asked Tom Reyes in the 1990s.", []),
        ("“It was a bad day.” — Tom Reyes (@tomreyes) May 3, 2024", []),
        ("Nobody had asked Tom Reyes.\n\n* * *", []),
        ("Nobody had asked Tom Reyes.\n\n9:40 p.m.:", []),
        ("Nobody had asked Tom Reyes.\n\nFULL TEXT.", []),
    ],
)
def test_a_first_mention_may_do_without_a_role_where_it_says_whose_or_when_or_another_section_begins(first, found):
    assert [each.rule for each in annotations_of(first + LATER)] == found


def test_in_a_section_of_its_own_a_role_comes_late_all_the_same():
    text = f"The Latest:\n\n___\n\n11 a.m.\n\nNobody had asked Tom Reyes.{LATER}"
    (found,) = annotations_of(text)
    assert found.span.start == text.index("Tom Reyes")


def test_a_title_of_several_or_of_another_time_introduces_nobody():
    start = "Nobody had asked Tom Reyes.\n\nRain fell.\n\nThe town was quiet.\n\n"
    assert annotations_of(start + "Senators Reyes and Lind left.") == []
    assert annotations_of(start + "They spoke of Senator Reyes in 1987.") == []
    assert annotations_of("She lost to then-Senator Tom Reyes.\n\nRain fell.\n\nMayor Reyes smiled.") == []


def test_a_speakers_pronoun_tells_two_of_one_surname_apart():
    start = "Anna Lind met Peter Lind on Monday.\n\n"
    assert annotations_of(start + "Lind said he was glad.") == []
    assert [each.rule for each in annotations_of(start + "Lind said it was good.")] == ["roles/shared-surname"]


@pytest.mark.parametrize(
    ("first", "later", "repaired"),
    [
        ("Former Senator Ruth Vance spoke.", "All rose for [[Senator]] Vance.", "All rose for former Senator Vance."),
        ("Former Senator Ruth Vance spoke.", "Later [[Senator]] Vance rose.", "Later former Senator Vance rose."),
        ("Former Senator Ruth Vance spoke.", "[[Senator]] Vance rose.", "Former Senator Vance rose."),
        ("Harbour master Ruth Vance spoke.", "Ruth Vance, [[the former harbour master]], rose.",
         "Ruth Vance, the harbour master, rose."),
        ("Governor-elect Ruth Vance spoke.", "Then [[Governor]] Vance rose.", "Then Governor-elect Vance rose."),
        ("Governor Ruth Vance spoke.", "Then [[Governor-elect]] Vance rose.", "Then Governor Vance rose."),
        ("Police Chief Ruth Vance spoke.", "[[Acting Police Chief]] Vance rose.", "Police Chief Vance rose."),
    ],
)  # fmt: skip
def test_a_wrong_status_is_repaired_in_place(first, later, repaired):
    marked = Invalid(f"{first}\n\n{later}", (Expected(repaired=(repaired,)),))
    RuleTester(editcheck_roles).run("roles/conflicting-status", invalid=[marked])


def test_a_variant_is_repaired_in_the_spelling_used_more_often():
    RuleTester(editcheck_roles).run(
        "roles/name-variant",
        invalid=[
            Invalid(
                "Minister Viktor Kovalenko spoke. Kovalenko was late.\n\nViktor [[Kovalenco]] left.",
                (Expected(repaired=("Viktor Kovalenko left.",), related=("Kovalenko",)),),
            )
        ],
    )


def test_a_shared_surname_shows_both_bearers():
    (found,) = annotations_of("Anna Lind met Peter Lind on Monday.\n\nLind was in a good mood.")
    assert found.rule == "roles/shared-surname"
    assert {related.message for related in found.related} == {"Anna Lind", "Peter Lind"}


def test_the_keys_hold_facts_and_no_places():
    text = "Mayor Peter Holm opened the bridge on Monday.\n\nThe bridge cost too much, Senator Holm said."
    moved = text.replace("the bridge on", "the long and narrow bridge on")
    assert [each.keys for each in annotations_of(text)] == [("Peter Holm", "mayor", "senator")]
    assert [each.keys for each in annotations_of(moved)] == [("Peter Holm", "mayor", "senator")]


def test_a_rule_that_is_off_is_not_asked():
    text = "Mayor Peter Holm opened the bridge on Monday.\n\nThe bridge cost too much, Senator Holm said."
    assert annotations_of(text, off=frozenset({"roles/conflicting-roles"})) == []


def test_only_the_public_api_is_imported():
    from pathlib import Path

    for path in Path(editcheck_roles.__file__).parent.glob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("from editcheck.", "import editcheck.")):
                pytest.fail(f"{path.name} imports what is not public: {line}")


def test_the_real_article_is_judged_as_a_copy_editor_judged_it(shared):
    text = (shared / "articles/dprk-troops.txt").read_text(encoding="utf-8")
    expected = json.loads((shared / "articles/dprk-troops.expected.json").read_text(encoding="utf-8"))
    article = Article.from_text(text, published=expected["published"])
    found = list(editcheck_roles.editcheck_check(article, analyze(article), Options()))
    for wanted in (each for each in expected["must"] if each["rule"].startswith("roles/")):
        start = text.index(wanted["quote"], text.index(wanted["near"]))
        hits = [
            each
            for each in found
            if each.rule == wanted["rule"] and each.span.start < start + len(wanted["quote"]) and each.span.end > start
        ]
        assert hits, wanted
        assert any(wanted["related"] in article[each.span] for hit in hits for each in hit.related) or any(
            wanted["related"].startswith(article[each.span]) for hit in hits for each in hit.related
        )
    for spared in (each for each in expected["must_not"] if each["family"] == "roles"):
        start = text.index(spared["quote"])
        end = start + len(spared["quote"])
        serious = [each for each in found if each.severity.rank >= 2]
        assert not [each for each in serious if each.span.start < end and each.span.end > start]


def test_a_second_introduction_shows_the_first_and_offers_the_surname():
    RuleTester(editcheck_roles).run(
        "roles/double-introduction",
        valid=[
            "Lind, the mayor, opened the bridge.\n\nRain fell.\n\nMayor Anna Lind left early.",
            "Her rival Anna Lind spoke.\n\nRain fell.\n\nHer rival Anna Lind left early.",
            "Former Mayor Anna Lind spoke.\n\nRain fell.\n\nMayor Anna Lind left early.",
        ],
        invalid=[
            Invalid(
                "The gunman, Peter Holm, fled.\n\nRain fell.\n\nPolice found [[the gunman, Peter Holm]], at home.",
                (Expected(message="Peter Holm is introduced as “gunman” a second time"),),
            ),
            Invalid(
                "Mayor Anna Lind spoke on Monday.\n\nRain fell.\n\nThen [[Mayor Anna Lind]] left early.",
                (
                    Expected(
                        related=("Mayor Anna Lind",),
                        repaired=("Then Lind left early.",),
                    ),
                ),
            ),
        ],
    )


@pytest.mark.parametrize(
    "later",
    [
        "Correction: An earlier version said that Mayor George W. Lind was late.",
        "Jan Berg / Reuters\n\nMayor George W. Lind at the bridge.",
        "Mayor George H. W. Lind left early.",
    ],
)
def test_notes_captions_and_other_initials_are_no_second_introduction(later):
    text = f"Mayor George W. Lind opened the bridge.\n\nRain fell.\n\n{later}"
    assert "roles/double-introduction" not in [each.rule for each in annotations_of(text)]


def test_the_line_above_the_first_paragraph_introduces_nobody():
    text = "Mayor Anna Lind opens a bridge\n\nMayor Anna Lind opened the bridge on Monday.\n\nRain fell."
    for title in (None, "Mayor Anna Lind opens a bridge!"):
        article = Article.from_text(text, title=title, published="2024-10-24")
        assert not list(editcheck_roles.editcheck_check(article, analyze(article), Options()))


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("Mark Hart left early.", True),
        ("Mark Hart and his wife left early.", False),
        ("Mark Hart Jr. left early.", False),
        ("Electing Hart was a mistake.", False),
        ("Michael and Mark Hart left early.", False),
        ("Mark Hart left early. Mark Hart came back.", False),
        ("It was a mistake, Senator Mark Hart said.", False),
    ],
)
def test_a_first_name_that_stands_once_and_is_not_introduced_is_a_slip(later, found):
    text = f"Mayor Michael Hart opened the bridge. Hart was late.\n\nRain fell.\n\n{later}"
    rules = [each.rule for each in annotations_of(text)]
    assert ("roles/first-name-variant" in rules) is found


def test_a_wrong_first_name_is_repaired_with_the_one_that_was_introduced():
    RuleTester(editcheck_roles).run(
        "roles/first-name-variant",
        invalid=[
            Invalid(
                "Mayor Michael Hart spoke. Hart was late.\n\nRain fell.\n\n[[Mark]] Hart left early.",
                (
                    Expected(
                        message="Mark Hart is not introduced, and Michael Hart is",
                        related=("Michael Hart",),
                        repaired=("Michael Hart left early.",),
                    ),
                ),
            )
        ],
    )


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("They met Governor Anna Lind.", "They met Gov. Anna Lind."),
        ("They met Norlandian prime minister Anna Lind.", "They met Norlandian Prime Minister Anna Lind."),
        ("They met Anna Lind, the Prime Minister of Norland.", "They met Anna Lind, the prime minister of Norland."),
        ("They met Coach Anna Lind.", "They met coach Anna Lind."),
    ],
)
def test_a_title_is_written_as_the_house_list_has_it(text, repaired):
    RuleTester(editcheck_roles).run(
        "roles/title-style",
        valid=[repaired],
        invalid=[
            Invalid(_marked(text, repaired), (Expected(message="in the house style", repaired=(repaired,)),)),
        ],
    )


def _marked(text, repaired):
    """Mark the words in which two texts differ."""
    first, second = text.split(), repaired.split()
    where = [number for number, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    start, end = where[0], where[-1] + 1
    return " ".join([*first[:start], "[[" + " ".join(first[start:end]) + "]]", *first[end:]])


def test_the_house_says_how_titles_are_written():
    text = "They met Governor Anna Lind. Lind, the governor, was late."
    article = Article.from_text(text, published="2024-10-24")
    facts = analyze(article)
    found = list(editcheck_roles.title_style.find(article, facts, Options()))
    assert [(each.message, each.house.entry) for each in found] == [
        ("“Governor” is “Gov.” here in the house style", "governor")
    ]
    british = House(extra={"titles": {"governor": "Governor"}})
    assert not list(editcheck_roles.title_style.find(article, facts, Options(house=british)))
