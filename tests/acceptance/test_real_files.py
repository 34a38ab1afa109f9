"""Real pages and agencies' files through the whole of it: every report is sound, and the same each time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import jsonschema
import pytest
from report_law import check_repairs, check_report

import editcheck
from editcheck import schema
from editcheck.reports.payload import report_payload
from real_files import real_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


def articles(paths: list[Path], refused: list[str]) -> Iterator[editcheck.Article]:
    for path in paths:
        try:
            yield from editcheck.read_all(path)
        except editcheck.SourceError as error:
            refused.append(str(error))


def read_again(article: editcheck.Article, raw: bytes) -> editcheck.Article:
    """Read the file of an article, changed, as it was read before; of several articles the one of that name."""
    source = article.source
    found = editcheck.read_all(raw, format=article.format, encoding=source.encoding, uri=source.name)
    return next(each for each in found if each.uri == article.uri)


def test_every_report_is_sound(shared: Path) -> None:
    paths = real_files(shared)
    if not paths:
        pytest.skip(f"no real files in {shared}")
    validator = jsonschema.Draft202012Validator(schema.load("report"))
    reports, refused = 0, list[str]()
    for report in editcheck.check_many(articles(paths, refused)):
        assert report.failures == ()
        validator.validate(report_payload(report))
        check_report(report)
        check_repairs(report, partial(read_again, report.article))
        reports += 1
    # All but packages, listings and pictures without text.
    assert reports >= len(paths) - 10
    assert not any("\n" in message for message in refused)


def test_the_same_files_give_the_same_bytes(shared: Path) -> None:
    """A third of the files, by the hash of their names: two whole runs of all would take as long as all other tests."""
    paths = [path for path in real_files(shared) if hashlib.sha256(path.name.encode()).digest()[0] % 3 == 0]
    if not paths:
        pytest.skip(f"no real files in {shared}")
    first, second = (_run(paths, seed) for seed in ("1", "2"))
    assert first.stdout == second.stdout
    assert first.returncode == second.returncode
    assert first.returncode in (1, 2)
    assert b"Traceback" not in first.stderr
    assert len([json.loads(line) for line in first.stdout.splitlines()]) >= len(paths) - 5


def _run(paths: list[Path], seed: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "editcheck", "check", "--format", "jsonl", "--validate", *map(str, paths)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONHASHSEED": seed})
