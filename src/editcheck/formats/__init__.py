"""The formats of articles: one small module a format, which says how to recognise it and where its parts are.

`reading` finds the format and reads; `registry` has the list. `builder` and `flow` make an `Article` of a tree, what a
format's vocabulary says of its elements is all they know.
"""

from __future__ import annotations

from editcheck.formats.reading import read, read_all

__all__ = ["read", "read_all"]
