"""Profiles: kinds of article, and what is judged otherwise in them than in news."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from editcheck.config.values import rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.config import RuleSetting

__all__ = ["NEWS", "profiles"]

#: The profile of articles of which nothing else is known.
NEWS = "news"


@cache
def profiles() -> Mapping[str, Mapping[str, RuleSetting]]:
    """Return the settings of each profile that comes with editcheck; those for rules that there are not do nothing."""
    text = resources.files("editcheck").joinpath("data/profiles.toml").read_text(encoding="utf-8")
    return MappingProxyType({name: rules_of(table) for name, table in tomllib.loads(text).items()})
