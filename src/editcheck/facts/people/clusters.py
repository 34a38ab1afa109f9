"""Who is who: mentions by name gathered into people.

Full names are gathered first; a bare surname then goes to the one who bears it. Where several bear it, the title
beside it, a form of address, and who was spoken of last decide, in that order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.nicknames import keys_of
from editcheck.facts.people.parts import NameParts, alike, fold, parts_of, same_person, surname_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editcheck.article import Span
    from editcheck.facts.people.names import NameMention
    from editcheck.house import House

__all__ = ["Cluster", "fame_of", "gather", "gender_of"]

#: Offices of which there is one at a time: with them a bare surname means their holder.
_HEADS = frozenset(("president", "chancellor", "pope", "king", "queen", "premier"))
#: Of so many people who share a word of their names, and an initial letter, one is looked for; the whole name finds its
#: bearer among any number. A list of thousands must not take the square in time.
_MOST, _MOST_OF_A_LETTER = 50, 300


@dataclass(eq=False)
class Cluster:
    """The mentions of one person by name, while they are being gathered: full names first, then in text order."""

    forms: dict[NameParts, None] = field(default_factory=dict)
    wholes: set[str] = field(default_factory=set)
    mentions: list[NameMention] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    told_gender: str = ""
    full_starts: list[int] = field(default_factory=list)
    last_single: NameMention | None = None

    def add(self, mention: NameMention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        self.forms.setdefault(mention.parts)
        self.wholes.add(_whole(mention.parts))
        if mention.title:
            self.titles.add(lexicon().office_of(mention.title))
        self.told_gender = self.told_gender or _told_gender(mention)
        if mention.parts.full:
            self.full_starts.append(mention.span.start)
        else:
            self.last_single = mention

    def latest_before(self, mention: NameMention) -> NameMention | None:
        """Return the last mention before another, of all that were taken in so far."""
        number = bisect_left(self.full_starts, mention.span.start)
        full = self.mentions[number - 1] if number else None
        single = self.last_single
        if full is None or single is None:
            return full or single
        return max(full, single, key=lambda each: each.span)

    @property
    def best(self) -> NameMention:
        """The fullest mention: most words, then longest, then first."""
        return max(self.mentions, key=lambda each: (len(each.text.split()), len(each.text), -each.span.start))

    @property
    def tried(self) -> Iterator[NameParts]:
        """The forms that another name is compared with: the first ones, for a person may have thousands."""
        return islice(self.forms, _MOST)

    @property
    def gender(self) -> str:
        """Return "male" or "female" where a form of address or the given name tells, "" elsewhere."""
        told = (self.told_gender, *map(_given_gender, self.tried))
        return next((gender for gender in told if gender), "")


def gender_of(cluster: Cluster, house: House) -> str:
    """Return the gender of a person, that of the well-known bearers where only a surname is told: "Obama"."""
    if cluster.gender or any(form.full for form in cluster.tried):
        return cluster.gender
    genders = {_given_gender(parts_of(name)) for name in _well_known(cluster, house)}
    return genders.pop() if len(genders) == 1 else ""


def fame_of(cluster: Cluster, house: House) -> str:
    """Return who the house lists say that a person is, "" where they do not or the surname alone could be several's."""
    names = _well_known(cluster, house)
    return house["well_known"][names[0]] if len(names) == 1 else ""


def _well_known(cluster: Cluster, house: House) -> list[str]:
    """Return the names on the house list that a person's can be."""
    form = parts_of(cluster.best.text)
    surname = fold(form.surname)
    return [name for name in house["well_known"] if surname in fold(name) and same_person(form, parts_of(name))]


def _given_gender(form: NameParts) -> str:
    """Return the gender of a full name's given name, "" where it tells none."""
    lex = lexicon()
    for given in form.given[:1]:
        name = given if given in lex.given else given.split("-")[0]
        if name in lex.female:
            return "female"
        if name in lex.male:
            return "male"
    return ""


def gather(
    names: Sequence[NameMention], house: House, aliases: Iterable[tuple[NameMention, NameMention]] = ()
) -> list[Cluster]:
    """Gather the mentions of a text, in order, into people, in the order of their first mention.

    `aliases` are pairs of mentions that the text says are one person's.
    """
    register = _Register()
    for full in (each for each in names if each.parts.full):
        register.take_in(full, _same(full, register))
    for single in (each for each in names if not each.parts.full):
        register.take_in(single, _owner(single, register, house))
    for one, other in aliases:
        register.join(one, other)
    clusters = [cluster for cluster in register.clusters if cluster.mentions]
    for cluster in clusters:
        cluster.mentions.sort(key=lambda each: each.span)
    return sorted(clusters, key=lambda cluster: cluster.mentions[0].span)


class _Register:
    """The people found so far, by the words, surnames, given names and initial letters of their names."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._numbers: dict[int, int] = {}
        self._by: dict[tuple[str, str], dict[int, None]] = defaultdict(dict)
        self._at: dict[Span, Cluster] = {}

    def take_in(self, mention: NameMention, cluster: Cluster | None) -> None:
        """Add a mention to a person; None makes a new one."""
        if cluster is None:
            cluster = Cluster()
            self._numbers[id(cluster)] = len(self.clusters)
            self.clusters.append(cluster)
        if mention.parts not in cluster.forms:
            for kind, key in _keys(mention.parts):
                self._by[kind, key][self._numbers[id(cluster)]] = None
        cluster.add(mention)
        self._at[mention.span] = cluster

    def join(self, one: NameMention, other: NameMention) -> None:
        """Make one person of two whose mentions these are; nobody is left of the second."""
        first, second = self._at[one.span], self._at[other.span]
        if first is not second:
            for mention in second.mentions:
                first.add(mention)
                self._at[mention.span] = first
            second.mentions.clear()

    def find(self, kind: str, keys: Iterable[str]) -> list[Cluster]:
        """Return the people who have one of some keys, in the order in which they were found."""
        most = _MOST_OF_A_LETTER if kind == "letter" else _MOST
        numbers = {number for key in keys for number in islice(self._by.get((kind, key), ()), most)}
        return [self.clusters[number] for number in sorted(numbers)]


def _keys(parts: NameParts) -> Iterator[tuple[str, str]]:
    """Yield what a name is found by: kinds of keys and keys."""
    yield "whole", _whole(parts)
    for word in fold(" ".join((*parts.given, parts.surname))).split():
        yield "word", word
    for form in surname_forms(parts):
        yield "surname", form
    yield "letter", fold(parts.surname)[:1]
    for given in (parts.nickname, *parts.given[:1]):
        for key in keys_of(given) if len(given.rstrip(".")) > 1 else ():
            yield "given", key


def _same(full: NameMention, register: _Register) -> Cluster | None:
    """Return the person of a full name, one who is called just so first."""
    whole = register.find("whole", [_whole(full.parts)])
    others = register.find("word", fold(full.text).split())
    fitting = [
        c
        for c in dict.fromkeys((*whole, *others))
        if all(same_person(full.parts, form) for form in c.tried) and not _is_namesake(full, c)
    ]
    exact = [c for c in fitting if _whole(full.parts) in c.wholes]
    return next(iter(exact or fitting), None)


def _is_namesake(full: NameMention, cluster: Cluster) -> bool:
    """Whether "Tom Lund Jr." is another than the Tom Lund of before: who is called in full takes on no "Jr." later.

    A headline, the first sentence, may leave it out.
    """
    if not full.parts.suffix or any(form.suffix for form in cluster.tried):
        return False
    return any(each.sentence > 0 for each in cluster.mentions if each.span < full.span)


def _whole(parts: NameParts) -> str:
    return fold(" ".join((*parts.given, parts.surname)))


def _owner(single: NameMention, register: _Register, house: House) -> Cluster | None:
    """Return whose bare name this is, or None where nobody of that name is known yet."""
    word = single.parts.surname
    owners = register.find("surname", [fold(word)]) or register.find("given", keys_of(word))
    if not owners and len(word) > 5:
        near = register.find("letter", [fold(word)[:1]])
        owners = [c for c in near if any(alike(form.surname, word) for form in c.tried)]
    owners = [c for c in owners if not _contradicts(single, c, house)]
    if len(owners) < 2:
        return owners[0] if owners else None
    return _choose(single, owners)


def _contradicts(single: NameMention, cluster: Cluster, house: House) -> bool:
    """Whether a bare name cannot be this person's: "Mr. Obama" where only Michelle Obama is named in full.

    "President Bush" is not Jeb Bush's either, where he is never called president and a well-known Bush is another:
    one whom the list calls president, if it calls any so.
    """
    told = _told_gender(single)
    if told and cluster.gender not in (told, ""):
        return True
    title = lexicon().office_of(single.title) if single.title else ""
    if title not in _HEADS or title in cluster.titles:
        return False
    bearers = {name: who for name, who in house["well_known"].items() if name.endswith(single.parts.surname)}
    holders = [name for name, who in bearers.items() if title in who.replace(",", " ").split()]
    known = [parts_of(name) for name in holders or bearers]
    full = [form for form in cluster.tried if form.full]
    return bool(known and full) and not any(same_person(form, other) for form in full for other in known)


def _choose(single: NameMention, owners: Sequence[Cluster]) -> Cluster:
    """Choose among several of one surname."""
    for narrowed in (_same_suffix(single, owners), _same_title(single, owners), _same_gender(single, owners)):
        if len(narrowed) == 1:
            return narrowed[0]
        owners = narrowed or owners
    leading = max(owners, key=lambda c: (len(c.full_starts), -c.mentions[0].span.start))
    before = [(latest, c) for c in owners if (latest := c.latest_before(single)) is not None]
    near = [
        (latest, c)
        for latest, c in before
        if latest.span < single.span and single.sentence - latest.sentence <= 1 and not _by_given_name(latest, c)
    ]
    if near and (len(near) == 1 or all(c is not leading for _, c in near)):
        return max(near, key=lambda pair: pair[0].span)[1]
    introduced = [c for _, c in before]
    return leading if near or not introduced or leading in introduced else introduced[0]


def _by_given_name(mention: NameMention, cluster: Cluster) -> bool:
    """Whether somebody is called by the given name: the surname is then another's ("Freddy" beside "Mr. Lund")."""
    surnames = {form for each in cluster.tried if each.full for form in surname_forms(each)}
    return not mention.parts.full and fold(mention.parts.surname) not in surnames


def _same_suffix(single: NameMention, owners: Sequence[Cluster]) -> list[Cluster]:
    """Return those who are called Jr., Sr. or III where a bare name is: "Donald Jr."."""
    suffix = fold(single.parts.suffix)
    return [c for c in owners if suffix and any(fold(form.suffix) == suffix for form in c.tried)]


def _same_title(single: NameMention, owners: Sequence[Cluster]) -> list[Cluster]:
    lex = lexicon()
    if not single.title or lex.is_honorific(single.title):
        return []
    office = lex.office_of(single.title)
    return [c for c in owners if office in c.titles]


def _same_gender(single: NameMention, owners: Sequence[Cluster]) -> list[Cluster]:
    wanted = _told_gender(single)
    return [c for c in owners if c.gender in (wanted, "")] if wanted else []


def _told_gender(mention: NameMention) -> str:
    """Return the gender that a form of address tells, "" where it tells none."""
    lex = lexicon()
    return lex.honorifics[mention.title.lower()] if lex.is_honorific(mention.title) else ""
