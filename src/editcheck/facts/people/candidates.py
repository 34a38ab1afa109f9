"""Runs of capitalised words that may be names of people, cut free of titles, places and bodies around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.people.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.model import Sentence

__all__ = ["Candidate", "candidates", "entity_labels", "in_title_case", "marked_candidates"]

_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}\Z|[A-Z]\Z")
_WORD = re.compile(r"[^\W\d_]")
#: A possessive that the tokeniser leaves on the word, most of all one with the wrong mark: "Trump‘s".
_POSSESSIVE = re.compile(r"['’‘`´]s?$")
#: What is glued to a name where a blank is missing: "Clinton:“We", "Ted Cruz—35".
_GLUED = re.compile(r"(?<=\w)[:/<>|—–(][\"“]?|(?<=\w)[\"“](?=\w)")
_NUMERAL = re.compile(r"[IVX]+\Z")
_HYPHENS = frozenset("-‐‑–")
#: Tags of words that only open a sentence: "Says Clinton", "First Trump goes".
_OPENERS = frozenset(("VB", "RB", "IN", "CD", "WR", "WP", "MD", "DT"))
#: The most tokens that a name has; a longer run of capitals is a list or a headline.
_LONGEST = 12
#: The most tokens of a name before the colon of a turn.
_LONGEST_TURN = 5
_OPEN, _CLOSE = frozenset("\"“'‘`("), frozenset("\"”'’)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a person's name: tokens `first` to `last` (exclusive) of a sentence.

    `titled` says that a title stands before it inside the same capitalised run or as the word before, and what that
    word is. `labels` are the recogniser's for its tokens, "" where it has none. `title_case` says that the sentence is
    capitalised throughout, as headlines are.
    """

    span: Span
    text: str
    sentence: int
    first: int
    last: int
    labels: tuple[str, ...]
    title: str = ""
    after_the: bool = False
    title_case: bool = False


def entity_labels(sentence: Sentence) -> list[str]:
    """Return for each token the label of the recognised name that it is in, "" outside."""
    labels = [""] * len(sentence.tokens)
    entities = iter(sentence.entities)
    entity = next(entities, None)
    for index, token in enumerate(sentence.tokens):
        while entity is not None and entity.span.end <= token.span.start:
            entity = next(entities, None)
        if entity is not None and token.span.start in entity.span:
            labels[index] = entity.label
    return labels


def in_title_case(sentence: Sentence) -> bool:
    """Whether all words that carry meaning are capitalised, as in headlines: capitals then say nothing."""
    words = [token for token in sentence.tokens if len(token.text) > 3 and _WORD.match(token.text)]
    small = sum(token.text[0].islower() and token.pos in ("NOUN", "VERB", "ADJ", "ADV") for token in words)
    return len(words) >= 3 and small <= len(words) // 10


def candidates(text: str, sentence: Sentence, number: int, labels: list[str]) -> Iterator[Candidate]:
    """Yield the candidates of one sentence, in order."""
    finder = _Runs(text, sentence, labels, lexicon())
    index = 0
    while index < len(sentence.tokens):
        if not finder.begins(index):
            index += 1
            continue
        end = finder.end_of_run(index)
        yield from finder.cut(index, end, number)
        index = end


def marked_candidates(
    text: str, sentence: Sentence, number: int, labels: list[str], marked: Sequence[Span]
) -> Iterator[Candidate]:
    """Yield the names that the markup states in one sentence, titles inside the markup cut off."""
    finder = _Runs(text, sentence, labels, lexicon())
    starts = [token.span.start for token in sentence.tokens]
    for span in marked:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        while last > first and sentence.tokens[last - 1].span.end > span.end:
            last -= 1
        if first < last:
            yield from finder.cut(first, last, number)


class _Runs:
    """The capitalised runs of one sentence."""

    def __init__(self, text: str, sentence: Sentence, labels: list[str], lex: Lexicon) -> None:
        self.text, self.tokens, self.labels, self.lex = text, sentence.tokens, labels, lex
        self.title_case = in_title_case(sentence)
        self._turn = self._end_of_turn()

    def _end_of_turn(self) -> int:
        """Return where the speaker's name in capitals ends that opens a turn of a transcript: "ANNA LUND: Well"."""
        if not self.tokens or not self.tokens[0].text.isupper():
            return 0
        for index, token in enumerate(self.tokens[:_LONGEST_TURN]):
            if token.text == ":":
                return index if index > 1 and self.tokens[0].text.title() in self.lex.given else 0
            if not token.text.replace("-", "").isalpha() or not token.text.isupper():
                return 0
        return 0

    def begins(self, index: int) -> bool:
        """Whether a token can be the first word of a run."""
        return self.is_name_word(index)

    def is_name_word(self, index: int) -> bool:
        """Whether a token is capitalised as a name is, not just as a sentence's first word."""
        token = self.tokens[index]
        word = token.text
        if not word[0].isupper() or word.lower() in self.lex.statuses:
            return False
        if word.lower() in self.lex.never:
            return self._is_given_name_after_all(index)
        if word.isupper() and len(word.replace(".", "")) > 1:
            return bool(_INITIALS.match(word)) or self._is_short_capitals(index) or index < self._turn
        opens = index == 0 or self.tokens[index - 1].text in _OPEN or self.tokens[index - 1].text in ":.;"
        if (opens or self.title_case) and token.tag[:2] in _OPENERS and word not in self.lex.given:
            return False
        if token.tag.startswith("NNP") or self.labels[index] == "PERSON" or word in self.lex.given:
            return True
        return not opens and token.pos not in ("ADV", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX")

    def _is_given_name_after_all(self, index: int) -> bool:
        """Whether "Will" or "May" is a given name: the recogniser says so, and it opens no question or headline.

        A capital behind a given name makes "From" a surname where no more capitals follow: "Al From, who".
        """
        if self._is_odd_surname(index) or self._is_surname_of_person(index):
            return True
        if self.tokens[index].text not in self.lex.given or self.title_case or index + 1 == len(self.tokens):
            return False
        asks = index < 2 and self.tokens[-1].text == "?"
        named = self.labels[index] == self.labels[index + 1] == "PERSON"
        return named and not asks and self.tokens[index + 1].tag == "NNP"

    def _is_surname_of_person(self, index: int) -> bool:
        """Whether the recogniser sees a person whose name a small word ends: "Theresa May", "Mrs May"."""
        if index == 0 or self.title_case or self.tokens[index].tag != "NNP":
            return False
        before = self.tokens[index - 1].text
        named = self.labels[index] == "PERSON" and self._gap(index) == 1
        return named and (before in self.lex.given or self.lex.is_honorific(before))

    def _is_odd_surname(self, index: int) -> bool:
        if self.title_case or index == 0 or index + 1 == len(self.tokens) or self._gap(index) != 1:
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        alone = index == 1 or not self.tokens[index - 2].text[0].isupper()
        return alone and before.text in self.lex.given and not before.text.isupper() and after.text in (",", ".")

    def _is_short_capitals(self, index: int) -> bool:
        """Whether two or three capitals are part of a name: JJ Watt, Benedict XVI."""
        word = self.tokens[index].text
        before = index > 0 and self.tokens[index - 1].text[0].isupper()
        if _NUMERAL.match(word) and before:
            return True
        follows = index + 1 < len(self.tokens) and self.labels[index + 1] == "PERSON"
        return len(word) == 2 and self.labels[index] == "PERSON" and follows

    def end_of_run(self, start: int) -> int:
        """Return the index after the last word of the run that begins at `start`."""
        index = start + 1
        while index < len(self.tokens):
            step = self._step(index)
            if not step:
                break
            index += step
        return index

    def _step(self, index: int) -> int:
        """How many tokens continue the run at `index`: 0 where it ends."""
        if self._is_hyphen(index):
            return 2 if self._joined_name_part(index + 1) else 0
        if self.is_name_word(index):
            return 1 if self._gap(index) <= 1 else 0
        word = self.tokens[index].text
        if word.lower() in self.lex.particles and word.islower():
            return self._particles(index)
        if word == "," and self._is(index + 1, self.lex.suffixes):
            return 2
        if word in _OPEN:
            return self._nickname(index)
        if word == "the" and " ".join(t.text for t in self.tokens[index : index + 2]).lower() in self.lex.epithets:
            return 2
        return 0

    def _gap(self, index: int) -> int:
        return self.tokens[index].span.start - self.tokens[index - 1].span.end

    def _is_hyphen(self, index: int) -> bool:
        return 0 < index < len(self.tokens) and self.tokens[index].text in _HYPHENS and self._gap(index) == 0

    def _joined_name_part(self, index: int) -> bool:
        """Whether what follows a hyphen without a blank belongs to the name: Jean-Luc, Min-ho, al-Assad."""
        if index >= len(self.tokens) or self._gap(index) != 0:
            return False
        word = self.tokens[index].text
        if not word[0].isalpha():
            return False
        if word[0].isupper():
            return self.tokens[index - 1].text == "-" and not (word.isupper() and len(word) > 2)
        # "Min-ho" is a name, "Baltimore-based" is none.
        return (
            self.labels[index] == "PERSON"
            and len(word) <= 6
            and word not in ("led", "style", "era", "born", "based", "and", "like", "turned")
        )

    def _is(self, index: int, words: frozenset[str]) -> bool:
        return index < len(self.tokens) and self.tokens[index].text.lower() in words

    def _particles(self, index: int) -> int:
        """Lower-case particles count where a capitalised word follows: "van der Steur", "al-Assad"."""
        steps = 0
        while index + steps < len(self.tokens) and self._is(index + steps, self.lex.particles) and steps < 3:
            steps += 1
        after = index + steps
        if after < len(self.tokens) and self._is_hyphen(after):
            after += 1
        if after < len(self.tokens) and self.is_name_word(after) and not self.lex.is_title(self.tokens[after].text):
            return after - index + 1
        return 0

    def _nickname(self, index: int) -> int:
        """Return how many tokens a nickname inside a name takes: William "Bill" Clinton. 0 where there is none."""
        for end in range(index + 2, min(index + 5, len(self.tokens) - 1)):
            if self.tokens[end].text in _CLOSE:
                inside = self.tokens[index + 1 : end]
                quoted = self.tokens[index].text != "(" or len(inside) == 1
                named = all(token.text[0].isupper() for token in inside)
                return (
                    end - index + 2
                    if quoted and named and self.is_name_word(end + 1) and self._same_name(index, end + 1)
                    else 0
                )
        return 0

    def _same_name(self, index: int, after: int) -> bool:
        before = self.tokens[index - 1].text
        return not self.lex.is_title(before) and not self.lex.is_title(self.tokens[after].text)

    def cut(self, start: int, end: int, number: int) -> Iterator[Candidate]:
        """Yield the name of a run, cut free of what stands before and after it."""
        if end - start > 1 and " ".join(t.text.lower() for t in self.tokens[start:end]) in self.lex.thing_phrases:
            return
        title = self._title_before(start)
        # Several titles may follow one another: "U.S. Secretary of State" is broken by "of", "Prime Minister" is not.
        begin = self._after_titles(start, end)
        if begin > start:
            title = self._title_before(begin)
        begin = self._after_labelled(begin, end)
        while end > begin and (self._is_calendar(end - 1) or self._opens_a_title(begin, end)):
            end -= 1
        if begin >= end or end - begin > _LONGEST or (end < len(self.tokens) and self.tokens[end].text == "&"):
            return
        yield self._candidate(self._with_article(begin), end, number, title, self._after_the(begin, end))

    def _with_article(self, begin: int) -> int:
        """Take in the Arabic article of a surname: "al-Momani said"."""
        if (
            begin > 1
            and self._is_hyphen(begin - 1)
            and self._gap(begin) == 0
            and self.tokens[begin - 2].text in ("al", "el")
        ):
            return begin - 2
        return begin

    def _after_the(self, begin: int, end: int) -> bool:
        """Whether an article belongs to the words themselves; in "the Obama administration" it does not."""
        if begin == 0 or self.tokens[begin - 1].text.lower() not in ("the", "a", "an", "this", "that", "every"):
            return False
        return end >= len(self.tokens) or self.tokens[end].tag not in ("NN", "NNS") or self._gap(end) == 0

    def _candidate(self, begin: int, end: int, number: int, title: str, after_the: bool) -> Candidate:
        span = Span(self.tokens[begin].span.start, self.tokens[end - 1].span.end)
        own = max(_GLUED.split(span.of(self.text)), key=len)
        words = _POSSESSIVE.sub("", own)
        start = span.start + span.of(self.text).index(own)
        span = Span(start, start + len(words))
        return Candidate(
            span, words, number, begin, end, tuple(self.labels[begin:end]), title, after_the, self.title_case
        )

    def _title_before(self, start: int) -> str:
        """Return the word right before a run where it is a title or a form of address, "" elsewhere."""
        if start == 0:
            return ""
        word = self.tokens[start - 1].text
        return word if self.lex.is_title(word) or self.lex.is_honorific(word) else ""

    def _after_titles(self, start: int, end: int) -> int:
        """Return where the name begins, after the last title that has a name behind it."""
        begin = start
        for index in range(start, end - 1):
            word = self.tokens[index].text
            joined = index > start and self._is_hyphen(index - 1) and not self._compound_title(start, index)
            if self._is_hyphen(index + 1) or joined:
                continue
            addresses = self.lex.is_honorific(word) and not self._is_given_name(index)
            if addresses or (self.lex.is_title(word) and not self._inside_a_name(begin, index, end)):
                begin = index + 1
        while begin < end - 1 and self._is_leading_place(begin, end):
            begin += 1
        return self._after_body(begin, end)

    def _opens_a_title(self, begin: int, end: int) -> bool:
        """Whether a run ends in the first word of a title that goes on behind it: "Lund Chief of Staff Jan Berg"."""
        if end - begin < 2 or end + 1 >= len(self.tokens) or self.tokens[end].text != "of":
            return False
        return " ".join(token.text.lower() for token in self.tokens[end - 1 : end + 2]) in self.lex.phrases

    def _after_body(self, begin: int, end: int) -> int:
        """Return where a name begins behind a title's body: "Director of National Intelligence Anna Lund"."""
        back = begin - 2 if begin > 1 and self.tokens[begin - 1].text.lower() == "the" else begin - 1
        if back < 1 or self.tokens[back].text not in ("of", "for") or not self._closes_a_title(back - 1):
            return begin
        given = (index for index in range(begin, end - 1) if self.tokens[index].text in self.lex.given)
        return next(given, begin)

    def _closes_a_title(self, index: int) -> bool:
        """Whether a word is a title, or ends one of several words: Director, Secretary of State."""
        if self.lex.is_title(self.tokens[index].text):
            return True
        return " ".join(token.text.lower() for token in self.tokens[max(0, index - 2) : index + 1]) in self.lex.phrases

    def _is_given_name(self, index: int) -> bool:
        """Whether a form of address is a given name here: "Don Hartley", though not "Don Carlos"."""
        return self.tokens[index].text in self.lex.given and self.tokens[index + 1].text not in self.lex.given

    def _compound_title(self, start: int, index: int) -> bool:
        """Whether a word and the one before its hyphen are one title: "Secretary-General", "Vice-President"."""
        before = self.tokens[index - 2].text if index - 2 >= start else ""
        return self.lex.is_title(before) or before.lower() in self.lex.portfolios

    def _inside_a_name(self, begin: int, index: int, end: int) -> bool:
        """Whether a word that could be a title is a name here: a given name before it (Martin Luther King Jr.)."""
        if index == begin:
            # "Dean Smith", "Prince Fielder": a title all the same, for the surname carries the name.
            lower = self.tokens[index].text.lower()
            given = self.tokens[index].text in self.lex.given or self._is_behind_a_title(index)
            return given and lower not in self.lex.offices and lower not in self.lex.abbreviations
        before = self.tokens[index - 1].text
        if self.tokens[index].text.lower() in self.lex.abbreviations or self.lex.is_place(before):
            return False
        return (
            before in self.lex.given
            or bool(_INITIALS.match(before))
            or self.labels[index - 1] == "PERSON" == self.labels[index]
        )

    def _is_behind_a_title(self, index: int) -> bool:
        """Whether a trade is a name, a title before it and one word behind it: "Justice Potter Holm"."""
        titled = index > 0 and self.lex.is_title(self.tokens[index - 1].text)
        return (
            titled and self.labels[index] == self.labels[index + 1] == "PERSON" and self.end_of_run(index) == index + 2
        )

    def _is_leading_place(self, index: int, end: int) -> bool:
        word = self.tokens[index].text
        if word in self.lex.given or self._is_hyphen(index + 1):
            return False
        if self._is_from_a_state(word) and self.tokens[index + 1].text in self.lex.given:
            return True
        return (self.lex.is_place(word) and self.labels[index] != "PERSON") or (
            self.labels[index] == "NORP" and self.labels[index + 1] in ("PERSON", "")
        )

    def _is_from_a_state(self, word: str) -> bool:
        """Whether a word may say where somebody is from: "Vermonter", "Kentuckian"."""
        ends = word.endswith(("an", "er", "ans", "ers"))
        return ends and any(word.startswith(state[:-1]) for state in self.lex.states if len(state) > 4)

    def _after_labelled(self, begin: int, end: int) -> int:
        """Leave out names of bodies and places that the recogniser sees before a person: "Fox News Megyn Kelly"."""
        if self.tokens[begin].text in self.lex.given:
            return begin
        for index in range(begin + 1, end):
            if self.labels[index] == "PERSON" and self.labels[index - 1] in ("ORG", "GPE", "NORP", "DATE", "FAC"):
                return index
        return begin

    def _is_calendar(self, index: int) -> bool:
        return self.labels[index] == "DATE" and self.tokens[index].text.lower() in self.lex.thing_nouns
