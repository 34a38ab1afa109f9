"""attribution/ambiguous-speaker: "he said" where two men were just mentioned and neither is clearly meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck import Example, MentionKind, Related, Rule, Severity, SourceKind
from editcheck_attribution.passages import in_running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Sentence, Source

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/ambiguous-speaker",
    summary="“He said”, where either of two people may be meant",
    explanation=(
        "After a sentence about two men, “he said” leaves the reader to guess who speaks. The writer knows and does "
        "not notice; a wrong guess puts words into somebody's mouth."
    ),
    severity=Severity.WARNING,
    help="Name the speaker.",
    when_off="In fiction and oral history.",
    good=(
        Example("Tom Vance fired Mark Holm on Monday. “It had to be done,” he said.", note="one clear subject"),
        Example("Tom Vance and Ruth Holm met on Monday. “It was a good talk,” he said.", note="only one is a man"),
        Example("“It was a good talk,” said Tom Vance. He and Mark Holm met on Monday. “We agree,” he said."),
        Example("Tom Vance and Mark Holm met on Monday. “It was a good talk,” Vance said."),
        Example(
            "Senator Tom Vance met Governor Mark Holm on Monday. “It was a good talk,” the senator said.",
            note="only one of them is a senator",
        ),
    ),
    bad=(
        Example("Tom Vance and Mark Holm met on Monday. “It was a good talk,” [[he]] said."),
        Example("Tom Vance met with Mark Holm on Monday. “It was a good talk,” [[he]] said."),
        Example("The mayor invited Ruth Vance and Anna Holm. [[She]] said that she was glad to come."),
        Example("Senator Tom Vance and Senator Mark Holm met on Monday. “It was a good talk,” [[the senator]] said."),
    ),
)

_CONFIDENCE = 0.8
_GENDERS = {"he": "male", "she": "female"}
#: So many sentences before "he" are looked at for those whom it may mean.
_BACK = 2
#: Stands between two names: "Mara Lind, the captain, and Ruth Vance".
_AND = re.compile(r"(?:, [^,.;:]{1,80},)? and (?:[A-Z][a-z]+\. )?")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: What two do to each other, so that the subject stands out no more than the object.
_MUTUAL = frozenset({"argue", "clash", "debate", "face", "fight", "meet", "negotiate", "sit", "speak", "talk"})


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody in a sentence: by which mention, at which token."""

    person: Person
    mention: Mention
    token: int


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each source that could be either of two people, on the pronoun or description."""
    seen: set[int] = set()
    scene = _Scene(article, facts)
    for quotation in facts.quotations:
        source = quotation.source
        if source is None or not quotation.speech or source.span.start in seen or facts.is_quoted(source.span):
            continue
        seen.add(source.span.start)
        wanted = _Wanted.of(source) if in_running_text(article, source.span) else None
        pair = scene.pair(source, wanted) if wanted is not None else None
        if pair is not None:
            first, second = pair
            yield RULE.annotate(
                source.span,
                f"“{source.text}” could be {first.person.name} or {second.person.name}",
                related=[Related(each.mention.span, each.person.name) for each in pair],
                confidence=_CONFIDENCE,
                keys=sorted((first.person.name, second.person.name)),
            )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Whom a source may mean: people of a gender, or who hold an office."""

    gender: str = ""
    office: str = ""

    @classmethod
    def of(cls, source: Source) -> _Wanted | None:
        """Read a source: "he", or "the senator" where that is nobody's; None for every other."""
        words = source.text.lower().split()
        if source.kind is SourceKind.PRONOUN and len(words) == 1 and words[0] in _GENDERS:
            return cls(gender=_GENDERS[words[0]])
        if len(words) == 2 and words[0] == "the" and source.person is None:
            return cls(office=words[1])
        return None

    def fits(self, person: Person) -> bool:
        """Whether somebody is of the gender, or holds the office."""
        if self.gender:
            return person.gender == self.gender
        return any(role.office.split()[-1] == self.office for role in person.roles)


class _Scene:
    """Who is spoken of in which sentence, in the article's own words."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self.article, self.facts = article, facts
        self._mentions: dict[int, list[tuple[Person, Mention]]] = defaultdict(list)
        for person in facts.people:
            for mention in person.mentions:
                if not facts.is_quoted(mention.span):
                    self._mentions[facts.sentence_number(mention.span.start)].append((person, mention))

    def pair(self, source: Source, wanted: _Wanted) -> tuple[_Named, _Named] | None:
        """Return the two whom the last sentence about such people names together, where neither stands out."""
        number = self.facts.sentence_number(source.span.start)
        for back in range(number, max(-1, number - 1 - _BACK), -1):
            named = self._named(back, source.span.start, wanted)
            if named:
                return self._equals(back, named, wanted)
        return None

    def _equals(self, number: int, named: list[_Named], wanted: _Wanted) -> tuple[_Named, _Named] | None:
        sentence = self.facts.sentences[number]
        pair = _joined(self.article.text, sentence, named)
        if pair is None or _has_subject(sentence, [each for each in named if each not in pair]):
            return None
        # Whoever of the two was spoken of right before they came together is whom the story is about.
        before = self._named(number - 1, sentence.span.start, wanted) if number else []
        return None if {each.person.id for each in before} & {each.person.id for each in pair} else pair

    def _named(self, number: int, before: int, wanted: _Wanted) -> list[_Named]:
        """Return those people in a sentence, before an offset, whom a source may mean."""
        sentence = self.facts.sentences[number]
        fitting = [(person, each) for person, each in self._mentions.get(number, ()) if wanted.fits(person)]
        heads = ((person, each, _head(sentence, each)) for person, each in fitting if each.span.end <= before)
        return [_Named(person, each, token) for person, each, token in heads if token is not None]


def _head(sentence: Sentence, mention: Mention) -> int | None:
    """Return the token of a mention that the rest of the sentence hangs on."""
    inside = [index for index, token in enumerate(sentence.tokens) if token.span in mention.span]
    outer = (each for each in inside if sentence.tokens[each].head not in inside or sentence.tokens[each].head == each)
    return next(outer, None)


def _joined(text: str, sentence: Sentence, named: list[_Named]) -> tuple[_Named, _Named] | None:
    """Return the two that an "and", or what they did to each other, joins by their names."""
    by_token = {each.token: each for each in named if each.mention.kind is MentionKind.NAME}
    for second in by_token.values():
        partner = _joined_with(sentence, second.token)
        first = by_token.get(partner) if partner is not None else None
        if first is not None and first.person != second.person:
            return first, second
    pairs = pairwise(sorted(by_token.values(), key=lambda each: each.mention.span))
    return next((pair for pair in pairs if _stand_side_by_side(text, *pair)), None)


def _stand_side_by_side(text: str, first: _Named, second: _Named) -> bool:
    """Whether only words about the first stand between two names and the "and" that joins them, however parsed."""
    between = text[first.mention.span.end : second.mention.span.start]
    return first.person != second.person and _AND.fullmatch(between) is not None


def _joined_with(sentence: Sentence, index: int) -> int | None:
    """Return the token before a conjunct, or the subject of what was done to each other: "met", "argued with"."""
    token = sentence.tokens[index]
    if token.dep == "conj":
        return token.head
    verb = sentence.tokens[token.head].head if token.dep == "pobj" and _word(sentence, token.head) == "with" else None
    verb = token.head if token.dep == "dobj" else verb
    if verb is None or sentence.tokens[verb].lemma not in _MUTUAL:
        return None
    return next((each for each in sentence.children[verb] if sentence.tokens[each].dep in _SUBJECTS), None)


def _word(sentence: Sentence, index: int) -> str:
    return sentence.tokens[index].text.lower()


def _has_subject(sentence: Sentence, others: list[_Named]) -> bool:
    """Whether one of some people is a subject in the sentence: that is whom "he" goes back to."""
    return any(sentence.tokens[each.token].dep in _SUBJECTS for each in others)
