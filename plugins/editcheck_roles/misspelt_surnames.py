"""Bare surnames with a slip of the keyboard, which so are nobody's: "Kovalenko … Kovalneko said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editcheck_roles.places import in_own_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from editcheck import Article, Facts, Person, Sentence

__all__ = ["Misspelt", "misspelt_surnames"]

#: A name of fewer letters has too many neighbors.
_SHORTEST = 5
#: So often a surname stands in the article at least, for one of its kind to be taken for it.
_OFTEN = 2
#: Dependencies of somebody who takes part in what a sentence tells.
_PARTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "agent", "dative", "appos"))
#: What a name has behind it for a family, a people or what belongs to them: "the Trumps", "the Icelanders".
_ENDINGS = ("s", "es", "n", "an", "er", "ers")


class Misspelt(NamedTuple):
    """A word, where it stands, whose surname it seems to mean, and where that surname stands first."""

    word: str
    start: int
    person: Person
    usual_at: int


def misspelt_surnames(article: Article, facts: Facts, alike: Callable[[str, str], bool]) -> Iterator[Misspelt]:
    """Yield names of one word that stand once, are part of nobody's full name, and nearly somebody's surname.

    `alike` says whether two words may be one name in two spellings.
    """
    surnames = {person.surname: person for person in facts.people if _is_met(person)}
    if not surnames:
        return
    counted = _counted(facts)
    for sentence in facts.sentences:
        for index, token in enumerate(sentence.tokens):
            word = token.text
            if counted.get(word) != 1 or word in surnames or not _stands_alone(sentence, index):
                continue
            meant = [
                each for each in surnames if word[0] == each[0] and alike(word, each) and not _is_ending(word, each)
            ]
            if len(meant) == 1 and in_own_words(article, facts, token.span) and not _is_known(facts, word):
                person = surnames[meant[0]]
                at = next(each.span.end for each in person.names if each.text.endswith(person.surname))
                yield Misspelt(word, token.span.start, person, at - len(person.surname))


def _is_met(person: Person) -> bool:
    """Whether the reader knows a surname: from a full name, and from another mention."""
    ending = [each for each in person.names if each.text.endswith(person.surname)]
    return len(person.surname) >= _SHORTEST and len(ending) >= _OFTEN and any(" " in each.text for each in ending)


def _counted(facts: Facts) -> Mapping[str, int]:
    """Return how often each capitalised word of the article stands in it, as it is written."""
    counted: dict[str, int] = {}
    for sentence in facts.sentences:
        for token in sentence.tokens:
            if token.text[:1].isupper() and token.text.isalpha() and len(token.text) >= _SHORTEST:
                counted[token.text] = counted.get(token.text, 0) + 1
    return counted


def _stands_alone(sentence: Sentence, index: int) -> bool:
    """Whether a word is a name by itself that takes part in the sentence."""
    tokens = sentence.tokens
    token = tokens[index]
    if token.text.isupper() or token.tag not in ("NNP", "NN", "NNPS") or token.dep not in _PARTS:
        return False
    beside = [tokens[each] for each in (index - 1, index + 1) if 0 <= each < len(tokens)]
    return not any(each.pos == "PROPN" or each.text in ("-", "[", "(") for each in beside)


def _is_ending(one: str, other: str) -> bool:
    """Whether one word is the other with an ending."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _is_known(facts: Facts, word: str) -> bool:
    """Whether a word is part of somebody's full name, or a word of the language that stands elsewhere."""
    if any(word in each.text.split() for person in facts.people for each in person.names if " " in each.text):
        return True
    lowered = word.lower()
    return any(token.text == lowered for sentence in facts.sentences for token in sentence.tokens)
