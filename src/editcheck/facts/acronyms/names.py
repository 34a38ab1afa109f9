"""Names by their capitals: the capitalised words that end, or begin, at a place."""

from __future__ import annotations

import re
from itertools import islice

from editcheck.article import Span
from editcheck.facts.acronyms.known import function_words
from editcheck.facts.acronyms.small_words import SMALL_WORDS

__all__ = ["name_after", "name_before"]

_WORD = re.compile(r"[^\W_][\w'’&.-]*")
_ELIDED = re.compile(r"\A[dlDL]['’]")
_LONGEST = 12
#: Small words that stand before a name and hardly ever inside of one: "Figures from the Harbor Board".
_LEADING = frozenset(("as", "by", "from", "into", "is", "over", "per", "upon", "via", "vs", "within"))
_JOINING = SMALL_WORDS - _LEADING


def name_before(text: str, floor: int, end: int, tail: int = 0) -> Span | None:
    """Return the run of capitalised words, with small words between, that ends at `end`; two capitals at least.

    At most `tail` common words may stand after it ("Arrivals program").
    """
    words = [*_WORD.finditer(text, max(floor, end - 150), end)]
    while tail and words and words[-1].group().islower() and words[-1].group() not in SMALL_WORDS:
        end = words.pop().start()
        tail -= 1
    if not words or text[words[-1].end() : end].strip("\"'”’) ,"):
        return None
    run: list[re.Match[str]] = []
    for word in islice(reversed(words), _LONGEST):
        if run and text[word.end() : run[-1].start()].strip("\"'“‘’” "):
            break
        if not (_is_capital(word) or word.group().lower() in _JOINING):
            break
        run.append(word)
    return _name(run[::-1])


def name_after(text: str, start: int, ceiling: int) -> Span | None:
    """Return the run of capitalised words, with small words between, that begins at `start`; one capital is enough."""
    run: list[re.Match[str]] = []
    for word in islice(_WORD.finditer(text, start, min(ceiling, start + 150)), _LONGEST):
        if text[run[-1].end() if run else start : word.start()].strip("\"'“‘’” "):
            break
        if not (_is_capital(word) or (run and word.group() in _JOINING)):
            break
        run.append(word)
    return _name(run, least=1)


def _is_capital(word: re.Match[str]) -> bool:
    """Whether a word is capitalised, behind an elided article too ("d'Observatoires")."""
    return _ELIDED.sub("", word.group())[:1].isupper()


def _name(run: list[re.Match[str]], least: int = 2) -> Span | None:
    while run and (not _is_capital(run[0]) or run[0].group().lower() in function_words()):
        run = run[1:]
    while run and not _is_capital(run[-1]):
        run = run[:-1]
    capitals = [word for word in run if _is_capital(word)]
    if len(capitals) < least:
        return None
    return Span(run[0].start(), run[-1].end() - run[-1].group().endswith("."))
