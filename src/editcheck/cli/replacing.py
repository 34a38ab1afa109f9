"""A file's new contents in one step: whoever reads it meanwhile, or pulls the plug, has the old or the new, whole."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from editcheck.cli.exits import Refused

__all__ = ["ChangedError", "replace_file", "write_file"]


def replace_file(path: Path, raw: bytes, *, before: bytes | None = None) -> None:
    """Write a file anew, with its permissions and its owner; where the path is a link, what it points to.

    `before` is what the file held when it was read. Raises `OSError`, also for a file that may not be written, and
    `ChangedError` where somebody else has written it since.
    """
    target = Path(os.path.realpath(path))
    there = target.exists()
    if there and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    descriptor, name = tempfile.mkstemp(prefix=".editcheck-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        _as_the_other(name, target if there else None)
        if before is not None and target.read_bytes() != before:
            raise ChangedError(str(path))
        os.replace(name, target)  # noqa: PTH105 - a path of the system's, made a moment ago
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class ChangedError(Exception):
    """A file that somebody wrote while it was being worked on."""


def _as_the_other(name: str, target: Path | None) -> None:
    """Give a file the permissions of the one whose place it takes, and its owner, as far as we may; or those of new."""
    if target is None:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)  # noqa: PTH101 - as above
        return
    if hasattr(os, "chown"):
        found = target.stat()
        with suppress(PermissionError):
            os.chown(name, found.st_uid, found.st_gid)
    shutil.copymode(target, name)


def write_file(path: str, text: str) -> None:
    """Write a file of our own as UTF-8, whether it is there or not. Raises `Refused` where that cannot be done."""
    try:
        if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - a device, a pipe: nothing to replace
            Path(path).write_bytes(text.encode())
        else:
            replace_file(Path(path), text.encode())
    except OSError as error:
        raise Refused(f"{path}: cannot be written: {error.strerror}") from error
