"""What an article tells of offices got and lost: two roles with such a story between them are no slip."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import editcheck
from editcheck import RoleStatus
from editcheck_roles.clauses import sides
from editcheck_roles.offices import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck import Facts, Person, Role, Sentence, Span

__all__ = ["Changes"]

_PRONOUNS = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))


@dataclass(frozen=True, slots=True)
class _Change:
    """A word of change said of a person: what it tells (see change_words.toml), and the offices named behind it."""

    sentence: int
    what: str
    offices: frozenset[str]

    def explains(self, earlier: Role, later: Role) -> bool:
        """Whether it leads from one role to the other: to the office got, or from the one lost."""
        if self.what == "swapped":
            return True
        # Whoever is former now got nothing on the way; what is former already cannot be lost.
        role = later if self.what == "got" else earlier
        if role.status is RoleStatus.FORMER:
            return False
        return not self.offices or role.office.split()[-1] in self.offices


class Changes:
    """The changes of office that an article tells, person by person, each sentence read once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._by_person: dict[str, list[_Change]] = {}
        self._named: dict[int, list[tuple[Span, str]]] = {}
        for person in facts.people:
            for each in person.mentions:
                self._named.setdefault(facts.sentence_number(each.span.start), []).append((each.span, person.id))

    def between(self, person: Person, earlier: Role, later: Role) -> bool:
        """Whether the article tells, from one role to the other, that the person got or lost an office.

        A word of change counts where it is said of the person: "Holm resigned", "her appointment", "now the mayor".
        """
        if person.id not in self._by_person:
            self._by_person[person.id] = list(self._of(person))
        told = self._by_person[person.id]
        first, last = (self._facts.sentence_number(each.span.start) for each in (earlier, later))
        start = bisect_left(told, first, key=lambda each: each.sentence)
        end = bisect_right(told, last, key=lambda each: each.sentence)
        return any(told[number].explains(earlier, later) for number in range(start, end))

    def _of(self, person: Person) -> Iterator[_Change]:
        about = {self._facts.sentence_number(each.span.start) for each in person.mentions}
        roles: dict[int, list[Span]] = {}
        for role in person.roles:
            roles.setdefault(self._facts.sentence_number(role.span.start), []).append(role.span)
        for number in sorted(about | roles.keys()):
            named = self._named.get(number, [])
            mine = [*roles.get(number, ()), *(span for span, id in named if id == person.id)]
            others = [span for span, id in named if id != person.id]
            sentence = self._facts.sentences[number]
            for what, offices in _told_in(self._facts, sentence, _own_tokens(sentence, mine, others)):
                yield _Change(number, what, offices)


def _own_tokens(sentence: Sentence, mine: Iterable[Span], others: Iterable[Span]) -> set[int]:
    """Return the tokens that mean a person: names, roles, and pronouns that are nobody else's."""
    free = {index for index, token in enumerate(sentence.tokens) if token.text.lower() in _PRONOUNS}
    return (free - _inside(sentence, others)) | _inside(sentence, mine)


def _inside(sentence: Sentence, spans: Iterable[Span]) -> set[int]:
    """Return the tokens that lie in some spans."""
    starts = [token.span.start for token in sentence.tokens]
    return {i for span in spans for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end))}


def _told_in(facts: Facts, sentence: Sentence, own: set[int]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a sentence tells of the person whose tokens are given, each time with the offices that it names."""
    table = editcheck.load_table("editcheck_roles", "change_words.toml")
    for index, token in enumerate(sentence.tokens):
        told = table.get(token.lemma.lower()) or table.get(token.text.lower())
        if told is None or facts.is_quoted(token.span):
            continue
        what, whose, *needs = told.split()
        if not _is_said_of(sentence, index, whose, own):
            continue
        offices = _named_offices(sentence, index) if whose in ("subject", "object") else frozenset()
        if offices or not needs:
            yield what, offices


def _is_said_of(sentence: Sentence, index: int, whose: str, own: set[int]) -> bool:
    """Whether a word of change is said of the person whose tokens are given."""
    if whose == "beside":
        return _stands_beside(sentence, index, own)
    if whose == "noun":
        return bool(own & set(sentence.subtree(index))) or sentence.tokens[index].head in own
    subjects, objects = sides(sentence, index)
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


def _named_offices(sentence: Sentence, index: int) -> frozenset[str]:
    """Return the last words of the offices that are named behind a verb as what somebody is to be."""
    words = [sentence.tokens[each].text.lower() for each in sentence.subtree(index) if each > index]
    ends = range(len(words))
    return frozenset(words[end] for end in ends if kind_of(" ".join(words[max(0, end - 3) : end + 1])))
