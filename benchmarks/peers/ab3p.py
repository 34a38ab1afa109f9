"""Ab3P (Sohn and others 2008), abbreviations in biomedical text, by the bindings of pyab3p."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from corpora import Sample
from pyab3p import Ab3p
from systems import FoundAcronym


def find(sample: Sample[Any]) -> list[FoundAcronym]:
    """Return the pairs that Ab3P finds."""
    with _quiet():
        pairs = _ab3p().get_abbrs(sample.text)
    return [FoundAcronym(each.short_form, each.long_form) for each in pairs]


@cache
def _ab3p() -> Any:
    return Ab3p()


def _has_word_lists() -> bool:
    """Whether it finds anything: the source distribution has pointers to its word lists in place of them."""
    with _quiet():
        return bool(_ab3p().get_abbrs("The emergency room (ER) was busy."))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep standard error silent: Ab3P writes whole articles there, and the held-out ones are not to be read."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)


if not _has_word_lists():
    raise ImportError("pyab3p was built without its word lists; the wheels for Python up to 3.12 have them")
