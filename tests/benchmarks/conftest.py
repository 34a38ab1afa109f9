"""The benchmarks are scripts, not a package: their folder goes where Python looks for modules, as running one does."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "benchmarks"))
