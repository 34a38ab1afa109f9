"""The words of a block as the grammar reads them, and the segments of it that may hold a time.

Finer than the parser's tokens: "10-12" is three words, "5:30pm" four. Words that have nothing to do with time cut the
block into segments; segments without a word of time are left out, so that the grammar sees one word in ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.dates.guards import allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editcheck.facts.dates.lexicon import Lexicon
    from editcheck.facts.model import Sentence

__all__ = ["Item", "joined", "segments"]

_WORD = re.compile(
    r"""
      \d+ (?: st | nd | rd | th ) (?! \w )   # 21st
    | ['’]? \d+ s (?! \w )                   # 1990s, '90s
    | ['’] \d\d (?! \w )                     # '94
    | \d{1,3} (?: , \d{3} )+ (?! \d )        # 12,000
    | \d{1,2} (?= \. \d{1,2} \. (?: 19 | 20 ) \d\d (?! \d ) )    # 24.06.2017
    | (?<= \d \. ) \d{1,2} (?= \. (?: 19 | 20 ) \d\d (?! \d ) )
    | \d+ (?: \. \d+ )?
    | [ap] \. m \.?
    | o['’]clock
    | [qh][1-4] (?! \w )                      # Q3
    | fy (?= \d )                            # FY2016
    | ['’] s? (?! \w )
    | [^\W\d_]+ \.?
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: Numbers in words that a year may begin with: nineteen ninety-four.
_BEGIN_YEARS = (18, 19, 20)
#: Categories that do not make a segment worth reading by themselves.
_WEAK = frozenset(
    {"NUMBERWORD", "SCALE", "SOME", "APPROX", "LAST", "NEXT", "THIS", "EARLY", "EDGE", "DASH", "ORDINAL", "ZONE"}
)


@dataclass(slots=True)
class Item:
    """A word, or what the grammar made of several: its categories, each with a value.

    `text` is in lower case, with straight apostrophes and without an abbreviation's full stop. `first` and `last` are
    the indexes of its first and last tokens in `sentence`; `glued` says that no blank stands before it.
    """

    text: str
    span: Span
    categories: Mapping[str, object]
    sentence: Sentence
    first: int
    last: int
    glued: bool = False
    inside: tuple[Item, ...] = field(default=())


def joined(items: Sequence[Item], categories: Mapping[str, object]) -> Item:
    """Return several items as one; where the parser ended a sentence between them, it is of the last one's."""
    first, last = items[0], items[-1]
    return Item(
        " ".join(item.text for item in items),
        first.span.cover(last.span),
        categories,
        last.sentence,
        first.first if first.sentence is last.sentence else 0,
        last.last,
        first.glued,
        tuple(items),
    )


def segments(sentences: Iterable[Sentence], words: Lexicon, literals: frozenset[str]) -> Iterator[list[Item]]:
    """Yield the stretches of a block that may hold a time, each as a list of words."""
    segment: list[Item] = []
    for item in _words_and_gaps(sentences, words, literals):
        if item is not None:
            item.glued = bool(segment) and segment[-1].span.end == item.span.start
            segment.append(item)
        elif segment:
            if any(_is_strong(each, words) for each in segment):
                yield segment
            segment = []


def _words_and_gaps(sentences: Iterable[Sentence], words: Lexicon, literals: frozenset[str]) -> Iterator[Item | None]:
    """Yield the words that may belong to a time, None between those that something else parts, and at the end."""
    last: Item | None = None
    for sentence in sentences:
        for index, token in enumerate(sentence.tokens):
            key = token.text.lower()
            if key.isalpha() and key not in words.categories and key not in literals:
                last = None
                yield None
            elif key == "." and last is not None and _is_shortened(last, sentence, index):
                last.span = last.span.cover(token.span)
            else:
                for item in _items(sentence, index, words, literals):
                    last = item
                    yield item
    yield None


def _is_shortened(item: Item, sentence: Sentence, index: int) -> bool:
    """Whether a full stop belongs to the word before it: it is right behind a short form, and the sentence goes on."""
    whole = index + 1 < len(sentence.tokens) and item.span.end == sentence.tokens[index].span.start
    return whole and ("MONTH" in item.categories or "WEEKDAY" in item.categories) and len(item.text) <= 5


def _is_strong(item: Item, words: Lexicon) -> bool:
    if item.categories.get("NUMBERWORD") in _BEGIN_YEARS:
        return True
    return not _WEAK.issuperset(item.categories) or item.text in words.first_of_holidays


def _items(sentence: Sentence, index: int, words: Lexicon, literals: frozenset[str]) -> Iterator[Item | None]:
    """Yield the words of a token; None for one that has nothing to do with time."""
    token = sentence.tokens[index]
    for match in _WORD.finditer(token.text):
        raw = match[0].lower().replace("’", "'")
        key = raw.rstrip(".") if len(raw) > 1 else raw
        categories = _categories(sentence, index, raw, key, words)
        if not categories and key not in literals:
            yield None
            continue
        end = match.end() if raw == key or categories else match.end() - 1
        yield Item(
            key, Span(token.span.start + match.start(), token.span.start + end), categories, sentence, index, index
        )


def _categories(sentence: Sentence, index: int, raw: str, key: str, words: Lexicon) -> Mapping[str, object]:
    if key[0].isdigit() or (key[0] == "'" and len(key) > 2):
        return _of_digits(key)
    found = words.categories.get(key, {})
    guard = words.guards.get(key) if found else None
    whole = len(raw) == len(sentence.tokens[index].text)
    return found if guard is None or not whole or allowed(guard, sentence, index) else {}


def _of_digits(text: str) -> Mapping[str, object]:
    """Return what a figure may be: a day, a month, an hour, a year, a decade ..."""
    if text.startswith("'"):
        return {"YEAR2": int(text[1:])} if text[1:].isdigit() else _decade(text[1:-1])
    if text.endswith("s"):
        return _decade(text[:-1])
    if not text[-1].isdigit():
        number = int(re.sub(r"\D", "", text))
        return {"ORDINAL": number, **({"DAY": number} if 1 <= number <= 31 else {})}
    if not text.isdigit():
        return _of_decimal(text)
    number = int(text[:12])
    found: dict[str, object] = {"NUMBER": number}
    if len(text) <= 2:
        found["HOUR"] = number
        if 1 <= number <= 31:
            found["DAY"] = number
        if len(text) == 2:
            found["TWO"] = number
    elif len(text) == 4 and 1000 <= number <= 2200:
        found["YEAR"] = number
    if len(text) == 4:
        found["FOUR"] = number
    return found


def _of_decimal(text: str) -> Mapping[str, object]:
    if "," in text:
        return {"NUMBER": int(text.replace(",", "")[:12])}
    whole, _, rest = text.partition(".")
    found: dict[str, object] = {"NUMBER": float(text[:12])}
    if len(whole) <= 2 and len(rest) == 2:
        found["DOTTED"] = (int(whole), int(rest))
    return found


def _decade(text: str) -> Mapping[str, object]:
    if len(text) == 4 and text.endswith("0"):
        return {"DECADE": int(text)}
    return {"DECADE": int(text)} if len(text) == 2 and text.endswith("0") else {}
