"""Whom "he" and "her" mean: the person that grammar and prominence point to, or nobody where that is not clear.

First the sentence itself: the subject of a clause around the pronoun, then who was spoken of before it. Else the
sentences before, where the main subject counts most (Hobbs 1978 and the centring of Grosz, Joshi and Weinstein 1995,
in small).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.people.clauses import AMONG_OTHERS, SUBJECTS, clauses_above, subject_of
from editcheck.facts.people.discourse import STRANGER, foremost, gender_of_noun
from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.facts.model import Sentence
    from editcheck.facts.people.discourse import Discourse, Seen

__all__ = ["GENDERS", "antecedent"]

#: The pronouns and the gender that each tells.
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
#: Clauses before the main one, in which a pronoun may look forward: "While he agreed, Mr. Lund ...".
_AHEAD = frozenset(("advcl", "pcomp", "acl"))
_COMMAS = frozenset((",", ";", "—", "–"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson", "aide", "adviser", "advisor"))
_OBJECTS = frozenset(("dobj", "dative", "iobj"))


def antecedent(discourse: Discourse, number: int, index: int) -> int | None:
    """Return the one person whom the pronoun at a token of a sentence can mean, or None."""
    place = _Place(discourse, number, index)
    found = place.inside()
    if found is None:
        found = next((some for back in discourse.earlier(number) if (some := place.outside(back))), place.beside())
    return next(iter(found)) if found is not None and len(found) == 1 and STRANGER not in found else None


class _Place:
    """A pronoun in its sentence. Sets of people are who it can mean: none where it is told not to be clear."""

    def __init__(self, discourse: Discourse, number: int, index: int) -> None:
        self.discourse, self.number, self.index = discourse, number, index
        self.sentence: Sentence = discourse.sentences[number]
        self.token = self.sentence.tokens[index]
        self.gender = GENDERS[self.token.text.lower()]
        self.seen = discourse.seen_in(number, self.gender)
        self.subject = self.token.dep in SUBJECTS
        self.barred = self._barred()

    def inside(self) -> set[int] | None:
        """Return who is meant by the sentence itself, None where it does not tell."""
        before = self._before()
        if self.token.text.lower().endswith("self") and before and before[-1].token == self.index - 1:
            return {before[-1].person}
        relative = [each for each in before if _has_relative_clause(self.sentence, each.token, self.index)]
        if relative:
            return {relative[-1].person}
        governing = self._governing()
        if governing is not None:
            return governing
        return foremost([each for each in before if self._may_open(each)]) or None

    def outside(self, back: int) -> set[int]:
        """Return who is meant by an earlier sentence."""
        return self.discourse.foremost(back, self.gender, self.barred)

    def beside(self) -> set[int] | None:
        """Return who stands before the pronoun in a place where its antecedent seldom stands: better than nobody."""
        return (
            foremost([each for each in self.seen if each.token < self.index and each.person not in self.barred]) or None
        )

    def _before(self) -> list[Seen]:
        return [each for each in self.seen if each.token < self.index and each.person not in self.barred]

    def _may_open(self, seen: Seen) -> bool:
        """Whether a mention before the pronoun counts: in "With Lund at her side, she ..." the one beside does not."""
        return not (self.subject and seen.rank == AMONG_OTHERS and self._is_main())

    def _is_main(self) -> bool:
        return sum(1 for _ in clauses_above(self.sentence, self.index)) == 1

    def _barred(self) -> set[int]:
        """Return who cannot be meant: "he" is nobody named in what he does, "him" not who does it."""
        if self.token.dep in _OBJECTS:
            return {person for person in (self._own_subject(),) if person is not None}
        told = self._told_of_others() if self.subject else frozenset()
        return {each.person for each in self.seen if each.token in told}

    def _told_of_others(self) -> set[int]:
        """Return the objects of the pronoun's verb and the subjects of what it says: "he told Lund", "he says Lund"."""
        tokens, children = self.sentence.tokens, self.sentence.children
        found = set()
        for each in children[self.token.head]:
            if tokens[each].dep in _OBJECTS:
                found.add(each)
            elif tokens[each].dep == "prep":
                found.update(i for i in children[each] if tokens[i].dep == "pobj")
            elif tokens[each].dep == "ccomp" and (subject := subject_of(self.sentence, each)) is not None:
                found.add(subject)
        return {each for each in found if each > self.index}

    def _own_subject(self) -> int | None:
        """Return the person who is subject of the pronoun's own clause: nobody is said to meet "him" of himself."""
        for clause in clauses_above(self.sentence, self.index):
            subject = subject_of(self.sentence, clause)
            if subject is not None:
                return self._person_of_subject(subject, clause)
            if any(self.sentence.tokens[i].dep in _OBJECTS for i in self.sentence.children[self._up(clause)]):
                return None
        return None

    def _up(self, clause: int) -> int:
        return self.sentence.tokens[clause].head

    def _governing(self) -> set[int] | None:
        """Return the person who is subject of the nearest clause around the pronoun; empty where one is not known."""
        for clause, subject in self._subjects():
            if subject > self.index and not self._looks_forward(clause, subject):
                continue
            person = self._person_of_subject(subject, clause)
            if person is not None:
                if person not in self.barred and self.discourse.genders[person] in (self.gender, ""):
                    return {person, *self._rivals(person)}
            elif subject < self.index and self._is_unknown(subject):
                return set()
        return None

    def _rivals(self, person: int) -> set[int]:
        """Return who else is of the pronoun's gender and named before it, where that of a person is not known."""
        if self.discourse.genders[person]:
            return set()
        return {each.person for each in self._before() if self.discourse.genders[each.person] == self.gender}

    def _is_unknown(self, subject: int) -> bool:
        """Whether a subject may be whom the pronoun means and is nobody we know: an unclear "he", "a voter".

        A spokesman is not: "he" in what a spokesman says is mostly the one spoken for.
        """
        token = self.sentence.tokens[subject]
        if token.text.lower() in GENDERS:
            return GENDERS[token.text.lower()] == self.gender
        speaks_for_another = token.lemma.lower() in _SPOKESMEN
        stranger = self.discourse.is_stranger(self.number, subject) and not speaks_for_another
        return stranger and gender_of_noun(token) in (self.gender, "")

    def _subjects(self) -> Iterator[tuple[int, int]]:
        """Yield clauses around the pronoun, the innermost first, with their subjects: not itself, nor what it is in."""
        above = {self.index}
        head = self.index
        while self.sentence.tokens[head].head != head:
            head = self.sentence.tokens[head].head
            above.add(head)
        for clause in clauses_above(self.sentence, self.index):
            subject = subject_of(self.sentence, clause)
            if subject is not None and subject not in above:
                yield clause, subject

    def _looks_forward(self, clause: int, subject: int) -> bool:
        """Whether a pronoun in an opening clause or phrase looks forward to the subject after the comma."""
        tokens = self.sentence.tokens
        if not any(token.text in _COMMAS for token in tokens[self.index : subject]):
            return False
        top = self.index
        while tokens[top].head != clause:
            top = tokens[top].head
        if tokens[top].dep == "ccomp":
            return tokens[clause].lemma in lexicon().saying
        return tokens[top].dep in _AHEAD or (self.token.tag == "PRP$" and tokens[top].dep in ("prep", "npadvmod"))

    def _person_of_subject(self, subject: int, clause: int) -> int | None:
        """Return the person that a subject means; a "who" means the noun before its clause."""
        token = self.sentence.tokens[subject]
        if token.tag in ("WP", "WDT"):
            subject = self._up(clause)
        return self.discourse.at(self.number, subject)


def _has_relative_clause(sentence: Sentence, name: int, index: int) -> bool:
    """Whether a pronoun stands in the "who" clause of a name: "Lund, who was 60 when he retired"."""
    tokens = sentence.tokens
    who = next((i for i in range(name + 1, min(name + 3, index)) if tokens[i].text.lower() == "who"), None)
    return who is not None and not any(token.text in (",", ";", "—", "–") for token in tokens[who:index])
