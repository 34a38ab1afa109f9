"""roles/first-name-variant: somebody whom the reader has met comes back under another first name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import editcheck
from editcheck import Edit, Example, Related, Rule, Severity, Span, Suggestion
from editcheck_roles.history import is_dated
from editcheck_roles.namesakes import by_surname
from editcheck_roles.offices import same_office
from editcheck_roles.places import body_names, body_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/first-name-variant",
    summary="One surname with two first names that look like one person",
    explanation=(
        "Michael Hart has become Mark Hart two paragraphs on: a slip of the mind that no spelling checker sees. The "
        "reader meets a person who does not exist, and the one who does is misnamed in print."
    ),
    severity=Severity.WARNING,
    help="Use the right first name, or say who the second person is.",
    when_off="In lists of names: results of elections and races, paid notices.",
    good=(
        Example(
            "Mayor Michael Hart opened the bridge. Hart was late.\n\nHis brother, Mark Hart, stayed at home.",
            note="an introduced relative",
        ),
        Example(
            "Mayor Michael Hart opened the bridge. Hart was late.\n\nMark Hart, a lawyer, stayed at home.",
            note="somebody else is introduced",
        ),
        Example("Mayor Michael Hart opened the bridge. Hart was late.\n\nMike Hart left early.", note="a nickname"),
        Example("Mayor Michael Hart opened the bridge. Hart was late.\n\nJ. M. Hart left early.", note="initials"),
        Example(
            "Mayor Michael Hart opened the bridge. Hart was late.\n\nAnna Hart left early.",
            note="a woman's name and a man's look like two people",
        ),
        Example(
            "Mayor Michael Hart opened the bridge. Hart was late.\n\nThe bridge was begun under Mark Hart in 1998.",
            note="told of a year long past",
        ),
    ),
    bad=(
        Example(
            "Mayor Michael Hart opened the bridge on Monday. Hart was late.\n\nThe town had waited for years.\n\n"
            "The bridge is safe, [[Mark]] Hart said.",
        ),
        Example(
            "Mayor Michael Hart opened the bridge on Monday.\n\nThe town had waited for years.\n\n"
            "The bridge is safe, Mayor [[Mark]] Hart said.",
            note="there is one mayor",
        ),
        Example(
            "Susan Berg, a biologist, counted the seals on Monday. Berg found 40.\n\nIt was cold.\n\n"
            "[[Sandra]] Berg will be back in May.",
        ),
    ),
)
#: So many tokens from a name the words of a family are said of it.
_NEAR = 6
_SUFFIXES = ("jr", "sr", "ii", "iii", "iv")


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield an annotation on each first name that stands once, with the surname of somebody the reader has met."""
    for people in by_surname(facts).values():
        for later in people if len(people) > 1 else ():
            mention = _only_full_name(article, facts, later, options)
            met = _met(article, facts, people, later, mention) if mention is not None else None
            if mention is None or met is None or _is_somebody_else(article, facts, later, mention):
                continue
            known = met[0].name in options.house["well_known"]
            if _looks_like(article, facts, met[0], later, mention, known=known):
                yield _report(mention, later, *met)


def _only_full_name(article: Article, facts: Facts, person: Person, options: Options) -> Mention | None:
    """Return the only mention of a person by first name and surname; None where there are more, or none."""
    full = [each for each in person.names if _given(person, each)]
    own = {each.span for each in body_names(article, facts, person)}
    known = {*options.house["well_known"], *options.house["one_name"]}
    if len(full) != 1 or full[0].span not in own or known & {person.name, full[0].text}:
        return None
    return full[0] if _is_plain(_given(person, full[0])) else None


def _given(person: Person, mention: Mention) -> str:
    """Return what stands before the surname in a name, "" for all other mentions."""
    before = mention.text[: -len(person.surname)].strip()
    return before if mention.text.casefold().endswith(f" {person.surname.casefold()}") else ""


def _is_plain(given: str) -> bool:
    """Whether it is one first name, no initials, nickname or several names: those may be anybody's."""
    return given.isalpha() and given[:1].isupper() and not given.isupper() and len(given) > 1


def _is_somebody_else(article: Article, facts: Facts, person: Person, mention: Mention) -> bool:
    """Whether a mention tells that this is another person: a relative, or somebody of long ago."""
    words = editcheck.load_table("editcheck_roles", "relatives.toml").keys()
    sentence = facts.sentences[facts.sentence_number(mention.span.start)]
    at = sentence.token_at(mention.span.start) or 0
    beside = sentence.tokens[max(0, at - _NEAR) : at + _NEAR + 1]
    family = any(token.text.lower() in words for token in beside)
    suffix = article.text[mention.span.end : mention.span.end + 6].lstrip(" ,").lower().startswith(_SUFFIXES)
    relation = any({*each.text.lower().split()} & words for each in person.roles)
    return family or suffix or relation or is_dated(article, facts, mention.span)


def _met(
    article: Article, facts: Facts, people: Sequence[Person], later: Person, mention: Mention
) -> tuple[Person, Mention] | None:
    """Return whom the reader will take the later one for, with where he was named first; None where nobody fits."""
    fitting = []
    for person in people:
        names = (each for each in body_names(article, facts, person) if each.span < mention.span)
        full = next((each for each in names if _given(person, each)), None)
        if person is not later and full is not None and {person.gender, later.gender} != {"male", "female"}:
            fitting.append((person, full))
    if len(fitting) != 1 or any(_in_one_sentence(facts, each, mention) for each in people if each is not later):
        return None
    return fitting[0]


def _looks_like(
    article: Article, facts: Facts, person: Person, later: Person, mention: Mention, *, known: bool
) -> bool:
    """Whether one person will be taken for the other: the second has no role beside the name, or the first one's.

    `known` says that the first needs no introduction.
    """
    held = body_roles(article, facts, person)
    beside = [each for each in later.roles if each.mention == mention.span]
    if beside:
        return any(same_office(mine, other) for mine in held for other in beside)
    # A first name that nobody bears is a verb or an adjective: "electing Lind", "the new Lind".
    if not later.gender:
        return False
    return known or bool(held) or any(not _given(person, each) for who in (person, later) for each in who.names)


def _in_one_sentence(facts: Facts, person: Person, mention: Mention) -> bool:
    """Whether a person's first name stands in the sentence of a mention: nobody is there under two names."""
    number = facts.sentence_number(mention.span.start)
    first = [each for each in person.names if each.text.casefold() != person.surname.casefold()]
    return any(facts.sentence_number(each.span.start) == number for each in first)


def _report(mention: Mention, later: Person, person: Person, first: Mention) -> Annotation:
    given, usual = _given(later, mention), _given(person, first)
    span = Span(mention.span.start, mention.span.start + len(given))
    return RULE.annotate(
        span,
        f"{mention.text} is not introduced, and {first.text} is: one person under two first names?",
        related=[Related(first.span, f"{first.text} introduced here")],
        suggestions=[Suggestion(f"Write “{usual}”", (Edit(span, usual),))],
        confidence=0.6,
        keys=(first.text, mention.text),
    )
