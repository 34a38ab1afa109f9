"""Roles: what stands beside a person's name and says who that is.

Before the name ("Norlandian Foreign Minister Jean-Luc Perrin"), behind it after a comma, before it with a comma ("the
ambassador, Oleg Marin,"), and where a verb says it ("Lund is the chairman of"). The words decide where the parse
cannot be relied on.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from editcheck.facts.model import Role, RoleStatus
from editcheck.facts.people.appositions import description_after, description_before
from editcheck.facts.people.candidates import entity_labels
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import LINKS, NamePlace, are_listed, is_plural
from editcheck.facts.people.role_phrases import is_role_head, read_roles
from editcheck.facts.people.titles import degree, title_before
from editcheck.facts.people.told_roles import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.article import Article, Span
    from editcheck.facts.model import Sentence, Token
    from editcheck.facts.people.names import NameMention

__all__ = ["roles_of_mentions"]


def roles_of_mentions(
    article: Article, sentences: Sequence[Sentence], names: Sequence[NameMention]
) -> dict[Span, list[Role]]:
    """Return the roles that stand with each name, by the name's span."""
    by_sentence: dict[int, list[NameMention]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    found: dict[Span, list[Role]] = {}
    for number, here in by_sentence.items():
        labels = entity_labels(sentences[number])
        starts = {each.first: each for each in here}
        inside = frozenset(i for each in here for i in range(each.first, each.last))
        for name in here:
            place = NamePlace(name, sentences[number], labels, starts, inside)
            found.setdefault(name.span, []).extend(_roles(place, article.text))
        _share_plurals(here, sentences[number], found)
    return {span: _without_overlaps(roles) for span, roles in found.items()}


def _roles(place: NamePlace, text: str) -> Iterator[Role]:
    for phrase in (degree(place), title_before(place), description_after(place), description_before(place)):
        if phrase:
            yield from _read(place, phrase, text)
    for phrase, status in told(place):
        for role in _read(place, phrase, text):
            yield replace(role, status=status) if role.status is RoleStatus.CURRENT else role


def _read(place: NamePlace, phrase: Sequence[Token], text: str) -> Iterator[Role]:
    while phrase and phrase[0].tag == "CC":
        phrase = phrase[1:]
    while phrase and phrase[-1].tag in ("CC", "IN", "DT", "TO", "RB"):
        phrase = phrase[:-1]
    for each in read_roles(phrase, text):
        if _is_title_of_another(place, each.span) or _is_in_service(place, each.span.of(text)):
            continue
        country = lexicon().country_of(each.organization) if each.organization else None
        yield Role(each.span, each.span.of(text), each.office, each.organization, each.status, place.name.span, country)


def _is_title_of_another(place: NamePlace, span: Span) -> bool:
    """Whether a role ends in the title of another name: "the daughter of Ada Lund and Mayor Jan Berg".

    "President Lund's envoy" does not, for the name says whose.
    """
    for index in place.starts:
        if index and place.tokens[index].span.start in span and place.tokens[index - 1].span.start in span:
            before = [token for token in place.tokens[:index] if token.span in span]
            behind = place.starts[index].last
            if behind < len(place.tokens) and place.tokens[behind].tag == "POS":
                continue
            linked = any(token.text.lower() in LINKS for token in before)
            if not linked and is_role_head(before[-1], lexicon()):
                return True
    return False


def _is_in_service(place: NamePlace, role: str) -> bool:
    """Whether a role is somebody in the service of the very name it stands with: "Lund's driver Lund feared"."""
    return role.startswith((f"{place.name.text}'", f"{place.name.text}’"))


def _without_overlaps(roles: Sequence[Role]) -> list[Role]:
    kept: list[Role] = []
    for role in roles:
        if not any(role.span.overlaps(other.span) for other in kept):
            kept.append(role)
    return sorted(kept, key=lambda role: role.span)


def _share_plurals(here: Sequence[NameMention], sentence: Sentence, found: dict[Span, list[Role]]) -> None:
    """Give a role in the plural to all names of its list: "Sens. Ada Lind and Jan Berg", "Lind and Berg, the hosts"."""
    if len(here) < 2 or not any(
        is_plural(word) for each in here for role in found[each.span] for word in role.text.split()
    ):
        return
    ordered = sorted(here, key=lambda each: each.first)
    pairs = [
        (one.span, following.span)
        for one, following in itertools.pairwise(ordered)
        if are_listed(sentence.tokens[one.last : following.first])
    ]
    for one, following in pairs:
        if all(_is_of_several(role) for role in found[following]):
            titles = [role for role in found[one] if role.span.end <= one.start and is_plural(role.text)]
            found[following] += [replace(role, mention=following) for role in titles]
    for one, following in reversed(pairs):
        behind = [role for role in found[following] if role.span.start >= following.end and _is_of_several(role)]
        found[one] += [replace(role, mention=one) for role in behind]


def _is_of_several(role: Role) -> bool:
    """Whether a description has a plural for its head: "sociologists at Acme", though not "one of the founders"."""
    words = [word for word in role.text.split() if is_plural(word)]
    heads = any(lexicon().office_of(word) in role.office for word in words)
    return heads and not role.text.lower().startswith("one of ")
