"""Verb groups and noun phrases as runs of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editcheck.facts.quotations.view import View

__all__ = ["is_finite", "is_misread_past", "is_passive", "noun_phrase", "verb_group"]

_LEADING = frozenset({"aux", "auxpass", "neg", "advmod"})
_QUESTION = frozenset({"when", "where", "why", "how", "as", "so", "then", "while"})
#: Labels that never belong to the noun they hang on when it names a source: the parser tied the sentence's rest to it.
_OCCASION = frozenset({"in", "on", "at", "during", "after", "before", "to", "by", "about"})
_NO_PART = frozenset({"ccomp", "advcl", "parataxis", "dep", "xcomp", "intj"})


def verb_group(view: View, verb: int) -> list[int]:
    """Return a verb with its auxiliaries, negation, particle and the adverbs before it, in order."""
    start = verb
    while start > 0 and view.inside[start - 1] == view.inside[verb]:
        before = start - 1
        token = view.tokens[before]
        if view.head[before] != verb or token.dep not in _LEADING or token.text.lower() in _QUESTION:
            break
        start = before
    end = verb + 1
    while end < len(view.tokens) and view.head[end] == verb and view.tokens[end].dep in ("prt", "neg"):
        end += 1
    return list(range(start, end))


def is_passive(view: View, verb: int) -> bool:
    """Whether a verb is in the passive: an auxiliary says so, or it is a bare participle behind its noun."""
    token = view.tokens[verb]
    if view.kids_by(verb, "auxpass", "nsubjpass", "agent"):
        return True
    bare = token.tag == "VBN" and token.dep in ("acl", "amod") and not view.kids_by(verb, "aux")
    return bare and not is_misread_past(view, verb)


def is_misread_past(view: View, verb: int) -> bool:
    """Whether a participle is really in the past tense: "Romney, the nominee, tweeted" confuses the parser."""
    token, noun = view.tokens[verb], view.tokens[view.head[verb]]
    if token.tag != "VBN" or token.dep != "acl" or view.kids_by(verb, "agent", "aux", "auxpass"):
        return False
    return noun.pos == "PROPN" and verb > 0 and view.tokens[verb - 1].text == ","


def is_finite(view: View, verb: int) -> bool:
    """Whether a verb has a tense of its own or through an auxiliary."""
    return (
        is_misread_past(view, verb)
        or view.tokens[verb].tag in ("VBD", "VBZ", "VBP", "MD")
        or any(view.tokens[kid].tag in ("VBD", "VBZ", "VBP", "MD") for kid in view.kids_by(verb, "aux", "auxpass"))
    )


def noun_phrase(view: View, noun: int, low: int, high: int) -> list[int]:
    """Return a noun with all that belongs to it between two tokens, as one unbroken run around the noun.

    Quoted pieces of whole sentences are not part of it; titles and nicknames in quotation marks are.
    """
    members = _members(view, noun)
    start = end = noun
    while start - 1 >= low and (start - 1 in members or _joint(view, start - 1, members, low)):
        start -= 1
    while end + 1 < high and (end + 1 in members or _joint(view, end + 1, members, high)):
        end += 1
    while end > noun and not view.tokens[end].text[-1:].isalnum() and view.tokens[end].text not in (")", ".", "%"):
        end -= 1
    if (
        end + 1 < high
        and view.tokens[end + 1].text == ")"
        and any(view.tokens[each].text == "(" for each in range(start, end))
    ):
        end += 1
    while start < noun and view.tokens[start].pos in ("PUNCT", "CCONJ", "SPACE"):
        start += 1
    return list(range(start, end + 1))


def _members(view: View, noun: int) -> set[int]:
    found: set[int] = set()
    stack = [noun]
    while stack:
        each = stack.pop()
        found.add(each)
        stack.extend(kid for kid in view.kids[each] if each != noun or not _aside(view, noun, kid))
    return found


def _aside(view: View, noun: int, kid: int) -> bool:
    """Whether something hangs on a noun that does not name it: what it was doing, or where, when it spoke."""
    token = view.tokens[kid]
    if token.dep in _NO_PART:
        return True
    if token.dep == "acl" and token.tag == "VBG":
        return view.tokens[min(view.subtree(kid)) - 1].text == ","
    return token.dep == "prep" and view.tokens[noun].pos == "PROPN" and token.text.lower() in _OCCASION


def _joint(view: View, index: int, members: set[int], bound: int) -> bool:
    """Whether a mark of punctuation joins two parts of the phrase (its label may hang elsewhere)."""
    step = 1 if bound > index else -1
    beyond = index + step
    return view.tokens[index].text in ("'s", "’s", "-", "(", ")") and beyond != bound and beyond in members
