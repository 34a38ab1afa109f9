"""The report on one article: what editors' tools read, as plain values."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.annotation import Annotation, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.article import Article, Notice

__all__ = ["Failure", "How", "Report", "Suppressed", "Verdict"]


class Verdict(enum.StrEnum):
    """Whether the article may go out, as far as editcheck can tell."""

    PASS = "pass"  # noqa: S105 - a verdict
    STOP = "stop"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be checked: the plugin to blame, what it was doing, and what went wrong.

    `kind` is "error", "timeout", "crash" or "bad-result".
    """

    plugin: str
    kind: str
    message: str


class How(enum.StrEnum):
    """By what an annotation was suppressed."""

    INLINE = "inline"
    DISMISSAL = "dismissal"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """An annotation that somebody does not want to see: how it was put out, and why.

    `who` and `when` (an ISO date) are a dismissal's. `line` and `column`, from 1, are where a directive stands.
    """

    annotation: Annotation
    how: How
    why: str = ""
    who: str = ""
    when: str = ""
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Report:
    """All annotations on one article in the order of its text, headline first, and what could not be checked.

    `suppressed` are those that were put out in the source, by a dismissal or by the baseline: they stop nothing.
    """

    article: Article
    annotations: tuple[Annotation, ...]
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()
    gate: Severity = Severity.ERROR
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """How many annotations there are of each severity."""
        counted = Counter(annotation.severity for annotation in self.annotations)
        return {each.value: counted[each] for each in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)}

    @property
    def verdict(self) -> Verdict:
        """Stop where an annotation reaches the gate; incomplete where none does but a checker failed."""
        if any(annotation.severity.reaches(self.gate) for annotation in self.annotations):
            return Verdict.STOP
        return Verdict.INCOMPLETE if self.failures else Verdict.PASS
