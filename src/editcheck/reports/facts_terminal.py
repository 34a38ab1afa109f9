"""The facts of an article as an editor reads them: who is in it, who says what, which short forms and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.reports.passage import clean
from editcheck.reports.sheet import Sheet
from editcheck.reports.tally import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.article import Article, Span
    from editcheck.facts.model import Acronym, Age, Facts, Person, Quotation, TimeExpression
    from editcheck.reports.base import Surface

__all__ = ["render_facts"]

#: A quotation is shown up to this many characters.
_LONGEST = 160


def render_facts(article: Article, facts: Facts, surface: Surface) -> str:
    """Return the facts of an article as text."""
    sheet = Sheet(surface)
    sheet.line(clean(article.title or article.source.name), "title")
    sheet.line(clean(article.source.name), "faint")
    sheet.rule()
    _section(sheet, "People", [_person(article, each) for each in facts.people])
    _section(sheet, "Quotations", [_quotation(article, each) for each in facts.quotations])
    _section(sheet, "Acronyms", [_acronym(article, each) for each in facts.acronyms])
    _section(sheet, "Dates", [_date(article, each) for each in facts.dates])
    _section(sheet, "Ages", [_age(article, each, facts) for each in facts.ages])
    for notice in dict.fromkeys((*article.notices, *facts.notices)):
        sheet.entry("note", clean(notice.message), "faint")
    sheet.blank()
    return sheet.take()


def _section(sheet: Sheet, title: str, rows: Sequence[tuple[str, str]]) -> None:
    sheet.blank()
    sheet.line(title, "title")
    with sheet.indented():
        for what, more in rows:
            sheet.line(clean(what))
            with sheet.indented():
                sheet.line(clean(more), "faint")
        if not rows:
            sheet.line("none found", "faint")
    sheet.blank()


def _person(article: Article, person: Person) -> tuple[str, str]:
    roles = ", ".join(dict.fromkeys(role.text for role in person.roles))
    first = f"from {_at(article, person.mentions[0].span)}" if person.mentions else ""
    return f"{person.name}: {roles}" if roles else person.name, f"{number_of(len(person.mentions), 'mention')} {first}"


def _quotation(article: Article, quotation: Quotation) -> tuple[str, str]:
    words = " … ".join(article[span] for span in quotation.content)
    shown = words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + " …"
    who = quotation.source.text if quotation.source else "nobody is credited"
    return f"{who}: {shown}", f"{quotation.kind.value}, {_at(article, quotation.span)}"


def _acronym(article: Article, acronym: Acronym) -> tuple[str, str]:
    long_form = acronym.long_form or ("known to every reader" if acronym.known else "never explained")
    times = number_of(len(acronym.mentions), "time")
    tied = f"explained at {_at(article, acronym.definitions[0].short)}" if acronym.definitions else "not tied to it"
    return f"{acronym.form}: {long_form}", f"{times}, {tied}" if acronym.long_form else times


def _date(article: Article, date: TimeExpression) -> tuple[str, str]:
    return f"{date.text}: {date.value}", f"{date.type.lower()}, {date.basis}, {_at(article, date.span)}"


def _age(article: Article, age: Age, facts: Facts) -> tuple[str, str]:
    person = facts.person(age.person)
    bearer = person.name if person is not None else "" if age.of is None else article[age.of]
    value = age.value if age.upper is None else f"{age.value} to {age.upper}"
    return f"{age.text}: {value}", f"{bearer or 'nobody named'}, {_at(article, age.span)}"


def _at(article: Article, span: Span) -> str:
    ranges = article.locate(span)
    return f"{article.source.name}:{ranges[0].line}:{ranges[0].column}" if ranges else "no place in the source"
