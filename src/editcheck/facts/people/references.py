"""Whom "he", "her" and "the senator" mean: the person, or nobody where that is not clear.

Only the article's own words are read: inside quotation marks a pronoun is the speaker's, and whom it means is not told
by what stands around it.
"""

from __future__ import annotations

import math
from bisect import bisect_right, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.model import MentionKind, Purpose, QuotedText, Role, Sentence, Token
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import LONGEST
from editcheck.facts.people.role_phrases import RoleReading, is_role_head, read_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.facts.people.clusters import Cluster

__all__ = ["Known", "Reference", "find_references"]

_PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
#: How many sentences back a pronoun reaches, and a description.
_REACH, _DESCRIPTION_REACH = 2, 12
_PREMODIFIERS = frozenset(("JJ", "JJS", "NN", "NNP", "NNPS", "HYPH", "VBN", "CD", "POS"))


@dataclass(frozen=True)
class Known:
    """A person as far as names go: whom a pronoun or a description can mean."""

    cluster: Cluster
    gender: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description and the number of the person it means."""

    person: int
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention of a person in a sentence: at which token, and whether as a subject."""

    token: int
    person: int
    subject: bool


@dataclass
class _Reader:
    """Reads the sentences in order and remembers who was spoken of."""

    sentences: Sequence[Sentence]
    people: Sequence[Known]
    spoken: Sequence[Span]
    seen: dict[int, list[_Seen]] = field(default_factory=dict)
    name_tokens: dict[int, set[int]] = field(default_factory=dict)
    sentences_of: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.speech_starts = [span.start for span in self.spoken]
        self.roles = sorted(role.span for person in self.people for role in person.roles)
        self.holders: dict[str, dict[int, None]] = {}
        for number, person in enumerate(self.people):
            for role in person.roles:
                self.holders.setdefault(role.office.rpartition(" ")[2], {})[number] = None

    def is_role(self, span: Span) -> bool:
        """Whether a span touches a role that stands beside a name."""
        number = bisect_right(self.roles, Span(span.end, span.end))
        return any(each.overlaps(span) for each in self.roles[max(0, number - 3) : number])


def find_references(
    sentences: Sequence[Sentence], quoted: Sequence[QuotedText], people: Sequence[Known], text: str
) -> list[Reference]:
    """Return the pronouns and descriptions that clearly mean one of the people, in the order of the text."""
    spoken = [each.content for each in quoted if each.purpose is Purpose.SPEECH and each.depth == 0]
    reader = _Reader(sentences, people, spoken)
    _note_names(reader)
    found = []
    for number in range(len(sentences)):
        for reference, token in (*_pronouns(reader, number), *_descriptions(reader, number, text)):
            found.append(reference)
            _note(reader, number, token, reference.person)
    return sorted(found, key=lambda each: each.span)


def _note_names(reader: _Reader) -> None:
    for number, person in enumerate(reader.people):
        for name in person.cluster.mentions:
            reader.name_tokens.setdefault(name.sentence, set()).update(range(name.first, name.last))
            if not _in_speech(reader, name.span):
                head = _head(reader.sentences[name.sentence], name.first, name.last)
                _note(reader, name.sentence, head, number)


def _note(reader: _Reader, sentence: int, token: int, person: int) -> None:
    tokens = reader.sentences[sentence].tokens
    first = token
    while tokens[first].dep == "conj" and tokens[first].head < first:
        first = tokens[first].head
    subject = tokens[first].dep in ("nsubj", "nsubjpass")
    reader.seen.setdefault(sentence, []).append(_Seen(token, person, subject))
    insort(reader.sentences_of.setdefault(person, []), sentence)


def _head(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a name that the rest of the sentence hangs on."""
    outside = (
        i for i in range(first, last) if not first <= sentence.tokens[i].head < last or sentence.tokens[i].head == i
    )
    return next(outside, last - 1)


def _in_speech(reader: _Reader, span: Span) -> bool:
    number = bisect_right(reader.speech_starts, span.start) - 1
    return number >= 0 and span in reader.spoken[number]


def _pronouns(reader: _Reader, number: int) -> Iterator[tuple[Reference, int]]:
    sentence = reader.sentences[number]
    for index, token in enumerate(sentence.tokens):
        gender = _PRONOUNS.get(token.text.lower())
        if gender is None or _in_speech(reader, token.span):
            continue
        person = _antecedent(reader, number, index, gender)
        if person is not None:
            yield Reference(person, token.span, MentionKind.PRONOUN), index


def _antecedent(reader: _Reader, number: int, index: int, gender: str) -> int | None:
    """Return the one person whom a pronoun can mean, or None."""
    here = [each for each in reader.seen.get(number, ()) if _fits(reader, each, gender)]
    before = [each for each in here if each.token < index]
    if before:
        reflexive = reader.sentences[number].tokens[index].text.lower().endswith("self")
        if reflexive and before[-1].token == index - 1:
            return before[-1].person
        relative = [each for each in before if _has_relative_clause(reader.sentences[number], each.token, index)]
        return relative[-1].person if relative else _clear(before)
    sentence = reader.sentences[number]
    if sentence.tokens[index].tag == "PRP$" and (told := _later_subject(sentence, here, index)) is not None:
        return told
    for back in range(1, _REACH + 1):
        if number - back < 0 or sentence.block - reader.sentences[number - back].block > 1:
            return None
        earlier = [each for each in reader.seen.get(number - back, ()) if _fits(reader, each, gender)]
        if earlier:
            return _clear(earlier)
    return None


def _has_relative_clause(sentence: Sentence, name: int, index: int) -> bool:
    """Whether a pronoun stands in the "who" clause of a name: "Lund, who was 60 when he retired"."""
    tokens = sentence.tokens
    who = next((i for i in range(name + 1, min(name + 3, index)) if tokens[i].text.lower() == "who"), None)
    return who is not None and not any(token.text in (",", ";", "—", "–") for token in tokens[who:index])


def _fits(reader: _Reader, seen: _Seen, gender: str) -> bool:
    return reader.people[seen.person].gender in (gender, "")


def _clear(seen: Sequence[_Seen]) -> int | None:
    """Return the only person, or the only subject, among some mentions."""
    for some in (seen, [each for each in seen if each.subject]):
        if len({each.person for each in some}) == 1:
            return some[0].person
    return None


def _later_subject(sentence: Sentence, here: Sequence[_Seen], index: int) -> int | None:
    """Return the subject that "In his speech, ..." looks forward to."""
    subjects = [each for each in here if each.subject and each.token > index and index < 8]
    if len(subjects) == 1 and any(token.text == "," for token in sentence.tokens[index : subjects[0].token]):
        return subjects[0].person
    return None


def _descriptions(reader: _Reader, number: int, text: str) -> Iterator[tuple[Reference, int]]:
    sentence = reader.sentences[number]
    lex = lexicon()
    names = reader.name_tokens.get(number, set())
    for index, token in enumerate(sentence.tokens):
        if not is_role_head(token, lex) or token.tag not in ("NN", "NNP") or index in names:
            continue
        first = _definite(sentence, index)
        if first is None or _goes_on(sentence, index, names):
            continue
        span = Span(sentence.tokens[first].span.start, token.span.end)
        if reader.is_role(span) or _in_speech(reader, span):
            continue
        person = _described(reader, number, sentence.tokens[first : index + 1], text)
        if person is not None:
            yield Reference(person, span, MentionKind.DESCRIPTION), index


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


def _goes_on(sentence: Sentence, index: int, names: set[int]) -> bool:
    """Whether the noun is no head after all: "the senator from Ohio", "the judge John Roe"."""
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if after is None:
        return False
    if after.text == "," and index + 2 in names:
        return True
    return (
        index + 1 in names
        or after.tag in ("NN", "NNS", "NNP", "NNPS", "HYPH")
        or after.text.lower() in ("of", "for", "from", "who", "at", "to")
    )


def _described(reader: _Reader, number: int, phrase: Sequence[Token], text: str) -> int | None:
    """Return the one person of this office who was spoken of lately."""
    read = read_roles(phrase[1:] if phrase[0].text.lower() == "the" else phrase, text)
    if len(read) != 1:
        return None
    wanted = read[0]
    # "South Korea's president" says whom it means, however far back that is; "the president" does not.
    reach = number if wanted.organization else _DESCRIPTION_REACH
    fitting = [
        person
        for person in reader.holders.get(wanted.office.rpartition(" ")[2], ())
        if _holds(reader.people[person], wanted) and number - _last_seen(reader, person, number) <= reach
    ]
    return fitting[0] if len(fitting) == 1 else None


def _last_seen(reader: _Reader, person: int, number: int) -> float:
    """Return the last sentence up to a number in which a person was spoken of, minus infinity for never."""
    seen = reader.sentences_of.get(person, [])
    before = bisect_right(seen, number)
    return seen[before - 1] if before else -math.inf


def _holds(person: Known, wanted: RoleReading) -> bool:
    return any(_same_office(role, wanted) for role in person.roles)


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
    return one == other
