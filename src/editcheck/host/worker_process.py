"""The worker as the host sees it: a process to send messages to, to wait for with a limit, and to end for certain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

from editcheck.host.channel import pack, read_frame, unpack

__all__ = ["Late", "WorkerError", "WorkerGone", "WorkerProcess"]

#: Seconds for a process to end by itself, once nobody speaks to it any more.
_PATIENCE = 1.0


class WorkerError(RuntimeError):
    """There can be no worker process: what stands in the way is the machine's, not a plugin's."""


class Late(Exception):  # noqa: N818 - a signal between two functions, never an error that anybody sees
    """Nothing came within the limit."""


class WorkerGone(Exception):  # noqa: N818
    """The worker ended; the message says how."""


class WorkerProcess:
    """A worker process. It ends with this object, or with the interpreter, at the latest.

    Two threads carry the messages, so that neither waiting nor sending can hang on a worker that does.
    """

    def __init__(self) -> None:
        if not sys.executable:
            raise WorkerError("the worker process cannot be started: this Python does not know its own program")
        command = [sys.executable, "-P", "-m", "editcheck.host.worker"]
        try:
            # In a session of its own: an interrupt from the keyboard is the host's to answer.
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise WorkerError(f"the worker process cannot be started: {error}") from error
        self._outgoing: SimpleQueue[bytes | None] = SimpleQueue()
        self._incoming: SimpleQueue[bytes | None] = SimpleQueue()
        threads = (
            Thread(target=_write, args=(self._process.stdin, self._outgoing), daemon=True),
            Thread(target=_read, args=(self._process.stdout, self._incoming), daemon=True),
        )
        for thread in threads:
            thread.start()
        self._owner = os.getpid()
        self._end = weakref.finalize(self, _end, self._process, self._outgoing, threads, self._owner)

    @property
    def usable(self) -> bool:
        """Whether messages can be sent: it lives, and belongs to this process, not to one that it was forked from."""
        return self._end.alive and self._owner == os.getpid() and self._process.poll() is None

    def send(self, message: object) -> None:
        """Send a message; whether it arrives shows in the answer."""
        self._outgoing.put(pack(message))

    def receive(self, limit: float) -> object:
        """Return the next message. Raises `Late` after `limit` seconds, `WorkerGone` where the worker has ended."""
        try:
            frame = self._incoming.get(timeout=limit)
        except Empty:
            if self._process.poll() is None:
                raise Late from None
            frame = None  # it is dead, and something that it started holds the pipe
        if frame is None:
            raise WorkerGone(self._how_it_ended())
        return unpack(frame)

    def kill(self) -> None:
        """End the process at once, with everything that it started."""
        if self._owner == os.getpid():
            self._process.kill()
        self._end()

    def _how_it_ended(self) -> str:
        try:
            status = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            return "broke the worker's pipe"
        if status >= 0:
            return f"left the interpreter with exit status {status}"
        return f"crashed: the interpreter was ended by {_signal_name(-status)}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _write(stream: BinaryIO, outgoing: SimpleQueue[bytes | None]) -> None:
    """Send what is queued, until None comes or the worker is gone (which its silence tells)."""
    with suppress(BrokenPipeError), stream:
        while (frame := outgoing.get()) is not None:
            stream.write(frame)
            stream.flush()


def _read(stream: BinaryIO, incoming: SimpleQueue[bytes | None]) -> None:
    """Queue what comes; None says that nothing more will, for whatever reason."""
    try:
        with suppress(EOFError), stream:
            while True:
                incoming.put(read_frame(stream))
    finally:
        incoming.put(None)


def _end(
    process: subprocess.Popen[bytes], outgoing: SimpleQueue[bytes | None], threads: tuple[Thread, ...], owner: int
) -> None:
    """Let a worker end, help it after a while, and leave neither a zombie nor an open pipe."""
    if owner != os.getpid():
        return
    outgoing.put(None)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):  # the usual case: nothing of its group is left
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    for thread in threads:
        thread.join(_PATIENCE)
