"""How well the article's body is found on real pages, beside readability-lxml and trafilatura.

The measure is that of the article-extraction-benchmark (scrapinghub, MIT): shingles of four words, counted; precision
and recall are the means over the pages, F1 is made of the two means. Run `python benchmarks/bodies.py --help`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"\w+")
_SHINGLE = 4

Extractor = Callable[[bytes], str]


@dataclass(frozen=True)
class Score:
    """How one page's body agrees with the true one: the shares of shingles that are right, too many, missing."""

    page: str
    right: float
    excess: float
    missing: float

    @property
    def precision(self) -> float:
        """The share of what was taken that belongs to the article; nothing wanted and nothing taken is right."""
        taken = self.right + self.excess
        return self.right / taken if taken else float(not self.missing)

    @property
    def recall(self) -> float:
        """The share of the article that was taken."""
        wanted = self.right + self.missing
        return self.right / wanted if wanted else float(not self.excess)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean of two shares, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text; a shorter text is one run."""
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)))


def score(page: str, true: str, found: str) -> Score:
    """Compare a body that was found with the true one; long pages weigh no more than short ones."""
    wanted, taken = shingles(true), shingles(found)
    right, excess, missing = ((part).total() for part in (wanted & taken, taken - wanted, wanted - taken))
    whole = (right + excess + missing) or 1
    return Score(page, right / whole, excess / whole, missing / whole)


def summary(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a set of pages; a page with nothing taken has no precision to count."""
    precision = statistics.mean(each.precision for each in scores if each.right + each.excess)
    recall = statistics.mean(each.recall for each in scores if each.right + each.missing)
    return precision, recall, harmonic(precision, recall)


def with_editcheck(page: bytes) -> str:
    """Return the running text that editcheck reads."""
    import editcheck

    article = editcheck.read(page, format="html")
    return "\n".join(article[block.span] for block in article.blocks if block.in_body)


def with_readability(page: bytes) -> str:
    """Return what readability-lxml keeps; a blank between all text nodes gives it a better score than none."""
    from lxml import html
    from readability import Document

    kept = Document(page.decode("utf-8", "replace")).summary(html_partial=True)
    return " ".join(html.fragment_fromstring(kept, create_parent=True).itertext())


def with_trafilatura(page: bytes) -> str:
    """Return what trafilatura extracts, without comments, as the benchmark runs it."""
    import trafilatura

    return trafilatura.extract(page.decode("utf-8", "replace"), include_comments=False) or ""


EXTRACTORS: dict[str, Extractor] = {
    "editcheck": with_editcheck,
    "readability-lxml": with_readability,
    "trafilatura": with_trafilatura,
}


def held_out(page: str) -> bool:
    """Whether a page belongs to the quarter that is not looked at while working on the reader."""
    return hashlib.sha256(page.encode()).digest()[0] % 4 == 0


def run(extractor: Extractor, pages: Sequence[Path], truth: dict[str, dict[str, str]]) -> tuple[list[Score], float]:
    """Score an extractor on pages; an error counts as nothing found. Returns the scores and the seconds it took."""
    scores = []
    started = time.perf_counter()
    for page in pages:
        try:
            found = extractor(page.read_bytes())
        except (ValueError, TypeError) as error:
            print(f"{page.name}: {error}")
            found = ""
        scores.append(score(page.stem, truth[page.stem]["articleBody"], found))
    return scores, time.perf_counter() - started


def main() -> None:
    """Print the table, and the worst pages of the first extractor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pages", type=Path, help="folder with the pages and ground-truth.json")
    parser.add_argument("--part", choices=["work", "check", "all"], default="work", help="default: work")
    parser.add_argument("--only", choices=sorted(EXTRACTORS), action="append", help="extractors to run, default all")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst pages to list")
    arguments = parser.parse_args()
    truth = json.loads((arguments.pages / "ground-truth.json").read_text(encoding="utf-8"))
    wanted = {"work": (False,), "check": (True,), "all": (False, True)}[arguments.part]
    pages = [page for page in sorted(arguments.pages.glob("*.html")) if held_out(page.stem) in wanted]
    print(f"{len(pages)} pages\n{'':<20}precision  recall  F1     seconds")
    listed: list[Score] = []
    for name in arguments.only or EXTRACTORS:
        scores, seconds = run(EXTRACTORS[name], pages, truth)
        precision, recall, f1 = summary(scores)
        print(f"{name:<20}{precision:.3f}      {recall:.3f}   {f1:.3f}  {seconds:.1f}")
        listed = listed or sorted(scores, key=lambda each: each.f1)[: arguments.worst]
    for each in listed:
        print(f"  {each.page}  precision {each.precision:.3f}  recall {each.recall:.3f}  {truth[each.page]['url']}")


if __name__ == "__main__":
    main()
