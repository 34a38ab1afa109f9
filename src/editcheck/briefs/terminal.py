"""The sheet on the terminal: bars for who says how much, lists for all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.reports.passage import clean
from editcheck.reports.sheet import Sheet
from editcheck.reports.tally import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.briefs.model import Brief, Moment, PersonEntry, Place, ShortForm, Speaker
    from editcheck.reports.base import Surface

__all__ = ["render"]

#: Cells of the longest bar.
_BAR = 20


def render(brief: Brief, surface: Surface) -> str:
    """Return a sheet as text."""
    sheet = Sheet(surface)
    sheet.line(clean(brief.title), "title")
    published = f"published {brief.published}" if brief.published else "no day of publication"
    sheet.line(clean(f"{brief.name}, {published}, {number_of(brief.words, 'word')}"), "faint")
    sheet.rule()
    _heading(sheet, "Who speaks", empty=not brief.speakers)
    most = max((each.words for each in brief.speakers), default=0)
    for speaker in brief.speakers:
        _speaker(sheet, speaker, most)
    _section(sheet, "Who is in it", [_person(each) for each in brief.people])
    _section(sheet, "Short forms", [_short_form(each) for each in brief.acronyms])
    _section(sheet, "When it happens", [_moment(each) for each in brief.timeline])
    for notice in brief.notices:
        sheet.entry("note", clean(notice), "faint")
    sheet.blank()
    return sheet.take()


def _heading(sheet: Sheet, title: str, *, empty: bool) -> None:
    sheet.blank()
    sheet.line(title, "title")
    if empty:
        with sheet.indented():
            sheet.line("nothing found", "faint")


def _section(sheet: Sheet, title: str, rows: Sequence[tuple[str, str]]) -> None:
    _heading(sheet, title, empty=not rows)
    with sheet.indented():
        for what, more in rows:
            sheet.line(clean(what))
            with sheet.indented():
                sheet.line(clean(more), "faint")


def _speaker(sheet: Sheet, speaker: Speaker, most: int) -> None:
    bar = "#" * max(1, round(_BAR * speaker.words / most)) if speaker.words else ""
    who = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
    told = [f"{speaker.quoted} quoted", f"{speaker.reported} reported"]
    if speaker.kind == "person":
        told.append(f"introduced at {_at(speaker.introduced)}" if speaker.introduced else "never by full name")
    elif speaker.kind != "nobody":
        told.append(speaker.kind)
    with sheet.indented():
        sheet.entry(bar, clean(f"{who}: {number_of(speaker.words, 'word')}"), "related", _BAR + 2)
        sheet.entry("", clean(", ".join(told)), "faint", _BAR + 2)


def _person(person: PersonEntry) -> tuple[str, str]:
    described = "; ".join(each.text for each in person.described) or "never described"
    first = f", from {_at(person.mentions[0])}" if person.mentions else ""
    return f"{person.name}: {described}", f"{number_of(len(person.mentions), 'mention')}{first}"


def _short_form(short: ShortForm) -> tuple[str, str]:
    long_form = short.long_form or ("known to every reader" if short.known else "never explained")
    explained = f", explained at {_at(short.explained)}" if short.explained else ""
    return f"{short.form}: {long_form}", f"{number_of(short.times, 'time')}{explained}"


def _moment(moment: Moment) -> tuple[str, str]:
    told = "; ".join(f"“{each.text}” at {_at(each.place)}" for each in moment.told)
    return f"{moment.label}{' (to come)' if moment.when == 'future' else ''}", told


def _at(place: Place | None) -> str:
    return f"{place.line}:{place.column}" if place else "no place in the source"
