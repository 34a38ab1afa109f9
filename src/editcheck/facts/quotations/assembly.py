"""From a draft in tokens to a quotation in spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.model import Quotation, QuotationKind
from editcheck.facts.quotations.lexicon import Sense

if TYPE_CHECKING:
    from editcheck.article import Span
    from editcheck.facts.quotations.drafts import Draft
    from editcheck.facts.quotations.sources import Sources
    from editcheck.facts.quotations.view import View

__all__ = ["quotation_of"]

#: The share of attributions with the right source by the frame that they were found in, measured on PolNeAR's working
#: part: those with words in quotation marks, other reported speech, thoughts and stances.
_QUOTED = {"that": 0.93, "around": 0.96, "as": 0.95, "according": 0.93, "prep": 0.82, "obj": 0.79, "inf": 0.79}
_QUOTED |= {"": 0.82, "name": 0.78, "governing": 0.63, "colon": 0.42, "detached": 0.39, "before": 0.39, "unknown": 0.25}
_REPORTED = {"according": 0.9, "ing": 0.9, "that": 0.88, "around": 0.83, "inf": 0.77, "label": 0.73, "prep": 0.68}
_REPORTED |= {"name": 0.67, "obj": 0.66, "as": 0.6, "passive": 0.5, "nominal": 0.55}
_HELD = {"that": 0.68, "inf": 0.65, "passive": 0.6, "prep": 0.6, "obj": 0.52, "nominal": 0.46, "seeming": 0.43}
_OTHERWISE = 0.6


def quotation_of(view: View, draft: Draft, sources: Sources) -> Quotation | None:
    """Return the quotation that a draft amounts to, or None where nothing is said in it."""
    own = {each for each in draft.content if view.inside[each] < 0 or view.inside[each] not in draft.quotes}
    own -= set(draft.cue) | set(draft.source)
    if draft.whole:
        own = set()
    pieces = [_content(view, quote) for quote in draft.quotes]
    spans = tuple(sorted([*view.spans(own), *pieces]))
    if not spans:
        return None
    kind = _kind(draft, bool(own))
    return Quotation(
        kind=kind,
        content=spans,
        cue=view.span(draft.cue) if draft.cue else None,
        source=sources.source_of(draft.source) if draft.source else None,
        confidence=_confidence(draft),
        speech=draft.sense is Sense.SPEECH,
    )


def _confidence(draft: Draft) -> float:
    if draft.sense is not Sense.SPEECH:
        return _HELD.get(draft.frame, _OTHERWISE)
    return (_QUOTED if draft.quotes else _REPORTED).get(draft.frame, _OTHERWISE)


def _content(view: View, quote: int) -> Span:
    return view.quotes[quote].content


def _kind(draft: Draft, own: bool) -> QuotationKind:
    if not draft.quotes:
        return QuotationKind.INDIRECT
    return QuotationKind.MIXED if own else QuotationKind.DIRECT
