"""What an output format is: a name, a line about it, and a function from reports to chunks of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from editcheck.report import Report

__all__ = ["Renderer", "Surface"]


@dataclass(frozen=True, slots=True)
class Surface:
    """Where the output goes: how many columns there are, and whether it takes colour and other characters than ASCII.

    Formats that machines read take no notice of it.
    """

    width: int = 100
    colour: bool = False
    unicode: bool = True


@dataclass(frozen=True, slots=True)
class Renderer:
    """An output format. `render` takes reports as they come and yields text as soon as it is final.

    The text is the same for the same reports and surface; what it says of several articles stands in their order.
    `for_people` says that it is read on a terminal, in whatever encoding that has; all else is UTF-8.
    """

    name: str
    summary: str
    render: Callable[[Iterable[Report], Surface], Iterator[str]]
    for_people: bool = False
