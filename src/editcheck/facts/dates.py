"""Dates."""
from __future__ import annotations
from editcheck.article import Article
from editcheck.facts.model import DateRange, Sentence, TimeExpression
def find_dates(article: Article, sentences: tuple[Sentence, ...]) -> tuple[tuple[TimeExpression, ...], tuple[DateRange, ...]]:
    return (), ()
