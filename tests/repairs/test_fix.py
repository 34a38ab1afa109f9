"""`editcheck.fix`: the suggested words are written into the source, everything else stays as it is, byte by byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import editcheck

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: A plugin whose rules rewrite words: one is safe, one is to be confirmed, one leaves a choice, two undo each other.
PLUGIN = """
import re

import editcheck

REPAIRS = {
    "colour": [("color", True)],
    "maybe": [("perhaps", False)],
    "either": [("one", False), ("other", False)],
    "ping": [("pong", True)],
    "pong": [("ping", True)],
    "odd couple": [("pair", True)],
    "couple of": [("two", True)],
}


def rule(word):
    return editcheck.Rule(
        id=f"words/{word.replace(' ', '-')}",
        summary=word,
        explanation=word,
        severity=editcheck.Severity.WARNING,
        help="write another",
        good=(editcheck.Example("Nothing."),),
        bad=(editcheck.Example(f"[[{word}]]."),),
    )


RULES = {word: rule(word) for word in REPAIRS}


@editcheck.hookimpl
def editcheck_rules():
    return list(RULES.values())


@editcheck.hookimpl
def editcheck_check(article, facts, options):
    for word, rule in RULES.items():
        for match in re.finditer(word.replace(" ", r"\\s"), article.text):
            span = editcheck.Span(*match.span())
            yield rule.annotate(span, word, suggestions=[
                editcheck.Suggestion(f"write {text}", (editcheck.Edit(span, text),), safe=safe)
                for text, safe in REPAIRS[word]
            ])
"""


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> editcheck.Config:
    """A configuration with this plugin, and no other rules."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "words.py").write_text(PLUGIN, encoding="utf-8")
    (folder / "editcheck.toml").write_text('select = ["words"]\n[plugins]\nfiles = ["./words.py"]\n', encoding="utf-8")
    return editcheck.load_config(folder / "editcheck.toml")


@pytest.fixture
def fix(config: editcheck.Config) -> Callable[..., editcheck.Fixed]:
    """`editcheck.fix` with this plugin."""
    return lambda raw, **options: editcheck.fix(raw, config=config, **options)


def fingerprints(fixed: editcheck.Fixed) -> list[str]:
    return [each.fingerprint for each in fixed.left]


def test_safe_repairs_are_made_and_others_wait(fix: Callable[..., editcheck.Fixed]) -> None:
    fixed = fix(b"The colour was maybe red.")
    assert fixed.after.raw == b"The color was maybe red."
    assert [repair.suggestion.message for repair in fixed.made] == ["write color"]
    assert [each.message for each in fixed.left] == ["maybe"]
    assert fixed.before.raw == b"The colour was maybe red."


def test_unsafe_repairs_are_made_where_there_is_but_one(fix: Callable[..., editcheck.Fixed]) -> None:
    fixed = fix(b"Take either colour, maybe.", unsafe=True)
    assert fixed.after.raw == b"Take either color, perhaps."
    assert [each.message for each in fixed.left] == ["either"]


def test_a_confirmation_takes_the_suggestion_of_its_number(fix: Callable[..., editcheck.Fixed]) -> None:
    raw = b"Take either colour, maybe."
    either = next(each.fingerprint for each in fix(raw).left if each.message == "either")
    fixed = fix(raw, confirmed={either[:8]: 2})
    assert fixed.after.raw == b"Take other color, maybe."
    assert fixed.followed == {either[:8]}


def test_a_confirmation_is_for_one_place_only(fix: Callable[..., editcheck.Fixed]) -> None:
    raw = b"Say maybe, and maybe, and maybe."
    first = fix(raw).left[0].fingerprint
    assert fix(raw, confirmed={first: 1}).after.raw == b"Say perhaps, and maybe, and maybe."


@pytest.mark.parametrize("number", [0, 3])
def test_a_suggestion_that_is_not_there_cannot_be_confirmed(fix: Callable[..., editcheck.Fixed], number: int) -> None:
    either = fix(b"Take either.").left[0].fingerprint
    with pytest.raises(editcheck.ConfirmationError, match="suggests 2, numbered from 1"):
        fix(b"Take either.", confirmed={either: number})


def test_a_fingerprint_that_begins_several_is_refused(fix: Callable[..., editcheck.Fixed]) -> None:
    with pytest.raises(editcheck.ConfirmationError, match="2 annotations begin so"):
        fix(b"Take either, maybe.", confirmed={"": 1})


def test_repairs_that_overlap_are_made_one_after_the_other(fix: Callable[..., editcheck.Fixed]) -> None:
    fixed = fix(b"An odd couple of ferries.")
    assert fixed.after.raw in (b"An pair of ferries.", b"An odd two ferries.")
    assert len(fixed.made) == 1
    assert fixed.settled


def test_repairs_that_undo_one_another_come_to_an_end(fix: Callable[..., editcheck.Fixed]) -> None:
    assert not fix(b"He said ping.").settled


def test_all_articles_of_one_file_are_mended(fix: Callable[..., editcheck.Fixed]) -> None:
    item = (
        '<newsItem guid="urn:{0}" xmlns="http://iptc.org/std/nar/2006-10-01/" version="1"><contentSet><inlineXML>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Number {0} had a colour.</p></body></html>'
        "</inlineXML></contentSet></newsItem>"
    )
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        + item.format(1)
        + item.format(2)
        + "</itemSet></newsMessage>"
    )
    fixed = fix(message.encode())
    assert fixed.after.text == message.replace("colour", "color")
    assert len(fixed.reports) == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252", "shift_jis"])
def test_the_encoding_stays(fix: Callable[..., editcheck.Fixed], encoding: str) -> None:
    label = encoding.removesuffix("-sig")
    text = f"<meta charset='{label}'><h1>A colour</h1><p>The colour\r\nof caf&eacute; walls \\ maybe.</p>"
    fixed = fix(text.encode(encoding))
    assert fixed.after.raw == text.replace("colour", "color").encode(encoding)


_PIECES = st.sampled_from(
    [
        "colour",
        "col<b>our</b>",
        "maybe",
        "&amp;",
        "&nbsp;",
        " ",
        "\n  ",
        "<br>",
        "<i>colour</i>",
        "either",
        "é",
        "&quot;",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=12))
def test_nothing_else_is_touched_and_a_second_run_has_nothing_to_do(
    config: editcheck.Config, pieces: list[str]
) -> None:
    source = f"<!doctype html><article><p>Start {''.join(f'{each} ' for each in pieces)}end.</p></article>"
    fixed = editcheck.fix(source.encode(), config=config)
    expected = source.replace("col<b>our</b>", "col<b>or</b>").replace("colour", "color")
    assert fixed.after.text == expected
    again = editcheck.fix(fixed.after.raw, config=config)
    assert again.made == ()
    assert again.after.raw == fixed.after.raw


def test_all_repairs_of_the_example_article_can_be_made(examples: Path) -> None:
    source = (examples / "harbour-crossing.html").read_bytes()
    fixed = editcheck.fix(source, unsafe=True)
    assert fixed.settled
    again = editcheck.fix(fixed.after.raw, unsafe=True)
    assert again.made == ()
    assert all(len(each.suggestions) > 1 for each in again.left)
    assert fixed.after.text.count("<") == fixed.before.text.count("<")
    # The straight mark that opens a quotation is written &quot;, and is now a curly one.
    assert fixed.after.text.count("&") == fixed.before.text.count("&") - 1
