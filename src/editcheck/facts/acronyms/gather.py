"""Everything the article has of each short form, put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from editcheck.facts.acronyms.brackets import definitions_in_brackets
from editcheck.facts.acronyms.everyday import everyday_forms
from editcheck.facts.acronyms.expansions import Phrases
from editcheck.facts.acronyms.known import Known, abbreviations, states, units
from editcheck.facts.acronyms.markup import definitions_in_markup
from editcheck.facts.acronyms.phrases import definitions_in_phrases
from editcheck.facts.acronyms.refusals import Context
from editcheck.facts.acronyms.shapes import candidates, form_key
from editcheck.facts.acronyms.strategies import OTHER_LETTERS
from editcheck.facts.acronyms.word_index import WordIndex
from editcheck.facts.model import Acronym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.article import Article, Span
    from editcheck.facts.model import Definition, Sentence
    from editcheck.house import House

__all__ = ["find_acronyms"]

#: So many short forms may be said to stand for one and the same long form: spellings, plurals, slips.
_MOST_FORMS = 5


@dataclass(slots=True)
class _Entry:
    """What has been found of one short form so far; `covered` are the offsets of the definitions' short forms."""

    definitions: list[Definition] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    known: bool = False
    covered: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Settled:
    """The keys of the forms that are defined or known: compounds that have them are taken apart."""

    entries: dict[str, _Entry]
    known: Known

    def __contains__(self, key: object) -> bool:
        return key in self.entries or key in self.known.expansions


def find_acronyms(article: Article, sentences: tuple[Sentence, ...], house: House) -> tuple[Acronym, ...]:
    """Return the short forms of an article in the order of their first mention.

    Without sentences (text that is not English) only what markup and brackets define is looked for.
    """
    known, index = Known.of(house), WordIndex(article)
    entries = _defined(article, index, known, english=bool(sentences))
    if sentences:
        _add_mentions(article, Context(article, sentences, index), known, entries)
    long_forms = _LongForms(article, index, known, Phrases(article) if sentences else None)
    found = [_acronym(article, key, entry, long_forms) for key, entry in entries.items() if entry.mentions]
    return tuple(sorted(found, key=lambda acronym: (acronym.mentions[0].start, acronym.form)))


def _defined(article: Article, index: WordIndex, known: Known, *, english: bool) -> dict[str, _Entry]:
    """Return the forms that are defined, with their definitions and mentions."""
    entries: dict[str, _Entry] = {}
    surest_first = sorted(_definitions(article, english=english), key=lambda definition: -definition.confidence)
    for definition in _without_tables(article, surest_first):
        key = form_key(article[definition.short])
        if definition.strategy.endswith(OTHER_LETTERS) and key in known:
            continue
        if states().get(key) == article[definition.long]:
            continue
        entry = entries.setdefault(key, _Entry(known=key in known))
        if entry.covered.isdisjoint(range(definition.short.start, definition.short.end)):
            entry.covered.update(range(definition.short.start, definition.short.end))
            entry.definitions.append(definition)
    for entry in entries.values():
        forms = sorted({article[definition.short] for definition in entry.definitions})
        entry.mentions = _merged(chain.from_iterable(map(index.forms, forms)))
    return entries


def _without_tables(article: Article, definitions: list[Definition]) -> Iterator[Definition]:
    """Leave out what has one long form for many short ones: a table or a list of codes, which explains none."""
    forms: dict[str, set[str]] = {}
    for definition in definitions:
        forms.setdefault(article[definition.long], set()).add(article[definition.short])
    yield from (each for each in definitions if len(forms[article[each.long]]) <= _MOST_FORMS)


def _definitions(article: Article, *, english: bool) -> Iterator[Definition]:
    yield from definitions_in_markup(article)
    for block in article.blocks:
        yield from definitions_in_brackets(article.text, block.span)
        if english:
            yield from definitions_in_phrases(article.text, block.span)


def _add_mentions(article: Article, context: Context, known: Known, entries: dict[str, _Entry]) -> None:
    """Add the forms that are not defined, and the mentions of defined ones that are spelt otherwise."""
    taken = {span.start for entry in entries.values() for span in entry.mentions}
    settled = _Settled(entries, known)
    usual = everyday_forms(article, context)
    for span in chain(usual, *(candidates(article.text, block.span, settled) for block in article.blocks)):
        if span.start in taken:
            continue
        taken.add(span.start)
        form = article[span]
        key = form_key(form)
        is_known = _is_known(form, key, span, known, context)
        if is_known or key in entries or not context.refuses(form, span):
            entry = entries.setdefault(key, _Entry())
            entry.known |= is_known
            entry.mentions.append(span)


def _is_known(form: str, key: str, span: Span, known: Known, context: Context) -> bool:
    return (
        key in known
        or (key.endswith("S") and len(key) > 3 and key[:-1] in known)
        or form in abbreviations()
        or (form in units() and context.follows_number(span))
        or context.is_state(form, span)
    )


def _acronym(article: Article, key: str, entry: _Entry, long_forms: _LongForms) -> Acronym:
    definitions = tuple(sorted(entry.definitions, key=lambda definition: definition.short.start))
    mentions = tuple(_merged(entry.mentions))
    form = _form(article, definitions, mentions)
    found = long_forms.tied(definitions) if definitions else long_forms.untied(key, form, known=entry.known)
    long_form, places = found
    return Acronym(form, long_form, definitions, mentions, entry.known, tuple(_merged(places)))


def _form(article: Article, definitions: tuple[Definition, ...], mentions: tuple[Span, ...]) -> str:
    """Return the form as it is defined, or as it first stands, in the singular where it has one."""
    if definitions:
        return article[definitions[0].short]
    forms = [article[span] for span in mentions]
    return next((form for form in forms if not (form.endswith("s") and form[-2:-1].isupper())), forms[0])


@dataclass(frozen=True, slots=True)
class _LongForms:
    """Finds what a form stands for in this article, and all places where that stands."""

    article: Article
    index: WordIndex
    known: Known
    phrases: Phrases | None

    def tied(self, definitions: tuple[Definition, ...]) -> tuple[str | None, list[Span]]:
        """Take the long form of the surest definition, of equally sure ones of the first."""
        surest = max(definitions, key=lambda definition: definition.confidence)
        long_form = surest.expansion or self.article[surest.long]
        places = [definition.long for definition in definitions if definition.expansion is None]
        return long_form, [*places, *self.index.phrases(long_form)]

    def untied(self, key: str, form: str, *, known: bool) -> tuple[str | None, list[Span]]:
        """Look for the house list's long form, where that is a name, or for a name with the form's initials."""
        if self.phrases is None:
            return None, []
        expansion = self.known.expansions.get(key, "")
        places = [*self.index.phrases(expansion)] if _is_name(expansion) else []
        if not places and (not known or len(key) > 2):
            places = [*self.phrases.with_initials(form)]
        if not places:
            return None, []
        wordings = Counter(self.article[place] for place in places)
        long_form = wordings.most_common(1)[0][0]
        return long_form, [*self.index.phrases(long_form)]


def _is_name(expansion: str) -> bool:
    """Whether a known form stands for a name: common words ("operating system") may stand anywhere for themselves."""
    return any(word[0].isupper() for word in expansion.split()[1:])


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order; of those that overlap, the first."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
