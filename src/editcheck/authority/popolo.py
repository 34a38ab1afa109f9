"""Authority files as Popolo JSON: persons, posts, memberships, with dates; all else in them is left alone.

Of Popolo's own properties these are read: `persons` (id, name, other_names), `organizations` (id, name),
`posts` (id, label, organization_id), `areas` (id, name), `memberships` (person_id, post_id, start_date, end_date,
on_behalf_of_id, area_id). `meta`, which Popolo leaves to us, has `name`, `since` and `until` (the days the file speaks
of) and `complete`.
"""

from __future__ import annotations

import calendar
import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editcheck.authority.model import Authority, Holder, Post, Term
from editcheck.config import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["AuthorityError", "authority_at", "load_authority", "parse_authority", "parse_day"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


class AuthorityError(ConfigError):
    """An authority file that cannot be used. The message is one line: file, place (a JSON Pointer), what is wrong."""


def load_authority(path: str | Path) -> Authority:
    """Read an authority file. Raises `AuthorityError`."""
    name = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise AuthorityError(f"{name}: there is no such file; `editcheck authority import` makes one") from None
    except UnicodeDecodeError as error:
        raise AuthorityError(f"{name}: byte {error.start:,} is not UTF-8: an authority file is Popolo JSON") from None
    except OSError as error:
        raise AuthorityError(f"{name}: cannot be read: {error.strerror}") from error
    try:
        value = json.loads(text)
    except ValueError as error:
        raise AuthorityError(f"{name}: no JSON: {error}; an authority file is Popolo JSON") from None
    except RecursionError:
        raise AuthorityError(f"{name}: nested too deeply for Popolo JSON") from None
    return parse_authority(value, name)


def authority_at(path: str) -> Authority:
    """Return an authority file as it is now: it is read again only where it was changed. Raises `AuthorityError`."""
    try:
        return _remembered(path, Path(path).stat().st_mtime_ns)
    except OSError:
        return load_authority(path)


@lru_cache(maxsize=16)
def _remembered(path: str, changed: int) -> Authority:
    return load_authority(path)


def parse_authority(value: object, name: str) -> Authority:
    """Return the authority file that a JSON value is; `name` is the file's, for messages. Raises `AuthorityError`."""
    reading = _Reading(name)
    top = reading.table(value, "")
    if "persons" not in top or "memberships" not in top:
        raise AuthorityError(f"{name}: it has no persons and memberships: an authority file is Popolo JSON")
    meta = reading.table(top.get("meta", {}), "/meta")
    names = {key: reading.text(each, "name", where) for key, each, where in reading.items(top, "organizations")}
    areas = {key: reading.text(each, "name", where) for key, each, where in reading.items(top, "areas")}
    posts = {key: reading.post(key, each, where, names) for key, each, where in reading.items(top, "posts")}
    holders = {key: reading.holder(key, each, where) for key, each, where in reading.items(top, "persons")}
    terms = []
    for each, where in reading.listed(top, "memberships"):
        if each.get("post_id") is not None:
            terms.append(reading.term(each, where, names, areas))
            reading.known(each, where, "person_id", holders)
            reading.known(each, where, "post_id", posts)
    return Authority(
        name=reading.text(meta, "name", "/meta") or Path(name).stem,
        holders=holders,
        posts=posts,
        terms=tuple(terms),
        since=reading.day(meta, "since", "/meta", last=False),
        until=reading.day(meta, "until", "/meta", last=True),
        complete=meta.get("complete") is True,
    )


def parse_day(text: str, *, last: bool) -> date:
    """Return a date as lists have it: ISO 8601, without the time behind it; of a year or a month the first or last day.

    Raises `ValueError` with what to say of it.
    """
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise ValueError(f"{text!r} is no date (2024-10-24, 2024-10 or 2024)") from None


class _Reading:
    """Reads values of a file, and says where one is not what it must be."""

    def __init__(self, name: str) -> None:
        self._name = name

    def _refuse(self, where: str, problem: str) -> AuthorityError:
        return AuthorityError(f"{self._name}: {where or '/'}: {problem}")

    def table(self, value: object, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._refuse(where, "must be an object")
        return value

    def listed(self, top: dict[str, Any], key: str) -> Iterator[tuple[dict[str, Any], str]]:
        """Yield the objects of a list, each with its place."""
        values = top.get(key, [])
        if not isinstance(values, list):
            raise self._refuse(f"/{key}", "must be a list")
        for number, value in enumerate(values):
            yield self.table(value, f"/{key}/{number}"), f"/{key}/{number}"

    def items(self, top: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any], str]]:
        """Yield the objects of a list by their id. Raises `AuthorityError` where one has none, or another's."""
        seen = set()
        for value, where in self.listed(top, key):
            identifier = self.text(value, "id", where)
            if not identifier:
                raise self._refuse(where, "has no id")
            if identifier in seen:
                raise self._refuse(where, f"has the id of another, {identifier!r}")
            seen.add(identifier)
            yield identifier, value, where

    def text(self, value: dict[str, Any], key: str, where: str) -> str:
        found = value.get(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self._refuse(f"{where}/{key}", "must be a string")
        return found.strip()

    def day(self, value: dict[str, Any], key: str, where: str, *, last: bool) -> date | None:
        """Return a date; of a year or a month alone its first or last day. None where there is none."""
        text = self.text(value, key, where)
        if not text:
            return None
        try:
            return parse_day(text, last=last)
        except ValueError as error:
            raise self._refuse(f"{where}/{key}", str(error)) from None

    def post(self, key: str, value: dict[str, Any], where: str, names: dict[str, str]) -> Post:
        label = self.text(value, "label", where)
        if not label:
            raise self._refuse(where, "this post has no label")
        return Post(key, label, names.get(self.text(value, "organization_id", where), ""))

    def holder(self, key: str, value: dict[str, Any], where: str) -> Holder:
        name = self.text(value, "name", where)
        if not name:
            raise self._refuse(where, "this person has no name")
        others = (self.text(each, "name", place) for each, place in self.listed(value, "other_names"))
        names = dict.fromkeys([name, *(each for each in others if each)])
        return Holder(key, name, tuple(names))

    def term(self, value: dict[str, Any], where: str, names: dict[str, str], areas: dict[str, str]) -> Term:
        party = names.get(self.text(value, "on_behalf_of_id", where), "")
        return Term(
            holder=self.text(value, "person_id", where),
            post=self.text(value, "post_id", where),
            begins=self.day(value, "start_date", where, last=False),
            ends=self.day(value, "end_date", where, last=True),
            party=party,
            area=areas.get(self.text(value, "area_id", where), ""),
        )

    def known(self, value: dict[str, Any], where: str, key: str, table: dict[str, Any]) -> None:
        identifier = self.text(value, key, where)
        if identifier not in table:
            raise self._refuse(f"{where}/{key}", f"there is no {identifier!r}")
