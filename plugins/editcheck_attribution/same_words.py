"""Whether two passages have the same words, or the same but for one or two: what a quotation given twice comes down to.

Case, punctuation and contractions do not count ("it's" is "it is"). Where words are left out behind an ellipsis or
changed in brackets the difference is told to the reader, and is none here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from editcheck import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Near", "Passages", "Words", "opening_as"]

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\.(?: ?\.){2,}|[…\[\]]")
_FORMS = {"'s": "is", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not"}
_IRREGULAR = {"can't": "can not", "cannot": "can not", "won't": "will not", "gonna": "going to"}
#: Stands for what is left out or put in brackets.
_GAP = "…"
#: Passages that share so many words in a row are compared.
_ROW = 2
#: Rows of words that stand in so many places say nothing, and so many words of a passage are enough to find it.
_RARE, _READ = 12, 80
#: So many words more than it has itself are searched for a passage.
_SLACK = 3
#: At most one word in so many may differ: with more the two are other words.
_SHARE = 4


@dataclass(frozen=True)
class Words:
    """The words of a stretch of text, in plain forms, each with its place."""

    forms: tuple[str, ...]
    places: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, span: Span) -> Words:
        """Read the words of a span."""
        forms: list[str] = []
        places: list[Span] = []
        for match in _TOKEN.finditer(text, span.start, span.end):
            for form in _plain(match.group()):
                forms.append(form)
                places.append(Span(match.start(), match.end()))
        return cls(tuple(forms), tuple(places))

    def __len__(self) -> int:
        return len(self.forms)

    @property
    def span(self) -> Span:
        """From the first to the last of the words, without the punctuation around them. Raises `IndexError` of none."""
        return Span(self.places[0].start, self.places[-1].end)

    @cached_property
    def joined(self) -> str:
        """The words in one line, with a blank at both ends."""
        return f" {' '.join(self.forms)} "

    @property
    def gaps(self) -> bool:
        """Whether an ellipsis or a bracket says that these are not all words, or not all the speaker's."""
        return _GAP in self.forms

    def rows(self, length: int = 3) -> Iterator[tuple[str, ...]]:
        """Yield every row of so many words."""
        for index in range(len(self) - length + 1):
            yield self.forms[index : index + length]

    def holds(self, other: Words) -> bool:
        """Whether the other's words stand here in the same order without a word between."""
        return other.joined in self.joined


def opening_as(words: str, other: str) -> str:
    """Return words with the capital or the small letter at their beginning that others have there."""
    first, old = words.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    if first.lower() == old.lower():
        return old + words[len(first) :]
    return words[0].upper() + words[1:] if other[0].isupper() else words


def _plain(token: str) -> list[str]:
    if not token[0].isalnum():
        return [_GAP]
    word = token.lower().replace("’", "'")
    if word in _IRREGULAR:
        return _IRREGULAR[word].split()
    for ending, full in _FORMS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word]


@dataclass(frozen=True, slots=True)
class Near:
    """A stretch that has the words of another but for a few: where, and what differs, there and in the other."""

    span: Span
    here: str
    there: str

    def told(self) -> str:
        """Say what differs, as words that go on a sentence: "with “summer” and not “winter”"."""
        if self.here and self.there:
            return f"with “{self.here}” and not “{self.there}”"
        return f"with “{self.here}”" if self.here else f"without “{self.there}”"


class Passages:
    """A text's words, in which others are looked for by the rows of words that they share."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index, row in enumerate(words.rows(_ROW)):
            self._rows[row].append(index)

    def near(self, wanted: Words) -> Near | None:
        """Return the first stretch that has the wanted words but for one in four, and not the very same."""
        for start in self._starts(wanted):
            window = self.words.forms[start : start + len(wanted) + 2 * _SLACK]
            found = _difference(wanted.forms, window)
            if found is not None:
                first, last, here, there = found
                places = self.words.places
                return Near(Span(places[start + first].start, places[start + last].end), here, there)
        return None

    def _starts(self, wanted: Words) -> Iterator[int]:
        """Yield where the wanted words could begin, by the rows of them that are not everywhere in the text."""
        seen: set[int] = set()
        for index in range(min(len(wanted), _READ) - _ROW + 1):
            places = self._rows.get(wanted.forms[index : index + _ROW], ())
            for at in places if len(places) <= _RARE else ():
                start = max(0, at - index - _SLACK)
                if start not in seen:
                    seen.add(start)
                    yield start


def _difference(wanted: tuple[str, ...], window: tuple[str, ...]) -> tuple[int, int, str, str] | None:
    """Return which words of a window stand for the wanted ones, and what differs; None where too much or nothing does.

    Words at either end that only one of the two has make no difference: each may be cut from more.
    """
    matcher = SequenceMatcher(None, wanted, window, autojunk=False)
    blocks = matcher.get_matching_blocks()[:-1]
    if not blocks:
        return None
    first, last = blocks[0].b - blocks[0].a, blocks[-1].b + len(wanted) - blocks[-1].a
    if blocks[0].a > 1 or blocks[-1].a + blocks[-1].size < len(wanted) - 1 or first < 0 or last > len(window):
        return None
    compared = SequenceMatcher(None, wanted, window[first:last], autojunk=False)
    changes = [each for each in compared.get_opcodes() if each[0] != "equal"]
    there = [word for _, begin, end, _, _ in changes for word in wanted[begin:end]]
    here = [word for _, _, _, begin, end in changes for word in window[first + begin : first + end]]
    most = max(1, len(wanted) // _SHARE)
    if not 1 <= max(len(there), len(here)) <= most or _GAP in (*wanted, *window[first:last]):
        return None
    return first, last - 1, " ".join(here), " ".join(there)
