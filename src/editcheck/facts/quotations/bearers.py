"""Which person stands behind a noun: by its own name, by a name beside it, or by what a "who" takes up.

A list of people, a group and a part of one ("some of her aides") is nobody in the singular.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.model import Mention, MentionKind, Person
from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.quotations.view import View

__all__ = ["Bearers"]

_CLIMB = 4
_LONGEST_NAME = 60
_PLURAL = frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_DETERMINERS = frozenset({"det", "poss", "predet", "nummod"})
#: Joins one thing to another that is left out of it ("Smith, but not Jones, said").
_EXCLUDING = frozenset({"but", "not"})
_ASIDE_MARKS = frozenset({",", "(", "-", "--", "–", "—", "["})


class Bearers:
    """Looks up, by their mentions, the people whom phrases mean."""

    def __init__(self, view: View, people: Sequence[Person]) -> None:
        self.view = view
        self.mentions: list[tuple[Span, Mention, str]] = sorted(
            ((mention.span, mention, person.id) for person in people for mention in person.mentions),
            key=lambda each: each[0],
        )
        self.starts = [span.start for span, _, _ in self.mentions]

    def person_of(self, head: int, tokens: Sequence[int]) -> str | None:
        """Return the person that a phrase means, by its head; None where it means nobody known, or several."""
        if self.view.tokens[head].tag == "WP":
            return self._behind_who(head)
        phrase = range(tokens[0], tokens[-1] + 1)
        if self.is_list(head, phrase):
            return None
        return self._bearer(head, phrase)

    def is_list(self, head: int, phrase: range) -> bool:
        """Whether a phrase names several: somebody stands by himself beside its head, or beside a name renaming it."""
        if any(self.view.tokens[each].text.lower() == "nor" for each in self.view.kids_by(head, "cc")):
            return True
        named = [each for each in self.view.kids_by(head, "appos") if self._has_name(each)]
        return any(self._joins_another(each, phrase) for each in (head, *named))

    def _bearer(self, head: int, phrase: range) -> str | None:
        """Return the person whose mention holds a noun, or whose name renames it."""
        own = self._mention_at(head)
        if own is not None:
            return own[1]
        if self.view.tokens[head].tag in _PLURAL:
            return None
        span = Span(self.view.tokens[phrase[0]].span.start, self.view.tokens[phrase[-1]].span.end)
        names = [each for each in self._mentions_in(span) if each[1].kind is MentionKind.NAME]
        return next((person for where, _, person in names if self._renames(where, head, phrase)), None)

    def _mention_at(self, index: int) -> tuple[Mention, str] | None:
        place = self.view.tokens[index].span
        near = Span(max(0, place.start - _LONGEST_NAME), place.end)
        return next(((mention, person) for where, mention, person in self._mentions_in(near) if place in where), None)

    def _mentions_in(self, span: Span) -> Iterator[tuple[Span, Mention, str]]:
        for index in range(bisect_left(self.starts, span.start), len(self.mentions)):
            if self.starts[index] >= span.end:
                break
            yield self.mentions[index]

    def _renames(self, where: Span, head: int, phrase: range) -> bool:
        """Whether a name behind the head of a phrase is another word for it.

        It follows at once ("spokesman John Smith"), stands in apposition ("his father, the Rev. John Smith"), or
        ends a phrase that begins with a bare title ("Vice President for news John Smith").
        """
        names = self.view.between(where.start, where.end)
        if not names or names.start <= head:
            return False
        before = names.start - 1
        if before == head or any(self.view.head[each] == head and self._is_appos(each) for each in names):
            return True
        if self._continues(names.stop):
            return False
        return self.view.tokens[before].text == "," or self._follows_bare_title(names, head, phrase)

    def _is_appos(self, index: int) -> bool:
        return self.view.tokens[index].dep == "appos"

    def _continues(self, index: int) -> bool:
        """Whether a name goes on to own or to join something ("'s", "and")."""
        return index < len(self.view.tokens) and self.view.tokens[index].text.lower() in ("'s", "’s", "and", "'", "’")

    def _follows_bare_title(self, names: range, head: int, phrase: range) -> bool:
        """Whether a phrase begins with what somebody is, without an article, and a name ends it or its first part."""
        if not self._is_role(head) or self.view.kids_by(head, *_DETERMINERS):
            return False
        if any(self.view.tokens[each].text in _ASIDE_MARKS for each in range(head, names.start)):
            return False
        ends = names.stop == phrase.stop or self.view.tokens[names.stop].text in _ASIDE_MARKS
        return ends and all(self.view.tokens[each].dep not in ("pobj", "dobj") for each in names)

    def _is_role(self, index: int) -> bool:
        return lexicon().is_role_word(self.view.tokens[index].text)

    def _joins_another(self, noun: int, phrase: range) -> bool:
        if any(self.view.tokens[each].text.lower() in _EXCLUDING for each in self.view.kids_by(noun, "cc", "preconj")):
            return False
        named = self._has_name(noun)
        described = [each for each in self.view.kids_by(noun, "appos") if not self._has_name(each)]
        for other in self.view.kids_by(noun, "conj"):
            if other not in phrase or self.view.tokens[other].pos not in _NOUNS:
                continue
            if self._has_name(other):
                if named or self.view.kids_by(noun, *_DETERMINERS) or not self._is_role(noun):
                    return True
            elif not any(noun < each < other for each in described) and self._stands_alone(other):
                return True
        return False

    def _has_name(self, index: int) -> bool:
        found = self._mention_at(index)
        return found is not None and found[0].kind is not MentionKind.DESCRIPTION

    def _stands_alone(self, noun: int) -> bool:
        """Whether a noun behind "and" is others than the one before it ("his aides", "voters", "the council")."""
        return self.view.tokens[noun].tag in _PLURAL or bool(self.view.kids_by(noun, *_DETERMINERS))

    def _behind_who(self, pronoun: int) -> str | None:
        """Return the person that a "who" takes up; None where its verb is plural or several could be meant."""
        clause = self._relative_clause(pronoun)
        if clause is None or self._is_plural(clause):
            return None
        return self._antecedent(self._nearest(self.view.head[clause], pronoun), pronoun)

    def _relative_clause(self, pronoun: int) -> int | None:
        """Return the verb of the relative clause that a "who" stands in."""
        verb = self.view.head[pronoun]
        for _ in range(_CLIMB):
            if self.view.tokens[verb].dep == "relcl":
                return verb
            verb = self.view.head[verb]
        return None

    def _nearest(self, noun: int, pronoun: int) -> int:
        """Return the last of several that a name begins before a "who": the parser hangs the clause on the first."""
        if not self._has_name(noun):
            return noun  # "Smith, a baker and writer who …" is one person
        last = noun
        for _ in range(_CLIMB):
            joined = [each for each in self.view.kids_by(last, "conj") if last < each < pronoun]
            if not joined:
                break
            last = joined[-1]
        return last if self.view.tokens[last].pos in _NOUNS else noun

    def _is_plural(self, verb: int) -> bool:
        """Whether a verb has a form that no single person takes ("say", "have", "were")."""
        finite = [verb, *self.view.kids_by(verb, "aux", "auxpass")]
        return any(self.view.tokens[each].tag == "VBP" or self.view.tokens[each].text == "were" for each in finite)

    def _antecedent(self, noun: int, pronoun: int) -> str | None:
        """Return the person of the noun that a relative clause hangs on, or of the one that this noun describes.

        A name takes no clause without a comma: in "a director under Smith who knew him" it is the director who knew.
        With a comma, and somebody before whom the name only describes, either may be meant.
        """
        view = self.view
        for _ in range(_CLIMB):
            if view.tokens[noun].tag in _PLURAL:
                return None
            if self._has_name(noun) and self._describes_somebody(noun):
                return None
            found = self._bearer(noun, range(min(view.subtree(noun)), pronoun))
            if found is not None or not self._is_appos(noun):
                return found
            noun = view.head[noun]
        return None

    def _describes_somebody(self, name: int) -> bool:
        """Whether a name hangs by a preposition on a word for one person ("an adviser to Smith")."""
        if self.view.tokens[name].dep != "pobj":
            return False
        described = self.view.head[self.view.head[name]]
        return self.view.tokens[described].tag not in _PLURAL and self._is_role(described)
