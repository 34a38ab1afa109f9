"""What stands in the source of an article against annotations: which directive holds where, and which never did.

All places are characters of the source. An annotation is in reach where any of its words is.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.annotation import Annotation
    from editcheck.article import Article, Directive

__all__ = ["Inline", "covers"]


def covers(name: str, rule: str) -> bool:
    """Whether a name in a directive means a rule: its id, its family, or `all`."""
    return name in _names(rule)


def _names(rule: str) -> tuple[str, ...]:
    family = rule.partition("/")[0]
    return rule, family, f"{family}/*", "all"


class Inline:
    """The directives of one article at work. Those with a problem do nothing."""

    def __init__(self, article: Article) -> None:
        sound = [each for each in article.directives if not each.problem]
        self._article = article
        self._blocks = sorted(_extents(article)) if sound else []
        self._ignoring = [self._resolved(each) for each in sound if each.action == "ignore"]
        self._switches = [each for each in sound if each.action != "ignore"]
        self._used: set[tuple[int, str]] = set()

    def by(self, annotation: Annotation) -> Directive | None:
        """Return the first directive that puts an annotation out, None where there is none."""
        places = [(piece.start, piece.end) for piece in self._article.pieces_of(annotation.span)]
        against = [*self._ignored(places), *self._switched_off(annotation.rule, places)]
        found = None
        for directive in against:
            name = next((name for name in directive.rules if covers(name, annotation.rule)), None)
            if name is not None:
                self._used.add((directive.start, name))
                found = found or directive
        return found

    def idle(self) -> list[tuple[Directive, str]]:
        """Return each directive that did nothing, with the name in it that was in vain, in the order of the source."""
        silencing = [*self._ignoring, *(each for each in self._switches if each.action == "off")]
        idle = [(each, name) for each in silencing for name in each.rules if (each.start, name) not in self._used]
        return sorted([*idle, *self._idle_on()], key=lambda pair: pair[0].start)

    def _idle_on(self) -> Iterator[tuple[Directive, str]]:
        """Yield each `on` before which nothing of a name was switched off."""
        off: set[str] = set()
        families: set[str] = set()
        for directive in self._switches:
            if directive.action == "off":
                off.update(directive.rules)
                families.update(name.partition("/")[0] for name in directive.rules)
                continue
            for name in directive.rules:
                family, _, rule = name.partition("/")
                whole = rule in ("", "*") and family in families
                if not (whole or (name == "all" and off) or not off.isdisjoint(_names(name))):
                    yield directive, name

    def _ignored(self, places: Sequence[tuple[int, int]]) -> Iterator[Directive]:
        for directive in self._ignoring:
            first, last = directive.reach or (0, 0)
            if any(start < last and first < end for start, end in places):
                yield directive

    def _switched_off(self, rule: str, places: Sequence[tuple[int, int]]) -> list[Directive]:
        """Return the `off` that is the last word on a rule before a place, of each place."""
        found = {}
        for start, _ in places:
            last = next(self._before(start, rule), None)
            if last is not None and last.action == "off":
                found[last.start] = last
        return [found[start] for start in sorted(found)]

    def _before(self, place: int, rule: str) -> Iterator[Directive]:
        """Yield what was switched before a place that concerns a rule, the last first."""
        index = bisect_left(self._switches, place, key=lambda each: each.start)
        for directive in reversed(self._switches[:index]):
            if any(covers(name, rule) for name in directive.rules):
                yield directive

    def _resolved(self, directive: Directive) -> Directive:
        """Return a directive whose reach is known: without one of its own, it holds for the block that begins next."""
        if directive.reach is not None:
            return directive
        index = bisect_left(self._blocks, (directive.start, 0))
        nowhere = (directive.start, directive.start)
        return replace(directive, reach=self._blocks[index] if index < len(self._blocks) else nowhere)


def _extents(article: Article) -> Iterator[tuple[int, int]]:
    """Yield where in the source each block begins and ends."""
    for block in article.blocks:
        pieces = list(article.pieces_of(block.span))
        if pieces:
            yield min(piece.start for piece in pieces), max(piece.end for piece in pieces)
