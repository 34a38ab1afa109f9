"""attribution/unlinked-publication: an article, a report or a post is quoted on a web page without a link to it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from editcheck import Example, Option, Rule, Severity, Span
from editcheck_attribution.passages import in_running_text, opening_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Options

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/unlinked-publication",
    summary="Something that can be read elsewhere is quoted without a link to it",
    explanation=(
        "A reader on the web who is told of a report expects to be one click away from it, and judges the article by "
        "whether the link is there and says the same."
    ),
    severity=Severity.OFF,
    help="Link the words that name the article, the report or the post.",
    options=(Option("also", (), "more words for publications, in the singular"),),
    when_off="It is off until it is asked for: many houses link sparingly, and what is printed cannot link.",
    good=(
        Example(
            "<h1>Ferry in port</h1><p>Ferries are late more often, according to <a href='https://example.org/r'>a "
            "report by the port</a>.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><p>Lind wrote in an article that ferries are late. <a href='https://example.org/r'>"
            "The article</a> appeared on Monday.</p>",
            html=True,
            note="the next sentence has the link",
        ),
        Example("Ferries are late more often, according to a report by the port.", note="plain text cannot link"),
    ),
    bad=(
        Example(
            "<h1>Ferry in port</h1><p>Ferries are late more often, [[according to a report]] by the port.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><p>Mara Lind, the captain, [[wrote in an article]] that ferries are late.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><p>Mara Lind, the captain, [[posted on Facebook]] that the ferry was late.</p>",
            html=True,
        ),
    ),
)

_CONFIDENCE = 0.8
_PUBLICATIONS = (
    *("article", "op-ed", "column", "essay", "editorial", "commentary", "blog", "blog post", "post", "tweet", "thread"),
    *("report", "study", "survey", "paper", "analysis", "poll", "white paper", "memo", "newsletter", "filing"),
)
_PLACES = ("Twitter", "Facebook", "Instagram", "Medium", "LinkedIn", "Reddit", "TikTok", "Truth Social", "Bluesky", "X")
_WRITING = r"(?:wrote|writes|written|writing|argued|argues|said|says|posted|published)"


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each publication on a web page that no link beside it leads to."""
    links = [each.span for each in article.markup if each.name == "a" and each.get("href")]
    if article.format != "html" and not links:
        return
    pattern = _pattern(options.words(RULE, "also"))
    for number, sentence in enumerate(facts.sentences):
        match = pattern.search(article.text, sentence.span.start, sentence.span.end)
        if match is None:
            continue
        span = Span(match.start(), match.end())
        if in_running_text(article, span) and not facts.is_quoted(span) and not _is_linked(facts, number, links):
            yield RULE.annotate(
                span,
                f"“{article[span]}”: there is no link to it",
                confidence=_CONFIDENCE,
                keys=(opening_words(article[sentence.span], 10),),
            )


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for what is quoted from elsewhere: "wrote in an article", "according to a report"."""
    nouns = "|".join(re.escape(each) for each in sorted({*_PUBLICATIONS, *more}, key=len, reverse=True))
    some = r"(?:a|an|the|his|her|their|its|this|another|one) (?:[\w.’'-]+ ){0,4}?"
    places = "|".join(_PLACES)
    return re.compile(
        rf"\b(?:(?:according to|{_WRITING} in) {some}(?:{nouns})|(?:posted|wrote|tweeted) on (?:{places}))\b"
    )


def _is_linked(facts: Facts, number: int, links: list[Span]) -> bool:
    """Whether a link stands in a sentence or in its neighbours of the same block."""
    here = facts.sentences[number]
    near = [each.span for each in facts.sentences[max(0, number - 1) : number + 2] if each.block == here.block]
    return any(link.overlaps(span) for span in near for link in links)
