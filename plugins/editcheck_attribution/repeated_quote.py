"""attribution/repeated-quote: the same words quoted twice with a difference, or as two people's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Option, QuotationKind, Related, Rule, Severity, Suggestion
from editcheck_attribution.origins import has_credit_line
from editcheck_attribution.passages import in_running_text, opening_words, shortened
from editcheck_attribution.same_words import Near, Passages, Words, opening_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Options, Person, Quotation, QuotedText, Source

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/repeated-quote",
    summary="The same words are quoted twice with a difference, or as two people's",
    explanation=(
        "A quotation that comes back in other words was changed once, and one of the two is not what was said. The "
        "same sentence in two people's mouths means that one of them never said it. Both come of copying and pasting."
    ),
    severity=Severity.WARNING,
    help="Look up what was said, and by whom, and quote it once.",
    options=(Option("words", 8, "how many words a quotation must have at least to be compared", minimum=5),),
    when_off="In articles about a text that changed from version to version.",
    good=(
        Example(
            "“The ferry will sail again before the winter comes,” said Mara Lind, the captain.\n\n"
            "The town waits. “The ferry will sail again before the winter comes,” Lind said.",
            note="the same words, the same speaker",
        ),
        Example(
            "“The ferry will sail again before the winter comes to the island,” said Mara Lind, the captain.\n\n"
            "“The ferry will sail … before the winter comes to the island,” Lind told the council.",
            note="what was cut is marked",
        ),
        Example(
            "“The ferry will sail again before the winter comes,” the ministry said.\n\n"
            "“The ferry will sail again before the winter comes,” said Mara Lind, its spokeswoman.",
            note="a body speaks by its spokeswoman",
        ),
        Example(
            "“I have seen her fight all night for her crew,” he said. “I have seen her fight all night for her ship.”",
            note="a figure of speech",
        ),
    ),
    bad=(
        Example(
            "“The ferry will sail again before the winter comes,” said Mara Lind, the captain.\n\n"
            "The town waits.\n\n“[[The ferry will sail again before the summer comes]],” Lind said.",
        ),
        Example(
            "“The ferry will sail again before the winter comes,” said Mara Lind, the captain.\n\n"
            "The town waits.\n\n“[[The ferry will sail again before the winter comes]],” said Ruth Vance, the mayor.",
        ),
    ),
)

#: Of two passages with the same words the shorter has so much of the longer: less is a speaker who quotes another.
_MOST_OF = 0.6
#: At most one word in so many differs between two versions of one sentence; with more they are two sentences.
_SHARE = 6


@dataclass(frozen=True, slots=True)
class _Said:
    """A quoted passage with its words, its block and who is credited with it."""

    piece: QuotedText
    words: Words
    block: int
    source: Source | None


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each second version of a quotation, on its words."""
    said = list(_passages(article, facts, options.number(RULE, "words")))
    for earlier, later in _pairs(said):
        if earlier.words.holds(later.words) or later.words.holds(earlier.words):
            if _are_two_people(facts, earlier, later):
                yield _as_two_peoples(article, facts, earlier, later)
        elif (near := _version(facts, earlier, later)) is not None:
            yield _as_other_words(article, earlier, later, near)


def _passages(article: Article, facts: Facts, least: int) -> Iterator[_Said]:
    """Yield what stands in quotation marks in the running text, with enough words and none left out."""
    credited = sorted(
        (
            (span.start, each)
            for each in facts.quotations
            if each.kind is not QuotationKind.INDIRECT
            for span in each.content
        ),
        key=lambda each: each[0],
    )
    starts = [start for start, _ in credited]
    for piece in facts.quoted:
        inside = piece.content in article.block_at(piece.content).span
        if (
            piece.depth
            or not inside
            or has_credit_line(article[piece.content])
            or not in_running_text(article, piece.content)
        ):
            continue
        words = Words.of(article.text, piece.content)
        if len(words) >= least and not words.gaps:
            at = bisect_right(starts, piece.content.end - 1) - 1
            source = credited[at][1].source if at >= 0 and _holds(credited[at][1], piece) else None
            yield _Said(piece, words, article.block_index(piece.content), source)


def _holds(quotation: Quotation, piece: QuotedText) -> bool:
    return any(span.overlaps(piece.content) for span in quotation.content)


def _pairs(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield passages of different paragraphs that share some words in a row, the later one of each pair once."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, later in enumerate(said):
        rows = list(later.words.rows())
        shared = Counter(each for row in rows for each in holders.get(row, ()) if said[each].block < later.block)
        if shared:
            yield said[max(shared, key=lambda each: (shared[each], -each))], later
        for row in rows:
            holders[row].append(number)


def _are_two_people(facts: Facts, earlier: _Said, later: _Said) -> bool:
    """Whether two named people are credited with the same words, neither of them quoting the other at length."""
    lengths = sorted((len(earlier.words), len(later.words)))
    first, second = _person(facts, earlier), _person(facts, later)
    if first is None or second is None or lengths[0] < _MOST_OF * lengths[1]:
        return False
    return not set(first.name.lower().split()) & set(second.name.lower().split())


def _person(facts: Facts, said: _Said) -> Person | None:
    """Return the person who is credited, by name or as "she"; an institution and its spokesman are none."""
    return facts.person(said.source.person) if said.source is not None else None


def _version(facts: Facts, earlier: _Said, later: _Said) -> Near | None:
    """Return how the later words differ from the earlier, where both are one person's, or one has no source."""
    sources = [each.source.person for each in (earlier, later) if each.source is not None]
    if len(sources) == 2 and (sources[0] != sources[1] or sources[0] is None):
        return None
    shorter, longer = sorted((earlier, later), key=lambda each: len(each.words))
    near = Passages(longer.words).near(shorter.words)
    if near is None or max(len(near.here.split()), len(near.there.split())) * _SHARE > len(shorter.words):
        return None
    return near if longer is earlier else Near(longer.words.span, near.there, near.here)


def _as_two_peoples(article: Article, facts: Facts, earlier: _Said, later: _Said) -> Annotation:
    first, second = (person.name for each in (earlier, later) if (person := _person(facts, each)) is not None)
    words = article[later.words.span]
    return RULE.annotate(
        later.words.span,
        f"{second} is credited here with the words that were {first}’s before: “{shortened(words)}”",
        related=[Related(earlier.words.span, f"{first}’s words")],
        confidence=0.8,
        keys=(opening_words(words), *sorted((first, second))),
    )


def _as_other_words(article: Article, earlier: _Said, later: _Said, near: Near) -> Annotation:
    words = article[later.words.span]
    return RULE.annotate(
        later.words.span,
        f"“{shortened(words)}” was quoted before {near.told()}",
        related=[Related(earlier.words.span, "quoted here first")],
        suggestions=_repairs(article, earlier, later),
        confidence=0.8,
        keys=(opening_words(article[earlier.words.span]), opening_words(words)),
    )


def _repairs(article: Article, earlier: _Said, later: _Said) -> list[Suggestion]:
    """Give the later passage the earlier one's words, or the other way round, where the two are of one length."""
    if abs(len(earlier.words) - len(later.words)) > 1:
        return []
    first, second = article[earlier.words.span], article[later.words.span]
    return [
        Suggestion("Quote it as before", (Edit(later.words.span, opening_as(first, second)),)),
        Suggestion("Quote it as here the first time", (Edit(earlier.words.span, opening_as(second, first)),)),
    ]
