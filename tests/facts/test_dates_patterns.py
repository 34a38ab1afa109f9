"""Every pattern of the grammar of time is right about its own examples (facts/data/dates_*.toml)."""

from __future__ import annotations

import pytest

import editcheck
from editcheck.facts.dates.lexicon import read_data
from editcheck.facts.dates.patterns import PATTERN_FILES

#: A Wednesday.
TOLD_ON = "2016-10-12"


def _examples():
    for name in PATTERN_FILES:
        for pattern in read_data(name)["pattern"]:
            for text, value in pattern.get("examples", ()):
                yield pytest.param(text, value, id=f"{name}: {text}")


@pytest.mark.parametrize(("marked", "value"), list(_examples()))
def test_example(marked, value):
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    facts = editcheck.analyze(editcheck.Article.from_text(text, published=TOLD_ON))
    values = value.split()
    if len(values) == 2:
        ranges = {(each.span.start, each.span.end): each for each in facts.date_ranges}
        assert (start, end) in ranges
        found = ranges[start, end]
        assert [facts.dates[found.begin].value, facts.dates[found.end].value] == values
    else:
        assert {(each.span.start, each.span.end): each.value for each in facts.dates}.get((start, end)) == value


def test_every_pattern_that_makes_a_time_has_an_example():
    for name in PATTERN_FILES:
        for pattern in read_data(name)["pattern"]:
            if pattern["gives"].split()[0] in ("DATE", "TIME", "DURATION", "SET", "RANGE"):
                assert pattern["examples"], pattern["words"]
