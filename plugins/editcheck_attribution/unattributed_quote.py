"""attribution/unattributed-quote: words in quotation marks that nobody is credited with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Example, Option, QuotationKind, Related, Rule, Severity
from editcheck_attribution.origins import is_placed
from editcheck_attribution.passages import in_running_text, opening_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options, Quotation

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/unattributed-quote",
    summary="A direct quotation that nobody is credited with",
    explanation=(
        "Words in quotation marks are somebody's. Where neither their sentence nor the paragraph nor the turn of "
        "speech says whose, the reader has to guess, and often guesses the wrong person. It happens when a paragraph "
        "is moved or the attribution is cut for length."
    ),
    severity=Severity.WARNING,
    help="Say who said or wrote it, or take the quotation marks away and report it in your own words.",
    options=(Option("words", 6, "how many words a quotation must have at least to be reported", minimum=1),),
    when_off="In oral history and fiction, where voices are left without names on purpose.",
    good=(
        Example("“We had no warning at all,” said Mara Lind, who runs the ferry. “The water was simply there.”"),
        Example(
            "Mara Lind looked at the empty quay. “We had no warning at all from the council.”",
            note="the sentence before says whose words they are",
        ),
        Example(
            "“We had no warning at all,” Mara Lind said.\n\n“The water was simply there, up to the windows.”",
            note="her turn goes on in the next paragraph",
        ),
        Example(
            "The town has become known as “the place where the ferry never comes”.", note="nobody's words: a label"
        ),
        Example("She reads from her book, “The Winter That Never Came to Us”.", note="the title of a work"),
        Example(
            "Lind called the plan “an insult to every family on the island”.\n\n"
            "That “insult to every family” is now official.",
            note="a fragment of what was credited before",
        ),
        Example(
            "The ferry did not run.\n\nThe notice on the door:\n\n“No ferry will leave this port before Monday.”",
            note="led in by a colon: the reader knows what comes",
        ),
        Example(
            "The ferry did not run.\n\n“No ferry will leave this port before Monday.” Mara Lind said so in a letter.",
            note="the next sentence says whose words they are",
        ),
        Example(
            "The ferry did not run.\n\n“No ferry will leave this port before Monday.”\n\n- Mara Lind, captain.",
            note="the line below says whose words they are",
        ),
    ),
    bad=(
        Example(
            "The ferry did not run on Monday.\n\n“[[We had no warning at all from the council about this.]]”\n\n"
            "The council meets again on Friday.",
        ),
        Example(
            "The report was published in May. It runs to forty pages. "
            "“[[Nobody on the island was ever asked about it.]]” The council has not replied.",
        ),
    ),
)

#: The shares of right reports among those judged on published articles (docs/alarms.md): where somebody was spoken of
#: before, who may well be the speaker, and where nobody was. In copy that lost an attribution they are far higher.
_AFTER_SOMEBODY, _AFTER_NOBODY = 0.1, 0.3
_WORD = re.compile(r"\w")


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each stretch of quotations that nobody is credited with, on its first piece."""
    least = options.number(RULE, "words")
    end = -1
    for quotation in facts.quotations:
        if not _is_bare(article, quotation) or not in_running_text(article, quotation.span):
            continue
        span, goes_on = quotation.content[0], not _WORD.search(article.text, max(end, 0), quotation.span.start)
        words = article[span]
        if len(words.split()) >= least and not goes_on and not is_placed(article, quotation.span):
            yield RULE.annotate(
                span,
                f"Nobody is credited with “{shortened(words)}”{_asked(facts, quotation)}",
                related=_spoke_last(quotation),
                confidence=_AFTER_NOBODY if quotation.source is None else _AFTER_SOMEBODY,
                keys=(opening_words(words),),
            )
        end = quotation.span.end


def _is_bare(article: Article, quotation: Quotation) -> bool:
    """Whether no cue ties a direct quotation to anybody: at best the paragraph before lets guess whose it is."""
    if quotation.kind is not QuotationKind.DIRECT or not quotation.speech:
        return False
    if quotation.source is None:
        return True
    return quotation.cue is None and quotation.source.span.end < article.block_at(quotation.span).span.start


def _asked(facts: Facts, quotation: Quotation) -> str:
    """Ask whether the words are those of whoever the paragraph before speaks of, where that is a person."""
    person = facts.person(quotation.source.person) if quotation.source is not None else None
    return f": is it {person.name} who speaks?" if person is not None else ""


def _spoke_last(quotation: Quotation) -> list[Related]:
    return [Related(quotation.source.span, "spoken of before")] if quotation.source is not None else []
