"""Ab3P (Sohn and others 2008), abbreviations in biomedical text, by the bindings of pyab3p."""

from __future__ import annotations

from functools import cache
from typing import Any

from corpora import Sample
from pyab3p import Ab3p
from systems import FoundAcronym


@cache
def _ab3p() -> Any:
    return Ab3p()


def find(sample: Sample[Any]) -> list[FoundAcronym]:
    """Return the pairs that Ab3P finds."""
    return [FoundAcronym(each.short_form, each.long_form) for each in _ab3p().get_abbrs(sample.text)]
