"""attribution/uncredited-image: a picture without a word about whose it is."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from editcheck import BlockKind, Example, Option, Rule, Severity
from editcheck_attribution.passages import opening_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Annotation, Article, Facts, Image, Options, Span

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/uncredited-image",
    summary="A picture without a credit",
    explanation=(
        "A photograph is somebody's work, and the law of most countries wants the name beside it. The reader, too, "
        "should see whether it is from an agency, from one of the parties, or made by a machine."
    ),
    severity=Severity.SUGGESTION,
    help="Add the photographer and the agency, or the source of a chart, in or below the caption.",
    options=(
        Option("without_caption", False, "whether pictures that have no caption are reported, too"),
        Option("also", (), "more names of those who supply pictures"),
    ),
    when_off="Where the page's template adds the credits.",
    good=(
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.jpg' alt='A ferry'><figcaption>The ferry on Monday. Jan Holm "
            "for The Post</figcaption></figure><p>The ferry stayed in port.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.jpg' alt='A ferry'><figcaption>The ferry on Monday. "
            "Photo: Jan Holm</figcaption></figure><p>The ferry stayed in port.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.jpg' alt='A ferry'><figcaption>The ferry on Monday. "
            "(Jan Holm / Reuters)</figcaption></figure><p>The ferry stayed in port.</p>",
            html=True,
        ),
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.png' alt='A chart'><figcaption>Trips by year. Source: the "
            "port of Norby</figcaption></figure><p>The ferry stayed in port.</p>",
            html=True,
            note="a chart with its source",
        ),
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.png' alt=''><figcaption>Ferries</figcaption></figure>"
            "<p>The ferry stayed in port.</p>",
            html=True,
            note="an empty text alternative: it decorates the page",
        ),
    ),
    bad=(
        Example(
            "<h1>Ferry in port</h1><figure><img src='a.jpg' alt='A ferry'><figcaption>[[The ferry on Monday]]"
            "</figcaption></figure><p>The ferry stayed in port.</p>",
            html=True,
        ),
        Example(
            "<h1>[[Ferry in port]]</h1><p><img src='a.jpg' alt='A ferry at a quay'>The ferry stayed in port.</p>",
            html=True,
            options=(("without_caption", True),),
            note="without a caption it stands on the headline",
        ),
    ),
)

_CONFIDENCE = 0.8
#: A name behind a stroke, a dash or in brackets at the end: "The ferry on Monday | Jan Holm", "(Jan Holm)".
_SIGNED = re.compile(r"(?:[(\[|/]|\s[–—-]) ?[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]+|of|for|the|and|&)){0,5}[)\]]?\.?\s*\Z")
#: A name in capitals at the end: "The ferry on Monday JAN HOLM".
_IN_CAPITALS = re.compile(r"(?:\b[A-Z][A-Z.’'-]+ ){1,3}[A-Z][A-Z.’'-]+\s*\Z")
#: A name behind the last sentence, with whom it was for: "The ferry on Monday. Jan Holm for The Post".
_FOR_WHOM = re.compile(r"[.!?…”\"’)] (?:[A-Z][\w.’'-]+ ){2,4}for (?:[Tt]he )?[A-Z][^.!?\n]{2,40}\.?\s*\Z")
#: A line that credits all pictures: "Photographs by Jan Holm".
_FOR_ALL = re.compile(
    r"\b(?:photo(?:graph)?s?|photography|pictures|images|illustrations?|graphics?)(?: by\b|:)", re.IGNORECASE
)
#: A line that credits something is no longer.
_LINE = 160


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each picture that nobody is credited with, on its caption."""
    also, bare = options.words(RULE, "also"), options.flag(RULE, "without_caption")
    images = [each for each in article.images if each.credit is None and _is_picture(each)]
    if not images or not article.reads_english or _are_all_credited(article):
        return
    for image in images:
        span = image.caption or (article.blocks[0].span if bare and article.blocks else None)
        if span is None or _is_credited(article, image, also):
            continue
        words = article[image.caption] if image.caption is not None else image.alternative or ""
        yield RULE.annotate(
            span,
            f"The picture “{shortened(words)}” has no credit",
            confidence=_CONFIDENCE,
            keys=(opening_words(words),),
        )


def _is_picture(image: Image) -> bool:
    """Whether an image shows something: with an empty text alternative it decorates, without an address it is none."""
    return image.alternative != "" and (image.uri is not None or image.alternative is not None)


def _are_all_credited(article: Article) -> bool:
    """Whether a line of the article credits its pictures together."""
    lines = (block for block in article.blocks if len(block.span) <= _LINE and block.kind is not BlockKind.CAPTION)
    return any(_FOR_ALL.search(article[block.span]) for block in lines)


def _is_credited(article: Article, image: Image, also: tuple[str, ...]) -> bool:
    """Whether the caption, the line below it or the text alternative says whose a picture is."""
    caption = image.caption
    if caption is None:
        return _credits(image.alternative or "", also)
    if any(each.name == "cite" and each.span in caption for each in article.markup):
        return True
    return any(_credits(text, also) for text in (article[caption], image.alternative or "", _below(article, caption)))


def _below(article: Article, caption: Span) -> str:
    """Return the line below a caption, where it is short enough for a credit and says that it is one."""
    index = article.block_index(caption) + 1
    text = article[article.blocks[index].span] if index < len(article.blocks) else ""
    return text if len(text) <= _LINE and _words_before().match(text) else ""


def _credits(text: str, also: tuple[str, ...]) -> bool:
    if "©" in text or "@" in text or _words_before().search(text):
        return True
    if any(each in text for each in also) or _suppliers().search(text):
        return True
    return bool(_SIGNED.search(text) or _FOR_WHOM.search(text) or (_IN_CAPITALS.search(text) and not text.isupper()))


@cache
def _words_before() -> re.Pattern[str]:
    words = "|".join(_lists()["before_a_name"])
    return re.compile(rf"\b(?:{words})\b ?(?::|/|\||\.\.\.|…|by\b|from\b|of\b|via\b|courtesy\b)", re.IGNORECASE)


@cache
def _suppliers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_lists()['suppliers'])})\b")


@cache
def _lists() -> dict[str, list[str]]:
    """Return the lists of data/credits.toml."""
    raw = resources.files("editcheck_attribution").joinpath("data/credits.toml").read_text(encoding="utf-8")
    return {name: words.split() for name, words in tomllib.loads(raw)["words"].items()}
