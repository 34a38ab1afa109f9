"""A file's new contents in one step: whoever reads it meanwhile, or pulls the plug, has the old or the new, whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from editcheck.cli.exits import Refused

__all__ = ["replace_file", "write_file"]


def replace_file(path: Path, raw: bytes) -> None:
    """Write a file anew, with its permissions; where the path is a link, what it points to. Raises `OSError`."""
    target = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
        if target.exists():
            shutil.copymode(target, name)
        os.replace(name, target)  # noqa: PTH105 - a path of the system's, made a moment ago
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_file(path: str, text: str) -> None:
    """Write a file of our own as UTF-8, whether it is there or not. Raises `Refused` where that cannot be done."""
    try:
        if os.path.lexists(path):
            replace_file(Path(path), text.encode())
        else:
            Path(path).write_bytes(text.encode())
    except OSError as error:
        raise Refused(f"{path}: cannot be written: {error.strerror}") from error
