"""Whether a value is built as its dataclass says, of plain parts only: what plugins give is checked by this.

What passes compares, pickles and prints without running a line of the plugin's code.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from editcheck.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["misfit"]

#: Names that the dataclasses' own modules may import for type checkers only.
_NAMES = {"Span": Span}


def misfit(value: object, kind: object, name: str = "it") -> str | None:
    """Return a clause about the first part of a value that is not of its kind ("good is a list ..."), or None.

    `kind` is a type as an annotation names it: a class, a union, a tuple of such. Subclasses do not pass.
    """
    return next(_misfits(value, kind, name), None)


def _misfits(value: object, kind: object, name: str) -> Iterator[str]:
    if get_origin(kind) in (Union, UnionType):
        if all(misfit(value, each) for each in get_args(kind)):
            yield _says(value, kind, name)
    elif get_origin(kind) is tuple:
        yield from _in_tuple(value, kind, name)
    elif type(value) is not kind and not (kind is float and type(value) is int):
        yield _says(value, kind, name)
    elif isinstance(value, str):
        if not _encodable(value):
            yield f"{name} has half of a surrogate pair, which no file can hold"
    elif isinstance(kind, type) and is_dataclass(kind):
        for field, hint in _fields(kind).items():
            yield from _misfits(getattr(value, field), hint, field)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _in_tuple(value: object, kind: object, name: str) -> Iterator[str]:
    kinds = get_args(kind)
    if type(value) is not tuple or (kinds[-1] is not ... and len(value) != len(kinds)):
        yield _says(value, kind, name)
        return
    for index, part in enumerate(value):
        yield from _misfits(part, kinds[0] if kinds[-1] is ... else kinds[index], f"a part of {name}")


@cache
def _fields(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, localns=_NAMES)


def _says(value: object, kind: object, name: str) -> str:
    return f"{name} is {type(value).__name__} where {_shown(kind)} belongs"


def _shown(kind: object) -> str:
    if isinstance(kind, type) and get_origin(kind) is None:
        return "None" if kind is type(None) else kind.__name__
    if get_origin(kind) is tuple:
        return f"tuple[{', '.join('...' if each is ... else _shown(each) for each in get_args(kind))}]"
    return " or ".join(_shown(each) for each in get_args(kind))
