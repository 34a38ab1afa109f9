"""Facts as JSON keep to their schema, every kind of fact in its fullest and its barest form."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from editcheck.article import Notice, Span
from editcheck.facts.model import (
    Acronym,
    Age,
    DateParts,
    DateRange,
    Definition,
    Facts,
    Mention,
    Person,
    Quotation,
    QuotationKind,
    QuotedText,
    QuoteMarkProblem,
    Role,
    RoleStatus,
    Sentence,
    Source,
    SourceKind,
    TimeExpression,
    Token,
)
from editcheck.reports.base import Surface
from editcheck.reports.facts_json import facts_payload
from editcheck.reports.facts_terminal import render_facts
from report_samples import harbour_article, span_of

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "facts.schema.json"
ARTICLE = harbour_article()


def place(words: str) -> Span:
    return span_of(ARTICLE, words)


FACTS = Facts(
    sentences=(
        Sentence(
            place("Weiss said so."),
            (Token("Weiss", place("Weiss"), "Weiss", "PROPN", "NNP", "nsubj", 1, "Number=Sing"),),
            2,
        ),
    ),
    quotations=(
        Quotation(
            QuotationKind.DIRECT,
            (place("We’ll see"),),
            place("said"),
            Source(place("he said"), "he", SourceKind.PRONOUN, "p1"),
            0.8,
        ),
        Quotation(QuotationKind.INDIRECT, (place("so"),), None, None),
    ),
    people=(
        Person(
            "p1",
            "Anna Weiß",
            (Mention(place("Anna Weiß"), "Anna Weiß"),),
            (
                Role(
                    place("mayor of Port Ellis"),
                    "mayor of Port Ellis",
                    "mayor",
                    "Port Ellis",
                    RoleStatus.CURRENT,
                    place("Anna Weiß"),
                ),
            ),
        ),
    ),
    acronyms=(
        Acronym(
            "PA",
            "port authority",
            (Definition(place("港湾局"), place("port authority"), "brackets"),),
            (place("港湾局"),),
            False,
            (place("port authority"),),
        ),
        Acronym("UN", None, (), (place("Weiss"),), True),
    ),
    dates=(
        TimeExpression(
            place("12 October 2016"), "12 October 2016", "DATE", "2016-10-12", parts=DateParts(2016, 10, 12)
        ),
        TimeExpression(place("1987"), "1987", "DATE", "1987", "APPROX", ("1887",), basis="context"),
    ),
    date_ranges=(DateRange(place("Tuesday, 12 October 2016"), 0, 1),),
    ages=(
        Age(place("12"), "12", "P12Y", None, "p1", place("Weiss"), of_people=True),
        Age(place("1987"), "1987", "P1XY", "END", upper="P20Y"),
    ),
    quoted=(QuotedText(place("“"), place("”"), place("We’ll see,")), QuotedText(place("“"), None, place("We"))),
    quote_mark_problems=(QuoteMarkProblem("unclosed", place("“")),),
    notices=(Notice("language-not-read", "it is in Welsh"),),
)


def test_facts_keep_to_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(facts_payload(ARTICLE, FACTS), schema)
    jsonschema.validate([facts_payload(ARTICLE, FACTS, tokens=True), facts_payload(ARTICLE, Facts())], schema)


def test_offsets_count_over_the_text_that_is_there() -> None:
    payload = facts_payload(ARTICLE, FACTS)
    text = payload["article"]["text"]
    for each in (payload["people"][0]["mentions"][0]["place"], payload["dates"][0]["place"]):
        assert text[each["start"] : each["end"]] == each["text"]
        assert (each["line"], each["column"]) == (3, ARTICLE.text.split("\n")[2].index(each["text"]) + 1)


def test_words_of_sentences_are_there_when_asked_for() -> None:
    assert facts_payload(ARTICLE, FACTS)["sentences"][0]["tokens"] == []
    [token] = facts_payload(ARTICLE, FACTS, tokens=True)["sentences"][0]["tokens"]
    assert (token["lemma"], token["pos"], token["head"]) == ("Weiss", "PROPN", 1)


def test_people_read_facts_as_a_list() -> None:
    text = render_facts(ARTICLE, FACTS, Surface(80))
    assert "Anna Weiß: mayor of Port Ellis" in text
    assert "he: We’ll see" in text
    assert "nobody is credited: so" in text
    assert "PA: port authority" in text
    assert "12 October 2016: 2016-10-12" in text
    assert "12: P12Y\n        Anna Weiß, " in text
    assert "1987: P1XY to P20Y\n        nobody named, " in text
    assert "it is in Welsh" in text
    assert "none found" in render_facts(ARTICLE, Facts(), Surface(80))
