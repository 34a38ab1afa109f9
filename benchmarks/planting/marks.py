"""Planting errors in quotation marks and in quoted words.

Places are what stands between double quotation marks in a paragraph, as the marks tell; for repeated and altered words
only speech, by the annotators, is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from corpora import Span

from planting.papers import Case, Edit, Paper, Planted, Version

_MARKS = '“”"'
#: Words that are changed in a quotation, each to one that changes what is said.
_CHANGED = {
    "always": "often", "never": "rarely", "will": "may", "must": "should", "all": "most", "every": "any",
    "great": "good", "good": "great", "more": "less", "less": "more", "can": "could", "cannot": "should not",
    "people": "voters", "country": "nation", "want": "need", "need": "want", "think": "know", "know": "think",
    "best": "better", "many": "some", "very": "rather", "is": "was", "are": "were", "has": "had", "not": "hardly",
}  # fmt: skip
_WORD = re.compile(r"[\w’']+")


def _whole(paper: Paper) -> Iterator[Span]:
    """Yield quotations that open and close within one paragraph of the running text, marks included."""
    for start, end in paper.quoted:
        closes = paper.text[end - 1] in '”"' and end - start > 12
        if closes and start >= paper.body:
            yield start, end


def _words(paper: Paper, span: Span) -> int:
    return len(_WORD.findall(paper[span]))


def unbalanced_quote(paper: Paper, random: Random) -> Iterator[Case]:
    """A closing mark is lost; twin: a quotation goes on in a new paragraph, which opens with a mark again."""
    spans = list(_whole(paper))
    random.shuffle(spans)
    for start, end in spans:
        stop = _inner_end(paper, (start, end))
        paragraph = paper.paragraphs[paper.paragraph(start)]
        if stop and end < paragraph[1] - 3:
            parted = Edit(stop[0], stop[1], f"\n\n{paper.text[start]}")
            yield Case(Version((Edit(end - 1, end, ""),), ((start, end),)), Version((parted,), ((start, end),)))


def _inner_end(paper: Paper, span: Span) -> Span | None:
    """Return the blank behind the first sentence of a quotation that has several."""
    found = re.compile(r"(?<=[a-z]{3}[.!?]) (?=[A-Z])").search(paper.text, span[0], span[1] - 10)
    return found.span() if found else None


def mismatched_quotes(paper: Paper, random: Random) -> Iterator[Case]:
    """A closing mark becomes one of another kind; twin: both become straight."""
    spans = [
        each
        for each in _whole(paper)
        if paper.text[each[0]] == "“" and "‘" not in paper[each] and "’" not in paper[each]
    ]
    random.shuffle(spans)
    for start, end in spans:
        wrong = random.choice(('"', '"', "’", "’’"))
        both = (Edit(start, start + 1, '"'), Edit(end - 1, end, '"'))
        yield Case(Version((Edit(end - 1, end, wrong),), ((start, end),)), Version(both))


def _speech(paper: Paper, least: int, most: int) -> Iterator[tuple[Span, str]]:
    """Yield whole quoted sentences that the annotators credit to a short name, with that name."""
    for start, end in _whole(paper):
        for each in paper.attributions:
            inside = any(a <= start + 2 and end - 2 <= b for a, b in each.content)
            source = paper[each.source[0]] if len(each.source) == 1 else ""
            if (
                inside
                and re.fullmatch(r"(?!(?:He|She|They|It|I)\b)(?:[A-Z][\w.’'-]+ ?){1,3}", source)
                and least <= _words(paper, (start, end)) <= most
            ):
                yield (start, end), source
                break


def _changed(words: str, random: Random) -> str | None:
    """Return the words with one of them changed, not the first or last, or None where none of them can be."""
    found = [each for each in _WORD.finditer(words) if each[0] in _CHANGED][:8]
    inner = [each for each in found if each.start() > 3 and len(words) - each.end() > 3]
    if not inner:
        return None
    one = random.choice(inner)
    return words[: one.start()] + _CHANGED[one[0]] + words[one.end() :]


def repeated_quote(paper: Paper, random: Random) -> Iterator[Case]:
    """A quotation comes again two paragraphs later with one word changed; twin: it comes again as it was."""
    for (start, end), source in _speech(paper, 10, 60):
        words = paper.text[start + 1 : end - 1].rstrip(",.")
        other = _changed(words, random)
        close = "”" if paper.text[start] == "“" else '"'
        at = paper.paragraphs[min(paper.paragraph(start) + 2, len(paper.paragraphs) - 1)][1]
        if other and not re.search(r"[“”\"…\[]|\.\.", words):
            error, twin = (f"\n\n{paper.text[start]}{each},{close} {source} said." for each in (other, words))
            yield Case(Version((Edit(at, at, error),)), Version((Edit(at, at, twin),)))


def altered_quote(paper: Paper, random: Random) -> Iterator[Case]:
    """A page's headline quotes some words of a speaker with one changed; twin: as they were."""
    for (start, end), source in _speech(paper, 6, 40):
        words = re.match(r"(?:[\w’'-]+ ){4,8}[\w’'-]+(?=[ ,.!?])", paper.text[start + 1 : end - 1])
        other = _changed(words[0], random) if words else None
        if words and other:
            versions = (
                Version((Edit(*paper.paragraphs[0], f"{source}: ‘{each}’"),), as_html=True)
                for each in (other, words[0])
            )
            yield Case(*versions)


PLANTED = {
    "attribution/unbalanced-quote": Planted(unbalanced_quote),
    "attribution/mismatched-quotes": Planted(mismatched_quotes),
    "attribution/repeated-quote": Planted(repeated_quote),
    "attribution/altered-quote": Planted(altered_quote),
}
