"""The documentation agrees with the code: commands, links, settings, hooks, and the picture."""

from __future__ import annotations

import importlib.util
import inspect
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from editcheck import hookspecs, load_config
from editcheck.house import LISTS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")])


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def command(name: str) -> str:
    """The command that stands in the README after a marker."""
    found = re.search(rf"<!-- {name} command -->\n```sh\n(.+?)\n```", read("README.md"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_main_command_checks_an_example_that_is_there() -> None:
    assert "pip install" in command("main")
    example = re.search(r"editcheck check (\S+)", command("main"))
    assert example is not None
    assert (ROOT / example[1]).is_file()


def test_the_ci_script_runs_the_test_command_word_for_word() -> None:
    line = next(line for line in read(".ci/run").splitlines() if line.startswith("command="))
    said = subprocess.run(
        ["bash", "-c", f'{line}\necho "$command"'],  # noqa: S607 - the shell that .ci/run itself asks for
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == command("test")


@pytest.mark.parametrize(
    ("versions", "named"),
    [
        ("3.9.18\n3.12.1\n3.11.7\n3.11.7/envs/desk", "3.11.7:3.12.1"),
        ("3.9.18", "none"),
        ("", "none"),
    ],
)
def test_the_ci_script_names_the_interpreters_that_pyenv_has(tmp_path: Path, versions: str, named: str) -> None:
    pyenv = tmp_path / "pyenv"
    pyenv.write_text(f"#!/bin/sh\nprintf '%s' '{versions}'\n", encoding="utf-8")
    pyenv.chmod(0o755)
    script = read(".ci/run")
    block = script[script.index("if command -v pyenv") : script.index("command=")]
    said = subprocess.run(
        ["bash", "-c", f'set -euo pipefail\n{block}\necho "${{PYENV_VERSION-none}}"'],  # noqa: S607
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (page.parent / target.partition("#")[0]).exists()] == []


def test_the_picture_is_what_the_command_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("picture", ROOT / "docs" / "picture.py")
    assert spec is not None
    assert spec.loader is not None
    picture = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(picture)
    monkeypatch.chdir(ROOT)
    assert picture.drawn() == picture.PICTURE.read_text(encoding="utf-8"), "draw it anew: python docs/picture.py"


def settings(schema: dict[str, Any]) -> set[str]:
    """Every key that the schema names, at any depth, apart from what a newsroom names itself."""
    own = schema.get("properties", {})
    return set(own).union(*[settings(each) for each in own.values()])


def test_every_setting_is_documented() -> None:
    page = read("docs/configuration.md")
    schema = json.loads(read("schemas/config.schema.json"))
    named = settings(schema) | set(LISTS)
    assert sorted(name for name in named if not re.search(rf"\b{name}\b", page)) == []


def test_the_documented_configuration_can_be_used(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.+?)```", read("docs/configuration.md"), re.DOTALL)
    assert found is not None
    (tmp_path / "newsroom_rules.py").write_text(
        "import editcheck\n\n\n@editcheck.hookimpl\ndef editcheck_check():\n    return []\n", encoding="utf-8"
    )
    (tmp_path / "congress.json").write_text('{"persons": [], "memberships": []}', encoding="utf-8")
    file = tmp_path / "editcheck.toml"
    file.write_text(found[1], encoding="utf-8")
    config = load_config(file)
    assert config.rules["acronyms/undefined"].severity == "suggestion"
    assert "ECDC" in config.house["acronyms"]


def hooks() -> list[str]:
    return [name for name in vars(hookspecs) if name.startswith("editcheck_")]


@pytest.mark.parametrize("hook", hooks())
def test_every_hook_is_documented_with_its_signature(hook: str) -> None:
    parameters = ", ".join(inspect.signature(getattr(hookspecs, hook)).parameters)
    assert f"{hook}({parameters})" in read("docs/writing-plugins.md")
