"""Whether a plugin's hooks are ones that editcheck calls: their names, their marks and their parameters."""

from __future__ import annotations

import inspect
from functools import cache
from typing import TYPE_CHECKING

from editcheck import hookspecs
from editcheck.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["hook_names", "problems_with_hooks"]

_PREFIX = f"{hookspecs.PROJECT}_"
_MARK = f"{_PREFIX}impl"
#: Parameters that pluggy leaves out.
_NOT_BY_POSITION = (
    inspect.Parameter.VAR_POSITIONAL,
    inspect.Parameter.VAR_KEYWORD,
    inspect.Parameter.KEYWORD_ONLY,
)


@cache
def hook_names() -> tuple[str, ...]:
    """Return the names of all hooks, in the order of the contract."""
    return tuple(name for name, value in vars(hookspecs).items() if hasattr(value, f"{_PREFIX}spec"))


def problems_with_hooks(plugin: object) -> Iterator[str]:
    """Yield what is wrong with the hooks of a module or object, each with the near miss where there is one."""
    for name, function in _functions(plugin):
        marked = hasattr(function, _MARK)
        hook = (getattr(function, _MARK).get("specname") if marked else None) or name
        if hook not in hook_names() and (marked or hook.startswith(_PREFIX)):
            yield f"there is no hook {hook!r}{did_you_mean(hook, hook_names())}"
        elif marked:
            yield from _parameter_problems(getattr(plugin, name), hook)
        elif name in hook_names():
            yield f"{name} is not marked with @editcheck.hookimpl, so it would never be called"


def _functions(plugin: object) -> Iterator[tuple[str, object]]:
    for name in sorted(dir(plugin)):
        value = inspect.getattr_static(plugin, name)
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        if inspect.isfunction(value):
            yield name, value


def _parameter_problems(function: Callable[..., object], hook: str) -> Iterator[str]:
    given = tuple(inspect.signature(getattr(hookspecs, hook)).parameters)
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        yield f"{hook} is declared with async, and editcheck awaits nothing; leave the word out"
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in _NOT_BY_POSITION:
            yield f"{hook}: {parameter} would be given nothing; name the parameters, without * and before any *"
        elif parameter.default is not inspect.Parameter.empty:
            if name in given:
                yield f"{hook}: {name} has a default value, so it would be given nothing; leave the default out"
        elif name not in given:
            gives = f"it gives {', '.join(given)}" if given else "it gives none"
            yield f"{hook} has a parameter {name!r} that editcheck does not give ({gives}){did_you_mean(name, given)}"
