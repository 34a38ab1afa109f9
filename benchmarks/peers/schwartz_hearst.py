"""The algorithm of Schwartz and Hearst (2003) for abbreviations in brackets, by the package abbreviations."""

from __future__ import annotations

from typing import Any

from abbreviations import schwartz_hearst
from corpora import Sample
from systems import FoundAcronym


def find(sample: Sample[Any]) -> list[FoundAcronym]:
    """Return the pairs that it finds; it reads line by line, and of two long forms keeps the first."""
    pairs = schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=sample.text, first_definition=True)
    return [FoundAcronym(short, long) for short, long in pairs.items()]
