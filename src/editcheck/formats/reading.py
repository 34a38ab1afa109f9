"""From a path, bytes or a file to articles: what `editcheck.read` and `editcheck.read_all` do."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from editcheck.article import parse_published
from editcheck.config import Config
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from editcheck.article import Article
    from editcheck.formats.base import Format

__all__ = ["Source", "read", "read_all"]

Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO

#: What messages call an input that has no name.
_NAMELESS = "<input>"


def read(
    source: Source,
    *,
    format: str | None = None,
    published: str | date | datetime | None = None,
    encoding: str | None = None,
    uri: str | None = None,
    config: Config | None = None,
    formats: Iterable[Format] = (),
) -> Article:
    """Read one article.

    `source` is a path, the bytes of a file, or a binary file. The parameters are those of `read_all`. Raises
    `SourceError` as `read_all` does, and where the source holds several articles.
    """
    articles = read_all(
        source, format=format, published=published, encoding=encoding, uri=uri, config=config, formats=formats
    )
    if len(articles) > 1:
        name = articles[0].source.name
        raise SourceError(
            name, f"this holds {len(articles):,} articles: editcheck.read_all and the command `check` read them all"
        )
    return articles[0]


def read_all(
    source: Source,
    *,
    format: str | None = None,
    published: str | date | datetime | None = None,
    encoding: str | None = None,
    uri: str | None = None,
    config: Config | None = None,
    formats: Iterable[Format] = (),
) -> list[Article]:
    """Read all articles of a source, in its order; there is always one at least.

    `source` is a path, the bytes of a file, or a binary file.
    `format` is the name of a format ("html", "nitf", ...); without it the source is looked at.
    `published` is the day of publication, or a string in ISO 8601; it is used only for articles whose source does not
    give one. `encoding` overrides whatever the source says. `uri` is what the articles are called, without it the path;
    where there are several, each has its own identifier or number after a `#`.
    `config` has limits and selectors; `formats` are further formats, tried before the built-in ones.

    Raises `SourceError` where the source cannot be read, `ValueError` where `published` is no date, `ConfigError` (a
    `ValueError` too) for an unknown format or a selector that is none.
    """
    from editcheck.formats.registry import format_named, format_of
    from editcheck.source.decode import decode

    settings = (config or Config()).formats
    added = tuple(formats)
    day = parse_published(published) if isinstance(published, str) else published
    chosen = format_named(format, added) if format is not None else None
    raw, name = _bytes_of(source, settings.limits.size)
    text = decode(raw, name, settings.limits, encoding)
    articles = (chosen or format_of(text, added)).read(text, settings)
    if not articles:
        raise SourceError(name, "no article found")
    base = uri or (None if name == _NAMELESS else name)
    return [
        article if article.published is not None or day is None else replace(article, published=day)
        for article in _called(articles, base)
    ]


def _called(articles: Sequence[Article], base: str | None) -> Iterator[Article]:
    """Give each article a uri of its own: the file's, and within a file the article's identifier or number."""
    seen: set[str] = set()
    for number, article in enumerate(articles, 1):
        if len(articles) == 1:
            yield replace(article, uri=base or article.uri)
            continue
        identifier = article.uri if article.uri and article.uri not in seen else str(number)
        seen.add(identifier)
        yield replace(article, uri=f"{base}#{identifier}" if base else identifier)


def _bytes_of(source: Source, limit: int) -> tuple[bytes, str]:
    """Return what a source holds, one byte more than the limit at most, and what it is called."""
    if isinstance(source, bytes):
        return source, _NAMELESS
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            with open(path, "rb", opener=_without_waiting) as file:
                _check_size(os.fstat(file.fileno()).st_size, limit, str(path))
                return file.read(limit + 1), str(path)
        except IsADirectoryError:
            raise SourceError(str(path), "this is a folder: give a file, or the command `check` a folder") from None
        except FileNotFoundError:
            raise SourceError(str(path), "there is no such file") from None
        except SourceError:
            raise
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise SourceError(str(path), f"the file cannot be read ({reason})") from error
    data = source.read(limit + 1)
    if not isinstance(data, bytes):
        raise TypeError("editcheck.read needs a path, bytes or a file that is opened as binary")
    name = getattr(source, "name", None)
    return data, name if isinstance(name, str) else _NAMELESS


def _without_waiting(path: str, flags: int) -> int:
    """Open a file. A named pipe that nobody writes to is found empty; it would else be waited for without end."""
    file = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(file, True)
    return file


def _check_size(size: int, limit: int, name: str) -> None:
    """Refuse a file by its size, before it is read."""
    if size > limit:
        raise SourceError(
            name,
            f"the file has {size:,} bytes, more than the limit of {limit:,}: "
            "split it, or raise size in [formats.limits]",
        )
