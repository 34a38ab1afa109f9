"""What all checkers ask of the facts: found by search, for articles have thousands of quotations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editcheck import Facts, Purpose, Quotation, QuotationKind, QuotedText, Sentence, Source, SourceKind, Span, Token

_SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def quoted(content: Span, purpose: Purpose) -> QuotedText:
    marks = Span(content.start, content.start), Span(content.end, content.end)
    return QuotedText(*marks, content, purpose)


def quotation(content: list[Span], *, named: bool) -> Quotation:
    source = Source(Span(0, 4), "Lind", SourceKind.NAMED) if named else None
    return Quotation(QuotationKind.INDIRECT, tuple(content), None, source)


@given(st.lists(st.builds(quoted, _SPANS, st.sampled_from(Purpose)), max_size=8), _SPANS)
def test_words_are_quoted_speech_where_one_quotation_holds_them_all(marks: list[QuotedText], span: Span) -> None:
    told = Facts(quoted=tuple(marks)).is_quoted(span)
    assert told == any(span in each.content for each in marks if each.purpose is Purpose.SPEECH)


@given(st.lists(st.builds(quotation, st.lists(_SPANS, min_size=1), named=st.booleans()), max_size=8), _SPANS)
def test_words_are_credited_where_a_quotation_with_a_source_holds_them(said: list[Quotation], span: Span) -> None:
    told = Facts(quotations=tuple(said)).is_credited(span)
    assert told == any(span in part for each in said if each.source is not None for part in each.content)


@given(st.lists(st.integers(0, 3), max_size=8), st.integers(0, 40))
def test_a_token_is_found_by_any_of_its_characters_and_not_beside_it(gaps: list[int], offset: int) -> None:
    tokens, at = [], 0
    for gap in gaps:
        start = at + gap
        at = start + 2
        tokens.append(Token("ab", Span(start, at), "ab", "NOUN", "NN", "dep", 0, ""))
    found = Sentence(Span(0, at), tuple(tokens), 0).token_at(offset)
    assert found == next((index for index, token in enumerate(tokens) if offset in token.span), None)
