"""What the commands of the benchmarks share: their options, the run over the samples, the table, the results file."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import charts
from corpora import PARTS, Sample
from systems import System, load

Figures = dict[str, float]


@dataclass(frozen=True)
class Case:
    """A sample by how much went wrong with it, and what, in words."""

    name: str
    errors: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a system reached: its figures in per cent by name, and its cases, for those who look for causes."""

    figures: Figures
    cases: Sequence[Case]


@dataclass
class Run:
    """A system at work over samples. One on which it fails counts as if it had said nothing; `failed` counts those."""

    system: System
    failed: int = 0
    seconds: float = field(default=0.0, repr=False)

    def over(self, samples: Sequence[Sample[Any]]) -> Iterator[tuple[Sample[Any], Sequence[Any]]]:
        """Yield each sample with the system's answers."""
        for sample in samples:
            began = time.perf_counter()
            try:
                answers = self.system.find(sample)
            except Exception as error:  # whatever a system dies of is its own loss
                self.failed += 1
                print(f"{self.system.name} failed on {sample.name}: {error!r}", file=sys.stderr)
                answers = ()
            self.seconds += time.perf_counter() - began
            yield sample, answers


#: Measures one system, over corpora that were read before.
Measure = Callable[[Run], Outcome]


def options(about: str) -> argparse.ArgumentParser:
    """Return the options that all commands have."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="work", help="part of the corpora (default: work)")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles of each corpus only")
    parser.add_argument("--peers", action="store_true", help="other systems, too, as far as they are installed")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file; systems there stay")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="write a bar chart of the figures (SVG)")
    parser.add_argument("--worst", type=int, metavar="N", default=0, help="list editcheck's N worst articles")
    return parser


def parse(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Parse the command line; the held-out part is never to be looked at."""
    wanted = parser.parse_args()
    if wanted.worst and wanted.part != "work":
        parser.error("--worst shows articles, and only those of --part work may be looked at")
    return wanted


def report(
    fact: str, wanted: argparse.Namespace, articles: Mapping[str, int], measure: Measure, chart: Sequence[str]
) -> None:
    """Measure editcheck, and its peers if wanted; print the table and write what was asked for.

    `articles` are the numbers of samples by corpus; `chart` names the figures that the bar chart shows.
    """
    measured = {system.name: measured_now(system, measure) for system in load(fact, wanted.peers)}
    results: dict[str, Any] = {"fact": fact, "part": wanted.part, "articles": dict(articles)}
    results["systems"] = {name: told for name, (told, _) in measured.items()}
    if wanted.json:
        results["systems"] |= measured_before(wanted.json, results)
        wanted.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    if wanted.figure:
        wanted.figure.write_text(charts.bar_chart(results, chart), encoding="utf-8")
    print_table(results)
    print_worst(measured["editcheck"][1], wanted.worst)


def measured_now(system: System, measure: Measure) -> tuple[dict[str, Any], Sequence[Case]]:
    """Measure a system; return what the results file has of it, and its cases."""
    run = Run(system)
    outcome = measure(run)
    print(f"{system.name}: {run.seconds:.1f} s, {run.failed} failed", file=sys.stderr)
    rounded = {name: round(figure, 1) for name, figure in outcome.figures.items()}
    return {"version": system.version, "failed": run.failed, "figures": rounded}, outcome.cases


def measured_before(file: Path, results: Mapping[str, Any]) -> dict[str, Any]:
    """Return the systems that a results file has and that were not measured now, if it is about the same articles.

    Peers do not change when editcheck does, and some of them are slow.
    """
    before = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    if any(before.get(key) != results[key] for key in ("fact", "part", "articles")):
        return {}
    return {name: each for name, each in before["systems"].items() if name not in results["systems"]}


def print_table(results: Mapping[str, Any]) -> None:
    """Print a line for every figure and a column for every system; a dash where a system does not tell."""
    systems = results["systems"]
    told = ", ".join(f"{corpus} {number}" for corpus, number in results["articles"].items())
    print(f"\n{results['fact']}, part {results['part']}: articles of {told}\n")
    names = list(dict.fromkeys(name for each in systems.values() for name in each["figures"]))
    width = max(map(len, names))
    print(" " * width + "".join(f"  {name:>16}" for name in systems))
    for name in names:
        row = (each["figures"].get(name) for each in systems.values())
        print(f"{name:<{width}}" + "".join(f"  {'-' if cell is None else format(cell, '.1f'):>16}" for cell in row))


def print_worst(cases: Sequence[Case], number: int) -> None:
    """Print the cases with the most errors, and all that is wrong with each."""
    for case in sorted(cases, key=lambda each: (-len(each.errors), each.name))[:number]:
        print(f"\n{case.name}: {len(case.errors)}")
        for error in case.errors:
            print("  " + " ".join(error.split()))
