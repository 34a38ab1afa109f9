"""Where a quotation comes from though no verb of speech says so: it is led in, or credited below or within."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck_attribution.passages import words_of

if TYPE_CHECKING:
    from editcheck import Article, Block, Span

__all__ = ["has_credit_line", "is_placed"]

#: What ends a sentence, with marks and brackets behind it: what follows stands by itself.
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\Z")
#: Behind a quotation: small letters that go on with its sentence, or a bracket that names where it is from.
_GOES_ON = re.compile(r"[\"”’']*[,;:—–-]? ?[a-z(\[]")
#: A line below a quotation that says whose it is: "- Mara Lind", "— Lind, in a letter".
_CREDIT = re.compile(r"[-–—]{1,2} ?\w")
#: The sentence behind a quotation says who said so: "The captain said so in a letter."
_SAID_SO = re.compile(
    r"[”\"’']* (?:[^\s.!?]+\.? ){1,12}?"
    r"(?:said|says|wrote|writes) (?:so|that|this) (?:in|on|at|to|after|before|during)\b"
)
#: The last line of a quotation that says whose it is, set by itself: "Mara Lind, Norland Ferries."
_LAST_LINE = re.compile(r"\n[A-Z][^\n]{2,80}\Z")
#: Names a single piece of speech or writing, which is what stands next in quotation marks.
_WORDS_TO_COME = re.compile(
    r"\b(?:an?|one|another|first|second|last|final|latest|this) (?:[\w-]+ ){0,2}(?:question|tweet|reply|answer|retort"
    r"|joke|quip|message|statement|comment|remark|post|note|column|editorial|op-ed|e-?mail|letter)\b"
    r"|\b(?:his|her|their) (?:[\w-]+ ){0,2}(?:remarks|comments|reply|answer|speech|statement|tweet|letter)\b",
    re.IGNORECASE,
)
#: Behind a quotation: "That quote from a captain", "The statement was signed by Mara Lind."
_POINTS_BACK = re.compile(
    r"[”\"’']*\s+(?:(?:That|This) (?:quote|quotation|line|remark|statement|comment|tweet|sentence|message)"
    r"|The (?:statement|message|letter|tweet|post|e-?mail) was (?:signed|sent|posted|written|made))\b"
)
_SENTENCES = re.compile(r"(?<=[.!?])[”\"’']?\s+")
#: So many characters are looked at for the sentence before.
_A_SENTENCE = 400
#: Within a quotation: another one that is credited there.
_CREDITED_WITHIN = re.compile(r"[”\"] (?:[A-Z]\w+ ){0,2}(?:said|says|told|wrote|replied|responded|answered)\b")
#: A transcript: the speaker's name and a colon open the quotation.
_SPEAKER = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}: ")
_OPENING_MARKS = "\"“‘'„« \t\n"
#: So many characters beside a quotation are looked at.
_BESIDE = 80
#: As many of its first words, met elsewhere in the article, make a quotation one that the article repeats.
_SAME_WORDS = 8


def is_placed(article: Article, span: Span) -> bool:
    """Whether what stands around the content of a quotation, or within it, says where it comes from."""
    words = article[span]
    return (
        _is_led_in(article, span)
        or _goes_on(article, span)
        or has_credit_line(words)
        or _CREDITED_WITHIN.search(words) is not None
        or _SPEAKER.match(words) is not None
        or _is_repeated(article, span)
        or _is_announced(article, span)
    )


def has_credit_line(words: str) -> bool:
    """Whether quoted words end with a line that says whose they are."""
    return _LAST_LINE.search(words) is not None


def _is_announced(article: Article, span: Span) -> bool:
    """Whether the sentence before says what kind of words come ("She had a question."), or the next points back."""
    number = article.block_index(span)
    start = article.blocks[max(0, number - 1)].span.start
    before = _SENTENCES.split(article.text[max(start, span.start - _A_SENTENCE) : span.start].rstrip(_OPENING_MARKS))
    if before and _WORDS_TO_COME.search(before[-1]):
        return True
    return _POINTS_BACK.match(article.text, span.end) is not None


def _is_led_in(article: Article, span: Span) -> bool:
    """Whether running words lead to the opening mark: "As the song has it, ", or a colon, be it a paragraph before."""
    block = article.block_at(span).span
    before = article.text[max(block.start, span.start - _BESIDE) : span.start].rstrip(_OPENING_MARKS)
    if before:
        return _SENTENCE_END.search(before) is None
    above = _neighbour(article, span, -1)
    return above is not None and article[above.span].rstrip().endswith(":")


def _goes_on(article: Article, span: Span) -> bool:
    """Whether the sentence goes on behind the closing mark, or a line below credits the words."""
    block = article.block_at(span).span
    if _GOES_ON.match(article.text, span.end, block.end) or _SAID_SO.match(article.text, span.end, block.end):
        return True
    below = _neighbour(article, span, 1)
    return below is not None and _CREDIT.match(article.text, below.span.start, below.span.end) is not None


def _neighbour(article: Article, span: Span, step: int) -> Block | None:
    number = article.block_index(span) + step
    return article.blocks[number] if 0 <= number < len(article.blocks) else None


def _is_repeated(article: Article, span: Span) -> bool:
    """Whether the article has the same words elsewhere: a pull quote stands beside its text."""
    opening = [*words_of(article[span])][:_SAME_WORDS]
    if len(opening) < _SAME_WORDS:
        return False
    words = " ".join(opening)
    return any(words in " ".join(words_of(article.text[a:b])) for a, b in ((0, span.start), (span.end, None)))
