"""What an article is called in a file of dismissals: the same wherever, and from whatever folder, it is checked."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.article import Article

__all__ = ["name_of", "named"]

#: An address or an identifier (a single letter would be a drive of Windows), or the name of what is no file: <stdin>.
_NO_PATH = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|<")


def name_of(article: Article, folder: str) -> str:
    """Return the address of an article; where that is a path, the way to it from a folder, with forward slashes.

    What stands behind a `#`, which tells articles of one file apart, stays as it is.
    """
    return named(article.uri or article.source.name, folder, article.source.name)


def named(name: str, folder: str, file: str | None = None) -> str:
    """Return the same of an article that has this path or address; `file` is the file that it stands in."""
    if _NO_PATH.match(name):
        return name
    path, rest = (file, name[len(file) :]) if file and name.startswith(f"{file}#") else (name, "")
    return _from(path, folder).replace(os.sep, "/") + rest


def _from(path: str, folder: str) -> str:
    absolute = os.path.abspath(path)  # noqa: PTH100 (links stay as they are named)
    try:
        return os.path.relpath(absolute, folder)
    except ValueError:  # on another drive
        return absolute
