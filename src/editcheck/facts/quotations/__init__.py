"""Quotations: who is credited with which words, thoughts and stances.

Direct speech goes from the quotation marks outwards, everything else from the parse of the cues. `view` lays the tokens
of an article in one row; `reported` finds the cue verbs and what they take, `nominals` the nouns and adjectives among
the cues; `direct` ties quoted pieces to cues in their sentence, `turns` to those around it, `layout` to speakers'
labels; `purposes` tells what other marks are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.quotations.assembly import quotation_of
from editcheck.facts.quotations.direct import credit
from editcheck.facts.quotations.layout import Layout
from editcheck.facts.quotations.lexicon import CueVerbs
from editcheck.facts.quotations.purposes import with_purposes
from editcheck.facts.quotations.reported import drafts_in
from editcheck.facts.quotations.sources import Sources
from editcheck.facts.quotations.turns import Turns
from editcheck.facts.quotations.view import View

if TYPE_CHECKING:
    from editcheck.article import Article
    from editcheck.facts.model import Person, Quotation, QuotedText, Sentence
    from editcheck.facts.quotations.drafts import Draft
    from editcheck.house import House

__all__ = ["find_quotations"]


def find_quotations(
    article: Article,
    sentences: tuple[Sentence, ...],
    quoted: tuple[QuotedText, ...],
    people: tuple[Person, ...],
    house: House,
) -> tuple[tuple[Quotation, ...], tuple[QuotedText, ...]]:
    """Return the attributions of an article in the order of its text, and its quoted pieces with their purposes.

    Quoted speech that nobody is credited with is a quotation without a source. A text without a sentence has none.
    """
    if not sentences:
        return (), quoted
    view = View(article, sentences, quoted, CueVerbs(house))
    drafts: list[Draft] = []
    turns, layout = Turns(view), Layout(view, people)
    for stretch in view.stretches():
        if layout.speaker(stretch, turns.introduced()) is not None:
            continue
        found = drafts_in(view, stretch)
        turns.follow(stretch, found, credit(view, stretch, found))
        drafts.extend(found)
    drafts.extend(turns.made)
    drafts.extend(layout.made.values())
    marked = with_purposes(view, quoted, drafts, turns.unclaimed)
    sources = Sources(view, people)
    quotations = [each for draft in drafts if (each := quotation_of(view, draft, sources)) is not None]
    quotations.extend(marked.bare)
    return tuple(sorted(quotations, key=lambda each: (each.span, each.cue or each.span))), marked.quoted
