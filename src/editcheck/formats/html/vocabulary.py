"""What the elements of an HTML page are to its reader, by name, class and attribute."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from editcheck.article import BlockKind
from editcheck.formats.flow import INLINE, Picture, Role, load_roles, local_name
from editcheck.house import load_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

__all__ = [
    "class_words",
    "is_block",
    "is_hidden",
    "is_layout",
    "is_pull_quote",
    "is_shown",
    "not_article",
    "role_of",
    "whole_words",
]

#: Parts of a page that HTML itself sets apart from the article.
_APART = frozenset(["nav", "aside", "footer", "form", "menu"])
_APART_ROLES = frozenset(["navigation", "complementary", "contentinfo", "search", "banner"])
_IMAGES = frozenset(["img", "amp-img", "image"])
_CELLS = frozenset(["td", "th"])
#: More text than this makes a table's cell a part of the page's layout; so many texts are looked at.
_LONGEST_CELL = 500
_MOST_NODES = 200
_STRESSED = frozenset(["em", "i", "small"])
_LONGEST_CAPTION = 400
_LONGEST_NOTE_MARK = 5
_HEADING_WORDS = re.compile(r"(?:^|[ -])block-heading(?:$|[ -])")
_CAPTION_WORDS = re.compile(r"(?:^|[ -])(?:caption|figcaption|wp-caption-text)(?:$|[ -])")
_CREDIT_WORDS = re.compile(r"(?:^|[ -])(?:credits?|copyright|photographer|image-source)(?:$|[ -])")
_IMAGE_WORDS = re.compile(r"(?:^|[ -])(?:image|photo|picture|video)(?:$|[ -])")
_PULL_QUOTE_WORDS = re.compile(r"(?:^|[ -])(?:pull-?quote|pullout-quote)(?:$|[ -])")
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important\s*)?(?:;|$)", re.I
)
#: Class names that hide an element wherever they are used ("hidden-xs" hides it on some screens only).
_HIDDEN_CLASSES = frozenset(["d-none", "hidden", "hide", "is-hidden"])
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=8192)
def _hyphenated(names: str) -> str:
    """Return class names in one spelling: lower case, hyphens for humps and underscores, blanks between names."""
    return re.sub(r"[-_]+", "-", _CAMEL.sub("-", names)).lower()


def class_words(element: _Element) -> str:
    """Return the class names and the id of an element in one spelling ("articleBody" is "article-body")."""
    names = f"{element.get('class', '')} {element.get('id', '')}".strip()
    return _hyphenated(names) if names else ""


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some hyphenated words as whole words of class names."""
    alternatives = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:^|[ -])(?:{alternatives})(?:$|[ -])")


@cache
def _not_article_words() -> re.Pattern[str]:
    return whole_words(load_table("editcheck.formats", "data/html_not_article.toml"))


def not_article(element: _Element) -> bool:
    """Whether an element says by its name, role, class or id that it is not the article."""
    if element.tag in _APART or element.get("role") in _APART_ROLES:
        return not _keeps(element)
    words = class_words(element)
    if not words:
        return False
    return not _HIDDEN_CLASSES.isdisjoint(words.split()) or _not_article_words().search(words) is not None


def _keeps(element: _Element) -> bool:
    """Whether an element that stands apart by its name belongs to the article: a quotation's footer, a pull quote."""
    if element.tag == "footer":
        return next(element.iterancestors("blockquote"), None) is not None
    return element.tag == "aside" and is_pull_quote(element)


def is_pull_quote(element: _Element) -> bool:
    """Whether an element is called a pull quote."""
    return _PULL_QUOTE_WORDS.search(class_words(element)) is not None


def is_hidden(element: _Element) -> bool:
    """Whether an element is hidden by attribute or by its own style."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)


def is_shown(element: _Element) -> bool:
    """Whether a browser shows an element's text."""
    return not load_roles("data/html_elements.toml").get(local_name(element), INLINE).skip and not is_hidden(element)


def is_block(element: _Element) -> bool:
    """Whether an element's text stands by itself."""
    return load_roles("data/html_elements.toml").get(local_name(element), INLINE).block


def role_of(element: _Element) -> Role:
    """Return what an element of HTML or XHTML is to the reader."""
    name = local_name(element)
    role = load_roles("data/html_elements.toml").get(name, INLINE)
    if role.skip or is_hidden(element) or _is_note_mark(element, name) or _is_program(element, name):
        return Role(block=role.block, skip=True)
    if name in _IMAGES:
        return Role(picture=Picture(element.get("src") or element.get("data-src"), element.get("alt")))
    if name == "a" and element.get("href") is None:
        return INLINE
    if name == "p" and _is_caption(element):
        return Role(block=True, kind=BlockKind.CAPTION)
    kind = BlockKind.PARAGRAPH if name in _CELLS and is_layout(element) else _kind_by_class(element, name)
    return role if kind is None else Role(block=True, kind=kind, mark=role.mark, figure=role.figure)


def _is_note_mark(element: _Element, name: str) -> bool:
    """Whether an element is the raised number that leads to a note on the same page."""
    if name != "sup":
        return False
    link = next(
        (each for each in (*element, element.getparent()) if each is not None and local_name(each) == "a"), None
    )
    return link is not None and link.get("href", "").startswith("#") and _length(element) <= _LONGEST_NOTE_MARK


def _is_program(element: _Element, name: str) -> bool:
    """Whether an element is a listing of a program's text, which nobody edits."""
    return name == "pre" and len(element) == 1 and local_name(element[0]) == "code" and not (element.text or "").strip()


def _is_caption(element: _Element) -> bool:
    """Whether a paragraph is a picture with a line in italics or small print under it, and nothing else."""
    if next(element.iter(*_IMAGES), None) is None or (element.text or "").strip():
        return False
    stressed = 0
    for each in element:
        length = _length(each)
        if (each.tail or "").strip() or (length and local_name(each) not in _STRESSED):
            return False
        stressed += length
    return 0 < stressed <= _LONGEST_CAPTION


def _length(element: _Element) -> int:
    """Return how many characters an element holds, those of its first texts only; a comment holds none."""
    if not local_name(element):
        return 0
    return sum(len(str(text).strip()) for text in itertools.islice(element.itertext(), _MOST_NODES))


def _kind_by_class(element: _Element, name: str) -> BlockKind | None:
    """Return the kind of text that an element's class or place gives it, whatever the element."""
    if name == "cite" and _in_figure(element):
        return BlockKind.CREDIT
    words = class_words(element)
    if not words or name in ("figure", "body"):
        return None
    if _CREDIT_WORDS.search(words):
        return BlockKind.CREDIT if _is_of_picture(element, words) else None
    if _CAPTION_WORDS.search(words):
        return BlockKind.CAPTION
    if name == "div" and _HEADING_WORDS.search(words):
        return BlockKind.SUBHEAD
    return BlockKind.QUOTE if _PULL_QUOTE_WORDS.search(words) else None


def _is_of_picture(element: _Element, words: str) -> bool:
    """Whether an element that is called a credit is a picture's: by its place, its name or the caption around it."""
    if _in_figure(element) or _IMAGE_WORDS.search(words):
        return True
    parent = element.getparent()
    return parent is not None and _CAPTION_WORDS.search(class_words(parent)) is not None


def is_layout(cell: _Element) -> bool:
    """Whether a table's cell holds a part of the page and no figure: much text, or a table of its own."""
    if next(cell.iterdescendants("table"), None) is not None:
        return True
    length = 0
    for node in itertools.islice(cell.itertext(), _MOST_NODES):
        length += len(str(node).strip())
        if length > _LONGEST_CELL:
            return True
    return False


def _in_figure(element: _Element) -> bool:
    """Whether an element stands in a figure's caption or directly in the figure, and not in what it shows."""
    for ancestor in element.iterancestors():
        name = local_name(ancestor)
        if name in ("blockquote", "table", "body"):
            return False
        if name in ("figure", "figcaption"):
            return True
    return False
