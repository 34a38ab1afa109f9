"""Acronyms."""
from __future__ import annotations
from editcheck.article import Article
from editcheck.facts.model import Acronym, Sentence
from editcheck.house import House
def find_acronyms(article: Article, sentences: tuple[Sentence, ...], house: House) -> tuple[Acronym, ...]:
    return ()
