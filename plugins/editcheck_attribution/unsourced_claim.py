"""attribution/unsourced-claim: is believed to, reportedly, allegedly, and by whom."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from editcheck import Example, Option, Rule, Severity, SourceKind, Span, load_table
from editcheck_attribution.passages import in_running_text, in_speech, opening_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editcheck import Annotation, Article, Facts, Options, Quotation, Sentence

__all__ = ["RULE", "find"]

RULE = Rule(
    id="attribution/unsourced-claim",
    summary="A claim is passed on without saying whose it is",
    explanation=(
        "“Is believed to” and “reportedly” tell the reader that the article does not vouch for something, and keep "
        "back who does. In a dispute that is the very thing the reader needs."
    ),
    severity=Severity.SUGGESTION,
    help="Say who believes, reports or alleges it.",
    options=(Option("also", (), "more phrases that pass a claim on without its source"),),
    when_off="In court reports that name court and charge elsewhere.",
    good=(
        Example("The ship is believed by the coast guard to have sunk."),
        Example("The ship is believed to have sunk, according to the coast guard."),
        Example("The coast guard said that the ship was believed to have sunk.", note="its belief, as it says"),
        Example("“The ship is believed to have sunk,” the captain said."),
        Example("Prosecutors charged the captain, who allegedly slept on duty.", note="a charge in court"),
        Example("The ship is seen as a danger by the fishermen.", note="who sees it so stands behind"),
        Example("The supposedly unsinkable ship sank.", note="irony"),
        Example(
            "The ship sank on Monday, the coast guard said. Ten people were said to be missing.", note="said above"
        ),
        Example("She could not believe her eyes."),
    ),
    bad=(
        Example("The ship [[is believed to]] have sunk on Monday."),
        Example("The captain [[reportedly]] slept on duty."),
        Example("The owner [[is seen as]] a careful man."),
        Example("[[It is understood that]] the ship was never insured."),
    ),
)

#: The share of right reports among those judged on published articles (docs/alarms.md).
_CONFIDENCE = 0.9
#: How phrases end that tell of a view which anybody may hold; who reported something right before is no source of it.
_VIEWS = frozenset({"as"})
#: What everybody knows to have been said, and nobody doubts.
_PROVERBIAL = frozenset({"famously", "proverbially"})
#: So many sentences back whoever tells all this may be named.
_TOLD_WITHIN = 6
_ASKABLE = frozenset({SourceKind.NAMED, SourceKind.DOCUMENT})
#: Tags of who can hold something true: names and people in the plural.
_PEOPLE = frozenset({"NNP", "NNPS", "NNS"})
_COURT = re.compile(
    r"\b(?:court|judge|jury|trial|prosecut\w+|indict\w*|charged?|charges|arrest\w*|plead\w*|lawsuit|sued?|complaint|"
    r"convict\w*|sentenced)\b",
    re.IGNORECASE,
)


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each phrase that passes on a claim whose source the sentence does not have."""
    pattern = _pattern(options.words(RULE, "also"))
    credited = _by_sentence(facts)
    for number, sentence in enumerate(facts.sentences):
        for match in pattern.finditer(article.text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.end())
            told = _is_told(facts, number, credited)
            if in_running_text(article, span) and _unsourced(article, facts, number, span, credited[number], told):
                yield RULE.annotate(
                    span,
                    f"“{article[span]}”: by whom?",
                    confidence=_CONFIDENCE,
                    keys=(opening_words(article[span]), opening_words(article[sentence.span], 4)),
                )


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for all phrases; each may have an adverb after "is" ("is widely believed to")."""
    phrases = sorted({*load_table("editcheck_attribution", "data/unsourced.toml"), *more}, key=len, reverse=True)
    spelt = (
        re.escape(phrase).replace("\\ ", " ").replace("be ", r"(?:is|are|was|were|be|been) (?:\w+ly )?", 1)
        if phrase.startswith("be ")
        else re.escape(phrase).replace("\\ ", " ")
        for phrase in phrases
    )
    return re.compile(rf"\b(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)


def _by_sentence(facts: Facts) -> Mapping[int, Sequence[Quotation]]:
    """Return what somebody is credited with, by the number of the sentence that names the source."""
    found: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in facts.quotations:
        if quotation.source is not None:
            found[facts.sentence_number(quotation.source.span.start)].append(quotation)
    return found


def _unsourced(
    article: Article, facts: Facts, number: int, span: Span, credited: Sequence[Quotation], told_before: bool
) -> bool:
    sentence = facts.sentences[number]
    if in_speech(facts, span) or _is_credited(span, credited):
        return False
    words = article[span].lower()
    if _names_whom(sentence, span) or _is_doubt(sentence, span) or _is_proverbial(words):
        return False
    if _goes_on_with_source(span, credited) or (words.split()[-1] not in _VIEWS and told_before):
        return False
    if words.startswith("be ") and _is_possible(sentence, span):
        return False
    if "alleged" in words:
        around = facts.sentences[max(0, number - 1) : number + 2]
        return not any(_COURT.search(article[each.span]) for each in around if each.block == sentence.block)
    return True


def _is_told(facts: Facts, number: int, credited: Mapping[int, Sequence[Quotation]]) -> bool:
    """Whether an earlier sentence of the same paragraph, a few before at most, says who tells all this."""
    block = facts.sentences[number].block
    before = (each for each in range(max(0, number - _TOLD_WITHIN), number) if facts.sentences[each].block == block)
    told = (quotation for each in before for quotation in credited[each] if quotation.speech)
    return any(each.source is not None and each.source.kind in _ASKABLE for each in told)


def _goes_on_with_source(span: Span, credited: Sequence[Quotation]) -> bool:
    """Whether the sentence goes on with who says so, in other words ("is seen as weak: 60 percent said ...")."""
    cues = (each.cue for each in credited if each.speech and each.cue is not None)
    return any(cue.start > span.end for cue in cues)


def _is_proverbial(words: str) -> bool:
    return bool(_PROVERBIAL & set(words.split()))


def _names_whom(sentence: Sentence, span: Span) -> bool:
    """Whether the rest of the sentence says who believes it ("is seen as a danger by fishermen", "according to")."""
    for index, token in enumerate(sentence.tokens):
        if token.span.start < span.end:
            continue
        if token.text.lower() == "according":
            return True
        if token.text.lower() == "by" and any(sentence.tokens[kid].tag in _PEOPLE for kid in sentence.children[index]):
            return True
    return False


def _is_doubt(sentence: Sentence, span: Span) -> bool:
    """Whether an adverb makes light of an adjective ("the supposedly safe bridge"): the writer's irony, no claim."""
    index = sentence.token_at(span.start)
    if index is None or sentence.tokens[index].tag != "RB":
        return False
    head = sentence.tokens[sentence.tokens[index].head]
    return sentence.tokens[index].text.lower() == "supposedly" and head.dep == "amod"


def _is_possible(sentence: Sentence, span: Span) -> bool:
    """Whether the words say what could be ("can be seen as"): that is the writer's own thought."""
    index = sentence.token_at(span.start)
    return index is not None and index > 0 and sentence.tokens[index - 1].tag in ("MD", "RB", "TO")


def _is_credited(span: Span, credited: Sequence[Quotation]) -> bool:
    """Whether somebody in the sentence is credited with something of which these words are a part."""
    return any(
        (quotation.cue is not None and quotation.cue.overlaps(span))
        or any(content.overlaps(span) for content in quotation.content)
        for quotation in credited
    )
