"""Quotation marks: pairs, and marks that do not fit."""
from __future__ import annotations
from dataclasses import dataclass
from editcheck.article import Article
from editcheck.facts.model import QuotedText, QuoteMarkProblem
@dataclass(frozen=True, slots=True)
class QuotationMarks:
    quoted: tuple[QuotedText, ...]
    problems: tuple[QuoteMarkProblem, ...]
def find_quoted(article: Article) -> QuotationMarks:
    return QuotationMarks((), ())
