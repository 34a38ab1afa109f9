"""Where the project's example articles are."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of example articles."""
    return Path(__file__).resolve().parents[2] / "examples"
