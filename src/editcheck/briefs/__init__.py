"""The sheet on an article: who speaks and how much, who is in it, its short forms, its dates in order.

`gathering` makes a `Brief` of an article and its facts, `model` says what that is, `timeline` puts dates in order;
`terminal` and `page` show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.article import Article
    from editcheck.briefs.model import Brief
    from editcheck.config import Config

__all__ = ["brief"]


def brief(article: Article, config: Config | None = None) -> Brief:
    """Return the sheet on an article. Raises `ConfigError` as `editcheck.analyze` does."""
    from editcheck.briefs.gathering import gather
    from editcheck.facts import analyze

    return gather(article, analyze(article, config))
