"""A source with its repairs written in: pass after pass, until none is left to make."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

from editcheck.repairs.choosing import Wanted, choices_left, picked
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from editcheck.annotation import Annotation
    from editcheck.article import Article
    from editcheck.config import Config
    from editcheck.formats.base import Format
    from editcheck.formats.reading import Source
    from editcheck.repairs.choosing import Repair
    from editcheck.repairs.edits import Replacement
    from editcheck.report import Report
    from editcheck.source.text import SourceText

__all__ = ["Fixed", "fix"]


class _Reading(TypedDict, total=False):
    """The parameters of `editcheck.read_all`."""

    format: str | None
    published: str | date | datetime | None
    encoding: str | None
    uri: str | None
    formats: Iterable[Format]


#: Repairs seldom touch each other: more passes than these are repairs that undo one another.
_MOST_PASSES = 10


@dataclass(frozen=True)
class Fixed:
    """A source before and after its repairs.

    `made` are the repairs in the order they were made. `reports` are on the mended articles. `left` are the annotations
    whose repairs wait to be confirmed. `followed` are the confirmations that an annotation was found for. `settled` is
    False where the repairs undid one another and would have gone on.
    """

    before: SourceText
    after: SourceText
    made: tuple[Repair, ...]
    reports: tuple[Report, ...]
    left: tuple[Annotation, ...]
    followed: frozenset[str] = frozenset()
    settled: bool = True


def fix(
    source: Source,
    *,
    unsafe: bool = False,
    confirmed: Mapping[str, int] | None = None,
    config: Config | None = None,
    **reading: Unpack[_Reading],
) -> Fixed:
    """Make the repairs that a source's annotations suggest. Nothing is written but into what is returned.

    `source`, and what is said in `reading`, are as in `editcheck.read_all`. Safe repairs are made; with `unsafe` those
    too that are to be confirmed and leave no choice; `confirmed` has the number of the suggestion to take, from 1, by
    the fingerprint of its annotation (or how it begins). A second call on `Fixed.after.raw` has nothing to do.

    Raises `ConfirmationError`, and what `editcheck.read_all` and `editcheck.check` raise.
    """
    from editcheck.formats.reading import read_all
    from editcheck.host import check_many

    wanted = Wanted(unsafe, confirmed or {})
    articles = read_all(source, config=config, **reading)
    before = articles[0].source
    reports = [*check_many(articles, config)]
    followed = wanted.followed([each for report in reports for each in report.annotations])
    made: list[Repair] = []
    for _ in range(_MOST_PASSES):
        repairs = picked(reports, wanted)
        if not repairs:
            break
        made += repairs
        # What was confirmed was meant for this text: by another, a fingerprint can have come to be a neighbour's.
        wanted = Wanted(unsafe)
        articles = _again(articles, repairs, config, reading)
        reports = [*check_many(articles, config)]
    left = tuple(each for report in reports for each in choices_left(report, wanted))
    settled = not picked(reports, wanted)
    return Fixed(before, articles[0].source, tuple(made), tuple(reports), left, followed, settled)


def _again(
    articles: Sequence[Article], repairs: Iterable[Repair], config: Config | None, reading: _Reading
) -> list[Article]:
    """Read a source once more, with repairs written into it. Raises `SourceError` where it reads differently then."""
    from editcheck.formats.reading import read_all

    source = articles[0].source
    raw, text = _with(source, [each for repair in repairs for each in repair.replacements])
    mended = read_all(_Named(raw, source.name), config=config, **reading)
    if mended[0].source.text != text:
        raise SourceError(
            source.name, f"with its repairs it would read differently (as {source.encoding}): convert the file to UTF-8"
        )
    return mended


def _with(source: SourceText, replacements: Iterable[Replacement]) -> tuple[bytes, str]:
    """Return a source's bytes and text with other words in some places; all other bytes are as they were."""
    raw, text = [], []
    byte_end = end = 0
    for each in sorted(replacements, key=lambda each: each.place.start):
        raw += [source.raw[byte_end : each.place.byte_start], each.text.encode(source.encoding)]
        text += [source.text[end : each.place.start], each.text]
        byte_end, end = each.place.byte_end, each.place.end
    return b"".join([*raw, source.raw[byte_end:]]), "".join([*text, source.text[end:]])


class _Named(io.BytesIO):
    """Bytes under the name of the file they are to be written to."""

    def __init__(self, raw: bytes, name: str) -> None:
        super().__init__(raw)
        self.name = name
