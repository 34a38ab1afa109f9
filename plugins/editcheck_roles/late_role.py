"""roles/late-role: who somebody is stands only at a later mention, not at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck import Edit, Example, Option, Related, RoleStatus, Rule, Severity, Suggestion
from editcheck_roles.offices import kind_of
from editcheck_roles.places import body_names, body_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Role

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/late-role",
    summary="A person's role stands at a later mention and not at the first.",
    explanation=(
        "The article itself found the role worth giving, so the reader needs it where the person is met, not three "
        "paragraphs on. Paragraphs that were moved leave it behind."
    ),
    severity=Severity.SUGGESTION,
    help="Move the role to the first mention.",
    options=(
        Option(
            "sentences",
            2,
            "how many sentences after the first mention the role may still stand",
            minimum=0,
        ),
    ),
    when_off="In features that hold back who somebody is on purpose.",
    good=(
        Example("Norlandian leader Erik Dahl spoke on Monday.\n\nThe crowd was small.\n\nDahl left early."),
        Example(
            "Erik Dahl spoke on Monday. The Norlandian leader, Erik Dahl, was tired.",
            note="the next sentence says it",
        ),
        Example(
            "Erik Dahl spoke on Monday.\n\nThe crowd was small.\n\nRain fell in the north.\n\n"
            "Dr. Erik Dahl left early.",
            note="a form of address says nothing of what somebody does",
        ),
    ),
    bad=(
        Example(
            "The troops may see [[Erik Dahl]] on Monday.\n\nThe crowd was small.\n\nRain fell in the north.\n\n"
            "The offer came from Norlandian leader Erik Dahl himself.",
        ),
        Example(
            "Nobody had asked [[Ruth Vance]] about it.\n\nThe town was quiet.\n\nThe bridge stayed shut.\n\n"
            "Police Chief Ruth Vance closed it again on Tuesday.",
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person whose role comes late."""
    reach = options.number(RULE, "sentences")
    for person in facts.people:
        names = body_names(article, facts, person)
        if not names or " " not in names[0].text:
            continue
        if role := _late(facts, names[0], person, body_roles(article, facts, person), reach):
            yield _report(article, person, names[0], role)


def _late(facts: Facts, first: Mention, person: Person, roles: Sequence[Role], reach: int) -> Role | None:
    """Return the role that introduces a person after the first mention went by without one."""
    start = facts.sentence_number(first.span.start)
    if any(facts.sentence_number(each.span.start) <= start + reach for each in person.roles):
        return None
    return next((each for each in roles if _introduces(each)), None)


def _introduces(role: Role) -> bool:
    """Whether a role stands right before a full name and says who that is."""
    plain = editcheck.load_table("editcheck_roles", "no_introductions.toml")
    telling = kind_of(role.office) is not None or (role.organization is not None and role.text[:1].isupper())
    return (
        role.mention is not None
        and role.span.end <= role.mention.start
        and role.status is not RoleStatus.LATE
        and telling
        and role.office not in plain
        and role.office.split()[-1] not in plain
    )


def _report(article: Article, person: Person, first: Mention, role: Role) -> Annotation:
    suggestions = []
    if role.organization and role.text[:1].isupper():
        suggestions.append(
            Suggestion(f"introduce {person.name} here", (Edit(first.span, f"{role.text} {article[first.span]}"),))
        )
    return RULE.annotate(
        first.span,
        f"{person.name} is not said to be “{role.text}” before a later mention",
        related=[Related(role.span, "the role stands here")],
        suggestions=suggestions,
        confidence=0.6,
        keys=(person.name, role.office),
    )
