"""What all tests share: the folder of real data, where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and real articles: EDITCHECK_SHARED, by default ../shared beside the project."""
    folder = (ROOT / os.environ.get("EDITCHECK_SHARED", "../shared")).resolve()
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder}: set EDITCHECK_SHARED to the folder that has it")
    return folder
