"""What the words of a line show by themselves: whether it ends as a sentence does, whether it gives a day."""

from __future__ import annotations

import re

from editcheck.formats.dates import MONTH

__all__ = ["DATE_TEXT", "SENTENCE_END", "is_sentence"]

SENTENCE_END = re.compile(r"[.!?…。！？][”\"'’»)\]]*$")
#: A line that gives a day.
DATE_TEXT = re.compile(
    r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
    rf"|{MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}})\b",
    re.I,
)
_ABBREVIATION = re.compile(r"\b(?:[ap]\.m|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$")


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; "9 a.m." and "Oct." end with a point too."""
    return SENTENCE_END.search(text) is not None and _ABBREVIATION.search(text) is None
