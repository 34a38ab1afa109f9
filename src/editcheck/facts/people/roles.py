"""Roles: what stands beside a person's name and says who that is.

Before the name ("French Foreign Minister Jean-Noel Barrot"), behind it after a comma, before it with a comma ("the
ambassador, Georgiy Zinoviev,"), and where a verb says it ("Rudd is the chairman of"). The words decide where the parse
cannot be relied on.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.facts.model import Role, RoleStatus, Sentence, Token
from editcheck.facts.people.candidates import entity_labels
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.role_phrases import is_role_head, read_roles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editcheck.article import Article, Span
    from editcheck.facts.people.names import NameMention

__all__ = ["roles_of_mentions"]

_BEFORE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH", "PRP$", "CD"))
_LINKS = frozenset(("of", "for", "at", "in", "to", "with", "from", "on", "under"))
_STOPS = frozenset((",", ".", ";", ":", "(", ")", "–", "—", "--", '"', "“", "”", "?", "!", "…", "..."))
_QUOTES = frozenset('"“”')
_DEGREES = frozenset(("dr", "dr.", "prof", "prof."))
#: Nouns that stand before a title without a link: "fellow Sen. Ted Cruz".
_BESIDE_TITLES = frozenset(("fellow", "rival", "state", "home", "party", "longtime", "colleague"))
#: Participles that stand before an office; others ("naming businesswoman") are verbs.
_PARTICIPLES = frozenset(
    ("acting", "sitting", "outgoing", "incoming", "leading", "reigning", "ruling", "founding", "managing", "visiting")
)
_COPULAS = frozenset(("be", "become", "remain"))
#: The longest phrase that is looked at, in tokens.
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class _Place:
    """A name in its sentence, and which tokens of it are names."""

    name: NameMention
    sentence: Sentence
    labels: Sequence[str]
    starts: Mapping[int, NameMention]
    inside: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens


def roles_of_mentions(
    article: Article, sentences: Sequence[Sentence], names: Sequence[NameMention]
) -> dict[Span, list[Role]]:
    """Return the roles that stand with each name, by the name's span."""
    by_sentence: dict[int, list[NameMention]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    found: dict[Span, list[Role]] = {}
    for number, here in by_sentence.items():
        labels = entity_labels(sentences[number])
        starts = {each.first: each for each in here}
        inside = frozenset(i for each in here for i in range(each.first, each.last))
        for name in here:
            place = _Place(name, sentences[number], labels, starts, inside)
            found.setdefault(name.span, []).extend(_roles(place, article.text))
        _share_plurals(here, sentences[number], found)
    return {span: _without_overlaps(roles) for span, roles in found.items()}


def _roles(place: _Place, text: str) -> Iterator[Role]:
    for phrase in (_degree(place), _before(place), _after(place), _before_comma(place)):
        if phrase:
            yield from _read(place, phrase, text)
    for phrase, status in _told(place):
        for role in _read(place, phrase, text):
            yield replace(role, status=status) if role.status is RoleStatus.CURRENT else role


def _read(place: _Place, phrase: Sequence[Token], text: str) -> Iterator[Role]:
    while phrase and phrase[0].tag == "CC":
        phrase = phrase[1:]
    while phrase and phrase[-1].tag in ("CC", "IN", "DT", "TO"):
        phrase = phrase[:-1]
    for each in read_roles(phrase, text):
        yield Role(each.span, each.span.of(text), each.office, each.organization, each.status, place.name.span)


def _without_overlaps(roles: Sequence[Role]) -> list[Role]:
    kept: list[Role] = []
    for role in roles:
        if not any(role.span.overlaps(other.span) for other in kept):
            kept.append(role)
    return sorted(kept, key=lambda role: role.span)


def _degree(place: _Place) -> Sequence[Token]:
    """The academic title right before a name; other forms of address say nothing."""
    first = place.name.first
    return place.tokens[first - 1 : first] if first and place.tokens[first - 1].text.lower() in _DEGREES else ()


def _before(place: _Place) -> Sequence[Token]:
    """The words right before a name: title, body, country, status."""
    lex = lexicon()
    end = place.name.first
    while end > 0 and lex.is_honorific(place.tokens[end - 1].text) and place.tokens[end - 1].text.lower() != "doctor":
        end -= 1
    start = _walk_left(place, end)
    phrase = place.tokens[start:end]
    if not phrase or not _ends_in_role(phrase) or (_is_plural(phrase[-1].text) and not _lists_names(place)):
        return ()
    return phrase


def _lists_names(place: _Place) -> bool:
    """Whether another name follows as the next of a list: a title in the plural needs two."""
    after = [token.text for token in place.tokens[place.name.last : place.name.last + 2]]
    return any(
        place.name.last + step in place.starts for step in (1, 2) if after[:step] in (["and"], [","], [",", "and"])
    )


def _walk_left(place: _Place, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins."""
    lex = lexicon()
    index = end
    while index > 0 and end - index < _LONGEST:
        token = place.tokens[index - 1]
        lower = token.text.lower()
        if place.labels[index - 1] in ("DATE", "TIME") and lower not in lex.statuses:
            break
        if index < end and token.tag == "NNS" and is_role_head(token, lex):
            break
        if index < end and _ends_before_title(token, place.tokens[index]):
            break
        if token.text in _QUOTES and index == end:
            break
        named = (
            index - 1 in place.inside
            and (index == end or place.tokens[index].tag != "POS")
            and lower not in lex.offices
        )
        if named and not _is_compound(place, index - 1):
            break
        if (
            token.tag in _BEFORE
            or (index == end and is_role_head(token, lex))
            or lower in lex.statuses
            or _is_participle(place, index - 1)
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
    return index


def _ends_before_title(token: Token, title: Token) -> bool:
    """Whether a noun before a capitalised title is none of it: "the reason President Obama"."""
    lex = lexicon()
    lower = token.text.lower()
    known = lower in lex.statuses or lower in lex.portfolios or lower in _BESIDE_TITLES or is_role_head(token, lex)
    return (
        token.text.islower()
        and token.tag in ("NN", "NNS")
        and is_role_head(title, lex)
        and title.text[0].isupper()
        and not known
    )


def _is_compound(place: _Place, index: int) -> bool:
    """Whether a name that stands before a role is part of it: "Merkel spokesman Steffen Seibert"."""
    after = place.tokens[index + 1]
    return after.text.islower() or after.tag == "POS"


def _is_participle(place: _Place, index: int) -> bool:
    """Whether a verb form is part of a noun phrase: "US-based", "newly elected"."""
    token = place.tokens[index]
    if token.tag not in ("VBN", "VBG", "VBD", "RB"):
        return False
    hyphened = index > 0 and place.tokens[index - 1].text == "-"
    modifies = token.dep in ("amod", "compound", "advmod", "punct", "nmod") and token.head > index
    return (
        hyphened
        or ((token.tag == "VBN" and modifies) or token.text.lower() in _PARTICIPLES)
        or token.text.lower() in ("newly", "then", "long", "recently")
    )


def _is_link(place: _Place, index: int) -> bool:
    """Whether "of" belongs to a title before a name: "Secretary of State John Kerry"."""
    lex = lexicon()
    head = place.tokens[index - 1] if index else None
    after = place.tokens[index + 1]
    if head is None or not is_role_head(head, lex):
        return False
    words = " ".join(token.text.lower() for token in place.tokens[index - 1 : index + 2])
    return words in lex.phrases or (
        lex.office_of(head.text) in lex.heads_with_of
        and head.text[0].isupper()
        and (after.text[0].isupper() or after.text == "the")
    )


def _joins(place: _Place, index: int) -> bool:
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


def _after(place: _Place) -> Sequence[Token]:
    """The apposition behind a name: "Naoko Aoki, a political scientist at RAND, ..."."""
    tokens = place.tokens
    index = place.name.last
    index = _past_age(tokens, index)
    if index + 1 >= len(tokens) or tokens[index].text not in (",", "(", "–", "—", "--", "-"):
        return ()
    start = index + 1
    end = _end_of_phrase(place, start)
    phrase = tokens[start:end]
    return phrase if phrase and _is_description(place, phrase, start, end) else ()


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


def _end_of_phrase(place: _Place, start: int) -> int:
    """Return where a description that begins at `start` ends."""
    tokens = place.tokens
    index = start
    while index < len(tokens) and index - start < _LONGEST:
        token = tokens[index]
        if token.text in _STOPS or (
            token.tag in ("WP", "WDT", "WP$", "WRB", "MD", "TO") and token.text.lower() != "to"
        ):
            break
        if token.text == "-" and index + 1 < len(tokens) and tokens[index - 1].span.end < token.span.start:
            break
        if token.pos in ("VERB", "AUX") and not _is_participle(place, index) and token.text.islower():
            break
        if token.tag == "IN" and token.text.lower() not in (*_LINKS, "by", "behind"):
            break
        if token.tag == "RB" and (index + 1 >= len(tokens) or tokens[index + 1].pos not in ("ADJ", "VERB", "NOUN")):
            break
        index += 1
    return index


def _is_description(place: _Place, phrase: Sequence[Token], start: int, end: int) -> bool:
    """Whether what stands behind a comma describes the person, and is no next item of a list."""
    lex = lexicon()
    first_link = next((i for i, t in enumerate(phrase) if t.text.lower() in _LINKS), len(phrase))
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
    if end in place.starts:
        return False
    # "... Mzoudi, the officer said" is somebody else who speaks.
    return not (end < len(place.tokens) and place.tokens[end].pos in ("VERB", "AUX"))


def _has_possessor(place: _Place, phrase: Sequence[Token], start: int) -> bool:
    """Whether a name in a description only says whose: "Trump's campaign manager", "Clinton spokesman"."""
    for i in range(len(phrase)):
        if start + i in place.starts:
            after = place.starts[start + i].last - start
            return after < len(phrase) and phrase[after].tag in ("POS", "NN")
    return False


def _before_comma(place: _Place) -> Sequence[Token]:
    """The description before a comma before a name: "the ambassador, Georgiy Zinoviev,"."""
    tokens, first, last = place.tokens, place.name.first, place.name.last
    if first < 2 or not place.name.parts.full:
        return ()
    comma = first - 1
    if tokens[comma].text in _QUOTES and comma > 1:
        comma -= 1
    if tokens[comma].text not in (",", ":"):
        return ()
    if (
        last < len(tokens)
        and tokens[last].text not in (*_STOPS, "'s", "’s", "of", "from")
        and tokens[last].pos not in ("VERB", "AUX")
    ):
        return ()
    return _described(place, comma)


def _described(place: _Place, comma: int) -> Sequence[Token]:
    """Walk back from a comma over one noun phrase with its "of ..." to its determiner; it must have one."""
    lex = lexicon()
    tokens = place.tokens
    for index in range(comma - 1, max(-1, comma - 14), -1):
        token = tokens[index]
        if token.text.lower() in _LINKS and index + 1 < comma and _opens_bare(tokens[index + 1]):
            phrase = tokens[index + 1 : comma]
            return phrase if is_role_head(phrase[-1], lex) and phrase[-1].tag == "NN" else ()
        if token.text in _STOPS - _QUOTES or (token.pos in ("VERB", "AUX") and not _is_participle(place, index)):
            return ()
        opens = token.text.lower() in ("the", "his", "her", "their", "its", "whose") or (
            token.tag == "POS" and index and tokens[index - 1].text[0].isupper()
        )
        if not opens:
            continue
        phrase = tokens[index:comma]
        first_link = next((i for i, t in enumerate(phrase) if t.text.lower() in _LINKS), len(phrase))
        if (
            first_link > 1
            and is_role_head(phrase[first_link - 1], lex)
            and phrase[first_link - 1].tag not in ("NNS", "NNPS")
        ):
            return phrase if token.tag != "POS" else _with_possessor(tokens, index, comma)
        if index == 0 or tokens[index - 1].text.lower() not in _LINKS:
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


def _told(place: _Place) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    """What a verb says the person is: "is the chairman of", "served as", and "who is"."""
    tokens = place.tokens
    for index in range(place.name.first, place.name.last):
        token = tokens[index]
        if token.dep not in ("nsubj", "nsubjpass") or place.name.first <= token.head < place.name.last:
            continue
        verb = tokens[token.head]
        if verb.lemma in _COPULAS:
            yield from _attribute(place, token.head)
        elif verb.lemma in ("serve", "work", "act"):
            yield from _as_phrase(place, token.head)


def _attribute(place: _Place, verb: int) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    tokens = place.tokens
    for child in place.sentence.children[verb]:
        if tokens[child].dep == "attr" and child > verb and is_role_head(tokens[child], lexicon()):
            if any(tokens[each].dep == "neg" for each in place.sentence.children[verb]):
                return
            start = min(place.sentence.subtree(child))
            phrase = tokens[start : _end_of_phrase(place, start)]
            past = tokens[verb].tag == "VBD" and tokens[verb].lemma == "be"
            if start + len(phrase) > child and tokens[child].text.lower() not in lexicon().generic:
                yield phrase, RoleStatus.FORMER if past else RoleStatus.CURRENT


def _as_phrase(place: _Place, verb: int) -> Iterator[tuple[Sequence[Token], RoleStatus]]:
    tokens = place.tokens
    for child in place.sentence.children[verb]:
        if tokens[child].text == "as" and child + 1 < len(tokens):
            phrase = tokens[child + 1 : _end_of_phrase(place, child + 1)]
            past = tokens[verb].tag in ("VBD", "VBN")
            if phrase:
                yield phrase, RoleStatus.FORMER if past else RoleStatus.CURRENT


def _share_plurals(here: Sequence[NameMention], sentence: Sentence, found: dict[Span, list[Role]]) -> None:
    """Give a title in the plural to all names of the list behind it: "Sens. John McCain and Lindsey Graham"."""
    ordered = sorted(here, key=lambda each: each.first)
    for one, following in itertools.pairwise(ordered):
        between = [token.text for token in sentence.tokens[one.last : following.first]]
        if between not in (["and"], [","], [",", "and"]) or found[following.span]:
            continue
        for role in found[one.span]:
            if role.span.end <= one.span.start and _is_plural(role.text):
                found[following.span].append(replace(role, mention=following.span))


def _is_plural(text: str) -> bool:
    last = text.split()[-1].lower()
    return last in ("sens.", "reps.", "govs.") or (lexicon().office_of(last) != last and last.endswith(("s", "men")))
