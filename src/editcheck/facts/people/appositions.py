"""Descriptions beside a name, set off by commas: "Lund, the ambassador, said", "the ambassador, Oleg Marin,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import (
    LINKS,
    QUOTES,
    STOPS,
    NamePlace,
    are_listed,
    end_of_phrase,
    is_hyphened,
    is_participle,
)
from editcheck.facts.people.role_phrases import first_link, is_role_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.model import Token

__all__ = ["description_after", "description_before"]

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_DASHES = frozenset(("–", "—", "--", "-"))
_POSSESSIVES = frozenset(("the", "his", "her", "their", "its", "whose"))
_ARTICLES = frozenset(("a", "an", "another"))


def description_after(place: NamePlace) -> Sequence[Token]:
    """Return the apposition behind a name: "Mari Lund, a botanist at the museum, ..."."""
    tokens = place.tokens
    index = place.name.last
    index = _past_age(tokens, index)
    if index + 1 >= len(tokens) or tokens[index].text not in (",", "(", "–", "—", "--", "-"):
        return ()
    start = _past_naming(tokens, index + 1)
    adverb = lexicon().status_adverbs.get(tokens[start].text.lower())
    noun = start + 1 if adverb else start
    end = _without_reduced_clause(tokens, noun, end_of_phrase(place, noun))
    phrase = tokens[noun:end]
    if not phrase or not _is_description(place, phrase, noun, end):
        return ()
    return phrase if adverb == "current" else tokens[start:end]


def _past_naming(tokens: Sequence[Token], start: int) -> int:
    """Step over "recently named" before what somebody was made."""
    verb = start + 1 if tokens[start].tag == "RB" else start
    named = verb + 1 < len(tokens) and tokens[verb].text.lower() in ("named", "appointed", "elected")
    return verb + 1 if named else start


def _past_age(tokens: Sequence[Token], index: int) -> int:
    """Step over an age and a home between commas, or a party in brackets: ", 32, of Chicago", ", 40, from Mesa"."""
    words = [token.text for token in tokens[index : index + 3]]
    if len(words) == 3 and words[0] == words[2] == "," and words[1].isdigit():
        return _past_home(tokens, index + 2)
    if words[:1] == ["("]:
        for close in range(index + 1, min(index + 8, len(tokens))):
            if tokens[close].text == ")":
                return close + 1
    return index


def _past_home(tokens: Sequence[Token], comma: int) -> int:
    """Step over "of Mesa, Ariz." behind a comma; return the index of the comma that ends it."""
    if comma + 2 >= len(tokens) or tokens[comma + 1].text not in ("of", "from"):
        return comma
    index = comma + 2
    while index < len(tokens) and (tokens[index].tag in ("NNP", "NNPS") or _is_state(tokens, index)):
        index += 1
    return index if index > comma + 2 and index < len(tokens) and tokens[index].text == "," else comma


def _is_state(tokens: Sequence[Token], comma: int) -> bool:
    return tokens[comma].text == "," and comma + 1 < len(tokens) and lexicon().is_place(tokens[comma + 1].text)


def _without_reduced_clause(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where a description ends before what is told of its head: "an actor | famed for"."""
    lex = lexicon()
    link = start + first_link(tokens[start:end], lex)
    for index in range(start + 1, link):
        token = tokens[index]
        behind = (
            token.text.islower() and token.tag in ("JJ", "RB", "VBN", "VBD", "VBG") and not is_role_head(token, lex)
        )
        if (
            behind
            and is_role_head(tokens[index - 1], lex)
            and not any(is_role_head(t, lex) for t in tokens[index:link])
        ):
            return index
    return end


def _is_description(place: NamePlace, phrase: Sequence[Token], start: int, end: int) -> bool:
    """Whether what stands behind a comma describes the person, and is no next item of a list."""
    lex = lexicon()
    link = first_link(phrase, lex)
    if any(start + i in place.starts for i in range(link)) and not _has_possessor(place, phrase, start):
        return False
    heads = [i for i in range(link) if is_role_head(phrase[i], lex)]
    if not heads:
        return False
    plural = phrase[heads[-1]].tag in ("NNS", "NNPS") and phrase[0].text.lower() != "one"
    if plural and not (_ends_a_list(place) and _is_closed(place, end)):
        return False
    bare = len(phrase) == 1 and phrase[0].text.lower() in lex.generic
    if bare or _is_before_another_name(place, phrase, start):
        return False
    if end in place.starts or _introduces_next(place, start, end):
        return False
    # "... Mzoudi, the officer said" is somebody else who speaks; "the officer arrested in Oslo" is not.
    after = place.tokens[end] if end < len(place.tokens) else None
    return after is None or after.tag not in _FINITE or after.dep in ("acl", "relcl")


def _is_closed(place: NamePlace, end: int) -> bool:
    """Whether a phrase ends at a mark or at "who": in "Lind and Berg, critics like Holm say" it opens a clause."""
    return end >= len(place.tokens) or place.tokens[end].text in STOPS or place.tokens[end].tag in ("WP", "WDT")


def _ends_a_list(place: NamePlace) -> bool:
    """Whether a name is the last of a list that a plural describes: "Ada Lind and Jan Berg, sociologists at Acme"."""
    before = [each for index, each in place.starts.items() if index < place.name.first]
    last = max(before, key=lambda each: each.first, default=None)
    return last is not None and are_listed(place.tokens[last.last : place.name.first])


def _is_before_another_name(place: NamePlace, phrase: Sequence[Token], start: int) -> bool:
    """Whether a phrase is the title of a name that it runs on to: "Tom Lind, envoy for women's issues Ada Holm"."""
    lex = lexicon()
    for index in range(start + 1, start + len(phrase)):
        before = place.tokens[index - 1]
        if index not in place.starts or before.text.lower() in LINKS or is_role_head(before, lex):
            continue
        office = " ".join(token.text.lower() for token in place.tokens[start:index])
        if office in lex.phrases or (before.text.islower() and before.tag in ("NN", "NNS")):
            return place.starts[index].last >= start + len(phrase)
    return False


def _introduces_next(place: NamePlace, start: int, end: int) -> bool:
    """Whether what stands between two names belongs to the second: "According to Lind, the mayor, Jan Berg, called"."""
    tokens = place.tokens
    following = place.starts.get(end + 1)
    if following is None or end >= len(tokens) or tokens[end].text != ",":
        return False
    if any(start <= tokens[i].head < end and tokens[i].dep == "appos" for i in range(following.first, following.last)):
        return True
    opening = [token.text.lower() for token in tokens[: place.name.first]]
    after = tokens[following.last] if following.last < len(tokens) else None
    return opening[:2] == ["according", "to"] and after is not None and (after.text == "," or after.pos == "VERB")


def _has_possessor(place: NamePlace, phrase: Sequence[Token], start: int) -> bool:
    """Whether a name in a description only says whose: "Trump's campaign manager", "Clinton spokesman".

    In a phrase with an article of its own an adjective may follow, too: "a pro-Trump primary challenger".
    """
    tags = ("POS", "NN", "JJ", "NNP") if phrase[0].tag == "DT" else ("POS", "NN")
    for i in range(len(phrase)):
        if start + i in place.starts:
            after = place.starts[start + i].last - start
            return after < len(phrase) and phrase[after].tag in tags
    return False


def description_before(place: NamePlace) -> Sequence[Token]:
    """Return the description before a comma before a name: "the ambassador, Oleg Marin,"."""
    tokens, first, last = place.tokens, place.name.first, place.name.last
    if first < 2 or not place.name.parts.full:
        return ()
    comma = first - 1
    if tokens[comma].text in QUOTES and comma > 1:
        comma -= 1
    if tokens[comma].text not in (",", ":", *_DASHES) or is_hyphened(tokens, first):
        return ()
    if (
        last < len(tokens)
        and tokens[last].text not in (*STOPS, "'s", "’s", "of", "from")
        and tokens[last].pos not in ("VERB", "AUX")
    ):
        return ()
    return _described(place, comma)


def _described(place: NamePlace, comma: int) -> Sequence[Token]:
    """Walk back from a comma over one noun phrase with its "of ..." to its determiner; it must have one."""
    lex = lexicon()
    tokens = place.tokens
    for index in range(comma - 1, max(-1, comma - 14), -1):
        token = tokens[index]
        if token.text.lower() in LINKS and index + 1 < comma and _opens_bare(tokens[index + 1]):
            phrase = tokens[index + 1 : comma]
            return phrase if is_role_head(phrase[-1], lex) and phrase[-1].tag == "NN" else ()
        if token.text in STOPS - QUOTES or (token.pos in ("VERB", "AUX") and not is_participle(place, index)):
            return ()
        if not _opens(tokens, index):
            continue
        phrase = tokens[index:comma]
        head = phrase[first_link(phrase, lex) - 1]
        if len(phrase) > 1 and is_role_head(head, lex) and head.tag not in ("NNS", "NNPS"):
            return phrase if token.tag != "POS" else _with_possessor(tokens, index, comma)
        if index == 0 or tokens[index - 1].text.lower() not in LINKS:
            return ()
    return ()


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a determiner, or the name of whom somebody belongs to, opens a description here."""
    token = tokens[index]
    possessor = token.tag == "POS" and index > 0 and tokens[index - 1].text[0].isupper()
    return possessor or token.text.lower() in _POSSESSIVES | _ARTICLES


def _opens_bare(token: Token) -> bool:
    """Whether a description without an article begins here: "former Serbian leader", "German Chancellor"."""
    lex = lexicon()
    return token.text.lower() in lex.statuses or (token.text in lex.countries and token.tag == "JJ")


def _with_possessor(tokens: Sequence[Token], index: int, end: int) -> Sequence[Token]:
    start = index
    while start > 0 and tokens[start - 1].tag in ("NNP", "NNPS"):
        start -= 1
    return tokens[start:end]
