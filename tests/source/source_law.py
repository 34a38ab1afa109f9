"""What every test of the source layer asks of a document, whatever it came from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from editcheck.config import Limits
from editcheck.source import decoded
from editcheck.source import html as html_parser
from editcheck.source import xml as xml_parser
from editcheck.source.infoset import safe_text
from editcheck.source.text import SourceText

if TYPE_CHECKING:
    from editcheck.source.document import Document, Run


def html(markup: str, limits: Limits | None = None) -> Document:
    return html_parser.parse(SourceText.of(markup, "page.html"), limits or Limits())


def xml(markup: str, limits: Limits | None = None) -> Document:
    return xml_parser.parse(SourceText.of(markup, "story.xml"), limits or Limits())


def all_runs(document: Document) -> list[Run]:
    return [run for place in document.text_nodes(document.root) for run in document.runs(*place)]


def written(document: Document) -> list[tuple[str, str]]:
    """What each run says, and how that is written in the source."""
    return [(run.text, document.source.text[run.start : run.end]) for run in all_runs(document)]


def assert_law_of_positions(document: Document) -> None:
    """Every text of the tree stands in the source where its runs say, each character of it once."""
    source = document.source.text
    for element, slot in document.text_nodes(document.root):
        runs = document.runs(element, slot)
        in_tree = (element.text if slot == "text" else element.tail) or ""
        if runs:
            assert safe_text("".join(run.text for run in runs)) == in_tree
        for run in runs:
            slice_ = source[run.start : run.end]
            assert decoded(slice_, run.escapes) == run.text
            assert run.escapes or slice_ == run.text
    own = [run for run in all_runs(document) if not any(escape.startswith("means:") for escape in run.escapes)]
    for before, after in pairwise(sorted((run.start, run.end) for run in own)):
        assert before[1] <= after[0], "two runs share a character of the source"
