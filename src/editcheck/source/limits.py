"""The errors for what is too much: each names the limit, its value and the setting that raises it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.source.errors import SourceError

if TYPE_CHECKING:
    from editcheck.config import Limits

__all__ = ["MOST_ATTRIBUTES", "too_deep", "too_many", "too_many_attributes"]

#: Attributes of one element. Trees hold them in a list, and an element with very many takes for ever to build.
MOST_ATTRIBUTES = 1_000


def too_deep(limits: Limits, name: str, line: int | None = None, column: int | None = None) -> SourceError:
    """Return the error for elements nested more deeply than the limit."""
    return SourceError(
        name,
        f"elements are nested more than {limits.depth:,} deep, the limit: raise depth in [formats.limits]",
        line,
        column,
    )


def too_many(limits: Limits, name: str, line: int | None = None, column: int | None = None) -> SourceError:
    """Return the error for more elements, texts and comments than the limit."""
    return SourceError(
        name,
        f"the file has more than {limits.nodes:,} elements and texts, the limit: raise nodes in [formats.limits]",
        line,
        column,
    )


def too_many_attributes(count: int, name: str, line: int | None = None, column: int | None = None) -> SourceError:
    """Return the error for an element with more attributes than any article has."""
    return SourceError(
        name, f"an element has {count:,} attributes, more than {MOST_ATTRIBUTES:,}: take them out", line, column
    )
