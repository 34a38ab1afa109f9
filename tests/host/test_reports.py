"""A report is in one order, knows its findings again, and lets plugins have the last word."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from editcheck import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Config,
    Example,
    Facts,
    Rule,
    Severity,
    Span,
    check,
    hookimpl,
)
from editcheck.config import RuleSetting
from editcheck.host.checking import check_article
from editcheck.host.finder import Candidate, Origin
from editcheck.host.loading import plugin_of

MILD = Rule("desk/mild", "s", "e", Severity.SUGGESTION, "h", (Example("x"),), (Example("[[x]]"),))
GRAVE = replace(MILD, id="desk/grave", severity=Severity.ERROR)


def plugin(found=(), last_word=None, name="desk", rules=(MILD, GRAVE)):
    def editcheck_rules():
        return rules

    def editcheck_check():
        return found

    def editcheck_annotations(article, annotations):
        return last_word(annotations)

    hooks = [editcheck_rules, editcheck_check, *([editcheck_annotations] if last_word else [])]
    found_plugin = SimpleNamespace(**{each.__name__: hookimpl(each) for each in hooks})
    return plugin_of(found_plugin, Candidate(name, Origin.MODULE, name))


def outcome(article: Article, *plugins, config: Config | None = None):
    return check_article(plugins, article, Facts(), config or Config())


def annotations(article: Article, found, config: Config | None = None) -> list[Annotation]:
    return list(outcome(article, plugin(found), config=config).annotations)


def test_headline_first_then_as_the_text_goes_then_the_gravest() -> None:
    text = Article.from_text("A deck.\n\nA headline.\n\nA body.")
    kinds = (BlockKind.DECK, BlockKind.HEADLINE, BlockKind.PARAGRAPH)
    blocks = tuple(Block(kind, each.span) for kind, each in zip(kinds, text.blocks, strict=True))
    article = replace(text, blocks=blocks)
    places = [(MILD, Span(22, 23)), (MILD, Span(0, 1)), (GRAVE, Span(0, 1)), (MILD, Span(9, 10)), (MILD, Span(0, 6))]
    found = annotations(article, [rule.annotate(span, "m") for rule, span in places])
    assert [(each.rule, each.span.start, each.span.end) for each in found] == [
        ("desk/mild", 9, 10),
        ("desk/grave", 0, 1),
        ("desk/mild", 0, 1),
        ("desk/mild", 0, 6),
        ("desk/mild", 22, 23),
    ]
    again = annotations(article, [rule.annotate(span, "m") for rule, span in reversed(places)])
    assert again == found


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    before, after = (Article.from_text(text) for text in ("One Smith.", "And now another one Smith."))
    known_by = [
        annotations(article, [MILD.annotate(Span(start, start + 5), message, keys=("smith", "mayor"))])[0].fingerprint
        for article, start, message in ((before, 4, "as it was worded"), (after, 20, "as it is worded now"))
    ]
    assert known_by[0] == known_by[1]
    assert len(known_by[0]) == 16


def test_fingerprints_differ_by_rule_by_keys_and_among_equals() -> None:
    article = Article.from_text("Smith and Smith and Smith and Jones.")
    found = annotations(
        article,
        [
            MILD.annotate(Span(0, 5), "m", keys=("a", "b")),
            GRAVE.annotate(Span(0, 5), "m", keys=("a", "b")),
            MILD.annotate(Span(10, 15), "m", keys=("a", "b")),
            MILD.annotate(Span(20, 25), "m", keys=("ab",)),
            MILD.annotate(Span(30, 35), "m"),
        ],
    )
    assert len({each.fingerprint for each in found}) == 5


def test_severities_are_the_settings() -> None:
    article = Article.from_text("Smith.")
    settings = {"desk/mild": RuleSetting(Severity.ERROR), "desk/grave": RuleSetting(Severity.OFF)}
    both = [MILD.annotate(Span(0, 5), "m"), GRAVE.annotate(Span(0, 5), "m")]
    assert [(each.rule, each.severity) for each in annotations(article, both, Config(rules=settings))] == [
        ("desk/mild", Severity.ERROR)
    ]


def test_a_plugin_may_drop_add_and_change() -> None:
    article = Article.from_text("Smith and Jones.")
    seen = []

    def drop(given):
        seen.extend(given)
        return [each for each in given if each.span.start > 0]

    def add_and_change(given):
        yield from (replace(each, severity=Severity.ERROR) for each in given)
        yield GRAVE.annotate(Span(6, 9), "added")

    found = [MILD.annotate(Span(0, 5), "m"), MILD.annotate(Span(10, 15), "m")]
    second = plugin(last_word=add_and_change, name="second", rules=())
    result = outcome(article, plugin(found, drop), second)
    assert all(each.fingerprint for each in (*seen, *result.annotations))
    assert [(each.message, each.severity) for each in result.annotations] == [
        ("added", Severity.ERROR),
        ("m", Severity.ERROR),
    ]


def test_none_or_an_error_leaves_annotations_as_they_are() -> None:
    article = Article.from_text("Smith.")
    found = [MILD.annotate(Span(0, 5), "m")]

    def half(given):
        yield from ()
        raise LookupError("lost")

    assert len(outcome(article, plugin(found, lambda given: None)).annotations) == 1
    failed = outcome(article, plugin(found, half))
    assert len(failed.annotations) == 1
    assert [(each.plugin, each.kind) for each in failed.failures] == [("desk", "error")]


def test_what_cannot_be_read_is_noted() -> None:
    codes = [each.code for each in check(Article.from_text("Der Hafen ist offen.", language="de")).notices]
    assert codes == ["language-not-read", "no-publication-date"]


def test_the_same_article_gives_the_same_report() -> None:
    article = Article.from_text("The NAFO said on Tuesday, 12 October 2016: “We agree.", published="2016-10-12")
    assert check(article) == check(article)
