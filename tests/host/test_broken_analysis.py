"""An article that breaks the analysis costs the others nothing."""

from __future__ import annotations

import pytest

from editcheck import Article, Verdict, analyze, check_many
from editcheck.facts import analysis

GOOD = "The council met on Monday. Nobody spoke."
BAD = "This one breaks it."


@pytest.fixture(autouse=True)
def _fault(monkeypatch: pytest.MonkeyPatch) -> None:
    found = analysis.find_dates

    def find_dates(article, sentences, people):
        if article.text == BAD:
            raise RuntimeError("no such day")
        return found(article, sentences)

    monkeypatch.setattr(analysis, "find_dates", find_dates)


def test_the_other_articles_have_their_reports() -> None:
    articles = [Article.from_text(text, published="2024-10-24") for text in (GOOD, BAD, GOOD)]
    first, broken, last = check_many(articles)
    assert first.failures == last.failures == ()
    assert first.verdict == last.verdict == Verdict.PASS
    assert broken.verdict == Verdict.INCOMPLETE
    assert [failure.plugin for failure in broken.failures] == ["editcheck"]
    assert "RuntimeError: no such day" in broken.failures[0].message


def test_who_asks_for_the_facts_of_one_article_gets_the_exception() -> None:
    with pytest.raises(RuntimeError, match="no such day"):
        analyze(Article.from_text(BAD))
