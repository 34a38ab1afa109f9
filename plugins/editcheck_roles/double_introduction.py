"""roles/double-introduction: somebody whom the reader has met is introduced in full once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import editcheck
from editcheck import Example, Related, RoleStatus, Rule, Severity, Suggestion
from editcheck_roles.history import is_history
from editcheck_roles.introducing import surname_alone
from editcheck_roles.namesakes import shared_surnames
from editcheck_roles.offices import are_elsewhere, kind_of, same_office
from editcheck_roles.places import body_names, body_roles, is_below_credit
from editcheck_roles.sections import Sections
from editcheck_roles.wording import without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Role

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/double-introduction",
    summary="A person is introduced with full name and role a second time",
    explanation=(
        "Somebody who is introduced twice seems to be two people: the reader goes back to see whether he has met this "
        "one. It happens where paragraphs of two stories are put together, or one is moved up."
    ),
    severity=Severity.SUGGESTION,
    help="Use the surname, or the title and the surname, after the first mention.",
    when_off="In long pieces whose chapters are read by themselves.",
    good=(
        Example("Mayor Ruth Vance opened the bridge.\n\nThe mayor was late.\n\nVance spoke for an hour."),
        Example("Mayor Ruth Vance opened the bridge.\n\nRain fell.\n\nRuth Vance left early.", note="without her role"),
        Example("Mayor Ruth Vance opened the bridge.\n\nRain fell.\n\nMayor Vance left early.", note="by surname"),
        Example(
            "Mayor Ruth Vance spoke first.\n\nRain fell.\n\nRuth Vance, a novelist, is at work on a thriller.",
            note="another role, which the reader has not met",
        ),
        Example(
            "Mayor Ruth Vance spoke first, and Judge Mark Vance listened.\n\nRain fell.\n\nMayor Ruth Vance "
            "left early.",
            note="two people of one surname",
        ),
        Example(
            "9:15 a.m.\n\nMayor Ruth Vance opened the bridge.\n\n___\n\n10:15 a.m.\n\nMayor Ruth Vance left early.",
            note="the updates of a live page are read one by one",
        ),
        Example(
            "<article><h1>A bridge opens</h1><p>Mayor Ruth Vance opened the bridge.</p><figure><img src='b.jpg' alt=''>"
            "<figcaption>Mayor Ruth Vance at the bridge.</figcaption></figure><p>Vance was late.</p></article>",
            note="a caption is read by itself",
            html=True,
        ),
    ),
    bad=(
        Example("Mayor Ruth Vance opened the bridge on Monday.\n\nRain fell.\n\n[[Mayor Ruth Vance]] left early."),
        Example(
            "Norlandian Foreign Minister Anna Lind spoke on Monday.\n\nRain fell.\n\n"
            "[[Anna Lind, the foreign minister]], left early.",
        ),
        Example(
            "Peter Holm, the director of the Norland Museum, opened the show.\n\nIt rained all day.\n\n"
            "Nobody had expected so many, [[Norland Museum director Peter Holm]] said.",
        ),
    ),
)

#: So many introductions of one person are kept in a section.
_MOST = 20
#: Kinds of role that introduce nobody: see no_introductions.toml.
_NO_INTRODUCTIONS = frozenset(("a form of address", "a relation"))


class _Introduction(NamedTuple):
    """A mention by full name and the role that stands with it."""

    mention: Mention
    role: Role


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person, on the first introduction that tells nothing new."""
    sections = Sections(article)
    shared = shared_surnames(facts)
    for person in facts.people:
        if person.surname and person.surname.casefold() not in shared:
            introductions = list(_introductions(article, facts, person))
            if repeated := _repeated(article, facts, introductions, sections):
                yield _report(article, facts, person, *repeated)


def _introductions(article: Article, facts: Facts, person: Person) -> Iterator[_Introduction]:
    """Yield the places where a person is named in full together with a role that says who it is."""
    full = {each.span: each for each in body_names(article, facts, person) if _is_full(person, each)}
    for role in body_roles(article, facts, person):
        mention = full.get(role.mention) if role.mention is not None else None
        if mention is not None and _says_who(article, role) and not is_below_credit(article, role.span):
            yield _Introduction(mention, role)


def _is_full(person: Person, mention: Mention) -> bool:
    """Whether a mention has a given name and the surname: "Anna Lind", not "Lind", nor the end of a longer name."""
    text = mention.text.casefold()
    whole = not person.name.casefold().endswith(f" {text}")
    return whole and text.endswith(f" {person.surname.casefold()}")


def _says_who(article: Article, role: Role) -> bool:
    """Whether a role says what somebody is, right beside the name."""
    plain = editcheck.load_table("editcheck_roles", "no_introductions.toml")
    why = plain.get(role.office) or plain.get(role.office.split()[-1])
    if role.mention is None or role.status is RoleStatus.LATE or why in _NO_INTRODUCTIONS:
        return False
    if "\n" in article.text[role.span.start : max(role.span.end, role.mention.start)]:
        return False
    behind = role.span.start >= role.mention.end
    return not behind or not any(c.isalpha() for c in article.text[role.mention.end : role.span.start])


def _repeated(
    article: Article, facts: Facts, introductions: Sequence[_Introduction], sections: Sections
) -> tuple[_Introduction, _Introduction] | None:
    """Return the first two introductions of one section that give the same role."""
    met: dict[int, list[_Introduction]] = {}
    for later in introductions:
        before = met.setdefault(sections.number(later.mention.span.start), [])
        for earlier in before:
            apart = earlier.mention.span != later.mention.span and _is_one_name(earlier.mention, later.mention)
            if apart and _is_same(article, facts, earlier.role, later.role):
                return earlier, later
        if len(before) < _MOST:
            before.append(later)
    return None


def _is_one_name(one: Mention, other: Mention) -> bool:
    """Whether no initials tell two names apart: "George H. W. Lind" is not "George W. Lind"."""
    first, second = ([c for c in each.text if c.isupper()][1:-1] if "." in each.text else [] for each in (one, other))
    return not first or not second or first == second


def _is_same(article: Article, facts: Facts, earlier: Role, later: Role) -> bool:
    """Whether two roles are one: in the same words, or an office in a shorter form, of today."""
    if earlier.status is not later.status or are_elsewhere(earlier, later):
        return False
    if earlier.office == later.office:
        return True
    known = kind_of(later.office) is not None or None not in (earlier.organization, later.organization)
    return known and same_office(earlier, later) and not is_history(article, facts, later)


def _report(article: Article, facts: Facts, person: Person, earlier: _Introduction, later: _Introduction) -> Annotation:
    whole = later.role.span.cover(later.mention.span)
    edit = surname_alone(article, facts, later.role, later.mention.span, person.surname)
    return RULE.annotate(
        whole,
        f"{person.name} is introduced as “{without_article(later.role)}” a second time",
        related=[Related(earlier.role.span.cover(earlier.mention.span), f"{person.name} introduced here")],
        suggestions=[Suggestion(f"Write “{edit.text}”", (edit,))] if edit is not None else [],
        confidence=0.7,
        keys=(person.name, later.role.office),
    )
