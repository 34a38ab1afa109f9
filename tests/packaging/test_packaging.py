"""What is installed: every package, every data file, and the command."""

from __future__ import annotations

import tomllib
from importlib import metadata, resources
from pathlib import Path

import pytest

import editcheck

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> dict[str, Path]:
    """Every package in the tree, by its name, with its folder."""
    found = {"editcheck.schemas": ROOT / "schemas"}
    for root in ("src", "plugins"):
        for init in (ROOT / root).rglob("__init__.py"):
            found[".".join(init.parent.relative_to(ROOT / root).parts)] = init.parent
    return found


def test_every_package_is_listed_for_the_build() -> None:
    assert sorted(PYPROJECT["tool"]["setuptools"]["packages"]) == sorted(packages())


def data_files() -> list[tuple[str, str]]:
    """Every file in a package that is no Python module, with the package and its path there."""
    nested = set(packages().values())
    found = []
    for name, folder in packages().items():
        for path in sorted(folder.rglob("*")):
            home = next(parent for parent in path.parents if parent in nested)
            if path.is_file() and path.suffix != ".py" and home == folder and "__pycache__" not in path.parts:
                found.append((name, path.relative_to(folder).as_posix()))
    return found


@pytest.mark.parametrize(("package", "path"), data_files(), ids=lambda value: str(value))
def test_data_files_are_installed(package: str, path: str) -> None:
    installed = resources.files(package).joinpath(path)
    assert installed.is_file()
    assert installed.read_bytes() == (packages()[package] / path).read_bytes()


def test_all_public_names_load() -> None:
    for name in editcheck.__all__:
        assert getattr(editcheck, name) is not None, name
    assert set(editcheck.__all__) <= set(dir(editcheck))


def test_unknown_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = editcheck.nonsense


def test_version_agrees_with_the_distribution() -> None:
    assert metadata.version("editcheck") == editcheck.__version__ == PYPROJECT["project"]["version"]


def test_the_four_checkers_are_entry_points_like_any_other() -> None:
    found = {point.name: point.value for point in metadata.entry_points(group="editcheck")}
    ours = {name: module for name, module in found.items() if module.startswith("editcheck_")}
    assert {"acronyms", "attribution", "dates", "roles"} <= set(ours)


def test_the_package_is_typed() -> None:
    assert resources.files("editcheck").joinpath("py.typed").is_file()
