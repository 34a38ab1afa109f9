"""The facts of an article as JSON values, in the shape of `schemas/facts.schema.json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from editcheck.reports.payload import article_payload, tool_payload

if TYPE_CHECKING:
    from editcheck.article import Article, Span
    from editcheck.facts.model import (
        Acronym,
        Age,
        DateParts,
        Definition,
        Facts,
        Mention,
        Person,
        Quotation,
        QuotedText,
        Role,
        Sentence,
        Source,
        TimeExpression,
        Token,
    )
    from editcheck.reports.places import Json, JsonObject

__all__ = ["SCHEMA_VERSION", "facts_payload"]

#: The version of schemas/facts.schema.json that is written here.
SCHEMA_VERSION = "1.0"


def facts_payload(article: Article, facts: Facts, *, tokens: bool = False) -> JsonObject:
    """Return an article's facts as JSON values; the words of its sentences only where `tokens` asks for them."""
    return _Facts(article, tokens).all(facts)


class _Facts:
    """Turns the facts of one article into JSON values."""

    def __init__(self, article: Article, tokens: bool) -> None:
        self._article = article
        self._tokens = tokens

    def all(self, facts: Facts) -> JsonObject:
        notices = dict.fromkeys((*self._article.notices, *facts.notices))
        return {
            "schemaVersion": SCHEMA_VERSION,
            "tool": tool_payload(),
            "article": self._article_payload(),
            "quotations": [self._quotation(each) for each in facts.quotations],
            "people": [self._person(each) for each in facts.people],
            "acronyms": [self._acronym(each) for each in facts.acronyms],
            "dates": [self._date(each) for each in facts.dates],
            "dateRanges": [
                {"place": self._place(each.span), "begin": each.begin, "end": each.end} for each in facts.date_ranges
            ],
            "ages": [self._age(each) for each in facts.ages],
            "quoted": [self._quoted(each) for each in facts.quoted],
            "quoteMarkProblems": [
                {"place": self._place(each.span), "kind": each.kind} for each in facts.quote_mark_problems
            ],
            "sentences": [self._sentence(each) for each in facts.sentences],
            "notices": [{"code": each.code, "message": each.message} for each in notices],
        }

    def _article_payload(self) -> JsonObject:
        article = self._article
        blocks: list[Json] = [
            {"kind": block.kind.value, "start": block.span.start, "end": block.span.end} for block in article.blocks
        ]
        return {**article_payload(article), "text": article.text, "blocks": blocks}

    def _place(self, span: Span) -> JsonObject:
        ranges = self._article.locate(span)
        return {
            "text": self._article[span],
            "start": span.start,
            "end": span.end,
            "line": ranges[0].line if ranges else None,
            "column": ranges[0].column if ranges else None,
        }

    def _place_or_none(self, span: Span | None) -> JsonObject | None:
        return None if span is None else self._place(span)

    def _places(self, spans: tuple[Span, ...]) -> list[Json]:
        return [self._place(span) for span in spans]

    def _quotation(self, quotation: Quotation) -> JsonObject:
        return {
            "kind": quotation.kind.value,
            "speech": quotation.speech,
            "content": self._places(quotation.content),
            "cue": self._place_or_none(quotation.cue),
            "source": None if quotation.source is None else self._source(quotation.source),
            "confidence": quotation.confidence,
        }

    def _source(self, source: Source) -> JsonObject:
        return {"place": self._place(source.span), "kind": source.kind.value, "person": source.person}

    def _person(self, person: Person) -> JsonObject:
        return {
            "id": person.id,
            "name": person.name,
            "surname": person.surname,
            "mentions": [self._mention(each) for each in person.mentions],
            "roles": [self._role(each) for each in person.roles],
        }

    def _mention(self, mention: Mention) -> JsonObject:
        return {"place": self._place(mention.span), "kind": mention.kind.value}

    def _role(self, role: Role) -> JsonObject:
        return {
            "place": self._place(role.span),
            "office": role.office,
            "organization": role.organization,
            "status": role.status.value,
            "mention": self._place_or_none(role.mention),
        }

    def _acronym(self, acronym: Acronym) -> JsonObject:
        return {
            "form": acronym.form,
            "longForm": acronym.long_form,
            "known": acronym.known,
            "definitions": [self._definition(each) for each in acronym.definitions],
            "mentions": self._places(acronym.mentions),
            "longMentions": self._places(acronym.long_mentions),
        }

    def _definition(self, definition: Definition) -> JsonObject:
        return {
            "short": self._place(definition.short),
            "long": self._place(definition.long),
            "expansion": definition.expansion,
            "strategy": definition.strategy,
            "confidence": definition.confidence,
        }

    def _date(self, date: TimeExpression) -> JsonObject:
        return {
            "place": self._place(date.span),
            "type": date.type,
            "value": date.value,
            "mod": date.mod,
            "alternatives": [*date.alternatives],
            "basis": date.basis,
            "parts": None if date.parts is None else _parts(date.parts),
            "markup": self._place_or_none(date.markup),
        }

    def _age(self, age: Age) -> JsonObject:
        return {
            "place": self._place(age.span),
            "value": age.value,
            "upper": age.upper,
            "mod": age.mod,
            "person": age.person,
            "of": self._place_or_none(age.of),
            "ofPeople": age.of_people,
        }

    def _quoted(self, quoted: QuotedText) -> JsonObject:
        return {
            "place": self._place(quoted.content),
            "opening": self._place(quoted.opening),
            "closing": self._place_or_none(quoted.closing),
            "purpose": quoted.purpose.value,
            "depth": quoted.depth,
            "continues": quoted.continues,
        }

    def _sentence(self, sentence: Sentence) -> JsonObject:
        tokens: list[Json] = [_token(each) for each in sentence.tokens] if self._tokens else []
        return {"place": self._place(sentence.span), "block": sentence.block, "tokens": tokens}


def _parts(parts: DateParts) -> JsonObject:
    return dict(asdict(parts))


def _token(token: Token) -> JsonObject:
    return {
        "text": token.text,
        "start": token.span.start,
        "end": token.span.end,
        "lemma": token.lemma,
        "pos": token.pos,
        "tag": token.tag,
        "dep": token.dep,
        "head": token.head,
        "morph": token.morph,
    }
