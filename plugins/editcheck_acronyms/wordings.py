"""A long form with its letters in brackets where only one of the two stood, and the other way round.

What stands before goes with what repairs write: "a Rural Power Council (RPC) report" is "an RPC
report", and "the North Atlantic Treaty Organization (NATO)" plain "NATO" in an article that writes it so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Span

if TYPE_CHECKING:
    from editcheck import Acronym, Article, Block, Definition, Facts

__all__ = ["brackets_of", "explained_at", "is_open_to_brackets", "short_alone"]

_ARTICLE_BEFORE = re.compile(r"(?<!\w)(the|an?)(\s+)\Z", re.IGNORECASE)
#: So many characters before a place hold an article and the blanks behind it.
_BESIDE = 12
#: Letters whose names begin with a vowel: "an FBI agent".
_VOWEL_NAMES = frozenset("AEFHILMNORSX")
#: As many letters with a vowel among them may be read as a word: NATO, UNICEF.
_READABLE = 4
#: What a name may be part of: brackets behind it would stand within a word.
_GOES_ON = re.compile(r"['’\-‑]|\w")
#: The first line of an article of so many blocks is its headline if it has at most so many words.
_WHOLE_ARTICLE, _LONGEST_HEADLINE = 4, 16
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\Z")
_MODIFIES = frozenset({"compound", "nmod", "amod", "poss"})
_OWN_WORDS_BEFORE = frozenset({"det", "poss", "compound", "amod", "nmod", "nummod"})


def brackets_of(article: Article, definition: Definition) -> Span | None:
    """Return the brackets around a short form with the blanks before them; None where more than a blank is between."""
    between = article.text[definition.long.end : definition.short.start]
    if re.fullmatch(r"\s*[(\[]", between) is None:
        return None
    return Span(definition.long.end, definition.short.end + 1)


def short_alone(article: Article, facts: Facts, acronym: Acronym, definition: Definition) -> Edit | None:
    """Return the edit that leaves the letters of an explanation in brackets; None where its words would not be sure."""
    brackets, short = brackets_of(article, definition), article[definition.short]
    if brackets is None:
        return None
    whole = definition.long.cover(brackets)
    found = _article_before(article, whole.start)
    if found is None:
        return Edit(whole, short)
    if found[1].lower() != "the":
        return _behind_a(article, whole, short, found, _before_letters(short))
    takes_the = _takes_the(article, facts, acronym, definition)
    if takes_the is None:
        return None
    return Edit(whole, short) if takes_the else Edit(Span(_start(whole, found), whole.end), short)


def explained_at(article: Article, facts: Facts, place: Span, definition: Definition) -> Edit | None:
    """Return the edit that writes the long form before a short form and brackets around it; None where it is not sure.

    `definition` is where the article ties the two.
    """
    long, short = article[definition.long], article[definition.short]
    if article[place] != short or not is_open_to_brackets(article, facts, place):
        return None
    text = f"{long} ({short})"
    found = _article_before(article, place.start)
    if found is not None:
        return (
            Edit(place, text) if found[1].lower() == "the" else _behind_a(article, place, text, found, _a_or_an(long))
        )
    the = _article_before(article, definition.long.start)
    if the is not None and the[1].lower() == "the" and _stands_alone(facts, place):
        text = f"the {text}"
    return Edit(place, text[0].upper() + text[1:] if _opens_sentence(facts, place) else text)


def is_open_to_brackets(article: Article, facts: Facts, name: Span) -> bool:
    """Whether brackets can be put behind a name: in own running text, not before "'s" or a hyphen."""
    block = article.block_at(name)
    quoted = facts.is_quoted(name) or any(name in each.content for each in facts.quoted)
    if not block.in_body or quoted or _GOES_ON.match(article.text, name.end):
        return False
    return not _may_be_headline(article, block)


def _may_be_headline(article: Article, block: Block) -> bool:
    """Whether a block may be the headline of plain text, which does not say what its first line is for."""
    text = article[block.span].strip()
    if block != article.blocks[0] or article.format != "text":
        return False
    line = len(article.blocks) >= _WHOLE_ARTICLE and len(text.split()) <= _LONGEST_HEADLINE
    return line or text == (article.title or "").strip() or _SENTENCE_END.search(text) is None


def _article_before(article: Article, offset: int) -> re.Match[str] | None:
    return _ARTICLE_BEFORE.search(article.text[max(0, offset - _BESIDE) : offset])


def _start(whole: Span, found: re.Match[str]) -> int:
    """Return where the article before some words begins."""
    return whole.start - len(found[0])


def _behind_a(article: Article, whole: Span, text: str, found: re.Match[str], right: str | None) -> Edit | None:
    """Return the edit with "a" or "an" as the words want it; None where nobody can tell which."""
    if right is None:
        return None
    if found[1].lower() == right:
        return Edit(whole, text)
    start = _start(whole, found)
    article_word = right.capitalize() if article.text[start].isupper() else right
    return Edit(Span(start, whole.end), f"{article_word}{found[2]}{text}")


def _before_letters(short: str) -> str | None:
    """Return the article before letters; None where they may be read as a word, which begins otherwise ("a NATO")."""
    if short[0] in _VOWEL_NAMES - set("AEIO") and _may_be_read(short):
        return None
    return "an" if short[0] in _VOWEL_NAMES else "a"


def _may_be_read(short: str) -> bool:
    return len(short) >= _READABLE and any(letter in "AEIOU" for letter in short[1:])


def _a_or_an(words: str) -> str | None:
    """Return the article before a word; None where its letters do not tell ("a European", "an hour")."""
    first = words[0].lower()
    if first in "uh" or words.lower().startswith(("eu", "one")):
        return None
    return "an" if first in "aeio" else "a"


def _takes_the(article: Article, facts: Facts, acronym: Acronym, definition: Definition) -> bool | None:
    """Whether the article has "the" before these letters, as it does elsewhere; None where it does not tell.

    Letters that can only be spelt out mostly have it.
    """
    explained = {each.short for each in acronym.definitions}
    others = [each for each in acronym.mentions if each not in explained and article.block_at(each).in_body]
    before = [_article_before(article, each.start) for each in others]
    if any(found is not None and found[1].lower() == "the" for found in before):
        return True
    if any(found is None and _stands_alone(facts, each) for found, each in zip(before, others, strict=True)):
        return False
    return None if _may_be_read(article[definition.short]) else True


def _stands_alone(facts: Facts, place: Span) -> bool:
    """Whether letters are the subject or the object, with no word of their own before them: no "FWRC trucks"."""
    sentence = facts.sentence_at(place.start)
    index = sentence.token_at(place.end - 1) if sentence is not None else None
    if sentence is None or index is None or sentence.tokens[index].dep in _MODIFIES:
        return False
    children = sentence.children[index]
    return not any(sentence.tokens[each].dep in _OWN_WORDS_BEFORE for each in children if each < index)


def _opens_sentence(facts: Facts, place: Span) -> bool:
    sentence = facts.sentence_at(place.start)
    return sentence is not None and sentence.tokens[0].span.start == place.start
