"""Every rule of the four checkers does what its own examples say."""

from __future__ import annotations

import importlib

import pytest

from editcheck.testing import ExampleCase, examples

CHECKERS = ("editcheck_acronyms", "editcheck_attribution", "editcheck_dates", "editcheck_roles")
CASES = [case for name in CHECKERS for case in examples(importlib.import_module(name))]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_example(case: ExampleCase) -> None:
    case.run()
