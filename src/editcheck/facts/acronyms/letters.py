"""Whether the letters of a short form are found, in order, in the words of a long one, and by which strategy.

Schwartz and Hearst (2003) take the first letters that fit, from the right; Ab3P (Sohn and others, 2008) tries seventeen
strategies in the order of their measured precision. Here the cheapest alignment of all is found by dynamic programming
(letters that open a word cost nothing, letters from inside a word and words passed over cost most), and what it had to
do gives the strategy its name. `strategies` has what each is worth.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from editcheck.facts.acronyms.small_words import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Alignment", "Words", "align_after", "align_before", "letters_of"]

_NUMBER_WORDS = {
    "1": ("one", "first", "i"),
    "2": ("two", "second", "ii", "to", "di", "double"),
    "3": ("three", "third", "iii", "tri", "triple"),
    "4": ("four", "fourth", "iv", "for"),
    "5": ("five", "fifth", "v"),
    "6": ("six", "sixth", "vi"),
    "7": ("seven", "seventh", "vii"),
    "8": ("eight", "eighth", "viii"),
    "9": ("nine", "ninth", "ix"),
}
_SOUNDS = {"x": ("ex", "cross", "trans"), "k": ("c",), "c": ("k",), "f": ("ph",), "n": ("and",)}

# A run of digits, a capitalised or lower-case run of letters, a run of capitals: the parts of camel case and compounds.
_PART = re.compile(r"\d+|[^\W\d_]+|&|\+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_WORD = re.compile(r"(?:[^\s—-]|-(?!-))+")
_NUMBER_LAST = re.compile(r"([A-Za-z]{2,}?)[ -]?([A-Za-z]?\d+)")
_NUMBER_FIRST = re.compile(r"([A-Za-z]?\d+)[ -]?([A-Za-z]{2,})")
_GREEK = {chr(code): unicodedata.name(chr(code)).rsplit(" ", 1)[-1].lower() for code in range(0x3B1, 0x3CA)}

# What an alignment pays, set by hand on three quarters of MED1250 and the Wikipedia acronyms; their order matters,
# their exact size does not.
_PART_INITIAL = 0.15
_FUNCTION_INITIAL = 0.1
_PREFIX_LETTER = 0.35
_INNER_LETTER = 1.0
_NO_INITIAL = 1.2
_EQUIVALENT = 0.4
_SOUND = 0.8
_PLURAL = 0.1
_SKIPPED_FUNCTION = 0.12
_SKIPPED_PART = 0.45
_SKIPPED_NUMBER = 0.15
_SKIPPED_WORD = 1.4
_SKIPPED_CAPITAL = 3.4
_COMMA = 0.5
_TAIL_WORD = 0.5
_LONGEST_TAIL = 3
_HARDLY_DEARER = 2.0
_TOO_MUCH = 1e9
#: The strategies whose cheapest alignment may be a chance one.
_LOOSE = frozenset(("inner-letters", "words-skipped", "inner-letters-words-skipped"))
#: Long forms of more words and parts of words are not looked for.
_MOST_PARTS = 80


class Part(NamedTuple):
    """A run of letters or digits of a word: its place in the text, its letters folded, what word it belongs to.

    `inside_word` says that only a capital parts it from the letters before ("Dermott" of "McDermott").
    """

    start: int
    end: int
    text: str
    opens_word: bool
    function_word: bool
    after_comma: bool
    capital: bool
    inside_word: bool


class Cost(NamedTuple):
    """What an alignment does: the price, and how often it does what the strategies are named for."""

    price: float
    inner: int = 0
    prefix: int = 0
    words: int = 0
    parts: int = 0
    functions: int = 0
    equivalents: int = 0
    tail: int = 0

    def plus(self, other: Cost) -> Cost:
        """Return the sum of two, item by item."""
        if other is _FREE:
            return self
        price, inner, prefix, words, parts, functions, equivalents, tail = other
        return Cost(
            self.price + price,
            self.inner + inner,
            self.prefix + prefix,
            self.words + words,
            self.parts + parts,
            self.functions + functions,
            self.equivalents + equivalents,
            self.tail + tail,
        )


_FREE = Cost(0.0)
_NEVER = Cost(_TOO_MUCH)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The letters of a short form found in `text[start:end]`: at what price, and by which strategy."""

    start: int
    end: int
    price: float
    strategy: str


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text in parts, ready to be aligned with any number of short forms."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Words:
        """Take the words of `text[start:end]`; offsets stay those of `text`."""
        parts: list[Part] = []
        comma = False
        for word in _WORD.finditer(text, start, end):
            parts.extend(_parts(word.group(), word.start(), comma))
            comma = word.group().endswith((",", ";", ":"))
        return cls(tuple(parts))


def _parts(word: str, offset: int, comma: bool) -> list[Part]:
    found: list[Part] = []
    function = word.strip("\"'“”‘’(),").lower() in SMALL_WORDS
    for run in _PART.finditer(word):
        edges = [run.start(), *(m.start() for m in _CAMEL.finditer(word, run.start(), run.end())), run.end()]
        for begin, end in itertools.pairwise(edges):
            if begin < end:
                text = _fold(word[begin:end])
                found.append(
                    Part(
                        offset + begin,
                        offset + end,
                        text,
                        not found,
                        function,
                        comma and not found,
                        word[begin].isupper(),
                        begin > run.start(),
                    )
                )
    return found


@cache
def _fold(text: str) -> str:
    """Return letters without accents, in lower case, one for one; a Greek letter gives its name."""
    if len(text) == 1 and text.lower() in _GREEK:
        return _GREEK[text.lower()]
    return "".join(unicodedata.normalize("NFKD", letter)[0] for letter in text).lower()


def letters_of(form: str) -> tuple[str, ...]:
    """Return what must be found of a short form: its letters folded one by one, its numbers whole, its `&`."""
    return tuple(_fold(piece) for piece in re.findall(r"\d+|[^\W\d_]|&", form))


def align_before(form: str, words: Words) -> Alignment | None:
    """Return the cheapest long form that ends where `words` end, or None. Of equally cheap ones the shortest.

    Where even the cheapest has letters from inside words, or passes words over, the nearest that is hardly dearer is
    taken, as Schwartz and Hearst do: letters that open a word a good way off open it by chance.
    """
    found = [*_alignments_before(form, _readings(form), words)]
    if not found and (moved := _with_number_moved(form)):
        found = [replace(each, strategy="number-moved") for each in _alignments_before(form, [moved], words)]
    best = min(found, key=lambda each: (each.price, -each.start), default=None)
    if best is None or best.strategy not in _LOOSE:
        return best
    near = (each for each in found if each.price <= best.price + _HARDLY_DEARER and each.end == best.end)
    return max(near, key=lambda each: (each.start, -each.price))


def _alignments_before(form: str, readings: list[tuple[str, ...]], words: Words) -> Iterator[Alignment]:
    """Yield the alignments that end where `words` end, or a common word or two before: one for each start.

    Only the initials of a name make it a name of its own: "Harbor Safety scale (HARS)" has the scale in its name.
    """
    for letters in readings:
        for parts, extra in _without_tails(words.parts[-_MOST_PARTS:]):
            aligner = _Aligner(letters, parts, _is_plural(form))
            for first, part in enumerate(parts):
                if part.inside_word or (part.function_word and not part.capital):
                    continue
                cost, _ = aligner.from_start(first, tail_is_free=False)
                if extra.tail and (cost.inner or cost.prefix):
                    continue
                cost = cost.plus(extra)
                if cost.price < _TOO_MUCH:
                    yield Alignment(part.start, parts[-1].end, cost.price, _strategy(cost))


def _without_tails(parts: tuple[Part, ...]) -> Iterator[tuple[tuple[Part, ...], Cost]]:
    """Yield all parts, and without the common words that follow a name ("Deferred Action ... Arrivals program")."""
    yield parts, _FREE
    end, dropped = len(parts), 0
    while end > 1 and dropped < _LONGEST_TAIL and not parts[end - 1].capital:
        end -= 1
        dropped += parts[end].opens_word
        if parts[end].opens_word and parts[end - 1].capital:
            yield parts[:end], Cost(_TAIL_WORD * dropped, tail=dropped)


def align_after(form: str, words: Words, *, whole: bool) -> Alignment | None:
    """Return the cheapest long form that begins where `words` begin, or None.

    It takes all of them where `whole` is set, otherwise it ends with the word that has the last letter.
    """
    best: Alignment | None = None
    parts = words.parts if whole else words.parts[:_MOST_PARTS]
    for letters in _readings(form) if 0 < len(parts) <= _MOST_PARTS else ():
        cost, last = _Aligner(letters, parts, _is_plural(form)).from_start(0, tail_is_free=not whole)
        if cost.price < _TOO_MUCH and (best is None or cost.price < best.price):
            end = parts[-1 if whole else last].end
            best = Alignment(parts[0].start, end, cost.price, _strategy(cost))
    return best


def _is_plural(form: str) -> bool:
    return len(form) > 2 and form.endswith("s") and form[-2].isupper()


def _readings(form: str) -> list[tuple[str, ...]]:
    """Return the letters of a form, and where it counts (W3C, 3M) the letters it counts."""
    letters = letters_of(form)
    readings = [letters] if letters else []
    for index, letter in enumerate(letters):
        if letter in ("2", "3", "4"):
            before, after = letters[:index], letters[index + 1 :]
            if before:
                readings.append((*before, *before[-1:] * (int(letter) - 1), *after))
            elif after:
                readings.append((*after[:1] * (int(letter) - 1), *after))
    return readings


def _with_number_moved(form: str) -> tuple[str, ...]:
    """Return the letters with the number from the one end of a form at the other; none without such a number.

    Short forms put a number where it reads well: "B2-type cyclin" is CYCB2, "cell adhesion molecule L1" is L1CAM.
    """
    match = _NUMBER_LAST.fullmatch(form) or _NUMBER_FIRST.fullmatch(form)
    return letters_of(match[2] + match[1]) if match else ()


def _strategy(cost: Cost) -> str:
    """Name an alignment by what it had to do."""
    if cost.tail:
        return "name-and-tail"
    if cost.words:
        return "inner-letters-words-skipped" if cost.inner else "words-skipped"
    if cost.inner:
        return "inner-letters"
    if cost.equivalents:
        return "equivalents"
    if cost.prefix:
        return "prefixes"
    if cost.parts:
        return "parts-skipped"
    return "function-words-skipped" if cost.functions else "initials"


class _Aligner:
    """The dynamic programme for one short form: `best(i, j)` aligns the letters from `i` with the parts from `j`."""

    def __init__(self, letters: Sequence[str], parts: Sequence[Part], plural: bool) -> None:
        self.letters = letters
        self.parts = parts
        self.plural = plural
        self.memo: dict[tuple[int, int, bool], tuple[Cost, int]] = {}

    def from_start(self, first: int, *, tail_is_free: bool) -> tuple[Cost, int]:
        """Align all letters, the first with the opening letter of a part; return also the last part that has one."""
        found = (_NEVER, first)
        for taken, cost in self._matches(0, first, must_open=True):
            found = min(found, self._then(cost, taken, first, tail_is_free))
        return found

    def _best(self, i: int, j: int, tail_is_free: bool) -> tuple[Cost, int]:
        key = (i, j, tail_is_free)
        if key not in self.memo:
            self.memo[key] = self._compute(i, j, tail_is_free)
        return self.memo[key]

    def _compute(self, i: int, j: int, tail_is_free: bool) -> tuple[Cost, int]:
        done = i == len(self.letters)
        if done and tail_is_free:
            return _FREE, j - 1
        if j == len(self.parts):
            return (_FREE if done else self._unmatched(i)), j - 1
        comma = Cost(_COMMA) if self.parts[j].after_comma else _FREE
        rest, last = self._best(i, j + 1, tail_is_free)
        found = (self._skip(j).plus(comma).plus(rest), last)
        for taken, cost in self._matches(i, j, must_open=False) if not done else ():
            found = min(found, self._then(cost.plus(comma), taken + i, j, tail_is_free))
        return found

    def _then(self, cost: Cost, i: int, j: int, tail_is_free: bool) -> tuple[Cost, int]:
        rest, last = self._best(i, j + 1, tail_is_free)
        return cost.plus(rest), max(last, j)

    def _unmatched(self, i: int) -> Cost:
        """Say what it costs that the letters from `i` are not found: only a plural's s may be missing."""
        return Cost(_PLURAL) if self.plural and self.letters[i:] == ("s",) else _NEVER

    def _skip(self, j: int) -> Cost:
        part = self.parts[j]
        if part.text.isdecimal():
            return Cost(_SKIPPED_NUMBER, parts=1)
        if part.function_word:
            return Cost(_SKIPPED_FUNCTION, functions=1)
        if part.opens_word and not (j + 1 < len(self.parts) and not self.parts[j + 1].opens_word):
            return Cost(_SKIPPED_CAPITAL if part.capital else _SKIPPED_WORD, words=1)
        return Cost(_SKIPPED_PART, parts=1)

    def _matches(self, i: int, j: int, *, must_open: bool) -> list[tuple[int, Cost]]:
        """Return how many letters from `i` the part may take, and what each choice costs."""
        part, letter = self.parts[j], self.letters[i]
        if letter.isdigit() or letter == "&":
            return self._symbol(part, letter)
        if part.text.startswith(letter):
            price = _FUNCTION_INITIAL if part.function_word else 0.0 if part.opens_word else _PART_INITIAL
            return self._inside(i, part.text, 0, Cost(price))
        for sound in _SOUNDS.get(letter, ()):
            if part.text.startswith(sound):
                return self._inside(i, part.text, len(sound) - 1, Cost(_SOUND, equivalents=1))
        place = -1 if must_open else part.text.find(letter)
        return self._inside(i, part.text, place, Cost(_NO_INITIAL, inner=1)) if place > 0 else []

    def _symbol(self, part: Part, letter: str) -> list[tuple[int, Cost]]:
        if part.text == letter:
            return [(1, _FREE)]
        if letter == "&":
            return [(1, _FREE)] if part.text in ("and", "und", "et") else []
        return [(1, Cost(_EQUIVALENT, equivalents=1))] if part.text in _NUMBER_WORDS.get(letter, ()) else []

    def _inside(self, i: int, text: str, place: int, cost: Cost) -> list[tuple[int, Cost]]:
        """Go on from the letter at `place` of a part: each further letter comes next, or from further inside."""
        choices = [(1, cost)]
        for taken, letter in enumerate(self.letters[i + 1 :], start=2):
            found = text.find(letter, place + 1)
            if found < 0:
                break
            step = Cost(_PREFIX_LETTER, prefix=1) if found == place + 1 else Cost(_INNER_LETTER, inner=1)
            cost, place = cost.plus(step), found
            choices.append((taken, cost))
        return choices
