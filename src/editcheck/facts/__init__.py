"""What an article says: who is quoted, who the people are, what the acronyms stand for, when things happened.

`analyze` is the way in. `model` has the values, `nlp` the parser; each kind of fact has its own module or package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.config import Config
from editcheck.facts.model import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.article import Article

__all__ = ["Facts", "analyze", "analyze_many", "attempt_many"]


def analyze(article: Article, config: Config | None = None) -> Facts:
    """Return what an article says. Raises `ConfigError` where the configured spaCy pipeline is missing."""
    return next(analyze_many([article], config))


def analyze_many(articles: Iterable[Article], config: Config | None = None) -> Iterator[Facts]:
    """Yield the facts of each article, in order; the articles share batches of the parser. Raises as `analyze`."""
    for facts in attempt_many(articles, config):
        if isinstance(facts, Exception):
            raise facts
        yield facts


def attempt_many(articles: Iterable[Article], config: Config | None = None) -> Iterator[Facts | Exception]:
    """Yield as `analyze_many`; where one article breaks the analysis, what was raised stands in the place of its facts.

    The articles after it follow: one must not cost the others their reports.
    """
    from editcheck.facts.analysis import facts_of

    return facts_of(articles, config or Config())
