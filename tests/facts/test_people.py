"""Names of people: which words are one, and who is who."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editcheck import Article, MentionKind, analyze
from editcheck.article import Markup, Span


def people_of(text):
    return analyze(Article.from_text(text)).people


def names_in(text):
    article = Article.from_text(text)
    return [article[mention.span] for person in analyze(article).people for mention in person.names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Jean-Noël Barrault spoke on Monday.", "Jean-Noël Barrault"),
        ("Dr. Naomi Okafor's study was praised on Monday.", "Naomi Okafor"),
        ("Justice Minister Ard van der Meer resigned on Monday.", "Ard van der Meer"),
        ("The analyst Omar al-Momani wrote the paper.", "Omar al-Momani"),
        ("President Kim Jong Sun met reporters on Monday.", "Kim Jong Sun"),
        ("The deputy minister Park Min-ho warned him.", "Park Min-ho"),
        ("Chairman Martin Hart Jr. opened the session.", "Martin Hart Jr."),
        ("William J. Hartley said so on Monday.", "William J. Hartley"),
        ("NATO Secretary-General Mark Ruiter posted a photo.", "Mark Ruiter"),
        ("Virginia Gov. Terry Hartley walked back his comments.", "Terry Hartley"),
        ("The party’s Chief of Staff Anna Hartley explained the plan.", "Anna Hartley"),
        ("U.S. President Martin Hart spoke on Monday.", "Martin Hart"),
        ("The plan of fellow Kentuckian Paul Hart failed on Monday.", "Paul Hart"),
        ("Voters saw a culprit in Anna Hartley Oakes.", "Anna Hartley Oakes"),
        ("“It is hard,” said Will Hartley, a professor of law.", "Will Hartley"),
        ("“No,” said Don Hartley, the party’s chairman.", "Don Hartley"),
        ("The monk Don Carlos spoke on Monday.", "Carlos"),
        ("-Anna Hartley explains why the polls were off.", "Anna Hartley"),
        ("Anna Hartley:“We knew it,” she said.", "Anna Hartley"),
        ("The report was written by Anna Hartley(Bremen) on Monday.", "Anna Hartley"),
    ],
)
def test_a_name_is_without_title_and_possessive(text, name):
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Hartley Foundation gave money to Bremen University on Monday.",
        "She went to Sarah Lawrence College, and stayed at the Martin Hotel.",
        "Dortmund beat Leverkusen in Hamburg on Saturday.",
        "Hundreds of Greeks protested in Athens, Twitter said.",
        "The House of Representatives passed the Clean Air Act on Monday.",
    ],
)
def test_bodies_places_and_peoples_are_nobody(text):
    assert names_in(text) == []


def test_a_bare_surname_is_found_wherever_it_stands():
    text = "Arturo Vidanes scored twice.\n\nVidanes was happy, and Bremen pressed Vidanes hard. Vidanes' header won it."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Arturo Vidanes", "Vidanes", "Vidanes", "Vidanes"]


def test_a_surname_inside_the_name_of_a_body_is_not_the_person():
    text = "Anna Hartley spoke on Monday. The Hartley Foundation paid. Critics of the Hartley family stayed away."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Anna Hartley"]


def test_a_surname_in_the_name_of_a_firm_is_not_the_person():
    text = "Anna Hartley spoke on Monday. The poll was made with Hartley & Company on Tuesday."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Anna Hartley"]


def test_a_verb_before_a_name_is_no_part_of_it():
    text = "Anna Hartley said that she would stay.\n\n“Deport Anna Hartley” was the headline. Hartley smiled."
    assert [person.name for person in people_of(text)] == ["Anna Hartley"]


def test_a_word_that_the_article_has_in_lower_case_is_no_given_name():
    text = "Anna Hartley said that opponents want to dump her. They call it the Dump Hartley campaign."
    assert [person.name for person in people_of(text)] == ["Anna Hartley"]


def test_a_misspelt_surname_is_still_its_owners():
    text = "Senator Steve Sweeney spoke on Monday.\n\n“It was hard,” Sweeny said after the event. Swedes were glad."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Steve Sweeney", "Sweeny"]


@pytest.mark.parametrize(
    "sentence",
    [
        "While Sandars waited, Rain fell.",
        "Sandars has left.",
        "“It was hard,” Sandars said.",
        "Nobody asked about Sandars.",
        "They found Sandars leading in May.",
    ],
)
def test_a_misspelt_surname_is_found_whatever_the_tagger_takes_it_for(sentence):
    (person,) = people_of(f"Senator Bernard Sanders spoke on Monday.\n\n{sentence}")
    assert [mention.text for mention in person.names] == ["Bernard Sanders", "Sandars"]


@pytest.mark.parametrize("sentence", ["Hunger grew in the north.", "Leaders said so.", "The Huntar Foundation paid."])
def test_other_words_one_letter_off_a_surname_are_nobody(sentence):
    people = people_of(f"Senator Duncan Hunter met Senator Tom Leader on Monday.\n\n{sentence}")
    assert sum(len(person.names) for person in people) == 2


def test_a_word_that_opens_a_sentence_is_no_given_name():
    text = "Hillary Clanton spoke on Monday.\n\nSays Clanton would lose; the poll was wrong."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Hillary Clanton", "Clanton"]


def test_names_stated_by_the_markup_need_no_evidence():
    text = "zed k. plume spoke on Monday."
    article = replace(Article.from_text(text), markup=(Markup("person", Span(0, 12)),))
    assert [person.name for person in analyze(article).people] == ["zed k. plume"]


def test_the_surname_stands_first_in_korea_and_last_elsewhere():
    people = people_of(
        "South Korean minister Kim Min-ho spoke on Monday. Dr. Soyeon Kim, a scholar, disagreed. "
        "Chinese President Xi Jinping stayed away."
    )
    assert [(person.name, person.surname) for person in people] == [
        ("Kim Min-ho", "Kim"),
        ("Soyeon Kim", "Kim"),
        ("Xi Jinping", "Xi"),
    ]


def test_double_surnames_and_particles_lead_to_one_person():
    text = (
        "President Enrique Peña Nieto spoke on Monday. Peña Nieto was tired. Peter de Beer, an economist, agreed. "
        "“Prices fall,” de Beer said."
    )
    people = people_of(text)
    assert [[mention.text for mention in person.names] for person in people] == [
        ["Enrique Peña Nieto", "Peña Nieto"],
        ["Peter de Beer", "de Beer"],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("William Hartley", "Bill Hartley"),
        ("George W. Hartley", "George Hartley"),
        ("Jean-Noël Barrault", "Jean-Noel Barrault"),
        ("Volodymyr Kovalenko", "Volodymyr Kovalenco"),
    ],
)
def test_forms_of_one_name_are_one_person(first, second):
    assert len(people_of(f"Minister {first} spoke on Monday.\n\nMinister {second} was late.")) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Anna Hartley", "Peter Hartley"),
        ("George W. Hartley", "George H. Hartley"),
        ("Martin Hartley Sr.", "Martin Hartley Jr."),
        ("Peter Andersen", "Maria Anderson"),
    ],
)
def test_two_people_of_one_surname_stay_two(first, second):
    assert len(people_of(f"Minister {first} spoke on Monday.\n\nMinister {second} was late.")) == 2


def test_who_is_called_by_the_given_name_is_not_the_one_of_the_surname():
    text = "Donald Hartley spoke of Freddy Hartley.\n\nDonald Hartley smiled. Freddy had left. “No,” Mr. Hartley said."
    donald, freddy = people_of(text)
    assert [mention.text for mention in freddy.names] == ["Freddy Hartley", "Freddy"]
    assert len(donald.names) == 3


def test_the_capitals_of_a_headline_run_on_behind_a_name():
    text = "Hartley Speech Skewered By Critics\n\nAnna Hartley spoke on Monday."
    assert [person.name for person in people_of(text)] == ["Anna Hartley"]


def test_a_namesake_with_jr_is_another_where_the_first_was_called_in_full_without():
    text = "It rained. Nobody heard Tom Hartley. His son, Tom Hartley Jr., left. Tom Hartley was sad. Tom Jr. was not."
    assert [len(person.names) for person in people_of(text)] == [2, 2]


def test_jr_may_be_left_out_later_and_in_a_headline():
    text = "Tom Hartley heard.\n\nTom Hartley Jr. spoke on Monday. Nobody heard Tom Hartley."
    assert [len(person.names) for person in people_of(text)] == [3]


def test_a_form_of_address_tells_which_of_two_is_meant():
    text = "Peter Hartley met Anna Hartley on Monday.\n\nMrs. Hartley left early. Mr. Hartley stayed."
    by_name = {person.name: person for person in people_of(text)}
    assert [mention.text for mention in by_name["Anna Hartley"].names] == ["Anna Hartley", "Hartley"]
    assert by_name["Anna Hartley"].names[1].span.start < by_name["Peter Hartley"].names[1].span.start


def test_mr_and_president_are_not_the_wife_who_alone_is_named_in_full():
    people = people_of("President Obama laughed on Monday. Michelle Obama did not. Mr. Obama left.")
    assert [(person.name, len(person.names)) for person in people] == [("Obama", 2), ("Michelle Obama", 1)]


def test_the_president_of_a_surname_is_the_well_known_one_who_was():
    first, second = people_of("Hillary Clinton spoke on Monday. President Clinton smiled, and Mr. Clinton left.")
    assert [len(first.names), len(second.names)] == [1, 2]
    assert second.gender == "male"


def test_a_place_in_capitals_that_opens_a_report_is_nobody():
    text = "WASHINGTON (AP) — The actress Kerry Washington spoke on Monday. Washington smiled."
    (person,) = people_of(text)
    assert [mention.text for mention in person.names] == ["Kerry Washington", "Washington"]


@pytest.mark.parametrize(
    "text",
    [
        "Osama Nasrallah, also known as Abu Omari, was taken on Monday. Abu Omari was found in May.",
        "The rapper Zed Plumely, whose real name was Jason Onfroy, was shot on Monday. Onfroy was 20.",
    ],
)
def test_a_second_name_that_the_article_gives_is_the_same_person(text):
    (person,) = people_of(text)
    assert len(person.names) == 3


def test_ids_follow_the_first_mention():
    people = people_of("Anna Hartley met Peter Lund on Monday. Lund was late.")
    assert [(person.id, person.name) for person in people] == [("p1", "Anna Hartley"), ("p2", "Peter Lund")]


def test_mentions_are_in_the_order_of_the_text_and_slice_back():
    text = "Anna Hartley said she would come. Hartley was late."
    article = Article.from_text(text)
    (person,) = analyze(article).people
    assert [article[mention.span] for mention in person.mentions] == [mention.text for mention in person.mentions]
    assert [mention.kind for mention in person.mentions] == [MentionKind.NAME, MentionKind.PRONOUN, MentionKind.NAME]


def test_the_gender_is_told_by_the_given_name_or_the_form_of_address():
    people = people_of("Anna Hartley met Mr. Zedlow and Peter Lund on Monday, Xq Brandle said.")
    assert {person.name: person.gender for person in people}["Anna Hartley"] == "female"
    assert {person.name: person.gender for person in people}["Zedlow"] == "male"


def test_a_long_text_is_read_in_linear_time():
    text = "\n\n".join(f"Anna Hartley met Peter Lund{number % 7} on Monday." for number in range(300))
    assert people_of(text)[0].name == "Anna Hartley"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "British Prime Minister Theresa May spoke on May 3. In May, nobody did. May has gone.",
            ["Theresa May", "May"],
        ),
        ("Mrs May said no. May had lost.", ["May", "May"]),
        ("The play is by August Wilson, who wrote it in August.", ["August Wilson"]),
    ],
)
def test_a_month_that_is_a_name_is_a_name_and_no_time(text: str, mentions: list[str]) -> None:
    facts = analyze(Article.from_text(text, published="2016-10-24"))
    (person,) = facts.people
    names = person.names
    assert [each.text for each in names] == mentions
    assert not {each.span for each in facts.dates} & {each.span for each in names}
