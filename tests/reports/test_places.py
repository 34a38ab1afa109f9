"""The report's targets: three counts of one place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editcheck.article import Article, BlockKind, Span
from editcheck.reports.places import Places
from report_samples import MarkupBuilder, harbour_article, span_of


def test_a_block_range_counts_as_javascript_does() -> None:
    article = harbour_article()
    [block] = Places(article).blocks(span_of(article, "港湾局"))
    text = article[article.blocks[1].span]
    units = text.encode("utf-16-le")
    assert (block["index"], block["kind"]) == (1, "paragraph")
    assert units[2 * block["start"] : 2 * block["end"]].decode("utf-16-le") == "港湾局"
    assert block["start"] == text.index("港湾局") + 2  # two ships before it, each of two code units


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(st.lists(st.text("ab🚢e\u0301港𝒜", min_size=1), min_size=1, max_size=4), st.data())
def test_block_ranges_agree_with_the_codec_whatever_the_text(paragraphs: list[str], data: st.DataObject) -> None:
    article = Article.from_text("\n".join(paragraphs))
    start = data.draw(st.integers(0, len(article.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(article.text))))
    for found in Places(article).blocks(span):
        block = article.blocks[found["index"]].span
        inside = article[Span(max(block.start, span.start), min(block.end, span.end))]
        assert found["end"] - found["start"] == utf16_length(inside)
        assert found["start"] == utf16_length(article[Span(block.start, max(block.start, span.start))])


def test_a_span_over_two_blocks_has_a_range_in_each() -> None:
    article = harbour_article()
    span = Span(span_of(article, "he said").start, span_of(article, "Weiss said").end)
    first, second = Places(article).blocks(span)
    assert (first["index"], second["index"]) == (1, 2)
    assert (second["start"], second["end"]) == (0, len("Weiss said"))
    block = article.blocks[1].span
    assert first["end"] == utf16_length(article[block])


def test_a_place_for_an_insertion_is_an_empty_range_at_the_end_of_its_block() -> None:
    article = harbour_article()
    end = article.blocks[2].span.end
    assert Places(article).blocks(Span(end, end)) == [
        {"index": 2, "kind": "paragraph", "start": len("Weiss said so."), "end": len("Weiss said so.")}
    ]


def test_source_ranges_tell_characters_bytes_lines_and_what_to_undo() -> None:
    article = (
        MarkupBuilder()
        .tag("<h1>\n")
        .verbatim("Weiß", "/html/body/h1")
        .run("&nbsp;", "\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", "/html/body/h1", ("html",))
        .verbatim("won", "/html/body/h1")
        .tag("</h1>")
        .block(BlockKind.HEADLINE)
        .article()
    )
    target = Places(article).target(Span(0, 8))
    assert target["quote"] == "Weiß\N{NO-BREAK SPACE}won"
    assert target["range"] == {"start": 0, "end": 8}
    assert [(each["start"], each["end"]) for each in target["source"]] == [(5, 9), (9, 15), (15, 18)]
    assert [(each["byteStart"], each["byteEnd"]) for each in target["source"]] == [(5, 10), (10, 16), (16, 19)]
    assert [(each["line"], each["column"], each["endColumn"]) for each in target["source"]] == [
        (2, 1, 5),
        (2, 5, 11),
        (2, 11, 14),
    ]
    assert [each["escapes"] for each in target["source"]] == [[], ["html"], []]
    assert [selector["type"] for selector in target["selector"]] == [
        "TextQuoteSelector",
        "TextPositionSelector",
        "XPathSelector",
    ]
