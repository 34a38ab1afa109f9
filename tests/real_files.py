"""The real articles that tests read: pages, and what agencies and systems send, in the formats that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["real_files"]

_PATTERNS = (
    "articles/dprk-troops.[hnt]*",
    "formats/html-pages/*.html",
    "formats/html-cms/*.html",
    "formats/amp/*.html",
    "formats/nitf/*.xml",
    "formats/newsml-g2/*.xml",
    "formats/legacy-wire-text/*",
    "pages/*.html",
)


def real_files(shared: Path) -> list[Path]:
    """Return the files of the shared folder, in the order of the kinds and of the names."""
    return [path for pattern in _PATTERNS for path in sorted(shared.glob(pattern))]
