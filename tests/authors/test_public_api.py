"""The four checkers have no more means than a stranger's plugin: the public API, the standard library, themselves."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import editcheck

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "plugins").rglob("*.py"))


def imports(path: Path) -> list[tuple[str, str | None]]:
    """Every import of a module: the module's name, and the name that is taken from it, if one is."""
    found: list[tuple[str, str | None]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(f"{'.' * node.level}{node.module or ''}", alias.name) for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "plugins").as_posix())
def test_checkers_import_the_public_api_only(path) -> None:
    package = path.relative_to(ROOT / "plugins").parts[0]
    for module, name in imports(path):
        if module.partition(".")[0] == "editcheck":
            assert module == "editcheck", f"{path.name} imports {module}, which is not public"
            assert name is None or name in editcheck.__all__, f"{path.name} imports {name}, which is not public"
        else:
            top = module.partition(".")[0]
            assert top in {package, ""} or top in sys.stdlib_module_names, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT / "plugins").as_posix())
def test_checkers_use_public_names_of_the_api_only(path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "editcheck":
            assert node.attr in editcheck.__all__, f"{path.name} uses editcheck.{node.attr}, which is not public"


def test_importing_editcheck_loads_nothing_heavy() -> None:
    script = "import sys, editcheck; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "editcheck" in out
    assert not {"spacy", "lxml", "justhtml", "jsonschema", "pluggy", "numpy", "rich", "click"} & set(out)
    assert not [name for name in out if name.startswith("editcheck_")]
