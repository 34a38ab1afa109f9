"""What stands over the body of an HTML page: headline, deck, byline and date."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from editcheck.article import BlockKind
from editcheck.formats.bylines import authors_in
from editcheck.formats.html.closing import closing_kind, is_credit
from editcheck.formats.html.lines import Line, inline_lines, lines_of, upwards
from editcheck.formats.html.prose import prose_of
from editcheck.formats.html.vocabulary import class_words, whole_words
from editcheck.formats.html.words import DATE_TEXT, SENTENCE_END, is_sentence
from editcheck.house import load_table
from editcheck.source.document import is_element

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from lxml.etree import _Element

__all__ = ["Header", "find_headline", "first_heading", "read_header"]

_WORD = re.compile(r"\w+")
_BYLINE_TEXT = re.compile(r"(?:By|BY|by|Von|Par|Por|Di|Door|Av)\s+[^\W\d_a-z]")
_DIGIT = re.compile(r"\d")
_LONGEST_BYLINE = 200
_LONGEST_HEADLINE = 400
_LONGEST_DATE = 120
_SHORTEST_DECK = 20
#: Elements whose text is kept even where it is no sentence.
_TEXT_ELEMENTS = frozenset(["p", "li", "dt", "dd", "td", "th", "blockquote", "pre"])
#: How far from the headline to the body other lines may come in between: a page's header has so many at most.
_MOST_LINES = 60
#: The share of the body's prose that may stand over the headline within it.
_MOST_OVER_HEADLINE = 0.2
#: So many lines of a page are looked at for the title where no heading is it.
_MOST_LINES_TO_BODY = 1_000
#: So many lines at the end of the body may say who made it, and when.
_LAST_LINES = 6
#: The share of words in common that makes a heading the headline of a title, and one that makes it the title itself.
#: Titles have the site's name besides.
_SIMILAR = 0.4
_SAME = 0.75


@dataclass
class Header:
    """The lines over a body: those outside of it in order, the kinds of those inside, and what inside is neither."""

    headline: _Element | None
    above: list[tuple[_Element, BlockKind]] = field(default_factory=list)
    kinds: dict[_Element, BlockKind] = field(default_factory=dict)
    excluded: set[_Element] = field(default_factory=set)


def find_headline(page: _Element, titles: Sequence[str]) -> _Element | None:
    """Return the element with the headline: of those marked as one and the `h1`, what is most like the titles.

    A lower heading that is the title goes before an `h1` that is not: the site's name may be one.
    """
    marked = [e for e in page.iter() if is_element(e) and "headline" in e.get("itemprop", "").split()]
    likely = [e for e in (*marked, *page.iter("h1")) if 0 < len(_text(e)) <= _LONGEST_HEADLINE]
    best = max(likely, key=lambda each: _similarity(_text(each), titles), default=None)
    if best is not None and _similarity(_text(best), titles) >= _SIMILAR:
        return best
    same = [e for e in page.iter("h2", "h3") if _similarity(_text(e), titles) >= _SAME]
    if not same:
        lines = itertools.islice(lines_of(page, ()), _MOST_LINES_TO_BODY)
        same = [line.element for line in lines if line.leaf and _similarity(line.text, titles) >= _SAME]
    return next(iter(same or likely), None)


def first_heading(page: _Element) -> _Element | None:
    """Return the `h1` that a fragment begins with, if it does: what stands before it is no text."""
    for line in lines_of(page, ()):
        if line.element.tag == "h1":
            return line.element
        if prose_of(line) or (line.element.tag == "p" and is_sentence(line.text)):
            return None
    return None


def read_header(
    page: _Element, headline: _Element | None, roots: Sequence[_Element], excluded: Collection[_Element]
) -> Header:
    """Find what the lines before the body's first paragraph are; `roots` are the body's elements.

    Lines that say who made a picture, and at the end of the body who did what, when it was published and whose it is,
    are told apart too.
    """
    header = Header(headline)
    inside = list(_in_order(roots, excluded))
    if headline is not None and any(headline is root or root in headline.iterancestors() for root in roots):
        header.kinds[headline] = BlockKind.HEADLINE
    elif headline is not None:
        header.above.append((headline, BlockKind.HEADLINE))
        header.above.extend(_between(page, headline, roots, excluded))
    _read_opening(header, inside)
    header.kinds.update(
        (line.element, BlockKind.CREDIT)
        for line in inside
        if line.leaf and not line.is_heading and line.element is not headline and is_credit(line.text)
    )
    for line in inside[-_LAST_LINES:]:
        if line.leaf and (kind := closing_kind(line.text)) is not None:
            header.kinds[line.element] = kind
    return header


def _in_order(roots: Sequence[_Element], excluded: Collection[_Element]) -> Iterator[Line]:
    """Yield the lines of a body in the order of the page.

    Where text stands between blocks, its elements are lines of their own: a `<time>` after a heading.
    """
    for root in roots:
        lines = {line.element: line for line in lines_of(root, excluded)}
        mixed = [line.element for line in lines.values() if not line.leaf]
        lines.update((line.element, line) for element in mixed for line in inline_lines(element, excluded))
        yield from (lines[element] for element in root.iter() if element in lines)


def _read_opening(header: Header, lines: Sequence[Line]) -> None:
    """Tell apart the lines in the body down to its first paragraph, from the headline on if it is one of them."""
    lines = lines[_headline_number(header, lines) :]
    opening = list(itertools.takewhile(lambda line: _is_over_body(line, header.headline), lines[: _MOST_LINES + 1]))
    if len(opening) > _MOST_LINES:
        return
    over_headline = any(_is_headline(line, header.headline) for line in opening)
    for line in opening:
        if _is_headline(line, header.headline):
            over_headline = False
        elif not line.leaf:
            continue
        elif over_headline:
            header.excluded.add(line.element)
        elif (kind := _kind(line, inside=True)) is not None and not _in_figure(line):
            header.kinds[line.element] = kind
        elif line.element.tag not in _TEXT_ELEMENTS and not _is_text(line) and not _in_figure(line):
            header.excluded.add(line.element)


def _headline_number(header: Header, lines: Sequence[Line]) -> int:
    """Return the number of the headline where text stands over it, a picture's caption perhaps, and 0 elsewhere."""
    number = next((n for n, line in enumerate(lines[:_MOST_LINES]) if _is_headline(line, header.headline)), 0)
    over = sum(map(prose_of, lines[:number]))
    return number if 0 < over <= _MOST_OVER_HEADLINE * sum(map(prose_of, lines)) else 0


def _between(
    page: _Element, headline: _Element, roots: Sequence[_Element], excluded: Collection[_Element]
) -> list[tuple[_Element, BlockKind]]:
    """Return deck, byline, date and figures from between the headline and the body; none where the body is first."""
    lines = {line.element: line for line in lines_of(page, excluded) if line.leaf}
    started, seen = False, 0
    found: list[tuple[_Element, BlockKind]] = []
    for element in page.iter():
        line = lines.get(element)
        if element in roots:
            return found if started and seen <= _MOST_LINES else []
        if element is headline:
            started = True
        elif started and element.tag == "figure" and not any(each in excluded for each in upwards(element)):
            found.append((element, BlockKind.CAPTION))
        elif started and line is not None and not _is_headline(line, headline):
            seen += 1
            kind = None if next(element.iterancestors("figure"), None) is not None else _kind(line, inside=False)
            found += [(element, kind)] if kind is not None else []
    return []


def _is_headline(line: Line, headline: _Element | None) -> bool:
    """Whether a line is the headline, lies in it, or has nothing else in it."""
    if headline is None:
        return False
    around = line.leaf and line.element in headline.iterancestors()
    return line.element is headline or headline in line.element.iterancestors() or around


def _is_over_body(line: Line, headline: _Element | None) -> bool:
    """Whether a line stands over the body: it is no prose, or is named as something else."""
    if _is_headline(line, headline) or not line.leaf or _kind(line, inside=True) is not None:
        return True
    return not (prose_of(line) > 0 or (line.element.tag == "p" and _is_text(line)))


def _in_figure(line: Line) -> bool:
    return any(element.tag == "figure" for element in upwards(line.element))


def _is_text(line: Line) -> bool:
    """Whether a line is more than a label: a sentence that is no link, or a heading."""
    return not line.is_linked and (line.is_heading or SENTENCE_END.search(line.text) is not None)


def _kind(line: Line, *, inside: bool) -> BlockKind | None:
    """Return what a line over the body is, by its words and by what it or an element around it is called.

    `inside` says that it stands in the body's element, where a lead is its first paragraph and no deck.
    """
    element, text = line.element, line.text
    label = not prose_of(line) and len(text) <= _LONGEST_BYLINE and not is_sentence(text)
    own = " ".join(_names(element, outwards=1, inwards=False))
    names = " ".join([own, *_names(element, outwards=0 if line.is_heading else 2, inwards=True)])
    if label and _BYLINE_TEXT.match(text) and (authors_in([text]) or _is_called("byline", names)):
        return BlockKind.BYLINE
    if label and len(text) <= _LONGEST_DATE and not line.is_heading and _is_date(line, names):
        return BlockKind.DATELINE
    if label and _is_called("byline", names) and (authors_in([text]) or text.isupper()):
        return BlockKind.BYLINE
    named_deck = _is_called("deck", own) or (not inside and _is_called("lead", own))
    return BlockKind.DECK if named_deck and not line.is_linked and len(text) >= _SHORTEST_DECK else None


def _is_date(line: Line, names: str) -> bool:
    """Whether a line is marked as a date, gives one, or is called so and has a figure."""
    if next(line.element.iter("time"), None) is not None or DATE_TEXT.search(line.text):
        return True
    return _is_called("date", names) and _DIGIT.search(line.text) is not None


def _is_called(what: str, names: str) -> bool:
    return _name_pattern(what).search(names) is not None


@cache
def _name_pattern(what: str) -> re.Pattern[str]:
    table = load_table("editcheck.formats", "data/html_header_names.toml")
    return whole_words([name for name, kind in table.items() if kind == what])


def _names(element: _Element, *, outwards: int, inwards: bool) -> Iterator[str]:
    """Yield what an element, some of those around it and those directly in it are called."""
    around = [element, *itertools.islice(element.iterancestors(), outwards), *(element if inwards else ())]
    for each in around:
        if isinstance(each.tag, str):
            yield class_words(each)
            yield from each.get("itemprop", "").lower().split()
            yield from each.get("rel", "").lower().split()


def _text(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _similarity(text: str, titles: Sequence[str]) -> float:
    """Return the share of words that a heading and a title have in common, of the title that is most like it."""
    words = {word.lower() for word in _WORD.findall(text)}
    shares = (
        len(words & others) / len(words | others)
        for title in titles
        if words and (others := {word.lower() for word in _WORD.findall(title)})
    )
    return max(shares, default=0.0)
