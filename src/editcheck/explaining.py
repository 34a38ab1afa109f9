"""What is told of a rule beside its own words, on the terminal and in docs/rules alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.annotation import Example, OptionValue

__all__ = ["USUAL_DAY", "circumstances", "toml_value"]

#: The day of publication of examples that do not say another: the default of `Example`.
USUAL_DAY = "2024-10-24"


def circumstances(example: Example) -> Iterator[str]:
    """Yield what an example depends on besides its text: headline, a day of publication not the usual one, options."""
    if example.title:
        yield f"headline: {example.title}"
    if example.published is None:
        yield "without a day of publication"
    elif example.published != USUAL_DAY:
        yield f"published {example.published}"
    if example.authority:
        yield "with an authority file"
    yield from (f"{name} = {toml_value(value)}" for name, value in example.options)


def toml_value(value: OptionValue) -> str:
    """Return an option's value as TOML has it, which is as JSON has it."""
    return json.dumps(value, ensure_ascii=False)
