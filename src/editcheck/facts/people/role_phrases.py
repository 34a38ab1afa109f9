"""A role's phrase read into office, organization and status: "former CIA Deputy Director for Operations"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.article import Span
from editcheck.facts.model import RoleStatus, Token
from editcheck.facts.people.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

__all__ = ["RoleReading", "first_link", "is_role_head", "read_roles"]

_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my", "your", "one", "another"]
)
_LINKS = frozenset(["of", "for", "at", "in", "to", "with", "from", "on", "under"])
#: What else ends a head: "author by trade", "the man behind the plan".
_BEHIND = _LINKS | {"by", "behind"}
_JOINS = frozenset(("and", "&", "or", ",", "/", "-turned-", "turned"))
_PLURALS = frozenset(("NNS", "NNPS"))
_FINITE = frozenset(("VB", "VBP", "VBZ", "VBD"))
_CLAUSES = frozenset(("ROOT", "xcomp", "ccomp", "advcl", "relcl", "acl", "conj", "pcomp"))
#: The order in which a status counts where a phrase has several: "former deputy director" is former.
_STATUS_ORDER = ("late", "former", "elect", "acting", "deputy", "current")


@dataclass(frozen=True, slots=True)
class RoleReading:
    """One role of a phrase: its words, the office in lower case, the body or country, and the status."""

    span: Span
    office: str
    organization: str | None
    status: RoleStatus


def is_role_head(token: Token, lex: Lexicon) -> bool:
    """Whether a word can be the head of a role: "would counsel Clinton" is no counsel of hers."""
    acts = token.text.islower() and token.tag in _FINITE and token.dep in _CLAUSES
    return lex.is_title(token.text) and token.text.lower() not in lex.not_roles and not acts


def first_link(tokens: Sequence[Token], lex: Lexicon) -> int:
    """Return the index of the preposition behind a phrase's head, the phrase's length where there is none.

    "of" inside the name of a body is none: "a University of Tennessee law professor".
    """
    for index, token in enumerate(tokens):
        if token.text.lower() in _BEHIND and not (index and _is_of_a_body(tokens, index, lex)):
            return index
    return len(tokens)


def _is_of_a_body(tokens: Sequence[Token], index: int, lex: Lexicon) -> bool:
    """Whether "of" stands between two capitalised words of a body before a role of its own."""
    before, after = tokens[index - 1], tokens[index + 1 : index + 2]
    named = tokens[index].text == "of" and before.tag == "NNP" and bool(after) and after[0].tag == "NNP"
    if not named or is_role_head(before, lex):
        return False
    following = tokens[index + 1 :]
    end = next((i for i, token in enumerate(following) if token.text.lower() in _LINKS or token.tag == "CC"), None)
    return is_role_head(following[:end][-1], lex) and following[:end][-1].text.islower()


def read_roles(tokens: Sequence[Token], text: str) -> list[RoleReading]:
    """Read the roles that a phrase names, in order; roles joined by "and" are several. `text` is the article's."""
    parts = list(_split(tokens))
    readings = [each for part in parts if (each := _read(part, text)) is not None]
    if len(readings) < 2:
        return readings
    lex = lexicon()
    # "former governor and senator" was both; "a former aide to Lind and director at Acme" and a candidate are so now.
    past = readings[0].status is RoleStatus.FORMER and not any(t.text.lower() in _LINKS for t in parts[0])
    sharing = {
        each.span
        for each, part in zip(readings, parts, strict=False)
        if part[0].text.lower() not in _DETERMINERS | lex.abbreviations.keys()
        and each.office.split()[-1] not in lex.generic
        and not any(token.text.lower() in lex.statuses for token in part)
    }
    apart = {each.span for each, part in zip(readings, parts, strict=False) if part[0].text.lower() in _DETERMINERS}
    return [
        replace(
            each,
            organization=each.organization or _shared_body(readings, number, text, sharing, apart),
            status=RoleStatus.FORMER if past and each.span in sharing and _is_plain(each) else each.status,
        )
        for number, each in enumerate(readings)
    ]


def _is_plain(reading: RoleReading) -> bool:
    return reading.status is RoleStatus.CURRENT


def _shared_body(
    readings: Sequence[RoleReading], number: int, text: str, sharing: Set[Span], apart: Set[Span]
) -> str | None:
    """Return the body that joined roles share: "chairman and chief executive of Acme", "Acme chairman and director".

    `sharing` are the roles that take an earlier one's body, `apart` those that keep theirs: "and one of its founders".
    """
    for later in reversed(readings[number + 1 :]):
        if later.organization and later.span not in apart and later.span.of(text).endswith(later.organization):
            return later.organization
    for earlier in readings[:number]:
        if earlier.organization and not earlier.span.of(text).endswith(earlier.organization):
            return earlier.organization if readings[number].span in sharing else None
    return None


def _split(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cut a phrase at "and" where a role stands on either side."""
    lex = lexicon()
    start = 0
    for index, token in enumerate(tokens):
        # "candidate and former governor" and, loosely, "candidate former governor" are two roles.
        opens = token.text.lower() in lex.statuses and index > start and tokens[index - 1].text != "-"
        follows = index > start and _follows_a_title(tokens[index - 1], token, lex)
        if follows or (opens and _ends_a_role(tokens[start:index], lex)):
            yield tokens[start:index]
            start = index
        if token.text.lower() not in _JOINS or index == start:
            continue
        left, right = tokens[start:index], tokens[index + 1 :]
        if _are_two_roles(left, right, lex):
            yield left
            start = index + 1
    yield tokens[start:]


def _follows_a_title(before: Token, token: Token, lex: Lexicon) -> bool:
    """Whether a short title stands behind another: "Committee Chair Sen." is two roles, "Lt. Gov." is one."""
    short = token.text[0].isupper() and token.text.endswith(".") and token.text.lower() in lex.abbreviations
    part = before.text.endswith(".") or before.text.lower() in lex.portfolios | lex.statuses.keys()
    return short and token.text.lower() != "gen." and not part and is_role_head(before, lex)


def _are_two_roles(left: Sequence[Token], right: Sequence[Token], lex: Lexicon) -> bool:
    """Whether "and" joins two roles, not two halves of a body: "head of the Guild of Masters and Pilots"."""
    if _opens_with_one_of(right) and not _in_link(left):
        return _head(left, lex) is not None
    first, second = _head(left, lex), _head(right, lex)
    if first is None or second is None or _in_link(left):
        return False
    linked = any(token.text.lower() in _LINKS for token in left)
    return not (linked and right[second].tag in _PLURALS and left[first].tag not in _PLURALS)


def _ends_a_role(tokens: Sequence[Token], lex: Lexicon) -> bool:
    """Whether a role ends where the next is called former: not after "daughter of", or a verb ("Count former ...")."""
    single = len(tokens) < 2 and tokens[0].text[0].isupper()
    return (
        not single
        and tokens[-1].text.lower() not in _LINKS
        and tokens[-1].tag != "POS"
        and tokens[0].tag[:2] != "VB"
        and _head(tokens, lex) is not None
    )


def _in_link(tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends inside "of ..." with lower-case words: "minister for trade and industry"."""
    return any(token.text.lower() in _LINKS for token in tokens) and tokens[-1].text.islower()


def _head(tokens: Sequence[Token], lex: Lexicon) -> int | None:
    """Return the index of a phrase's head, the last noun before the first preposition, where it is a role."""
    stops = (i for i, t in enumerate(tokens) if i and (t.text in (",", "(") or t.tag in ("WP", "WDT")))
    end = min(next(stops, len(tokens)), first_link(tokens, lex) or len(tokens))
    for index in range(end - 1, -1, -1):
        token = tokens[index]
        if is_role_head(token, lex):
            return index
        if token.text.lower() not in ("elect", "designate", "-", "'s", "’s") and not (
            token.text[0].isupper() and index
        ):
            return None
    return None


def _read(tokens: Sequence[Token], text: str) -> RoleReading | None:
    lex = lexicon()
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    if _opens_with_one_of(tokens):
        tokens = tokens[2:]
    head = _head(tokens, lex)
    if head is None:
        return None
    first = _office_start(tokens, head, text, lex)
    status = _status(tokens, head, lex)
    office, after = _office(tokens, first, head, lex, status)
    organization = _organization(tokens, first, after, text, lex)
    return RoleReading(span, office, organization, RoleStatus(status))


def _opens_with_one_of(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 2 and tokens[0].text.lower() == "one" and tokens[1].text == "of"


def _office_start(tokens: Sequence[Token], head: int, text: str, lex: Lexicon) -> int:
    """Where the office begins: before it stand statuses, countries and bodies."""
    first = head
    while first > 0:
        before = tokens[first - 1]
        lower = before.text.lower()
        hyphen = before.text == "-" and first > 1
        portfolio = lower in lex.portfolios or is_role_head(before, lex)
        portfolio = portfolio or f"{lower} {tokens[head].text.lower()}" in lex.phrases
        plain = before.text.islower() and before.tag in ("NN", "JJ", "JJS", "NNS") and not lex.is_place(before.text)
        plain = plain or (first == 1 and _opens_as_common_noun(tokens, text, lex))
        if not (hyphen or portfolio or plain) or before.tag == "POS":
            break
        first -= 1
    return first


def _opens_as_common_noun(tokens: Sequence[Token], text: str, lex: Lexicon) -> bool:
    """Whether a phrase's first word has its capital only because it opens the sentence: "Harbour master Tom Reyes"."""
    word, after = tokens[0], tokens[1]
    common = word.tag in ("NN", "NNS") and not word.text.isupper() and not lex.is_place(word.text)
    return common and after.text.islower() and _opens_sentence(word, text)


def _opens_sentence(token: Token, text: str) -> bool:
    return text[: token.span.start].rstrip(" \"“'‘")[-1:] in ("", "\n", ".", "!", "?", ":")


def _status(tokens: Sequence[Token], head: int, lex: Lexicon) -> str:
    """Return when the office is held: what stands before its head tells, and "-elect" behind it."""
    found = {lex.statuses[token.text.lower()] for token in tokens[:head] if token.text.lower() in lex.statuses}
    before = [token.text.lower() for token in tokens[:head]]
    joined = (f"{one}-{other}" for one, link, other in zip(before, before[1:], before[2:], strict=False) if link == "-")
    found |= {lex.statuses[each] for each in joined if each in lex.statuses}
    words = [token.text.lower() for token in tokens[head + 1 :]]
    found |= {"former" for link, word in zip(words, words[2:], strict=False) if (link, word) == ("at", "time")}
    found |= {"elect" for word in words if lex.statuses.get(word) == "elect"}
    found |= {lex.status_adverbs.get(tokens[0].text.lower(), "current")}
    found |= {"former" for token in tokens if token.text.lower().startswith(("ex-", "then-"))}
    found |= {"elect" for token in tokens if token.text.lower().endswith(("-elect", "-designate"))}
    return next((each for each in _STATUS_ORDER if each in found), "current")


def _office(tokens: Sequence[Token], first: int, head: int, lex: Lexicon, status: str) -> tuple[str, int]:
    """Return the office without its status, and the index after its words."""
    last = lex.office_of(tokens[head].text.lower().removeprefix("ex-").removeprefix("then-").removesuffix("-elect"))
    words = [*_premodifiers(tokens[first:head], last, lex, status), last]
    if words[-2:-1] == ["co"]:
        words[-2:] = [f"co-{last}"]
    after = head + 1
    tail = [token.text.lower() for token in tokens[after:]]
    for length in (5, 4, 3, 2):
        if " ".join([words[-1], *tail[:length]]) in lex.phrases:
            return " ".join([*words, *tail[:length]]), after + length
    while (
        len(tail) > 1
        and tail[0] in _LINKS
        and tail[1] not in lex.statuses
        and (tail[1] in lex.portfolios or tokens[after + 1].text.islower())
    ):
        taken = 2
        while (
            taken < len(tail)
            and tokens[after + taken].text.islower()
            and tail[taken] not in _LINKS
            and tail[taken].isalpha()
        ):
            taken += 1
        # "a social worker from nearby Osage": the place is no part of the office.
        place = after + taken < len(tokens) and tokens[after + taken].tag.startswith("NNP")
        if tail[1] in _DETERMINERS or (place and tokens[after + taken - 1].tag == "JJ"):
            break
        words, after, tail = [*words, *tail[:taken]], after + taken, tail[taken:]
    return " ".join(words), after


def _premodifiers(tokens: Sequence[Token], head: str, lex: Lexicon, status: str) -> list[str]:
    """Return the words before a head that say which office it is: not when it is held, by whom, how well."""
    dropped = _statuses_but_deputy(lex) | _DETERMINERS | {"-"}
    words: list[str] = []
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if word in dropped or lex.statuses.get(word, "") == status:
            continue
        if lex.beside_office & {word, *_joined(tokens, index)} and f"{word} {head}" not in lex.phrases:
            continue
        words.append(lex.abbreviations.get(word, word))
    return words


def _joined(tokens: Sequence[Token], index: int) -> Iterator[str]:
    """Yield the words that a hyphen ties to a word: "two" and "term" in "two-term governor"."""
    for hyphen, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if 0 <= other < len(tokens) and tokens[hyphen].text == "-":
            yield tokens[other].text.lower()


def _statuses_but_deputy(lex: Lexicon) -> frozenset[str]:
    return frozenset(word for word, status in lex.statuses.items() if status != "deputy")


def _organization(tokens: Sequence[Token], first: int, after: int, text: str, lex: Lexicon) -> str | None:
    """Return the body or country: before the office, or behind a preposition after it."""
    before = [
        token
        for token in tokens[:first]
        if token.text.lower() not in lex.statuses and token.text.lower() not in _DETERMINERS and token.tag != "POS"
    ]
    while before and (_is_beside(before[0], lex) or not _is_proper(before, text, lex)):
        before = before[1:]
    if before:
        return Span(before[0].span.start, before[-1].span.end).of(text).rstrip("-")
    behind = list(tokens[after:])
    if behind and behind[0].text.lower() in _LINKS:
        behind = behind[1:]
        if behind and behind[0].text.lower() in _DETERMINERS:
            behind = behind[1:]
        if any(token.text[0].isupper() for token in behind):
            return Span(behind[0].span.start, behind[-1].span.end).of(text)
    return None


def _is_beside(token: Token, lex: Lexicon) -> bool:
    """Whether an adjective says what people think of the holder and names no body: "Presumptive Democratic"."""
    return token.tag in ("JJ", "RB") and token.text.lower() in lex.beside_office


def _is_proper(words: Sequence[Token], text: str, lex: Lexicon) -> bool:
    """Whether the first of some words has its capital by itself: an adjective that opens a sentence need not."""
    first = words[0]
    if not first.text[0].isupper():
        return False
    country = first.text in lex.countries or " ".join(token.text for token in words[:2]) in lex.countries
    return first.tag != "JJ" or country or not _opens_sentence(first, text)
