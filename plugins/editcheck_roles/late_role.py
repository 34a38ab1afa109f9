"""roles/late-role: who somebody is stands only at a later mention, not at the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck import Example, Option, Related, RoleStatus, Rule, Severity, Suggestion
from editcheck_roles.first_mentions import in_title_case, is_handle, is_introduced
from editcheck_roles.history import is_history
from editcheck_roles.introducing import introduced_by, surname_alone
from editcheck_roles.offices import kind_of
from editcheck_roles.places import body_names, body_roles
from editcheck_roles.sections import Sections
from editcheck_roles.wording import without_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person, Role, Sentence

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/late-role",
    summary="A person's role stands at a later mention and not at the first",
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
        Example(
            "The bank named Erik Dahl its president on Monday.\n\nThe crowd was small.\n\nRain fell in the north.\n\n"
            "Dahl, a former ambassador, left early.",
            note="one of several things that he was, added on the way",
        ),
        Example(
            "Nobody had asked Acme's Erik Dahl about it.\n\nThe crowd was small.\n\nRain fell in the north.\n\n"
            "Acme president Erik Dahl left early.",
            note="a reader knows where he belongs",
        ),
        Example(
            "The fleet had sailed for Erik Dahl in 1998.\n\nThe crowd was small.\n\nRain fell in the north.\n\n"
            "President Dahl left early on Monday.",
            note="long before the office",
        ),
        Example(
            "FULL TEXT\n\nErik Dahl spoke on Monday.\n\nThe crowd was small.\n\nRain fell in the north.\n\n___\n\n"
            "10:15 a.m.\n\nNorlandian leader Erik Dahl will speak.",
            note="the updates of a live page are read one by one",
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
        Example(
            "Nobody had asked [[Ruth Vance]] about it.\n\nThe town was quiet.\n\nThe bridge stayed shut.\n\n"
            "Vance, the leader of the opposition, called it theatre.",
        ),
    ),
)


#: The share of right reports among those judged on published articles (docs/alarms.md).
_CONFIDENCE = 0.4


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each person whose role comes late."""
    reach = options.number(RULE, "sentences")
    sections = Sections(article)
    for person in facts.people:
        if late := _late(article, facts, person, sections, reach):
            yield _report(article, facts, person, *late)


def _late(
    article: Article, facts: Facts, person: Person, sections: Sections, reach: int
) -> tuple[Mention, Role] | None:
    """Return the role that introduces a person, and the first mention of its section, which went by without one."""
    role = next((each for each in body_roles(article, facts, person) if _introduces(article, facts, each)), None)
    if role is None:
        return None
    section = sections.number(role.span.start)
    names = (each for each in body_names(article, facts, person) if sections.number(each.span.start) == section)
    first = next((each for each in names if not is_handle(article, each) and not in_title_case(facts, each)), None)
    if first is None or " " not in first.text or is_introduced(article, facts, first):
        return None
    start = facts.sentence_number(first.span.start)
    if any(facts.sentence_number(each.span.start) <= start + reach for each in person.roles):
        return None
    return None if _is_named(facts, role, facts.sentences[start : start + reach + 1]) else (first, role)


def _is_named(facts: Facts, role: Role, sentences: Sequence[Sentence]) -> bool:
    """Whether an office is spoken of in some sentences, not as somebody else's: "will keep his title of chairman"."""
    word = role.office.split()[-1]
    spans = [token.span for each in sentences for token in each.tokens if token.text.lower() == word]
    return any(not any(span in held.span for person in facts.people for held in person.roles) for span in spans)


def _introduces(article: Article, facts: Facts, role: Role) -> bool:
    """Whether a role says who somebody is: as the title before the name, or set off by commas behind it."""
    plain = editcheck.load_table("editcheck_roles", "no_introductions.toml")
    if role.mention is None or role.status is RoleStatus.LATE or {role.office, role.office.split()[-1]} & plain.keys():
        return False
    if is_history(article, facts, role) or _is_to_come(facts, role):
        return False
    listed = kind_of(role.office) is not None
    if role.span.end <= role.mention.start:
        return listed or (role.organization is not None and role.text[:1].isupper())
    # "Weiser, a former ambassador" is one of several things that he was.
    passing = role.status is RoleStatus.FORMER and role.text.lower().startswith(("a ", "an ", "one "))
    beside = not any(c.isalpha() for c in article.text[role.mention.end : role.span.start])
    return listed and beside and not passing


def _is_to_come(facts: Facts, role: Role) -> bool:
    """Whether somebody will only be that: "once Lind is former president Lind"."""
    sentence = facts.sentences[facts.sentence_number(role.span.start)]
    index = sentence.token_at(role.span.start)
    return index is not None and index > 0 and sentence.tokens[index - 1].lemma in ("be", "become")


def _report(article: Article, facts: Facts, person: Person, first: Mention, role: Role) -> Annotation:
    return RULE.annotate(
        first.span,
        f"{person.name} is introduced without a role, and is “{without_article(role)}” only later",
        related=[Related(role.span, "the role stands here")],
        suggestions=_repairs(article, facts, person, first, role),
        confidence=_CONFIDENCE,
        keys=(person.name, role.office),
    )


def _repairs(article: Article, facts: Facts, person: Person, first: Mention, role: Role) -> list[Suggestion]:
    """Offer to move a title before the name from the later mention, which keeps the surname, to the first."""
    if role.mention is None or role.span.end > role.mention.start:
        return []
    here = introduced_by(article, facts, first, role)
    if here is None:
        return []
    there = surname_alone(article, facts, role, role.mention, person.surname or person.name)
    edits = (here,) if there is None else (here, there)
    return [Suggestion(f"Introduce {person.name} here", edits)]
