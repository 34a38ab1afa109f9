"""Articles and reports made by hand: what a format reader and a host would give, without either."""

from __future__ import annotations

from editcheck.annotation import Annotation, Edit, HouseEntry, Related, Severity, Suggestion
from editcheck.article import Article, Block, BlockKind, Notice, Piece, Scope, Span
from editcheck.report import Failure, How, Report, Suppressed
from editcheck.source.text import SourceText

HARBOUR = """Council votes on harbour

The mayor of Port Ellis, Anna Weiß, spoke first. The council met on Tuesday, 12 October 2016, to vote on the plan for \
the new harbour 🚢🚢, which the port authority 港湾局 has wanted since the storm of 1987 took the old quay away. \
“We’ll see,” he said.

Weiss said so."""


def span_of(article: Article, words: str, number: int = 0) -> Span:
    """Return where words stand, the `number`-th time from 0."""
    start = -1
    for _ in range(number + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def harbour_article() -> Article:
    """Return a plain text article of three paragraphs."""
    return Article.from_text(HARBOUR, published="2016-10-14", title="Council votes on harbour", uri="story.txt")


def harbour_report(article: Article | None = None) -> Report:
    """Return a report with an annotation of each severity, a dismissed one, a failure and a notice."""
    article = article or harbour_article()
    weekday = Annotation(
        "dates/weekday-mismatch",
        "12 October 2016 was a Wednesday, not a Tuesday.",
        span_of(article, "Tuesday, 12 October 2016"),
        Severity.ERROR,
        help="Check the day against the agenda of the meeting.",
        suggestions=(
            Suggestion("correct the weekday", (Edit(span_of(article, "Tuesday"), "Wednesday"),)),
            Suggestion("correct the day", (Edit(span_of(article, "12"), "11"),), safe=True),
        ),
        fingerprint="a1",
    )
    name = Annotation(
        "roles/name-variant",
        "“Weiss” is spelt “Weiß” elsewhere.",
        span_of(article, "Weiss"),
        Severity.WARNING,
        related=(Related(span_of(article, "Anna Weiß"), "introduced here"),),
        confidence=0.9,
        fingerprint="b2",
    )
    source = Annotation(
        "attribution/vague-source",
        "Who at the port authority?",
        span_of(article, "the port authority 港湾局 has wanted since the storm of 1987"),
        Severity.SUGGESTION,
        fingerprint="c3",
    )
    vote = Annotation(
        "acronyms/undefined",
        "“Council” is dismissed here.",
        span_of(article, "Council"),
        Severity.WARNING,
        fingerprint="d4",
        house=HouseEntry("acronyms", "Council"),
    )
    return Report(
        article,
        (weekday, source, name),
        failures=(Failure("newsroom", "timeout", "it did not end in 30 seconds"),),
        notices=(Notice("body-guessed", "the body was found by a guess"),),
        suppressed=(Suppressed(vote, How.DISMISSAL, "the agenda says so", "Mara Lind", "2024-10-25"),),
    )


class MarkupBuilder:
    """Builds an article of runs, as a reader of markup would: tags, verbatim text, references, added characters."""

    def __init__(self, name: str = "story.html", encoding: str = "utf-8") -> None:
        self.name, self.encoding = name, encoding
        self.source = self.text = self.scope = ""
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.start = 0

    def tag(self, markup: str) -> MarkupBuilder:
        self.source += markup
        return self

    def verbatim(self, words: str, xpath: str | None, part: str | None = None) -> MarkupBuilder:
        return self.run(words, words, words, xpath, (), part)

    def run(
        self,
        source: str,
        scope: str,
        text: str,
        xpath: str | None,
        escapes: tuple[str, ...] = (),
        part: str | None = None,
    ) -> MarkupBuilder:
        if text:
            self.pieces.append(
                Piece(
                    Span(len(self.text), len(self.text) + len(text)),
                    len(self.source),
                    len(self.source) + len(source),
                    len(self.scope),
                    len(self.scope) + len(scope),
                    xpath,
                    part,
                    escapes,
                )
            )
        self.source += source
        self.scope += scope
        self.text += text
        return self

    def block(self, kind: BlockKind = BlockKind.PARAGRAPH) -> MarkupBuilder:
        """End a block."""
        self.blocks.append(Block(kind, Span(self.start, len(self.text))))
        self.text += "\n"
        self.start = len(self.text)
        return self

    def article(self) -> Article:
        text = self.text.removesuffix("\n")
        raw = self.source.encode(self.encoding)
        source = SourceText(raw, self.source, self.encoding, 0, self.name, single_byte=self.encoding != "utf-8")
        extents: dict[str, tuple[int, int]] = {}
        for piece in self.pieces:
            if piece.xpath:
                start = extents.get(piece.xpath, (piece.scope_start, 0))[0]
                extents[piece.xpath] = start, piece.scope_end
        scope = Scope(self.scope, "/html/body", elements=extents)
        return Article(text, tuple(self.blocks), source, scope, tuple(self.pieces), format="html", uri=self.name)
