"""Which suggestions are taken in one pass over a source: those that may be, and do not get into each other's way."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.repairs.edits import replacements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editcheck.annotation import Annotation, Suggestion
    from editcheck.article import Article, SourceRange
    from editcheck.repairs.edits import Replacement
    from editcheck.report import Report

__all__ = ["ConfirmationError", "Repair", "Wanted", "choices_left", "picked"]


class ConfirmationError(ValueError):
    """A confirmation that cannot be followed: a fingerprint of several annotations, or a suggestion there is not."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A suggestion that was taken: for which annotation, and what was written where in the source as it then stood."""

    annotation: Annotation
    suggestion: Suggestion
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which suggestions are taken.

    Safe ones always are. With `unsafe`, so is every suggestion that is an annotation's only one: between several,
    somebody has to choose. `confirmed` has such choices: by the fingerprint, or the beginning of one, the number of the
    suggestion, from 1.
    """

    unsafe: bool = False
    confirmed: Mapping[str, int] = field(default_factory=dict)

    def suggestion(self, annotation: Annotation) -> Suggestion | None:
        """Return the suggestion of an annotation that is taken, or None. Raises `ConfirmationError`."""
        suggestions = annotation.suggestions
        for fingerprint, number in self.confirmed.items():
            if annotation.fingerprint.startswith(fingerprint):
                if not 0 < number <= len(suggestions):
                    raise ConfirmationError(f"{fingerprint}={number}: {_offered(annotation)}")
                return suggestions[number - 1]
        safe = next((each for each in suggestions if each.safe), None)
        return suggestions[0] if safe is None and self.unsafe and len(suggestions) == 1 else safe

    def followed(self, annotations: Sequence[Annotation]) -> frozenset[str]:
        """Return the fingerprints of `confirmed` that are there. Raises `ConfirmationError` where one is several's."""
        found = set()
        for fingerprint in self.confirmed:
            meant = {each.fingerprint for each in annotations if each.fingerprint.startswith(fingerprint)}
            if len(meant) > 1:
                raise ConfirmationError(
                    f"{fingerprint}: {len(meant)} annotations begin so; give more of the fingerprint"
                )
            if meant:
                found.add(fingerprint)
        return frozenset(found)


def picked(reports: Iterable[Report], wanted: Wanted) -> list[Repair]:
    """Return the repairs to make now, in the order of the source: the gravest first where two would touch each other.

    What is left out for that reason has its turn in the next pass, when the words are what they will be.
    """
    offers = [(each, report.article) for report in reports for each in report.annotations]
    offers.sort(key=lambda offer: -offer[0].severity.rank)
    taken: list[Repair] = []
    occupied = _Occupied()
    for annotation, article in offers:
        repair = _repair(annotation, article, wanted)
        if repair is not None and occupied.take([each.place for each in repair.replacements]):
            taken.append(repair)
    return sorted(taken, key=lambda repair: repair.replacements[0].place.start)


def choices_left(report: Report, wanted: Wanted) -> Iterator[Annotation]:
    """Yield the annotations that offer repairs which can be written and are not taken."""
    for annotation in report.annotations:
        if wanted.suggestion(annotation) is None and any(
            _written(each, report.article) for each in annotation.suggestions
        ):
            yield annotation


def _repair(annotation: Annotation, article: Article, wanted: Wanted) -> Repair | None:
    suggestion = wanted.suggestion(annotation)
    written = _written(suggestion, article) if suggestion is not None else ()
    return Repair(annotation, suggestion, written) if suggestion is not None and written else None


def _written(suggestion: Suggestion, article: Article) -> tuple[Replacement, ...]:
    """Return what a suggestion writes; nothing where one of its edits cannot be written, or where it alters nothing."""
    written = [replacements(article, edit) for edit in suggestion.edits]
    if not all(written):
        return ()
    text = article.source.text
    found = [each for edit in written for each in edit if text[each.place.start : each.place.end] != each.text]
    return tuple(sorted(found, key=lambda each: each.place.start))


class _Occupied:
    """Stretches of a file, none of which touches another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, places: Sequence[SourceRange]) -> bool:
        """Take some stretches, unless one overlaps or meets what is taken: that may change what it means."""
        if any(self._touches(each) for each in places):
            return False
        for each in places:
            index = bisect_left(self._starts, each.start)
            self._starts.insert(index, each.start)
            self._ends.insert(index, each.end)
        return True

    def _touches(self, place: SourceRange) -> bool:
        index = bisect_left(self._ends, place.start)
        return index < len(self._starts) and self._starts[index] <= place.end


def _offered(annotation: Annotation) -> str:
    count = len(annotation.suggestions)
    return "this annotation suggests no repair" if not count else f"this annotation suggests {count}, numbered from 1"
