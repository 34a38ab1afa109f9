"""The worker: a process that loads the plugins and takes articles through them, watched by `editcheck.host.supervisor`.

It runs as `python -m editcheck.host.worker`, takes messages from its standard input and answers on its standard output.
Both are moved out of the plugins' reach first: what a plugin prints goes to standard error.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import time
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from editcheck.host.channel import Check, Entering, Load, Loaded, pack, read_frame, unpack
from editcheck.host.checking import check_article
from editcheck.host.guard import told
from editcheck.host.loading import Roster, load_all
from editcheck.host.surroundings import Surroundings
from editcheck.report import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from editcheck.host.checking import Outcome

__all__ = ["main"]

_Result = TypeVar("_Result")

#: Seconds that a plugin has to come to an end after the host is gone.
_GRACE = 2.0


def main() -> None:
    """Load what the host says and check articles until it closes the pipe."""
    reading, writing = _private_pipes()
    frames: SimpleQueue[bytes | None] = SimpleQueue()
    Thread(target=_listen, args=(reading, frames), daemon=True).start()
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - there is no path to speak of
        _Worker(writing, frames, nowhere.fileno()).serve()


class _Worker:
    """Answers the host's messages, and tells it of each plugin that is entered."""

    def __init__(self, writing: BinaryIO, frames: SimpleQueue[bytes | None], nowhere: int) -> None:
        self._writing = writing
        self._frames = frames
        self._nowhere = nowhere
        self._process = os.getpid()
        self._time_limit = 0.0
        self._entered: Entering | None = None
        self._surroundings = Surroundings()

    def serve(self) -> None:
        """Load the plugins, then take article after article."""
        load = self._next()
        if not isinstance(load, Load):
            return
        sys.path[:] = load.path
        self._time_limit = load.time_limit
        roster = self._unbroken(lambda: load_all(load.candidates, lambda name: self._entering(name, "its import")))
        if isinstance(roster, Failure):
            self._answer(roster)
            return
        self._surroundings = Surroundings()  # what a plugin sets up when it is imported may stay
        self._answer(Loaded(tuple(plugin.info for plugin in roster.plugins), roster.failures))
        while isinstance(job := self._next(), Check):
            self._answer(self._unbroken(partial(self._checked, job, roster)))

    def _unbroken(self, work: Callable[[], _Result]) -> _Result | Failure:
        """Return what some work gives, or a failure of the plugin that broke it off: the host tells of it."""
        try:
            return work()
        except BaseException as error:
            if self._entered is None:
                raise
            broken = f"{self._entered.doing} broke off everything: {told(error, ())}"
            return Failure(self._entered.plugin, "crash", broken)

    def _checked(self, job: Check, roster: Roster) -> Outcome:
        plugins = [plugin for plugin in roster.plugins if plugin.name not in job.without]
        outcome = check_article(plugins, job.article, job.facts, job.config, self._entering)
        self._surroundings.restore()
        return outcome

    def _next(self) -> object:
        frame = self._frames.get()
        self._entered = None
        return None if frame is None else unpack(frame)

    def _answer(self, message: object) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._send(message)

    def _entering(self, plugin: str, doing: str) -> None:
        """Tell the host, which ends a plugin that is late.

        Should the host be killed meanwhile, C code that lets no other Python run would go on for ever; faulthandler's
        watchdog needs no Python and ends the process in any case.
        """
        self._surroundings.restore()
        self._entered = Entering(plugin, doing)
        self._send(self._entered)
        faulthandler.dump_traceback_later(2 * self._time_limit + _GRACE, exit=True, file=self._nowhere)

    def _send(self, message: object) -> None:
        if os.getpid() != self._process:
            os._exit(0)  # a plugin has forked, and this is the child: it must not speak in its parent's name
        self._writing.write(pack(message))
        self._writing.flush()


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes from and to the host; plugins get an empty standard input, and standard error for output."""
    reading, writing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2 if sys.stderr is not None else nothing, 1)
    os.close(nothing)
    return reading, writing


def _listen(reading: BinaryIO, frames: SimpleQueue[bytes | None]) -> None:
    """Hand on what the host says; when it is gone, end, whatever a plugin is doing."""
    try:
        while True:
            frames.put(read_frame(reading))
    except EOFError:
        frames.put(None)
        time.sleep(_GRACE)
        os._exit(1)


if __name__ == "__main__":
    main()
