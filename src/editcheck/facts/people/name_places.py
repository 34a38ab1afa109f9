"""A name in its sentence, and the steps over words around it that all readers of roles share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editcheck.facts.model import Sentence, Token
    from editcheck.facts.people.names import NameMention

__all__ = [
    "LINKS",
    "LONGEST",
    "QUOTES",
    "STOPS",
    "NamePlace",
    "are_listed",
    "end_of_phrase",
    "is_hyphened",
    "is_participle",
    "is_plural",
]

#: Prepositions inside a role.
LINKS = frozenset(("of", "for", "at", "in", "to", "with", "from", "on", "under"))
#: Marks that end a role.
STOPS = frozenset((",", ".", ";", ":", "(", ")", "–", "—", "--", '"', "“", "”", "?", "!", "…", "..."))
QUOTES = frozenset('"“”')
#: Days that stand behind a role without a preposition: "an agent today who".
_DAYS = frozenset(("today", "yesterday", "tomorrow"))
#: The longest phrase that is looked at, in tokens.
LONGEST = 24
#: Participles that stand before an office; others ("naming businesswoman") are verbs.
_PARTICIPLES = frozenset(
    ("acting", "sitting", "outgoing", "incoming", "leading", "reigning", "ruling", "founding", "managing", "visiting")
)


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A name in its sentence, the recogniser's label of each token, and which tokens are names, and begin one."""

    name: NameMention
    sentence: Sentence
    labels: Sequence[str]
    starts: Mapping[int, NameMention]
    inside: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens


def is_hyphened(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen ties a token to the word before it: "five-star", not "Oslo - including"."""
    return (
        index > 1
        and tokens[index - 1].text == "-"
        and tokens[index - 2].span.end == tokens[index - 1].span.start
        and tokens[index - 1].span.end == tokens[index].span.start
    )


def is_participle(place: NamePlace, index: int) -> bool:
    """Whether a verb form is part of a noun phrase: "US-based", "newly elected"."""
    token = place.tokens[index]
    if token.tag not in ("VBN", "VBG", "VBD", "RB"):
        return False
    hyphened = is_hyphened(place.tokens, index)
    modifies = token.dep in ("amod", "compound", "advmod", "punct", "nmod") and token.head > index
    return (
        hyphened
        or (token.tag == "VBG" and token.dep == "amod" and token.head > index + 1)
        or ((token.tag == "VBN" and modifies) or token.text.lower() in _PARTICIPLES)
        or token.text.lower() in ("newly", "then", "long", "recently")
    )


def end_of_phrase(place: NamePlace, start: int) -> int:
    """Return where a description that begins at `start` ends."""
    tokens = place.tokens
    index = start
    while index < len(tokens) and index - start < LONGEST:
        token = tokens[index]
        if token.text in STOPS or (token.tag in ("WP", "WDT", "WP$", "WRB", "MD", "TO") and token.text.lower() != "to"):
            break
        if token.text == "-" and index + 1 < len(tokens) and tokens[index - 1].span.end < token.span.start:
            break
        if token.pos in ("VERB", "AUX") and not is_participle(place, index) and token.text.islower():
            break
        if token.tag == "IN" and token.text.lower() not in (*LINKS, "by", "behind"):
            break
        if token.tag == "IN" and index + 1 < len(tokens) and place.labels[index + 1] in ("DATE", "TIME"):
            break
        if token.text in _DAYS:
            break
        if token.tag == "RB" and (index + 1 >= len(tokens) or tokens[index + 1].pos not in ("ADJ", "VERB", "NOUN")):
            break
        index += 1
    return index


def are_listed(between: Sequence[Token]) -> bool:
    """Whether what stands between two names makes them a list: "and", a comma, with something in brackets or not."""
    words: list[str] = []
    depth = 0
    for token in between:
        depth += (token.text == "(") - (token.text == ")")
        if not depth and token.text != ")":
            words.append(token.text)
    return words in (["and"], ["or"], [","], [",", "and"], [",", "or"])


def is_plural(text: str) -> bool:
    """Whether a title ends in a plural: "Sens.", "former presidents"."""
    last = text.split()[-1].lower()
    return last in ("sens.", "reps.", "govs.") or (lexicon().office_of(last) != last and last.endswith(("s", "men")))
