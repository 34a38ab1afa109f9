"""Writing the skeleton of a plugin: what `editcheck new-plugin NAME` does. The skeleton passes its own tests."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from string import Template

import editcheck

__all__ = ["new_plugin"]

_PREFIX = "editcheck-"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TAKEN = frozenset({"acronyms", "attribution", "dates", "roles"})


@dataclass(frozen=True, slots=True)
class _Names:
    """What a plugin is called: by editcheck, by Python and by pip."""

    name: str

    @property
    def distribution(self) -> str:
        return f"{_PREFIX}{self.name}"

    @property
    def module(self) -> str:
        return self.distribution.replace("-", "_")

    def fill(self, text: str) -> str:
        """Put the names into a template."""
        return Template(text).substitute(
            name=self.name, distribution=self.distribution, module=self.module, version=editcheck.__version__
        )


def new_plugin(name: str, folder: Path = Path()) -> tuple[Path, ...]:
    """Write the skeleton of a plugin into a new folder `editcheck-NAME` in `folder`, and return the files.

    `name` is the plugin's name and the family of its rules: lower-case words joined by hyphens ("house-style").
    Raises `ValueError` where it is no such name, `FileExistsError` where the folder is there already.
    """
    names = _Names(_checked(name))
    root = folder / names.distribution
    files = {
        root / "pyproject.toml": "pyproject.toml.txt",
        root / "README.md": "README.md.txt",
        root / f"{names.module}.py": "module.py.txt",
        root / "tests" / f"test_{names.module}.py": "test_module.py.txt",
    }
    root.mkdir(parents=True)
    for path, template in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(names.fill(_template(template)), encoding="utf-8")
    return tuple(files)


def _checked(name: str) -> str:
    short = name.removeprefix(_PREFIX)
    if not _NAME.fullmatch(short) or keyword.iskeyword(short):
        raise ValueError(f"{name!r} is no name for a plugin: lower-case words joined by hyphens, as in 'house-style'")
    if short in _TAKEN:
        raise ValueError(f"{name!r} is the name of a plugin that comes with editcheck; take another")
    return short


def _template(name: str) -> str:
    return resources.files("editcheck").joinpath("data", "new_plugin", name).read_text(encoding="utf-8")
