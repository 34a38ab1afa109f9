"""Who is who: mentions by name gathered into people.

Full names are gathered first; a bare surname then goes to the one who bears it. Where several bear it, the title
beside it, a form of address, and who was spoken of last decide, in that order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.parts import NameParts, alike, fold, is_given_name_of, is_surname_of, same_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editcheck.facts.people.names import NameMention

__all__ = ["Cluster", "gather", "gender_of"]


@dataclass(eq=False)
class Cluster:
    """The mentions of one person by name, while they are being gathered."""

    forms: list[NameParts] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)

    def add(self, mention: NameMention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        if mention.parts not in self.forms:
            self.forms.append(mention.parts)

    @property
    def full_mentions(self) -> list[NameMention]:
        """The mentions by more than a single name."""
        return [each for each in self.mentions if each.parts.full]

    @property
    def best(self) -> NameMention:
        """The fullest mention: most parts, then longest, then first. A title in capitals never makes it longer."""
        return max(self.mentions, key=lambda each: (len(each.text.split()), len(each.text), -each.span.start))


def gather(names: Sequence[NameMention]) -> list[Cluster]:
    """Gather the mentions of a text, in order, into people, in the order of their first mention."""
    clusters = _by_full_name([each for each in names if each.parts.full])
    seen: list[tuple[NameMention, Cluster]] = [(each, cluster) for cluster in clusters for each in cluster.mentions]
    for single in (each for each in names if not each.parts.full):
        owner = _owner(single, clusters, seen)
        if owner is None:
            owner = Cluster()
            clusters.append(owner)
        owner.add(single)
        seen.append((single, owner))
    for cluster in clusters:
        cluster.mentions.sort(key=lambda each: each.span)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].span)


def _by_full_name(names: Iterable[NameMention]) -> list[Cluster]:
    clusters: list[Cluster] = []
    for name in names:
        fitting = [each for each in clusters if all(same_person(name.parts, form) for form in each.forms)]
        exact = [each for each in fitting if any(_key(form) == _key(name.parts) for form in each.forms)]
        home = (exact or fitting or [Cluster()])[0]
        if home not in clusters:
            clusters.append(home)
        home.add(name)
    return clusters


def _key(parts: NameParts) -> str:
    return fold(" ".join((*parts.given, parts.surname)))


def _owner(
    single: NameMention, clusters: Sequence[Cluster], seen: Sequence[tuple[NameMention, Cluster]]
) -> Cluster | None:
    """Return whose bare name this is, or None where nobody of that name is known yet."""
    word = single.text
    exact = [c for c in clusters if any(form.full and is_surname_of(word, form) for form in c.forms)]
    owners = exact or [c for c in clusters if any(form.full and is_given_name_of(word, form) for form in c.forms)]
    if not owners:
        owners = [c for c in clusters if any(not form.full and fold(form.surname) == fold(word) for form in c.forms)]
    if not owners and len(word) > 5:
        owners = [c for c in clusters if any(alike(form.surname, word) for form in c.forms)]
    if len(owners) < 2:
        return owners[0] if owners else None
    return _choose(single, owners, seen)


def _choose(single: NameMention, owners: Sequence[Cluster], seen: Sequence[tuple[NameMention, Cluster]]) -> Cluster:
    """Choose among several of one surname."""
    for narrowed in (_same_title(single, owners), _same_gender(single, owners)):
        if len(narrowed) == 1:
            return narrowed[0]
        owners = narrowed or owners
    before = [(each, c) for each, c in seen if c in owners and each.span < single.span]
    near = [(each, c) for each, c in before if single.sentence - each.sentence <= 1]
    leading = max(owners, key=lambda c: (len(c.full_mentions), -c.mentions[0].span.start))
    if near:
        last = max(near, key=lambda pair: pair[0].span)[1]
        alone = len({id(c) for _, c in near}) == 1
        return last if alone or not any(c is leading for _, c in near) else leading
    introduced = [c for c in owners if any(c is other for _, other in before)]
    return leading if not introduced or leading in introduced else introduced[0]


def _same_title(single: NameMention, owners: Sequence[Cluster]) -> list[Cluster]:
    lex = lexicon()
    if not single.title or lex.is_honorific(single.title):
        return []
    office = lex.office_of(single.title)
    return [c for c in owners if any(each.title and lex.office_of(each.title) == office for each in c.mentions)]


def _same_gender(single: NameMention, owners: Sequence[Cluster]) -> list[Cluster]:
    wanted = lexicon().honorifics.get(single.title.lower(), "")
    return [c for c in owners if gender_of(c) in (wanted, "")] if wanted else []


def gender_of(cluster: Cluster) -> str:
    """Return "male" or "female" where a form of address or the given name tells, "" elsewhere."""
    lex = lexicon()
    for each in cluster.mentions:
        if told := lex.honorifics.get(each.title.lower(), ""):
            return told
    for form in cluster.forms:
        for given in form.given[:1]:
            name = given if given in lex.given else given.split("-")[0]
            if name in lex.female:
                return "female"
            if name in lex.male:
                return "male"
    return ""
