"""Definitions by words: "or NGO", "known as", "which stands for", "using the acronym for", an apposition, a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.acronyms.brackets import define_before, sentence_start
from editcheck.facts.acronyms.letters import Words, align_after, letters_of
from editcheck.facts.acronyms.names import name_after, name_before
from editcheck.facts.acronyms.shapes import candidates, is_bracket_form
from editcheck.facts.acronyms.strategies import by_place, confidence_of, is_strict
from editcheck.facts.model import Definition

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["definitions_in_phrases"]

_FORM = (
    r"[\"'“”‘’]?(?P<form>(?:[A-Z]\.){2,}|(?=[\w&/.-]{0,20}[A-Z][\w&/.-]{0,20}[A-Z])[A-Za-z0-9](?:[\w&/.-]{0,20}\w)?)"
    r"(?![\w-])[\"'“”‘’]?"
)
_LETTERS = r"(?:acronyms?|initials|abbreviations?|initialisms?|shorthand|short form)"

#: "X, also known as SF": the long form ends where the match begins.
_AFTER_LONG = re.compile(
    r",?[\"”’]?\s(?:"
    r"or(?: simply| just)?"
    r"|(?:(?:is|are|was|were) )?"
    r"(?:(?:also|better|commonly|otherwise|once|formerly|now|widely|usually|popularly|often|simply|more) )?"
    r"(?:known|abbreviated|referred to|called|shortened)(?: (?:as|to|by))?"
    rf"(?: (?:the|its|their|her|his)(?: \w+)? {_LETTERS}(?: of)?,?)?"
    rf"|(?:by|under|with|using) (?:the|its|their)(?: \w+)? {_LETTERS}(?: of)?,?"
    rf"|whose {_LETTERS} (?:is|are)"
    r"|here(?:in)?after(?: called)?|henceforth"
    rf")\s(?:the )?{_FORM}"
)
_BARE_OR = re.compile(r",?[\"”’]?\sor\s")
_TELLS = re.compile(rf"known as|abbreviated|shortened|{_LETTERS}")
_ENCLOSED_OR = re.compile(rf",[\"”’]?\sor (?:the )?{_FORM}(?=[,.;:)]|\s[–—-])")
_NEXT_FORM = re.compile(rf"(?:, or|, and|,| or| and)\s(?:the )?{_FORM}(?![\w-])")
#: "SF, which stands for X": the long form begins where the match ends.
_BEFORE_LONG = re.compile(
    rf"(?<![\w@#$.-]){_FORM},?[\"”’]?\s(?:\([^()]*\)\s)?"
    rf"(?:(?:which |that )?(?:stands|standing|stood) for|(?:which is |is )?short for|meaning"
    rf"|(?:which is |is )?(?:an?|the) {_LETTERS}(?: that stands| standing)? (?:for|of))\s(?:the )?[\"'“‘]?"
)
#: "using the acronym for X": the short form stands before, in this sentence or the last.
_ACRONYM_FOR = re.compile(
    rf"\b(?:an?|the|its|their|another|using|in|French|Spanish|Arabic|Russian|German) {_LETTERS} (?:for|of)"
    r"\s(?:the )?[\"'“‘]?"
)
#: "the World Wide Web Consortium, W3C." and "chief experience officer – CXO": letter by letter only.
_APPOSITION = re.compile(rf"(?P<mark>,|\s(?:[–—-]|--))\s(?:the )?{_FORM}(?: for short)?(?=[,.;:)\]]|\s[–—-]|\s*\Z|\n)")
_REVERSED = re.compile(
    rf"(?<![\w@#$.-]){_FORM}(?P<mark>,|:|\s(?:[–—=-]|--)|, or)\s"
    r"(?:(?:formally|officially|formerly|i\.e\.|that is)(?: known as| called)?,?\s)?(?:the )?(?=[A-Z\"“])"
)

_REACH = 300


def definitions_in_phrases(text: str, within: Span) -> Iterator[Definition]:
    """Yield the definitions of a block that words or commas make, each way of making them by itself."""
    for match in _AFTER_LONG.finditer(text, within.start, within.end):
        yield from _said(text, within, match)
    for match in _APPOSITION.finditer(text, within.start, within.end):
        closes = text[match.end() : match.end() + 1] == ")" and match["mark"] == ","
        yield from _long_before(text, within, match, "apposition", strict=not closes)
    for match in _BEFORE_LONG.finditer(text, within.start, within.end):
        yield from _long_after(text, within, Span(*match.span("form")), match.end(), "said", strict=False)
    for match in _REVERSED.finditer(text, within.start, within.end):
        yield from _long_after(text, within, Span(*match.span("form")), match.end(), "apposition", strict=True)
    for match in _ACRONYM_FOR.finditer(text, within.start, within.end):
        yield from _short_nearby(text, within, match)


def _said(text: str, within: Span, match: re.Match[str]) -> Iterator[Definition]:
    """Yield the definition of "X, or SF" and "X, also known as SF", and of the forms that follow: "SF, SF and SF"."""
    bare = _BARE_OR.match(match.group()) is not None
    found = next(_long_before(text, within, match, "said", strict=bare), None)
    told = _ENCLOSED_OR.match(text, match.start(), within.end) if bare else _TELLS.search(match.group())
    if found is None and told:
        name = name_before(text, within.start, match.start(), tail=2)
        found = by_place(text, Span(*match.span("form")), name, "said") if name else None
    if not found:
        return
    yield found
    if not bare:
        for short in _listed(text, match.end(), within.end):
            another = by_place(text, short, found.long, "said")
            if another:
                yield another


def _listed(text: str, start: int, ceiling: int) -> Iterator[Span]:
    """Yield the short forms that go on a list: ", ISIL and Daesh"."""
    while match := _NEXT_FORM.match(text, start, ceiling):
        yield Span(*match.span("form"))
        start = match.end()


def _long_before(text: str, within: Span, match: re.Match[str], place: str, *, strict: bool) -> Iterator[Definition]:
    short = Span(*match.span("form"))
    if len(letters_of(short.of(text))) < 2 or not is_bracket_form(short.of(text)):
        return
    found = define_before(text, short, within.start, match.start(), place)
    if found and (is_strict(found, tail=place == "said") or (not strict and _is_sure(text, found, place))):
        yield found


def _is_sure(text: str, found: Definition, place: str) -> bool:
    """Whether letters from inside words may be believed: of a name, or of all that shares brackets with the form."""
    long = found.long.of(text)
    if place == "apposition":
        return text[found.long.start - 1 : found.long.start] == "("
    return len(long.split()) > 1 and long[0].isupper()


def _long_after(text: str, within: Span, short: Span, start: int, place: str, *, strict: bool) -> Iterator[Definition]:
    form = short.of(text)
    end = _sentence_end(text, start, within.end)
    found = (
        align_after(form, Words.of(text, start, end), whole=False)
        if len(letters_of(form)) > 1 and is_bracket_form(form)
        else None
    )
    if found is None:
        return
    confidence = confidence_of(form, found)
    definition = Definition(short, Span(found.start, found.end), f"{place}: {found.strategy}", confidence)
    if confidence and (not strict or is_strict(definition)):
        yield definition


def _sentence_end(text: str, start: int, ceiling: int) -> int:
    match = re.compile(r"[.;:?!][\"”’)]*(?:\s|\Z)|[()\"”]|,\s").search(text, start, min(ceiling, start + _REACH))
    return match.start() if match else min(ceiling, start + _REACH)


def _short_nearby(text: str, within: Span, match: re.Match[str]) -> Iterator[Definition]:
    """Find the short form that an "acronym for" speaks of: the nearest whose letters fit, or just the nearest."""
    floor = sentence_start(text, within.start, max(within.start, sentence_start(text, within.start, match.start()) - 2))
    before = [*candidates(text, Span(max(floor, match.start() - _REACH), match.start()), ())]
    for short in reversed(before):
        fitting = [*_long_after(text, within, short, match.end(), "acronym for", strict=False)]
        if fitting:
            yield from fitting
            return
    name = name_after(text, match.end(), within.end)
    if before and name and match.start() - before[-1].end <= 60:
        found = by_place(text, before[-1], name, "acronym for")
        if found:
            yield found
