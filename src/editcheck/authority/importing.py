"""Lists that others publish, made into authority files.

Read are the YAML of the project unitedstates/congress-legislators (public domain; legislators and executive) and CSV
with the columns position, person, start and end, one term a line, as Wikidata queries give it, or with a country and
its heads of government and of state in each line, as the project world-leaders-current has it. A party's change within
a term is not told by Popolo's one `on_behalf_of_id`: such terms are given without a party.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editcheck.authority.popolo import AuthorityError, parse_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["import_authority"]

_CONGRESS = {
    "sen": ("senator", "United States"),
    "rep": ("representative", "United States"),
    "prez": ("president", "United States"),
    "viceprez": ("vice president", "United States"),
}
_COLUMNS = ("position", "person", "start", "end")
#: The columns of a list of leaders: country, and the title, name and first day of two offices in one line.
_COUNTRY = "Country"
_LEADERS = (("HoG Title", "Head of Government", "HoG Since"), ("HoS Title", "Head of State", "HoS Since"))
#: Tables within tables in YAML; lists have six. The fast loader crashes on some ten thousand.
_DEEPEST = 100


def import_authority(
    path: str | Path, *, jurisdiction: str = "", until: str | None = None, name: str | None = None
) -> dict[str, Any]:
    """Return an authority file, as Popolo JSON, made of a published list.

    `jurisdiction` is the country or body whose offices a CSV lists; YAML says it itself. `until` is the last day that
    the list speaks of, the day it was made (ISO 8601); without it, the last day on which a term in it begins. `name` is
    how messages call it, without it the file's. Raises `AuthorityError`.
    """
    source = Path(path)
    text = _text(source)
    if source.suffix.lower() in (".yaml", ".yml"):
        making = _of_congress(text, str(path))
    elif source.suffix.lower() == ".csv":
        making = _of_table(text, str(path), jurisdiction)
    else:
        raise AuthorityError(
            f"{path}: only .yaml (congress-legislators) and .csv (position, person, start, end) are read"
        )
    return making.popolo(name or source.stem, until)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AuthorityError(f"{path}: byte {error.start:,} is not UTF-8: convert the file") from None
    except OSError as error:
        raise AuthorityError(f"{path}: cannot be read: {error.strerror}") from error


@dataclass
class _Making:
    """An authority file in the making; everything is in the order of its first use."""

    complete: bool
    persons: dict[str, dict[str, Any]] = field(default_factory=dict)
    organizations: dict[str, dict[str, Any]] = field(default_factory=dict)
    areas: dict[str, dict[str, Any]] = field(default_factory=dict)
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    memberships: list[dict[str, Any]] = field(default_factory=list)

    def person(self, identifier: str, names: Iterable[str], born: str | None) -> None:
        """Add a person; further names of one that is there are added."""
        known = self.persons.setdefault(identifier, {"id": identifier, "name": "", "other_names": []})
        for name in names:
            if not known["name"]:
                known["name"] = name
            elif name != known["name"] and {"name": name} not in known["other_names"]:
                known["other_names"].append({"name": name})
        if born:
            known["birth_date"] = born

    def term(
        self,
        person: str,
        label: str,
        jurisdiction: str,
        start: str,
        end: str,
        party: str = "",
        area: str = "",
    ) -> None:
        """Add a term, with the office, country, party and area that it needs. Raises `ValueError` for its dates."""
        for each, last in ((start, False), (end, True)):
            if each:
                parse_day(each, last=last)
        post = _slug(f"{jurisdiction} {label}")
        if post not in self.posts:
            self.posts[post] = {"id": post, "label": label}
            if jurisdiction:
                self.posts[post]["organization_id"] = self._listed(self.organizations, jurisdiction)
        told: dict[str, Any] = {"person_id": person, "post_id": post}
        if not (start and end and parse_day(start, last=False) > parse_day(end, last=True)):
            told |= {key: value for key, value in (("start_date", start), ("end_date", end)) if value}
        if party:
            told["on_behalf_of_id"] = self._listed(self.organizations, party)
        if area:
            told["area_id"] = self._listed(self.areas, area)
        self.memberships.append(told)

    def _listed(self, table: dict[str, dict[str, Any]], name: str) -> str:
        identifier = _slug(name)
        table.setdefault(identifier, {"id": identifier, "name": name})
        return identifier

    def popolo(self, name: str, until: str | None) -> dict[str, Any]:
        """Return the whole, with the days it speaks of."""
        starts = sorted(each["start_date"] for each in self.memberships if "start_date" in each)
        last = until or (starts[-1] if starts else None)
        meta: dict[str, Any] = {"name": name, "complete": self.complete}
        if last:
            meta["until"] = last
        return {
            "meta": meta,
            "persons": list(self.persons.values()),
            "organizations": list(self.organizations.values()),
            "areas": list(self.areas.values()),
            "posts": list(self.posts.values()),
            "memberships": self.memberships,
        }


def _of_congress(text: str, name: str) -> _Making:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if _depth(yaml.parse(text, Loader=loader)) > _DEEPEST:
            raise AuthorityError(f"{name}: nested too deeply for a list of congress-legislators")
        listed = yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, the fast one where it is built
    except yaml.YAMLError as error:
        raise AuthorityError(f"{name}: no YAML: {' '.join(str(error).split())}") from None
    except ValueError as error:
        raise AuthorityError(f"{name}: a date in it is none: {error}") from None
    making = _Making(complete=True)
    for number, each in enumerate(listed if isinstance(listed, list) else [None], 1):
        try:
            _legislator(making, each)
        except ValueError as error:
            raise AuthorityError(f"{name}: entry {number}: {error}") from None
        except (KeyError, TypeError, AttributeError):
            raise AuthorityError(
                f"{name}: entry {number} is not as congress-legislators has it (id, name, terms)"
            ) from None
    return making


def _depth(events: Iterable[object]) -> int:
    """Return how deep the events of a YAML text go; no deeper than is of interest."""
    from yaml.events import CollectionEndEvent, CollectionStartEvent

    depth = deepest = 0
    for event in events:
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    return deepest


def _legislator(making: _Making, entry: dict[str, Any]) -> None:
    names = entry["name"]
    identifier = entry["id"].get("wikidata") or entry["id"].get("bioguide") or _slug(" ".join(names.values()))
    born = entry.get("bio", {}).get("birthday")
    making.person(identifier, _congress_names(names), str(born) if born else None)
    for term in entry["terms"]:
        label, country = _CONGRESS[term["type"]]
        party = "" if "party_affiliations" in term else term.get("party", "")
        making.term(identifier, label, country, str(term["start"]), str(term["end"]), party, term.get("state", ""))


def _congress_names(names: dict[str, str]) -> Iterator[str]:
    """Yield the forms of a name: as printed officially, plain, with the nickname, with the middle name."""
    first, last = names["first"], names["last"]
    yield names.get("official_full") or f"{first} {last}"
    yield f"{first} {last}"
    if "nickname" in names:
        yield f"{names['nickname']} {last}"
    if "middle" in names:
        yield f"{first} {names['middle']} {last}"
        if len(names["middle"].rstrip(".")) > 1:
            yield f"{names['middle']} {last}"


def _of_table(text: str, name: str, jurisdiction: str) -> _Making:
    reader = csv.DictReader(io.StringIO(text))
    try:
        missing = [each for each in _COLUMNS if each not in (reader.fieldnames or ())]
    except csv.Error as error:
        raise AuthorityError(f"{name}:1: {error}") from None
    leaders = {_COUNTRY, *(column for columns in _LEADERS for column in columns)} <= {*(reader.fieldnames or ())}
    if missing and not leaders:
        raise AuthorityError(f"{name}: the columns {', '.join(_COLUMNS)} are needed; there is no {', '.join(missing)}")
    if not jurisdiction and not leaders:
        raise AuthorityError(f"{name}: it does not say whose offices it lists: give --jurisdiction, as in 'Canada'")
    making = _Making(complete=False)
    try:
        for row in reader:
            if leaders:
                _leaders(making, row)
            else:
                _row(making, row, jurisdiction)
    except (ValueError, csv.Error) as error:
        raise AuthorityError(f"{name}:{reader.line_num}: {error}") from None
    return making


def _leaders(making: _Making, row: dict[str, str | None]) -> None:
    """Add a country's heads of government and of state. Raises `ValueError` with what is wrong with the line."""
    country = (row[_COUNTRY] or "").strip()
    for columns in _LEADERS:
        title, person, since = ((row[each] or "").strip() for each in columns)
        if title and person:
            making.person(_slug(person), [person], None)
            making.term(_slug(person), title, country, since, "")
    if not country:
        raise ValueError("a country is needed")


def _row(making: _Making, row: dict[str, str | None], jurisdiction: str) -> None:
    """Add a line of a table. Raises `ValueError` with what is wrong with it."""
    position, person, start, end = ((row[each] or "").strip() for each in _COLUMNS)
    if not person or not position:
        raise ValueError("a position and a person are needed")
    identifier = (row.get("personID") or "").strip() or _slug(person)
    making.person(identifier, [person], row.get("DOB") or None)
    making.term(identifier, position, jurisdiction, start, end)


def _slug(text: str) -> str:
    """Return an identifier made of a name: its letters and digits, hyphens between."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"
