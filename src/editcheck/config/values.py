"""A `Config` from the values of a configuration file that keep to its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from editcheck.annotation import Severity
from editcheck.config import (
    Config,
    FormatSettings,
    Limits,
    NlpSettings,
    PathOverride,
    PluginSettings,
    RuleSetting,
)
from editcheck.house import House

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editcheck.annotation import OptionValue

__all__ = ["DISMISSALS", "config_of", "rules_of"]

#: Where dismissals stand, beside the configuration, where that does not say otherwise.
DISMISSALS = "editcheck-dismissals.jsonl"


def config_of(values: Mapping[str, Any], folder: Path) -> Config:
    """Build a configuration from values that keep to the schema; file names are relative to `folder`."""
    return Config(
        rules=rules_of(values.get("rules", {})),
        select=_words(values.get("select", ())),
        ignore=_words(values.get("ignore", ())),
        gate=Severity(values.get("gate", Config().gate)),
        house=_house(values.get("house", {})),
        nlp=_nlp(values.get("nlp", {}), folder),
        formats=_formats(values.get("formats", {})),
        plugins=_plugins(values.get("plugins", {}), folder),
        paths=_paths(values.get("paths", {}), folder),
        profile=values.get("profile") or None,
        profiles={name: rules_of(each) for name, each in values.get("profiles", {}).items()},
        authority=tuple(str((folder / name).resolve()) for name in _words(values.get("authority", ()))),
        dismissals=_file(values.get("dismissals", DISMISSALS), folder),
        baseline=_file(values.get("baseline", ""), folder),
    )


def _paths(table: Mapping[str, Any], folder: Path) -> tuple[PathOverride, ...]:
    root = str(folder.resolve()) if table else ""
    return tuple(
        PathOverride(
            glob,
            rules_of(each.get("rules", {})),
            root,
            _words(each.get("select", ())),
            _words(each.get("ignore", ())),
            each.get("profile"),
        )
        for glob, each in table.items()
    )


def _file(name: str, folder: Path) -> str | None:
    return str((folder / name).resolve()) if name else None


def _nlp(table: Mapping[str, Any], folder: Path) -> NlpSettings:
    settings = NlpSettings(**table)
    is_path = "/" in settings.model or "\\" in settings.model
    return replace(settings, model=str((folder / settings.model).resolve())) if is_path else settings


def _words(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def rules_of(table: Mapping[str, Any]) -> Mapping[str, RuleSetting]:
    """Return the settings of rules that a table has by their ids."""
    return {name: _rule(value) for name, value in table.items()}


def _rule(value: str | Mapping[str, Any]) -> RuleSetting:
    table = {"severity": value} if isinstance(value, str) else value
    severity = table.get("severity")
    options = {name: _option(each) for name, each in table.items() if name != "severity"}
    return RuleSetting(None if severity is None else Severity(severity), options)


def _option(value: bool | int | float | str | list[str]) -> OptionValue:
    return tuple(value) if isinstance(value, list) else value


def _house(table: Mapping[str, Any]) -> House:
    replaced = _words(table.get("replace", ()))
    lists = {name: each for name, each in table.items() if name != "replace"}
    return House(
        extra={name: each for name, each in lists.items() if name not in replaced},
        replaced={name: lists.get(name, {}) for name in replaced},
    )


def _formats(table: Mapping[str, Any]) -> FormatSettings:
    selectors = {name: _words(value) for name, value in table.items() if name != "limits"}
    return FormatSettings(**selectors, limits=Limits(**table.get("limits", {})))


def _plugins(value: Sequence[str] | Mapping[str, Any], folder: Path) -> PluginSettings:
    table: Mapping[str, Any] = value if isinstance(value, Mapping) else {"files": value}
    files = (
        str((folder / name).resolve()) if name.endswith(".py") else name for name in _words(table.get("files", ()))
    )
    return PluginSettings(
        files=tuple(files),
        disabled=_words(table.get("disabled", ())),
        strangers=table.get("strangers", True),
        time_limit=float(table.get("time_limit", PluginSettings().time_limit)),
    )
