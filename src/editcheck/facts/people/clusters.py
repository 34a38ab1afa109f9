"""Who is who: mentions by name gathered into people.

Full names are gathered first; a bare surname then goes to the one who bears it. Where several bear it, the title
beside it, a form of address, and who was spoken of last decide, in that order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.parts import NameParts, alike, fold, is_given_name_of, is_surname_of, parts_of, same_person

if TYPE_CHECKING:
    from editcheck.house import House
    from collections.abc import Iterable, Sequence

    from editcheck.facts.people.names import NameMention

#: Offices of which there is one at a time: with them a bare surname means their holder.
_HEADS = frozenset(("president", "chancellor", "pope", "king", "queen", "premier"))

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


def gather(names: Sequence[NameMention], house: House) -> list[Cluster]:
    """Gather the mentions of a text, in order, into people, in the order of their first mention."""
    clusters = _by_full_name([each for each in names if each.parts.full])
    seen: list[tuple[NameMention, Cluster]] = [(each, cluster) for cluster in clusters for each in cluster.mentions]
    for single in (each for each in names if not each.parts.full):
        owner = _owner(single, clusters, seen, house)
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
    single: NameMention, clusters: Sequence[Cluster], seen: Sequence[tuple[NameMention, Cluster]], house: House
) -> Cluster | None:
    """Return whose bare name this is, or None where nobody of that name is known yet."""
    word = single.parts.surname
    owners = [c for c in clusters if any(_bears(form, word) for form in c.forms)]
    if not owners:
        owners = [c for c in clusters if any(form.full and is_given_name_of(word, form) for form in c.forms)]
    if not owners and len(word) > 5:
        owners = [c for c in clusters if any(alike(form.surname, word) for form in c.forms)]
    owners = [c for c in owners if not _contradicts(single, c, house)]
    if len(owners) < 2:
        return owners[0] if owners else None
    return _choose(single, owners, seen)


def _bears(form: NameParts, word: str) -> bool:
    return is_surname_of(word, form) if form.full else fold(form.surname) == fold(word)


def _contradicts(single: NameMention, cluster: Cluster, house: House) -> bool:
    """Whether a bare name cannot be this person's: "Mr. Obama" where only Michelle Obama is named in full.

    "President Bush" is not Jeb Bush's either, where he is never called president and a well-known Bush is another.
    """
    told = _told_gender(single)
    if told and gender_of(cluster) not in (told, ""):
        return True
    title = lexicon().office_of(single.title) if single.title else ""
    if title not in _HEADS or any(lexicon().office_of(each.title) == title for each in cluster.mentions if each.title):
        return False
    known = [parts_of(name) for name in house["well_known"] if name.endswith(single.parts.surname)]
    full = [form for form in cluster.forms if form.full]
    return bool(known and full) and not any(same_person(form, other) for form in full for other in known)


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
    wanted = _told_gender(single)
    return [c for c in owners if gender_of(c) in (wanted, "")] if wanted else []


def _told_gender(mention: NameMention) -> str:
    """The gender that a form of address tells, "" where it tells none."""
    lex = lexicon()
    return lex.honorifics[mention.title.lower()] if lex.is_honorific(mention.title) else ""


def gender_of(cluster: Cluster) -> str:
    """Return "male" or "female" where a form of address or the given name tells, "" elsewhere."""
    lex = lexicon()
    for each in cluster.mentions:
        if told := _told_gender(each):
            return told
    for form in cluster.forms:
        for given in form.given[:1]:
            name = given if given in lex.given else given.split("-")[0]
            if name in lex.female:
                return "female"
            if name in lex.male:
                return "male"
    return ""
