"""Which language an article reads as, whatever it says: pages say English by default, or nothing at all.

Function words tell: a language's own make up a third of its texts, another's next to none. Only clear cases count; a
table of results, which has few words of any kind, stays what it is said to be.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article

__all__ = ["Language", "language_of", "reads_english"]

_WORD = re.compile(r"[^\W\d_]+")
#: So many words are looked at, and so many there must be.
_MOST, _FEWEST = 2_000, 20
#: The share of a language's small words that makes a text one of it, and how many times more they are than English's
#: (of English ones, than any other's): Danish and Norwegian, Spanish and Portuguese need not be told apart.
_SHARE, _TIMES = 0.12, 3
#: The share of words in other than Latin letters that makes it none of English.
_OTHER_LETTERS = 0.5


class Language(NamedTuple):
    """A language by its code, "und" where only the letters are known not to be English's, and its English name."""

    code: str
    name: str


_ENGLISH = Language("en", "English")


def reads_english(article: Article) -> bool:
    """Whether an article is to be read as English: its words say so, or else its metadata do."""
    clear = language_of(article)
    return article.reads_english if clear is None else clear == _ENGLISH


def language_of(article: Article) -> Language | None:
    """Return the language that the running text is clearly in, None where that is not clear."""
    words = list(islice(_words(article), _MOST))
    if len(words) < _FEWEST:
        return None
    if sum(not _is_latin(word) for word in words) > _OTHER_LETTERS * len(words):
        return Language("und", "a language in other letters")
    counted = Counter(words)
    shares = {each: sum(counted[word] for word in own) / len(words) for each, own in _small_words().items()}
    second, first = sorted(shares, key=lambda language: shares[language])[-2:]
    rival = second if first == _ENGLISH else _ENGLISH
    clear = shares[first] >= _SHARE and shares[first] > _TIMES * shares[rival]
    return first if clear else None


def _words(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if block.in_body:
            words = _WORD.finditer(article.text, block.span.start, block.span.end)
            yield from (match.group().lower() for match in words)


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


@cache
def _small_words() -> dict[Language, frozenset[str]]:
    """Return the small words of each language, those of others without what is English, too."""
    text = resources.files("editcheck.facts").joinpath("data/languages.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, Any]] = tomllib.loads(text)
    english = frozenset(tables["en"]["words"])
    foreign = {Language(code, table["name"]): frozenset(table["words"]) - english for code, table in tables.items()}
    return {**foreign, _ENGLISH: english}
