"""What only people do: it tells a surname whose full name stands nowhere from the name of a body or a place.

An article that lost somebody's introduction has nothing but such signs left. They are weighed with the rest of the
evidence (`evidence`); the weights are judgement, tuned on articles from which full names were cut (see docs/facts.md).
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.model import Sentence, Token
    from editcheck.facts.people.candidates import Candidate

__all__ = ["human_signs", "is_subject_of_saying"]

#: What it is worth to be meant by "he" or "she", to be somebody's lawyer, and to speak more than once.
_HE_OR_SHE, _SOMEBODYS, _SPEAKS_AGAIN = 2.0, 1.5, 1.5
_PRONOUNS = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
#: Tags of the words of a noun phrase up to its head: "the union's chief counsel".
_PHRASE = frozenset(("DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "POS", "HYPH", "CD", "VBN"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her"))
#: So many words of a phrase behind a name are looked at.
_LONGEST_PHRASE = 10


def human_signs(group: Sequence[Candidate], sentences: Sequence[Sentence]) -> float:
    """Return what speaks for a single word, over all its places, being somebody's surname; `group` are the places."""
    if " " in group[0].text:
        return 0.0
    speaking = sum(is_subject_of_saying(each, sentences[each.sentence]) for each in group)
    if not speaking:
        return 0.0
    score = _SPEAKS_AGAIN if speaking > 1 else 0.0
    if any(_is_he_or_she(each, sentences) for each in group):
        score += _HE_OR_SHE
    return score + (_SOMEBODYS if any(_is_somebodys(each, sentences[each.sentence]) for each in group) else 0.0)


def is_subject_of_saying(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the words are the subject of a verb of saying: bodies say things too, but less often."""
    for index in range(candidate.first, candidate.last):
        token = sentence.tokens[index]
        if token.dep == "nsubj" and not candidate.first <= token.head < candidate.last:
            return sentence.tokens[token.head].lemma in lexicon().saying
    return False


def _is_he_or_she(candidate: Candidate, sentences: Sequence[Sentence]) -> bool:
    """Whether a pronoun in the rest of a sentence, or at the head of the next, can mean its subject and nobody else."""
    sentence = sentences[candidate.sentence]
    others = (each for each in sentence.entities if each.label == "PERSON" and not each.span.overlaps(candidate.span))
    if sentence.tokens[candidate.last - 1].dep not in _SUBJECTS or next(others, None) is not None:
        return False
    rest = _outside_quotes(sentence.tokens[candidate.last :])
    if any(token.text.lower() in _PRONOUNS for token in rest):
        return True
    following = sentences[candidate.sentence + 1 : candidate.sentence + 2]
    return any(each.tokens[0].text in ("He", "She") and each.block == sentence.block for each in following)


def _outside_quotes(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words up to the next quotation mark: behind it a pronoun may be the speaker's."""
    return takewhile(lambda token: token.tag not in ("``", "''"), tokens)


def _is_somebodys(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a phrase behind a comma says which post it is: ", the union's chief counsel"."""
    tokens = sentence.tokens[candidate.last : candidate.last + 2]
    if len(tokens) < 2 or tokens[0].text != ",":
        return False
    start = candidate.last + 1
    phrase = [*islice(takewhile(lambda each: each.tag in _PHRASE, sentence.tokens[start:]), _LONGEST_PHRASE)]
    owned = any(token.tag == "POS" for token in phrase)
    if not phrase or not (owned or phrase[0].text.lower() in _ARTICLES):
        return False
    lex = lexicon()
    head = phrase[-1].text.lower()
    return phrase[-1].text.islower() and lex.is_role_word(head) and head not in lex.firms_too
