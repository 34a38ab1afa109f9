"""What only looks like a short form: numerals, party tags, tickers, model numbers, initials, capitals for emphasis.

Nothing here is asked about forms that the text defines or the house list knows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from editcheck.article import Article, Block, BlockKind, Span
from editcheck.facts.acronyms.known import plain_words, states

if TYPE_CHECKING:
    from editcheck.facts.acronyms.word_index import WordIndex
    from editcheck.facts.model import Sentence

__all__ = ["Context"]

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_PARTY_TAG = re.compile(r"[A-Z]{1,3}[–-][A-Z][A-Za-z.]*")
_MODEL = re.compile(r"(?=.*\d)[A-Z0-9]+(?:[–/-][A-Z0-9]+)*s?")
_DOTTED_INITIALS = re.compile(r"(?:[A-Z]\.){1,4}")
_NAME_FOLLOWS = re.compile(r"\s+[\"“‘]?[A-Z][a-z’']")
_LAWSUIT = re.compile(r"\sv(?:s?\.|\s)\s?[A-Z]")
#: Addresses, and what agencies and forums write together with signs: .SPX, EUR=, US10YT=RR, TL;DR.
_ADDRESS = re.compile(r"[@#$=_]|;(?=\w)|\A\(?\.(?=\w)|://|www\.|\.(?:com|org|net|gov|edu|uk|de|co|ly)\b", re.IGNORECASE)
_TICKER = re.compile(r"(?:NYSE|NASDAQ|Nasdaq|AMEX|LSE|TSX|ASX|OTC\w*|ETR|EPA|HKG|TYO|LON|NSE|BSE)\s?:\s?$")
_EXCHANGE_SUFFIX = re.compile(r"\.[A-Z]{1,2}\)")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]+(?:,[^,()—–\n]{1,30}){0,3}\s*(?:\([^()]{2,30}\)\s*)?(?:(?:—|–|--|-[^\S\n])[^\S\n]*(?=\S)|:)"
)
_SENTENCE_ENDS = re.compile(r"[.?!][\"”’]?\s\Z")
_SPEAKER = re.compile(r"[A-Z][A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*){0,3}:")
_CAPITALS = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
_WORDS = re.compile(r"[^\W\d_]+")
_CREDIT = re.compile(r"[^\n/]{0,30}(?:/| via )(?:AFP|AP|Reuters|REUTERS|Getty|Bloomberg|EPA|POOL|dpa)\b")
_NUMBER_FOLLOWS = re.compile(r"\s\d+\b(?!,?\s\d)")
_LINKED_BEFORE = re.compile(r"(?<![^\W_])[A-Z0-9][^\W_]*[a-z0-9][–-]\Z|[^\W_]/\Z")
_LINKED_AFTER = re.compile(r"/[^\W_]|[–-](?:[0-9]|[A-Z][a-z0-9])")
_REACH = 100
_LONGEST_LINKED = 30
_LONGEST_RUN = 6
#: A word of more capitals is no short form, and what stands beside it in capitals is written so for emphasis, too.
_LONGEST_FORM = 8
_NO_RUNNING_TEXT = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT})


class Context:
    """The article around a form, and what it says about whether the form is one."""

    def __init__(self, article: Article, sentences: tuple[Sentence, ...], index: WordIndex) -> None:
        self.article = article
        self.sentences = sentences
        self.index = index

    def refuses(self, form: str, span: Span) -> bool:
        """Whether the characters of an undefined, unknown form are something else here."""
        block = self.article.block_at(span)
        return (
            block.kind in _NO_RUNNING_TEXT
            or self._is_numeral_or_number(form, span)
            or self._is_tag(form, span)
            or self._is_in_address(span)
            or self._is_ticker(span)
            or self._is_part_of_name(form, span)
            or self._is_part_of_compound(span)
            or self._is_emphasis(form, span, block)
            or self._is_credit(span)
            or self._opens_block(span, block)
            or self._is_insertion(span)
        )

    def is_state(self, form: str, span: Span) -> bool:
        """Whether this is a state: after a place, before a postal code, with periods, or named in full elsewhere."""
        state = states().get(form.replace(".", ""))
        if state is None:
            return False
        if "." in form or next(self.index.phrases(state), None) is not None:
            return True
        before = self.article.text[max(0, span.start - 3) : span.start]
        after = self.article.text[span.end : span.end + 7]
        return before.endswith(", ") or re.match(r"\s\d{5}\b", after) is not None

    def follows_number(self, span: Span) -> bool:
        """Whether the word before is a number, as before a unit."""
        return re.search(r"\d[\d.,]*\s?\Z", self.article.text[max(0, span.start - 15) : span.start]) is not None

    def _is_numeral_or_number(self, form: str, span: Span) -> bool:
        """Whether this is a Roman numeral, the name of a model, or counts something: "HB 1523"."""
        if _ROMAN.fullmatch(form) and (not set(form) & set("DCM") or len(form) > 3):
            return True
        if len(form) == 2 and _NUMBER_FOLLOWS.match(self.article.text, span.end):
            return True
        return _MODEL.fullmatch(form) is not None

    def _is_tag(self, form: str, span: Span) -> bool:
        if "-" in form or "–" in form:
            return _PARTY_TAG.fullmatch(form) is not None and re.split("[–-]", form)[0] in (
                "D",
                "R",
                "I",
                "DFL",
                "L",
                "G",
            )
        return re.search(r"\b[DRI][–-]\Z", self.article.text[max(0, span.start - 3) : span.start]) is not None

    def _is_in_address(self, span: Span) -> bool:
        text = self.article.text
        before = text[max(0, span.start - _REACH) : span.start].rpartition(" ")[2].rpartition("\n")[2]
        after = re.split(r"\s", text[span.end : span.end + _REACH], maxsplit=1)[0]
        return _ADDRESS.search(before + text[span.start : span.end] + after) is not None

    def _is_ticker(self, span: Span) -> bool:
        text = self.article.text
        if _TICKER.search(text[max(0, span.start - 12) : span.start]):
            return True
        return text[span.start - 1 : span.start] == "(" and _EXCHANGE_SUFFIX.match(text, span.end) is not None

    def _is_part_of_name(self, form: str, span: Span) -> bool:
        """Whether these are somebody's initials ("J.K. Rowling", "George HW Bush" where the parser sees a person).

        So is a party in a lawsuit's name ("NFIB v. Sebelius").
        """
        if _DOTTED_INITIALS.fullmatch(form) and _NAME_FOLLOWS.match(self.article.text, span.end):
            return True
        if len(form) == 2 and _NAME_FOLLOWS.match(self.article.text, span.end):
            return True
        if _LAWSUIT.match(self.article.text, span.end):
            return True
        return len(form) == 2 and any(
            person.start <= span.start and person.end > span.end + 2 for person in self._people_at(span)
        )

    def _is_part_of_compound(self, span: Span) -> bool:
        """Whether a link ties the form to another name or number ("Lind/HKM", "GKR-2"): one name together.

        A lower-case word with a hyphen does not change what the letters are ("HKM-led", "non-HKM"), and of two forms
        in capitals with a hyphen each is one by itself ("UN-HKM").
        """
        before = self.article.text[max(0, span.start - _LONGEST_LINKED) : span.start]
        return bool(_LINKED_BEFORE.search(before) or _LINKED_AFTER.match(self.article.text, span.end))

    def _people_at(self, span: Span) -> list[Span]:
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return []
        return [entity.span for entity in self.sentences[index].entities if entity.label == "PERSON"]

    def _is_emphasis(self, form: str, span: Span, block: Block) -> bool:
        lower = form.lower()
        if (
            self.article.text[span.end : span.end + 1] == "!"
            or lower in plain_words()
            or (len(form) > 2 and lower in self._lower_words)
        ):
            return True
        if len(form) > 2 and form.isalpha() and form.isupper() and form.capitalize() in self._words:
            return True
        run = self._run(span, block)
        plain = sum(self._is_word(word) for word in run)
        if len(run) > 3 or any(len(word) > _LONGEST_FORM and word.isupper() for word in run) or self._is_heading(block):
            return True
        return plain > 0 and (len(run) == 3 or len(form) > 3)

    def _is_word(self, capitals: str) -> bool:
        """Whether a word in capitals is an everyday one, or one that the article writes as a word or a name, too."""
        word = capitals.lower()
        return (
            word in plain_words() or word in self._lower_words or (len(word) > 3 and word.capitalize() in self._words)
        )

    def _is_heading(self, block: Block) -> bool:
        """Whether all of a block is in capitals, several words at least."""
        return block in self._headings

    @cached_property
    def _headings(self) -> frozenset[Block]:
        blocks = self.article.blocks
        return frozenset(
            each for each in blocks if self.article[each.span].isupper() and " " in self.article[each.span]
        )

    def _is_credit(self, span: Span) -> bool:
        """Whether the form is part of a photographer's credit: "JANE DOE/AFP/Getty Images"."""
        return _CREDIT.match(self.article.text, span.end) is not None

    def _run(self, span: Span, block: Block) -> list[str]:
        """Return the words in capitals that stand side by side here."""
        run: list[str] = []
        words, starts = self._capitals[block.span.start]
        here = bisect_right(starts, span.start) - 1
        for step in (-1, 1):
            index, edge = here + step, span
            while 0 <= index < len(words) and len(run) < _LONGEST_RUN:
                first, second = (words[index], edge) if step < 0 else (edge, words[index])
                between = self.article.text[first.end : second.start]
                if not between or between.strip(" '’-"):
                    break
                run.append(self.article[words[index]])
                edge, index = words[index], index + step
        return [*run, self.article[span]]

    @cached_property
    def _capitals(self) -> dict[int, tuple[list[Span], list[int]]]:
        """All words in capitals and where they start, block by block."""
        found: dict[int, tuple[list[Span], list[int]]] = {}
        for block in self.article.blocks:
            words = [
                Span(*match.span())
                for match in _CAPITALS.finditer(self.article.text, block.span.start, block.span.end)
                if match.group().isupper() and len(match.group()) > 1
            ]
            found[block.span.start] = (words, [word.start for word in words])
        return found

    def _opens_block(self, span: Span, block: Block) -> bool:
        """Whether the form stands in a dateline ("KABUL, Afghanistan (AP) —") or names a speaker ("BLITZER:").

        Interviews in one paragraph have speakers after the end of a sentence, too.
        """
        text = self.article.text
        if text[span.end : span.end + 2] == ": " and _SENTENCE_ENDS.search(text[max(0, span.start - 3) : span.start]):
            return True
        for opening in (_DATELINE, _SPEAKER):
            match = opening.match(text, block.span.start, min(block.span.end, block.span.start + 120))
            if match and span.end <= match.end():
                return True
        return False

    def _is_insertion(self, span: Span) -> bool:
        """Whether the form stands in square brackets: the editor's word in somebody's quotation."""
        text = self.article.text
        opening = text.rfind("[", max(0, span.start - 60), span.start)
        return opening >= 0 and "]" not in text[opening : span.start] and "]" in text[span.end : span.end + 60]

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORDS.findall(self.article.text))

    @cached_property
    def _lower_words(self) -> frozenset[str]:
        return frozenset(word for word in self._words if word.islower())

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]
