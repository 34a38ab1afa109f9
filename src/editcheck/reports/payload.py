"""A report as JSON values, in the shape of `schemas/report.schema.json`; the same report gives the same values."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import editcheck
from editcheck.repairs.edits import replacements
from editcheck.reports.places import JsonObject, Places, text_range

if TYPE_CHECKING:
    from editcheck.annotation import Annotation, Edit, Related, Suggestion
    from editcheck.article import Article
    from editcheck.report import Report, Suppressed

__all__ = ["SCHEMA_VERSION", "article_payload", "report_payload", "tool_payload"]

#: The version of schemas/report.schema.json that is written here.
SCHEMA_VERSION = "1.1"


def report_payload(report: Report) -> JsonObject:
    """Return a report as JSON values."""
    article = report.article
    places = Places(article)
    scope = article.scope
    return {
        "schemaVersion": SCHEMA_VERSION,
        "tool": tool_payload(),
        "article": {
            **article_payload(article),
            "scope": {"xpath": scope.xpath, "part": scope.part, "length": len(scope.text)},
        },
        "verdict": report.verdict.value,
        "gate": report.gate.value,
        "counts": {**report.counts, "suppressed": len(report.suppressed)},
        "annotations": [_annotation(each, article, places) for each in report.annotations],
        "suppressed": [_suppressed(each, article, places) for each in report.suppressed],
        "failures": [{"plugin": each.plugin, "kind": each.kind, "message": each.message} for each in report.failures],
        "notices": [{"code": each.code, "message": each.message} for each in report.notices],
    }


def tool_payload() -> JsonObject:
    """Return the program's name and version."""
    return {"name": "editcheck", "version": editcheck.__version__}


def article_payload(article: Article) -> JsonObject:
    """Return what is known of an article, without its text and scope."""
    source = article.source
    return {
        "file": source.name,
        "uri": article.uri,
        "title": article.title,
        "published": article.published.isoformat() if article.published is not None else None,
        "language": article.language,
        "format": article.format,
        "encoding": source.encoding,
        "bytes": len(source.raw),
        "sha256": hashlib.sha256(source.raw).hexdigest(),
    }


def _annotation(annotation: Annotation, article: Article, places: Places) -> JsonObject:
    return {
        "rule": annotation.rule,
        "severity": annotation.severity.value,
        "category": annotation.family,
        "message": annotation.message,
        "help": annotation.help,
        "target": places.target(annotation.span),
        "related": [_related(each, places) for each in annotation.related],
        "suggestions": [_suggestion(each, article, places) for each in annotation.suggestions],
        "confidence": annotation.confidence,
        "house": None if annotation.house is None else {"list": annotation.house.list, "entry": annotation.house.entry},
        "fingerprint": annotation.fingerprint,
    }


def _suppressed(suppressed: Suppressed, article: Article, places: Places) -> JsonObject:
    return {
        "how": suppressed.how.value,
        "why": suppressed.why,
        "who": suppressed.who or None,
        "when": suppressed.when or None,
        "line": suppressed.line,
        "column": suppressed.column,
        "annotation": _annotation(suppressed.annotation, article, places),
    }


def _related(related: Related, places: Places) -> JsonObject:
    return {"message": related.message, "target": places.target(related.span)}


def _suggestion(suggestion: Suggestion, article: Article, places: Places) -> JsonObject:
    return {
        "message": suggestion.message,
        "safe": suggestion.safe,
        "edits": [_edit(each, article, places) for each in suggestion.edits],
    }


def _edit(edit: Edit, article: Article, places: Places) -> JsonObject:
    return {
        "replaces": article[edit.span],
        "text": edit.text,
        "range": text_range(edit.span),
        "blocks": places.blocks(edit.span),
        "source": [
            {**places.extent(each.place), "part": each.place.part, "text": each.text}
            for each in replacements(article, edit)
        ],
    }
