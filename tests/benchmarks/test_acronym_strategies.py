"""What a strategy is worth: right definitions are counted by how their letters were found."""

from __future__ import annotations

from acronym_strategies import count
from acronyms import folded_pairs
from corpora import Sample


def test_definitions_are_counted_by_strategy_right_and_wrong():
    text = "The Harbor Safety Board (HSB) met. The Board for Coast Rescue (BCR) did not."
    counts = count([Sample("quay", text, folded_pairs([("HSB", "Harbor Safety Board")]))])
    found = {(strategy, right): number for (strategy, _, right), number in counts.items()}
    assert found == {("initials", True): 1, ("function-words-skipped", False): 1}
