"""Where the partner of a quotation mark that stands alone can have stood: what repairs of unbalanced marks write.

Whole sentences that are quoted end before the words that credit somebody, or with a sentence, and begin likewise. Where
a few words are quoted in the middle of a sentence, nobody but the writer knows how many: nothing is suggested.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editcheck import Edit, Span, Suggestion
from editcheck_attribution.mark_repairs import MARKS, kind_of_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editcheck import Article, Facts, Options, QuoteMarkProblem, Sentence, Token

__all__ = ["missing_marks"]

#: What stands between quoted words and who is credited with them.
_GO_BEFORE = frozenset((",", "?", "!", "’"))
#: A whole sentence is quoted behind these, or at the beginning of a paragraph.
_LEADS_IN = re.compile(r"[,:.?!(—–“”\"‘]\s*\Z|\A\s*\Z")
_ENDS = re.compile(r"[,.?!…][’']?\Z")
_MARK = re.compile(r"[“”\"]|''")
#: So many words of the article tell where a mark is put.
_SHOWN, _BESIDE = 3, 100


def missing_marks(article: Article, facts: Facts, problem: QuoteMarkProblem, options: Options) -> list[Suggestion]:
    """Return the repairs that add the partner of a mark, at most two, the likelier first; never safe."""
    kind = kind_of_mark(article[problem.span])
    if kind is None:
        return []
    verbs = frozenset(options.house["cue_verbs"])
    opens = problem.kind == "unclosed"
    mark = MARKS[kind][1 if opens else 0]
    find = _ends if opens else _beginnings
    found = []
    for place in dict.fromkeys(find(article, facts, problem.span, verbs)):
        told = f"Close it with {mark} after" if opens else f"Open it with {mark} before"
        words = _words_at(article.text, place, before=opens)
        found.append(Suggestion(f"{told} “{words}”", (Edit(Span(place, place), mark),)))
    return found


def _words_at(text: str, place: int, *, before: bool) -> str:
    beside = text[max(0, place - _BESIDE) : place] if before else text[place : place + _BESIDE]
    words = beside.split()
    return " ".join(words[-_SHOWN:] if before else words[:_SHOWN])


def _ends(article: Article, facts: Facts, mark: Span, verbs: frozenset[str]) -> Iterator[int]:
    """Yield where the words behind an opening mark may end."""
    block = article.block_at(mark).span
    if _LEADS_IN.search(article.text[block.start : mark.start]) is None or _is_loose(article, mark.end):
        return
    following = _MARK.search(article.text, mark.end, block.end)
    area = Span(mark.end, following.start() if following is not None else block.end)
    comma = next(_before_credits(facts, area, verbs), None)
    if comma is not None:
        yield comma
        return
    ends = [min(each.span.end, area.end) for each in _sentences(facts, area)]
    ends = [
        each - len(article.text[area.start : each]) + len(article.text[area.start : each].rstrip()) for each in ends
    ]
    whole = [each for each in ends if _ENDS.search(article.text[area.start : each])]
    if whole:
        yield whole[0]
        yield whole[-1]


def _beginnings(article: Article, facts: Facts, mark: Span, verbs: frozenset[str]) -> Iterator[int]:
    """Yield where the words before a closing mark may begin."""
    block = article.block_at(mark).span
    if _ENDS.search(article.text[block.start : mark.start]) is None:
        return
    before = max((each.end() for each in _MARK.finditer(article.text, block.start, mark.start)), default=block.start)
    area = Span(before, mark.start)
    starts = [each.span.start for each in _sentences(facts, area) if each.span.start >= area.start]
    if starts:
        sentence = facts.sentences[facts.sentence_number(starts[-1])]
        led_in = next(_behind_credits(sentence, area, verbs), None)
        if led_in is not None:
            yield led_in
            return
        if any(token.span in area and _is_saying(token, verbs) for token in sentence.tokens):
            return  # "The captain said they sail”": where her own words begin, she alone knows
        yield starts[-1]
        if before == block.start:
            yield starts[0]


def _is_loose(article: Article, offset: int) -> bool:
    """Whether a mark stands apart from its words, as where all marks were set so: nobody can tell which is which."""
    return article.text[offset : offset + 1].isspace()


def _sentences(facts: Facts, area: Span) -> list[Sentence]:
    first, last = (facts.sentence_number(each) for each in (area.start, max(area.start, area.end - 1)))
    return [each for each in facts.sentences[first : last + 1] if each.span.overlaps(area)]


def _before_credits(facts: Facts, area: Span, verbs: frozenset[str]) -> Iterator[int]:
    """Yield the places behind a comma or a question mark before those who are credited: ", the captain said"."""
    before: Token | None = None
    for sentence in _sentences(facts, area):
        for index, token in enumerate(sentence.tokens):
            if token.span in area and _is_saying(token, verbs):
                start = _start_of_credit(sentence, index)
                mark = sentence.tokens[start - 1] if start else before
                if mark is not None and mark.text in _GO_BEFORE and mark.span in area:
                    yield mark.span.end
        before = sentence.tokens[-1]


def _start_of_credit(sentence: Sentence, verb: int) -> int:
    """Return where the subject of a verb begins, with what is said of it; the verb itself where that comes first."""
    subjects = (each for each in sentence.children[verb] if each < verb and sentence.tokens[each].dep == "nsubj")
    subject = next(subjects, None)
    return verb if subject is None else sentence.subtree(subject)[0]


def _is_saying(token: Token, verbs: frozenset[str]) -> bool:
    return token.pos == "VERB" and token.lemma in verbs and token.tag in ("VBD", "VBZ")


def _behind_credits(sentence: Sentence, area: Span, verbs: frozenset[str]) -> Iterator[int]:
    """Yield where the words begin that follow "The captain said," or "said:"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[1:-1], start=1):
        said = token.text in (",", ":") and tokens[index - 1].pos == "VERB" and tokens[index - 1].lemma in verbs
        if said and tokens[index + 1].span.start >= area.start:
            yield tokens[index + 1].span.start
