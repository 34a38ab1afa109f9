"""The line of a key is known for every way in which TOML lets one write it."""

from __future__ import annotations

import tomllib

import pytest

from editcheck.config.toml_lines import line_of, lines_of

DOCUMENT = '''\
# a comment = "with a key"
first = 1
"quo\\"ted.key" = 2
'literal "key"' = 3
dotted . key = [ 1, 2,
  # between
  [ "a", "b" ], ]
text = """
not = "a key"
[not.a.table] ""
"""
raw = \'\'\'
'' still = 1 \'\'\'
when = 1979-05-27 07:32:00Z  # at = noon
inline = { a = 1, b = { c = "}" }, d = [ "]", 2 ] }

[table]
x = true
  [ table . "sub/table" ]  # comment
  y = -0.5e3
[[many]]
z = 1
[many.inner]
q = 1
[[many]]
z = 2
[many.inner]
q = 2
'''


def paths(value: object, path: tuple = ()):
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from paths(each, (*path, index))


def test_every_key_and_element_has_a_line() -> None:
    assert set(lines_of(DOCUMENT)) == set(paths(tomllib.loads(DOCUMENT)))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("first",), 2),
        (('quo"ted.key',), 3),
        (('literal "key"',), 4),
        (("dotted", "key", 1), 5),
        (("dotted", "key", 2), 7),
        (("text",), 8),
        (("raw",), 12),
        (("when",), 14),
        (("inline", "b", "c"), 15),
        (("inline", "d", 1), 15),
        (("table",), 17),
        (("table", "sub/table", "y"), 20),
        (("many", 0, "inner", "q"), 24),
        (("many", 1, "z"), 26),
        (("many", 1, "inner", "q"), 28),
    ],
)
def test_lines(path, line) -> None:
    assert lines_of(DOCUMENT)[path] == line


def test_what_has_no_line_stands_where_its_table_does() -> None:
    lines = lines_of("a = 1\n[b]\nc = 2\n")
    assert line_of(("b", "missing", "too"), lines) == 2
    assert line_of(("nowhere",), lines) == 1
