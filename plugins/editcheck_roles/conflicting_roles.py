"""roles/conflicting-roles: one person, two different offices at different places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, RoleStatus, Rule, Severity
from editcheck_roles.changes import is_history, tells_change
from editcheck_roles.offices import conflict, is_exclusive, same_office
from editcheck_roles.places import body_roles
from editcheck_roles.wording import without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Options, Person, Role

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/conflicting-roles",
    summary="One person is given two different offices at different places",
    explanation=(
        "A reader who met somebody as one thing and meets him again as another stops to wonder whether it is the same "
        "person, or which of the two is true. Often both are: then both belong to the first mention. Sometimes one of "
        "them is left over from an older story."
    ),
    severity=Severity.WARNING,
    help="Give both roles where the person is introduced, or correct the one that is wrong.",
    when_off="In profiles and obituaries, which go through the stations of a life.",
    good=(
        Example(
            "Former Norlandian prime minister Anna Lind, now the ambassador to Washington, spoke on Monday.\n\n"
            "Lind, the ambassador, warned of delay.",
            note="both roles in one breath",
        ),
        Example(
            "Norlandian Foreign Minister Anna Lind spoke on Monday.\n\nThe talks were hard, Minister Lind said.",
            note="the short form of the same title",
        ),
        Example(
            "Mayor Peter Holm opened the bridge on Monday.\n\nHolm resigned in May and was appointed ambassador. "
            "Ambassador Holm leaves in June.",
            note="the article tells the change",
        ),
        Example(
            "Governor Ruth Vance opened the fair on Monday.\n\nVance, an author of two novels, stayed for an hour.",
            note="an author may well be a governor",
        ),
    ),
    bad=(
        Example(
            "Former Norlandian prime minister Anna Lind spoke in New York on Monday.\n\n"
            "Lind, [[her country's ambassador to Washington]], warned of delay.",
            note="both can be true, and a reader needs both at once",
        ),
        Example(
            "Mayor Peter Holm opened the bridge on Monday.\n\nTraffic was light.\n\n"
            "The bridge cost too much, [[Senator]] Holm said.",
            note="mayor or senator?",
        ),
        Example(
            "Former Senator Ruth Vance spoke first.\n\nThe hall was full on Monday.\n\n"
            "The audience rose for [[Judge]] Vance at the end.",
            note="introduced by a former office, met again in a present one",
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person with two offices that do not go together."""
    for person in facts.people:
        if pair := _first_conflict(article, facts, person, body_roles(article, facts, person)):
            yield _report(person, *pair)


def _first_conflict(article: Article, facts: Facts, person: Person, roles: Sequence[Role]) -> tuple[Role, Role] | None:
    for number, later in enumerate(roles):
        if later.status is not RoleStatus.CURRENT or not is_exclusive(later.office):
            continue
        for earlier in roles[:number]:
            if _at_odds(facts, earlier, later, roles[:number]) and not _is_told(article, facts, person, earlier, later):
                return earlier, later
    return None


def _at_odds(facts: Facts, earlier: Role, later: Role, before: Sequence[Role]) -> bool:
    if _sentence(facts, earlier) == _sentence(facts, later) or any(same_office(later, each) for each in before):
        return False
    if earlier.status is RoleStatus.FORMER:
        return is_exclusive(earlier.office) and not _present_beside(facts, earlier, before)
    return earlier.status is RoleStatus.CURRENT and conflict(earlier, later)


def _is_told(article: Article, facts: Facts, person: Person, earlier: Role, later: Role) -> bool:
    """Whether the article tells how the person came from one to the other, or tells of another time."""
    return tells_change(facts, person, earlier, later) or is_history(article, facts, earlier, later)


def _present_beside(facts: Facts, former: Role, roles: Sequence[Role]) -> bool:
    """Whether a former office was given together with a present role, whatever it is."""
    here = _sentence(facts, former)
    return any(_sentence(facts, each) == here and each.status is RoleStatus.CURRENT for each in roles)


def _sentence(facts: Facts, role: Role) -> int:
    return facts.sentence_number(role.span.start)


def _report(person: Person, earlier: Role, later: Role) -> Annotation:
    return RULE.annotate(
        later.span,
        f"{person.name} is “{without_article(later)}” here and was introduced as “{without_article(earlier)}”",
        related=[Related(earlier.span, f"{person.name} introduced here")],
        confidence=0.7,
        keys=(person.name, earlier.office, later.office),
    )
