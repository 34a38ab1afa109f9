"""Loading a plugin: import it, look at its hooks, take in its rules. What is wrong with it is said by name.

Each plugin has a pluggy manager to itself: its hooks are called alone, and a wrong one spoils nobody else's.
"""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import pluggy

from editcheck import hookspecs
from editcheck.finder import Candidate, Origin
from editcheck.guard import Home, PluginError, home_of, told
from editcheck.near import did_you_mean
from editcheck.report import Failure
from editcheck.rule_check import problems_with_rules

if TYPE_CHECKING:
    from types import ModuleType

    from editcheck.annotation import Rule

__all__ = ["Plugin", "Roster", "hook_names", "load", "load_all", "plugin_of"]

_MARK = f"{hookspecs.PROJECT}_impl"


@dataclass(frozen=True)
class Plugin:
    """A plugin that is ready to be called: its hooks, and the rules that it declares."""

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

    def call(self, hook: str, **arguments: object) -> object:
        """Call one hook and return what it returns; None where the plugin does not implement it."""
        results: list[object] = getattr(self.manager.hook, hook)(**arguments)
        return results[0] if results else None


def load(candidate: Candidate) -> Plugin:
    """Import a candidate and return it ready to be called. Raises `PluginError`, whatever is wrong with it."""
    try:
        found = _imported(candidate)
    except (Exception, SystemExit) as error:
        home = (candidate.target,) if candidate.origin is Origin.FILE else ()
        raise PluginError(candidate.name, f"cannot be imported: {told(error, home)}") from error
    return plugin_of(found, candidate)


def plugin_of(found: object, candidate: Candidate) -> Plugin:
    """Make a plugin of an imported module or object. Raises `PluginError`."""
    if inspect.isclass(found):
        raise PluginError(candidate.name, f"{found.__name__} is a class; name a module or an instance")
    for problem in _hook_problems(found):
        raise PluginError(candidate.name, problem)
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(found, candidate.name)
    plugin = Plugin(candidate, manager, home_of(found))
    return replace(plugin, rules=_rules(plugin))


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
    for candidate in candidates:
        entering(candidate.name)
        try:
            plugin = load(candidate)
            _refuse_taken(plugin, owners)
        except PluginError as error:
            failures.append(Failure(error.plugin, "error", error.problem))
        else:
            plugins.append(plugin)
            owners.update((rule.id, plugin.name) for rule in plugin.rules)
    return Roster(tuple(plugins), tuple(failures))


def _refuse_taken(plugin: Plugin, owners: Mapping[str, str]) -> None:
    for rule in plugin.rules:
        if rule.id in owners:
            raise PluginError(plugin.name, f"rule {rule.id!r} is already declared by plugin {owners[rule.id]!r}")


@cache
def hook_names() -> tuple[str, ...]:
    """Return the names of all hooks, in the order of the contract."""
    return tuple(name for name, value in vars(hookspecs).items() if hasattr(value, f"{hookspecs.PROJECT}_spec"))


def _imported(candidate: Candidate) -> object:
    if candidate.origin is Origin.FILE:
        return _module_from(candidate)
    module, _, attribute = candidate.target.partition(":")
    found: object = importlib.import_module(module.strip())
    for name in filter(None, attribute.strip().split(".")):
        found = getattr(found, name)
    return found


def _module_from(candidate: Candidate) -> ModuleType:
    """Import a file under a name of its own, so that it can hide no installed module."""
    name = f"editcheck_local_{candidate.name}"
    spec = importlib.util.spec_from_file_location(name, candidate.target)
    if spec is None or spec.loader is None:
        raise ImportError(f"{candidate.target} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _hook_problems(found: object) -> Iterator[str]:
    """Yield what is wrong with a plugin's hooks: wrong names, missing marks, parameters that do not exist."""
    for name, function in _functions(found):
        marked = hasattr(function, _MARK)
        hook = (getattr(function, _MARK).get("specname") if marked else None) or name
        if marked and hook not in hook_names():
            yield f"there is no hook {hook!r}{did_you_mean(hook, hook_names())}"
        elif marked:
            yield from _parameter_problems(getattr(found, name), hook)
        elif name in hook_names():
            yield f"{name} is not marked with @editcheck.hookimpl, so it would never be called"


def _functions(found: object) -> Iterator[tuple[str, object]]:
    for name in sorted(dir(found)):
        value = inspect.getattr_static(found, name)
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        if inspect.isfunction(value):
            yield name, value


def _parameter_problems(function: Callable[..., object], hook: str) -> Iterator[str]:
    given = tuple(inspect.signature(getattr(hookspecs, hook)).parameters)
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is not inspect.Parameter.empty:
            if name in given:
                yield f"{hook}: {name} has a default value, and pluggy gives nothing to such a parameter; leave it out"
        elif name not in given:
            gives = f"it gives {', '.join(given)}" if given else "it gives none"
            yield f"{hook} has a parameter {name!r} that editcheck does not give ({gives}){did_you_mean(name, given)}"


def _rules(plugin: Plugin) -> tuple[Rule, ...]:
    try:
        declared = plugin.call("editcheck_rules")
        rules = tuple(declared) if isinstance(declared, Iterable) else () if declared is None else (declared,)
    except (Exception, SystemExit) as error:
        raise PluginError(plugin.name, f"editcheck_rules failed: {told(error, plugin.home)}") from error
    for problem in problems_with_rules(rules):
        raise PluginError(plugin.name, problem)
    return rules
