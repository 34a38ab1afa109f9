"""attribution/anonymous-source: somebody speaks without a name, and the article does not say why."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editcheck import Example, Rule, Severity, Span
from editcheck_attribution.passages import in_running_text, opening_words, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editcheck import Annotation, Article, Facts, Options

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/anonymous-source",
    summary="A source without a name, and no reason why",
    explanation=(
        "A reader cannot judge a source without a name, and gives it credit only where the article says why the name "
        "is withheld and how the source can know. “A source” or “people familiar with the matter” alone tells neither."
    ),
    severity=Severity.SUGGESTION,
    help="Say why the source may not be named, and as much about who it is as can be said; or find one with a name.",
    when_off="Where a standing note says how the newsroom treats anonymous sources.",
    good=(
        Example(
            "The ferry will be sold, said an official, who spoke on condition of anonymity because the sale is secret."
        ),
        Example(
            "The ferry will be sold, said an official who asked not to be named. He was not authorized to speak.",
            note="the reason stands in the next sentence",
        ),
        Example("The ferry will be sold, a ministry official said.", note="of a named body"),
        Example("The ferry will be sold, said a source at the shipyard.", note="it is told where the source sits"),
        Example("“Anonymous sources said so for years,” Mara Lind said.", note="her words, not the article's"),
    ),
    bad=(
        Example(
            "The ferry will be sold, said an official, who spoke [[on condition of anonymity]]. The price is high."
        ),
        Example("The ferry will be sold, [[a source]] said. The price is high."),
        Example("The ferry will be sold, [[people familiar with the matter]] said. The price is high."),
        Example("The ferry will be sold, said a captain who [[asked not to be named]]. The price is high."),
    ),
)
_CONFIDENCE = 0.8
#: A reason in weak words stands within so many characters of what it explains.
_BESIDE = 90
#: Who spoke to another newspaper gave his reasons there.
_ELSEWHERE = re.compile(r"\b(?:told|to) the (?:news)?(?:paper|magazine|network|station|site|agency)\b", re.IGNORECASE)
#: A source that is called nothing but a source, or by what it knows.
_PEOPLE = r"(?:sources?|persons?|people|someone|individuals?)"
_BARE = re.compile(
    rf"(?:\w[\w-]*[ -]){{0,4}}?(?:sources?|{_PEOPLE}(?: who (?:is|are|was|were))? "
    r"(?:familiar with|close to|with (?:direct |first-?hand )?knowledge of|briefed on|privy to)\b[^.]*)",
    re.IGNORECASE,
)
#: Points back to a source that was spoken of before.
_POINTING = frozenset({"the", "that", "this", "these", "those", "both", "his", "her", "their", "its", "my", "our"})


@cache
def _lists() -> dict[str, list[str]]:
    """Return the lists of data/anonymity.toml."""
    raw = resources.files("editcheck_attribution").joinpath("data/anonymity.toml").read_text(encoding="utf-8")
    return tomllib.loads(raw)


@cache
def _pattern(*lists: str) -> re.Pattern[str]:
    """Return one pattern for all that stands on some of the lists."""
    alternatives = "|".join(each for name in lists for each in _lists()[name])
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each withheld name without a reason, and for each source that is called no more."""
    withheld = dict(_withheld(article, facts))
    for span, explained in withheld.items():
        if not explained:
            yield RULE.annotate(
                span,
                f"“{article[span]}”: the article does not say why",
                confidence=_CONFIDENCE,
                keys=(opening_words(article[facts.sentences[facts.sentence_number(span.start)].span], 8),),
            )
    if not any(withheld.values()):
        told = {facts.sentence_number(span.start) for span in withheld}
        yield from _bare_sources(article, facts, told)


def _withheld(article: Article, facts: Facts) -> Iterator[tuple[Span, bool]]:
    """Yield where the article's own words say that a name is withheld, and whether they say why."""
    for number, sentence in enumerate(facts.sentences):
        for match in _pattern("withheld").finditer(article.text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.end())
            if not in_running_text(article, span) or facts.is_quoted(span):
                continue
            elsewhere = _ELSEWHERE.search(article.text, sentence.span.start, span.end) is not None
            yield span, elsewhere or _is_explained(article, facts, number, span.end)


def _is_explained(article: Article, facts: Facts, number: int, start: int) -> bool:
    """Whether a reason stands right behind a place, or in plain words in its sentence or in the one after it."""
    end = facts.sentences[number].span.end
    if _pattern("strong", "weak").search(article.text, start, min(end, start + _BESIDE)):
        return True
    return any(
        not facts.is_quoted(Span(match.start(), match.end()))
        for each in facts.sentences[number : number + 2]
        for match in _pattern("strong").finditer(article.text, each.span.start, each.span.end)
    )


def _bare_sources(article: Article, facts: Facts, told: Collection[int]) -> Iterator[Annotation]:
    """Yield one annotation for each source that is called no more than that; "sources" goes back to those before."""
    known: set[str] = set()
    for quotation in facts.quotations:
        source = quotation.source
        if source is None or not quotation.speech or source.person is not None or not _is_bare(source.text):
            continue
        words = {word.removesuffix("s") for word in words_of(source.text)} - _quantities()
        number = facts.sentence_number(source.span.start)
        own = in_running_text(article, source.span) and not facts.is_quoted(source.span) and number not in told
        if not own or (known and words <= known):
            continue
        known |= words | {"source"}
        yield RULE.annotate(
            source.span,
            f"“{source.text}”: the article says neither who that is nor why there is no name",
            confidence=_CONFIDENCE,
            keys=(opening_words(source.text),),
        )


def _is_bare(text: str) -> bool:
    """Whether a source is called a source, or somebody who knows, and nothing tells at which body it sits."""
    words = [*words_of(text)]
    if not words or words[0] in _POINTING or _BARE.fullmatch(text) is None:
        return False
    return words[-1] not in ("source", "sources") or set(words) <= _quantities()


def _quantities() -> frozenset[str]:
    return frozenset(_lists()["quantities"])
