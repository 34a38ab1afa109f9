"""Pronouns and descriptions: the person they mean, or nobody where that is not clear."""

from __future__ import annotations

import pytest

from editcheck import Article, MentionKind, analyze


def meant_by(text, word):
    """Return whom the last place of a word means, None for nobody."""
    start = text.rindex(word)
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
        ("President Anna Lund met Jan Berg. The French president stayed away.", "The French president"),
    ],
)
def test_what_is_not_clear_means_nobody(text, word):
    assert meant_by(text, word) is None
