"""What is timed is what an article costs: each kind of fact can be found by itself."""

from __future__ import annotations

import speed

from editcheck import Article


def test_each_kind_of_fact_is_found_by_itself() -> None:
    article = Article.from_text("“It is cold,” said Ann Lind, 54, of the HSBT, on Monday.", published="2024-10-24")
    found = {name: work(article) for name, work in speed.kinds([article])}
    assert list(found) == ["quotation marks", "people", "dates", "ages", "acronyms", "quotations"]
    assert all(found.values())
