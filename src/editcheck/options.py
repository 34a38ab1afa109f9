"""What a checker may ask while it checks: its rules' options, whether a rule is on, and the house lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editcheck.house import House

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editcheck.annotation import OptionValue, Rule
    from editcheck.authority import Authority

__all__ = ["Options"]


@dataclass(frozen=True)
class Options:
    """The settings in force for one article. `values` are by rule id, `off` the ids of rules that do not run.

    `authority_files` are the paths of what `authority` reads.
    """

    values: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    house: House = field(default_factory=House)
    authority_files: tuple[str, ...] = ()

    @property
    def authority(self) -> tuple[Authority, ...]:
        """The authority files, each read once. Raises `AuthorityError`."""
        if not self.authority_files:
            return ()
        from editcheck.authority import authority_at

        return tuple(authority_at(path) for path in self.authority_files)

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs; what is found for one that does not is dropped, so asking only saves time."""
        return rule.id not in self.off

    def get(self, rule: Rule, name: str) -> OptionValue:
        """Return the value of an option of a rule, its default where none is set. Raises `KeyError`."""
        return {**rule.defaults(), **self.values.get(rule.id, {})}[name]

    def number(self, rule: Rule, name: str) -> int:
        """Return an option that is a whole number. Raises `KeyError`, `TypeError`."""
        value = self.get(rule, name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{rule.id}: {name} is no whole number")
        return value

    def words(self, rule: Rule, name: str) -> tuple[str, ...]:
        """Return an option that is a list of words. Raises `KeyError`, `TypeError`."""
        value = self.get(rule, name)
        if not isinstance(value, tuple):
            raise TypeError(f"{rule.id}: {name} is no list")
        return value

    def flag(self, rule: Rule, name: str) -> bool:
        """Return an option that is true or false. Raises `KeyError`, `TypeError`."""
        value = self.get(rule, name)
        if not isinstance(value, bool):
            raise TypeError(f"{rule.id}: {name} is neither true nor false")
        return value
