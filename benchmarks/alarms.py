"""How often editcheck speaks on copy that was edited and published, where nearly always it should not.

usage: python benchmarks/alarms.py [--part work|check] [--limit N] [--json FILE]
       python benchmarks/alarms.py --sample N --seed S --output FILE
       python benchmarks/alarms.py --judged FILE [FILE ...]

Runs every rule at its default setting over the articles of PolNeAR, with their days of publication, and of DWIE, which
has none. Prints how often each rule speaks, and the four goals.

--sample draws annotations at random and writes them with the text around them (Markdown), each with an empty verdict
and an empty cause, for somebody who judges as an editor would: "right" where he wants to be told, else "wrong". The
file holds text of the corpora and stays where it was made. --judged counts such files: right and wrong by rule, and the
wrong ones by cause, in tables that can be shown.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import corpora
from corpora import Part, Sample

from editcheck import Annotation, Article, BlockKind, Report, Severity, Span, check_many

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)
#: So many characters of the article are shown before and behind the words that a sample marks, and related ones.
AROUND, AROUND_RELATED = 400, 80
_JUDGED = re.compile(r"^## \d+\. (\S+) \((\w+)\).*?^verdict:(.*?)^cause:(.*?)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Goal:
    """What is aimed at. `reached` compares a figure with the limit; `figure` takes it from the counts."""

    what: str
    limit: float
    figure: Callable[[Counts], float]
    most: bool = True

    def told(self, counts: Counts) -> str:
        """Return a line with the figure, the limit, and whether it is kept."""
        figure = self.figure(counts)
        kept = figure <= self.limit if self.most else figure >= self.limit
        sign = "at most" if self.most else "at least"
        return f"{self.what:<48} {figure:7.3f}   {sign} {self.limit}: {'kept' if kept else 'NOT KEPT'}"


@dataclass(frozen=True)
class Counts:
    """What was said of some articles: annotations by severity and rule, and articles without error and warning."""

    articles: int
    quiet: int
    by_rule: Mapping[tuple[Severity, str], int]

    def of(self, severity: Severity) -> int:
        """Return how many annotations there are of a severity."""
        return sum(number for (each, _), number in self.by_rule.items() if each is severity)

    def per_article(self, number: int) -> float:
        """Return a number of annotations as so many an article."""
        return number / self.articles if self.articles else 0.0


GOALS = (
    Goal("errors an article, the true ones among them", 0.05, lambda each: each.per_article(each.of(Severity.ERROR))),
    Goal("warnings an article", 1.0, lambda each: each.per_article(each.of(Severity.WARNING))),
    Goal("suggestions an article", 5.0, lambda each: each.per_article(each.of(Severity.SUGGESTION))),
    Goal("share of articles without error and warning", 0.5, lambda each: each.per_article(each.quiet), most=False),
)


# The articles and what is said of them
# -------------------------------------


def articles(part: Part, limit: int | None) -> Iterator[Article]:
    """Yield the articles of both corpora, each with its name as its URI."""
    for sample in corpora.polnear(part)[:limit]:
        yield _article("polnear", sample, sample.title)
    for each in corpora.dwie(part)[:limit]:
        yield _with_deck(_article("dwie", each, each.text.partition("\n")[0]))


def _article(corpus: str, sample: Sample[Any], title: str | None) -> Article:
    return Article.from_text(sample.text, published=sample.published, title=title, uri=f"{corpus}/{sample.name}")


def _with_deck(article: Article) -> Article:
    """Say of DWIE's text what its layout says: a headline, a deck, then all of the body as one paragraph."""
    kinds = (BlockKind.HEADLINE, BlockKind.DECK) if len(article.blocks) > 2 else (BlockKind.HEADLINE,)
    top = tuple(replace(block, kind=kind) for block, kind in zip(article.blocks, kinds, strict=False))
    return replace(article, blocks=(*top, *article.blocks[len(top) :]))


def counted(reports: Iterable[Report]) -> Counts:
    """Count reports. Raises `SystemExit` where a checker failed: the figures would be too good."""
    number = quiet = 0
    by_rule: Counter[tuple[Severity, str]] = Counter()
    for report in reports:
        if report.failures:
            raise SystemExit(f"{report.article.uri}: {report.failures[0].message}")
        number += 1
        quiet += not any(each.severity.reaches(Severity.WARNING) for each in report.annotations)
        by_rule.update((each.severity, each.rule) for each in report.annotations)
    return Counts(number, quiet, by_rule)


def print_table(counts: Counts) -> None:
    """Print a line for every rule that spoke, by severity, and the goals."""
    print(f"{counts.articles} articles\n\n{'':<48} {'number':>7} {'an article':>11}")
    for severity in SEVERITIES:
        total = counts.of(severity)
        print(f"{severity.value + 's':<48} {total:7} {counts.per_article(total):11.3f}")
        rules = sorted((-number, rule) for (each, rule), number in counts.by_rule.items() if each is severity)
        for negative, rule in rules:
            print(f"  {rule:<46} {-negative:7} {counts.per_article(-negative):11.3f}")
    print()
    for goal in GOALS:
        print(goal.told(counts))


def as_json(part: Part, counts: Counts) -> Mapping[str, Any]:
    """Return the counts as they are kept: figures, no text."""
    rules = {rule: number for (_, rule), number in sorted(counts.by_rule.items(), key=lambda each: each[0][1])}
    severities = {each.value: counts.of(each) for each in SEVERITIES}
    return {"part": part, "articles": counts.articles, "quiet": counts.quiet, "severities": severities, "rules": rules}


# Samples for somebody to judge
# -----------------------------


def drawn(reports: Iterable[Report], number: int, seed: int) -> list[tuple[Article, Annotation]]:
    """Draw annotations at random, each as likely as the others, in the order of the articles."""
    everything = [(report.article, each) for report in reports for each in report.annotations]
    chosen = random.Random(seed).sample(range(len(everything)), min(number, len(everything)))
    return [everything[index] for index in sorted(chosen)]


def as_sheet(sample: Sequence[tuple[Article, Annotation]]) -> str:
    """Write a sample as Markdown, with room for the verdicts."""
    return "\n".join(_entry(number, *each) for number, each in enumerate(sample, start=1))


def _entry(number: int, article: Article, annotation: Annotation) -> str:
    lines = [
        f"## {number}. {annotation.rule} ({annotation.severity.value}) {article.uri}\n",
        f"{annotation.message}\n",
        f"> {_passage(article, annotation.span, AROUND)}\n",
        *(f"* {each.message}: {_passage(article, each.span, AROUND_RELATED)}\n" for each in annotation.related),
        "verdict:\ncause:\n",
    ]
    return "\n".join(lines)


def _passage(article: Article, span: Span, around: int) -> str:
    before, behind = article.text[max(0, span.start - around) : span.start], article.text[span.end : span.end + around]
    return f"{before}[[{article[span]}]]{behind}".replace("\n", " ¶ ")


def verdicts(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Yield rule, verdict and cause of each entry of a sheet. Raises `ValueError` for an entry without a verdict."""
    for number, found in enumerate(_JUDGED.finditer(sheet), start=1):
        rule, verdict, cause = found[1], found[3].strip(), found[4].strip()
        if verdict not in ("right", "wrong"):
            raise ValueError(f"entry {number}, {rule}: the verdict is {verdict!r}, not 'right' or 'wrong'")
        yield rule, verdict, cause


def print_verdicts(judged: Iterable[tuple[str, str, str]]) -> None:
    """Print right and wrong by rule, and what the wrong ones come from, as tables in Markdown."""
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    causes: Counter[tuple[str, str]] = Counter()
    for rule, verdict, cause in judged:
        by_rule[rule][verdict] += 1
        if verdict == "wrong":
            causes[rule, cause] += 1
    total = sum(by_rule.values(), Counter())
    print("| rule | right | wrong |\n| --- | ---: | ---: |")
    for rule, numbers in [*sorted(by_rule.items()), ("all", total)]:
        print(f"| {rule} | {numbers['right']} | {numbers['wrong']} |")
    print("\n| rule | cause of the wrong ones | number |\n| --- | --- | ---: |")
    for (rule, cause), number in sorted(causes.items(), key=lambda each: (-each[1], each[0])):
        print(f"| {rule} | {cause} | {number} |")


# The command
# -----------


def options() -> argparse.Namespace:
    """Parse the command line; no text of the held-out part is written anywhere."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=corpora.PARTS, default="work", help="part of the corpora (default: work)")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles of each corpus only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the counts to a file")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N annotations to be judged; needs --output")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another sample (default: 1)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the sample goes")
    parser.add_argument("--judged", type=Path, nargs="+", metavar="FILE", help="count judged samples")
    wanted = parser.parse_args()
    if wanted.sample is not None and wanted.part != "work":
        parser.error("--sample shows text, and only that of --part work may be looked at")
    if (wanted.sample is None) != (wanted.output is None):
        parser.error("--sample and --output go together")
    return wanted


def main() -> None:
    """Run what the command line asks for."""
    wanted = options()
    if wanted.judged:
        print_verdicts(each for file in wanted.judged for each in verdicts(file.read_text(encoding="utf-8")))
        return
    reports = check_many(articles(wanted.part, wanted.limit))
    if wanted.sample is not None:
        wanted.output.write_text(as_sheet(drawn(reports, wanted.sample, wanted.seed)), encoding="utf-8")
        return
    counts = counted(reports)
    print_table(counts)
    if wanted.json:
        wanted.json.write_text(json.dumps(as_json(wanted.part, counts), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
