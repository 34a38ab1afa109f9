"""Definitions by brackets: "World Health Organization (WHO)", and the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editcheck.article import Span
from editcheck.facts.acronyms.letters import Alignment, Words, align_after, align_before, letters_of
from editcheck.facts.acronyms.names import name_before
from editcheck.facts.acronyms.nearest import align_nearest
from editcheck.facts.acronyms.shapes import is_bracket_form
from editcheck.facts.acronyms.strategies import STRICT, by_place, confidence_of
from editcheck.facts.model import Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Bracket", "brackets_of", "define_before", "definitions_in_brackets", "sentence_start"]

_MARK = re.compile(r"[()\[\]]")
_PIECE = re.compile(r"(?:(?!\sor\s)[^;,]|,(?!\s))+")
_VALUE = re.compile(r"\s*[:=]\s")
#: Words before a short form in brackets: "(also known as HSB)", "(usually abbreviated to HSB)", "(acronym: HSB)".
_LEAD_IN = re.compile(
    r"(?:(?:here(?:in)?after|henceforth|or|also|formerly|previously|now|better|more|commonly|usually|often|sometimes"
    r"|generally|otherwise|officially|popularly|simply|just|locally|so-called|known|called|dubbed|termed|denoted|named"
    r"|abbreviated|abbreviation|abbr\.?|initialism|initials|acronym|short for|short form|short|referred to|styli[sz]ed"
    r"|a\.?k\.?a\.?|i\.e\.|as|by|its|to|in|from|the|an?|=|:)[:,]?\s+)+",
    re.IGNORECASE,
)
_LEAD_OUT = re.compile(r"(?:\s(?:for|in) short|['’]s)\Z")
#: Words before a long form in brackets: "HSB (which stands for Harbor Safety Board)".
_STANDS_FOR = re.compile(
    r"(?:(?:which|that|is|an?|the|abbreviation|acronym|initialism|contraction|short|stands|standing|meaning|from|for|of)"
    r"\s+)+"
)
_QUOTES = "\"'“”‘’«»©®™ \t"
_SENTENCE_END = re.compile(
    r"(?<![.\s][A-Z])(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bvs)(?:[;:?!]['\"”’]?\s|\.['\"”’]?\s+(?=[A-Z0-9(\[\"'“‘]))"
)
_LOCANT = re.compile(r"\w*\d\w*|\w|alpha|beta|gamma|delta|cis|trans|ortho|meta|para|tert|sec|iso", re.IGNORECASE)
_FOREIGN_FORM = re.compile(r"[A-Z]{3,7}|[A-Z]{1,3}[a-z][A-Z]{1,3}")
_BRACKETS = re.compile(r"[()\[\]]")
_LAST_WORD = re.compile(r"\S+\Z")

#: A long form has at most this many words more than twice the letters of its short form.
_WORDS_TO_SPARE = 4
_LONGEST = 400


class Bracket(NamedTuple):
    """A pair of brackets: the offsets of its marks, the end after the closing one."""

    start: int
    end: int

    @property
    def content(self) -> Span:
        """What stands between the marks."""
        return Span(self.start + 1, self.end - 1)


def brackets_of(text: str, within: Span) -> Iterator[Bracket]:
    """Yield the pairs of round and square brackets of a stretch, inner before outer; lone marks are left out."""
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, within.start, within.end):
        mark = match.group()
        if mark in "([":
            stack.append((mark, match.start()))
        elif stack and stack[-1][0] + mark in ("()", "[]"):
            yield Bracket(stack.pop()[1], match.end())


def definitions_in_brackets(text: str, within: Span) -> Iterator[Definition]:
    """Yield the definitions by brackets of a block, in order of their brackets."""
    for bracket in brackets_of(text, within):
        found = _short_form_inside(text, within, bracket) or _long_form_inside(text, within, bracket)
        if found:
            yield found


def _short_form_inside(text: str, within: Span, bracket: Bracket) -> Definition | None:
    glued = not text[bracket.start - 1 : bracket.start].isspace()
    for piece in _pieces(text, bracket.content):
        form = piece.of(text)
        lone = glued or _VALUE.match(text, piece.end) is not None
        if is_bracket_form(form) and not (lone and len(letters_of(form)) < 2):
            found = define_before(text, piece, within.start, bracket.start, "brackets")
            if found:
                return found
    return _other_letters(text, within, bracket)


def _other_letters(text: str, within: Span, bracket: Bracket) -> Definition | None:
    """Take a name before capitals in brackets as their long form, whatever its letters: "the Basque Party (PNV)"."""
    tied = text[bracket.start] == "(" and text[bracket.start - 1 : bracket.start] in (" ", '"', "”")
    if not tied or len(bracket.content) > _LONGEST:
        return None
    content = bracket.content.of(text).rstrip(" ,;")  # as where a pronunciation was taken out: "(PNV, )"
    short = _strip(text, bracket.content.start, bracket.content.start + len(content))
    if not _FOREIGN_FORM.fullmatch(short.of(text)):
        return None
    long = name_before(text, within.start, bracket.start)
    return by_place(text, short, long, "brackets") if long else None


def _pieces(text: str, content: Span) -> Iterator[Span]:
    """Yield what commas and semicolons separate, without lead-in words and quotes, and without a value: "OR: 2.1"."""
    for match in _PIECE.finditer(text, content.start, min(content.end, content.start + _LONGEST)):
        bare = _strip(text, *match.span())
        value = _VALUE.search(text, bare.start, bare.end)
        yield _strip(text, bare.start, value.start() if value else bare.end)


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _QUOTES:
        start += 1
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead else start
    while start < end and text[start] in _QUOTES:
        start += 1
    out = _LEAD_OUT.search(text[start:end])
    end = start + out.start() if out else end
    while end > start and text[end - 1] in _QUOTES:
        end -= 1
    return Span(start, end)


def define_before(text: str, short: Span, floor: int, end: int, place: str) -> Definition | None:
    """Look for the long form of a short one in the words that end at `end`, in the same sentence and after `floor`.

    `place` is how the text ties the two ("brackets"); with the strategy of the letters it names the definition.
    """
    form = short.of(text)
    while end > floor and (text[end - 1] in _QUOTES or text[end - 1] == ","):
        end -= 1
    if text.endswith(("'s", "’s"), floor, end) and not form.lower().endswith("s"):
        end -= 2
    floor = sentence_start(text, floor, end)
    most = 2 * len(letters_of(form)) + _WORDS_TO_SPARE
    words = Words.of(text, _back(text, floor, end, most), end)
    found = align_before(form, words) if words.parts else None
    if place == "brackets" and text[end] not in "([" and not (found and confidence_of(form, found)):
        found = _nearest(text, form, words)
    if _is_ordinary(form) and found and found.strategy not in STRICT | {"prefixes"}:
        return None
    if found is None or form.lower() in text[found.start : found.end].lower().split():
        return None
    long = Span(_word_start(text, found.start, floor, found.end), _word_end(text, found.start, found.end))
    believed = _is_whole(long.of(text)) and not _is_party(form, long.of(text))
    confidence = confidence_of(form, found) if believed else 0.0
    return Definition(short, long, f"{place}: {found.strategy}", confidence) if confidence else None


def _nearest(text: str, form: str, words: Words) -> Alignment | None:
    """Return the nearest words that may be the long form, as a last resort: not across other brackets.

    Letters from inside the words of a name say less than its place before capitals in brackets (`_other_letters`).
    """
    found = align_nearest(form, words)
    if found is None or _BRACKETS.search(text, found.start, found.end):
        return None
    is_name = text[found.start].isupper() and _FOREIGN_FORM.fullmatch(form) is not None
    return None if is_name and found.strategy == "nearest-letters" else found


def _is_ordinary(form: str) -> bool:
    """Whether a form looks like any word: its letters must open the words of its long form ("Interpol")."""
    return form[1:].islower() and len(form) > 4


def _is_party(form: str, long: str) -> bool:
    """Whether a letter after a name says its bearer's party: "Rubio (R)"."""
    return form in ("D", "R", "I", "L", "G") and long[:1].isupper()


def _word_end(text: str, start: int, end: int) -> int:
    """Return the end with the bracket that closes what the long form opens ("prostaglandin E(2)")."""
    closes = text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end)
    return end + closes


def _is_whole(long: str) -> bool:
    """Whether brackets are closed inside a long form, and no bracket of its own stands before it."""
    depth = 0
    for mark in re.findall(r"[()]", long):
        depth += 1 if mark == "(" else -1
        if depth < 0:
            return False
    return depth == 0 and not re.match(r"\([^()]*\)[,\s]", long)


def sentence_start(text: str, floor: int, end: int) -> int:
    """Return where the sentence that `end` stands in begins, as far as marks tell, or a place far enough before."""
    floor = max(floor, end - _LONGEST)
    for match in _SENTENCE_END.finditer(text, floor, end):
        floor = match.end()
    return floor


def _back(text: str, floor: int, end: int, words: int) -> int:
    """Return the offset `words` words before `end`, not before `floor`."""
    start = end
    for _ in range(words):
        match = _LAST_WORD.search(text[floor:start].rstrip())
        if match is None:
            break
        start = floor + match.start()
    return start


def _word_start(text: str, start: int, floor: int, end: int) -> int:
    """Return where the word around `start` begins, if what stands before it there is a number or a chemist's prefix.

    ("2,4-dichloro...", "N-methyl...", "beta-..."; but not "anti-human".) An opening bracket or quotation mark whose
    partner is not inside the long form is left out, and so is all that stands before a closing bracket's.
    """
    begin = start
    while begin > floor and not text[begin - 1].isspace():
        begin -= 1
    while begin < start and (text[begin] in _QUOTES or _opens_alone(text, begin, end)):
        begin += 1
    before = text[begin:start]
    if before.count(")") > before.count("(") or "--" in before or "—" in before or "/" in before:
        return start
    return begin if all(_LOCANT.fullmatch(part) for part in re.findall(r"[^\W_]+", before)) else start


def _opens_alone(text: str, begin: int, end: int) -> bool:
    opening = text[begin]
    closing = {"(": ")", "[": "]"}.get(opening)
    return closing is not None and text.count(opening, begin, end) > text.count(closing, begin, end)


def _long_form_inside(text: str, within: Span, bracket: Bracket) -> Definition | None:
    before = _LAST_WORD.search(text[max(within.start, bracket.start - 40) : bracket.start].rstrip())
    if before is None:
        return None
    offset = max(within.start, bracket.start - 40)
    short = _strip(text, offset + before.start(), offset + before.end())
    form = short.of(text)
    if not is_bracket_form(form) or len(letters_of(form)) < 2 or _is_plain(form):
        return None
    long = _strip(text, bracket.content.start, bracket.content.end)
    lead = _STANDS_FOR.match(text, long.start, long.end)
    return (
        None if text.startswith(form, long.start) else _whole(text, short, Span(lead.end(), long.end) if lead else long)
    )


def _whole(text: str, short: Span, long: Span) -> Definition | None:
    """Return the definition of a short form by all of a stretch, or by what stands before its first comma."""
    form = short.of(text)
    found: list[tuple[Alignment, int]] = []
    for end in sorted({_first_stop(text, long), long.end}):
        alignment = align_after(form, Words.of(text, long.start, min(end, long.start + _LONGEST)), whole=True)
        if alignment and end - long.start > len(form):
            found.append((alignment, end))
    for alignment, end in sorted(found, key=lambda each: each[0].price):
        confidence = confidence_of(form, alignment)
        if confidence:
            return Definition(short, Span(long.start, end), f"brackets reversed: {alignment.strategy}", confidence)
    return None


def _is_plain(form: str) -> bool:
    """Whether a word has nothing of a short form: no second capital and no digit."""
    return form.isalpha() and form[1:].islower()


def _first_stop(text: str, span: Span) -> int:
    match = re.compile(r"[,;:]").search(text, span.start, span.end)
    return match.start() if match else span.end
