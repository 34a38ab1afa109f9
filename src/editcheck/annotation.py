"""What a checker declares and says: rules with their examples, and annotations."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.article import Span

__all__ = [
    "Annotation",
    "Edit",
    "Example",
    "HouseEntry",
    "Option",
    "OptionValue",
    "Related",
    "Rule",
    "Severity",
    "Suggestion",
]

OptionValue: TypeAlias = bool | int | float | str | tuple[str, ...]


class Severity(enum.StrEnum):
    """How much an annotation matters; only what reaches the gate stops a publication."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"
    OFF = "off"

    @property
    def rank(self) -> int:
        """A number that grows with the weight: off is 0, error is 3."""
        return ("off", "suggestion", "warning", "error").index(self.value)

    def reaches(self, gate: Severity) -> bool:
        """Whether this is at least as serious as a gate; nothing reaches a gate that is off."""
        return gate is not Severity.OFF and self.rank >= gate.rank


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule. Its type is that of the default: bool, int, float, str or a tuple of str."""

    name: str
    default: OptionValue
    help: str
    minimum: float | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A short article that shows what a rule reports, or leaves alone; it is run as a test.

    In `text`, `[[` and `]]` stand around the words that the rule must mark, and blank lines between blocks. `html`
    says that `text` is HTML. `note` tells the reader what to see in it. `authority` is an authority file, Popolo JSON.
    """

    text: str
    note: str = ""
    published: str | None = "2024-10-24"
    title: str | None = None
    html: bool = False
    options: tuple[tuple[str, OptionValue], ...] = ()
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to an annotation, and why ("introduced here")."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in the place of a span (of no length: to insert)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to repair it. `safe` repairs may be applied unseen, all others are to be confirmed."""

    message: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class HouseEntry:
    """What would settle an annotation for every article: an entry of a house list (`editcheck.house.LISTS`).

    `meaning` is what the list says of it (of an acronym, what it stands for), where the article tells.
    """

    list: str
    entry: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a checker says about some words of an article.

    `help` says what to do. `keys` are the facts the finding rests on (a person and two roles), without wording or
    offsets: the host makes the fingerprint of them, so that a dismissal survives edits elsewhere; without keys it takes
    the marked words. `severity` is the rule's own until the host sets the configured one; `fingerprint` is the host's.
    `house` is the entry of a house list that would settle it for good.
    """

    rule: str
    message: str
    span: Span
    severity: Severity
    help: str = ""
    related: tuple[Related, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    confidence: float = 1.0
    keys: tuple[str, ...] = ()
    fingerprint: str = ""
    house: HouseEntry | None = None

    @property
    def family(self) -> str:
        """The part of the rule's id before the slash."""
        return self.rule.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its checker declares it: everything that `editcheck explain` tells and the tests run.

    `id` is `family/name`; ids are stable, for dismissals and configurations refer to them. `summary` is one line,
    `explanation` says why it matters to a reader, `when_off` when to switch it off. `help` is the advice that stands
    with each annotation. `good` examples must stay silent; in each `bad` one exactly the marked words are reported.
    """

    id: str
    summary: str
    explanation: str
    severity: Severity
    help: str
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    options: tuple[Option, ...] = ()
    when_off: str = ""

    def annotate(
        self,
        span: Span,
        message: str,
        *,
        related: Sequence[Related] = (),
        suggestions: Sequence[Suggestion] = (),
        confidence: float = 1.0,
        keys: Sequence[str] = (),
        help: str | None = None,
        house: HouseEntry | None = None,
    ) -> Annotation:
        """Return an annotation of this rule; the parameters are `Annotation`'s."""
        return Annotation(
            rule=self.id,
            message=message,
            span=span,
            severity=self.severity,
            help=self.help if help is None else help,
            related=tuple(related),
            suggestions=tuple(suggestions),
            confidence=confidence,
            keys=tuple(keys),
            house=house,
        )

    def defaults(self) -> dict[str, OptionValue]:
        """Return the options with their default values."""
        return {option.name: option.default for option in self.options}
