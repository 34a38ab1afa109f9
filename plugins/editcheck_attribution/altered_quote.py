"""attribution/altered-quote: quoted words above or beside the article that it does not have in these words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editcheck import BlockKind, Edit, Example, Option, Purpose, Related, Rule, Severity, Span, Suggestion
from editcheck_attribution.passages import in_running_text, opening_words, shortened
from editcheck_attribution.same_words import Passages, Words, opening_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Block, Facts, Options
    from editcheck_attribution.same_words import Near

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/altered-quote",
    summary="Quoted words in a headline, deck, caption or pull quote differ from those in the article",
    explanation=(
        "Quotation marks promise the very words. Where the headline has others than the article, one of the two puts "
        "words into somebody's mouth, and the headline is what gets shared."
    ),
    severity=Severity.WARNING,
    help="Quote the words as the article has them, mark what you cut with an ellipsis, or take the marks away.",
    options=(Option("words", 3, "how many words a quotation must have at least to be compared", minimum=2),),
    when_off="Where headlines put paraphrases in quotation marks by house style.",
    good=(
        Example(
            "Ferry ‘a danger to us all’\n\n“The ferry is a danger to us all,” said Mara Lind.",
            title="Ferry ‘a danger to us all’",
        ),
        Example(
            "<h1>“It is … a danger”</h1><p>“It is, as I have said, a danger,” said Mara Lind.</p>",
            html=True,
            note="what was cut is marked",
        ),
        Example(
            "<h1>‘It’s a great danger’</h1><p>“It is a great danger,” said Mara Lind.</p>",
            html=True,
            note="a contraction is the same words",
        ),
        Example(
            "<p>“It is a danger to all,” said Mara Lind.</p><blockquote>No man is an island entire.</blockquote>",
            html=True,
            note="quoted from elsewhere",
        ),
    ),
    bad=(
        Example(
            "<h1>Lind: “[[It is a threat to all]]”</h1><p>“It is a danger to all,” said Mara Lind, the captain.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><p>“We never had a warning from the council,” said Mara Lind, the captain.</p>"
            "<blockquote>[[We never had a letter from the council]]</blockquote>",
            html=True,
        ),
        Example(
            "<h1>Ferry stays in port</h1><figure><img src='a.jpg' alt='A ferry'><figcaption>Lind calls it “[[a great "
            "danger to all]]”. Photo: Jan Holm</figcaption></figure><p>“It is a grave danger to all,” said Lind.</p>",
            html=True,
        ),
    ),
)

_ARTICLES = frozenset({"a", "an", "the"})
_DISPLAY = frozenset({BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION})
#: Of plain text, what is no running text among so many blocks, and of no more words, is headline or deck.
_TOP, _LONGEST = 2, 40
#: A pull quote of fewer words may share them with the article by chance.
_LEAST_PULLED = 8


@dataclass(frozen=True, slots=True)
class _Shown:
    """Quoted words outside the running text; `pulled` are those of a block quotation that the article may hold."""

    span: Span
    block: Block
    pulled: bool


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each quotation outside the running text that differs from it, on its words."""
    least = options.number(RULE, "words")
    shown = [*_displayed(article, facts), *_pulled(article, facts)]
    body = {block: Words.of(article.text, block.span) for block in article.blocks} if shown else {}
    for each in shown:
        wanted = Words.of(article.text, each.span)
        if not wanted or len(wanted) < (_LEAST_PULLED if each.pulled else least) or wanted.gaps:
            continue
        around = [
            words for block, words in body.items() if block != each.block and in_running_text(article, block.span)
        ]
        if not around or any(words.holds(wanted) for words in around):
            continue
        near = next((found for words in around if (found := Passages(words).near(wanted))), None)
        if _matters(article, each, near):
            yield _report(article, wanted.span, near)


def _in_display(article: Article, span: Span) -> bool:
    """Whether words stand in a headline, a deck or a caption."""
    block = article.block_at(span)
    if block.kind in _DISPLAY:
        return True
    on_top = block in article.blocks[:_TOP] and not in_running_text(article, span)
    return on_top and block.kind is BlockKind.PARAGRAPH and len(article[block.span].split()) <= _LONGEST


def _displayed(article: Article, facts: Facts) -> Iterator[_Shown]:
    """Yield what stands in quotation marks in headline, deck and captions; titles and nicknames are nobody's words."""
    for piece in facts.quoted:
        if piece.depth or piece.purpose in (Purpose.TITLE, Purpose.NICKNAME) or not _in_display(article, piece.content):
            continue
        yield _Shown(piece.content, article.block_at(piece.content), pulled=False)


def _pulled(article: Article, facts: Facts) -> Iterator[_Shown]:
    """Yield the words of block quotations: between their marks where they have some, without a line of credit."""
    for block in article.blocks:
        if block.kind is not BlockKind.QUOTE:
            continue
        inside = [piece.content for piece in facts.quoted if not piece.depth and piece.content in block.span]
        cited = (each.span.start for each in article.markup if each.name == "cite" and each.span in block.span)
        end = min(cited, default=block.span.end)
        yield _Shown(inside[0] if inside else Span(block.span.start, end), block, pulled=True)


def _matters(article: Article, shown: _Shown, near: Near | None) -> bool:
    """Whether a difference is more than headline style, which drops articles.

    Words that the text has nothing like are reported in headline and deck only: a block quotation may be from
    elsewhere, and a caption may quote what the picture shows.
    """
    if near is None:
        return not shown.pulled and shown.block.kind is not BlockKind.CAPTION
    return not {*near.here.split(), *near.there.split()} <= _ARTICLES


def _report(article: Article, span: Span, near: Near | None) -> Annotation:
    words = article[span]
    if near is None:
        return RULE.annotate(
            span,
            f"The article does not have the words “{shortened(words)}”",
            confidence=0.7,
            keys=(opening_words(words),),
        )
    return RULE.annotate(
        span,
        f"The article has “{shortened(words)}” {near.told()}",
        related=[Related(near.span, "the words in the article")],
        suggestions=[Suggestion("Quote as the article does", (Edit(span, opening_as(article[near.span], words)),))],
        confidence=0.9,
        keys=(opening_words(words), opening_words(article[near.span])),
    )
