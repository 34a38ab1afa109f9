"""Whether what a checker gives is an annotation that can be shown: of a rule of its own, on words that are there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck.annotation import Annotation
from editcheck.host.plain import misfit
from editcheck.house import LISTS
from editcheck.near import choices, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editcheck.article import Article, Span

__all__ = ["problem_with"]


def problem_with(item: object, article: Article, rules: Collection[str]) -> str | None:
    """Return what is wrong with a result of a hook, or None. `rules` are the ids that it may speak for."""
    if not isinstance(item, Annotation):
        return f"{_shown(item)}, which is no editcheck.Annotation"
    odd = misfit(item, Annotation, "the annotation")
    if odd is not None:
        return f"an annotation that cannot be used: {odd}"
    problem = next(_problems(item, article, rules), None)
    return None if problem is None else f"an annotation of {item.rule!r} {problem}"


def _problems(item: Annotation, article: Article, rules: Collection[str]) -> Iterator[str]:
    if item.rule not in rules:
        yield f"which is no rule of its own{did_you_mean(item.rule, rules)}"
    if not item.message.strip():
        yield "without a message"
    if not 0 <= item.confidence <= 1:
        yield f"with confidence {item.confidence}, which is not between 0 and 1"
    if item.house is not None and item.house.list not in LISTS:
        yield f"for the house list {item.house.list!r}, which there is not{choices(item.house.list, LISTS)}"
    yield from _misplaced(item.span, article)
    for related in item.related:
        yield from (f"with a related place {problem}" for problem in _misplaced(related.span, article))
    for suggestion in item.suggestions:
        yield from _wrong_edits(sorted(edit.span for edit in suggestion.edits), article)


def _wrong_edits(spans: list[Span], article: Article) -> Iterator[str]:
    for span in spans:
        if span.end > len(article.text):
            yield f"with an edit at {span.start} to {span.end}, beyond the end of the text"
    for before, after in pairwise(spans):
        if after.start < before.end:
            yield f"with edits that overlap, at {before.start} to {before.end} and {after.start} to {after.end}"


def _misplaced(span: Span, article: Article) -> Iterator[str]:
    where = f"at {span.start} to {span.end}"
    if span.end > len(article.text):
        yield f"{where}, beyond the end of the text ({len(article.text)} characters)"
    elif not span:
        yield f"{where}, where no words are"
    elif not (_in_block(span.start, article) and _in_block(span.end - 1, article)):
        yield f"{where}, outside of every block"


def _in_block(offset: int, article: Article) -> bool:
    try:
        return offset in article.block_at(offset).span
    except IndexError:
        return False


def _shown(item: object) -> str:
    """Return a value as a message can have it, whatever its own code does."""
    try:
        text = repr(item)
    except Exception:
        text = "(which cannot be shown)"
    kind = type(item).__name__
    return f"{kind} {text if len(text) <= 60 else f'{text[:57]}...'}"
