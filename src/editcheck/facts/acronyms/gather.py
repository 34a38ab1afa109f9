"""Everything the article has of each short form, put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from editcheck.article import Article, Span
from editcheck.facts.acronyms.brackets import definitions_in_brackets
from editcheck.facts.acronyms.expansions import Phrases, occurrences
from editcheck.facts.acronyms.known import Known, abbreviations, states, units
from editcheck.facts.acronyms.markup import definitions_in_markup
from editcheck.facts.acronyms.phrases import definitions_in_phrases
from editcheck.facts.acronyms.refusals import Context
from editcheck.facts.acronyms.shapes import candidates, form_key
from editcheck.facts.acronyms.strategies import OTHER_LETTERS
from editcheck.facts.model import Acronym, Definition, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.house import House

__all__ = ["find_acronyms"]


@dataclass(slots=True)
class _Entry:
    """What has been found of one short form so far."""

    definitions: list[Definition] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    known: bool = False


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
    known = Known.of(house)
    entries = _defined(article, known, english=bool(sentences))
    if sentences:
        _add_mentions(article, Context(article, sentences), known, entries)
    found = [*_acronyms(article, entries, known, Phrases(article) if sentences else None)]
    return tuple(sorted(found, key=lambda acronym: (acronym.mentions[0].start, acronym.form)))


def _defined(article: Article, known: Known, *, english: bool) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for definition in _definitions(article, english=english):
        key = form_key(article[definition.short])
        if definition.strategy.endswith(OTHER_LETTERS) and key in known:
            continue
        if states().get(key) == article[definition.long]:
            continue
        entry = entries.setdefault(key, _Entry(known=key in known))
        if not any(definition.short.overlaps(other.short) for other in entry.definitions):
            entry.definitions.append(definition)
    _find_defined(article, entries)
    return entries


def _definitions(article: Article, *, english: bool) -> Iterator[Definition]:
    yield from definitions_in_markup(article)
    for block in article.blocks:
        yield from definitions_in_brackets(article.text, block.span)
        if english:
            yield from definitions_in_phrases(article.text, block.span)


def _find_defined(article: Article, entries: dict[str, _Entry]) -> None:
    """Add the mentions of the forms that are defined, whatever they look like."""
    forms = {article[definition.short] for entry in entries.values() for definition in entry.definitions}
    if not forms:
        return
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    pattern = re.compile(r"(?<![\w])(?:" + "|".join(map(re.escape, longest_first)) + r")(?:s(?=\W|\Z))?(?!\w)")
    for match in pattern.finditer(article.text):
        entry = entries.get(form_key(match.group())) or entries.get(form_key(match.group()[:-1]))
        if entry is not None:
            entry.mentions.append(Span(*match.span()))


def _add_mentions(article: Article, context: Context, known: Known, entries: dict[str, _Entry]) -> None:
    taken = {span.start for entry in entries.values() for span in entry.mentions}
    settled = _Settled(entries, known)
    found = chain(
        _everyday(article, context), *(candidates(article.text, block.span, settled) for block in article.blocks)
    )
    for span in found:
        form = article[span]
        if span.start in taken:
            continue
        taken.add(span.start)
        key = form_key(form)
        is_known = _is_known(form, key, span, known, context)
        if is_known or key in entries or not context.refuses(form, span):
            entry = entries.setdefault(key, _Entry(known=is_known))
            entry.known |= is_known
            entry.mentions.append(span)


def _is_known(form: str, key: str, span: Span, known: Known, context: Context) -> bool:
    return (
        key in known
        or form in abbreviations()
        or (form in units() and context.follows_number(span))
        or context.is_state(form, span)
    )


def _everyday(article: Article, context: Context) -> Iterator[Span]:
    """Yield the abbreviations and units of an article that have no capitals to be seen by."""
    words = {word.strip("()[]\"'“”‘’,;:!?—") for word in set(article.text.split())}
    present = {word for word in words if word in abbreviations()}
    measures = {word.rstrip(".") for word in words if word.rstrip(".") in units()}
    if not present and not measures:
        return
    longest_first = sorted(present | measures, key=lambda form: (-len(form), form))
    for match in re.finditer(r"(?<![\w.])(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", article.text):
        if match.group() in present or context.follows_number(Span(*match.span())):
            yield Span(*match.span())


def _acronyms(article: Article, entries: dict[str, _Entry], known: Known, phrases: Phrases | None) -> Iterator[Acronym]:
    for key, entry in entries.items():
        if not entry.mentions:
            continue
        entry.definitions.sort(key=lambda definition: definition.short.start)
        entry.mentions.sort()
        form = _form(article, entry)
        long_form, places = _long_form(article, key, form, entry, known, phrases)
        yield Acronym(form, long_form, tuple(entry.definitions), tuple(entry.mentions), entry.known, places)


def _form(article: Article, entry: _Entry) -> str:
    """Return the form as it is defined, or as it first stands, in the singular where it has one."""
    if entry.definitions:
        return article[entry.definitions[0].short]
    forms = [article[span] for span in entry.mentions]
    return next((form for form in forms if not (form.endswith("s") and form[-2:-1].isupper())), forms[0])


def _long_form(
    article: Article, key: str, form: str, entry: _Entry, known: Known, phrases: Phrases | None
) -> tuple[str | None, tuple[Span, ...]]:
    """Return what a form stands for in this article, and all places where that stands."""
    bodies = [block.span for block in article.blocks]
    if entry.definitions:
        first = entry.definitions[0]
        long_form = first.expansion or article[first.long]
        tied = [definition.long for definition in entry.definitions if definition.expansion is None]
        return long_form, _merged([*tied, *occurrences(article.text, long_form, bodies)])
    if phrases is None:
        return None, ()
    expansion = known.expansions.get(key, "")
    places = [*occurrences(article.text, expansion, bodies)] if _is_name(expansion) else []
    if not places and (not entry.known or len(key) > 2):
        places = [*phrases.with_initials(form)]
    if not places:
        return None, ()
    return article[places[0]], _merged([*places, *occurrences(article.text, article[places[0]], bodies)])


def _is_name(expansion: str) -> bool:
    """Whether a known form stands for a name: common words ("operating system") may stand anywhere for themselves."""
    return any(word[0].isupper() for word in expansion.split()[1:])


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order; of those that overlap, the first."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
