"""All facts of an article, in the order in which they rest on one another."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from editcheck.article import Article, Notice
from editcheck.facts.acronyms import find_acronyms
from editcheck.facts.ages import find_ages
from editcheck.facts.dates import find_dates
from editcheck.facts.language import language_of, reads_english
from editcheck.facts.model import Facts, Sentence
from editcheck.facts.nlp import parse
from editcheck.facts.people import find_people
from editcheck.facts.quotation_marks import find_quoted
from editcheck.facts.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.config import Config

__all__ = ["facts_of"]

#: Articles that share a batch of the parser; more would only delay the first report.
_TOGETHER = 16


def facts_of(articles: Iterable[Article], config: Config) -> Iterator[Facts | Exception]:
    """Yield the facts of each article, in order; for one that breaks the analysis, what was raised.

    Raises `ConfigError` where the configured spaCy pipeline is missing: that is no article's fault.
    """
    queue = iter(articles)
    while batch := list(islice(queue, _TOGETHER)):
        english = [reads_english(article) for article in batch]
        parsed = iter(parse([article for article, reads in zip(batch, english, strict=True) if reads], config.nlp))
        for article, reads in zip(batch, english, strict=True):
            yield _attempt(article, next(parsed) if reads else None, config)


def _attempt(article: Article, sentences: tuple[Sentence, ...] | None, config: Config) -> Facts | Exception:
    try:
        return _without_english(article, config) if sentences is None else _facts(article, sentences, config)
    except Exception as error:
        return error


def _facts(article: Article, sentences: tuple[Sentence, ...], config: Config) -> Facts:
    marks = find_quoted(article)
    people = find_people(article, sentences, marks.quoted, config.house)
    dates, ranges = find_dates(article, sentences, people)
    quotations, quoted = find_quotations(article, sentences, marks.quoted, people, config.house)
    return Facts(
        sentences=sentences,
        quotations=quotations,
        people=people,
        acronyms=find_acronyms(article, sentences, config.house),
        dates=dates,
        quoted=quoted,
        quote_mark_problems=marks.problems,
        date_ranges=ranges,
        ages=find_ages(article, sentences, people, marks.quoted),
    )


def _without_english(article: Article, config: Config) -> Facts:
    found = language_of(article)
    language = repr(article.language) if found is None else found.name
    notice = Notice(
        "language-not-read",
        f"the article is in {language} and editcheck reads English: only acronyms in brackets are looked at",
    )
    return Facts(acronyms=find_acronyms(article, (), config.house), notices=(notice,))
