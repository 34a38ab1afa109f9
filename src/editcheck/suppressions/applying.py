"""Taking off an article's annotations what is not to be reported: by its source, a dismissal, or the baseline.

This is the last word, after that of the plugins. A plugin that could overrule it would be able to bring back what
somebody put out by name.
"""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.annotation import Severity
from editcheck.article import Notice
from editcheck.report import How, Suppressed
from editcheck.suppressions.inline import Inline, covers
from editcheck.suppressions.naming import name_of
from editcheck.suppressions.records import Records, read_baseline, read_dismissals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editcheck.annotation import Annotation
    from editcheck.article import Article, Directive
    from editcheck.config import Config
    from editcheck.config.rule_settings import Catalogue
    from editcheck.suppressions.records import Record

__all__ = ["Applied", "Suppressions", "suppressions_of"]

#: Directives with problems that are told one by one, of each kind.
_MOST_TOLD = 20
#: Rules that a notice about the baseline names.
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Applied:
    """What is left of an article's annotations, what is not reported, and what to say of it."""

    annotations: tuple[Annotation, ...]
    suppressed: tuple[Suppressed, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """The records of a file; articles are named from the folder that it stands in."""

    folder: str = ""
    records: Records = field(default_factory=Records)

    def about(self, article: Article) -> Mapping[str, Record]:
        by_article = self.records.by_article
        return by_article.get(name_of(article, self.folder), {}) if by_article else {}


@dataclass(frozen=True, slots=True)
class Suppressions:
    """All that a run does not report. `catalogue` has the rules that directives may name."""

    catalogue: Catalogue
    dismissals: _File
    baseline: _File

    def apply(self, article: Article, annotations: Sequence[Annotation], ran: Mapping[str, Severity] | None) -> Applied:
        """Sort an article's annotations. `ran` has the severities of the rules that were tried on it.

        Whether anything was put out in vain can be said of these rules only; of none, where `ran` is None.
        """
        inline, dismissed, known = Inline(article), self.dismissals.about(article), self.baseline.about(article)
        left: list[Annotation] = []
        out: list[Suppressed] = []
        for each in annotations:
            directive = inline.by(each)
            if directive is not None:
                out.append(_by_directive(each, directive, article))
            elif (record := dismissed.get(each.fingerprint)) is not None:
                out.append(Suppressed(each, How.DISMISSAL, record.why, record.by, record.date))
            elif each.fingerprint in known:
                out.append(Suppressed(each, How.BASELINE))
            else:
                left.append(each)
        notices = [*_some(_misnamed(article, self.catalogue))]
        if ran is not None:
            tried = {rule for rule, severity in ran.items() if severity is not Severity.OFF}
            there = {each.fingerprint for each in annotations}
            notices += _some(_idle_directives(inline, article, tried))
            notices += _idle_dismissals(_gone(dismissed, there, tried))
            notices += _gone_from_baseline(_gone(known, there, tried))
        return Applied(tuple(left), tuple(out), tuple(notices))


def suppressions_of(config: Config, catalogue: Catalogue) -> Suppressions:
    """Read what a configuration names. Raises `ConfigError` for a file that cannot be used."""
    dismissals, baseline = config.dismissals, config.baseline
    return Suppressions(
        catalogue,
        _File(_folder(dismissals), read_dismissals(dismissals)) if dismissals else _File(),
        _File(_folder(baseline), read_baseline(baseline)) if baseline else _File(),
    )


def _folder(path: str) -> str:
    return os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 (links stay as they are named)


def _by_directive(annotation: Annotation, directive: Directive, article: Article) -> Suppressed:
    line, column = article.source.position(directive.start)
    return Suppressed(annotation, How.INLINE, directive.reason, line=line, column=column)


def _some(notices: Iterator[Notice]) -> Iterator[Notice]:
    """Yield so many notices as somebody may read; the others are not even made."""
    for number, notice in enumerate(notices):
        if number == _MOST_TOLD:
            yield Notice(notice.code, "there are more directives with problems in this article")
            return
        yield notice


def _misnamed(article: Article, catalogue: Catalogue) -> Iterator[Notice]:
    """Yield what is wrong with directives: with their words, or with the rules that they name."""
    for directive in article.directives:
        if directive.problem:
            yield Notice("directive", f"{_place(directive, article)}: the directive {directive.problem}")
        for name in directive.rules:
            problem = None if name == "all" else catalogue.problem_with_name(name)
            if problem is not None:
                yield Notice("directive", f"{_place(directive, article)}: {problem}")


def _idle_directives(inline: Inline, article: Article, tried: Iterable[str]) -> Iterator[Notice]:
    for directive, name in inline.idle():
        if any(covers(name, rule) for rule in tried):
            told = f"nothing of {name!r} is" if name != "all" else "nothing is"
            state = "off here" if directive.action == "on" else "found there"
            yield Notice(
                "unused-suppression",
                f"{_place(directive, article)}: {told} {state}, so the directive {directive.written!r} does nothing; "
                "take it out",
            )


def _place(directive: Directive, article: Article) -> str:
    line, column = article.source.position(directive.start)
    return f"{article.source.name}:{line}:{column}"


def _gone(records: Mapping[str, Record], there: set[str], tried: set[str]) -> list[Record]:
    """Return the records whose annotation would have been found, were it still there."""
    return sorted(each for key, each in records.items() if key not in there and each.rule in tried)


def _idle_dismissals(gone: Iterable[Record]) -> Iterator[Notice]:
    for each in gone:
        about = f" ({each.message})" if each.message else ""
        yield Notice(
            "unused-dismissal",
            f"what was dismissed as {each.rule}{about} is gone, or rests on other facts now; "
            f"`editcheck dismiss --undo {each.fingerprint}` takes the dismissal out",
        )


def _gone_from_baseline(gone: Sequence[Record]) -> Iterator[Notice]:
    if gone:
        rules = [rule for rule, _ in Counter(each.rule for each in gone).most_common()]
        named = ", ".join(rules[:_MOST_NAMED]) + (" ..." if len(rules) > _MOST_NAMED else "")
        what = "1 entry of the baseline is" if len(gone) == 1 else f"{len(gone):,} entries of the baseline are"
        yield Notice("baseline", f"{what} found no more here ({named}); --write-baseline takes out what is gone")
