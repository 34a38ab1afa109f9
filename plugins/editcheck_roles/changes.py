"""Whether an article tells how somebody came from one role to another, or speaks of another time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import editcheck
from editcheck import RoleStatus, Span
from editcheck_roles.offices import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Article, Facts, Person, Role, Sentence

__all__ = ["is_history", "is_told_in_the_past", "tells_change"]

_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
#: Dependencies of a verb that borrows its subject from the verb above: "agreed to resign", "spoke and resigned".
_BORROWING = frozenset(("xcomp", "conj", "advcl"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


def tells_change(facts: Facts, person: Person, earlier: Role, later: Role) -> bool:
    """Whether the article tells, from one role to the other, that the person won or lost an office.

    A word of change counts where it is said of the person: "Holm resigned", "her appointment", "now the ambassador".
    """
    first, last = (facts.sentence_number(each.span.start) for each in (earlier, later))
    about = {facts.sentence_number(each.span.start) for each in person.mentions}
    return any(
        _told_in(facts, facts.sentences[number], person, earlier, later)
        for number in sorted(about | {first, last})
        if first <= number <= last
    )


def _told_in(facts: Facts, sentence: Sentence, person: Person, earlier: Role, later: Role) -> bool:
    table = editcheck.load_table("editcheck_roles", "change_words.toml")
    own = _own_tokens(facts, sentence, person, earlier, later)
    for index, token in enumerate(sentence.tokens):
        told = (table.get(token.lemma.lower()) or table.get(token.text.lower()) or "").split()
        if not told or not _explains(told[0], earlier, later) or facts.is_quoted(token.span):
            continue
        if _is_said_of(sentence, index, told[1], own) and _fits_offices(sentence, index, told, earlier, later):
            return True
    return False


def _explains(what: str, earlier: Role, later: Role) -> bool:
    """Whether an office got or lost leads from one role to the other: a former office has been lost already."""
    if what == "got":
        return later.status is not RoleStatus.FORMER
    return what == "swapped" or earlier.status is not RoleStatus.FORMER


def _own_tokens(facts: Facts, sentence: Sentence, person: Person, *roles: Role) -> set[int]:
    """Return the tokens that mean the person: names, pronouns that are nobody else's, the roles themselves."""
    mine = [*(each.span for each in person.mentions), *(each.span for each in roles)]
    mine = [span for span in mine if span.overlaps(sentence.span)]
    others = [m.span for each in facts.people if each is not person for m in each.mentions if m.span in sentence.span]
    own = set()
    for index, token in enumerate(sentence.tokens):
        free = token.text.lower() in _PRONOUNS and not any(token.span in span for span in others)
        if free or any(token.span in span for span in mine):
            own.add(index)
    return own


def _is_said_of(sentence: Sentence, index: int, whose: str, own: set[int]) -> bool:
    """Whether a word of change is said of the person whose tokens are given."""
    if whose == "beside":
        return _stands_beside(sentence, index, own)
    if whose == "noun":
        return bool(own & set(sentence.subtree(index))) or sentence.tokens[index].head in own
    subjects, objects = _sides(sentence, index)
    if whose == "either":
        return bool(subjects and objects and own & (subjects | objects))
    return bool(own & (subjects if whose == "subject" else objects))


def _stands_beside(sentence: Sentence, index: int, own: set[int]) -> bool:
    """Whether an adverb belongs to a role or a name, or to an "is" between the two: "she is now the ambassador"."""
    head = sentence.tokens[index].head
    copula = sentence.tokens[head].lemma == "be" and any(
        child in own and sentence.tokens[child].dep == "attr" for child in sentence.children[head]
    )
    return head in own or copula


def _fits_offices(sentence: Sentence, index: int, told: Sequence[str], earlier: Role, later: Role) -> bool:
    """Whether the office that is named behind a verb, if any, is the one that was got, or lost."""
    if told[1] in ("noun", "beside"):
        return True
    named = _named_offices(sentence, index)
    if not named:
        return "named" not in told
    office = later.office if told[0] == "got" else earlier.office
    return told[0] == "swapped" or office.split()[-1] in named


def _named_offices(sentence: Sentence, index: int) -> set[str]:
    """Return the last words of the offices that are named behind a verb as what somebody is to be."""
    words = [sentence.tokens[each].text.lower() for each in sentence.subtree(index) if each > index]
    return {word for number, word in enumerate(words) if kind_of(" ".join(words[max(0, number - 3) : number + 1]))}


def _sides(sentence: Sentence, index: int) -> tuple[set[int], set[int]]:
    """Return the tokens that a verb has as its subject, and those that something is done to."""
    tokens = sentence.tokens
    verb = tokens[index]
    subjects, objects = set(_dependents(sentence, index, "nsubj")), set(_dependents(sentence, index, "dobj"))
    passive = set(_dependents(sentence, index, "nsubjpass"))
    if not subjects and not passive and verb.dep in _BORROWING:
        subjects = set(_dependents(sentence, verb.head, "nsubj")) | set(_dependents(sentence, verb.head, "nsubjpass"))
    above = {verb.head} if verb.dep in ("relcl", "acl", "amod") else set()
    if verb.tag == "VBN" and not objects and not (above and subjects):
        passive |= above | (subjects if _is_passive(sentence, index) else set())
    return subjects | above, objects | passive


def _is_passive(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[each].dep == "auxpass" for each in sentence.children[index])


def _dependents(sentence: Sentence, index: int, dep: str) -> list[int]:
    """Return the dependents of one kind, with what is joined to them by "and", and "who" as whom it means."""
    return list(_with_joined(sentence, [each for each in sentence.children[index] if sentence.tokens[each].dep == dep]))


def _with_joined(sentence: Sentence, found: list[int]) -> Iterator[int]:
    for each in found:
        yield each
        yield from _with_joined(sentence, [c for c in sentence.children[each] if sentence.tokens[c].dep == "conj"])


def is_history(article: Article, facts: Facts, *roles: Role) -> bool:
    """Whether one of some roles is told of another time: "became mayor", or with a year before that of publication."""
    for role in roles:
        sentence = facts.sentences[facts.sentence_number(role.span.start)]
        at = sentence.token_at(role.span.start)
        years = [index for index, token in enumerate(sentence.tokens) if _is_past_year(token.text, article)]
        if at is not None and any(_dates(sentence, each, at) for each in years):
            return True
        if role.status is not RoleStatus.FORMER and is_told_in_the_past(facts, role):
            return True
    return False


def is_told_in_the_past(facts: Facts, role: Role) -> bool:
    """Whether a verb in the past says the role: "was the mayor" at the time the sentence speaks of."""
    if role.mention is None or role.mention.end > role.span.start:
        return False
    between = Span(role.mention.end, role.span.start)
    sentence = facts.sentences[facts.sentence_number(role.span.start)]
    return any(token.tag in ("VBD", "VBN") for token in sentence.tokens if token.span in between)


def _is_past_year(word: str, article: Article) -> bool:
    return bool(_YEAR.match(word)) and (article.published is None or int(word) < article.published.year)


def _dates(sentence: Sentence, year: int, at: int) -> bool:
    """Whether a year says when the clause of a token happened: "in 1998", "at the 1998 summit"; not "his 1998 book".

    "Lind's 1998 book" dates the role that stands with Lind.
    """
    tokens = sentence.tokens
    noun = tokens[year].head if tokens[year].dep in ("nummod", "compound", "nmod") else year
    adverbial = tokens[noun].dep in ("pobj", "npadvmod") and _clause(sentence, noun) == _clause(sentence, at)
    return adverbial or at in sentence.subtree(noun)


def _clause(sentence: Sentence, index: int) -> int:
    """Return the verb that governs a token, or the root of the sentence."""
    while sentence.tokens[index].head != index:
        index = sentence.tokens[index].head
        if sentence.tokens[index].pos in ("VERB", "AUX"):
            break
    return index
