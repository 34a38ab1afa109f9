"""Repairs: from what a checker suggests to a mended source, in which nothing else is touched.

`edits` says which characters of the file an edit of the readable text overwrites, `choosing` which of the suggestions
are taken, `fixing` writes them into the source until nothing is left to do.
"""

from __future__ import annotations

from editcheck.repairs.choosing import ConfirmationError, Repair
from editcheck.repairs.fixing import Fixed, fix

__all__ = ["ConfirmationError", "Fixed", "Repair", "fix"]
