"""Errors to be planted in published articles, a module for each family of rules; each with a twin that is no error.

A planter takes a paper and yields places where its error can be put in, best first. Places are chosen from simple
patterns and from what the corpora's annotators marked, never from what editcheck finds: the error must be there whether
it is seen or not.
"""

from __future__ import annotations

from planting import acronyms, dates, marks, roles, sources

PLANTED = {**sources.PLANTED, **marks.PLANTED, **roles.PLANTED, **acronyms.PLANTED, **dates.PLANTED}
