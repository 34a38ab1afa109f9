"""The command as a user types it, on articles and with a plugin of one's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from editcheck.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

#: A newsroom's plugin: it marks words, fails on one, and adds an output and an input format.
PLUGIN = """
import editcheck
from editcheck.formats.base import Format
from editcheck.reports.base import Renderer


def rule(name, severity):
    return editcheck.Rule(
        id=f"house/{name}",
        summary=f"the word {name}",
        explanation="The desk does not want it.\\n\\nIt never did.",
        severity=severity,
        help="take another word",
        options=(editcheck.Option("words", 3, "how many words", minimum=1),),
        good=(editcheck.Example("Nothing here.", note="a quiet day"),),
        bad=(editcheck.Example(f"He said [[{name}]].", published="2020-01-02"),),
        when_off="On holidays.",
    )


RULES = {
    "stopword": rule("stopword", editcheck.Severity.ERROR),
    "lookword": rule("lookword", editcheck.Severity.WARNING),
    "hintword": rule("hintword", editcheck.Severity.SUGGESTION),
}


@editcheck.hookimpl
def editcheck_rules():
    return list(RULES.values())


@editcheck.hookimpl
def editcheck_check(article, facts, options):
    if "crashword" in article.text:
        raise RuntimeError("no such word")
    for word, rule in RULES.items():
        start = article.text.find(word)
        if start >= 0:
            yield rule.annotate(editcheck.Span(start, start + len(word)), f"there is the word {word}")


def lines(reports, surface):
    for report in reports:
        yield f"{report.article.uri} {len(report.annotations)}\\n"


def shout(source, settings):
    return [editcheck.Article.from_text(source.text.upper(), uri=source.name)]


@editcheck.hookimpl
def editcheck_reports():
    return [Renderer("lines", "one line a report", lines)]


@editcheck.hookimpl
def editcheck_formats():
    return [Format("shout", "text in capitals", lambda source: source.text.startswith("SHOUT"), shout)]
"""

GOOD = "The harbour reopened on Monday.\n\nNobody was hurt, the mayor said.\n"


@dataclass(frozen=True)
class Ran:
    """What a run left: exit code, standard output and error."""

    code: int
    out: str
    err: str

    @property
    def reports(self) -> list[dict[str, Any]]:
        """The reports of JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def files(self) -> list[str]:
        """The files that were reported on, by their names."""
        return [Path(report["article"]["file"]).name for report in self.reports]

    @property
    def complaints(self) -> list[str]:
        """The lines of standard error."""
        return self.err.splitlines()


@pytest.fixture(scope="session")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the newsroom's plugin: one for the whole session, so that its worker is started once."""
    path = tmp_path_factory.mktemp("plugin") / "house.py"
    path.write_text(PLUGIN, encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs, with nothing above it that configures it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Callable[..., str]:
    """Write a file into the folder and return its name."""

    def write_file(name: str, content: str | bytes = GOOD) -> str:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    return write_file


@pytest.fixture
def run(folder: Path) -> Callable[..., Ran]:
    """Run the command in this process."""

    def invoke(*arguments: str, stdin: str | bytes | None = None, **environ: str) -> Ran:
        result = CliRunner(env=environ).invoke(main, arguments, input=stdin, prog_name="editcheck")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return invoke


@pytest.fixture
def check(run: Callable[..., Ran], plugin: str) -> Callable[..., Ran]:
    """Run `editcheck check` with the newsroom's rules alone, as JSON Lines."""

    def invoke(*arguments: str, form: str = "jsonl", **more: Any) -> Ran:
        return run("check", "--format", form, "-p", plugin, "--select", "house", *arguments, **more)

    return invoke


@pytest.fixture
def process(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the command as a process of its own."""

    def start(
        *arguments: str, stdin: bytes = b"", timeout: float = 300, **environ: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "editcheck", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            cwd=folder,
            timeout=timeout,
            env={**os.environ, **environ},
        )

    return start
