"""People."""
from __future__ import annotations
from editcheck.article import Article
from editcheck.facts.model import Person, QuotedText, Sentence
from editcheck.house import House
def find_people(article: Article, sentences: tuple[Sentence, ...], quoted: tuple[QuotedText, ...], house: House) -> tuple[Person, ...]:
    return ()
