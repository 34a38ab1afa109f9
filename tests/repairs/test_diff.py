"""Diffs: what `patch` makes of them is the mended file."""

from __future__ import annotations

import pytest

from editcheck.repairs.diff import unified


def test_equal_texts_have_no_diff() -> None:
    assert unified("one\ntwo", "one\ntwo", "story.txt") == ""


def test_a_changed_line_stands_among_its_neighbours() -> None:
    diff = unified("one\ntwo\nthree\n", "one\n2\nthree\n", "story.txt")
    assert diff == "--- story.txt\n+++ story.txt\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n"


def test_a_last_line_without_end_is_said_to_be_one() -> None:
    diff = unified("one", "two", "story.txt")
    assert diff.endswith("-one\n\\ No newline at end of file\n+two\n\\ No newline at end of file\n")


@pytest.mark.parametrize("text", ["a\r\nb\r\n", "a\x0bb\n", "a\u2028b\n"])
def test_only_line_feeds_end_lines(text: str) -> None:
    lines = unified(text, "x" + text, "story.txt").split("\n")
    assert [each for each in lines[3:] if each.startswith(("+", "-"))] == [
        "-" + text.split("\n")[0],
        "+x" + text.split("\n")[0],
    ]


def test_behind_a_name_with_a_blank_stands_a_tab_for_patch_to_find_its_end() -> None:
    assert unified("a\n", "b\n", "my story.txt").splitlines()[:2] == ["--- my story.txt\t", "+++ my story.txt\t"]
