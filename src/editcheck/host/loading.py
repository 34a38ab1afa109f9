"""Loading plugins: import them, look at their hooks, take in their rules. What is wrong is said of each by name.

Each plugin has a pluggy manager to itself: its hooks are called alone, and a wrong one spoils nobody else's.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

from editcheck import hookspecs
from editcheck.host.finder import Candidate, Origin
from editcheck.host.guard import Home, PluginError, home_of, told
from editcheck.host.hook_check import hook_names, problems_with_hooks
from editcheck.host.rule_check import problems_with_rules
from editcheck.report import Failure

if TYPE_CHECKING:
    from types import ModuleType

    from editcheck.annotation import Rule

__all__ = ["Plugin", "PluginInfo", "Roster", "load", "load_all", "plugin_of"]

#: The name of a module, or of something in it, as an import statement has it.
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """What is known of a loaded plugin, as plain values that can leave the process that loaded it."""

    candidate: Candidate
    hooks: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Plugin:
    """A plugin that is ready to be called: its hooks, the rules that it declares, and where its code lies."""

    candidate: Candidate
    manager: pluggy.PluginManager
    home: Home
    rules: tuple[Rule, ...] = ()

    @property
    def name(self) -> str:
        """The name that it is configured and blamed by."""
        return self.candidate.name

    @property
    def hooks(self) -> tuple[str, ...]:
        """The names of the hooks that it implements, in the order of the contract."""
        return tuple(name for name in hook_names() if getattr(self.manager.hook, name).get_hookimpls())

    @property
    def info(self) -> PluginInfo:
        """What is known of it."""
        return PluginInfo(self.candidate, self.hooks, self.rules)

    def call(self, hook: str, **arguments: object) -> object:
        """Call one hook and return what it returns; None where the plugin does not implement it."""
        results: list[object] = getattr(self.manager.hook, hook)(**arguments)
        return results[0] if results else None


@dataclass(frozen=True, slots=True)
class Roster:
    """The plugins that can be called, in their order, and a failure for each that cannot."""

    plugins: tuple[Plugin, ...] = ()
    failures: tuple[Failure, ...] = ()


def load_all(candidates: Iterable[Candidate], entering: Callable[[str], None] = lambda name: None) -> Roster:
    """Load candidates, each by itself. `entering` is told the name before each import."""
    plugins: list[Plugin] = []
    failures: list[Failure] = []
    owners: dict[str, str] = {}
    names: set[str] = set()
    for candidate in candidates:
        entering(candidate.name)
        try:
            if candidate.name in names:
                raise PluginError(candidate.name, f"{candidate.target} is not loaded: another plugin has its name")
            names.add(candidate.name)
            plugin = load(candidate)
            _refuse_taken(plugin, owners)
        except PluginError as error:
            failures.append(Failure(error.plugin, "error", error.problem))
        else:
            plugins.append(plugin)
            owners.update((rule.id, plugin.name) for rule in plugin.rules)
    return Roster(tuple(plugins), tuple(failures))


def load(candidate: Candidate) -> Plugin:
    """Import a candidate and return it ready to be called. Raises `PluginError`, whatever is wrong with it."""
    home = (candidate.target,) if candidate.origin is Origin.FILE else ()
    try:
        return plugin_of(_imported(candidate), candidate)
    except (PluginError, KeyboardInterrupt):
        raise
    except BaseException as error:
        raise PluginError(candidate.name, f"cannot be imported: {told(error, home)}") from error


def plugin_of(found: object, candidate: Candidate) -> Plugin:
    """Make a plugin of an imported module or object. Raises `PluginError`."""
    if inspect.isclass(found):
        raise PluginError(candidate.name, f"{found.__name__} is a class; name a module or an instance")
    for problem in problems_with_hooks(found):
        raise PluginError(candidate.name, problem)
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(found, candidate.name)
    plugin = Plugin(candidate, manager, home_of(found))
    if not plugin.hooks:
        raise PluginError(candidate.name, "has no hooks: none of its functions is marked with @editcheck.hookimpl")
    return replace(plugin, rules=_rules(plugin))


def _imported(candidate: Candidate) -> object:
    if candidate.origin is Origin.FILE:
        return _module_from(candidate)
    module, _, attribute = candidate.target.partition(":")
    if not (_DOTTED.fullmatch(module.strip()) and (not attribute or _DOTTED.fullmatch(attribute.strip()))):
        problem = f"{candidate.target!r} is neither a file that ends in .py nor a dotted module"
        raise PluginError(candidate.name, problem)
    found: object = importlib.import_module(module.strip())
    for name in filter(None, attribute.strip().split(".")):
        found = getattr(found, name)
    return found


def _module_from(candidate: Candidate) -> ModuleType:
    """Import a file under a name of its own, so that it can hide no installed module."""
    if not Path(candidate.target).is_file():
        raise FileNotFoundError(f"there is no file {candidate.target}")
    name = f"{hookspecs.PROJECT}_local_{candidate.name}"
    spec = importlib.util.spec_from_file_location(name, candidate.target)
    if spec is None or spec.loader is None:
        raise ImportError(f"{candidate.target} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _rules(plugin: Plugin) -> tuple[Rule, ...]:
    try:
        declared = plugin.call("editcheck_rules")
        rules = tuple(declared) if isinstance(declared, Iterable) else () if declared is None else (declared,)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise PluginError(plugin.name, f"editcheck_rules failed: {told(error, plugin.home)}") from error
    for problem in problems_with_rules(rules):
        raise PluginError(plugin.name, problem)
    return rules


def _refuse_taken(plugin: Plugin, owners: Mapping[str, str]) -> None:
    for rule in plugin.rules:
        if rule.id in owners:
            raise PluginError(plugin.name, f"rule {rule.id!r} is already declared by plugin {owners[rule.id]!r}")
