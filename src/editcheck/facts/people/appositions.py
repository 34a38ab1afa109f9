"""Descriptions beside a name, set off by commas: "Lund, the ambassador, said", "the ambassador, Oleg Marin,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.name_places import LINKS, QUOTES, STOPS, NamePlace, end_of_phrase, is_participle
from editcheck.facts.people.role_phrases import is_role_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editcheck.facts.model import Token

__all__ = ["description_after", "description_before"]


def description_after(place: NamePlace) -> Sequence[Token]:
    """Return the apposition behind a name: "Mari Lund, a botanist at the museum, ..."."""
    tokens = place.tokens
    index = place.name.last
    index = _past_age(tokens, index)
    if index + 1 >= len(tokens) or tokens[index].text not in (",", "(", "–", "—", "--", "-"):
        return ()
    start = index + 1
    adverb = lexicon().status_adverbs.get(tokens[start].text.lower())
    noun = start + 1 if adverb else start
    end = end_of_phrase(place, noun)
    phrase = tokens[noun:end]
    if not phrase or not _is_description(place, phrase, noun, end):
        return ()
    return phrase if adverb == "current" else tokens[start:end]


def _past_age(tokens: Sequence[Token], index: int) -> int:
    """Step over an age between commas, or a party in brackets."""
    if (
        index + 2 < len(tokens)
        and tokens[index].text == ","
        and tokens[index + 1].text.isdigit()
        and tokens[index + 2].text == ","
    ):
        return index + 2
    if index < len(tokens) and tokens[index].text == "(":
        for close in range(index + 1, min(index + 8, len(tokens))):
            if tokens[close].text == ")":
                return close + 1
    return index


def _is_description(place: NamePlace, phrase: Sequence[Token], start: int, end: int) -> bool:
    """Whether what stands behind a comma describes the person, and is no next item of a list."""
    lex = lexicon()
    first_link = next((i for i, t in enumerate(phrase) if t.text.lower() in LINKS), len(phrase))
    if any(start + i in place.starts for i in range(first_link)) and not _has_possessor(place, phrase, start):
        return False
    heads = [i for i in range(first_link) if is_role_head(phrase[i], lex)]
    if not heads:
        return False
    if (
        any(token.tag in ("NNS", "NNPS") for token in phrase[heads[-1] : heads[-1] + 1])
        and phrase[0].text.lower() != "one"
    ):
        return False
    if end in place.starts or _introduces_next(place, start, end):
        return False
    # "... Mzoudi, the officer said" is somebody else who speaks.
    return not (end < len(place.tokens) and place.tokens[end].pos in ("VERB", "AUX"))


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
    """Whether a name in a description only says whose: "Trump's campaign manager", "Clinton spokesman"."""
    for i in range(len(phrase)):
        if start + i in place.starts:
            after = place.starts[start + i].last - start
            return after < len(phrase) and phrase[after].tag in ("POS", "NN")
    return False


def description_before(place: NamePlace) -> Sequence[Token]:
    """Return the description before a comma before a name: "the ambassador, Oleg Marin,"."""
    tokens, first, last = place.tokens, place.name.first, place.name.last
    if first < 2 or not place.name.parts.full:
        return ()
    comma = first - 1
    if tokens[comma].text in QUOTES and comma > 1:
        comma -= 1
    if tokens[comma].text not in (",", ":"):
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
        opens = token.text.lower() in ("the", "his", "her", "their", "its", "whose") or (
            token.tag == "POS" and index and tokens[index - 1].text[0].isupper()
        )
        if not opens:
            continue
        phrase = tokens[index:comma]
        first_link = next((i for i, t in enumerate(phrase) if t.text.lower() in LINKS), len(phrase))
        if (
            first_link > 1
            and is_role_head(phrase[first_link - 1], lex)
            and phrase[first_link - 1].tag not in ("NNS", "NNPS")
        ):
            return phrase if token.tag != "POS" else _with_possessor(tokens, index, comma)
        if index == 0 or tokens[index - 1].text.lower() not in LINKS:
            return ()
    return ()


def _opens_bare(token: Token) -> bool:
    """Whether a description without an article begins here: "former Serbian leader", "German Chancellor"."""
    lex = lexicon()
    return token.text.lower() in lex.statuses or (token.text in lex.countries and token.tag == "JJ")


def _with_possessor(tokens: Sequence[Token], index: int, end: int) -> Sequence[Token]:
    start = index
    while start > 0 and tokens[start - 1].tag in ("NNP", "NNPS"):
        start -= 1
    return tokens[start:end]
