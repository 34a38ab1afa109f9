"""roles/conflicting-roles: one person, two different offices at different places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, RoleStatus, Rule, Severity
from editcheck_roles.offices import conflict, kind_of, same_office, tells_change
from editcheck_roles.places import body_roles, role_words, words_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Options, Person, Role

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/conflicting-roles",
    summary="One person is given two different offices at different places.",
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
        if pair := _first_conflict(facts, person, body_roles(article, facts, person)):
            yield _report(person, *pair)


def _first_conflict(facts: Facts, person: Person, roles: Sequence[Role]) -> tuple[Role, Role] | None:
    for number, later in enumerate(roles):
        if later.status is not RoleStatus.CURRENT or kind_of(later.office) is None:
            continue
        for earlier in roles[:number]:
            if _at_odds(facts, earlier, later, roles[:number]) and not _is_told(facts, person, earlier, later):
                return earlier, later
    return None


def _at_odds(facts: Facts, earlier: Role, later: Role, before: Sequence[Role]) -> bool:
    if _sentence(facts, earlier) == _sentence(facts, later) or any(same_office(later, each) for each in before):
        return False
    if earlier.status is RoleStatus.FORMER:
        return kind_of(earlier.office) is not None and not _present_beside(facts, earlier, before)
    return earlier.status is RoleStatus.CURRENT and conflict(earlier, later)


def _is_told(facts: Facts, person: Person, earlier: Role, later: Role) -> bool:
    """Whether the article tells how the person came from one office to the other."""
    return tells_change(words_between(facts, person, earlier, later), role_words(facts, (earlier, later)))


def _present_beside(facts: Facts, former: Role, roles: Sequence[Role]) -> bool:
    """Whether a former office was given together with a present role, whatever it is."""
    here = _sentence(facts, former)
    return any(_sentence(facts, each) == here and each.status is RoleStatus.CURRENT for each in roles)


def _sentence(facts: Facts, role: Role) -> int:
    return facts.sentence_number(role.span.start)


def _report(person: Person, earlier: Role, later: Role) -> Annotation:
    return RULE.annotate(
        later.span,
        f"{person.name} is “{_bare(later)}” here and was introduced as “{_bare(earlier)}”",
        related=[Related(earlier.span, f"{person.name} introduced here")],
        confidence=0.7,
        keys=(person.name, earlier.office, later.office),
    )


def _bare(role: Role) -> str:
    first, _, rest = role.text.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else role.text
