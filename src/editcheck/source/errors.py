"""What can be wrong with a source: always with the place and the way out."""

from __future__ import annotations

__all__ = ["SourceError"]


class SourceError(ValueError):
    """An input that cannot be read. The message is one line: the file, the place in it, what is wrong, the way out.

    `name` is the file, `line` and `column` count from 1 and are None where there is no place to name.
    """

    def __init__(self, name: str, problem: str, line: int | None = None, column: int | None = None) -> None:
        self.name = name
        self.problem = problem
        self.line = line
        self.column = column
        place = "" if line is None else f":{line}" if column is None else f":{line}:{column}"
        super().__init__(f"{name}{place}: {problem}")
