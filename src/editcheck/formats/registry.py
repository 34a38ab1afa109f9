"""Which formats there are, and which of them a source is in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from editcheck.config import ConfigError
from editcheck.formats.html import HTML
from editcheck.formats.newsml_g2 import NEWSML_G2
from editcheck.formats.nitf import NITF
from editcheck.formats.sniff import root_name
from editcheck.formats.text import TEXT
from editcheck.near import choices
from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editcheck.formats.base import Format
    from editcheck.source.text import SourceText

__all__ = ["BUILT_IN", "format_named", "format_of"]

#: The formats of editcheck in the order in which they are tried: those with an unmistakable root element first.
BUILT_IN: tuple[Format, ...] = (NITF, NEWSML_G2, HTML, TEXT)


def format_named(name: str, added: Iterable[Format] = ()) -> Format:
    """Return a format by its name; those that plugins add come before the built-in ones.

    Raises `ConfigError` where there is none, with the nearest name, or all there are.
    """
    formats = (*added, *BUILT_IN)
    for each in formats:
        if each.name == name.strip().lower():
            return each
    raise ConfigError(f"there is no input format {name!r}{choices(name, [each.name for each in formats])}")


def format_of(source: SourceText, added: Iterable[Format] = ()) -> Format:
    """Return the first format that recognises a source. Raises `SourceError` that says what it looks like instead."""
    formats = (*added, *BUILT_IN)
    for each in formats:
        if each.recognise(source):
            return each
    raise SourceError(
        source.name, f"{_seen(source.text)}, which is no format of articles known here: {_listed(formats)}"
    )


def _seen(text: str) -> str:
    """Say what a source looks like."""
    root = root_name(text)
    if root is not None:
        namespace = f" (namespace {root.namespace})" if root.namespace else ""
        return f"this is XML with the root element <{root.name}>{namespace}"
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return "this begins like markup and has no element"
    return "this is JSON"


def _listed(formats: Sequence[Format]) -> str:
    return ", ".join(dict.fromkeys(each.name for each in formats))
