"""roles/name-variant: one name in two spellings."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from editcheck import Edit, Example, Related, Rule, Severity, Span, Suggestion
from editcheck_roles.misspelt_surnames import misspelt_surnames
from editcheck_roles.places import in_own_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from editcheck import Annotation, Article, Facts, Mention, Options, Person

__all__ = ["RULE", "find"]

RULE = Rule(
    id="roles/name-variant",
    summary="One name is spelt in two ways",
    explanation=(
        "A name in two spellings makes the reader doubt both, and a search finds only half of the story. "
        "Transliterated names, accents and capitals inside a name are where it happens."
    ),
    severity=Severity.WARNING,
    help="Check the spelling and use it throughout.",
    when_off="Where spellings in quotations and titles are discussed.",
    good=(
        Example("Jean-Noël Barrault spoke. Barrault, 43, was late."),
        Example("William Hart, called Bill Hart by his friends, spoke.", note="a nickname"),
        Example("George W. Hart spoke. George Hart was late.", note="an initial left out"),
        Example("Peter Andersen spoke to Maria Anderson on Monday.", note="two people"),
        Example("Martin Hart Jr. spoke. Martin Hart was late."),
        Example(
            "Viktor Kovalenko spoke. The letter blamed “Viktor Kovalenco [sic]” for it.",
            note="the article owns up to it",
        ),
    ),
    bad=(
        Example("Jean-Noël Barrault spoke on Monday. The minister, [[Jean-Noel]] Barrault, was late."),
        Example("President Viktor Kovalenko spoke on Monday.\n\nViktor [[Kovalenco]] was late."),
        Example("Chairman Peter Andersen spoke on Monday.\n\nThe plan is dead, [[Anderson]] said."),
        Example("Viktor Kovalenko spoke. Kovalenko was late.\n\nThe plan is dead, [[Kovalneko]] told reporters."),
        Example("GateHouse bought the paper.\n\nReaders complained that [[Gatehouse]] closed two others."),
    ),
)


#: The share of right reports among those judged on published articles (docs/alarms.md).
_CONFIDENCE = 0.95


def find(article: Article, facts: Facts, options: Options) -> Iterator[Annotation]:
    """Yield one annotation for each spelling that differs from the one used more often, or first."""
    reported: set[int] = set()
    for person in facts.people:
        for annotation in _of_person(article, person, options):
            reported.add(annotation.span.start)
            yield annotation
    for slip in misspelt_surnames(article, facts, _one_name):
        if slip.start not in reported:
            yield _report([slip.start], slip.word, (slip.person.surname, slip.usual_at), slip.person.name, safe=False)
    yield from _of_other_names(article, facts)


def _of_person(article: Article, person: Person, options: Options) -> Iterator[Annotation]:
    """Compare the words of a person's names among themselves."""
    words = [word for mention in person.names if not _is_sic(article, mention) for word in _words(mention)]
    counted = Counter(word for word, _ in words)
    first_at = dict(reversed(words))
    if not any(_one_name(one, other) for one, other in combinations(counted, 2)):
        return
    listed = _listed(options, counted)
    for word in counted:
        other = _usual(word, counted, first_at, listed)
        if other is not None:
            places = [place for each, place in words if each == word]
            # Safe where the house list has the person's name: nothing else can be meant.
            yield _report(places, word, (other, first_at[other]), person.name, safe=other in listed)


def _listed(options: Options, words: Mapping[str, int]) -> frozenset[str]:
    """Return the words of a full name on the house lists that the words of somebody's names make up."""
    names = (name.split() for kind in ("well_known", "one_name") for name in options.house[kind])
    return frozenset(word for name in names if len(name) > 1 and words.keys() >= {*name} for word in name)


def _is_sic(article: Article, mention: Mention) -> bool:
    """Whether the article owns up to a spelling: "Kovalenco [sic]"."""
    behind = article.text[mention.span.end : mention.span.end + 12].lstrip("'’s ").casefold()
    return behind.startswith(("[sic", "(sic"))


def _words(mention: Mention) -> Iterator[tuple[str, int]]:
    """Yield the words of a name with their places, initials and suffixes left out."""
    start = mention.span.start
    for word in mention.text.split():
        at = mention.text.index(word, start - mention.span.start)
        bare = word.strip("\"“”'‘’(),-")
        # Capitals throughout are a kicker's or a transcript's, not a spelling.
        if len(bare) > 2 and bare[0].isupper() and not bare.isupper() and not bare.endswith("."):
            yield bare, mention.span.start + at + word.index(bare)
        start = mention.span.start + at + len(word)


def _usual(word: str, counted: Counter[str], first_at: dict[str, int], listed: frozenset[str]) -> str | None:
    """Return the other spelling of a word that is right, for all that can be told, or None.

    That is the one on the house list; or the one with accents, which are lost and never added; or the one used more
    often, or as often and earlier.
    """

    def rank(each: str) -> tuple[bool, int, int, int]:
        accents = _accents(each) if _plain(each) == _plain(word) else _accents(word)
        return each in listed, accents, counted[each], -first_at[each]

    better = [each for each in counted if each != word and _one_name(each, word) and rank(each) > rank(word)]
    return max(better, key=rank, default=None)


def _accents(word: str) -> int:
    return sum(not letter.isascii() for letter in word)


def _one_name(one: str, other: str) -> bool:
    """Whether two words of one person's names are spellings of each other, not a short form."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return True
    if (
        min(len(first), len(second)) < 5
        or first[0] != second[0]
        or first.startswith(second)
        or second.startswith(first)
    ):
        return first.rstrip("y") == second.rstrip("y") and min(len(first), len(second)) > 5
    return _one_letter_apart(first, second)


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is changed, added or left out, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if c.isalnum()).casefold()


def _of_other_names(article: Article, facts: Facts) -> Iterator[Annotation]:
    """Compare names of places and bodies: words with capitals inside or accents that also stand without."""
    people = {start for person in facts.people for mention in person.names for _, start in _words(mention)}
    spellings: dict[str, dict[str, list[int]]] = {}
    for sentence in facts.sentences:
        for token in sentence.tokens:
            proper = token.tag in ("NNP", "NNPS") and len(token.text) > 4 and not token.text.isupper()
            if proper and token.span.start not in people and in_own_words(article, facts, token.span):
                word = token.text.strip("+-–&/*")
                spellings.setdefault(_plain(word), {}).setdefault(word, []).append(token.span.start)
    for variants in spellings.values():
        yield from _of_variants(variants)


def _of_variants(variants: dict[str, list[int]]) -> Iterator[Annotation]:
    names = [word for word in variants if word[0].isupper()]
    if len(names) < 2 or not any(_telling(word) for word in names):
        return
    usual = max(names, key=lambda word: (len(variants[word]), -variants[word][0]))
    for word in names:
        if word != usual:
            yield _report(variants[word], word, (usual, variants[usual][0]), usual)


def _telling(word: str) -> bool:
    """Whether a word has a capital inside or an accent: without them, only the case of the first letter differs."""
    return any(c.isupper() for c in word[1:]) or _plain(word) != word.casefold()


def _report(places: Sequence[int], word: str, usual: tuple[str, int], name: str, *, safe: bool = False) -> Annotation:
    """Report a spelling where it stands first; the repair goes over all its places."""
    right, at = usual
    span, *others = (Span(start, start + len(word)) for start in places)
    edits = tuple(Edit(each, right) for each in (span, *others))
    everywhere = f" in {len(edits)} places" if others else ""
    return RULE.annotate(
        span,
        f"“{word}” here, “{right}” elsewhere: one name in two spellings",
        related=[Related(Span(at, at + len(right)), f"spelt “{right}” here")],
        suggestions=[Suggestion(f"Write “{right}”{everywhere}", edits, safe=safe)],
        confidence=_CONFIDENCE,
        keys=(name, right, word),
    )
