"""attribution/unbalanced-quote and attribution/mismatched-quotes: quotation marks that do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck import Example, Related, Rule, Severity, Span
from editcheck_attribution.mark_repairs import fitting_marks
from editcheck_attribution.missing_marks import missing_marks
from editcheck_attribution.passages import opening_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck import Annotation, Article, Facts, Options, QuoteMarkProblem, Suggestion

__all__ = ["MISMATCHED", "UNBALANCED", "find_mismatched", "find_unbalanced"]

UNBALANCED = Rule(
    id="attribution/unbalanced-quote",
    summary="A quotation mark that opens and never closes, or closes what was never opened",
    explanation=(
        "With one mark missing the reader cannot tell where somebody's words end and the article's begin: a claim of "
        "the article reads as a quotation, or the other way round."
    ),
    severity=Severity.ERROR,
    help="Add the missing mark where the quotation begins or ends, or delete this one.",
    when_off="Where articles quote computer code or transcripts with loose marks.",
    good=(
        Example("“We sail at nine,” the captain said."),
        Example(
            "“We sailed at nine.\n\n“By noon we were lost,” the captain said.",
            note="a quotation of two paragraphs opens twice and closes once",
        ),
        Example("In the ’90s the sailors' union bought a 12\" gun; the captain stood 5' 10\"."),
        Example("‘Abd al-Karim sailed from Sana‘a, the dockers’ son said."),
    ),
    bad=(
        Example("[[“]]We sail at nine, the captain said.", note="where do his words end?"),
        Example("We sail at nine,[[”]] the captain said."),
        Example('The captain called it [["]]a perfect day and went below.'),
        Example("“He told us, [[‘]]Stay where you are.” The captain shrugged.", note="the inner quotation never ends"),
    ),
)

MISMATCHED = Rule(
    id="attribution/mismatched-quotes",
    summary="Two quotation marks of different kinds around one quotation",
    explanation=(
        "A straight mark that opens and a curly one that closes, or a double and a single one, show that text came "
        "from two places or was edited in a hurry. Programs that look for quotations lose such a pair."
    ),
    severity=Severity.SUGGESTION,
    help="Use the same kind of mark at both ends.",
    when_off="Where another program sets the marks when the article is published.",
    good=(
        Example("“We sail at nine,” the captain said. “Be there.”"),
        Example('"We sail at nine," the captain said. "He told me, \'Be there.\'"'),
        Example("‘We sail at nine,’ the captain said.", note="single marks, but the same at both ends"),
    ),
    bad=(
        Example('[["We sail at nine,”]] the captain said.'),
        Example('[[“We sail at nine,"]] the captain said.'),
        Example("[[“We sail at nine,'']] the captain said.", note="two single marks close a double one"),
        Example("[[“We sail at nine.’]] The captain nodded."),
    ),
)

#: The shares of right reports among those judged on published articles (docs/alarms.md).
_UNBALANCED, _MISMATCHED = 0.9, 0.95
#: More marks of one kind without a partner than these are one fault of the whole article.
_MANY = 3
#: As many words at the head of a paragraph lead to a mark that faces the wrong way: "The captain also said,”".
_LED_IN = 4
#: So many characters beside a mark are looked at for the words that a message tells.
_BESIDE = 500


def find_unbalanced(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each mark without a partner, on the mark itself.

    Where an article has many of one kind, that is how it was set or how its text was taken over: the first stands for
    all, which are told as related.
    """
    faults = _faults(article, facts)
    for kind in ("unclosed", "unopened"):
        alike = [each for each in faults if each.kind == kind]
        if len(alike) > _MANY:
            yield _unbalanced(article, alike[0], alike[1:])
        else:
            yield from (_unbalanced(article, each, (), missing_marks(article, facts, each, options)) for each in alike)


def _faults(article: Article, facts: Facts) -> list[QuoteMarkProblem]:
    """Return the marks without a partner, without those that end what another begins."""
    found: list[QuoteMarkProblem] = []
    before: QuoteMarkProblem | None = None
    for problem in facts.quote_mark_problems:
        same, before = before is not None and _ends_fault(article, before, problem), problem
        if problem.kind != "mismatched" and not same and not _continues(article, problem):
            found.append(problem)
    return found


def _unbalanced(
    article: Article,
    problem: QuoteMarkProblem,
    more: Sequence[QuoteMarkProblem],
    suggestions: Sequence[Suggestion] = (),
) -> Annotation:
    opens = problem.kind == "unclosed"
    words = _words_beside(article, problem, after=opens)
    told = f"before “{shortened(words, 5)}” is never closed"
    if not opens:
        told = f"after “{_tail(words)}” closes a quotation that was never opened"
    return UNBALANCED.annotate(
        problem.span,
        f"The quotation mark {told}" + (f", and there are {len(more)} more like it" if more else ""),
        related=[Related(each.span, "so here") for each in more],
        suggestions=suggestions,
        confidence=_UNBALANCED,
        keys=(problem.kind, opening_words(words, 4)),
    )


def find_mismatched(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each pair of different marks, on the whole quotation with its marks."""
    pairs = {each.opening.start: each for each in reversed(facts.quoted)}
    for problem in facts.quote_mark_problems:
        if problem.kind != "mismatched":
            continue
        pair = pairs.get(problem.span.start)
        if pair is None or pair.closing is None:
            continue
        opening, closing = article[pair.opening], article[pair.closing]
        yield MISMATCHED.annotate(
            problem.span,
            f"{opening} opens this quotation and {closing} closes it",
            suggestions=fitting_marks(article, facts, pair),
            confidence=_MISMATCHED,
            keys=(opening_words(article[pair.content]),),
        )


def _continues(article: Article, problem: QuoteMarkProblem) -> bool:
    """Whether the next line of the same block takes the quotation up with the same mark: its lines are paragraphs."""
    block, mark = article.block_at(problem.span).span, article[problem.span]
    end = article.text.find("\n", problem.span.end, block.end)
    return problem.kind == "unclosed" and end >= 0 and article.text.startswith(mark, end + 1)


def _ends_fault(article: Article, before: QuoteMarkProblem, problem: QuoteMarkProblem) -> bool:
    """Whether a mark only closes what the one before it opened, facing the wrong way: 'He says,” we sail at nine.”'."""
    start, between = article.block_at(before.span).span.start, article.text[before.span.end : problem.span.start]
    led_in = article.text[start : before.span.start].split()
    both = before.kind == problem.kind == "unopened" and start <= problem.span.start and "\n" not in between
    return both and 0 < len(led_in) <= _LED_IN and not any(each in between[:-1] for each in ".?!")


def _words_beside(article: Article, problem: QuoteMarkProblem, *, after: bool) -> str:
    block = article.block_at(problem.span).span
    if after:
        return article[Span(problem.span.end, min(block.end, problem.span.end + _BESIDE))].strip()
    return article[Span(max(block.start, problem.span.start - _BESIDE), problem.span.start)].strip()


def _tail(text: str) -> str:
    words = text.split()
    return text if len(words) <= 5 else f"… {' '.join(words[-5:])}"
