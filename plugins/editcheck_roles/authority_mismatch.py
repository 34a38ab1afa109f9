"""roles/authority-mismatch: somebody's office, party, state or name, and what an authority file has of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from editcheck import Edit, Example, RoleStatus, Rule, Severity, Span, Suggestion
from editcheck_roles.authority_example import EXAMPLE
from editcheck_roles.history import is_history
from editcheck_roles.parties import Tag, country_of, party_of, state_of, tag_after
from editcheck_roles.places import body_names, body_roles
from editcheck_roles.wording import without_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import (
        Annotation,
        Article,
        Authority,
        Facts,
        Holder,
        Mention,
        Options,
        Person,
        Post,
        Role,
        Term,
        TimeExpression,
    )

__all__ = ["RULE", "find"]

#: Days within which what is told is of the day of publication.
_MONTH = 31
#: Who sits for no party is often written of by the one he votes with.
_INDEPENDENT = "Independent"

RULE = Rule(
    id="roles/authority-mismatch",
    summary="An office, a party, a state or a name is not as the authority file has it on the day of publication",
    explanation=(
        "A list of who holds which office knows better than memory: who left last month is former now, who was "
        "re-elected is not. Authority files are Popolo JSON, named by `authority` in the configuration; "
        "`editcheck authority import` makes them of published lists.\n\nPeople and offices that the files do not know, "
        "and days that they do not cover, are passed over."
    ),
    severity=Severity.ERROR,
    help="Find out who is right; where it is the article, mend the authority file.",
    when_off="Without authority files it is silent by itself.",
    good=(
        Example("Harbour Secretary Ruth Vance spoke on Monday.", authority=EXAMPLE, note="she is in office"),
        Example(
            "In 2019, Harbour Secretary Tom Reyes opened the bridge.", authority=EXAMPLE, note="history, told as such"
        ),
        Example("Former Harbour Secretary Tom Reyes spoke on Monday.", authority=EXAMPLE),
        Example(
            "Harbour Secretary Ida Storm spoke on Monday.", authority=EXAMPLE, note="somebody the file does not know"
        ),
        Example(
            "Harbour Secretary Tom Reyes spoke on Monday.",
            authority=EXAMPLE,
            published="2031-05-05",
            note="a day that the file does not cover",
        ),
        Example(
            "The bridge was opened by Harbour Secretary Tom Reyes.",
            authority=EXAMPLE,
            note="no day, and he does not speak: it may be history",
        ),
        Example("“Harbour Secretary Tom Reyes did it,” Ada Berg said.", authority=EXAMPLE, note="a speaker's words"),
        Example("Sen. Erik Dahl (R-Ohio) spoke on Monday.", authority=EXAMPLE),
    ),
    bad=(
        Example("[[Harbour Secretary]] Tom Reyes spoke on Monday.", authority=EXAMPLE, note="his term has ended"),
        Example("[[Former Harbour Secretary]] Ruth Vance spoke on Monday.", authority=EXAMPLE, note="she is in office"),
        Example(
            "[[Harbour Secretary]] Erik Dahl spoke on Monday.", authority=EXAMPLE, note="somebody else holds the office"
        ),
        Example("Sen. Erik Dahl ([[D-Ohio]]) spoke on Monday.", authority=EXAMPLE, note="the wrong party"),
        Example("Sen. Erik Dahl ([[R-Utah]]) spoke on Monday.", authority=EXAMPLE, note="the wrong state"),
        Example("Harbour Secretary [[Ruth Vanse]] spoke on Monday.", authority=EXAMPLE, note="the wrong spelling"),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield what the authority files have otherwise, once for each place."""
    if article.day is None:
        return
    told: set[Span] = set()
    for authority in options.authority:
        if authority.speaks_of(article.day):
            for person in facts.people:
                for annotation in _Judging(article, facts, authority, article.day, person).findings():
                    if annotation.span not in told:
                        told.add(annotation.span)
                        yield annotation


@dataclass(frozen=True)
class _Judging:
    """One person of an article held against one file."""

    article: Article
    facts: Facts
    authority: Authority
    day: date
    person: Person

    def findings(self) -> Iterator[Annotation]:
        holder = self.authority.holder_named(self.person.name)
        roles = [each for each in body_roles(self.article, self.facts, self.person) if self._is_now(each)]
        if holder is None:
            yield from self._spelling(roles)
            return
        for role in roles:
            yield from self._office(holder, role)
        seat = self._seat(holder)
        if seat is not None:
            yield from self._party_and_state(seat, roles)

    def _is_now(self, role: Role) -> bool:
        return not is_history(self.article, self.facts, role)

    def _posts(self, role: Role) -> tuple[Post, ...]:
        """Return the offices of the file that a role may name; one with a body or a country names that one's only."""
        if role.organization and not role.country:
            return self.authority.posts_called(role.office, role.organization)
        posts = self.authority.posts_called(role.office)
        return tuple(each for each in posts if not role.country or self._is_of(each, role.country))

    def _is_of(self, post: Post, country: str) -> bool:
        """Whether an office is one of a country, or of one that the state is in which somebody represents."""
        return country_of(post.jurisdiction) == country_of(country) or state_of(country) is not None

    def _office(self, holder: Holder, role: Role) -> Iterator[Annotation]:
        for post in self._posts(role):
            terms = self.authority.terms_of(holder, post)
            covering = [term for term in terms if term.covers(self.day)]
            if role.status is RoleStatus.FORMER:
                # Behind the name it may be what somebody will be: "once he is the former president".
                before = role.mention is not None and role.span.end <= role.mention.start
                if before and covering and _is_amid(covering[-1], self.day):
                    yield self._says(
                        role, f"has {self.person.name} as {post.label} {_dates(covering[-1])}", "in office"
                    )
            elif role.status is RoleStatus.CURRENT and not covering:
                yield from self._not_in_office(holder, role, post, terms)

    def _not_in_office(self, holder: Holder, role: Role, post: Post, terms: tuple[Term, ...]) -> Iterator[Annotation]:
        """Yield that somebody is not in office, where the file is sure: it has all terms, or who else holds it."""
        sure = self.authority.complete or self.authority.one_at_a_time(post)
        others = [each.name for each in self.authority.in_office(post, self.day) if each != holder]
        if not sure or self._is_called_former(role) or not self._is_of_today(role):
            return
        if terms:
            nearest = min(terms, key=lambda term: _distance(term, self.day))
            yield self._says(role, f"has {self.person.name} as {post.label} {_dates(nearest)}", "not in office")
        elif self.authority.one_at_a_time(post) and len(others) == 1:
            yield self._says(role, f"has {others[0]} as {post.label} on {_written(self.day)}", "somebody else")

    def _is_of_today(self, role: Role) -> bool:
        """Whether a role is told of the days around publication: its holder speaks, or a date of these days is beside.

        Without that it may be history, and presidents keep their title in it. So do offices under somebody who is named
        ("press secretary for George W. Bush").
        """
        if any(role.span.start <= name.span.start < role.span.end for each in self.facts.people for name in each.names):
            return False
        speaks = any(
            each.speech and each.source.person == self.person.id and role.span in each.source.span
            for each in self.facts.quotations
            if each.source is not None
        )
        dates = [each.value for each in self._dates_beside(role) if each.value[:1].isdigit()]
        return (speaks or bool(dates)) and all(_is_close(each, self.day) for each in dates)

    def _dates_beside(self, role: Role) -> Iterator[TimeExpression]:
        sentence = self.facts.sentences[self.facts.sentence_number(role.span.start)]
        return (each for each in self.facts.dates if each.span in sentence.span)

    def _is_called_former(self, role: Role) -> bool:
        """Whether the article itself says elsewhere that the office is a former one: another rule's matter."""
        return any(each.office == role.office and each.status is not RoleStatus.CURRENT for each in self.person.roles)

    def _seat(self, holder: Holder) -> Term | None:
        """Return the term in which somebody sits for a party and an area on the day of publication."""
        terms = (term for term in self.authority.all_terms_of(holder) if term.covers(self.day))
        return next((term for term in terms if term.area and term.party), None)

    def _party_and_state(self, seat: Term, roles: list[Role]) -> Iterator[Annotation]:
        named = [role for role in roles if any(post.id == seat.post for post in self._posts(role))]
        for name in body_names(self.article, self.facts, self.person):
            tag = tag_after(self.article, name.span)
            if tag is not None:
                yield from self._tag(seat, tag, sure=bool(named))
        for role in named:
            party, state = party_of(role.text), state_of(role.country or "")
            if party and seat.party != _INDEPENDENT and party != seat.party:
                yield self._says(role, self._has(seat.party), "party")
            elif state and state != seat.area:
                yield self._says(role, self._has_for(seat.area), "state")

    def _tag(self, seat: Term, tag: Tag, *, sure: bool) -> Iterator[Annotation]:
        """Yield that a tag like "(D-Wash.)" is wrong in one of its halves; in both it is somebody else's.

        So it is, of somebody whom the article does not call by the office (not `sure`), where the state is another.
        """
        if tag.party != seat.party and tag.state == seat.area:
            yield self._annotation(tag.span, f"“{tag.text}”", self._has(seat.party), "party")
        elif tag.state != seat.area and tag.party == seat.party and sure:
            yield self._annotation(tag.span, f"“{tag.text}”", self._has_for(seat.area), "state")

    def _has(self, party: str) -> str:
        return f"has {self.person.name} as {party}"

    def _has_for(self, area: str) -> str:
        return f"has {self.person.name} for {area}"

    def _spelling(self, roles: list[Role]) -> Iterator[Annotation]:
        """Yield that a name is spelt otherwise, where exactly one holder of the office that is named has nearly it."""
        if self.authority.knows(self.person.name):
            return
        posts = dict.fromkeys(post for role in roles if role.status is RoleStatus.CURRENT for post in self._posts(role))
        holders = dict.fromkeys(each for post in posts for each in self.authority.in_office(post, self.day))
        near = [(each, name) for each in holders if (name := each.near(self.person.name)) is not None]
        full = [each for each in body_names(self.article, self.facts, self.person) if each.text == self.person.name]
        if len(near) == 1 and full:
            name = near[0][1]
            sure = self.authority.complete or all(self.authority.one_at_a_time(post) for post in posts)
            yield RULE.annotate(
                full[0].span,
                f"“{self.person.name}” is spelt “{name}” in {self._file().rstrip(',')}.",
                # Safe where the file has everybody: nobody else of nearly this name can hold the office.
                suggestions=[Suggestion(f"Write “{name}”", self._respelt(full[0], name), safe=sure)],
                keys=(self.person.name, name),
            )

    def _respelt(self, full: Mention, name: str) -> tuple[Edit, ...]:
        """Return the edits that spell the words of a name right wherever the article has them for this person."""
        told = full.text.split()
        if len(told) != len(name.split()):
            return (Edit(full.span, name),)
        right = dict(zip(told, name.split(), strict=True))
        found = []
        for mention in self.person.names:
            words = " ".join(right.get(word, word) for word in mention.text.split())
            if words != mention.text and len(words.split()) == len(mention.text.split()):
                found.append(Edit(mention.span, words))
        return tuple(found)

    def _says(self, role: Role, has: str, kind: str) -> Annotation:
        return self._annotation(role.span, f"“{without_article(role)}”", has, kind)

    def _annotation(self, span: Span, said: str, has: str, kind: str) -> Annotation:
        message = f"{self.person.name} is {said} here; {self._file()} {has}."
        return RULE.annotate(span, message, keys=(self.person.name, said, kind))

    def _file(self) -> str:
        until = f", as of {_written(self.authority.until)}," if self.authority.until else ""
        return f"{self.authority.name}{until}"


def _distance(term: Term, day: date) -> int:
    """Return how many days a day is away from a term."""
    away = (abs((day - each).days) for each in (term.begins, term.ends) if each is not None)
    return min(away, default=0)


def _is_close(value: str, day: date) -> bool:
    """Whether a TIMEX3 value is a day at most a month from another."""
    try:
        return abs((date.fromisoformat(value[:10]) - day).days) <= _MONTH
    except ValueError:
        return False


def _is_amid(term: Term, day: date) -> bool:
    """Whether a day lies within a term and not on its first or last days."""
    return (term.begins is None or term.begins < day) and (term.ends is None or day < term.ends)


def _dates(term: Term) -> str:
    begins = f"from {_written(term.begins)}" if term.begins else ""
    ends = f"until {_written(term.ends)}" if term.ends else ""
    return " ".join(each for each in (begins, ends) if each) or "without dates"


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
