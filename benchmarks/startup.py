"""How long the command takes to start, and `import editcheck`: what everybody waits for before anything is checked.

Each figure is the median and the least of several runs in fresh processes, with what they ran on. A bare interpreter
is measured beside them. Run `python benchmarks/startup.py --help`.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What is measured, as arguments of the interpreter, and the bound in seconds that a run must keep, where there is one.
CASES: dict[str, tuple[list[str], float | None]] = {
    "python -c pass": (["-c", "pass"], None),
    "import editcheck": (["-c", "import editcheck"], 0.1),
    "editcheck --version": (["-m", "editcheck", "--version"], 0.15),
    "editcheck --help": (["-m", "editcheck", "--help"], 0.15),
    "editcheck check --help": (["-m", "editcheck", "check", "--help"], 0.15),
}
#: What none of them may import: it costs more than all else together.
HEAVY = ("jsonschema", "justhtml", "lxml", "pluggy", "rich", "spacy")


def seconds(arguments: Sequence[str], runs: int) -> list[float]:
    """Return how long each run of the interpreter takes; the first one, which fills the caches, is not counted."""
    taken = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return taken[1:]


def heavy_imports(arguments: Sequence[str]) -> list[str]:
    """Return which of the heavy packages a run imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.decode().splitlines()}
    return [name for name in HEAVY if name in imported]


def measure(runs: int) -> list[dict[str, object]]:
    """Return one row for each case."""
    rows: list[dict[str, object]] = []
    for name, (arguments, bound) in CASES.items():
        taken = seconds(arguments, runs)
        median = statistics.median(taken)
        rows.append(
            {
                "case": name,
                "median": round(median, 4),
                "least": round(min(taken), 4),
                "bound": bound,
                "kept": bound is None or median < bound,
                "heavy": heavy_imports(arguments),
            }
        )
    return rows


def main() -> int:
    """Print the figures; the exit code is 1 where a bound is not kept or something heavy is imported."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15, help="runs of each case (default: 15)")
    parser.add_argument("--json", action="store_true", help="write JSON")
    options = parser.parse_args()
    rows = measure(options.runs)
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    if options.json:
        print(json.dumps({"machine": machine, "runs": options.runs, "cases": rows}, indent=2))
    else:
        print(f"{machine}; {options.runs} runs each, milliseconds")
        print(f"{'':24}{'median':>8}{'least':>8}{'bound':>8}")
        for row in rows:
            bound = f"{row['bound'] * 1000:.0f}" if isinstance(row["bound"], float) else ""
            told = " ".join(["" if row["kept"] else "  TOO SLOW", *(f"imports {name}" for name in row["heavy"])])
            print(f"{row['case']:24}{row['median'] * 1000:8.1f}{row['least'] * 1000:8.1f}{bound:>8}{told}")
    return 0 if all(row["kept"] and not row["heavy"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
