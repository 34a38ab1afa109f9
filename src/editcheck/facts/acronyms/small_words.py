"""The small words that acronyms pass over, in English and in the languages of names that English articles have."""

from __future__ import annotations

__all__ = ["SMALL_WORDS"]

_ENGLISH = "a an and as at by for from in into is of on or over per the to upon via vs with within without"
_FOREIGN = "da das de del della der des di die do dos du e el en et für la las le les los pour sur und van von y"

SMALL_WORDS = frozenset((*_ENGLISH.split(), *_FOREIGN.split()))
