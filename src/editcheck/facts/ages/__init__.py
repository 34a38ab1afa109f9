"""How old somebody or something is: "54-year-old Ann Smith", "Smith, 54,", "the three-year-old war".

`forms` finds the words, `bearers` whom or what they are said of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.ages.bearers import Bearers
from editcheck.facts.ages.forms import find_forms
from editcheck.facts.model import Age

if TYPE_CHECKING:
    from editcheck.article import Article
    from editcheck.facts.model import Person, QuotedText, Sentence

__all__ = ["find_ages"]


def find_ages(
    article: Article, sentences: tuple[Sentence, ...], people: tuple[Person, ...], quoted: tuple[QuotedText, ...] = ()
) -> tuple[Age, ...]:
    """Return the ages that an article tells, in the order of the text.

    `sentences` are all of the article's, in order; `people` are those it speaks of, `quoted` what stands between marks.
    """
    bearers = Bearers(sentences, people, quoted)
    found = []
    for form in find_forms(article.text):
        bearer = bearers.of(form)
        if bearer is not None:
            found.append(
                Age(
                    form.span,
                    article[form.span],
                    form.value,
                    form.mod,
                    bearer.person,
                    bearer.span,
                    of_people=bearer.of_people,
                    upper=form.upper,
                )
            )
    return tuple(found)
