"""The figures of docs/facts.md do not sink: definitions on annotated abstracts, without the parser."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from editcheck import Article, House
from editcheck.facts.acronyms import find_acronyms

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def _folded(text):
    return re.sub(r"\s+", " ", text.strip().lower())


@pytest.mark.slow
def test_bracketed_definitions_on_med1250(shared, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(BENCHMARKS)])
    monkeypatch.setenv("EDITCHECK_SHARED", str(shared))
    import corpora

    right = wanted = found = 0
    for doc in corpora.med1250():
        gold = {(_folded(short), _folded(long)) for short, long in doc.gold}
        pairs = {
            (_folded(each.form), _folded(each.long_form))
            for each in find_acronyms(Article.from_text(doc.text), (), House())
            if each.long_form
        }
        right, wanted, found = right + len(gold & pairs), wanted + len(gold), found + len(pairs)
    assert right / found > 0.96
    assert right / wanted > 0.85
