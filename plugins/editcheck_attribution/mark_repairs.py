"""What repairs write where two quotation marks do not go together: the mark that goes with its partner.

The article's other marks decide: a straight mark among curly ones is a slip, and so is a curly one among straight ones.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from editcheck import Edit, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Article, Facts, QuotedText

__all__ = ["MARKS", "fitting_marks", "kind_of_mark"]

_DOUBLE, _SINGLE = "double", "single"
_CURLY, _STRAIGHT, _TWO = "curly", "straight", "two singles"
#: Each kind of marks, by width and form: opening and closing.
MARKS = {
    (_DOUBLE, _CURLY): ("“", "”"),
    (_DOUBLE, _STRAIGHT): ('"', '"'),
    (_DOUBLE, _TWO): ("''", "''"),
    (_SINGLE, _CURLY): ("‘", "’"),
    (_SINGLE, _STRAIGHT): ("'", "'"),
}
_KINDS = {glyph: kind for kind, glyphs in MARKS.items() for glyph in glyphs} | {"’’": (_DOUBLE, _CURLY)}
#: So many quotations with marks of one width, and none of the other, are the article's style.
_STYLE = 3
#: One form of marks prevails where it stands so many times as often as the others.
_MANY = 4


def kind_of_mark(glyph: str) -> tuple[str, str] | None:
    """Return width and form of a mark, a key of `MARKS`; None for marks that no house of ours uses."""
    return _KINDS.get(glyph)


def fitting_marks(article: Article, facts: Facts, pair: QuotedText) -> list[Suggestion]:
    """Return the repairs that make two marks a pair, the likelier first; none for marks that no house uses.

    One is safe where both have one width, the closing mark stands at its word, and all other marks of the article are
    of the form that is written: then nothing else can be meant.
    """
    if pair.closing is None:
        return []
    first, second = (_KINDS.get(article[each]) for each in (pair.opening, pair.closing))
    if first is None or second is None:
        return []
    others = [kind for each in facts.quoted if each != pair and (kind := _kind(article, each)) is not None]
    forms = Counter(form for _, form in others)
    widths = _widths(article, facts, pair, first[0], second[0])
    sure = len(widths) == 1 and first[0] == second[0] and not article.text[pair.closing.start - 1].isspace()
    found: dict[tuple[Edit, ...], Suggestion] = {}
    for form in _forms(forms, first[1], second[1]):
        for width in widths:
            edits = tuple(_edits(article, pair, MARKS.get((width, form), MARKS[width, _STRAIGHT])))
            safe = sure and set(forms) <= {form} and (bool(forms) or first[1] == second[1])
            if edits:
                found.setdefault(edits, Suggestion(_message(pair, edits), edits, safe=safe))
    return list(found.values())


def _kind(article: Article, pair: QuotedText) -> tuple[str, str] | None:
    """Return width and form of a pair whose marks go together."""
    if pair.closing is None:
        return None
    kind = _KINDS.get(article[pair.opening])
    return kind if kind is not None and kind == _KINDS.get(article[pair.closing]) else None


def _widths(article: Article, facts: Facts, pair: QuotedText, first: str, second: str) -> list[str]:
    """Return the widths that a pair may have: that of both marks, or of the article's other quotations, or each."""
    if first == second:
        return [first]
    beside = [each for each in facts.quoted if each.depth == pair.depth and each != pair]
    used = {kind[0] for each in beside if (kind := _kind(article, each)) is not None}
    return [first, second] if len(used) != 1 or len(beside) < _STYLE else [*used]


def _forms(forms: Counter[str], first: str, second: str) -> list[str]:
    """Return the form that prevails, or those of the two marks where none does."""
    usual = forms.most_common(1)
    if usual and usual[0][1] >= _MANY * (sum(forms.values()) - usual[0][1]):
        return [usual[0][0]]
    return list(dict.fromkeys((first, second)))


def _edits(article: Article, pair: QuotedText, marks: tuple[str, str]) -> Iterator[Edit]:
    for place, mark in zip((pair.opening, pair.closing), marks, strict=True):
        if place is not None and article[place] != mark:
            yield Edit(place, mark)


def _message(pair: QuotedText, edits: tuple[Edit, ...]) -> str:
    if len(edits) > 1:
        return f"Write {edits[0].text} and {edits[1].text} around it"
    return f"{'Open' if edits[0].span == pair.opening else 'Close'} it with {edits[0].text}"
