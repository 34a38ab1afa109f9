"""Published articles as something to plant errors in: the paper, the edit, the version that results."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random

from corpora import Attribution, Part, Span, dwie, polnear

import editcheck

#: A word with a capital that so many articles have is known to every reader: he needs no introduction.
_KNOWN_BY = 8


@dataclass(frozen=True)
class Paper:
    """A published article. `attributions` and `persons` (the mentions of each) are its annotators'.

    `known` are capitalized words that many articles have: who bears them needs no introduction.
    """

    name: str
    text: str
    published: date | None
    attributions: tuple[Attribution, ...] = ()
    persons: tuple[tuple[Span, ...], ...] = ()
    known: frozenset[str] = field(default=frozenset(), repr=False)

    def __getitem__(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines that hold text; the first is the headline."""
        return tuple(found.span() for found in re.finditer(r"\S[^\n]*", self.text))

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds an offset, from 0."""
        return max(0, bisect_right([start for start, _ in self.paragraphs], offset) - 1)

    @cached_property
    def body(self) -> int:
        """Where the running text begins: behind the headline."""
        return self.paragraphs[1][0] if len(self.paragraphs) > 1 else 0

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, as marks and capitals tell; none crosses a paragraph."""
        return tuple(span for paragraph in self.paragraphs for span in _sentences(self.text, paragraph))

    def sentence(self, offset: int) -> Span:
        """Return the sentence that holds an offset."""
        return self.sentences[max(0, bisect_right([start for start, _ in self.sentences], offset) - 1)]

    def opens(self, offset: int) -> bool:
        """Whether a sentence begins at an offset, and is not the end of one that began with a quotation."""
        begins = self.sentence(offset)[0] == offset
        return begins and not self.text[max(0, offset - 4) : offset].rstrip(" ").endswith(("”", '"', "''", "’"))

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between double quotation marks, marks included, paragraph by paragraph."""
        marks = re.compile(r"“[^“”\n]*(?:”|(?=\n|\Z))|(?<!\w)\"[^\"\n]*(?:\"|(?=\n|\Z))")
        return tuple(found.span() for found in marks.finditer(self.text))

    def in_quotes(self, offset: int) -> bool:
        """Whether an offset lies between double quotation marks."""
        index = bisect_right([start for start, _ in self.quoted], offset) - 1
        return index >= 0 and offset < self.quoted[index][1]

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in the running text, outside quotation marks."""
        return (each for each in pattern.finditer(self.text, self.body) if not self.in_quotes(each.start()))


@dataclass(frozen=True, order=True)
class Edit:
    """New words for a stretch of the text; of no length, to insert."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Version:
    """A paper with some edits. The error is at `places` (of the paper's text); without them, at the edits.

    `as_html` makes a page of it: the headline is an <h1>. `times` are stretches of the paper's text to be marked up as
    <time> with a `datetime`. `published` False leaves the day of publication out. `tail` is markup for the end.
    """

    edits: tuple[Edit, ...]
    places: tuple[Span, ...] = ()
    as_html: bool = False
    times: tuple[tuple[Span, str], ...] = ()
    published: bool = True
    tail: str = ""

    def text(self, paper: Paper) -> str:
        """Return the text with the edits made."""
        pieces, at = [], 0
        for each in sorted(self.edits):
            if each.start < at:
                raise ValueError(f"edits of {paper.name} overlap")
            pieces += [paper.text[at : each.start], each.new]
            at = each.end
        return "".join([*pieces, paper.text[at:]])

    def moved(self, span: Span) -> Span:
        """Return where a stretch of the paper's text stands in this version, edits that it touches included."""
        return self._place(span[0], ending=False), self._place(span[1], ending=True)

    def _place(self, offset: int, *, ending: bool) -> int:
        shift = 0
        for each in sorted(self.edits):
            if (
                each.start < offset < each.end
                or (ending and offset == each.end)
                or (not ending and offset == each.start)
            ):
                return each.start + shift + (len(each.new) if ending else 0)
            if each.end <= offset:
                shift += len(each.new) - (each.end - each.start)
        return offset + shift

    @property
    def marked(self) -> list[Span]:
        """The places of the error in the text of this version."""
        return [self.moved(each) for each in self.places or [(edit.start, edit.end) for edit in self.edits]]

    def article(self, paper: Paper) -> editcheck.Article:
        """Return the version as editcheck reads it."""
        published = paper.published if self.published else None
        if not self.as_html:
            title = paper[paper.paragraphs[0]] if paper.paragraphs else None
            return editcheck.Article.from_text(self.text(paper), published=published, title=title)
        return editcheck.read(self._page(paper).encode(), format="html", published=published)

    def _page(self, paper: Paper) -> str:
        text = self.text(paper)
        for span, value in sorted(self.times, reverse=True):
            start, end = self.moved(span)
            text = f"{text[:start]}\ue000{value}\ue001{text[start:end]}\ue002{text[end:]}"
        lines = [html.escape(each) for each in text.split("\n") if each.strip()]
        lines = [re.sub("\ue000(.*?)\ue001(.*?)\ue002", r'<time datetime="\1">\2</time>', each) for each in lines]
        body = "".join(f"<p>{each}</p>\n" for each in lines[1:])
        title = lines[0] if lines else ""
        head = f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
        return f"{head}<body><article><h1>{title}</h1>\n{body}{self.tail}</article></body></html>"


@dataclass(frozen=True)
class Case:
    """An error, and an edit of the same kind that is none. `paper` is what both are edits of, where it was prepared."""

    error: Version
    twin: Version
    paper: Paper | None = field(default=None, kw_only=True)


#: Yields cases for a paper. The random numbers are for choosing words, so that not all errors are alike.
Planter = Callable[[Paper, Random], Iterator[Case]]


@dataclass(frozen=True)
class Planted:
    """How errors of a rule are planted; `also` are rules that may speak instead, as more telling ones."""

    planter: Planter
    also: tuple[str, ...] = ()


def papers(part: Part) -> list[Paper]:
    """Read the articles of PolNeAR and DWIE, those of one corpus after the other."""
    read = [
        *(
            Paper(each.name, each.text, date.fromisoformat(each.published) if each.published else None, each.gold)
            for each in polnear(part)
        ),
        *(
            Paper(each.name, each.text, None, (), tuple(person.mentions for person in each.gold.of_type("person")))
            for each in dwie(part)
        ),
    ]
    known = _known(read)
    return [Paper(each.name, each.text, each.published, each.attributions, each.persons, known) for each in read]


def _known(read: Sequence[Paper]) -> frozenset[str]:
    counted = Counter(word for each in read for word in {*re.findall(r"\b[A-Z][\w’'-]+", each.text)})
    return frozenset(word for word, number in counted.items() if number >= _KNOWN_BY)


_END = re.compile(r"[.!?][”\"’']*\s+(?=[A-Z“\"‘])")
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|St|vs|No|U\.S|D\.C|a\.m|p\.m"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$"
)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph[0]
    for found in _END.finditer(text, *paragraph):
        if not _ABBREVIATED.search(text, max(0, found.start() - 8), found.start() + 1):
            yield start, found.end()
            start = found.end()
    yield start, paragraph[1]


def replaced(spans: Iterable[Span], new: str) -> tuple[Edit, ...]:
    """Return edits that put the same words in several places."""
    return tuple(Edit(start, end, new) for start, end in spans)
