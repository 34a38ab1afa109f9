"""Pronouns and descriptions: the person they mean, or nobody where that is not clear."""

from __future__ import annotations

import re

import pytest

from editcheck import Article, MentionKind, analyze


def meant_by(text, word):
    """Return whom the last place of a word means, None for nobody."""
    start = [found.start() for found in re.finditer(rf"\b{word}\b", text)][-1]
    for person in analyze(Article.from_text(text)).people:
        for mention in person.mentions:
            if mention.span.start == start and mention.kind is not MentionKind.NAME:
                return person.name
    return None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Anna Lund opened the session. She was late.", "She", "Anna Lund"),
        ("Anna Lund met Peter Marsh on Monday. She was late.", "She", "Anna Lund"),
        ("Peter Marsh said he would come.", "he", "Peter Marsh"),
        ("In his first speech, Peter Marsh praised the town.", "his", "Peter Marsh"),
        ("Peter Marsh topped Tom Lund, who was 60 when he retired.", "he", "Tom Lund"),
        ("The idea came from Peter Marsh himself.", "himself", "Peter Marsh"),
        ("Senator Anna Lund spoke on Monday. Nobody clapped when the senator left.", "the senator", "Anna Lund"),
        ("Anna Lund said Peter Marsh told her sister that she was late.", "she", "Anna Lund"),
        ("Peter Marsh has said of Tom Lund that he was late.", "he", "Peter Marsh"),
        ("While he agreed with the plan, Peter Marsh voted against it.", "he", "Peter Marsh"),
        ("Asked by Tom Lund whether he agreed, Peter Marsh shook his head.", "he", "Peter Marsh"),
        ("As for Peter Marsh, he was late.", "he", "Peter Marsh"),
        ("According to Peter Marsh, a plan of Tom Lund fell. He added that nobody cared.", "He", "Peter Marsh"),
        ("Senator Anna Lund spoke on Monday. “We need it. We want it. We shall have it. Now,” she said.", "she",
         "Anna Lund"),
        ("Peter Marsh praised the plan that Tom Lund wrote. He was late.", "He", "Peter Marsh"),
        ("Peter Marsh voted no. After a talk with Tom Lund, he told Jan Berg why.", "he", "Peter Marsh"),
        ("Peter Marsh was late. He told Tom Lund why.", "He", "Peter Marsh"),
        ("Robin Hale was late. A reporter asked Hale for her reasons. She smiled.", "She", "Robin Hale"),
        ("President Obama met Anna Lund. He was late.", "He", "Obama"),
        ("Gov. Peter Marsh of Ohio was late. The Ohio governor said he was sorry.", "The Ohio governor", "Peter Marsh"),
        ("Anna Lund spoke on Monday. The billionaire said nothing new.", "The billionaire", "Anna Lund"),
        ("Anna Lund spoke on Monday. But the former chief executive of Acme said nothing new.",
         "the former chief executive", "Anna Lund"),
        ("Texas Sen. Anna Lund and Sen. Peter Marsh like music. The Ohio senator was late.",
         "The Ohio senator", "Peter Marsh"),
        ("Barack Obama met Angela Merkel. The German chancellor was late.", "The German chancellor", "Angela Merkel"),
        ("Anna Lund wrote to Vladimir Putin. Nothing moved the Russian leader.", "the Russian leader",
         "Vladimir Putin"),
        ("The plan was backed by Anna Lund, who praised Eva Marsh. She was late.", "She", "Anna Lund"),
        ("Peter Marsh asked Tom Lund for a date. “In May,” he told Marsh.", "he", "Tom Lund"),
        ("Anna Lund left Rome. The self-proclaimed monk said nothing new.", "The self-proclaimed monk", "Anna Lund"),
        ("New World Bank President Peter Marsh met Jan Berg. The World Bank president was late.",
         "The World Bank president", "Peter Marsh"),
        ("Obama spoke on Monday. The president said nothing new.", "The president", "Obama"),
        ("Anna Lund spoke. “This is it. We sing, we win,” the Democratic nominee riffed.", "the Democratic nominee",
         "Anna Lund"),
        ("Senator Anna Lund spoke, as had Senator Tom Reyes. The senator said more on Monday.", "The senator",
         "Anna Lund"),
        ("South Korean President Yoon Hae spoke.\n\nSouth Korea’s president was angry.", "South Korea’s president",
         "Yoon Hae"),
    ],
)  # fmt: skip
def test_a_reference_leads_to_the_person(text, word, name):
    assert meant_by(text, word) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Anna Lund spoke on Monday. He was late.", "He"),
        ("Tom Lund and Peter Marsh spoke on Monday. He was late.", "He"),
        ("Anna Lund spoke on Monday. “She is wrong,” Peter Marsh said.", "She"),
        ("Senator Anna Lund met Senator Tom Reyes. Nobody saw the senator leave.", "the senator"),
        ("A voter from Ohio spoke on Monday, and so did Peter Marsh’s brother. He was late.", "He"),
        ("An official said he had met Peter Marsh.", "he"),
        ("Peter Marsh spoke on Monday. A voter said he was late.", "he"),
        ("Anna Lund spoke on Monday. The businessman left early.", "The businessman"),
        ("A candidate fell ill. Anna Lund spoke on Monday. The candidate left early.", "The candidate"),
        ("Anna Lund spoke on Monday. The mayor said nothing new.", "The mayor"),
        ("Anna Lund spoke on Monday. The moderator said nothing new.", "The moderator"),
        ("President Obama met Jan Berg. The French president said nothing new.", "The French president"),
        ("Sen. Anna Lund (R-Iowa) likes music. The Ohio senator was late.", "The Ohio senator"),
        ("Peter Marsh, an adviser, left early. The candidate said nothing new.", "The candidate"),
        ("Anna Lund left early. The former adviser said nothing new.", "The former adviser"),
        ("Mayor Anna Lund met Peter Marsh. The Texas senator was late.", "The Texas senator"),
        ("President Anna Lund met Jan Berg. The French president stayed away.", "The French president"),
    ],
)
def test_what_is_not_clear_means_nobody(text, word):
    assert meant_by(text, word) is None


def test_words_without_stops_are_no_sentence_to_tell_whom_he_means():
    text = "Anna Hartley said she saw her and " * 70 + "left"
    mentions = [each for person in analyze(Article.from_text(text)).people for each in person.mentions]
    assert {each.kind for each in mentions} == {MentionKind.NAME}
