"""What editcheck says about a sample, in the plain values of the benchmarks."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from corpora import Attribution, Sample, Span, Timex
from systems import FoundAcronym, FoundPerson

import editcheck
from editcheck.facts import Facts


@lru_cache(maxsize=1)
def _facts(text: str, published: str | None, title: str | None) -> Facts:
    article = editcheck.Article.from_text(text, published=published, title=title, language="en")
    if article.text != text:
        raise ValueError("editcheck changed the text, so that no offset of it fits")
    return editcheck.analyze(article)


def _facts_of(sample: Sample[Any]) -> Facts:
    return _facts(sample.text, sample.published, sample.title)


def _span(span: editcheck.Span) -> Span:
    return (span.start, span.end)


def quotations(sample: Sample[Any]) -> list[Attribution]:
    """Return the attributions that editcheck finds, speech or not."""
    return [
        Attribution(
            source=(_span(each.source.span),) if each.source else (),
            cue=(_span(each.cue),) if each.cue else (),
            content=tuple(map(_span, each.content)),
        )
        for each in _facts_of(sample).quotations
    ]


def dates(sample: Sample[Any]) -> list[Timex]:
    """Return the time expressions that editcheck finds."""
    return [Timex(_span(each.span), each.type, each.value) for each in _facts_of(sample).dates]


def people(sample: Sample[Any]) -> list[FoundPerson]:
    """Return the people that editcheck finds."""
    return [
        FoundPerson(
            mentions=tuple(_span(mention.span) for mention in each.mentions),
            roles=tuple(_span(role.span) for role in each.roles),
        )
        for each in _facts_of(sample).people
    ]


def acronyms(sample: Sample[Any]) -> list[FoundAcronym]:
    """Return the acronyms that editcheck finds, those of its house list among them."""
    return [FoundAcronym(each.form, each.long_form) for each in _facts_of(sample).acronyms]
