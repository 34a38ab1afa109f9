"""The laws of repairs, held on the bad examples of every rule, written in many ways, and on real pages."""

from __future__ import annotations

import importlib
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repair_law import check_each_repair, check_fix

import editcheck
from editcheck.config import Config, RuleSetting
from editcheck.testing import ExampleCase, examples
from real_files import real_files
from ways_of_writing import in_some_way

if TYPE_CHECKING:
    from pathlib import Path

CHECKERS = ("editcheck_acronyms", "editcheck_attribution", "editcheck_dates", "editcheck_roles")
CASES = [
    case
    for name in CHECKERS
    for case in examples(importlib.import_module(name))
    if case.kind == "bad" and not case.example.html and not case.example.authority and not case.example.title
]


def config_of(case: ExampleCase) -> Config:
    """Return the settings of an example: its rule is on, and so are all others that are on by default."""
    setting = RuleSetting(severity=editcheck.Severity.WARNING, options=dict(case.example.options))
    return Config(rules={case.rule.id: setting})


def text_of(case: ExampleCase) -> str:
    return case.example.text.replace("[[", "").replace("]]", "")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_repair_of_plain_text_mends_its_place_and_nothing_else(case: ExampleCase) -> None:
    reading = partial(editcheck.read, format="text", published=case.example.published)
    check_each_repair(reading(text_of(case).encode()), config_of(case), reading)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_second_run_has_nothing_to_do(case: ExampleCase) -> None:
    body = "".join(f"<p>{escape(each)}</p>" for each in text_of(case).split("\n\n"))
    check_fix(body.encode(), config_of(case), format="html", published=case.example.published)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_it_does_so_however_the_words_are_written(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    paragraphs = [each.split() for each in text_of(case).split("\n\n")]
    if data.draw(st.booleans()):
        words = data.draw(st.sampled_from(paragraphs))
        index = data.draw(st.integers(0, len(words) - 1))
        words[index : index + 2] = ["\u00a0".join(words[index : index + 2])]
    syntax = data.draw(st.sampled_from(["html", "nitf"]))
    raw = data.draw(in_some_way(paragraphs, syntax)).encode()
    reading = partial(editcheck.read, format=syntax, published=case.example.published)
    check_each_repair(reading(raw), config_of(case), reading)
    check_fix(raw, config_of(case), format=syntax, published=case.example.published)


@pytest.mark.slow
def test_it_does_so_in_real_files(shared: Path) -> None:
    """Every file is mended as a whole; of each of some, every repair by itself."""
    made = 0
    for number, path in enumerate(real_files(shared)[::_EVERY]):
        try:
            article = editcheck.read_all(path)[0]
        except editcheck.SourceError:
            continue
        made += check_each_repair(article, Config(), partial(read_again, article))
        if number % 2:
            check_fix(path.read_bytes(), Config(), uri=str(path))
    assert made > 0


#: One file in so many is enough: each repair is an article to be checked.
_EVERY = 4


def read_again(article: editcheck.Article, raw: bytes) -> editcheck.Article:
    """Read the file of an article, changed, as it was read before."""
    source = article.source
    return editcheck.read_all(raw, format=article.format, encoding=source.encoding, uri=source.name)[0]
