"""What an article costs: spaCy's own pass, each kind of fact beside it, and the checkers.

usage: python benchmarks/speed.py [--articles N]

Reads plain-text news articles from EDITCHECK_SHARED (by default ../shared beside the project), corpora/polnear/text.
Processor time of one process, median of three rounds over all articles; spaCy's models are loaded and warm before.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from editcheck import Article, Config, analyze, check
from editcheck.facts import nlp
from editcheck.facts.acronyms import find_acronyms
from editcheck.facts.ages import find_ages
from editcheck.facts.dates import find_dates
from editcheck.facts.people import find_people
from editcheck.facts.quotation_marks import find_quoted
from editcheck.facts.quotations import find_quotations

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=40, help="how many articles (default: 40)")
    wanted = parser.parse_args().articles
    folder = (ROOT / os.environ.get("EDITCHECK_SHARED", "../shared")).resolve() / "corpora" / "polnear" / "text"
    paths = sorted(folder.glob("*.txt"))[:wanted]
    if not paths:
        sys.exit(f"no articles in {folder}: set EDITCHECK_SHARED to the folder that has corpora/")
    articles = [Article.from_text(path.read_text(encoding="utf-8"), published="2016-06-01") for path in paths]
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words / len(articles):.0f} words each; milliseconds an article\n")
    parsing = cost(articles, parse_afresh)
    report("spaCy's own pass", parsing, parsing)
    for name, work in kinds(articles):
        report(name, cost(articles, work), parsing)
    facts = cost(articles, lambda article: analyze(article))
    report("all facts, parsed before", facts, parsing)
    report("facts and checkers, parsed before", cost(articles, lambda article: check(article)), parsing)


def parse_afresh(article: Article) -> None:
    settings = Config().nlp
    nlp._memory(settings.model).clear()
    nlp.parse([article], settings)


def kinds(articles: list[Article]) -> list[tuple[str, Callable[[Article], object]]]:
    """Each kind of fact by itself, on what it rests on."""
    config = Config()
    sentences = {id(each): nlp.parse([each], config.nlp)[0] for each in articles}
    marks = {id(each): find_quoted(each).quoted for each in articles}
    people = {id(each): find_people(each, sentences[id(each)], marks[id(each)], config.house) for each in articles}
    return [
        ("quotation marks", find_quoted),
        ("people", lambda each: find_people(each, sentences[id(each)], marks[id(each)], config.house)),
        ("dates", lambda each: find_dates(each, sentences[id(each)], people[id(each)])),
        ("ages", lambda each: find_ages(each, sentences[id(each)], people[id(each)], marks[id(each)])),
        ("acronyms", lambda each: find_acronyms(each, sentences[id(each)], config.house)),
        (
            "quotations",
            lambda each: find_quotations(each, sentences[id(each)], marks[id(each)], people[id(each)], config.house),
        ),
    ]


def cost(articles: list[Article], work: Callable[[Article], object]) -> float:
    """Return the milliseconds of processor time that some work takes for an article."""
    work(articles[0])
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for article in articles:
            work(article)
        rounds.append(1000 * (time.process_time() - began) / len(articles))
    return statistics.median(rounds)


def report(name: str, milliseconds: float, parsing: float) -> None:
    print(f"{name:<36}{milliseconds:>9.1f}{milliseconds / parsing:>9.2f} of spaCy's pass")


if __name__ == "__main__":
    main()
