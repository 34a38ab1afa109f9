"""What host and worker say to one another: pickles over a pair of pipes, each with its length before it."""

from __future__ import annotations

import pickle
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from editcheck.article import Article
    from editcheck.config import Config
    from editcheck.facts.model import Facts
    from editcheck.host.finder import Candidate
    from editcheck.host.loading import PluginInfo
    from editcheck.report import Failure

__all__ = ["Check", "Entering", "Load", "Loaded", "pack", "read_frame", "unpack"]

_LENGTH = struct.Struct(">Q")
#: No message is longer: a length beyond it means that somebody else wrote to the pipe.
_LONGEST = 1 << 33


@dataclass(frozen=True, slots=True)
class Load:
    """To the worker, once: the folders to import from, the plugins, and the seconds that each has."""

    path: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    time_limit: float


@dataclass(frozen=True, slots=True)
class Loaded:
    """From the worker, once: the plugins that can be called, and why the others cannot."""

    plugins: tuple[PluginInfo, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """To the worker: an article to check, and the plugins that are left out. The answer is an `Outcome`."""

    article: Article
    facts: Facts
    config: Config
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entering:
    """From the worker: from now on it is in this plugin, doing this ("its import", a hook's name)."""

    plugin: str
    doing: str


def pack(message: object) -> bytes:
    """Return a message as it goes through the pipe, its length before it."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def unpack(data: bytes) -> object:
    """Return the message whose pickle this is."""
    return pickle.loads(data)  # noqa: S301 - from our own host or worker, which keeps plain values only (`plain`)


def read_frame(stream: BinaryIO) -> bytes:
    """Read the pickle of one message. Raises `EOFError` where the other end is closed or what comes is no message."""
    length: int = _LENGTH.unpack(_read(stream, _LENGTH.size))[0]
    if length > _LONGEST:
        raise EOFError("not a message")
    return _read(stream, length)


def _read(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("the other end is closed")
    return data
