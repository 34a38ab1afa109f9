"""roles/conflicting-status: one office of one person, once held and once no longer (or not yet) held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Edit, Example, Related, RoleStatus, Rule, Severity, Suggestion
from editcheck_roles.changes import Changes
from editcheck_roles.history import is_history, is_told_in_the_past
from editcheck_roles.offices import kind_of
from editcheck_roles.pairs import pairs
from editcheck_roles.places import body_roles
from editcheck_roles.wording import restated, without_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options, Person, Role

__all__ = ["RULE", "find"]

#: Statuses that one office cannot have together with the plain one.
_STATUSES = frozenset((RoleStatus.CURRENT, RoleStatus.FORMER, RoleStatus.ACTING, RoleStatus.ELECT))

RULE = Rule(
    id="roles/conflicting-status",
    summary="One office of one person is former (acting, -elect) in one place and plain in another",
    explanation=(
        "Either somebody holds an office or not; an article that says both is wrong in one place. It happens when an "
        "older story is taken up, and it is what the person's office calls about."
    ),
    severity=Severity.ERROR,
    help="Find out who holds the office on the day of publication and say so in both places.",
    when_off="Never, as a rule; in history it keeps silent by itself.",
    good=(
        Example(
            "Former Norlandian foreign minister Anna Lind spoke on Monday.\n\nIn 1998, Foreign Minister Anna Lind "
            "had signed the treaty.",
            note="history, told with its year",
        ),
        Example(
            "Norlandian Foreign Minister Anna Lind spoke on Monday.\n\nShe met then-Foreign Minister Jan Berg, who "
            "was former mayor of Oslo.",
            note="two people",
        ),
        Example(
            "Acting Police Chief Ruth Vance spoke on Monday.\n\nVance was appointed on Tuesday. Police Chief Ruth "
            "Vance takes over at once.",
            note="the article tells the change",
        ),
        Example(
            "Former Mayor Peter Holm spoke on Monday.\n\n“I will always vote for Mayor Peter Holm,” said a voter, "
            "Ada Berg.",
            note="quoted speech is the speaker's",
        ),
    ),
    bad=(
        Example(
            "Former Norlandian foreign minister Anna Lind spoke on Monday.\n\nThe talks will go on, said "
            "[[Norlandian Foreign Minister]] Anna Lind.",
        ),
        Example(
            "Police Chief Ruth Vance spoke on Monday.\n\nThe streets were calm.\n\nNobody was hurt, "
            "[[Acting Police Chief]] Ruth Vance said.",
        ),
        Example(
            "Governor-elect Tom Reyes visited the flooded towns on Monday.\n\nHelp is on its way, [[Governor]] Reyes "
            "told people there.",
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each office that its holder holds in one place and not in another."""
    changes = Changes(facts)
    for person in facts.people:
        roles = [each for each in body_roles(article, facts, person) if _counts(article, facts, each)]
        for first, earlier, later in pairs(facts, roles):
            if _at_odds(earlier, later) and not changes.between(person, earlier, later):
                yield _report(article, person, first, later)
                break


def _counts(article: Article, facts: Facts, role: Role) -> bool:
    """Whether a role is an office, and told of the day of publication."""
    past = is_told_in_the_past(facts, role) or is_history(article, facts, role)
    return role.status in _STATUSES and kind_of(role.office) is not None and not past


def _at_odds(earlier: Role, later: Role) -> bool:
    one_plain = earlier.status is not later.status and RoleStatus.CURRENT in (earlier.status, later.status)
    return one_plain and earlier.office == later.office and _one_body(earlier, later)


def _one_body(one: Role, other: Role) -> bool:
    """Whether two roles can be of one body or country, as far as they name it: "House" and "Republican House"."""
    first, second = (set((each.organization or "").split()) for each in (one, other))
    return first <= second or second <= first


def _report(article: Article, person: Person, earlier: Role, later: Role) -> Annotation:
    said = restated(article, later, earlier.status)
    return RULE.annotate(
        later.span,
        f"{person.name} is “{without_article(later)}” here and “{without_article(earlier)}” before",
        related=[Related(earlier.span, f"{person.name} is “{without_article(earlier)}” here")],
        suggestions=[] if said is None else [Suggestion(f"Write “{said}”", (Edit(later.span, said),))],
        confidence=0.8,
        keys=(person.name, later.office, earlier.status.value, later.status.value),
    )
