"""Authority files: who held which office when, for whom, and what we may say on their strength.

`popolo` reads a file (Popolo JSON, https://www.popoloproject.com), `model` answers questions, `names` compares names,
`importing` makes such files of lists that others publish.
"""

from __future__ import annotations

from editcheck.authority.model import Authority, Holder, Post, Term
from editcheck.authority.popolo import AuthorityError, authority_at, load_authority

__all__ = ["Authority", "AuthorityError", "Holder", "Post", "Term", "authority_at", "load_authority"]
