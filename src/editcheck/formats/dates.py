"""Dates as feeds, pages and agencies write them in metadata."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["MONTH", "date_in", "first_date", "parse_date"]

_ISO_DAY = re.compile(r"\d{4}-?\d\d-?\d\d")
#: ISO 8601 in its basic form as NITF has it: 20170102T222800+0000, 20210516T090004Z, 20241024T0900.
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?(?:\d\d)?)?")
#: The extended form, with what pages make of it: a blank for the T, a blank before the zone, no seconds, no colon.
_EXTENDED = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d{1,2}:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?(?:\[[\w/]+\])?", re.I
)
_LONGEST = 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A month, written out or cut short; its first letters are the group.
MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_WRITTEN = re.compile(rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_WRITTEN_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(\d{{4}})\b", re.I)
_ISO_IN_TEXT = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
#: No newspaper is older; the year 1 is what systems write that know no date.
_FIRST_YEAR = 1600


def parse_date(value: str | None) -> datetime | date | None:
    """Read a date or time in ISO 8601 (extended or basic) or RFC 822; None where it is neither.

    A time with a zone is aware; one without stays without; a mere day is a `date`.
    """
    text = (value or "").strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        found = _iso(text) or parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.year >= _FIRST_YEAR else None


def first_date(*values: str | None) -> datetime | date | None:
    """Return the first value that is a date."""
    return next((found for value in values if (found := parse_date(value)) is not None), None)


def _iso(text: str) -> datetime | date | None:
    if _ISO_DAY.fullmatch(text):
        return date.fromisoformat(text)
    if basic := _BASIC.fullmatch(text):
        year, month, day, hour, minute, second, zone = basic.groups()
        return _moment(f"{year}-{month}-{day}", f"{hour}:{minute}", f":{second or '00'}", zone)
    if extended := _EXTENDED.fullmatch(text):
        day, minute, second, zone = extended.groups()
        return _moment(day, minute.zfill(5), second or ":00", zone)
    return None


def _moment(day: str, minute: str, second: str, zone: str | None) -> datetime:
    zone = (zone or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif zone:
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return datetime.fromisoformat(f"{day}T{minute}{second}{zone}")


def date_in(text: str) -> date | None:
    """Return the first day that a short text gives in English words or in ISO 8601: "Updated October 24, 2024"."""
    month_first, day_first = _WRITTEN.search(text), _WRITTEN_DAY_FIRST.search(text)
    try:
        if month_first:
            return date(int(month_first[3]), _month(month_first[1]), int(month_first[2]))
        if day_first:
            return date(int(day_first[3]), _month(day_first[2]), int(day_first[1]))
        iso = _ISO_IN_TEXT.search(text)
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
