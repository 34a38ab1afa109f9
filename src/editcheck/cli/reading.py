"""From files to articles; what cannot be read is told in one line, and the next file comes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from editcheck.cli.exits import FAILED, REFUSED, complain, internal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editcheck.article import Article
    from editcheck.cli.inputs import Found, Input
    from editcheck.cli.progress import Progress
    from editcheck.config import Config
    from editcheck.formats.base import Format

__all__ = ["Reader", "Reading", "reader_for"]

_Result = TypeVar("_Result")


class Reading(TypedDict):
    """What `options.input_options` say of all files."""

    input_format: str | None
    published: str | None
    encoding: str | None


class Said(TypedDict):
    """`Reading` by the names that `editcheck.read_all` has for it."""

    format: str | None
    published: str | None
    encoding: str | None


@dataclass
class Reader:
    """Reads files to articles. `codes` are the exit codes that what happened asks for."""

    config: Config
    reading: Reading
    progress: Progress
    formats: tuple[Format, ...] = ()
    debug: bool = False
    codes: set[int] = field(default_factory=set)

    def read(self, found: Found) -> Iterator[Article]:
        """Yield the articles of all files, in order."""
        for problem in found.problems:
            self.tell(problem, REFUSED)
        self.progress.draw()
        for each in found.inputs:
            articles = self._read(each, self.formats)
            if not articles:
                self.progress.finish(each.name)
            yield from articles

    def _read(self, each: Input, formats: tuple[Format, ...]) -> list[Article]:
        return self.attempt(each, lambda added: self._articles(each, added), formats) or []

    def attempt(
        self, each: Input, work: Callable[[tuple[Format, ...]], _Result], formats: tuple[Format, ...]
    ) -> _Result | None:
        """Do with a file what needs it read in one of these formats; None, and one line, where that cannot be done.

        Raises `ConfigError`: it concerns every file.
        """
        from editcheck.config import ConfigError
        from editcheck.host.guard import PluginError
        from editcheck.source.errors import SourceError

        try:
            return work(formats)
        except SourceError as error:
            self.tell(str(error), REFUSED)
        except PluginError as error:
            self.tell(f"{each.name}: {error}", FAILED)
            if formats and each.path is not None and self.reading["input_format"] is None:
                return self.attempt(each, work, ())  # in a format of editcheck's own, where it has one
        except ConfigError:
            raise
        except Exception as error:
            if self.debug:
                raise
            self.tell(f"{each.name}: {internal(error)}", FAILED)
        return None

    def _articles(self, each: Input, formats: tuple[Format, ...]) -> list[Article]:
        from editcheck import read_all

        return read_all(each.source, config=self.config, formats=formats, **self.said)

    @property
    def said(self) -> Said:
        """What the options say of all files, as `editcheck.read_all` takes it."""
        told = self.reading
        return Said(format=told["input_format"], published=told["published"], encoding=told["encoding"])

    def tell(self, problem: str, code: int) -> None:
        """Tell a problem in one line, and remember the exit code that it asks for."""
        self.progress.clear()
        complain(problem)
        self.codes.add(code)


def reader_for(ctx: click.Context, config: Config, reading: Reading, progress: Progress) -> Reader:
    """Return a reader, once it is clear that it can read anything. Raises `UsageError` and `ConfigError`.

    Where a plugin cannot say which formats it adds, that is told, and the others are read.
    """
    from editcheck.host.extensions import added_formats

    reader = Reader(config, reading, progress, debug=bool(ctx.find_root().params.get("debug")))
    reader.formats = added_formats(config, lambda error: reader.tell(str(error), FAILED))
    _check(reading, reader.formats)
    return reader


def _check(reading: Reading, formats: tuple[Format, ...]) -> None:
    from editcheck.article import parse_published
    from editcheck.formats.registry import format_named
    from editcheck.source.encodings import codec_of

    if reading["input_format"] is not None:
        format_named(reading["input_format"], formats)
    if reading["encoding"] is not None and codec_of(reading["encoding"]) is None:
        raise click.UsageError(f"--encoding: there is no encoding {reading['encoding']!r}")
    if reading["published"] is not None:
        try:
            parse_published(reading["published"])
        except ValueError:
            raise click.UsageError(
                f"--published: {reading['published']!r} is no date; write it as 2024-10-24 or 2024-10-24T06:30+02:00"
            ) from None
