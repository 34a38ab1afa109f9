"""Write the tables and charts of docs/facts.md anew, from the figures in benchmarks/results.

usage: python benchmarks/table.py [--check]

A table stands between two comments, <!-- figures: NAME --> and <!-- end of figures -->: NAME is "goals" for that of
goals.toml, or a kind of fact, for all its figures on the held-out part by system. With --check nothing is written, and
the exit code is 1 where something would have been.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from charts import bar_chart

ROOT = Path(__file__).resolve().parent.parent
FACTS = ("quotations", "people", "dates", "acronyms")
_TABLE = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end of figures -->)", re.DOTALL)

Results = Mapping[str, Any]
#: Returns the results of a kind of fact on a part of the corpora.
Read = Callable[[str, str], Results]


def read(fact: str, part: str) -> Results:
    """Read a results file."""
    file = ROOT / "benchmarks" / "results" / f"{fact}-{part}.json"
    results: Results = json.loads(file.read_text(encoding="utf-8"))
    return results


def markdown(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown: words at the left, the rest at the right."""
    head = list(head)
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *rows))


def goals(results: Read) -> str:
    """Return the table of goals.toml, with editcheck's figures on both parts."""
    rows = tomllib.loads((ROOT / "benchmarks" / "goals.toml").read_text(encoding="utf-8"))["row"]
    head = ["what is measured", "goal", "editcheck, worked with", "editcheck, held out", "best other"]
    return markdown(head, (_goal(row, results) for row in rows))


def _goal(row: Mapping[str, Any], results: Read) -> list[str]:
    other = f"{row['other']} ({row['by']})" if row["by"] else row["other"]
    cells = row.get("judged") or [_cell(row, results(row["fact"], part)) for part in ("work", "check")]
    return [row["what"], " / ".join(map(str, row["goal"])), *cells, other]


def _cell(row: Mapping[str, Any], results: Results) -> str:
    """Return editcheck's figures for a row; those that reach the goal are bold."""
    figures = results["systems"]["editcheck"]["figures"]
    told = zip((figures[name] for name in row["figures"]), row["goal"], strict=True)
    return " / ".join(f"**{figure}**" if figure >= goal else f"{figure}" for figure, goal in told)


def by_system(results: Results) -> str:
    """Return all figures of a results file, a column for every system."""
    systems = results["systems"]
    names = dict.fromkeys(name for each in systems.values() for name in each["figures"])
    head = ["", *(f"{name} {each['version']}" for name, each in systems.items())]
    return markdown(head, ([name, *(_told(each["figures"].get(name)) for each in systems.values())] for name in names))


def _told(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.1f}"


def filled(page: str, results: Read) -> str:
    """Return a page with all its tables made anew."""

    def table(found: re.Match[str]) -> str:
        made = goals(results) if found[2] == "goals" else by_system(results(found[2], "check"))
        return f"{found[1]}\n{made}\n{found[3]}"

    return _TABLE.sub(table, page)


def made() -> dict[Path, str]:
    """Return what the page and the charts should be, by file."""
    page = ROOT / "docs" / "facts.md"
    files = {page: filled(page.read_text(encoding="utf-8"), read)}
    for fact in FACTS:
        chart = importlib.import_module(fact).CHART
        files[ROOT / "docs" / "images" / f"{fact}.svg"] = bar_chart(read(fact, "check"), chart)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell what is not as the results have it")
    wanted = parser.parse_args()
    stale = [(file, text) for file, text in made().items() if not file.exists() or file.read_text("utf-8") != text]
    for file, text in stale:
        print(file.relative_to(ROOT))
        if not wanted.check:
            file.write_text(text, encoding="utf-8")
    sys.exit(bool(stale and wanted.check))


if __name__ == "__main__":
    main()
