"""The words that tell an age, with its value: "54-year-old", "aged 18 to 24", "in her late 40s", "Smith, 54,"."""

from __future__ import annotations

import enum
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.dates.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Form", "Shape", "data", "find_forms"]


class Shape(enum.Enum):
    """How the words stand, which tells where to look for whom they mean, and how sure they are an age."""

    OLD = "old"
    AGED = "aged"
    DECADE = "decade"
    COMMAS = "commas"
    IS = "is"
    AT = "at"

    @property
    def sure(self) -> bool:
        """Whether they are an age whatever they are said of; figures alone are one of people only."""
        return self in (Shape.OLD, Shape.AGED, Shape.DECADE)


@dataclass(frozen=True, slots=True)
class Form:
    """An age as the words give it. `value` is a TIMEX3 duration, `upper` the other end of "18 to 24"."""

    span: Span
    shape: Shape
    value: str
    mod: str | None = None
    upper: str | None = None


#: How old a person can be, in years.
_OLDEST = 122
#: What one form or another has, whatever stands around it.
_ANCHOR = re.compile(
    r"[- ](?:[Oo]ld|OLD)[Ss]?\b|\b[Aa]ge[ds]? |\bd(?:ied|ies|ead) at |0['’]?s\b|(?:teens|ties)\b"
    r"|[,(][a-z ]{0,20}\d{1,3}(?!\w)|\b[Aa]t \d{1,3},"
    r"|(?:is|was|s|turn(?:s|ed|ing)?|becomes|became) [a-z ]{0,20}\d{1,3}\b"
)
#: No form is longer, in characters; it may begin so far before its anchor, and end so far behind.
_LONGEST = 90


@cache
def data() -> Mapping[str, Mapping[str, str]]:
    """Return the tables of facts/data/ages.toml, read once."""
    file = resources.files("editcheck.facts").joinpath("data/ages.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def find_forms(text: str) -> Iterator[Form]:
    """Yield the ages of a text, in order. What stands between commas may be another figure: see `Shape.sure`."""
    for found in _found(text):
        shape = next(each for each in Shape if found[each.value] is not None)
        form = _decade(found) if shape is Shape.DECADE else _counted(found, shape)
        if form is not None:
            yield form


def _found(text: str) -> Iterator[re.Match[str]]:
    """Yield where the pattern of all forms matches; it is tried only around what every form has, for it is slow."""
    start = end = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() - _LONGEST > end:
            yield from _pattern().finditer(text, start, end)
            start = anchor.start() - _LONGEST
        end = anchor.end() + _LONGEST
    yield from _pattern().finditer(text, start, end)


def _span(found: re.Match[str], shape: Shape) -> Span:
    return Span(*found.span(shape.value))


def _counted(found: re.Match[str], shape: Shape) -> Form | None:
    name = shape.value
    groups = found.groupdict()
    numbers = [_number(groups.get(f"{name}_{end}")) for end in ("low", "high")]
    low, high = numbers if numbers[0] is not None else numbers[::-1]
    unit = (groups.get(f"{name}_unit") or groups.get(f"{name}_bare") or "year").lower()
    letter = _letters().get(unit)
    if letter is None or (low is None and shape is not Shape.OLD):
        return None
    if shape is not Shape.OLD and letter == "{}Y" and max(low or 0, high or 0) > _OLDEST:
        return None
    if low is not None and groups.get(f"{name}_half"):
        low += 0.5
    many = "X" if unit in lexicon_units("UNITS") else "1"
    mod = data()["qualifiers"].get(" ".join((groups.get(f"{name}_mod") or "").lower().split()))
    return Form(
        _span(found, shape), shape, _value(letter, low, many), mod, None if high is None else _value(letter, high, many)
    )


def _value(letter: str, count: float | None, otherwise: str) -> str:
    """Return a TIMEX3 duration: tens of years are years, and half a year is six months."""
    if count is None:
        return "P" + letter.format(otherwise)
    if letter in ("{}DE", "{}CE"):
        count, letter = count * (10 if letter == "{}DE" else 100), "{}Y"
    if count % 1 == 0.5 and letter == "{}Y":
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    return "P" + letter.format(f"{count:g}")


def _decade(found: re.Match[str]) -> Form | None:
    word = found["decade_word"].lower()
    if word == "teens":
        tens = "1"
    else:
        number = lexicon().categories.get(word, {}).get("DECADEWORD")
        tens = str(number)[0] if isinstance(number, int) else word[0]
    mod = data()["edges"].get((found["decade_edge"] or "").lower())
    return Form(_span(found, Shape.DECADE), Shape.DECADE, f"P{tens}XY", mod)


def _number(text: str | None) -> float | None:
    if not text:
        return None
    if text[0].isdigit():
        return float(text.replace("½", ".5").replace(" 1/2", ".5"))
    words = re.split(r"[-\s]", text.lower())
    values = [lexicon().categories.get(word, {}).get("NUMBERWORD") for word in words]
    return float(sum(each for each in values if isinstance(each, int)))


@cache
def _letters() -> Mapping[str, str]:
    """Return how a unit is written in a TIMEX3 duration, by its word in one or many."""
    codes = {"DAY": "{}D", "WEEK": "{}W", "MONTH": "{}M", "YEAR": "{}Y", "DECADE": "{}DE", "CENTURY": "{}CE"}
    codes["HOUR"] = "T{}H"
    words = {**lexicon_units("UNIT"), **lexicon_units("UNITS")}
    return {word: codes[unit] for word, unit in words.items() if unit in codes}


@cache
def lexicon_units(category: str) -> Mapping[str, str]:
    """Return the words of a category of units (UNIT, UNITS) with the unit that each means."""
    found = {word: each.get(category) for word, each in lexicon().categories.items()}
    return {word: unit for word, unit in found.items() if isinstance(unit, str)}


def _any(words: Iterator[str] | Mapping[str, str]) -> str:
    return "(?:" + "|".join(sorted((re.escape(each) for each in words), key=lambda each: (-len(each), each))) + ")"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all forms; each has a group by its name, and groups for its parts."""
    categories = lexicon().categories
    words = {word: value for word, each in categories.items() if isinstance(value := each.get("NUMBERWORD"), int)}
    ones = _any(word for word, value in words.items() if value < 20)
    tens = _any(word for word, value in words.items() if value >= 20)
    number = rf"(?:\d{{1,4}}(?:\.\d|½|[ ]1/2)?(?![\d,.]\d)|{tens}(?:[- ]{ones})?|{ones})"
    decades = _any(word for word, each in categories.items() if "DECADEWORD" in each)
    unit, mod, edge = _any(_letters()), _any(data()["qualifiers"]), _any(data()["edges"])
    years = r"\d{1,3}(?![\d%°$£€:/-]|[.,]\d)"
    is_ = r"(?:is|was|turned|turns|turn|turning|became|becomes|(?:he|she|who|it)[’']s)"
    between = r"(?:-|–|[ ](?:to|and|or|through|-|–)[ ])"
    return re.compile(
        rf"""
          \b (?P<old> (?: (?P<old_mod>{mod}) [ ] )?
              (?: (?: (?P<old_low>{number}) (?: [- ]to[- ] | -?[ ](?:to|and|or)[ ] | (?<=\d)[-–](?=\d) ) )? (?P<old_high>{number})
                  (?P<old_half> [- ]and[- ]a[- ]half )? (?: [ ]?-|[ ] ) (?P<old_unit>{unit}) [- ] olds? | (?<! [-–] ) (?P<old_bare>{unit}) -olds? )
              \b (?! - ) )
        | \b (?P<aged> (?: at [ ] )? (?: (?P<aged_mod>{mod}) [ ] )?
              (?: aged? | ages | the[ ]age[ ]of | age[ ]of | (?<=died[ ])at | (?<=dies[ ])at | (?<=dead[ ])at ) [ ] (?: between [ ] | from [ ] )?
              (?P<aged_low>{number}) (?: {between} (?P<aged_high>{number}) )? (?: [ ] (?P<aged_unit>{unit}) )?
              (?! [\w%] ) )
        | \b (?P<decade> in [ ] (?: his | her | their | my | our | your ) [ ] (?: (?P<decade_edge>{edge}) [- ] (?: to[- ]late[- ] )? )?
              (?P<decade_word> [2-9]0 ['’]? s | teens | {decades} ) \b )
        | (?: , [ ] (?: (?:now|then|just|only) [ ] )? | [ ] (?P<bracket>\() )
              (?P<commas> (?: (?P<commas_mod>{mod}) [ ] )? (?P<commas_low>{years}) )
              (?(bracket) (?= \) ) | (?= , | ; | \.(?!\d) | [ ]and\b | [ ]? [—–] | \n | $ ) )
        | \b (?P<at> [Aa]t [ ] (?P<at_low>{years}) ) (?= , [ ] )
        | \b {is_} [ ] (?: now [ ] | just [ ] | only [ ] )?
              (?P<is> (?: (?P<is_mod>{mod}) [ ] )? (?P<is_low>{years}) ) (?= [.,;?!)] | [ ](?:and|when|while|but|in|on|at|or|then|years[ ]of[ ]age)\b | \n | $ )
        """,  # noqa: E501
        re.VERBOSE | re.IGNORECASE,
    )
