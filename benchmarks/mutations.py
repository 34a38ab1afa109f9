"""How surely editcheck finds an error that was put into a published article, and how often a twin of it is reported.

usage: python benchmarks/mutations.py [--part work|check] [--rule RULE ...] [--limit N] [--seed S] [--json FILE]
       python benchmarks/mutations.py --misses N [--rule RULE ...]

One error at a time is planted in articles of PolNeAR (with their days of publication) and DWIE, N for each rule, one
in an article; how, for each rule, stands in planting/. Each error has a twin: an edit of the same kind that is none.

An error counts as found where the rule, or one that rules.md calls more telling, marks or points to a word of a
sentence in which the error is, and did not do so before. A twin counts as reported where any rule says something new in
such a sentence. --misses shows what was not found, and what was reported wrongly, with the text around.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any

from corpora import PARTS
from planting import PLANTED
from planting.papers import Case, Paper, Planted, Version, papers

import editcheck
from editcheck import Annotation, Article, Span

#: The shares that are aimed at: errors found, twins reported.
FOUND, REPORTED = 0.90, 0.05
#: So many characters of the text are shown around a miss.
_AROUND = 300


@dataclass(frozen=True)
class Tried:
    """A case and what came of it: whether the error was found, and what was said of the twin."""

    paper: Paper
    case: Case
    found: bool
    said: tuple[Annotation, ...]


def figures(tried: Sequence[Tried]) -> dict[str, Any]:
    """Return counts and shares of the cases of a rule."""
    planted = len(tried)
    found, reported = sum(each.found for each in tried), sum(bool(each.said) for each in tried)
    share, share_reported = (round(number / planted, 3) if planted else None for number in (found, reported))
    return {"planted": planted, "found": found, "share": share, "reported": reported, "share_reported": share_reported}


# Trying a case
# -------------


@dataclass(frozen=True)
class Heard:
    """What is said of the sentences in which a version's edits lie; `new` is what the paper itself was not told."""

    everything: tuple[Annotation, ...]
    new: tuple[Annotation, ...]


@lru_cache(maxsize=4096)
def _of_paper(paper: Paper, as_html: bool) -> tuple[tuple[str, str, Span], ...]:
    """Return what is said of a paper as it was published: the rule, the words that it marks and their place."""
    article = Version((), as_html=as_html).article(paper)
    return tuple((each.rule, article[each.span], each.span) for each in _checked(article))


def _checked(article: Article) -> tuple[Annotation, ...]:
    report = editcheck.check(article)
    if report.failures:
        raise SystemExit(f"a checker failed: {report.failures[0].message}")
    return report.annotations


def heard(paper: Paper, version: Version) -> Heard:
    """Check a version; return what is said of its places."""
    article = version.article(paper)
    places = [_sentence(article.text, each) for each in _places(article, paper, version)]
    there = tuple(
        each for each in _checked(article) if any(span.overlaps(place) for span in _marked(each) for place in places)
    )
    return Heard(there, tuple(each for each in there if not _is_old(each, article, paper, version)))


def _is_old(annotation: Annotation, article: Article, paper: Paper, version: Version) -> bool:
    """Whether the paper as it was published has the rule speak of the same words, or at the same place."""
    for rule, words, span in _of_paper(paper, version.as_html):
        moved = Span(*version.moved((span.start, span.end)))
        same_place = not version.as_html and moved.overlaps(annotation.span)
        if rule == annotation.rule and (same_place or words == article[annotation.span]):
            return True
    return False


def _marked(annotation: Annotation) -> Iterator[Span]:
    yield annotation.span
    yield from (each.span for each in annotation.related)


def _places(article: Article, paper: Paper, version: Version) -> Iterator[tuple[int, int]]:
    """Yield where the edits are in the text as editcheck reads it: on a page the blanks may be others."""
    text = version.text(paper)
    for start, end in version.marked:
        if not version.as_html:
            yield start, end
            continue
        begin = text.rfind("\n", 0, start) + 1
        line = " ".join(text[begin : text.find("\n", start) % (len(text) + 1)].split())
        at = article.text.find(line)
        if at >= 0:
            yield at + start - begin, at + end - begin
    yield from ((each.start, each.end) for each in (image.caption for image in article.images) if each)


_SENTENCE_END = re.compile(r"[.!?][”\"’]*\s+(?=[A-Z“\"])|\n")


def _sentence(text: str, place: tuple[int, int]) -> Span:
    """Return the sentence, or sentences, that a place touches, as marks and capitals tell."""
    ends = [each.end() for each in _SENTENCE_END.finditer(text, max(0, place[0] - 1000), place[0])]
    begin = ends[-1] if ends else max(0, place[0] - 1000)
    closing = _SENTENCE_END.search(text, max(place))
    return Span(begin, max(closing.start() + 1 if closing else len(text), begin))


def tried(rule: str, planted: Planted, paper: Paper, case: Case) -> Tried | None:
    """Try a case; None where the paper as it was published has the rule speak there, so that nothing can be told."""
    paper = case.paper or paper
    wanted = {rule, *planted.also}
    error = heard(paper, case.error)
    found = any(each.rule in wanted for each in error.new)
    if not found and any(each.rule in wanted for each in error.everything):
        return None
    return Tried(paper, case, found, heard(paper, case.twin).new)


def cases(rule: str, planted: Planted, read: Sequence[Paper], limit: int, seed: int) -> Iterator[Tried]:
    """Try one case of each paper that allows one, until there are enough."""
    left = limit
    for paper in read:
        case = next(iter(planted.planter(paper, Random(f"{seed} {rule} {paper.name}"))), None)
        outcome = tried(rule, planted, paper, case) if case and left else None
        if outcome is not None:
            left -= 1
            yield outcome


# What is printed
# ---------------


def print_table(by_rule: Mapping[str, Sequence[Tried]]) -> None:
    """Print a line for every rule, and how many rules reach the goals."""
    errors = f"{'':<34} {'planted':>8} {'found':>6} {'share':>6}   {'goal':<5}"
    print(f"{errors} {'twins':>6} {'reported':>9} {'share':>6}   goal")
    for rule, outcomes in by_rule.items():
        print(_row(rule, figures(outcomes)))
    everything = figures([each for outcomes in by_rule.values() for each in outcomes])
    print(_row("all", everything))


def _row(rule: str, of: Mapping[str, Any]) -> str:
    share, reported = of["share"], of["share_reported"]
    if share is None:
        return f"{rule:<34} {0:8}"
    told = (" " if share >= FOUND else "*", " " if reported <= REPORTED else "*")
    first = f"{rule:<34} {of['planted']:8} {of['found']:6} {share:6.2f}{told[0]}  {FOUND:<5.2f}"
    return f"{first} {of['planted']:6} {of['reported']:9} {reported:6.2f}{told[1]}  {REPORTED:.2f}"


def print_misses(by_rule: Mapping[str, Sequence[Tried]], number: int) -> None:
    """Print errors that were not found, and twins that were reported, with the text around."""
    for rule, outcomes in by_rule.items():
        for each in [each for each in outcomes if not each.found][:number]:
            print(f"\n{rule} MISSED in {each.paper.name}\n{_passages(each.paper, each.case.error)}")
        for each in [each for each in outcomes if each.said][:number]:
            said = "; ".join(f"{one.rule}: {one.message}" for one in each.said)
            print(f"\n{rule} TWIN in {each.paper.name}: {said}\n{_passages(each.paper, each.case.twin)}")


def _passages(paper: Paper, version: Version) -> str:
    text = version.text(paper)
    shown = (f"{text[max(0, a - _AROUND) : a]}[[{text[a:b]}]]{text[b : b + _AROUND]}" for a, b in version.marked[:3])
    return "\n".join("  > " + each.replace("\n", " ¶ ") for each in shown)


# The command
# -----------


def options() -> argparse.Namespace:
    """Parse the command line; no text of the held-out part is shown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, default="work", help="part of the corpora (default: work)")
    parser.add_argument("--rule", nargs="+", metavar="RULE", choices=[*PLANTED], help="these rules only")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="errors for each rule (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other articles and words (default: 1)")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses of each rule")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    wanted = parser.parse_args()
    if wanted.misses and wanted.part != "work":
        parser.error("--misses shows text, and only that of --part work may be looked at")
    return wanted


def main() -> None:
    """Run what the command line asks for."""
    wanted = options()
    read = papers(wanted.part)
    Random(wanted.seed).shuffle(read)
    by_rule = {
        rule: list(cases(rule, planted, read, wanted.limit, wanted.seed))
        for rule, planted in PLANTED.items()
        if not wanted.rule or rule in wanted.rule
    }
    print_table(by_rule)
    print_misses(by_rule, wanted.misses)
    if wanted.json:
        kept = {"part": wanted.part, "limit": wanted.limit, "seed": wanted.seed}
        rules = {rule: figures(outcomes) for rule, outcomes in by_rule.items()}
        wanted.json.write_text(json.dumps(kept | {"rules": rules}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
