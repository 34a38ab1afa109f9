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

#: Measured on PolNeAR (working part): the share of right attributions by the way they were found.
_CONFIDENCE = {"direct": 0.95, "that": 0.9, "inf": 0.8, "obj": 0.6, "around": 0.85, "as": 0.8, "according": 0.95}


def quotation_of(view: View, draft: Draft, sources: Sources) -> Quotation | None:
    """Return the quotation that a draft amounts to, or None where nothing is said in it."""
    own = {each for each in draft.content if view.inside[each] < 0 or view.inside[each] not in draft.quotes}
    own -= set(draft.cue) | set(draft.source)
    if draft.whole:
        own = set()
    pieces = [_content(view, quote) for quote in draft.quotes]
    if own:
        quoted = {index for span in pieces for index in view.between(span.start, span.end)}
        spans = view.spans(own | quoted)
        spans = tuple(span for span in spans if len(span) > 1)
    else:
        spans = tuple(sorted(pieces))
    if not spans:
        return None
    kind = _kind(draft, bool(own))
    return Quotation(
        kind=kind,
        content=spans,
        cue=view.span(draft.cue) if draft.cue else None,
        source=sources.source_of(draft.source) if draft.source else None,
        confidence=_CONFIDENCE.get("direct" if kind is QuotationKind.DIRECT else draft.frame, 0.6),
        speech=draft.sense is Sense.SPEECH,
    )


def _content(view: View, quote: int) -> Span:
    return view.quotes[quote].content


def _kind(draft: Draft, own: bool) -> QuotationKind:
    if not draft.quotes:
        return QuotationKind.INDIRECT
    return QuotationKind.MIXED if own else QuotationKind.DIRECT
