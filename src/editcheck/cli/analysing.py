"""Articles with their facts, for the commands that judge nothing; one that breaks the analysis is told in one line."""

from __future__ import annotations

from itertools import tee
from typing import TYPE_CHECKING

from editcheck.cli.exits import FAILED, internal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck.article import Article
    from editcheck.cli.reading import Reader
    from editcheck.config import Config
    from editcheck.facts.model import Facts

__all__ = ["analysed"]


def analysed(articles: Iterator[Article], reader: Reader, config: Config) -> Iterator[tuple[Facts, Article]]:
    """Yield each article that could be analysed with its facts, in order; the reader is told of the others."""
    from editcheck.facts import attempt_many

    to_analyze, to_tell = tee(articles)
    for facts, article in zip(attempt_many(to_analyze, config), to_tell, strict=True):
        if isinstance(facts, Exception):
            reader.tell(f"{article.source.name}: {internal(facts)}", FAILED)
        else:
            yield facts, article
        reader.progress.finish(article.source.name)
