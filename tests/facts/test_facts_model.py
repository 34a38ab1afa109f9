"""What all checkers ask of the facts: found by search, for articles have thousands of quotations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editcheck import Facts, Purpose, QuotedText, Span

_SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def quoted(content: Span, purpose: Purpose) -> QuotedText:
    marks = Span(content.start, content.start), Span(content.end, content.end)
    return QuotedText(*marks, content, purpose)


@given(st.lists(st.builds(quoted, _SPANS, st.sampled_from(Purpose)), max_size=8), _SPANS)
def test_words_are_quoted_speech_where_one_quotation_holds_them_all(marks: list[QuotedText], span: Span) -> None:
    told = Facts(quoted=tuple(marks)).is_quoted(span)
    assert told == any(span in each.content for each in marks if each.purpose is Purpose.SPEECH)
