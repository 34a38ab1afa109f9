"""attribution/distant-reference: a bare surname comes back long after the person was last spoken of."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck import Example, HouseEntry, MentionKind, Option, Related, Rule, Severity, Suggestion
from editcheck_attribution.beside_names import is_situated, says_who
from editcheck_attribution.full_names import full_name_at
from editcheck_attribution.house_names import is_known
from editcheck_attribution.passages import in_running_text, in_speech

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Token

__all__ = ["RULE", "find"]

_BETWEEN = (
    "The wind blew from the west all week. Boats stayed in port, the shop ran out of milk and the school sent the "
    "children home before noon. On Friday the council met and spoke for three hours about the price of a new pier. "
    "Nobody could say who would pay for it, or when the stone would come. On Saturday the sun was back."
)
_NEAR = (("words", 50),)

RULE = Rule(
    id="attribution/distant-reference",
    summary="A bare surname comes back long after the person was last spoken of",
    explanation=(
        "Whoever was named once at the beginning is forgotten five hundred words on. The reader who meets the bare "
        "surname there has to search for it, or takes it for somebody else."
    ),
    severity=Severity.SUGGESTION,
    help="Remind the reader who it is: the full name, or a word or two about the role.",
    options=(
        Option("words", 400, "after how many words without a mention a bare surname is reported", minimum=50),
        Option("mentions", 4, "whoever was named so many times before is one of the article's main persons", minimum=1),
    ),
    when_off="In books, and in long articles with a list of the persons.",
    good=(
        Example(
            f"“It was cold,” said Mara Lind, a captain.\n\n{_BETWEEN}\n\nMara Lind sailed on Sunday at dawn.",
            options=_NEAR,
            note="the full name",
        ),
        Example(
            f"“It was cold,” said Mara Lind, a captain.\n\n{_BETWEEN}\n\nLind, the captain, sailed on Sunday at dawn.",
            options=_NEAR,
            note="a reminder",
        ),
        Example(
            f"“It was cold,” said Mara Lind, a captain. Lind was tired. Lind had steered all night. Lind went home.\n\n"
            f"{_BETWEEN}\n\nLind sailed on Sunday at dawn.",
            options=_NEAR,
            note="the article is about her",
        ),
        Example(
            "“It was cold,” said Mara Lind, a captain.\n\nThe wind blew from the west. Lind sailed on Sunday at dawn."
        ),
    ),
    bad=(
        Example(
            f"“It was cold,” said Mara Lind, a captain.\n\n{_BETWEEN}\n\n[[Lind]] sailed on Sunday at dawn.",
            options=_NEAR,
        ),
        Example(
            f"Mara Lind runs the ferry. She was tired.\n\n{_BETWEEN}\n\n“We sail at noon,” [[Lind]] said.",
            options=_NEAR,
        ),
    ),
)

_CONFIDENCE = 0.8
#: A list of surnames: "Lind, Holm and Vance" are known from the contest that they are in.
_LISTED = re.compile(r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?){1,6},? and [A-Z]")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Who runs for an office is in every reader's mind while it lasts.
_FAMED = frozenset({"candidate", "nominee", "contender", "rival"})


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person whose surname comes back too late, on the first such surname."""
    words, main = options.number(RULE, "words"), options.number(RULE, "mentions")
    for person in facts.people:
        if not person.surname or is_known(person.name, options) or not _is_somebody(article, facts, person):
            continue
        returns = pairwise(person.mentions[: _place_of(person, main)])
        for before, name in returns:
            if _is_far(article, before, name, words) and _is_bare(article, facts, person, name):
                yield _report(article, person, before, name)
                break


def _place_of(person: Person, main: int) -> int:
    """Return how many mentions there are up to the one by name from which on somebody is a main person."""
    named = [number for number, each in enumerate(person.mentions, 1) if each.kind is MentionKind.NAME]
    return named[main] - 1 if len(named) > main else len(person.mentions)


def _is_somebody(article: Article, facts: Facts, person: Person) -> bool:
    """Whether the article introduces somebody whom its readers do not know: not in the headline, no candidate."""
    if any(_is_byword(article, facts, each) for each in person.names):
        return False
    if any(role.office.split()[-1] in _FAMED for role in person.roles):
        return False
    first = facts.sentence_number(person.names[0].span.start)
    told = any(says_who(article, facts, each) for each in person.names) or is_situated(facts, person, first)
    return bool(person.roles) or told


def _is_byword(article: Article, facts: Facts, name: Mention) -> bool:
    """Whether a name stands for more than a person: in the headline, or before a noun ("the Lind camp")."""
    if not in_running_text(article, name.span):
        return True
    token = _token(facts, name)
    return token is not None and len(name.text.split()) == 1 and token.dep in ("compound", "nmod", "amod")


def _is_far(article: Article, before: Mention, name: Mention, words: int) -> bool:
    return len(article.text[before.span.end : name.span.start].split(maxsplit=words)) > words


def _is_bare(article: Article, facts: Facts, person: Person, name: Mention) -> bool:
    """Whether a surname stands alone as who does something, in the article's own words, with no reminder beside it."""
    if name.kind is not MentionKind.NAME or name.text != person.surname or in_speech(facts, name.span):
        return False
    token = _token(facts, name)
    if token is None or token.dep not in _SUBJECTS or _LISTED.match(article.text, name.span.end):
        return False
    sentence = facts.sentences[facts.sentence_number(name.span.start)].span
    if any(each.span in sentence and len(each.text) > len(name.text) for each in person.names):
        return False
    return not says_who(article, facts, name) and all(role.mention != name.span for role in person.roles)


def _token(facts: Facts, name: Mention) -> Token | None:
    sentence = facts.sentence_at(name.span.start)
    index = sentence.token_at(name.span.end - 1) if sentence is not None else None
    return sentence.tokens[index] if sentence is not None and index is not None else None


def _report(article: Article, person: Person, before: Mention, name: Mention) -> Annotation:
    count = len(article.text[before.span.end : name.span.start].split())
    return RULE.annotate(
        name.span,
        f"{person.name} was last spoken of {count} words before: a reader may not remember who “{name.text}” is",
        related=[Related(before.span, "last spoken of here")],
        suggestions=[Suggestion("Give the full name again", (full_name_at(article, name.span, person.name),))],
        confidence=_CONFIDENCE,
        keys=(person.name,),
        house=HouseEntry("well_known", person.name),
    )
