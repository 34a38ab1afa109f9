"""Planting errors in who is who: rules of the family roles, and of the introductions of sources.

Persons are those of names.py. Roles are titles before a full name, by a list of those that people bear one at a time,
and descriptions behind it between commas with a word for an office or a trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from corpora import Span

from planting.names import Named, apposition, gender, is_unknown, later, named, speaks
from planting.papers import Case, Edit, Paper, Planted, Version, replaced

_OFFICES = (
    r"(?:Sen\.|Senator|Gov\.|Governor|Rep\.|Mayor|Chancellor|Prime Minister|President|Secretary of State"
    r"|Defense Secretary|Foreign Minister|Attorney General|Treasury Secretary|Finance Minister|Interior Minister)"
)
_TITLE = re.compile(rf"(?<!Vice )(?<!Deputy )\b(?P<title>{_OFFICES}) $")
_FORMER = re.compile(rf"\b(?P<former>[Ff]ormer )(?P<title>(?:[A-Z]\w+ )?{_OFFICES}) $")
#: What is put in the place of an office: one that nobody holds beside it. (Senators are ministers in Australia.)
_OTHERS = ("Gov.", "Mayor", "Judge", "Ambassador", "Sen.")
_MEN = ("Daniel", "Peter", "Thomas", "Andrew", "Victor")
_WOMEN = ("Laura", "Helen", "Martha", "Alice", "Teresa")
#: Names that no list of common ones has, to be borne throughout.
_UNCOMMON = (("Adaeze", "Nwachukwu"), ("Tormod", "Skjelbred"), ("Ruxandra", "Ionescu"), ("Kwabena", "Asamoah"))
_BORN = re.compile(r"(?:born|named|called|known as)\b")
#: So many characters around a mention may tell who somebody is.
_NEAR = 200


def _followed(paper: Paper) -> Iterator[tuple[Named, Span, tuple[Span, ...]]]:
    """Yield persons whose full name comes first, with that first place and the later surnames."""
    for person in named(paper):
        first = person.full[0]
        if not any(each < first for each in person.bare):
            yield person, first, later(person, first[1])


def _titled(paper: Paper) -> Iterator[tuple[Named, Span, str, tuple[Span, ...]]]:
    """Yield persons who are introduced with one title and come back without: the person, the title's place."""
    for person, first, places in _followed(paper):
        found = _TITLE.search(paper.text, max(0, first[0] - 30), first[0])
        plain = [each for each in places if paper.paragraph(each[0]) > paper.paragraph(first[0])]
        past = re.search(r"\b(?:[Ff]ormer|[Tt]hen-?|[Ll]ate|ex-)", paper.text[max(0, first[0] - 60) : first[0]])
        if found and plain and not past and not _other_titles(paper, person, first):
            yield person, found.span("title"), found["title"], tuple(plain)


def _other_titles(paper: Paper, person: Named, first: Span) -> bool:
    """Whether another office stands before the name elsewhere, which would be a story of its own."""
    titles = re.finditer(rf"\b({_OFFICES}) (?:{person.first} )?{re.escape(person.last)}\b", paper.text)
    return any(each.end() != first[1] for each in titles)


def _bare_subject(paper: Paper, places: tuple[Span, ...]) -> Iterator[Span]:
    """Yield surnames that stand for the person, not in the possessive and without Mr. before them."""
    for start, end in places:
        before = paper.text[max(0, start - 5) : start]
        if not re.search(r"M(?:r|s|rs)\. $", before) and not re.match(r"[’']s\b", paper.text[end : end + 2]):
            yield start, end


def conflicting_roles(paper: Paper, random: Random) -> Iterator[Case]:
    """A title behind which somebody was introduced becomes another one at a later mention; twin: stands there again."""
    for _, span, title, places in _titled(paper):
        other = random.choice([each for each in _OTHERS if not _may_be_one(each, title)])
        for start, _ in (each for each in _bare_subject(paper, places) if speaks(paper, each)):
            again = Version((Edit(start, start, f"{title} "),))
            yield Case(Version((Edit(start, start, f"{other} "),), (span, (start, start))), again)


def _may_be_one(one: str, title: str) -> bool:
    """Whether two titles may be one office, or those of one person: ministers sit in parliament."""
    return (one == "Sen." and not title.startswith(("Gov", "Mayor"))) or one[:3] == title[:3]


def conflicting_status(paper: Paper, random: Random) -> Iterator[Case]:
    """Who was introduced as Senator is "former Senator" later, or the other way round; twin: "then-Senator"."""
    for _, span, title, places in _titled(paper):
        for start, _ in _bare_subject(paper, places):
            word = random.choice(("former", "former", "acting")) if "." not in title else "former"
            error = Version((Edit(start, start, f"{word} {title} "),), (span, (start, start)))
            yield Case(error, Version((Edit(start, start, f"then-{title} "),)))
    for person, first, places in _followed(paper):
        found = _FORMER.search(paper.text, max(0, first[0] - 45), first[0])
        if found and not _other_titles(paper, person, first):
            for start, _ in _bare_subject(paper, places):
                error = Version((Edit(start, start, f"{found['title']} "),), (found.span("title"), (start, start)))
                yield Case(error, Version((Edit(start, start, f"the former {found['title'].lower()} "),)))


def _described(paper: Paper) -> Iterator[tuple[Named, Span, re.Match[str]]]:
    """Yield persons whom few know with the description behind their only full name, the only one they have."""
    for person, first, _ in _followed(paper):
        found = apposition(paper, first)
        if found and is_unknown(paper, person) and len(person.full) == 1 and not _title_before(paper, first):
            yield person, first, found


def _title_before(paper: Paper, place: Span) -> bool:
    """Whether words before a name may say who somebody is: "spokesman Peter Lind", "his brother Peter Lind"."""
    words = paper.text[max(0, place[0] - 40) : place[0]]
    return bool(
        re.search(
            r"(?:\b(?:his|her|its|their)\b[^.,]*|[a-z]{3,}(?:man|er|or|ist|ent|ary|chief|head)|[’']s \w+"
            r"|[A-Z][\w.]+) $",
            words,
        )
    )


def missing_role(paper: Paper, random: Random) -> Iterator[Case]:
    """The only description of a quoted person is cut; twin: it stands in a sentence of its own right behind."""
    for person, first, found in _described(paper):
        speech = [first, *(each for each in person.bare if speaks(paper, each))]
        if len(speech) > 1 and not any(apposition(paper, each) for each in person.bare):
            cut = Edit(first[1], found.end(), _joint(paper, found))
            told = f"{person.last} is {_with_article(found['role'])}. "
            end = paper.sentence(first[0])[1]
            if paper.text[end - 1 : end].isspace():
                twin = Version((cut, Edit(end, end, told)), ((first[0], first[1]), (end, end)))
                yield Case(Version((cut,), tuple(speech)), twin)


def _joint(paper: Paper, found: re.Match[str]) -> str:
    """Return what takes the place of ", the mayor of Alton, " between a name and what follows."""
    follows = paper.text[found.end() : found.end() + 1]
    return "" if follows in ".,;:" else " "


def _with_article(role: str) -> str:
    role = role.strip(" ,")
    return role if re.match(r"(?:a|an|the|who is)\b", role) else f"the {role}"


def late_role(paper: Paper, random: Random) -> Iterator[Case]:
    """The description moves from the full name to a later surname; twin: into the sentence behind the full name."""
    for person, first, found in _described(paper):
        cut = Edit(first[1], found.end(), _joint(paper, found))
        end = paper.sentence(first[0])[1]
        for place in _bare_subject(paper, later(person, end)):
            if paper.paragraph(place[0]) > paper.paragraph(first[0]) + 1 and paper.text[end - 1 : end].isspace():
                moved = Edit(place[1], place[1], f", {found['role'].strip(' ,')},")
                twin = Version(
                    (cut, Edit(end, end, f"{person.last} is {_with_article(found['role'])}. ")), (first, (end, end))
                )
                yield Case(Version((cut, moved), (first, place)), twin)
                break
    yield from _late_title(paper)


def _late_title(paper: Paper) -> Iterator[Case]:
    """Yield titles moved to a later surname, where no other word beside the name says who it is."""
    for person, (start, end), title, places in _titled(paper):
        name = person.full[0]
        before = re.search(r"(\S+) $", paper.text[max(0, start - 20) : start])
        told = re.match(r"(?:,| of [A-Z]| \(|[’']s? )", paper.text[name[1] : name[1] + 6])
        if told or before is None or not before[1].islower() or _title_before(paper, (start, end)):
            continue
        for place in _bare_subject(paper, places):
            if paper.paragraph(place[0]) > paper.paragraph(start) + 1:
                moved = Edit(place[0], place[0], f"{title} ")
                yield Case(Version((Edit(start, name[0], ""), moved), (name, place)), Version((moved,)))
                break


def double_introduction(paper: Paper, random: Random) -> Iterator[Case]:
    """A later surname becomes full name and description once more; twin: the full name alone."""
    for person, first, found in _described(paper):
        for start, end in _bare_subject(paper, later(person, first[1])):
            if paper.paragraph(start) > paper.paragraph(first[0]) + 1:
                again = f"{person.name}, {found['role'].strip(' ,')},"
                yield Case(Version((Edit(start, end, again),)), Version((Edit(start, end, person.name),)))
                break


def shared_surname(paper: Paper, random: Random) -> Iterator[Case]:
    """Somebody else of the surname comes in before a surname that stands alone; twin: full names from there on."""
    for person, _, places in _followed(paper):
        for place in _bare_subject(paper, places):
            start = paper.sentence(place[0])[0]
            if paper.opens(place[0]) and speaks(paper, place) and gender(person):
                other = random.choice(_WOMEN if gender(person) == "female" else _MEN)
                told = f"{person.name} met {other} {person.last}, a neighbor. "
                whole = replaced([each for each in places if each[0] > start], person.name)
                twin = Version((Edit(start, place[1], told + person.name), *whole), ((start, place[1]),))
                yield Case(Version((Edit(start, start, told),), (place, (start, start))), twin)
                break


def name_variant(paper: Paper, random: Random) -> Iterator[Case]:
    """A later surname gets another spelling; twin: somebody else, named in full, has that spelling."""
    for person, _, places in _followed(paper):
        wrong = misspelt(person.last, random)
        for start, end in places:
            if wrong and f" {wrong}" not in paper.text and paper.opens(start):
                other = f"{random.choice(_MEN)} {wrong}, who lives in another town, had no comment. "
                yield Case(Version((Edit(start, end, wrong),)), Version((Edit(start, start, other),)))
                break


def misspelt(name: str, random: Random) -> str | None:
    """Return a name with one slip of those that happen, or None where it is too short."""
    slips = [
        *(
            (f"{name[:i]}{name[i]}{name[i:]}")
            for i in range(2, len(name))
            if name[i] in "lnrst" and name[i - 1] != name[i]
        ),
        *((f"{name[:i]}{name[i + 1 :]}") for i in range(2, len(name)) if name[i - 1] == name[i]),
        *(
            re.sub(old, new, name)
            for old, new in (("ie", "ei"), ("ei", "ie"), ("sen$", "son"), ("son$", "sen"), ("er$", "ar"))
        ),
        *(
            re.sub(old, new, name)
            for old, new in (("ck", "k"), ("k$", "ck"), ("y$", "ey"), ("an$", "en"), ("c(?=[aou])", "k"))
        ),
        *(f"{name[:i]}{name[i + 1]}{name[i]}{name[i + 2 :]}" for i in range(2, len(name) - 1)),
    ]
    different = [each for each in dict.fromkeys(slips) if each != name and not re.search(r"(.)\1\1", each)]
    return random.choice(different) if len(name) >= 5 and different else None


def first_name_variant(paper: Paper, random: Random) -> Iterator[Case]:
    """The last surname gets another first name; twin: that is a brother or sister, and said to be."""
    for person, _, places in _followed(paper):
        for start, end in list(_bare_subject(paper, places))[-1:]:
            other = random.choice(_WOMEN if gender(person) == "female" else _MEN)
            if other != person.first and gender(person) and speaks(paper, (start, end)):
                relative = f"{person.last}’s {'sister' if other in _WOMEN else 'brother'}, {other} {person.last},"
                yield Case(
                    Version((Edit(start, end, f"{other} {person.last}"),)), Version((Edit(start, end, relative),))
                )
                break


def unidentified_source(paper: Paper, random: Random) -> Iterator[Case]:
    """The first name of somebody who speaks is edited out everywhere; twin: an uncommon name in its place."""
    for person, _, places in _followed(paper):
        headline = re.search(rf"\b{person.name}\b", paper.text[: paper.body])
        if is_unknown(paper, person) and any(speaks(paper, each) for each in places) and not headline:
            first, last = random.choice(_UNCOMMON)
            twin = [*replaced(person.full, f"{first} {last}"), *_renamed(paper, person, last)]
            error = Version(replaced(person.full, person.last), (*person.full, *places))
            if not re.search(rf"\b{person.first}\b", error.text(paper)):
                yield Case(error, Version(tuple(twin)))


def _renamed(paper: Paper, person: Named, last: str) -> Iterator[Edit]:
    for found in re.finditer(rf"\b{re.escape(person.last)}\b", paper.text):
        if not any(a <= found.start() < b for a, b in person.full):
            yield Edit(*found.span(), last)


def late_introduction(paper: Paper, random: Random) -> Iterator[Case]:
    """The full name and a later surname change places; twin: the later surname becomes the full name, too."""
    for person, first, places in _followed(paper):
        after = [each for each in places if paper.paragraph(each[0]) > paper.paragraph(first[0])]
        in_headline = person.last in paper.text[: paper.body]
        if after and is_unknown(paper, person) and len(person.full) == 1 and not in_headline:
            full = Edit(*after[0], person.name)
            yield Case(Version((Edit(*first, person.last), full)), Version((full,)))


PLANTED = {
    "roles/conflicting-roles": Planted(conflicting_roles, ("roles/conflicting-status",)),
    "roles/conflicting-status": Planted(conflicting_status),
    "roles/double-introduction": Planted(double_introduction),
    "roles/late-role": Planted(late_role, ("attribution/missing-role",)),
    "roles/shared-surname": Planted(shared_surname),
    "roles/name-variant": Planted(name_variant),
    "roles/first-name-variant": Planted(first_name_variant),
    "attribution/unidentified-source": Planted(unidentified_source),
    "attribution/late-introduction": Planted(late_introduction, ("attribution/unidentified-source",)),
    "attribution/missing-role": Planted(missing_role, ("roles/late-role",)),
}
