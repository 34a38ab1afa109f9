"""What holds of every repair of every rule, in every file: it mends its place, and touches nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck.repairs.edits import replacements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editcheck import Annotation, Article, Config, Report, Span, Suggestion
    from editcheck.repairs.edits import Replacement

__all__ = ["check_each_repair", "check_fix"]


def check_each_repair(article: Article, config: Config, again: Callable[[bytes], Article]) -> int:
    """Make every repair by itself, and check the article again; return how many were made.

    `again` reads the file with the repair in it. Raises `AssertionError` where a repair changes other words than its
    own, overwrites a tag, or leaves something wrong at its place.
    """
    report = editcheck.check(article, config)
    assert report.failures == ()
    count = 0
    for annotation in report.annotations:
        for suggestion in annotation.suggestions:
            written = [replacements(article, edit) for edit in suggestion.edits]
            if all(written):
                _check(report, config, annotation, suggestion, again(_raw(article, [*_flat(written)])))
                count += 1
    return count


def check_fix(raw: bytes, config: Config, **reading: str | None) -> int:
    """Make all repairs of a file that leave no choice: a second run has nothing to do. Return how many were made."""
    fixed = editcheck.fix(raw, unsafe=True, config=config, **reading)
    assert fixed.settled, [each.suggestion.message for each in fixed.made]
    second = editcheck.fix(fixed.after.raw, unsafe=True, config=config, **reading)
    assert second.made == (), [each.suggestion.message for each in second.made]
    assert second.after.raw == fixed.after.raw
    safe = editcheck.fix(raw, config=config, **reading)
    assert editcheck.fix(safe.after.raw, config=config, **reading).made == ()
    return len(fixed.made)


def _flat(written: list[list[Replacement]]) -> Iterator[Replacement]:
    yield from (each for edit in written for each in edit)


def _raw(article: Article, found: list[Replacement]) -> bytes:
    """Return the file with other bytes in the places of some; no tag, comment or instruction is among these."""
    source, raw = article.source, article.source.raw
    for each in sorted(found, key=lambda each: -each.place.byte_start):
        old = source.text[each.place.start : each.place.end].replace("<![CDATA[", "").replace("]]>", "")
        assert article.format == "text" or each.place.xpath is None or "<" not in old, old
        raw = raw[: each.place.byte_start] + each.text.encode(source.encoding) + raw[each.place.byte_end :]
    return raw


def _check(report: Report, config: Config, annotation: Annotation, suggestion: Suggestion, mended: Article) -> None:
    told = f"{annotation.rule}: {suggestion.message}"
    article = report.article
    text, places = _applied(article.text, suggestion)
    assert " ".join(mended.text.split()) == " ".join(text.split()), told
    before = {(each.rule, each.keys) for each in report.annotations}
    for each in editcheck.check(mended, config).annotations:
        if not any(_touch(each.span, place) for place in places):
            continue
        assert (each.rule, each.keys) != (annotation.rule, annotation.keys), f"{told}: it is still there"
        grave = each.severity.rank > editcheck.Severity.SUGGESTION.rank
        assert not grave or (each.rule, each.keys) in before, f"{told}: now {each.rule}, {each.message}"


def _applied(text: str, suggestion: Suggestion) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the repair in it, and where the new words stand."""
    places, shift = [], 0
    for edit in sorted(suggestion.edits, key=lambda each: each.span):
        start, end = edit.span.start + shift, edit.span.end + shift
        text = text[:start] + edit.text + text[end:]
        shift += len(edit.text) - len(edit.span)
        places.append((start, start + len(edit.text)))
    return text, places


def _touch(span: Span, place: tuple[int, int]) -> bool:
    return span.start <= place[1] and place[0] <= span.end
