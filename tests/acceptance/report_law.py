"""What holds of every report, checked from outside, as an editor's tool would: over its JSON and the file's bytes.

Source ranges give the words back, in characters and bytes; selectors find them, each by itself; repairs can be applied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import editcheck
from editcheck.config import Limits
from editcheck.reports.payload import report_payload
from editcheck.source import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from editcheck import Article, Report
    from editcheck.source.document import Document

Json = dict[str, Any]
_BLANKS = str.maketrans(dict.fromkeys("\t\n\f\r", " "))


def collapsed(text: str) -> str:
    """White space as a browser collapses it: a no-break space stays."""
    return " ".join(part for part in text.translate(_BLANKS).split(" ") if part)


def findings(report: Report) -> list[object]:
    """All that a report says, without where in the file it is."""
    article = report.article
    return [
        (
            found.rule,
            found.severity,
            found.message,
            found.help,
            article[found.span],
            [(each.message, article[each.span]) for each in found.related],
            [
                (each.message, each.safe, [(article[edit.span], edit.text) for edit in each.edits])
                for each in found.suggestions
            ],
            found.confidence,
            found.fingerprint,
        )
        for found in report.annotations
    ]


def check_report(report: Report) -> int:
    """Check every place of a report; return how many there were."""
    payload = report_payload(report)
    places = list(_places(payload))
    document = _document(report.article) if places else None
    for target in places:
        _check_source(report.article, target)
        _check_blocks(report.article, target)
        _check_selectors(report.article, target, document)
    for found in payload["annotations"]:
        for edit in (edit for each in found["suggestions"] for edit in each["edits"]):
            _check_edit(report.article, edit)
    return len(places)


def check_repairs(report: Report, again: Callable[[bytes], Article]) -> int:
    """Apply each repair to the file and read it again: the words are changed, and nothing else is. Return how many."""
    source, count = report.article.source, 0
    for found in report_payload(report)["annotations"]:
        for suggestion in found["suggestions"]:
            text, raw = report.article.text, source.raw
            edits = sorted(suggestion["edits"], key=lambda edit: -edit["range"]["start"])
            for edit in edits:
                text = text[: edit["range"]["start"]] + edit["text"] + text[edit["range"]["end"] :]
            writes = sorted((each for edit in edits for each in edit["source"]), key=lambda each: -each["byteStart"])
            for write in writes:
                new = write["text"].encode(source.encoding)
                raw = raw[: write["byteStart"]] + new + raw[write["byteEnd"] :]
            same = collapsed if not any(_broken(report.article, edit) for edit in edits) else _letters
            assert same(again(raw).text) == same(text), suggestion["message"]
            count += 1
    return count


def _broken(article: Article, edit: Json) -> bool:
    """Whether a line break stands among the words that a repair replaces: it stays, and its blank with it."""
    written = article.source.text[edit["source"][0]["start"] : edit["source"][-1]["end"]]
    return "<br" in written or "&lt;br" in written


def _letters(text: str) -> str:
    return "".join(text.split())


def _places(payload: Json) -> Iterator[Json]:
    for found in payload["annotations"]:
        yield found["target"]
        yield from (each["target"] for each in found["related"])


def _mapped(article: Article, start: int, end: int) -> str:
    """Return the words of a span without the blanks that stand for line breaks, which no file has."""
    covered = {
        at
        for piece in article.pieces_of(editcheck.Span(start, end))
        for at in range(max(start, piece.text.start), min(end, piece.text.end))
    }
    added = {article.text[at] for at in range(start, end) if at not in covered}
    assert added <= {" ", "\n"}
    return "".join(article.text[at] for at in range(start, end) if at in covered)


def _check_source(article: Article, target: Json) -> None:
    source, span = article.source, target["range"]
    assert target["quote"] == article.text[span["start"] : span["end"]]
    assert target["source"], f"no place in the file for {target['quote']!r}"
    said = []
    for place in target["source"]:
        words = source.text[place["start"] : place["end"]]
        assert source.raw[place["byteStart"] : place["byteEnd"]].decode(source.encoding, "replace") == words
        for offset, line, column in (
            (place["start"], place["line"], place["column"]),
            (place["end"], place["endLine"], place["endColumn"]),
        ):
            before = source.text[:offset].replace("\r\n", "\0\n").replace("\r", "\n")
            if source.text[offset - 1 : offset + 1] != "\r\n":
                assert (line, column) == (before.count("\n") + 1, offset - before.rfind("\n"))
        said.append(decoded(words, tuple(place["escapes"])))
    assert collapsed("".join(said)) == collapsed(_mapped(article, span["start"], span["end"]))


def _check_blocks(article: Article, target: Json) -> None:
    parts = []
    for each in target["blocks"]:
        block = article.blocks[each["index"]]
        assert each["kind"] == block.kind.value
        units = article[block.span].encode("utf-16-le")
        parts.append(units[2 * each["start"] : 2 * each["end"]].decode("utf-16-le"))
    assert "\n".join(parts).split() == target["quote"].split()


def _check_selectors(article: Article, target: Json, document: Document | None) -> None:
    scope = article.scope.text
    by_type = {each["type"]: each for each in target["selector"]}
    quote, position = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
    assert scope[position["start"] : position["end"]] == quote["exact"]
    assert scope[: position["start"]].endswith(quote["prefix"])
    assert scope[position["end"] :].startswith(quote["suffix"])
    assert scope.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    words = _mapped(article, target["range"]["start"], target["range"]["end"])
    in_scope = "".join(
        scope[piece.scope_start : piece.scope_end]
        for piece in article.pieces_of(editcheck.Span(target["range"]["start"], target["range"]["end"]))
    )
    assert collapsed(in_scope) == collapsed(words)
    if document is not None:
        selector = by_type["XPathSelector"]
        [element] = document.root.getroottree().xpath(selector["value"])
        inner = selector["refinedBy"]
        content = document.text_content(element)
        assert content.count(inner["prefix"] + inner["exact"] + inner["suffix"]) == 1
        assert inner["exact"] == quote["exact"]


def _check_edit(article: Article, edit: Json) -> None:
    span = editcheck.Span(edit["range"]["start"], edit["range"]["end"])
    assert edit["replaces"] == article[span]
    assert edit["source"], f"no place in the file to write {edit['text']!r}"
    for place in edit["source"]:
        raw = article.source.raw[place["byteStart"] : place["byteEnd"]]
        assert raw.decode(article.source.encoding, "replace") == article.source.text[place["start"] : place["end"]]


def _document(article: Article) -> Document | None:
    """Return the tree of an article's file, None where it has none or the article lies inside of a text of it."""
    if article.scope.xpath is None or article.scope.part is not None:
        return None
    if article.format == "html":
        from editcheck.source.html import parse
    else:
        from editcheck.source.xml import parse
    document = parse(article.source, Limits())
    [scope] = document.root.getroottree().xpath(article.scope.xpath)
    assert document.text_content(scope) == article.scope.text
    return document
