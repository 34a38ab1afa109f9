"""Names that look like something else, and other things that look like names."""

from __future__ import annotations

import pytest

from editcheck import Article, analyze


def people(text):
    return {
        person.name: [mention.text for mention in person.mentions] for person in analyze(Article.from_text(text)).people
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is so,” she said. Dottie Deans, the chairwoman of the party, agreed.", "Dottie Deans"),
        ("“It is so,” said Al From, who led the group for years.", None),
        ("It was so in what Bay Holm, national treasurer for the campaign, called a mess.", "Bay Holm"),
        ("They quoted former Justice Potter Lund on Monday.", "Potter Lund"),
    ],
)
def test_a_surname_may_be_a_common_word(text, name):
    assert (name or "Al From") in people(text)


def test_a_common_word_that_is_a_surname_elsewhere_is_still_a_common_word():
    mentions = people("“It is so,” said Al From, who led the group.\n\nFrom Oslo came nothing. From agreed.")["Al From"]
    assert mentions.count("From") == 1


@pytest.mark.parametrize(
    "text",
    [
        "She read it in Mother Jones. Anna Jones did not.",
        "Nobody at the Ku Klux Klan would comment.",
        "The No Child Left Behind law is gone.",
        "She was heard at King Solomon Missionary Baptist Church on Monday.",
        "He owned the Miss Universe pageant.",
        "She drove past a veteran New Hampshire club.",
    ],
)
def test_works_bodies_and_contests_are_nobody(text):
    assert set(people(text)) <= {"Anna Jones"}
    assert all(mentions == ["Anna Jones"] for mentions in people(text).values())


def test_what_a_slogan_puts_before_a_name_is_no_part_of_it():
    found = people("Anna Lund spoke. The Stop Lund movement grew, and “Crooked Lund” was on every wall.")
    assert found == {"Anna Lund": ["Anna Lund", "Lund", "Lund"]}


def test_a_transcript_writes_its_speakers_in_capitals():
    found = people("Two people met.\n\nLESLEY STAHL: So it is true?\n\nANNA LUND: Well, yes.\n\nSTAHL: Is it?")
    assert found == {"LESLEY STAHL": ["LESLEY STAHL", "STAHL"], "ANNA LUND": ["ANNA LUND"]}


def test_a_run_of_capitals_ends_before_a_title_that_goes_on():
    found = people("It was sent to Lund Chief of Staff Cheryl Mills. Anna Lund was away.")
    assert found == {"Anna Lund": ["Lund", "Anna Lund"], "Cheryl Mills": ["Cheryl Mills"]}


@pytest.mark.parametrize(
    "rest",
    [
        "Vessler asked for more time. “It is too early,” Vessler said.",
        "Vessler, the union’s chief counsel, said that it was too early.",
        "Vessler said that she had not been asked.",
        "Vessler said that it was too early. He had not been asked.",
    ],
)
def test_a_surname_without_its_full_name_is_somebodys_who_does_what_only_people_do(rest):
    assert "Vessler" in people(f"The harbor was closed on Monday.\n\n{rest}")


@pytest.mark.parametrize(
    "rest",
    [
        "Nordhafen, the port’s oldest company, said that it was too early.",
        "Nordhafen said on Monday that it had not been asked. Anna Lund sold it, and she said no more.",
    ],
)
def test_a_company_that_speaks_is_nobody(rest):
    assert "Nordhafen" not in people(f"The harbor was closed on Monday.\n\n{rest}")
