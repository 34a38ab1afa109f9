"""`editcheck fix`: what is written where, and what is said."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

STORY = (
    "<!doctype html><article><h1>Vote</h1>\n<p>The vote is set for Tuesday, 16 October 2024, in Bergen.</p>\n"
    "<p>A second one, on 31 November, is &lsquo;unlikely&rsquo;.</p></article>\n"
)
MENDED = STORY.replace("31 November", "30 November")
CONFIG = 'select = ["dates"]\n'


@pytest.fixture
def story(write) -> str:
    write("editcheck.toml", CONFIG)
    return write("story.html", STORY)


@pytest.fixture
def fix(run):
    return lambda *arguments: run("fix", "--published", "2024-10-20", *arguments)


def test_nothing_is_changed_that_is_to_be_confirmed(fix, story: str) -> None:
    ran = fix(story)
    assert ran.code == 0
    assert Path(story).read_text(encoding="utf-8") == STORY
    lines = ran.out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("story.html:2:24: to be confirmed: Make it Wednesday =1 / Make it ")
    assert lines[1].startswith(
        "story.html:3:21: to be confirmed: Make it 30 November [dates/impossible-date] --confirm "
    )


def test_unsafe_repairs_are_made_in_the_file(fix, story: str) -> None:
    ran = fix("--unsafe", story)
    assert ran.code == 0
    assert Path(story).read_text(encoding="utf-8") == MENDED
    assert ran.out.splitlines()[0] == "story.html:3:21: Make it 30 November [dates/impossible-date]"


def test_a_second_run_has_nothing_to_do(fix, story: str) -> None:
    fix("--unsafe", story)
    before = Path(story).stat().st_mtime_ns
    ran = fix("--unsafe", story)
    assert Path(story).stat().st_mtime_ns == before
    assert all("to be confirmed" in line for line in ran.out.splitlines())


def test_what_is_said_to_confirm_it_confirms_it(fix, story: str) -> None:
    told = fix(story).out.splitlines()[0].split("--confirm ")[1]
    ran = fix("--confirm", f"{told}=1", story)
    assert ran.code == 0
    assert "set for Wednesday, 16 October 2024" in Path(story).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("confirmation", "complaint"),
    [
        ("zzzz", "editcheck: --confirm: no annotation has the fingerprint zzzz"),
        ("ab=", "editcheck: --confirm: 'ab=' is not FINGERPRINT or FINGERPRINT=N"),
        ("=1", "editcheck: --confirm: '=1' is not FINGERPRINT or FINGERPRINT=N"),
        ("ab=²", "editcheck: --confirm: 'ab=²' is not FINGERPRINT or FINGERPRINT=N"),
    ],
)
def test_a_confirmation_of_nothing_is_refused(fix, story: str, confirmation: str, complaint: str) -> None:
    ran = fix("--confirm", confirmation, story)
    assert ran.code == 2
    assert complaint.removeprefix("editcheck: ") in ran.err
    assert Path(story).read_text(encoding="utf-8") == STORY


def test_a_diff_changes_nothing_and_can_be_applied(fix, story: str, folder: Path) -> None:
    ran = fix("--diff", "--unsafe", story)
    assert ran.code == 1
    assert Path(story).read_text(encoding="utf-8") == STORY
    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    subprocess.run(["patch", "-p0"], input=ran.out, text=True, cwd=folder, check=True)  # noqa: S607
    assert Path(story).read_text(encoding="utf-8") == MENDED


def test_without_repairs_there_is_no_diff(fix, story: str) -> None:
    ran = fix("--diff", story)
    assert (ran.code, ran.out) == (0, "")
    assert len(ran.complaints) == 2


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    (folder / "editcheck.toml").write_text(CONFIG, encoding="utf-8")
    ran = subprocess.run(
        ["editcheck", "fix", "--unsafe", "--published", "2024-10-20", "-"],  # noqa: S607
        input=STORY.encode(),
        capture_output=True,
        cwd=folder,
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stdout == MENDED.encode()
    assert b"Make it 30 November" in ran.stderr


def test_permissions_and_links_stay(fix, story: str, folder: Path) -> None:
    os.chmod(story, 0o640)  # noqa: PTH101
    (folder / "link.html").symlink_to("story.html")
    assert fix("--unsafe", "link.html").code == 0
    assert (folder / "link.html").is_symlink()
    assert Path(story).read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(Path(story).stat().st_mode) == 0o640
    assert [each.name for each in folder.iterdir() if each.name.startswith(".")] == []


def test_what_cannot_be_read_does_not_keep_the_others_from_being_mended(fix, story: str, write) -> None:
    ran = fix("--unsafe", write("empty.html", ""), "missing.html", story)
    assert ran.code == 2
    assert len(ran.complaints) == 2
    assert Path(story).read_text(encoding="utf-8") == MENDED


@pytest.mark.parametrize("name", ["read-only.html", "x" * 240 + ".html"])
def test_what_cannot_be_written_is_said_and_the_others_are_mended(
    fix, story: str, write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "read-only" not in str(path) and allowed(path, mode))
    ran = fix("--unsafe", write(name, STORY), story)
    assert (ran.code, f"{name}: cannot be written" in ran.err) == ((2, True) if "read" in name else (0, False))
    assert Path(name).read_text(encoding="utf-8") == (STORY if "read" in name else MENDED)
    assert Path(story).read_text(encoding="utf-8") == MENDED


def test_what_somebody_else_writes_meanwhile_is_not_lost(fix, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from editcheck import repairs

    mend = repairs.fix

    def slow(source, **more):
        fixed = mend(source, **more)
        Path(story).write_text(STORY + "<!-- more -->\n", encoding="utf-8")
        return fixed

    monkeypatch.setattr(repairs, "fix", slow)
    ran = fix("--unsafe", story)
    assert ran.code == 2
    assert "story.html: was changed by somebody else meanwhile" in ran.err
    assert Path(story).read_text(encoding="utf-8") == STORY + "<!-- more -->\n"


def test_a_fingerprint_may_be_typed_in_capitals(fix, story: str) -> None:
    told = fix(story).out.splitlines()[1].split("--confirm ")[1]
    assert fix("--confirm", told.upper(), story).code == 0
    assert Path(story).read_text(encoding="utf-8") == MENDED


def test_a_failing_plugin_is_said_by_the_exit_code(fix, write, plugin: str) -> None:
    assert fix("-p", plugin, write("story.txt", "A crashword.")).code == 3


def test_a_setting_that_cannot_be_used_is_refused_once(fix, write) -> None:
    write("editcheck.toml", '[rules."dates/no-such"]\nseverity = "off"\n')
    ran = fix(write("a.txt", "One."), write("b.txt", "Two."))
    assert ran.code == 2
    assert len(ran.complaints) == 1
