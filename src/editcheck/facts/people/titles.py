"""The title before a name: "former CIA Director William Burns", "Secretary of State John Kerry"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import (
    LONGEST,
    QUOTES,
    NamePlace,
    are_listed,
    is_hyphened,
    is_participle,
    is_plural,
)
from editcheck.facts.people.role_phrases import is_role_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.model import Token

__all__ = ["degree", "title_before"]

#: Tags of words in a title.
_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH", "PRP$", "CD"))
#: How far the next name of a list may be, in tokens: "Sens. Ada Lind (R-Ohio), Jan Berg".
_LONGEST_GAP = 10
_DEGREES = frozenset(("dr", "dr.", "prof", "prof."))
#: Nouns that stand before a title without a link: "fellow Sen. Ted Cruz".
_BESIDE_TITLES = frozenset(("state", "home", "party", "colleague"))


def degree(place: NamePlace) -> Sequence[Token]:
    """Return the academic title right before a name; other forms of address say nothing."""
    first = place.name.first
    if first == 0 or place.tokens[first - 1].text.lower() not in _DEGREES or _is_quoted_whole(place, first - 1):
        return ()
    return place.tokens[first - 1 : first]


def _is_quoted_whole(place: NamePlace, start: int) -> bool:
    """Whether a title and the name behind it fill a pair of quotation marks, as the title of a work does."""
    before, behind = place.tokens[:start], place.tokens[place.name.last : place.name.last + 2]
    return bool(before) and before[-1].text in QUOTES and any(token.text in QUOTES for token in behind)


def title_before(place: NamePlace) -> Sequence[Token]:
    """Return the words right before a name: title, body, country, status."""
    lex = lexicon()
    end = place.name.first
    while end > 0 and lex.is_honorific(place.tokens[end - 1].text) and place.tokens[end - 1].text.lower() != "doctor":
        end -= 1
    start = _walk_left(place, end)
    phrase = place.tokens[start:end]
    if not phrase or not _ends_in_role(phrase) or (is_plural(phrase[-1].text) and not _lists_names(place)):
        return ()
    if (start and len(phrase) == 1 and _is_capitalised_word(phrase[0])) or phrase[-1].text.lower() == "fellow":
        return ()
    none = _is_spoken_of_by_name(place, start, end) or _is_quoted_whole(place, start) or _is_supposed(place, start, end)
    return () if none or _is_of_the_noun_behind(place, phrase) else phrase


def _is_of_the_noun_behind(place: NamePlace, phrase: Sequence[Token]) -> bool:
    """Whether words in lower case belong to somebody named after the name: "a stalwart Lind supporter"."""
    tokens, last = place.tokens, place.name.last
    behind = tokens[last] if last < len(tokens) else None
    person = behind is not None and behind.text.islower() and is_role_head(behind, lexicon())
    return person and all(token.text.islower() for token in phrase) and tokens[last - 1].dep == "compound"


def _is_capitalised_word(token: Token) -> bool:
    """Whether a word that is no office has the capital of a name inside a sentence: "the singer Boy George"."""
    lower, lex = token.text.lower(), lexicon()
    return token.text[0].isupper() and lower in lex.generic and lower not in lex.offices


def _is_supposed(place: NamePlace, start: int, end: int) -> bool:
    """Whether an article makes a bare title a thought: "the prospects of a President Holm"."""
    lex = lexicon()
    phrase = place.tokens[start:end]
    titles = all(token.text[0].isupper() and lex.is_title(token.text) for token in phrase)
    return titles and start > 0 and place.tokens[start - 1].text.lower() in ("a", "an", "any", "another", "no")


def _is_spoken_of_by_name(place: NamePlace, start: int, end: int) -> bool:
    """Whether the name opens a clause about the noun before it: "the judge Holm was referring to" is not Judge Holm."""
    tokens = place.tokens
    for index in range(place.name.first, place.name.last):
        verb = tokens[tokens[index].head]
        if tokens[index].dep in ("nsubj", "nsubjpass") and verb.dep == "relcl" and start <= verb.head < end:
            return True
    return False


def _lists_names(place: NamePlace) -> bool:
    """Whether another name follows as the next of a list: a title in the plural needs two."""
    last = place.name.last
    following = next((i for i in range(last + 1, last + _LONGEST_GAP) if i in place.starts), None)
    return following is not None and are_listed(place.tokens[last:following])


def _walk_left(place: NamePlace, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins."""
    lex = lexicon()
    index = end
    while index > 0 and end - index < LONGEST:
        token = place.tokens[index - 1]
        lower = token.text.lower()
        if place.labels[index - 1] in ("DATE", "TIME") and lower not in lex.statuses:
            break
        if index < end and token.tag == "NNS" and is_role_head(token, lex):
            break
        if index < end and _ends_before_capitals(token, place.tokens[index]):
            break
        dash = token.text == "-" and not is_hyphened(place.tokens, index)
        if dash or (token.text in QUOTES and index == end) or (token.text == "Then" and index == 1):
            break
        named = (
            index - 1 in place.inside
            and (index == end or place.tokens[index].tag != "POS")
            and lower not in lex.offices
        )
        if named and not _is_compound(place, index - 1):
            break
        if (
            token.tag in _INSIDE
            or (index == end and is_role_head(token, lex))
            or lower in lex.statuses
            or is_participle(place, index - 1)
            or (lower in ("of", "for") and _is_link(place, index - 1))
            or (lower in ("and", "&", "the") and _joins(place, index - 1))
        ):
            index -= 1
        else:
            break
    while (
        index < end
        and place.tokens[index].tag in ("CD", "POS", "HYPH")
        and place.tokens[index].text.lower() not in lex.statuses
    ):
        index += 1
    while index < end and is_hyphened(place.tokens, index):
        index -= 2
    return index


def _ends_before_capitals(token: Token, following: Token) -> bool:
    """Whether a noun before a title or body is none of it: "the reason President Lind", "the plan Acme boss Lind"."""
    lex = lexicon()
    lower = token.text.lower()
    listed = lex.statuses.keys() | lex.portfolios | lex.beside_office | _BESIDE_TITLES
    known = lower in listed or is_role_head(token, lex)
    return (
        token.text.islower()
        and token.tag in ("NN", "NNS")
        and (is_role_head(following, lex) or following.tag in ("NNP", "NNPS"))
        and following.text[0].isupper()
        and not known
    )


def _is_compound(place: NamePlace, index: int) -> bool:
    """Whether a name that stands before a role is part of it: "Merkel spokesman Steffen Seibert"."""
    after = index + 1
    while after in place.inside and after not in place.starts:
        after += 1
    return place.tokens[after].text.islower() or place.tokens[after].tag == "POS"


def _is_link(place: NamePlace, index: int) -> bool:
    """Whether "of" belongs to a title before a name: "Secretary of State John Kerry"."""
    lex = lexicon()
    head = place.tokens[index - 1] if index else None
    after = place.tokens[index + 1]
    if head is None or not is_role_head(head, lex):
        return _ends_an_office(place, index) and after.text[0].isupper()
    words = " ".join(token.text.lower() for token in place.tokens[index - 1 : index + 2])
    return words in lex.phrases or (
        lex.office_of(head.text) in lex.heads_with_of
        and head.text[0].isupper()
        and (after.text[0].isupper() or after.text == "the")
    )


def _ends_an_office(place: NamePlace, index: int) -> bool:
    """Whether "for" goes on with an office of several words: "Under Secretary of State for Political Affairs"."""
    words = " ".join(token.text.lower() for token in place.tokens[max(0, index - 3) : index])
    return place.tokens[index].text == "for" and words in lexicon().phrases


def _joins(place: NamePlace, index: int) -> bool:
    """Whether "and" or "the" stands inside a title: "captain and goalkeeper", "Chairman of the Joint Chiefs"."""
    lex = lexicon()
    if place.tokens[index].text.lower() == "the":
        return index > 0 and place.tokens[index - 1].text.lower() == "of" and _is_link(place, index - 1)
    return (
        index > 0
        and is_role_head(place.tokens[index - 1], lex)
        and place.tokens[index + 1].tag != "DT"
        and index - 1 not in place.inside
    )


def _ends_in_role(phrase: Sequence[Token]) -> bool:
    """Whether a phrase before a name is a role: its last word is one, or one stands before "of"."""
    lex = lexicon()
    last = phrase[-1]
    if last.tag == "POS":
        return False
    if is_role_head(last, lex):
        return True
    if last.text.lower() in ("elect", "designate") and len(phrase) > 2:
        return is_role_head(phrase[-3], lex)
    return any(
        token.text.lower() in ("of", "for") and is_role_head(phrase[i], lex) for i, token in enumerate(phrase[1:])
    )
