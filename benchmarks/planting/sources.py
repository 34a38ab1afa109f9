"""Planting errors in who is credited with what: places are the annotators' sources and cues (PolNeAR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from corpora import Attribution, Span

from planting.papers import Case, Edit, Paper, Planted, Version

_SAID = re.compile(r"(?:said|says|told|added|argued|noted|warned|explained|claimed|believes?|thinks?)\b")
_VAGUE = ("experts", "critics", "some", "observers", "many analysts")
_NAMED_CLASSES = ("officials at the Justice Department", "economists at Duke University", "the authors of the report")
_NAMELESS = (
    "a person familiar with the matter",
    "a source",
    "sources close to the campaign",
    "people familiar with the talks",
)
_WITH_REASON = (
    "an official who spoke on condition of anonymity because the talks were private",
    "an aide who asked not to be named because she was not authorized to speak to reporters",
)
_IS = re.compile(r"(?<=[a-z] )(?:is|are) (?=(?:a|an|the|in|on|at) )")
_WAS = re.compile(
    r"(?<=[a-z]{4} )(?:was|were) (?=(?:arrested|killed|found|seen|given|sent|paid|fired|hired|moved|taken) )"
)
_HEDGES = ("reportedly", "allegedly")


def _told(paper: Paper) -> Iterator[tuple[Attribution, Span, Span]]:
    """Yield attributions of one source and one cue with a verb of speaking, both in the article's own words."""
    for each in paper.attributions:
        if len(each.source) == 1 and each.cue and _SAID.match(paper[each.cue[0]]):
            source, cue = each.source[0], each.cue[0]
            if source[0] >= paper.body and not paper.in_quotes(source[0]) and not paper.in_quotes(cue[0]):
                yield each, source, cue


_CREDITED = re.compile(
    r"(?P<all>[“\"](?P<words>[^“”\"]{30,}?),[”\"] (?P<who>[^“”\"]{5,90}?)\.(?: [“\"](?P<more>[^“”\"]+?)[”\"])?) *"
)


def unattributed_quote(paper: Paper, random: Random) -> Iterator[Case]:
    """A paragraph that is a quotation and its credit loses the credit, and is moved to where nobody speaks.

    Twin: it is moved with the credit before it, or in the next sentence. Nobody is credited with anything in the
    paragraphs around the new place, and they do not name the source.
    """
    for _, source, cue in _told(paper):
        start, end = paper.paragraphs[paper.paragraph(source[0])]
        found = _CREDITED.fullmatch(paper.text[start:end])
        gap = _gap(paper, (start, end), paper[source])
        if not found or gap is None or len(found["words"].split()) < 8 or "," in paper[source]:
            continue
        who = range(start + found.start("who"), start + found.end("who"))
        if source[0] in who and cue[0] in who:
            opening, closing = found["all"][0], "”" if found["all"][0] == "“" else '"'
            more = f" {found['more']}" if found["more"] else ""
            bare = f"{opening}{found['words']}.{more}{closing}"
            name = _capital(paper[source])
            twin = random.choice((f"{name} said: {bare}", f"{bare} {name} said so in a statement."))
            cut = Edit(start, end, "")
            yield Case(*(Version((cut, Edit(gap, gap, f"{each}\n\n")), ((gap, gap),)) for each in (bare, twin)))


def _gap(paper: Paper, moved: Span, source: str) -> int | None:
    """Return where a paragraph begins that, like the one before, has nobody credited in it, and not the source."""
    credited = [span for each in paper.attributions for span in (*each.content, *each.source)]
    quiet = [
        paragraph
        for paragraph in paper.paragraphs
        if paragraph != moved
        and not any(paragraph[0] < b and a < paragraph[1] for a, b in credited)
        and source.split()[-1] not in paper[paragraph]
        and not re.search(r"[“”\"]|:\s*$", paper[paragraph])
        and len(paper[paragraph]) > 60
    ]
    pairs = zip(paper.paragraphs[1:], paper.paragraphs[2:], strict=False)
    after_it = (after[0] for before, after in pairs if before in quiet and after in quiet and after > moved)
    return next(after_it, None)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _people(paper: Paper) -> Iterator[tuple[Span, Span]]:
    """Yield sources that are a name or two and stand as subject right before their cue, with the cue."""
    for _, source, cue in _told(paper):
        if cue[0] == source[1] + 1 and re.fullmatch(r"(?:[A-Z][\w.’'-]+ ?){1,3}", paper[source]):
            yield source, cue


def _replacing(
    paper: Paper, random: Random, wrong: tuple[str, ...], right: tuple[str, ...], *, alone: bool = False
) -> Iterator[Case]:
    for source, _ in _people(paper):
        if alone and _is_followed(paper, source):
            continue
        opens = source[0] == paper.sentence(source[0])[0]
        words = (_capital(each) if opens else each for each in (random.choice(wrong), random.choice(right)))
        yield Case(*(Version((Edit(*source, each),)) for each in words))


def _is_followed(paper: Paper, source: Span) -> bool:
    """Whether somebody else with a name speaks in the rest of a sentence or the next one."""
    end = paper.sentence(min(paper.sentence(source[0])[1], len(paper.text) - 1))[1]
    others = (span for each in paper.attributions for span in each.source if span != source)
    return any(source[0] < start < end and re.search(r"[A-Z]", paper.text[start:stop]) for start, stop in others)


def vague_source(paper: Paper, random: Random) -> Iterator[Case]:
    """A named source becomes "experts"; twin: officials or experts of a named body.

    Nobody with a name is credited with anything in the rest of the sentence or the next one: he would be one of them.
    """
    return _replacing(paper, random, _VAGUE, _NAMED_CLASSES, alone=True)


def anonymous_source(paper: Paper, random: Random) -> Iterator[Case]:
    """A named source becomes "a person familiar with the matter"; twin: a nameless one with the reason why."""
    return _replacing(paper, random, _NAMELESS, _WITH_REASON)


def unsourced_claim(paper: Paper, random: Random) -> Iterator[Case]:
    """A statement that nobody is credited with gets a hedge ("reportedly"); twin: and a source in the same sentence.

    Not in the opening paragraphs: news gives the source behind what it leads with.
    """
    credited = [span for each in paper.attributions for span in (*each.content, *each.source)]
    for found in [*paper.found(_WAS), *paper.found(_IS)]:
        start, end = paper.sentence(found.start())
        if paper.paragraph(start) < 3 or paper.text.startswith("Not ", start):
            continue
        stop = end - len(paper.text[start:end]) + len(paper.text[start:end].rstrip())
        if (
            paper.text[stop - 1] != "."
            or any(start < b and a < end for a, b in credited)
            or '"' in paper.text[start:end]
        ):
            continue
        words = f"{found[0]}{random.choice(_HEDGES)} " if found[0][0] == "w" else f"{found[0]}believed to be "
        said = random.choice(("police said", "the Justice Department said on Monday", "according to court records"))
        error = Edit(*found.span(), words)
        yield Case(Version((error,)), Version((error, Edit(stop - 1, stop - 1, f", {said}")), (found.span(),)))


def uncredited_image(paper: Paper, random: Random) -> Iterator[Case]:
    """A picture with a caption and no credit is put in; twin: with a credit."""
    credit = random.choice(("Photo: Jan Holm/Reuters", "(AP Photo/Jan Holm)", "© Jan Holm", "Jan Holm for The Post"))
    last = paper.paragraphs[-1][1]
    yield Case(*(Version((Edit(last, last, ""),), as_html=True, tail=_figure(each)) for each in ("", credit)))


def _figure(credit: str) -> str:
    caption = f"People wait for a bus in the rain. {credit}".strip()
    return f'<figure><img src="bus.jpg" alt="A bus stop in the rain"><figcaption>{caption}</figcaption></figure>'


PLANTED = {
    "attribution/unattributed-quote": Planted(unattributed_quote),
    "attribution/anonymous-source": Planted(anonymous_source),
    "attribution/vague-source": Planted(vague_source),
    "attribution/unsourced-claim": Planted(unsourced_claim),
    "attribution/uncredited-image": Planted(uncredited_image),
}
