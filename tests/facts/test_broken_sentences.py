"""The parser ends sentences where none ends, in the middle of a date or a name; facts are found all the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

import editcheck
from editcheck import Article, Config, Facts, Sentence
from editcheck.facts.analysis import _facts as facts_from

ARTICLE = Article.from_text(
    "The mill cost $3 million in 2019, and two hundred and ten thousand more from Oct. 12 to Nov. 3, 2021.\n\n"
    "“We asked for a roof,” said Zoe Brandl, the mill’s treasurer, on Tuesday, “and got 1.5 million bricks.”\n\n"
    "The Paper Workers Union (PWU) met Dr. Tobias Fenn Jr. at half past five. “Not one a.m. shift,” he told it.\n\n"
    "According to former mayor Ida Quill, nineteen ninety-four was the worst year. Quill’s successor will speak next "
    "week.",
    published="2024-10-24",
)


def broken(sentences: tuple[Sentence, ...], places: set[int]) -> tuple[Sentence, ...]:
    """Return the sentences, ended before some of their tokens too; `places` count all tokens."""
    out, number = [], 0
    for sentence in sentences:
        ends = [index for index in range(1, len(sentence.tokens)) if number + index in places]
        out += [
            _part(sentence, start, end) for start, end in zip([0, *ends], [*ends, len(sentence.tokens)], strict=True)
        ]
        number += len(sentence.tokens)
    return tuple(out)


def _part(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return some tokens as a sentence of their own; those that hung on others hang on its root."""
    kept = range(start, end)
    root = next((index for index in kept if sentence.tokens[index].head not in kept), start)
    root = next((index for index in kept if sentence.tokens[index].head == index), root)
    heads = [each if (each := sentence.tokens[index].head) in kept and index != root else root for index in kept]
    tokens = tuple(
        replace(sentence.tokens[index], head=head - start, dep="ROOT" if index == root else sentence.tokens[index].dep)
        for index, head in zip(kept, heads, strict=True)
    )
    span = tokens[0].span.cover(tokens[-1].span)
    return Sentence(span, tokens, sentence.block, tuple(each for each in sentence.entities if each.span in span))


def check(facts: Facts) -> None:
    """Check that what was found stands where it says."""
    found = [(each.span, each.text) for each in facts.dates]
    found += [(each.span, each.text) for person in facts.people for each in (*person.mentions, *person.roles)]
    for span, text in found:
        assert " ".join(ARTICLE[span].split()) == " ".join(text.split())


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_facts_are_found_wherever_sentences_end(data: st.DataObject) -> None:
    sentences = editcheck.analyze(ARTICLE).sentences
    tokens = sum(len(sentence.tokens) for sentence in sentences)
    check(facts_from(ARTICLE, broken(sentences, data.draw(st.sets(st.integers(1, tokens), max_size=12))), Config()))


def test_facts_are_found_with_every_token_a_sentence() -> None:
    sentences = editcheck.analyze(ARTICLE).sentences
    check(facts_from(ARTICLE, broken(sentences, set(range(1000))), Config()))


def test_a_number_in_two_sentences_is_one_number() -> None:
    sentences = editcheck.analyze(ARTICLE).sentences
    place = next(index for index, token in enumerate(sentences[0].tokens) if token.text == "million")
    facts = facts_from(ARTICLE, broken(sentences, {place}), Config())
    assert next(each.text for each in facts.dates) == "2019"
