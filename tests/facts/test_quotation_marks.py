"""Quotation marks: what pairs with what, what is no mark, and which marks do not fit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editcheck import Article, Span
from editcheck.article import Block, BlockKind, Markup
from editcheck.facts.quotation_marks import find_quoted


def quoted(text: str) -> list[str]:
    article = Article.from_text(text)
    return [article[each.content] for each in find_quoted(article).quoted]


def problems(text: str) -> list[tuple[str, str]]:
    article = Article.from_text(text)
    return [(each.kind, article[each.span]) for each in find_quoted(article).problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We open at nine," the baker said.', ["We open at nine,"]),
        ("“We open at nine,” the baker said.", ["We open at nine,"]),
        ("‘We open at nine,’ the baker said.", ["We open at nine,"]),
        ("'We open at nine,' the baker said.", ["We open at nine,"]),
        ("«We open at nine», the baker said.", ["We open at nine"]),
        ("„We open at nine“, the baker said.", ["We open at nine"]),
        ("''We open at nine,'' the baker said.", ["We open at nine,"]),
        ("“No,” she said. “Never.”", ["No,", "Never."]),
        ('He said--"no"--and left.', ["no"]),
        ("The (“so-called”) reform", ["so-called"]),
        ("“I [would] do it … again,” he wrote.", ["I [would] do it … again,"]),
    ],
)
def test_every_convention_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert problems(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The miners’ strike and the company's plan don't mix.",
        "The '90s, the ’08 crash and the ‘60s were bad years for rock ’n’ roll.",
        "Get 'em while they're hot; 'tis the season, 'til dawn.",
        "He is 5' 10\" tall, she is 5’4” and the door is 6'2\".",
        'A 12" pipe is wider than a 6" one.',
        "Sana‘a, Hawai‘i and the sheikh ‘Abd al-Rahman",
        "Goin’ home, workers’ rights, Jess’ house.",
    ],
)
def test_apostrophes_decades_primes_and_names_are_no_marks(text: str) -> None:
    assert quoted(text) == []
    assert problems(text) == []


def test_a_title_of_minutes_and_seconds_is_closed() -> None:
    marks = find_quoted(Article.from_text('They sat through the silent "4\'33", a piece by Cage.'))
    assert len(marks.quoted) == 1
    assert marks.problems == ()


def test_inches_inside_a_quotation_leave_it_whole() -> None:
    assert quoted('"He used a 6" pipe," she said.') == ['He used a 6" pipe,']


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘I back the ministers’ plan,’ she said.") == ["I back the ministers’ plan,"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me, ‘Stay away,’ and I did,” she said.", "Stay away,"),
        ("‘He told me, “Stay away,” and I did,’ she said.", "Stay away,"),
        ("''He told me, 'Stay away,' and I did,'' she said.", "Stay away,"),
        ("“He told me, ‘Stay away.’”", "Stay away."),
    ],
)
def test_nested_quotations_know_their_depth(text: str, inner: str) -> None:
    article = Article.from_text(text)
    outer, nested = find_quoted(article).quoted
    assert (outer.depth, nested.depth) == (0, 1)
    assert article[nested.content] == inner
    assert nested.content in outer.content


class TestSeveralParagraphs:
    def test_an_opening_mark_each_and_a_closing_mark_at_the_end(self) -> None:
        text = "“First we walked.\n\n“Then we ran.\n\n“Then we slept,” she said."
        article = Article.from_text(text)
        first, second, third = find_quoted(article).quoted
        assert [each.closing is None for each in (first, second, third)] == [True, True, False]
        assert [each.continues for each in (first, second, third)] == [False, True, True]
        assert article[second.content] == "Then we ran."
        assert problems(text) == []

    def test_opened_once_and_closed_once_as_in_a_letter(self) -> None:
        text = "The letter reads: “Dear all,\n\nthe shop is closed.\n\nYours, the owners.”"
        article = Article.from_text(text)
        pieces = find_quoted(article).quoted
        assert [article[each.content] for each in pieces] == ["Dear all,", "the shop is closed.", "Yours, the owners."]
        assert problems(text) == []

    def test_captions_between_do_not_break_a_quotation(self) -> None:
        text = "“First we walked.\n\nA road near Alton.\n\n“Then we ran,” she said."
        plain = Article.from_text(text)
        one, two, three = (block.span for block in plain.blocks)
        blocks = (Block(BlockKind.PARAGRAPH, one), Block(BlockKind.CAPTION, two), Block(BlockKind.PARAGRAPH, three))
        article = Article(plain.text, blocks, plain.source, plain.scope, plain.pieces)
        assert find_quoted(article).problems == ()
        assert find_quoted(article).quoted[-1].continues


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("“We open at nine, the baker said.", "unclosed", "“"),
        ('She called it "a disgrace and left.', "unclosed", '"'),
        ("He said, “They told me, ‘Go away at once.”", "unclosed", "‘"),
        ("We open at nine,” the baker said.", "unopened", "”"),
        ('We open at nine," the baker said.', "unopened", '"'),
    ],
)
def test_marks_without_a_partner_are_reported(text: str, kind: str, where: str) -> None:
    assert problems(text) == [(kind, where)]


@pytest.mark.parametrize(
    "text",
    [
        "“We open,” he says,” and we close.”",
        '"We open," he says," and we close."',
        "“We open,” he says:” Come.” He left.",
    ],
)
def test_a_mark_that_faces_the_wrong_way_is_one_fault(text: str) -> None:
    assert [kind for kind, _ in problems(text)] == ["unopened"]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_that_opens_again_in_its_paragraph_was_not_left_open_for_the_next(marks: str) -> None:
    opening, closing = marks
    text = f"{opening}It rained, she said. {opening}We stayed in.{closing}\n\n{opening}Nobody complained.{closing}"
    assert problems(text) == [("unclosed", opening)]


def test_two_quotations_without_an_opening_are_two_faults() -> None:
    assert len(problems("We open,” she said. We close,” he said.")) == 2
    assert len(problems("“We open,” she said. We close,” he said. We rest,” they said.")) == 2


def test_the_mark_that_is_reported_is_the_one_without_a_partner() -> None:
    article = Article.from_text("“We open, he said. “We close,” she said.")
    (problem,) = find_quoted(article).problems
    assert problem.span == Span(0, 1)


@pytest.mark.parametrize(
    "text",
    [
        '"We open at nine,”',
        '“We open at nine,"',
        "“We open at nine,''",
        "“We open at nine.’",
        "‘We open at nine.”",
        "”We open at nine,”",
        "“We open at nine,“",
    ],
)
def test_marks_that_differ_within_a_pair_are_reported_with_what_they_hold(text: str) -> None:
    assert problems(f"{text} he said.") == [("mismatched", text)]


def test_attributes_of_markup_taken_for_text_are_no_quotations() -> None:
    text = '<tweet author="@baker" date="2016-12-02">We open at nine</tweet>'
    assert quoted(text) == []
    assert problems(text) == []


def test_q_elements_need_no_marks() -> None:
    plain = Article.from_text("We open at nine, the baker said.")
    markup = (Markup("q", Span(0, 15)),)
    article = Article(plain.text, plain.blocks, plain.source, plain.scope, plain.pieces, markup=markup)
    (piece,) = find_quoted(article).quoted
    assert article[piece.content] == "We open at nine"
    assert piece.closing == Span(15, 15)


def test_time_grows_with_the_text_and_no_faster() -> None:
    hostile = "'s s' \"a ‘b " * 20_000
    assert find_quoted(Article.from_text(hostile)) is not None


def test_edited_copy_has_next_to_no_marks_without_a_partner(shared) -> None:
    texts = sorted((shared / "corpora" / "polnear" / "text").glob("*.txt"))[:200]
    found = [
        problem
        for path in texts
        for problem in find_quoted(Article.from_text(path.read_text(encoding="utf-8"))).problems
        if problem.kind != "mismatched"
    ]
    assert len(found) <= 0.06 * len(texts)


PARTS = ["say", "it", "'s", "don't", "“", "”", '"', "‘", "’", "'", "''", "«", "»", ",", ".", " ", " ", "\n\n", "6"]
words = st.lists(st.sampled_from(PARTS), max_size=60)


@given(words)
@example(["“", "‘", "”", "say", "“"])
@example(["“", "‘", "”", "say", "‘"])
def test_whatever_the_text_pairs_are_nested_and_everything_lies_in_it(parts: list[str]) -> None:
    article = Article.from_text("".join(parts))
    marks = find_quoted(article)
    for each in marks.quoted:
        assert each.opening.end <= each.content.start <= each.content.end <= len(article.text)
        assert article.block_at(each.opening) == article.block_at(max(each.content.end - 1, each.opening.start))
    for first, second in pairwise(marks.quoted):
        end = first.closing.end if first.closing is not None else first.content.end
        assert second.opening.start >= end or second.content.end <= end
    taken = {each.opening for each in marks.quoted} | {each.closing for each in marks.quoted}
    assert not any(problem.span in taken for problem in marks.problems if problem.kind != "mismatched")


def test_a_block_of_nothing_but_marks_does_not_take_the_square_in_time() -> None:
    glyphs = "“‘»”\"«’„'‚›‹"
    text = "".join(glyphs[(index * index + index // 7) % len(glyphs)] for index in range(200_000))
    found = find_quoted(Article.from_text(text)).quoted
    assert all(text[each.opening.start] in glyphs and each.content.end <= len(text) for each in found)
    assert len(found) > 10_000


def test_a_stray_mark_is_tied_to_the_nearest_marks_only() -> None:
    assert quoted("“The plan of the ministers’ aides is so.’ That is all.") == [
        "The plan of the ministers’ aides is so."
    ]
    assert problems("“No. " + "The rules of ’t Hooft, " * 40) == [("unclosed", "“")]
