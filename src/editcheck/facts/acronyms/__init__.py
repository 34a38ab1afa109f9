"""Acronyms: the short forms of an article, what they stand for, and where the text says so.

`shapes` knows what a short form looks like, `refusals` what only looks like one, `known` what needs no explanation.
`brackets`, `phrases` and `markup` find the places where the text ties a short form to a long one; `letters` tells
whether the letters of the one are in the words of the other, and `strategies` what that is worth. `expansions` finds
long forms that stand untied; `gather` puts it together.
"""

from __future__ import annotations

from editcheck.facts.acronyms.gather import find_acronyms

__all__ = ["find_acronyms"]
