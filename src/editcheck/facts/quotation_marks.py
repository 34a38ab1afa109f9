"""Pairs of quotation marks, and marks that do not fit, from the characters alone.

Each block is paired by itself, with a stack; what a block leaves open is then tied to the blocks after it, as the
convention for quotations of several paragraphs has it (an opening mark each, a closing mark at the end only). Marks
that may be apostrophes count only where they pair: a false alarm about a mark costs more than a missed one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from editcheck.article import Article, BlockKind, Span
from editcheck.facts.model import QuotedText, QuoteMarkProblem
from editcheck.facts.quotation_glyphs import DOUBLE, GUILLEMET, SINGLE, Mark, find_marks, fits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["QuotationMarks", "find_quoted"]

#: How many blocks without quotation marks of their own may lie inside a quotation that is opened and closed once.
_FAR = 12
#: Words after a single opening mark that nothing closes, from which on it cannot be a letter of a name.
_LONG_ENOUGH = 3
#: So many characters after a mark are enough to find these words.
_NEAR = 100
#: How many marks back a mark's other half is looked for: a block of nothing but marks must not take the square in time.
_DEEPEST, _FARTHEST_STRAY = 100, 24
#: As many words may stand between two pieces of a quotation ("Smith, the mayor of Alton, said,").
_LEAD_IN = 12


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """All pairs of quotation marks in the order of the text, and the marks that do not fit."""

    quoted: tuple[QuotedText, ...]
    problems: tuple[QuoteMarkProblem, ...]


@dataclass
class _Paired:
    """One block's marks after pairing: pairs by index into `marks`, and what is left over.

    `sealed` are marks left open inside of a pair that is closed by now: nothing after it can close them.
    """

    span: Span
    marks: list[Mark]
    pairs: dict[int, int] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)
    closings: list[int] = field(default_factory=list)
    sealed: set[int] = field(default_factory=set)

    def first_opening(self) -> Mark | None:
        """Return the opening mark that the block begins with, paired or left open."""
        if not self.marks or self.marks[0].span.start != self.span.start:
            return None
        return self.marks[0] if 0 in self.pairs or 0 in self.open else None


def find_quoted(article: Article) -> QuotationMarks:
    """Return the quoted stretches of an article and the quotation marks that do not fit.

    Spans are offsets in `Article.text`. `<q>` elements count as quoted where no marks stand beside them. Time grows
    linearly with the text.
    """
    blocks = [_paired(article.text, block.span) for block in article.blocks]
    running = [
        each
        for each, block in zip(blocks, article.blocks, strict=True)
        if block.in_body and block.kind is not BlockKind.SUBHEAD
    ]
    ties = _Ties()
    for number in range(len(running)):
        _tie(running, number, ties)
    quoted = list(ties.quoted)
    problems: list[QuoteMarkProblem] = []
    for each in blocks:
        quoted.extend(_pairs_of(each, ties.continued))
        problems.extend(_problems_of(each, article.text))
    quoted.extend(_from_markup(article, quoted))
    return QuotationMarks(tuple(_with_depth(quoted)), tuple(sorted(problems, key=lambda each: each.span)))


def _paired(text: str, span: Span) -> _Paired:
    block = _Paired(span, find_marks(text, span.start, span.end))
    closable = _closable(block.marks)
    for index, mark in enumerate(block.marks):
        if mark.family == SINGLE:
            _take_single(block, index, closable[index])
        else:
            _take_double(block, index)
    _pair_strays(block, text)
    return block


def _take_double(block: _Paired, index: int) -> None:
    mark, marks = block.marks[index], block.marks
    if mark.closes:
        for place in range(len(block.open) - 1, max(-1, len(block.open) - 1 - _DEEPEST), -1):
            opening = marks[block.open[place]]
            if opening.family == mark.family and opening.span.end < mark.span.start:
                block.pairs[block.open[place]] = index
                del block.open[place]
                _drop_unsure(block, place)
                return
    if mark.opens:
        block.open.append(index)
    elif mark.closes and not _give_back_prime(block, index):
        block.closings.append(index)


def _drop_unsure(block: _Paired, place: int) -> None:
    """Single marks left open inside a pair are apostrophes, unless the end of the block says otherwise."""
    block.open[place:] = [index for index in block.open[place:] if block.marks[index].glyph == "‘"]
    block.sealed.update(block.open[place:])


def _give_back_prime(block: _Paired, index: int) -> bool:
    """Where a closing mark is one too many and the pair before it closed after a digit, take that one for inches."""
    for opening, closing in islice(reversed(block.pairs.items()), _DEEPEST):
        if block.marks[closing].family != SINGLE:
            if not block.marks[closing].prime or block.marks[closing].glyph != '"':
                return False
            block.pairs[opening] = index
            return True
    return block.marks[index].prime


def _take_single(block: _Paired, index: int, better_follows: bool) -> None:
    mark, marks = block.marks[index], block.marks
    if mark.closes and block.open and marks[block.open[-1]].family == SINGLE and block.open[-1] not in block.sealed:
        if mark.loose and better_follows:
            return  # the ministers’ plan, inside single marks
        if mark.span.start > marks[block.open[-1]].span.end:
            block.pairs[block.open.pop()] = index
            return
    if mark.opens:
        block.open.append(index)
    elif mark.firm:
        block.closings.append(index)


def _closable(marks: Sequence[Mark]) -> list[bool]:
    """Return for each mark whether a closing single mark after punctuation comes before the next single opening."""
    out = [False] * len(marks)
    firm = False
    for index in range(len(marks) - 1, -1, -1):
        out[index] = firm
        mark = marks[index]
        if mark.family == SINGLE:
            firm = mark.firm if mark.closes else False
            if mark.closes and not mark.firm:
                firm = out[index]
    return out


def _pair_strays(block: _Paired, text: str) -> None:
    """Tie a mark left open to a closing one of the other family: “so.’ and ‘so.”."""
    opened = {last: first for first, last in block.pairs.items()}
    for closing in block.closings:
        opening = _stray_opening(block, closing, opened)
        if opening is not None:
            block.pairs[opening] = closing
            opened[closing] = opening
    block.open = [index for index in block.open if index not in block.pairs]
    block.closings = [i for i in block.closings if i not in opened and block.marks[i].family == DOUBLE]


def _stray_opening(block: _Paired, closing: int, opened: Mapping[int, int]) -> int | None:
    """Return the mark left open that a stray closing mark can belong to. `opened` are the pairs by closing mark."""
    first = bisect_left(block.open, closing - _FARTHEST_STRAY)
    for opening in block.open[first : bisect_left(block.open, closing)]:
        if opening in block.pairs or block.marks[opening].family == block.marks[closing].family:
            continue
        if _nothing_between(block, opening, closing) and not _crosses(block, opening, closing, opened):
            return opening
    return None


def _crosses(block: _Paired, opening: int, closing: int, opened: Mapping[int, int]) -> bool:
    """Whether a pair would begin inside of another and end outside of it, or the other way round."""
    between = range(opening + 1, closing)
    return any(opened.get(index, opening) < opening or block.pairs.get(index, 0) > closing for index in between)


def _nothing_between(block: _Paired, opening: int, closing: int) -> bool:
    family = block.marks[opening].family
    between = range(opening + 1, closing)
    return not any(block.marks[index].family == family and index in block.pairs for index in between)


@dataclass
class _Ties:
    """What blocks leave open and others take up: the pieces, and the starts of the marks that take something up."""

    quoted: list[QuotedText] = field(default_factory=list)
    continued: set[int] = field(default_factory=set)


def _tie(blocks: Sequence[_Paired], number: int, ties: _Ties) -> None:
    """Resolve what a block leaves open: the next one takes it up, or a later one closes it."""
    block = blocks[number]
    if not block.open:
        return
    outer = [index for index in block.open if block.marks[index].family != SINGLE]
    last = outer[-1] if outer else block.open[0]
    mark = block.marks[last]
    if _opens_again(block, last):
        return
    following = blocks[number + 1].first_opening() if number + 1 < len(blocks) else None
    if following is not None and following.glyph == mark.glyph:
        ties.continued.add(following.span.start)
    elif not _close_later(blocks, number, mark, ties):
        if following is None or following.family != mark.family:
            return
        ties.continued.add(following.span.start)
    block.open.remove(last)
    ties.quoted.append(_quoted(mark.span, None, block.span.end, mark.span.start in ties.continued))


def _opens_again(block: _Paired, left_open: int) -> bool:
    """Whether the same marks are opened and closed behind one that is left open: that one has lost its other half."""
    marks = block.marks
    return marks[left_open].family == DOUBLE and any(
        opening > left_open and marks[opening].glyph == marks[left_open].glyph and marks[closing].family == DOUBLE
        for opening, closing in block.pairs.items()
    )


def _close_later(blocks: Sequence[_Paired], number: int, opening: Mark, ties: _Ties) -> bool:
    """Find the closing mark of a quotation that is opened and closed once, over several blocks (a letter, a poem)."""
    for distance, block in enumerate(blocks[number + 1 : number + 1 + _FAR], start=1):
        closing = next((index for index in block.closings if fits(opening, block.marks[index])), None)
        if closing is not None:
            for between in blocks[number + 1 : number + distance]:
                ties.quoted.append(_quoted(_nowhere(between), None, between.span.end, continues=True))
            ties.quoted.append(_quoted(_nowhere(block), block.marks[closing].span, 0, continues=True))
            block.closings.remove(closing)
            return True
        if any(mark.glyph == opening.glyph for mark in block.marks):
            return False
    return False


def _nowhere(block: _Paired) -> Span:
    """Return the place of an opening mark that convention leaves out."""
    return Span(block.span.start, block.span.start)


def _quoted(opening: Span, closing: Span | None, end: int, continues: bool) -> QuotedText:
    content = Span(opening.end, closing.start if closing is not None else end)
    return QuotedText(opening, closing, content, continues=continues)


def _pairs_of(block: _Paired, continued: set[int]) -> Iterator[QuotedText]:
    for opening, closing in block.pairs.items():
        start = block.marks[opening].span
        yield _quoted(start, block.marks[closing].span, 0, start.start in continued)


def _with_depth(quoted: Sequence[QuotedText]) -> Iterator[QuotedText]:
    """Yield the pieces in the order of the text, each with the number of those that it stands in."""
    ends: list[int] = []
    for each in sorted(quoted, key=lambda each: (each.opening.start, -each.content.end, each.opening.end)):
        while ends and ends[-1] <= each.opening.start:
            ends.pop()
        yield replace(each, depth=len(ends)) if ends else each
        ends.append(each.closing.end if each.closing is not None else each.content.end)


def _problems_of(block: _Paired, text: str) -> Iterator[QuoteMarkProblem]:
    for opening, closing in block.pairs.items():
        first, second = block.marks[opening], block.marks[closing]
        if not fits(first, second) and GUILLEMET not in (first.family, second.family):
            yield QuoteMarkProblem("mismatched", first.span.cover(second.span))
    opened = {last: first for first, last in block.pairs.items()}
    for index in block.open:
        mark = block.marks[index]
        if mark.sure or (mark.glyph == "‘" and _opens_words(block, index, text, opened)):
            yield QuoteMarkProblem("unclosed", mark.span)
    ends = set(block.pairs.values())
    for before, index in zip([-1, *block.closings], block.closings, strict=False):
        wrong_way = before == index - 1 and before - 1 in ends and _leads_in(block, before, text)
        if not wrong_way:
            yield QuoteMarkProblem("unopened", block.marks[index].span)


def _leads_in(block: _Paired, stray: int, text: str) -> bool:
    """Whether a stray mark begins words though it faces the wrong way (“So,” he says,” go.”).

    It follows a comma or colon and a few words, right behind a quotation; the next mark, which ends what this one
    begins, is then no second fault.
    """
    led_in = text[block.marks[stray - 1].span.end : block.marks[stray].span.start].rstrip()
    return led_in.endswith((",", ":")) and len(led_in.split()) <= _LEAD_IN and not any(each in led_in for each in ".?!")


def _opens_words(block: _Paired, index: int, text: str, opened: Mapping[int, int]) -> bool:
    """Whether a ‘ that nothing closes is a quotation mark: a letter of a name (‘Abd, ‘Oumuamua) stands alone."""
    start = block.marks[index].span.end
    before = text[max(block.span.start, start - 3) : start - 1].rstrip()
    if not before.endswith((",", ":")) and before[-1:] not in '“"':
        return False
    end = min(block.span.end, start + _NEAR)
    for number in range(index + 1, len(block.marks)):
        place = block.marks[number].span.start
        if place >= end or opened.get(number, index) < index:
            end = min(place, end)
            break
    return len(text[start:end].split(None, _LONG_ENOUGH)) >= _LONG_ENOUGH


def _from_markup(article: Article, quoted: Sequence[QuotedText]) -> Iterator[QuotedText]:
    """Yield the `<q>` elements that have no quotation marks of their own: the browser draws them."""
    marked = {each.content.start for each in quoted} | {each.opening.start for each in quoted}
    for markup in article.markup:
        if markup.name == "q" and len(markup.span) and markup.span.start not in marked:
            start, end = markup.span.start, markup.span.end
            yield _quoted(Span(start, start), Span(end, end), 0, continues=False)
