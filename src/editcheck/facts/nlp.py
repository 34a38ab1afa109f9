"""Tokens, tags, dependencies and names: the one place that knows spaCy.

Blocks are analysed one by one, so a sentence never crosses a block, many articles share one batch, and a block that
was seen before is not analysed again. (One at a time or batched, the analysis is the same.)
"""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING

from editcheck.article import Article, Span
from editcheck.config import ConfigError, NlpSettings
from editcheck.facts.model import Entity, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Analysis", "analysis_of", "parse"]

#: The sentences of one block, with offsets that count from the block's start.
Analysis = tuple[Sentence, ...]

#: A longer block is cut at white space, and a batch has no more characters: the parser's memory grows with them.
_LONGEST = 20_000
#: What stands so long without a blank is no word: data, a ruler of dashes. The tokenizer takes its square in time.
_NO_WORD = re.compile(r"\S{500,}")
#: Halves of a character, as broken JSON escapes leave them: spaCy takes UTF-8 only, where they cannot be.
_HALF = re.compile(r"[\ud800-\udfff]")


def parse(articles: Iterable[Article], settings: NlpSettings) -> list[tuple[Sentence, ...]]:
    """Return the sentences of each article, in order. Blocks seen before come from the cache."""
    batch = list(articles)
    wanted: dict[str, None] = {}
    for article in batch:
        for block in article.blocks:
            wanted.setdefault(article[block.span])
    analyses = analysis_of(list(wanted), settings)
    by_text = dict(zip(wanted, analyses, strict=True))
    return [tuple(_placed(article, by_text)) for article in batch]


def _placed(article: Article, by_text: dict[str, Analysis]) -> Iterator[Sentence]:
    for index, block in enumerate(article.blocks):
        for sentence in by_text[article[block.span]]:
            yield _shift(sentence, block.span.start, index)


def analysis_of(texts: Sequence[str], settings: NlpSettings) -> list[Analysis]:
    """Analyse block texts, each by itself; equal texts give equal analyses."""
    memory = _memory(settings.model)
    missing = [text for text in dict.fromkeys(texts) if text not in memory]
    memory.update(zip(missing, _run(missing, settings), strict=True))
    out = [memory[text] for text in texts]
    for text in texts:
        memory.move_to_end(text)
    while len(memory) > settings.cache_blocks:
        memory.popitem(last=False)
    return out


@cache
def _memory(model: str) -> OrderedDict[str, Analysis]:
    return OrderedDict()


def _run(texts: Sequence[str], settings: NlpSettings) -> Iterator[Analysis]:
    if not texts:
        return
    portions = [list(_portions(text)) for text in texts]
    flat = [
        _HALF.sub("\N{REPLACEMENT CHARACTER}", text[span.start : span.end])
        for text, spans in zip(texts, portions, strict=True)
        for span in spans
    ]
    docs = _docs(flat, settings)
    for spans in portions:
        sentences: list[Sentence] = []
        for span in spans:
            sentences.extend(_shift(each, span.start, 0) for each in _sentences(next(docs)))
        yield tuple(sentences)


def _docs(texts: Sequence[str], settings: NlpSettings) -> Iterator[Doc]:
    """Parse texts in batches of so many texts, and of so many characters: memory grows with the length of a batch."""
    pipeline = _pipeline(settings.model)
    batch: list[str] = []
    for text in texts:
        if batch and (len(batch) >= settings.batch_size or sum(map(len, batch)) + len(text) > _LONGEST):
            yield from pipeline.pipe(batch, batch_size=len(batch))
            batch = []
        batch.append(text)
    yield from pipeline.pipe(batch, batch_size=settings.batch_size)


def _portions(text: str) -> Iterator[Span]:
    """Yield the parts of a block to be analysed, each by itself: mostly the whole of it."""
    start = 0
    for match in [*_NO_WORD.finditer(text), None]:
        end = match.start() if match else len(text)
        while end - start > _LONGEST:
            cut = _cut(text, start + _LONGEST // 2, start + _LONGEST)
            yield Span(start, cut)
            start = cut
        if end > start:
            yield Span(start, end)
        start = match.end() if match else end


def _cut(text: str, first: int, last: int) -> int:
    """Return where to cut a text between two offsets: after a sentence, or else at a blank, or else anywhere."""
    sentence_end = text.rfind(". ", first, last)
    return sentence_end + 1 if sentence_end >= 0 else max(text.rfind(" ", first, last), first)


@cache
def _pipeline(model: str) -> Language:
    import spacy

    try:
        return spacy.load(model)
    except OSError as error:
        raise ConfigError(
            f"the spaCy pipeline {model!r} is not installed ([nlp] model); "
            "install it with pip, or leave the setting out to use the one that comes with editcheck"
        ) from error


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for sent in doc.sents:
        first = sent.start
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        index = {token.i - first: number for number, token in enumerate(words)}
        tokens = tuple(
            Token(
                token.text,
                Span(token.idx, token.idx + len(token.text)),
                token.lemma_,
                token.pos_,
                token.tag_,
                token.dep_,
                index.get(token.head.i - first, number),
                str(token.morph),
            )
            for number, token in enumerate(words)
        )
        entities = tuple(Entity(Span(ent.start_char, ent.end_char), ent.label_) for ent in sent.ents)
        yield Sentence(Span(tokens[0].span.start, tokens[-1].span.end), tokens, 0, entities)


def _shift(sentence: Sentence, distance: int, block: int) -> Sentence:
    if distance == 0 and sentence.block == block:
        return sentence
    tokens = tuple(
        Token(t.text, t.span.shift(distance), t.lemma, t.pos, t.tag, t.dep, t.head, t.morph) for t in sentence.tokens
    )
    entities = tuple(Entity(each.span.shift(distance), each.label) for each in sentence.entities)
    return Sentence(sentence.span.shift(distance), tokens, block, entities)
