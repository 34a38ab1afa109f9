"""Whom "the senator", "South Korea's president" and "the former pollster" mean, or nobody where that is not clear.

A description means the one who holds the office that it names. Where nobody or more than one does, it may call the
person whom the sentence before is about by another word, as news likes to.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.model import RoleStatus
from editcheck.facts.people.clauses import MAIN_SUBJECT
from editcheck.facts.people.discourse import STRANGER, gender_of_noun
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import LONGEST
from editcheck.facts.people.role_phrases import RoleReading, is_role_head, read_roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.facts.model import Role, Sentence, Token
    from editcheck.facts.people.discourse import Discourse, Known

__all__ = ["Descriptions"]

#: How many sentences back a description reaches that does not say which president it means.
_REACH = 12
_PREMODIFIERS = frozenset(("JJ", "JJS", "NN", "NNP", "NNPS", "HYPH", "VBN", "CD", "POS"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "HYPH"))
#: After a description of its own these bring in what it belongs to: "the senator from Ohio".
_LINKS = frozenset(("of", "for", "from", "who", "at", "to"))
_INDEFINITE = frozenset(("a", "an", "one", "another", "some"))

#: Offices whose holders are a country's leaders.
_GOVERNING = frozenset(("president", "chancellor", "minister", "premier", "king", "queen", "emperor"))
#: "Joni Lund, R-Iowa", "Joni Lund (D-N.H.)"
_PARTY_AND_STATE = re.compile(r",? ?\(?[RDI]-([A-Z][A-Za-z.]+(?: [A-Z][a-z.]+)?)")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A definite description: tokens `first` to `head` of a sentence, and what it says of an office."""

    number: int
    first: int
    head: int
    reading: RoleReading | None
    #: Whether more follows that belongs to it: "the former chief executive of Acme".
    goes_on: bool


class Descriptions:
    """Finds the definite descriptions of an article's sentences, in order, and whom they mean."""

    def __init__(self, discourse: Discourse, text: str) -> None:
        self.discourse, self.text, self.lex = discourse, text, lexicon()
        self._introduced: set[str] = set()
        self._holders: dict[str, dict[int, None]] = {}
        for number, person in enumerate(discourse.people):
            for role in person.roles:
                self._holders.setdefault(_last_word(role.office), {})[number] = None

    def of_sentence(self, number: int) -> Iterator[tuple[int, Span, int]]:
        """Yield person, span and head of the descriptions that clearly mean somebody."""
        sentence = self.discourse.sentences[number]
        for index, token in enumerate(sentence.tokens):
            if token.tag not in ("NN", "NNP") or not self._may_be_head(token):
                continue
            phrase = self._phrase(number, index)
            if phrase is None:
                self._note_introduced(sentence, index)
                continue
            person = self._meant(phrase)
            if person is not None:
                yield person, self._span(phrase), index

    def _may_be_head(self, token: Token) -> bool:
        return is_role_head(token, self.lex) or token.text.lower() in _renaming()

    def _phrase(self, number: int, head: int) -> _Phrase | None:
        """Return the description that a noun is the head of, None where it is indefinite or a title beside a name."""
        sentence = self.discourse.sentences[number]
        names = self.discourse.name_tokens.get(number, set())
        first = _definite(sentence, head)
        if first is None or head in names or _is_title(sentence, head, names):
            return None
        after = sentence.tokens[head + 1] if head + 1 < len(sentence.tokens) else None
        tokens = sentence.tokens[first : head + 1]
        read = read_roles(tokens[1:] if tokens[0].text.lower() == "the" else tokens, self.text)
        goes_on = after is not None and after.text.lower() in _LINKS
        phrase = _Phrase(number, first, head, read[0] if len(read) == 1 else None, goes_on)
        span = self._span(phrase)
        return None if self.discourse.is_role(span) or self.discourse.in_speech(span) else phrase

    def _span(self, phrase: _Phrase) -> Span:
        tokens = self.discourse.sentences[phrase.number].tokens
        return Span(tokens[phrase.first].span.start, tokens[phrase.head].span.end)

    def _note_introduced(self, sentence: Sentence, head: int) -> None:
        """Remember people brought in without a name: "the woman" is then "a woman" of before."""
        first = head
        while first and sentence.tokens[first - 1].tag in _PREMODIFIERS:
            first -= 1
        if first and sentence.tokens[first - 1].text.lower() in _INDEFINITE:
            self._introduced.add(sentence.tokens[head].text.lower())

    def _meant(self, phrase: _Phrase) -> int | None:
        holders = [] if phrase.goes_on else self._holders_of(phrase)
        if len(holders) == 1:
            return holders[0]
        main = self.discourse.rank(phrase.number, phrase.head) == MAIN_SUBJECT
        foremost = self._foremost(phrase) if main else None
        if foremost is None:
            return None
        return foremost if foremost in holders or (not holders and self._renames(phrase, foremost)) else None

    def _holders_of(self, phrase: _Phrase) -> list[int]:
        """Return those of the office who were spoken of lately."""
        wanted = phrase.reading
        if wanted is None:
            return []
        # "South Korea's president" says whom it means, however far back that is; "the president" does not.
        reach = phrase.number if wanted.organization else _REACH
        spoken_of = [
            person
            for person in self._holders.get(_last_word(wanted.office), ())
            if phrase.number - self.discourse.last_seen(person, phrase.number) <= reach
        ]
        known = self.discourse.people
        exact = [each for each in spoken_of if any(_same_office(role, wanted) for role in known[each].roles)]
        by_state = [each for each in spoken_of if _of_a_state(known[each], wanted, self.text)]
        famed = (number for number, person in enumerate(known) if _is_famed_as(person, wanted))
        return exact or by_state or [each for each in famed if self.discourse.last_seen(each, phrase.number) >= 0]

    def _foremost(self, phrase: _Phrase) -> int | None:
        """Return the person whom the sentence before is about, where there is only one."""
        head = self.discourse.sentences[phrase.number].tokens[phrase.head]
        for back in self.discourse.earlier(phrase.number):
            found = self.discourse.foremost(back, gender_of_noun(head))
            if found:
                return next(iter(found)) if len(found) == 1 and STRANGER not in found else None
        return None

    def _renames(self, phrase: _Phrase, person: int) -> bool:
        """Whether a description can be another word for somebody of whom nothing has said so yet."""
        head = self.discourse.sentences[phrase.number].tokens[phrase.head].text.lower()
        if head in self._introduced:
            return False
        wanted, known = phrase.reading, self.discourse.people[person]
        before = self.discourse.sentences[phrase.number].tokens[phrase.first : phrase.head]
        # "the self-described socialist", "the former pollster": nobody is brought in like that.
        tells_more = wanted is not None and wanted.status is RoleStatus.FORMER
        tells_more = tells_more or any(token.text.lower() == "self" for token in before)
        if tells_more and head not in _relations():
            return True
        serves = any(_last_word(role.office) in _relations() for role in known.roles)
        if phrase.goes_on or (head in _running() and serves):
            return False
        if wanted is not None and wanted.organization and head not in _renaming():
            return wanted.organization in self.lex.states and _without_office(known)
        return head in _renaming() or head in known.fame.replace(",", " ").split()


def _definite(sentence: Sentence, head: int) -> int | None:
    """Return where "the Australian ambassador" or "South Korea's president" begins, None where it is not definite."""
    first = head
    while first > max(0, head - LONGEST) and sentence.tokens[first - 1].tag in _PREMODIFIERS:
        first -= 1
    before = sentence.tokens[first - 1].text.lower() if first else ""
    if before == "the":
        return first - 1
    owned = any(token.tag == "POS" for token in sentence.tokens[first:head])
    return first if owned and sentence.tokens[first].text[0].isupper() else None


def _is_title(sentence: Sentence, head: int, names: set[int]) -> bool:
    """Whether the noun is no head after all, or a name says who it is: "the judge John Roe", "the mayor, Anna Lund"."""
    after = sentence.tokens[head + 1] if head + 1 < len(sentence.tokens) else None
    if after is None:
        return False
    return head + 1 in names or after.tag in _NOUNS or (after.text == "," and head + 2 in names)


def _same_office(role: Role, wanted: RoleReading) -> bool:
    words = wanted.office.split()
    if words[-1:] != role.office.split()[-1:] or (len(words) > 1 and wanted.office != role.office):
        return False
    if wanted.organization is None:
        return True
    if role.organization is None:
        return False
    countries = lexicon().countries
    one, other = (countries.get(each, each) for each in (wanted.organization, role.organization))
    # A role may have a word more that only says which holder it is: "New World Bank President".
    return one == other or other.endswith(f" {one}")


def _of_a_state(known: Known, wanted: RoleReading, text: str) -> bool:
    """Whether only the state of somebody's office is new: "the Ohio governor" of Gov. Lund, not of Lund (R-Iowa)."""
    states, last = lexicon().states, _last_word(wanted.office)
    if wanted.organization is None or wanted.organization not in states or last in _renaming():
        return False
    tags = (_PARTY_AND_STATE.match(text, each.span.end) for each in known.cluster.mentions)
    told = {states.get(tag.group(1)) for tag in tags if tag is not None}
    return told <= {states[wanted.organization]} and any(
        _last_word(role.office) == last and not role.organization for role in known.roles
    )


def _is_famed_as(known: Known, wanted: RoleReading) -> bool:
    """Whether the house lists call somebody what a description with a country does: "the French president"."""
    countries, words = lexicon().countries, known.fame.replace(",", " ").split()
    country = countries.get(wanted.organization or "")
    if country is None or all(countries.get(word) != country for word in words):
        return False
    last = _last_word(wanted.office)
    return last in words or (last == "leader" and any(word in _GOVERNING for word in words))


def _without_office(known: Known) -> bool:
    """Whether nothing says yet what somebody is."""
    return all(_last_word(role.office) in _renaming() for role in known.roles)


def _last_word(office: str) -> str:
    return office.rpartition(" ")[2]


def _renaming() -> frozenset[str]:
    return _words()["renaming"]


def _running() -> frozenset[str]:
    return _words()["running"]


def _relations() -> frozenset[str]:
    return _words()["relations"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """Return the lists of facts/data/descriptions.toml."""
    raw = resources.files("editcheck.facts").joinpath("data/descriptions.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(raw)["words"].items()}
