"""`editcheck new-plugin` writes a plugin that passes its own tests at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

from editcheck import Article, check
from editcheck.config import Config, PluginSettings
from editcheck.newplugin import new_plugin


def test_it_writes_a_project(tmp_path) -> None:
    written = new_plugin("desk-rules", tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in written] == [
        "editcheck-desk-rules/pyproject.toml",
        "editcheck-desk-rules/README.md",
        "editcheck-desk-rules/editcheck_desk_rules.py",
        "editcheck-desk-rules/tests/test_editcheck_desk_rules.py",
    ]
    assert not any("$" in path.read_text() for path in written)


def test_the_project_passes_its_tests(tmp_path) -> None:
    project = new_plugin("desk-rules", tmp_path)[0].parent
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], cwd=project, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "3 passed" in run.stdout


def test_its_module_is_a_plugin_as_it_is(tmp_path) -> None:
    module = new_plugin("desk-rules", tmp_path)[2]
    article = Article.from_text("The hall was very full.", published="2024-10-24")
    report = check(article, Config(plugins=PluginSettings(files=(str(module),))))
    assert not [each for each in report.failures if each.plugin.startswith("editcheck_desk")]
    assert [(each.rule, article[each.span]) for each in report.annotations] == [("desk-rules/very", "very")]


def test_the_prefix_may_be_given(tmp_path) -> None:
    assert new_plugin("editcheck-desk", tmp_path)[0].parent.name == "editcheck-desk"


@pytest.mark.parametrize("name", ["", "Desk", "desk rules", "desk_rules", "../desk", "-desk", "2024", "class", "dates"])
def test_names_that_are_none(tmp_path, name) -> None:
    with pytest.raises(ValueError, match="name"):
        new_plugin(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path) -> None:
    (tmp_path / "editcheck-desk").mkdir()
    with pytest.raises(FileExistsError):
        new_plugin("desk", tmp_path)
