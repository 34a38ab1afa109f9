"""What speaks for a capitalised word being a person's name, weighed over all its places in the article.

The weights are judgement, tuned on annotated news (see docs/facts.md), not learnt.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING

from editcheck.facts.people.human_signs import human_signs, is_subject_of_saying
from editcheck.facts.people.lexicon import Lexicon, lexicon
from editcheck.facts.people.parts import fold, parts_of, surname_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editcheck.facts.model import Sentence
    from editcheck.facts.people.candidates import Candidate
    from editcheck.house import House

__all__ = ["likely_people"]

_LABELS = {
    "PERSON": 2.0,
    "ORG": -1.0,
    "GPE": -1.5,
    "LOC": -1.5,
    "FAC": -1.5,
    "NORP": -2.0,
    "LANGUAGE": -4.0,
    "DATE": -2.0,
}
_OTHER_LABEL = -0.5
_FULL_ENOUGH, _SINGLE_ENOUGH = 1.5, 2.5
#: A word that may end a name of so many words ends a body's name of more: "Solomon Missionary Baptist Church".
_LONGEST_NAME = 3
_NAMED_BODY = 3.0
#: What it is worth to stand in a list with a person.
_LISTED = 1.5


def known_names(house: House) -> frozenset[str]:
    """Return the folded full names and surnames of the house lists' people."""
    full = [*house["well_known"], *house["one_name"]]
    return frozenset(fold(form) for name in full for form in (name, parts_of(name).surname))


def likely_people(found: Iterable[Candidate], sentences: Sequence[Sentence], known: frozenset[str]) -> list[Candidate]:
    """Return the candidates whose words are a person's name, in order. `known` are folded names of the house lists."""
    by_words: dict[str, list[Candidate]] = defaultdict(list)
    every = list(found)
    for each in every:
        by_words[fold(each.text)].append(each)
    weights = {words: _weight(group, sentences, words in known) for words, group in by_words.items()}
    sure = {words for words, group in by_words.items() if weights[words] >= _enough(group)}
    listed = _listed(every, sentences, sure)
    sure |= {words for words in listed if weights[words] + _LISTED >= _enough(by_words[words])}
    return [each for each in every if fold(each.text) in sure]


def _enough(group: Sequence[Candidate]) -> float:
    return _FULL_ENOUGH if " " in group[0].text else _SINGLE_ENOUGH


def _listed(found: Sequence[Candidate], sentences: Sequence[Sentence], sure: set[str]) -> set[str]:
    """Return the words that stand in a list next to somebody who is sure: "Rafinha, Juan Bernat and Costa"."""
    listed: set[str] = set()
    for one, other in pairwise(found):
        if one.sentence != other.sentence:
            continue
        between = [token.text for token in sentences[one.sentence].tokens[one.last : other.first]]
        words = fold(one.text), fold(other.text)
        if between in (["and"], [","], [",", "and"]) and (words[0] in sure) != (words[1] in sure):
            listed.update(words)
    return listed - sure


def _weight(group: Sequence[Candidate], sentences: Sequence[Sentence], known: bool) -> float:
    """Weigh one name over all its places; minus infinity where it is nobody's whatever stands around it."""
    lex = lexicon()
    # Capitals are how a transcript writes its speakers.
    text = group[0].text.title() if group[0].text.isupper() and " " in group[0].text else group[0].text
    words = text.replace("-", " - ").split()
    plain = text.split()
    recognised = any(2 * each.labels.count("PERSON") > len(each.labels) for each in group)
    shape = _shape(plain, words, lex, recognised)
    body = [each for each in group if not each.title_case] or list(group)
    label = fmean(_label(each) for each in body)
    context = max(_context(each, sentences[each.sentence], lex) for each in body)
    if len(plain) == 1 and (lex.is_title(plain[0]) or lex.is_honorific(plain[0])):
        return -math.inf
    headline = all(each.title_case for each in group) and not known
    if headline and (plain[0] not in lex.given or (_more_than_a_name(plain) and not recognised)):
        return -math.inf
    barred = sum(each.after_the for each in body) > len(body) / 2
    context += human_signs(group, sentences)
    return shape + label + context + (2.5 if known else 0.0) - (3.0 if barred else 0.0)


def _more_than_a_name(words: Sequence[str]) -> bool:
    """Whether a headline's capitals run on behind a name: "Lund Speech Mocked", though not "Anna B. Lund"."""
    lex = lexicon()
    plain = [word for word in words if len(word.rstrip(".")) > 1 and word.lower() not in lex.particles | lex.suffixes]
    return len(plain) > 2 and plain[1] not in lex.given


def _label(candidate: Candidate) -> float:
    """Return what the recogniser says: the mean over the words."""
    values = [_LABELS.get(label, _OTHER_LABEL) if label else 0.0 for label in candidate.labels]
    return fmean(values)


def _shape(words: Sequence[str], pieces: Sequence[str], lex: Lexicon, recognised: bool) -> float:
    """Weigh what the words themselves say; what a recognised name of two words could also be counts for less."""
    score = _things(words, pieces, lex)
    if recognised and len(words) == len(pieces) == 2 and -3.0 <= score < 0 and not lex.is_place(words[0]):
        score += _allowance(words, lex)
    given = words[0] if words[0] in lex.given else words[0].split("-")[0]
    if given in lex.given:
        weak = given in lex.weak_given or lex.is_place(given)
        score += (0.5 if weak else 3.0) if len(words) > 1 else (0.0 if weak else 1.0)
    if len(words) == 1:
        return score
    if surname_first(tuple(words)):
        score += 2.0
    if any(word.rstrip(".").isupper() and len(word.rstrip(".")) == 1 for word in words):
        score += 1.5
    if words[-1].lower() in lex.suffixes:
        score += 1.5
    if any(word in lex.particles for word in words):
        score += 1.0
    return score - (1.0 if len(words) > 4 else 0.0)


def _allowance(words: Sequence[str], lex: Lexicon) -> float:
    """Return what to give back to surnames like plural titles ("Dottie Deans") and first names like nouns ("Bay")."""
    plural = lex.office_of(words[1]) != words[1].lower() and words[1].lower() not in lex.abbreviations
    noun_first = words[0].lower() in lex.thing_nouns and words[1].lower() not in lex.thing_nouns
    return 2.0 if plural or noun_first else 0.0


def _things(words: Sequence[str], pieces: Sequence[str], lex: Lexicon) -> float:
    """Weigh what speaks for a body, a place or a work: zero or less."""
    whole = " ".join(words)
    score = -4.0 if whole.lower() in lex.thing_phrases or lex.is_place(whole) else 0.0
    for number, word in enumerate(pieces):
        last = number == len(pieces) - 1
        lower = word.lower()
        if word in lex.thing_names:
            score -= 4.0
        if lower in lex.thing_nouns and word not in lex.given:
            surname = lower in lex.also_surnames and len(pieces) <= _LONGEST_NAME
            score -= (1.0 if surname else 4.0) if last else 3.0
        elif last and number > 0 and lex.is_title(word) and words[0] not in lex.given:
            score -= 3.0
        if lex.is_place(word) and word not in lex.given:
            score -= 4.0 if len(pieces) == 1 else (1.5 if last and number > 0 else 2.5)
    return score


def _context(candidate: Candidate, sentence: Sentence, lex: Lexicon) -> float:
    """Weigh what stands around the words."""
    tokens = sentence.tokens
    score = _title(candidate.title, lex)
    before = tokens[candidate.first - 1] if candidate.first else None
    after = [token.text for token in tokens[candidate.last : candidate.last + 4]]
    if after[:1] == [","] and len(after) > 2 and after[1].isdigit() and len(after[1]) < 3 and after[2] in (",", "."):
        score += 3.0
    elif "who" in after[:2]:
        score += 2.0
    elif after[:1] == [","] and _describes(after[1:], lex):
        score += 1.5
    if is_subject_of_saying(candidate, sentence):
        score += 2.0
    placed = before is not None and before.text.lower() in ("in", "at", "near", "into", "across", "outside")
    if placed and not _has_given_name(candidate, lex):
        score -= 1.0
    named = not _has_given_name(candidate, lex) and _names_a_body(candidate, sentence, lex)
    return score - (_NAMED_BODY if named else 0.0)


def _names_a_body(candidate: Candidate, sentence: Sentence, lex: Lexicon) -> bool:
    """Whether the words say which body or thing is meant: "the law firm Lund Holm"."""
    last = sentence.tokens[candidate.last - 1]
    before = sentence.tokens[candidate.first - 1] if candidate.first else None
    thing = before is not None and before.text.islower() and before.text in lex.thing_nouns
    return thing and last.dep == "appos" and last.head == candidate.first - 1


def _has_given_name(candidate: Candidate, lex: Lexicon) -> bool:
    """Whether a full name begins with a given name that is hardly anything else."""
    first, *rest = candidate.text.split()
    return bool(rest) and first in lex.given and first not in lex.weak_given and not lex.is_place(first)


def _title(title: str, lex: Lexicon) -> float:
    if not title:
        return 0.0
    if lex.is_honorific(title) or title.lower() in lex.abbreviations:
        return 4.0
    singular = lex.office_of(title)
    if title[0].isupper() and title.lower() in lex.generic - lex.offices:
        return 0.0
    if singular in lex.firms_too:
        return 0.5
    return 3.0 if singular in lex.offices or singular == title.lower() else 2.0


def _describes(words: Sequence[str], lex: Lexicon) -> bool:
    """Whether some words behind a comma say what somebody is: "a national treasurer", "treasurer for"."""
    if words and words[0].lower() in ("a", "an", "the", "his", "her"):
        return any(map(lex.is_role_word, words[1:]))
    heads = [word for word, after in pairwise(words) if after in ("of", "for", "at")]
    return any(head.islower() and lex.is_role_word(head) and head not in lex.firms_too for head in heads)
