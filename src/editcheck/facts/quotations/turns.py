"""Quotations without a cue in their own sentence: a turn that goes on, or whoever the sentence before is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editcheck.article import BlockKind
from editcheck.facts.quotations.drafts import Draft
from editcheck.facts.quotations.layout import credit_line
from editcheck.facts.quotations.lexicon import Sense
from editcheck.facts.quotations.phrases import noun_phrase, verb_group
from editcheck.facts.quotations.subjects import own_subject

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import Stretch, View

__all__ = ["Turns"]

#: Words from which on a quoted piece that begins with a capital is a sentence and no term or title.
_SENTENCE = 6
#: Words from which on a quoted piece inside of a report is as good as a turn of speech.
_SPEECH = 12
_ASKING = frozenset({"ask", "wonder", "inquire"})
#: Frames of the attributions that are put together here: to whom the sentence before is about, or spoke last.
_MADE = frozenset({"detached", "before", "rounded"})
_ROUNDING_OFF = frozenset({"so", "thus"})


@dataclass
class _Said:
    """What is remembered of a sentence: its attributions, and whether words in quotation marks ended it."""

    stretch: Stretch
    drafts: list[Draft]
    pure: bool
    speaking: Draft | None = None


@dataclass
class Turns:
    """Follows the turns of speech through an article, sentence by sentence.

    `made` are attributions without a cue; `unclaimed` the quoted pieces that nobody was found for so far.
    """

    view: View
    made: list[Draft] = field(default_factory=list)
    unclaimed: list[int] = field(default_factory=list)
    last: _Said | None = None
    heard: Draft | None = None
    block: int = -1

    def follow(self, stretch: Stretch, drafts: list[Draft], unclaimed: list[int]) -> None:
        """Tie the pieces that found no cue in their sentence to the turn they belong to."""
        if not self._in_body(stretch):
            self.unclaimed.extend(unclaimed)
            return
        if stretch.block != self.block:
            self.heard, self.block = None, stretch.block
        speaking = next((each for each in reversed(drafts) if each.quotes), None)
        if speaking is not None and not speaking.source and self.heard is not None:
            speaking.source = self.heard.source  # Adding: "..."
        self._look_back(stretch, drafts, speaking)
        pure = self._is_pure(stretch)
        for quote in unclaimed:
            owner = self._owner(quote, pure)
            if owner is None:
                self.unclaimed.append(quote)
            else:
                self._give(quote, owner)
                speaking = owner
        last = speaking or self._reporting(drafts)
        self.heard = last or self.heard
        self.last = _Said(stretch, drafts, pure, last)

    def _give(self, quote: int, owner: Draft) -> None:
        if owner.frame in _MADE and not owner.quotes:
            self.made.append(owner)
        owner.quotes.append(quote)

    def _look_back(self, stretch: Stretch, drafts: list[Draft], speaking: Draft | None) -> None:
        """Credit the paragraphs before to whom the last paragraph of a quotation, or a line below it, is credited."""
        quotes = self.view.quotes
        at = stretch.quotes[0] if stretch.quotes else 0
        while speaking is not None and at and quotes[at].continues and self._let_go(at - 1):
            at -= 1
            speaking.quotes.insert(0, at)
        last = self.last
        if last is not None and self._ends_open(last):
            line = list(range(stretch.start, stretch.end))
            below = (credit_line(self.view, line) if last.pure else None) or self._rounded_off(stretch, drafts)
            if below is not None:
                below.quotes.append(self.unclaimed.pop())
                self.made.append(below)

    def _let_go(self, quote: int) -> bool:
        """Take back a quoted piece that is nobody's so far, or was given to somebody without a cue."""
        if self.unclaimed[-1:] == [quote]:
            self.unclaimed.pop()
            return True
        guessed = self.made[-1] if self.made else None
        if guessed is None or guessed.frame == "rounded" or guessed.quotes[-1:] != [quote]:
            return False
        guessed.quotes.pop()
        if not guessed.quotes:
            self.made.pop()
        return True

    def _ends_open(self, last: _Said) -> bool:
        """Whether a sentence ended with words in quotation marks that are nobody's so far."""
        ended = self.view.inside[last.stretch.end - 1]
        return ended >= 0 and self.unclaimed[-1:] == [ended]

    def _rounded_off(self, stretch: Stretch, drafts: list[Draft]) -> Draft | None:
        """Return the cue of a sentence that only credits the words before it ("So says a captain of fifty years.")."""
        first = self.view.tokens[stretch.start].text.lower()
        if first not in _ROUNDING_OFF or not drafts or drafts[0].verb != stretch.start + 1 or not drafts[0].source:
            return None
        return replace(drafts[0], content=set(), frame="rounded", whole=True, quotes=[])

    def introduced(self) -> Draft | None:
        """Return who is about to speak: the cue of a sentence that ends with a colon."""
        return self._introducing(self.last) if self.last is not None else None

    def _in_body(self, stretch: Stretch) -> bool:
        block = self.view.article.blocks[stretch.block]
        return block.in_body and block.kind is not BlockKind.SUBHEAD

    def _is_pure(self, stretch: Stretch) -> bool:
        """Whether a sentence has no words of the article's own."""
        view = self.view
        return bool(stretch.quotes) and not any(
            view.inside[index] < 0 and view.tokens[index].text[:1].isalnum()
            for index in range(stretch.start, stretch.end)
        )

    def _reporting(self, drafts: list[Draft]) -> Draft | None:
        """Return the last attribution of speech in a sentence without quotation marks."""
        said = (each for each in drafts if each.sense is Sense.SPEECH and each.frame != "nominal")
        reporting = [each for each in said if each.content and each.source]
        return reporting[-1] if reporting else None

    def _owner(self, quote: int, pure: bool) -> Draft | None:
        last = self.last
        if last is None:
            return None
        if self.view.quotes[quote].continues and last.speaking is not None:
            return last.speaking
        if not pure:
            return self.heard if self._is_sentence(quote) else None
        introducing = self._introducing(last)
        if introducing is not None:
            return introducing
        if last.speaking is not None and last.stretch.block == self.block:
            return last.speaking
        if last.speaking is not None and not self._asked(last.speaking):
            return last.speaking if self._has_the_floor(last.speaking) else self._spoke_last(last.speaking)
        return self._detached(last) or self.heard

    def _has_the_floor(self, speaking: Draft) -> bool:
        """Whether somebody's own words, more of them than a fragment, ended the paragraph before."""
        words = (self.view.quotes[quote].content.of(self.view.text).split() for quote in speaking.quotes)
        return speaking.whole or any(len(each) >= _SPEECH for each in words)

    def _spoke_last(self, reporting: Draft) -> Draft:
        """Credit words that begin a paragraph to whom the one before reported: without a cue, for none ties them.

        A fragment in quotation marks is part of such a report and begins no turn that could go on.
        """
        return Draft(reporting.verb, [], reporting.source, set(), "before", Sense.SPEECH, whole=True)

    def _is_sentence(self, quote: int) -> bool:
        """Whether a quoted piece is a sentence of its own, so that the turn of its paragraph goes on in it."""
        words = self.view.quotes[quote].content.of(self.view.text).split()
        return len(words) >= _SENTENCE and words[0][:1].isupper()

    def _introducing(self, last: _Said) -> Draft | None:
        """Return the cue of a sentence that ends with a colon."""
        view = self.view
        if view.tokens[last.stretch.end - 1].text != ":":
            return None
        open_cues = [each for each in last.drafts if each.entry is not None and each.entry.takes("quote")]
        if open_cues:
            return open_cues[-1]
        detached = self._detached(last)
        return replace(detached, cue=verb_group(view, detached.verb)) if detached is not None else None

    def _asked(self, draft: Draft) -> bool:
        return self.view.tokens[draft.verb].lemma.lower() in _ASKING

    def _detached(self, last: _Said) -> Draft | None:
        """Credit the subject of the sentence before (Smith nodded. "I know.")."""
        view = self.view
        for index in range(last.stretch.start, last.stretch.end):
            if view.inside[index] >= 0 or view.head[index] != index:
                continue
            subject = own_subject(view, index)
            if subject is None or not self._can_speak(subject):
                return None
            if view.tokens[subject].pos == "PRON" and last.stretch.block == self.block and self.heard is not None:
                return self.heard
            source = noun_phrase(view, subject, last.stretch.start, max(subject + 1, index))
            return Draft(index, [], source, set(), "detached", Sense.SPEECH, whole=True)
        return None

    def _can_speak(self, noun: int) -> bool:
        token = self.view.tokens[noun]
        if token.pos == "PRON":
            return token.text.lower() in ("he", "she", "they")
        return token.pos == "PROPN"
