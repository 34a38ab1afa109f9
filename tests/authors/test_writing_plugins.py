"""The tutorial is the worked plugin, and the worked plugin works, installed as anybody would install it."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from editcheck import hookspecs
from editcheck.host.hook_check import hook_names

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "examples" / "editcheck-house-style"
TUTORIAL = (ROOT / "docs" / "writing-plugins.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(python|toml)\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", [code for _, code in BLOCKS], ids=lambda code: code.strip().splitlines()[0][:40])
def test_the_code_of_the_tutorial_is_the_plugins(block) -> None:
    files = [PLUGIN / "pyproject.toml", *PLUGIN.rglob("*.py")]
    assert any(block in path.read_text(encoding="utf-8") for path in files)


def test_the_tutorial_has_most_of_the_plugin() -> None:
    shown = sum(len(code.splitlines()) for _, code in BLOCKS)
    assert shown > 0.6 * len((PLUGIN / "editcheck_house_style.py").read_text().splitlines())


@pytest.mark.parametrize("name", hook_names())
def test_every_hook_is_documented_with_its_parameters(name) -> None:
    parameters = ", ".join(inspect.signature(getattr(hookspecs, name)).parameters)
    assert f"| `{name}({parameters})` |" in TUTORIAL


def test_the_message_of_a_failing_test_is_as_shown() -> None:
    from editcheck import Example
    from editcheck.testing import RuleTester

    sys.path.insert(0, str(PLUGIN))
    try:
        import editcheck_house_style
    finally:
        sys.path.remove(str(PLUGIN))
    tester = RuleTester(editcheck_house_style)
    wrong = Example("“The bridge is safe,” [[Mayor Ann Lopez]] claimed.")
    with pytest.raises(AssertionError) as caught:
        tester.run("house-style/loaded-verb", invalid=[wrong])
    shown = str(caught.value).replace("invalid text 1", "bad example 1")
    assert "".join(f"    {line}\n" for line in shown.splitlines()) in TUTORIAL


def run(*command: str, folder: Path, site: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A folder in which the worked plugin is installed, as pip installs it."""
    project, site = tmp_path_factory.mktemp("project") / "plugin", tmp_path_factory.mktemp("site")
    shutil.copytree(PLUGIN, project, ignore=shutil.ignore_patterns("__pycache__", "build", "*.egg-info"))
    pip = ["-m", "pip", "install", "-q", "--no-deps", "--target", str(site), str(project)]
    run(*pip, *(["--no-build-isolation"] if setuptools_will_do() else []), folder=project, site=site)
    return site


def setuptools_will_do() -> bool:
    """Whether the build can do with what is installed, and needs no network."""
    try:
        return int(metadata.version("setuptools").partition(".")[0]) >= 77
    except metadata.PackageNotFoundError:
        return False


@pytest.mark.slow
def test_installed_it_is_found_and_runs(site, tmp_path) -> None:
    script = """
        import editcheck
        from editcheck.host import plugins

        state = next(each for each in plugins() if each.candidate.name == "house-style")
        article = editcheck.Article.from_text("“It is safe,” Mayor Ann Lopez claimed.", published="2024-10-24")
        report = editcheck.check(article)
        ours = [each for each in report.annotations if each.family == "house-style"]
        print(state.candidate.distribution, state.candidate.version, state.candidate.ours)
        print([(each.rule, article[each.span], each.suggestions[0].edits[0].text) for each in ours])
        print([each.message for each in report.failures if each.plugin == "house-style"])
    """
    out = run("-c", inspect.cleandoc(script), folder=tmp_path, site=site)
    assert out.splitlines() == [
        "editcheck-house-style 0.1.0 False",
        "[('house-style/loaded-verb', 'claimed', 'said')]",
        "[]",
    ]


@pytest.mark.slow
def test_its_own_tests_pass(site, tmp_path) -> None:
    tests = shutil.copytree(PLUGIN / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    assert " passed" in run("-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests), folder=tmp_path, site=site)
