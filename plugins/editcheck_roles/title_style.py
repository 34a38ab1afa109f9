"""roles/title-style: a title that is not written as the house writes titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editcheck import Edit, Example, HouseEntry, MentionKind, Rule, Severity, Span, Suggestion
from editcheck_roles.places import in_own_words, is_shared
from editcheck_roles.wording import SENTENCE_ENDS, mark_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editcheck import Annotation, Article, Facts, Options, Role

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/title-style",
    summary="A title is capitalised or abbreviated against the house style",
    explanation=(
        "Gov. Lind, Governor Lind and governor Lind in one paper look like three hands at work. The house list titles "
        "says how each stands before a name, and how it stands by itself."
    ),
    severity=Severity.OFF,
    help="Write the title as the house list has it.",
    when_off="Where several houses' copy is published as it comes.",
    good=(
        Example("Gov. Anna Lind met Prime Minister Peter Holm. Lind, the governor, was late."),
        Example("“Governor Lind was late,” Peter Holm said.", note="a quotation"),
        Example("Treasurer Anna Lind spoke first.", note="a title that the house list does not have"),
        Example("Governors Anna Lind and Peter Holm met.", note="two people"),
    ),
    bad=(
        Example("Norlandian [[prime minister]] Anna Lind spoke on Monday."),
        Example("[[Governor]] Anna Lind spoke on Monday."),
        Example("Anna Lind, the [[Governor]] of Ohio, spoke on Monday."),
        Example("Anna Lind, a former [[Sen.]] from Ohio, spoke on Monday."),
        Example("[[General]] Peter Holm spoke on Monday."),
    ),
)
#: The most words of a title.
_LONGEST = 4
_WORD = re.compile(r"[^\s]+")
#: What stands behind a title in a role: "the governor of Ohio", "senator from Utah".
_BEHIND = frozenset(("of", "for", "from", "to", "in", "at", "and", "who", "with", "on"))


class _Found(NamedTuple):
    """A title in the text, and its entry in the house list."""

    span: Span
    title: str


class _Titles:
    """The house's titles, by every way in which they are written but for capitals and points."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.before = titles
        self._forms = {_plain(form): title for title, short in titles.items() for form in (short, title)}

    def at_end(self, words: Sequence[re.Match[str]], start: int) -> _Found | None:
        """Return the longest title that some words end with; `start` is where they stand in the article."""
        for number in range(min(_LONGEST, len(words)), 0, -1):
            last = words[-number:]
            title = self._forms.get(_plain(" ".join(each[0] for each in last)))
            if title is not None:
                return _Found(Span(start + last[0].start(), start + last[-1].end()), title)
        return None


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each title that the house writes otherwise."""
    titles = _Titles(options.house["titles"])
    seen: set[Span] = set()
    for person in facts.people:
        for role in person.roles:
            if in_own_words(article, facts, role.span) and not is_shared(article, role):
                yield from _of_role(article, titles, role, seen)
        for mention in person.mentions:
            if mention.kind is MentionKind.DESCRIPTION and in_own_words(article, facts, mention.span):
                yield from _by_itself(article, titles, mention.span, seen)


def _of_role(article: Article, titles: _Titles, role: Role, seen: set[Span]) -> Iterator[Annotation]:
    if role.mention is None or role.span.end > role.mention.start:
        yield from _by_itself(article, titles, role.span, seen)
        return
    found = titles.at_end([*_WORD.finditer(article[role.span])], role.span.start)
    if found is not None and not article.text[role.span.end : role.mention.start].strip():
        yield from _report(article, found, titles.before[found.title], seen)


def _by_itself(article: Article, titles: _Titles, span: Span, seen: set[Span]) -> Iterator[Annotation]:
    """Judge a title without a name behind it: "Lind, the governor of Ohio", "the governor said"."""
    words = [*_WORD.finditer(article[span])]
    end = next((index for index, word in enumerate(words) if word[0].lower() in _BEHIND), len(words))
    found = titles.at_end(words[:end], span.start)
    if found is not None and not _opens_sentence(article, found.span):
        yield from _report(article, found, found.title, seen)


def _opens_sentence(article: Article, span: Span) -> bool:
    return mark_before(article, span.start) in (*SENTENCE_ENDS, ":")


def _report(article: Article, found: _Found, wanted: str, seen: set[Span]) -> Iterator[Annotation]:
    written = article[found.span]
    if _opens_sentence(article, found.span):
        wanted = wanted[0].upper() + wanted[1:]
    if written == wanted or found.span in seen:
        return
    seen.add(found.span)
    yield RULE.annotate(
        found.span,
        f"“{written}” is “{wanted}” here in the house style",
        # Safe where only capitals change: the words are the same, and the house list says how they are written.
        suggestions=[
            Suggestion(f"Write “{wanted}”", (Edit(found.span, wanted),), safe=written.lower() == wanted.lower())
        ],
        confidence=0.9,
        keys=(written, wanted),
        # The list says how a title stands before a name; by itself it is its entry.
        house=HouseEntry("titles", found.title, written) if wanted != found.title else None,
    )


def _plain(form: str) -> str:
    return form.casefold().replace(".", "")
