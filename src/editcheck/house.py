"""The house lists that facts and plugins share: data files with defaults, extended or replaced by the configuration.

Each list is a TOML table in data/ whose keys are the entries and whose values say what or why ("NATO" = "North
Atlantic Treaty Organization"). Nothing is read before it is asked for.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LISTS", "House", "load_table"]

#: The lists there are, each with what its entries are.
LISTS: Mapping[str, str] = {
    "acronyms": "short forms that every reader knows, with what they stand for",
    "cue_verbs": "verbs that credit somebody with words or thoughts, with what they take",
    "one_name": "people known by one name, with who they are",
    "titles": "titles and ranks, with how they stand before a name",
    "well_known": "people who need no introduction by role, with who they are",
}


@dataclass(frozen=True)
class House:
    """The lists in force. `extra` adds entries to a default list by its name, `replaced` stands in its place.

    An entry that is added as "" is taken out.
    """

    extra: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    replaced: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Mapping[str, str]:
        """Return a list by its name. Raises `KeyError` for names that are not in `LISTS`."""
        if name not in LISTS:
            raise KeyError(name)
        base = self.replaced.get(name)
        if base is None:
            base = load_table("editcheck", f"data/{name}.toml")
        added = self.extra.get(name)
        return {key: told for key, told in {**base, **added}.items() if told} if added else base


@cache
def load_table(package: str, path: str) -> Mapping[str, str]:
    """Return a word list: the TOML file of a package, its keys and what is said of each; it cannot be changed."""
    raw = resources.files(package).joinpath(path).read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(raw))
