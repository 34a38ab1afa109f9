"""Speech that the layout credits: speakers' names before their turns, block quotations, lines of credit below."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from editcheck.article import BlockKind, Span
from editcheck.facts.quotations.drafts import Draft
from editcheck.facts.quotations.lexicon import Sense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.article import Block
    from editcheck.facts.model import Person
    from editcheck.facts.quotations.view import Stretch, View

__all__ = ["Layout", "credit_line"]

_LABEL = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) ?: ?(?=[^\W\d]|[\"“‘(])")
#: A name before a colon is a speaker's where so many blocks begin with it, or so many begin with some name.
_SAME_LABEL, _ANY_LABELS = 2, 4
#: Words of a turn; what is shorter is an entry of a list.
_TURN = 5
_HEADLINE = re.compile(r"((?:[\w.’'-]+ ){0,3}[\w.’'-]+): ")
#: Kinds of sources that headlines name before a colon; others there are rubrics (Analysis, Video).
_HEADLINE_SOURCES = frozenset(
    ["experts", "officials", "police", "poll", "polls", "report", "reports", "sources", "study", "survey"]
)
_NO_NAME = frozenset({"on", "and", "to", "vs", "vs.", "v.", "in", "at", "with", "the"})
#: So many characters of a title are held against the first line of plain text.
_SAME = 20
_DASHES = frozenset({"—", "–", "--", "-", "―", "~"})
_LONGEST_CREDIT = 14


class Layout:
    """What the layout of an article says about who speaks in which block."""

    def __init__(self, view: View, people: Sequence[Person] = ()) -> None:
        self.view = view
        self.blocks = view.article.blocks
        self.labels = _labels(view) | _headlines(view, people)
        self.made: dict[int, Draft] = {}

    def speaker(self, stretch: Stretch, before: Draft | None) -> Draft | None:
        """Return the attribution of the block that a sentence stands in, where its layout makes it somebody's words.

        `before` is who was introduced as speaking by the sentence before. Takes the sentence in as content.
        """
        draft = self.made.get(stretch.block) or self._labelled(stretch) or self._block_quotation(stretch, before)
        if draft is None:
            return None
        self.made[stretch.block] = draft
        draft.content |= set(range(stretch.start, stretch.end)) - set(draft.source)
        return draft

    def _labelled(self, stretch: Stretch) -> Draft | None:
        label = self.labels.get(stretch.block)
        if label is None:
            return None
        source = list(self.view.between(label.start, label.end))
        return Draft(source[0], [], source, set(), "label", Sense.SPEECH) if source else None

    def _block_quotation(self, stretch: Stretch, before: Draft | None) -> Draft | None:
        """Credit a block quotation without marks to its `<cite>`, or to whom the sentence before it introduces."""
        block = self.blocks[stretch.block]
        if block.kind is not BlockKind.QUOTE or self.view.inside[stretch.start] >= 0:
            return None
        cited = self._cited(block)
        if cited:
            return Draft(cited[0], [], cited, set(), "cite", Sense.SPEECH)
        if before is None or not before.source:
            return None
        return Draft(before.verb, before.cue, before.source, set(), "block", Sense.SPEECH)

    def _cited(self, block: Block) -> list[int]:
        for markup in self.view.article.markup:
            if markup.name == "cite" and markup.span in block.span:
                return list(self.view.between(markup.span.start, markup.span.end))
        return []


def _labels(view: View) -> dict[int, Span]:
    """Return the names with a colon that blocks begin with, where there are enough of them to be speakers."""
    found: dict[int, Span] = {}
    for number, block in enumerate(view.article.blocks):
        match = _LABEL.match(view.text, block.span.start, block.span.end) if block.in_body else None
        if match is not None and len(view.text[match.end() : block.span.end].split()) >= _TURN:
            found[number] = Span(match.start(1), match.end(1))
    times = Counter(span.of(view.text) for span in found.values())
    many = len(times) > 1 and sum(times.values()) >= _ANY_LABELS
    return {
        number: span
        for number, span in found.items()
        if (many or times[span.of(view.text)] >= _SAME_LABEL) and len(times) > 1
    }


def _headlines(view: View, people: Sequence[Person]) -> dict[int, Span]:
    """Return who says the headline, where it begins with a name or a kind of source and a colon ("Mayor Lind: ...")."""
    names = {person.name.split()[-1].lower() for person in people}
    found: dict[int, Span] = {}
    for number, block in enumerate(view.article.blocks):
        match = _HEADLINE.match(view.text, block.span.start, block.span.end) if _is_headline(view, number) else None
        if match is None or not _says_something(view, Span(match.end(), block.span.end)):
            continue
        label = match.group(1).split()
        if any(not word[:1].isupper() or word.lower() in _NO_NAME for word in label):
            continue
        if label[-1].lower() in names or label[-1].lower() in _HEADLINE_SOURCES:
            found[number] = Span(match.start(1), match.end(1))
    return found


def _is_headline(view: View, number: int) -> bool:
    block, title = view.article.blocks[number], view.article.title
    if block.kind is BlockKind.HEADLINE:
        return True
    return number == 0 and bool(title) and view.article[block.span].startswith((title or "")[:_SAME])


def _says_something(view: View, rest: Span) -> bool:
    """Whether the words behind a colon are a sentence, by its verb, or stand in quotation marks."""
    words = view.between(rest.start, rest.end)
    return any(view.tokens[each].tag in ("VBZ", "VBP", "VBD", "MD") for each in words) or any(
        quote.opening.start == rest.start for quote in view.quotes
    )


def credit_line(view: View, after: list[int]) -> Draft | None:
    """Return the attribution that a dash or a bracket with a name behind a quotation makes ("...” — Lind, captain)."""
    if after and view.tokens[after[0]].text == "[":
        ends = [place for place, each in enumerate(after) if view.tokens[each].text == "]"]
        after = after[: ends[0]] if ends else []
    elif after and view.tokens[after[0]].text not in _DASHES:
        return None
    if not after or len(after) > _LONGEST_CREDIT:
        return None
    rest = [each for each in after[1:] if view.tokens[each].text[:1].isalnum() or view.tokens[each].text in (",", "-")]
    if not rest or view.tokens[rest[0]].pos != "PROPN":
        return None
    if any(view.tokens[each].pos in ("VERB", "AUX") for each in rest):
        return None
    return Draft(rest[0], [], rest, set(), "credit", Sense.SPEECH, whole=True)
