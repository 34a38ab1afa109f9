"""All facts of an article, in the order in which they rest on one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from editcheck.article import Article, Notice
from editcheck.config import Config
from editcheck.facts.acronyms import find_acronyms
from editcheck.facts.dates import find_dates
from editcheck.facts.model import Facts, Sentence
from editcheck.facts.nlp import parse
from editcheck.facts.people import find_people
from editcheck.facts.quotation_marks import find_quoted
from editcheck.facts.quotations import find_quotations

__all__ = ["facts_of"]

#: Articles that share a batch of the parser; more would only delay the first report.
_TOGETHER = 16


def facts_of(articles: Iterable[Article], config: Config) -> Iterator[Facts]:
    """Yield the facts of each article, in order."""
    queue = iter(articles)
    while batch := list(islice(queue, _TOGETHER)):
        english = [article for article in batch if article.reads_english]
        parsed = iter(parse(english, config.nlp))
        for article in batch:
            yield _facts(article, next(parsed), config) if article.reads_english else _without_english(article, config)


def _facts(article: Article, sentences: tuple[Sentence, ...], config: Config) -> Facts:
    marks = find_quoted(article)
    people = find_people(article, sentences, marks.quoted, config.house)
    dates, ranges = find_dates(article, sentences)
    quotations, quoted = find_quotations(article, sentences, marks.quoted, people)
    return Facts(
        sentences=sentences,
        quotations=quotations,
        people=people,
        acronyms=find_acronyms(article, sentences, config.house),
        dates=dates,
        quoted=quoted,
        quote_mark_problems=marks.problems,
        date_ranges=ranges,
    )


def _without_english(article: Article, config: Config) -> Facts:
    notice = Notice(
        "language-not-read",
        f"the article is in {article.language!r}; editcheck reads English, so only acronyms tied by brackets are looked at",
    )
    return Facts(acronyms=find_acronyms(article, (), config.house), notices=(notice,))
