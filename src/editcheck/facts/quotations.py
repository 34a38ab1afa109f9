"""Quotations."""
from __future__ import annotations
from editcheck.article import Article
from editcheck.facts.model import Person, Quotation, QuotedText, Sentence
def find_quotations(article: Article, sentences: tuple[Sentence, ...], quoted: tuple[QuotedText, ...], people: tuple[Person, ...]) -> tuple[tuple[Quotation, ...], tuple[QuotedText, ...]]:
    return (), quoted
