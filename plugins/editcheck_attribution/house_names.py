"""Whom every reader knows, by the house lists: nobody has to introduce them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck import Options

__all__ = ["is_known"]


def is_known(name: str, options: Options) -> bool:
    """Whether every reader knows a person by this name, or by the surname of somebody on the house list."""
    parts = name.lower().split()
    if any(name.lower() == each.lower() for each in options.house["one_name"]):
        return True
    known = [each.lower().split() for each in options.house["well_known"]]
    if len(parts) == 1:
        return any(parts[0] == each[-1] for each in known)
    return any(each == parts or (each[0] in parts and each[-1] == parts[-1]) for each in known)
