"""The report as an editor reads it: article by article, each passage with the words marked, the reason, the repair."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from editcheck.reports.base import Renderer, Surface
from editcheck.reports.passage import clean, passage
from editcheck.reports.sheet import Sheet
from editcheck.reports.tally import Tally, counted, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.annotation import Annotation, Related, Suggestion
    from editcheck.article import Article, Span
    from editcheck.report import Report

__all__ = ["RENDERER"]

#: Characters of an article to show before and after the marked words, around related ones, and of marked words.
_CONTEXT = 110
_CONTEXT_RELATED = 45
_LONGEST = 260
_LONGEST_RELATED = 120
#: So much of a fingerprint is enough to tell it from the others of an article.
_SHOWN = 8
#: Edits are told in full up to this many characters.
_LONGEST_EDIT = 120
#: Where the text begins that stands after "repair:" and its like.
_HANG = 9


def render(reports: Iterable[Report], surface: Surface) -> Iterator[str]:
    """Yield one chunk an article, and at the end what they come to where there were several."""
    tally = Tally()
    for report in reports:
        tally.add(report)
        yield _article(report, surface)
    if tally.articles > 1:
        sheet = Sheet(surface)
        _total(sheet, tally)
        yield sheet.take()


def _article(report: Report, surface: Surface) -> str:
    sheet = Sheet(surface)
    if report.annotations or report.notices or report.failures:
        _header(sheet, report)
        for annotation in report.annotations:
            _annotation(sheet, report, annotation)
        _remarks(sheet, report)
        _verdict(sheet, report)
    else:
        sheet.entry("PASS", f"{clean(report.article.source.name)}: {in_words(report)}", "pass")
    return sheet.take()


def _header(sheet: Sheet, report: Report) -> None:
    article = report.article
    sheet.line(clean(article.title or _first_words(article) or article.source.name), "title")
    sheet.line(clean(f"{article.source.name} · {_published(article)} · read as {article.format}"), "faint")
    sheet.rule()


def _first_words(article: Article) -> str:
    if not article.blocks:
        return ""
    words = article[article.blocks[0].span]
    return words if len(words) <= 80 else words[:80].rpartition(" ")[0] + " …"


def _published(article: Article) -> str:
    if article.published is None:
        return "no date of publication"
    day = f"published {article.published.day} {article.published:%B %Y}"
    return f"{day}, {article.published:%H:%M}" if isinstance(article.published, datetime) else day


def _annotation(sheet: Sheet, report: Report, annotation: Annotation) -> None:
    article, severity = report.article, annotation.severity.value
    stops = annotation.severity.reaches(report.gate)
    sheet.blank()
    sheet.entry(severity, clean(annotation.message), severity)
    with sheet.indented():
        place = f"{annotation.rule}  {_place(article, annotation.span)}  {annotation.fingerprint[:_SHOWN]}".rstrip()
        sheet.line(clean(f"{place}  stops publication" if stops else place), "faint")
        sheet.blank()
        with sheet.indented():
            sheet.passage(passage(article, annotation.span, context=_CONTEXT, longest=_LONGEST), severity)
            for related in annotation.related:
                _related(sheet, article, related)
        sheet.blank()
        for number, suggestion in enumerate(annotation.suggestions):
            sheet.entry("or:" if number else "repair:", _repair(article, suggestion), "repair", _HANG)
        if annotation.help:
            sheet.entry("advice:", clean(annotation.help), "faint", _HANG)


def _related(sheet: Sheet, article: Article, related: Related) -> None:
    place = _place(article, related.span)
    sheet.line(clean(f"{related.message}:" + (f" {place}" if place else "")), "faint")
    with sheet.indented():
        sheet.passage(passage(article, related.span, context=_CONTEXT_RELATED, longest=_LONGEST_RELATED), "related")


def _place(article: Article, span: Span) -> str:
    """Return file:line:column, as terminals and editors make it a link, and where that is to the reader."""
    ranges = article.locate(span)
    place = f"{article.source.name}:{ranges[0].line}:{ranges[0].column}" if ranges else ""
    kind = article.block_at(span).kind.value
    return place if kind == "paragraph" else f"{place} ({kind})".strip()


def _repair(article: Article, suggestion: Suggestion) -> str:
    """Return a repair in words, with what exactly is written where unless its message has these words already."""
    told = clean(suggestion.message).rstrip(".") + (" (safe)" if suggestion.safe else "")
    if all((edit.text.strip() or article[edit.span].strip()) in suggestion.message for edit in suggestion.edits):
        return told
    exact = "; ".join(f"{_quoted(article[edit.span])} → {_quoted(edit.text)}" for edit in suggestion.edits)
    return told if len(exact) > _LONGEST_EDIT else f"{told}: {clean(exact)}"


def _quoted(words: str) -> str:
    """Return words in brackets: quotation marks may be just what an edit is about."""
    return f"[{words}]"


def _remarks(sheet: Sheet, report: Report) -> None:
    if report.notices or report.failures:
        sheet.blank()
    for notice in report.notices:
        sheet.entry("note", clean(notice.message), "faint")
    for failure in report.failures:
        sheet.entry("not checked", clean(f"plugin {failure.plugin}: {failure.message}"), "error")


def _verdict(sheet: Sheet, report: Report) -> None:
    sheet.blank()
    sheet.entry(report.verdict.value.upper(), in_words(report), report.verdict.value)
    sheet.blank()


def _total(sheet: Sheet, tally: Tally) -> None:
    sheet.rule()
    sheet.line(tally.in_words(), "title")
    sheet.line(f"{counted(tally.counts)} in all", "faint")


RENDERER = Renderer(
    "terminal", "for people: each passage with the words marked, the reason and the repair", render, for_people=True
)
