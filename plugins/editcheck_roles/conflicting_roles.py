"""roles/conflicting-roles: one person, two different offices at different places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, RoleStatus, Rule, Severity
from editcheck_roles.changes import Changes
from editcheck_roles.history import is_history
from editcheck_roles.offices import are_elsewhere, conflict, is_exclusive, same_office
from editcheck_roles.pairs import pairs
from editcheck_roles.places import body_roles
from editcheck_roles.wording import without_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        Example(
            "British Prime Minister Ruth Vance spoke first.\n\nThe hall was full on Monday.\n\n"
            "The audience rose for U.K. Prime Minister Vance at the end.",
            note="two names of one country",
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
        Example(
            "Ohio Governor Ruth Vance spoke first.\n\nThe hall was full on Monday.\n\n"
            "The audience rose for [[Utah Governor]] Vance at the end.",
            note="one office in two states",
        ),
    ),
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person with two offices that do not go together."""
    changes = Changes(facts)
    for person in facts.people:
        roles = body_roles(article, facts, person)
        offices = _first_of_each(roles)
        present = {facts.sentence_number(each.span.start) for each in roles if each.status is RoleStatus.CURRENT}
        for first, earlier, later in pairs(facts, (each for each in roles if not is_history(article, facts, each))):
            beside = facts.sentence_number(earlier.span.start) in present
            new = _at_odds(earlier, later, beside) and not _is_known(later, offices)
            new = new or _is_moved(earlier, later)
            if new and not changes.between(person, earlier, later):
                yield _report(person, first, later)
                break


def _first_of_each(roles: Iterable[Role]) -> list[Role]:
    """Return the first role of each office."""
    offices: dict[str, Role] = {}
    for role in roles:
        offices.setdefault(role.office, role)
    return list(offices.values())


def _is_known(later: Role, offices: Iterable[Role]) -> bool:
    """Whether a later role takes up an office that was given before, perhaps in its short form."""
    return any(each.span < later.span and same_office(later, each) for each in offices)


def _at_odds(earlier: Role, later: Role, present: bool) -> bool:
    """Whether two roles do not go together; `present` tells that another, present role stands with the earlier one."""
    if later.status is not RoleStatus.CURRENT or not is_exclusive(later.office):
        return False
    if earlier.status is RoleStatus.FORMER:
        return is_exclusive(earlier.office) and not present
    return earlier.status is RoleStatus.CURRENT and conflict(earlier, later)


def _is_moved(earlier: Role, later: Role) -> bool:
    """Whether an office that is held now is in another country or state than it was."""
    return earlier.status is later.status is RoleStatus.CURRENT and are_elsewhere(earlier, later)


def _report(person: Person, earlier: Role, later: Role) -> Annotation:
    offices = [earlier.office, later.office]
    if same_office(earlier, later):
        offices = [f"{each.office} {each.country}" for each in (earlier, later)]
    return RULE.annotate(
        later.span,
        f"{person.name} is “{without_article(later)}” here and was introduced as “{without_article(earlier)}”",
        related=[Related(earlier.span, f"{person.name} introduced here")],
        confidence=0.7,
        keys=(person.name, *offices),
    )
