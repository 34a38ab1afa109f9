"""Dismissing: from the beginning of a fingerprint to the one annotation that is meant, and the record of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editcheck.annotation import Annotation
    from editcheck.article import Article
    from editcheck.report import Report
    from editcheck.suppressions.records import Record

__all__ = ["AmbiguousError", "Met", "find_annotation", "find_record"]

#: Annotations that a message about several lists.
_MOST_LISTED = 4


class AmbiguousError(ValueError):
    """The beginning of a fingerprint that means nothing, or more than one thing; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Met:
    """An annotation that was meant, in its article."""

    article: Article
    annotation: Annotation

    @property
    def place(self) -> str:
        """File, line and column, as messages have them; the file alone where the words do not stand in it."""
        name, runs = self.article.source.name, self.article.locate(self.annotation.span)
        return f"{name}:{runs[0].line}:{runs[0].column}" if runs else name


def find_annotation(beginning: str, reports: Iterable[Report]) -> Met:
    """Return the one annotation whose fingerprint begins so. Raises `AmbiguousError` for none, and for several."""
    met: list[Met] = []
    articles = 0
    for report in reports:
        articles += 1
        found = (*report.annotations, *(each.annotation for each in report.suppressed))
        met += [Met(report.article, each) for each in found if _begins(each.fingerprint, beginning)]
    met = [each for each in met if each.annotation.fingerprint == beginning.lower()] or met
    if not met:
        where = "the article" if articles == 1 else f"the {articles:,} articles that were checked"
        raise AmbiguousError(f"no annotation of {where} has the fingerprint {beginning!r}; a report shows them all")
    if len(met) > 1:
        shown = [f"{each.annotation.fingerprint} in {each.article.source.name}" for each in met]
        raise AmbiguousError(_several(beginning, shown))
    return met[0]


def find_record(beginning: str, records: Sequence[Record], articles: Sequence[str]) -> Record:
    """Return the one dismissal whose fingerprint begins so, of some articles only where any are named.

    Raises `AmbiguousError` for none, and for several.
    """
    met = [each for each in records if _begins(each.fingerprint, beginning)]
    met = [each for each in met if not articles or each.article in articles]
    met = [each for each in met if each.fingerprint == beginning.lower()] or met
    if not met:
        of = f" of {', '.join(articles)}" if articles else ""
        raise AmbiguousError(
            f"no dismissal{of} has the fingerprint {beginning!r}; `editcheck dismiss --list` shows all"
        )
    if len(met) > 1:
        raise AmbiguousError(_several(beginning, [f"{each.fingerprint} in {each.article}" for each in met]))
    return met[0]


def _begins(fingerprint: str, beginning: str) -> bool:
    return bool(beginning) and fingerprint.startswith(beginning.lower())


def _several(beginning: str, shown: Sequence[str]) -> str:
    more = f" and {len(shown) - _MOST_LISTED:,} more" if len(shown) > _MOST_LISTED else ""
    return (
        f"{beginning!r} may mean {len(shown):,} annotations ({', '.join(shown[:_MOST_LISTED])}{more}); "
        "give more of the fingerprint, and the article"
    )
