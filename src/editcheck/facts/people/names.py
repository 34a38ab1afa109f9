"""The places where an article names people: full names first, then what repeats a part of one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editcheck.article import Article, Span
from editcheck.facts.people.candidates import Candidate, candidates, entity_labels, in_title_case, marked_candidates
from editcheck.facts.people.evidence import known_names, likely_people
from editcheck.facts.people.full_names import FullNames
from editcheck.facts.people.lexicon import lexicon
from editcheck.facts.people.parts import NameParts, alike, fold, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from editcheck.facts.model import Sentence, Token
    from editcheck.house import House

__all__ = ["NameMention", "find_names"]

#: "the Kim family regime" is not any one of the Kims.
_HOUSES = frozenset(("family", "families", "clan", "dynasty", "brothers", "sisters", "siblings", "twins"))
#: A shorter surname is one letter off too many other words.
_LONG_ENOUGH = 6
_HYPHENS = frozenset("-‐‑–")
_VERBS = frozenset(("VERB", "AUX"))
#: Dependencies of a word that describes the noun behind it.
_BEFORE_NOUNS = frozenset(("compound", "nmod", "amod"))


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text, without title and possessive: tokens `first` to `last` (exclusive) of a sentence.

    `title` is the title or form of address right before it, "" where there is none.
    """

    span: Span
    text: str
    parts: NameParts
    sentence: int
    first: int
    last: int
    title: str = ""


def find_names(article: Article, sentences: Sequence[Sentence], house: House) -> list[NameMention]:
    """Return all mentions of people by name, in the order of the text. The house lists say who needs no full name."""
    labels = [entity_labels(sentence) for sentence in sentences]
    found: list[Candidate] = []
    for number, sentence in enumerate(sentences):
        found.extend(candidates(article.text, sentence, number, labels[number]))
    stated = list(_stated(article, sentences, labels))
    told = _taken(stated)
    found = [each for each in found if told[each.sentence].isdisjoint(range(each.first, each.last))]
    accepted = sorted([*stated, *likely_people(found, sentences, known_names(house))], key=lambda each: each.span)
    full = FullNames(fold(each.text) for each in accepted if " " in each.text)
    known = {word for each in accepted if " " in each.text for word in fold(each.text).split()}
    accepted = [_without_slogan(each, known) for each in accepted]
    accepted = [_trimmed(each, article.text, sentences[each.sentence], full) for each in accepted]
    surnames = _surnames(accepted)
    small = {token.text for sentence in sentences for token in sentence.tokens if token.text.islower()}
    relatives = _relatives([each for each in found if not each.title_case], accepted, surnames, small)
    relatives = [_without_slogan(each, known) for each in relatives]
    accepted += [_trimmed(each, article.text, sentences[each.sentence], full) for each in relatives]
    names = [_mention(each) for each in accepted]
    taken = _taken(names)
    rejected = [each for each in found if each.first not in taken[each.sentence]]
    repeats = _repeats(article.text, sentences, labels, _surnames(accepted), taken)
    givens = _given_names(rejected, names, _taken([*names, *repeats]))
    misspelt = _misspelt(article.text, sentences, names, _taken([*names, *repeats, *givens]))
    return sorted([*names, *repeats, *givens, *misspelt], key=lambda each: each.span)


def _stated(article: Article, sentences: Sequence[Sentence], labels: Sequence[list[str]]) -> Iterator[Candidate]:
    """Yield the names that stand in `<person>` elements: no judgement is needed."""
    starts = [sentence.span.start for sentence in sentences]
    marked: dict[int, list[Span]] = defaultdict(list)
    for each in article.markup:
        if each.name == "person":
            first, last = (max(0, bisect_right(starts, offset) - 1) for offset in (each.span.start, each.span.end))
            for number in range(first, min(last + 1, len(sentences))):
                marked[number].append(each.span)
    for number in sorted(marked):
        yield from marked_candidates(article.text, sentences[number], number, labels[number], marked[number])


def _without_slogan(candidate: Candidate, known: Set[str]) -> Candidate:
    """Cut the words that slogans put before a name that is told elsewhere: "Stop Lund", "Crooked Lund"."""
    lex = lexicon()
    words = candidate.text.split()
    number = 0
    while number < len(words) - 1 and words[number].lower() in lex.slogans:
        number += 1
    if not number or candidate.last - candidate.first != len(words) or fold(words[-1]) not in known:
        return candidate
    text = " ".join(words[number:])
    if not candidate.text.endswith(text):
        return candidate
    span = Span(candidate.span.end - len(text), candidate.span.end)
    labels = candidate.labels[number:]
    return replace(candidate, span=span, text=text, first=candidate.first + number, labels=labels, title="")


def _trimmed(candidate: Candidate, text: str, sentence: Sentence, full: FullNames) -> Candidate:
    """Cut what a headline or a lax sentence adds to a full name: "Deport Nikki Haley", "Donald Trump Leads"."""
    words = fold(candidate.text)
    if len(words.split()) < 3:
        return _without_opener(candidate, text, sentence, full)
    lex = lexicon()
    if words.split()[-1] in lex.suffixes:
        return candidate
    given = sentence.tokens[candidate.first].text in lex.given
    for first in (candidate.first,) if given else range(candidate.first, candidate.last):
        for last in range(candidate.last, first + 1, -1):
            span = Span(sentence.tokens[first].span.start, min(sentence.tokens[last - 1].span.end, candidate.span.end))
            inner = fold(span.of(text))
            unlikely = first > candidate.first and sentence.tokens[first].text in lex.given
            if span != candidate.span and full.count(inner) and (unlikely or full.count(inner) >= full.count(words)):
                return replace(candidate, span=span, text=span.of(text), first=first, last=last)
    return candidate


def _without_opener(candidate: Candidate, text: str, sentence: Sentence, full: FullNames) -> Candidate:
    """Cut a first word that only opens the sentence: "Says Clinton" where Hillary Clinton is spoken of."""
    lex = lexicon()
    words = candidate.text.split()
    before = sentence.tokens[candidate.first - 1].text if candidate.first else ""
    opens = before == "" or (not before[-1].isalnum() and before not in (",", ".", "-"))
    if not opens or len(words) != 2 or words[0] in lex.given or full.count(fold(candidate.text)) > 1:
        return candidate
    opened = fold(candidate.text)
    if full.has_ending(opened) or not full.has_other_bearer(fold(words[1]), opened):
        return candidate
    span = sentence.tokens[candidate.last - 1].span
    return replace(candidate, span=span, text=span.of(text), first=candidate.last - 1)


def _mention(candidate: Candidate) -> NameMention:
    return NameMention(
        candidate.span,
        candidate.text,
        parts_of(candidate.text),
        candidate.sentence,
        candidate.first,
        candidate.last,
        candidate.title,
    )


def _surnames(accepted: Iterable[Candidate]) -> dict[str, list[tuple[str, ...]]]:
    """Return the names and surnames of the people found, each as folded words, by their first word."""
    lex = lexicon()
    found: dict[tuple[str, ...], None] = {}
    for each in accepted:
        parts = parts_of(each.text)
        surname = tuple(fold(parts.surname).split())
        found[tuple(fold(each.text).split())] = None
        found[surname] = None
        found[tuple(word for word in surname if word not in lex.particles) or surname] = None
        if len(parts.given) > 1 and parts.given[-1] not in lex.given and not parts.given[-1].endswith("."):
            found[(*fold(parts.given[-1]).split(), *surname)] = None
        if parts.nickname:
            found[tuple(fold(parts.nickname).split())] = None
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in sorted((each for each in found if each), key=len, reverse=True):
        by_first[words[0]].append(words)
    return by_first


def _relatives(
    found: Sequence[Candidate],
    accepted: Sequence[Candidate],
    surnames: Mapping[str, Sequence[tuple[str, ...]]],
    small: Set[str],
) -> list[Candidate]:
    """Candidates of two words or more that end in the surname of somebody found: "Ivana Trump".

    `small` are the words that the article has in lower case, too: the "Dump" of "Dump Trump" is no given name.
    """
    known = {each.span for each in accepted}
    out = []
    for each in found:
        words = each.text.split()
        if each.span in known or len(words) < 2 or fold(words[-1]) not in surnames or each.after_the:
            continue
        opens = words[0].lower() in small and words[0] not in lexicon().given
        if opens and words[0].lower() not in lexicon().particles:
            out.append(_last_word(each))
        elif not any(_names_a_thing(word) for word in words[:-1]):
            out.append(each)
    return out


def _names_a_thing(word: str) -> bool:
    lex = lexicon()
    return word.lower() in lex.thing_nouns or lex.is_place(word) or word in lex.thing_names


def _last_word(candidate: Candidate) -> Candidate:
    """Return the surname alone of what a verb or an adjective opens: "Absent Trump"."""
    word = candidate.text.split()[-1]
    span = Span(candidate.span.end - len(word), candidate.span.end)
    return replace(candidate, span=span, text=word, first=candidate.last - 1, title="")


def _taken(names: Iterable[NameMention | Candidate]) -> dict[int, set[int]]:
    """Return the tokens of some names, by sentence."""
    taken: dict[int, set[int]] = defaultdict(set)
    for each in names:
        taken[each.sentence].update(range(each.first, each.last))
    return taken


def _repeats(
    text: str,
    sentences: Sequence[Sentence],
    labels: Sequence[Sequence[str]],
    surnames: Mapping[str, Sequence[tuple[str, ...]]],
    taken: Mapping[int, set[int]],
) -> list[NameMention]:
    """Surnames of people found, wherever they stand: the recogniser often takes a bare surname for something else."""
    out: list[NameMention] = []
    for number, sentence in enumerate(sentences):
        for first, last in _matches(sentence, surnames, taken.get(number, set())):
            if not _is_part_of_other_name(sentence, first, last):
                out.append(_repeat(text, sentence, number, first, last))
    return out


def _repeat(text: str, sentence: Sentence, number: int, first: int, last: int) -> NameMention:
    lex = lexicon()
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end)
    before = sentence.tokens[first - 1].text if first else ""
    title = before if before and (lex.is_title(before) or lex.is_honorific(before)) else ""
    return NameMention(span, span.of(text), parts_of(span.of(text)), number, first, last, title)


def _matches(
    sentence: Sentence, surnames: Mapping[str, Sequence[tuple[str, ...]]], taken: set[int]
) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(sentence.tokens):
        end = None if index in taken else _match(sentence, index, surnames, taken)
        if end is not None:
            yield index, end
        index = end or index + 1


def _match(
    sentence: Sentence, index: int, surnames: Mapping[str, Sequence[tuple[str, ...]]], taken: set[int]
) -> int | None:
    """Return the end of the longest surname that begins at a token, or None."""
    pieces = fold(sentence.tokens[index].text).split()
    for words in surnames.get(pieces[0], ()) if pieces else ():
        end, left = index, list(words)
        while left and end < len(sentence.tokens) and end not in taken:
            token = sentence.tokens[end].text
            if token not in _HYPHENS:
                piece = fold(token).split()
                if left[: len(piece)] != piece or not piece:
                    break
                left = left[len(piece) :]
            end += 1
        if not left and any(token.text[0].isupper() for token in sentence.tokens[index:end]):
            return end
    return None


def _is_part_of_other_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a surname stands inside the name of a body, a place or another person: "Clinton Foundation"."""
    lex = lexicon()
    tokens = sentence.tokens
    after = tokens[last] if last < len(tokens) else None
    before = tokens[first - 1] if first else None
    if (
        after is not None
        and after.text[0].isupper()
        and after.text.lower() in lex.thing_nouns
        and after.tag.startswith("NNP")
    ):
        return True
    if before is not None and f"{before.text} {tokens[first].text}".lower() in lex.thing_phrases:
        return True
    if last - first == 1 and tokens[first].text.lower() in lex.never and (after is None or after.pos not in _VERBS):
        return True
    title_case = in_title_case(sentence)
    if before is not None and before.text[0].isupper() and before.tag.startswith("NNP") and not title_case:
        return not (lex.is_title(before.text) or lex.is_honorific(before.text) or lex.is_place(before.text))
    if before is not None and before.text in ("#", "@"):
        return True
    if after is not None and after.text == "&":
        return True
    # A place in capitals opens a report: "WASHINGTON (AP)".
    if tokens[first].text.isupper() and lex.is_place(tokens[first].text.title()):
        return True
    if after is not None and after.text.lower() in _HOUSES:
        return True
    return not tokens[first].text[0].isupper() and tokens[first].text.lower() not in lex.particles


def _given_names(
    rejected: Sequence[Candidate], names: Sequence[NameMention], taken: Mapping[int, set[int]]
) -> list[NameMention]:
    """Single given names of people found: "Hillary" where Hillary Clinton is spoken of."""
    lex = lexicon()
    known = {fold(each.parts.given[0]) for each in names if each.parts.full}
    out = []
    for each in rejected:
        if len(each.text.split()) > 1 or each.first in taken.get(each.sentence, set()) or each.after_the:
            continue
        certain = "PERSON" in each.labels or (
            each.text in lex.given and each.text not in lex.weak_given and not lex.is_place(each.text)
        )
        if fold(each.text) in known and certain:
            out.append(_mention(each))
    return out


def _misspelt(
    text: str, sentences: Sequence[Sentence], names: Sequence[NameMention], taken: Mapping[int, set[int]]
) -> list[NameMention]:
    """Bare surnames that are one letter off the surname of somebody named in full, and no name of another kind."""
    surnames: dict[str, dict[str, None]] = defaultdict(dict)
    for each in names:
        if each.parts.full and len(each.parts.surname) >= _LONG_ENOUGH:
            surnames[fold(each.parts.surname)[:1]].setdefault(each.parts.surname)
    out = []
    for number, sentence in enumerate(sentences):
        for index, token in enumerate(sentence.tokens):
            if index in taken.get(number, set()) or not _may_be_surname(sentence, index):
                continue
            if any(alike(token.text, surname) for surname in surnames[fold(token.text)[:1]]):
                out.append(_repeat(text, sentence, number, index, index + 1))
    return out


def _may_be_surname(sentence: Sentence, index: int) -> bool:
    """Whether a word stands as a bare surname does: with a capital of its own, alone, before no noun."""
    lex = lexicon()
    tokens = sentence.tokens
    token = tokens[index]
    word = token.text
    if len(word) < _LONG_ENOUGH or not word[0].isupper() or word.isupper() or not _is_proper(sentence, index):
        return False
    if lex.is_place(word) or word in lex.given or word in lex.thing_names or word.lower() in lex.thing_nouns:
        return False
    around = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    joined = any(_is_name_part(each) or each.text == "&" for each in around)
    return not joined and not (token.dep in _BEFORE_NOUNS and token.head == index + 1) and not lex.is_role_word(word)


def _is_name_part(token: Token) -> bool:
    """Whether a neighbour makes a word part of a longer name; titles and forms of address do not."""
    lex = lexicon()
    named = token.text[0].isupper() and token.tag.startswith("NNP")
    return named and not lex.is_honorific(token.text) and not lex.is_title(token.text)


def _is_proper(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word is a name: a sentence's first word needs to behave like one.

    The tagger has never met a misspelt name and may take it for a common noun.
    """
    token = sentence.tokens[index]
    before = sentence.tokens[index - 1].text if index else "."
    if token.tag == "NNP" or (token.tag in ("NN", "NNS", "NNPS") and (before[-1].isalnum() or before == ",")):
        return True
    verb = sentence.tokens[token.head]
    acts = token.dep == "nsubj" and verb.lemma in lexicon().saying
    return token.tag in ("NN", "NNS", "NNPS") and (
        acts or (token.tag != "NN" and _is_singular_subject(sentence, index))
    )


def _is_singular_subject(sentence: Sentence, index: int) -> bool:
    """Whether the verb of a word that looks like a plural is in the singular: "Sanders has"."""
    token = sentence.tokens[index]
    verbs = [sentence.tokens[i] for i in (token.head, *sentence.children[token.head])]
    return token.dep in ("nsubj", "nsubjpass") and any(each.tag == "VBZ" or each.text == "was" for each in verbs)
