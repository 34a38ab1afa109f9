"""Numbers in words: twenty-five, the twenty-first, two hundred and ten, nineteen ninety-four."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.dates.words import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.dates.words import Item

__all__ = ["join_numbers"]

_FIRST_HALVES_OF_YEARS = range(11, 21)


def join_numbers(items: Sequence[Item]) -> list[Item]:
    """Return the items with each number in words, or with a scale ("two dozen", "1.5 million"), as one item."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        joined = _number_at(items, at)
        out.append(joined or items[at])
        at += len(joined.inside) if joined else 1
    return out


def _number_at(items: Sequence[Item], at: int) -> Item | None:
    end, number, ordinal = _below_hundred(items, at)
    if items[at].text == "a":
        return _scaled(items, at, at + 1, 1)
    if number is None:
        return _scaled(items, at, at + 1, items[at].categories.get("NUMBER"))
    if ordinal:
        return joined(items[at:end], {"ORDINAL": number, "DAY": number})
    if number in _FIRST_HALVES_OF_YEARS:
        year_end, rest, is_ordinal = _below_hundred(items, end)
        if rest is not None and not is_ordinal and 10 <= rest < 100:
            return joined(items[at:year_end], {"YEAR": number * 100 + rest, "NUMBER": number * 100 + rest})
    return _scaled(items, at, end, number) or joined(items[at:end], _counted(number))


def _below_hundred(items: Sequence[Item], at: int) -> tuple[int, int | None, bool]:
    """Return where a number in words below a hundred ends, the number, and whether it is an ordinal."""
    number = items[at].categories.get("NUMBERWORD") if at < len(items) else None
    if not isinstance(number, int):
        return at, None, False
    if number < 20:
        return at + 1, number, False
    place = at + 1
    if place < len(items) and items[place].text == "-":
        place += 1
    if place < len(items):
        further = items[place].categories
        for category, ordinal in (("NUMBERWORD", False), ("ORDINAL", True)):
            rest = further.get(category)
            if isinstance(rest, int) and 1 <= rest < 10:
                return place + 1, number + rest, ordinal
    return at + 1, number, False


def _scaled(items: Sequence[Item], at: int, end: int, number: object) -> Item | None:
    """Return a number with its scales: two hundred and ten, 1.5 million, two dozen."""
    if not isinstance(number, int | float) or not _has(items, end, "SCALE"):
        return None
    total: float = 0
    while _has(items, end, "SCALE"):
        scale = items[end].categories["SCALE"]
        total += number * scale if isinstance(scale, int) else 0
        number, end = 0, end + 1
        place = end + 1 if end < len(items) and items[end].text == "and" else end
        further_end, further, ordinal = _below_hundred(items, place)
        if further is not None and not ordinal:
            number, end = further, further_end
    total += number
    in_words = items[at].text.isalpha()
    year = {"YEAR": int(total)} if in_words and end - at > 1 and 1900 <= total < 2100 and total == int(total) else {}
    return joined(items[at:end], {"NUMBER": int(total) if total == int(total) else total, **year})


def _has(items: Sequence[Item], at: int, category: str) -> bool:
    return at < len(items) and category in items[at].categories


def _counted(number: int) -> dict[str, object]:
    return {"NUMBER": number, **({"HOUR": number} if number <= 24 else {})}
