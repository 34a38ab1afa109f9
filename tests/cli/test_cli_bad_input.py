"""Bad input: one clear line for each file, exit code 2, and the other files' results all the same."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from editcheck.cli import inputs

NITF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<nitf><head><title>Harbour</title></head><body><body.head><hedline>'
    "<hl1>Harbour reopens</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"
)


def document(declared: str, body: str) -> bytes:
    """Return an article whose DTD declares entities."""
    return f'<?xml version="1.0"?>\n<!DOCTYPE nitf [{declared}]>\n{NITF[39:].format(body)}'.encode()


def bomb(body: str = "<p>&j;</p>") -> bytes:
    """Return a few bytes of XML that would be gigabytes of text."""
    names = "abcdefghij"
    entities = [f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairwise(names)]
    return document('<!ENTITY a "ha">' + "".join(entities), body)


def flat_bomb() -> bytes:
    """Return one long entity, used very often: nothing in it is nested."""
    return document(f'<!ENTITY a "{"ha" * 25_000}">', f"<p>{'&a;' * 50_000}</p>")


#: File name, content, and what its line must say of it.
BAD = {
    "binary": ("photo.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 40, "binary"),
    "binary-text": ("tape.txt", bytes(range(256)) * 20, "NUL"),
    "empty": ("empty.html", b"", "empty"),
    "truncated-xml": ("cut.xml", NITF.format("<p>The harbour")[:-40].encode(), "cut.xml:"),
    "wrong-encoding": ("wrong.xml", NITF.format("<p>Wei\xdf</p>").encode("latin-1"), "wrong.xml:"),
    "entity-bomb": ("bomb.xml", bomb(), "bomb.xml"),
    "entity-bomb-flat": ("flat.xml", flat_bomb(), "flat.xml"),
    "entity-bomb-attribute": ("attribute.xml", bomb("<p id='&j;'>x</p>"), "attribute.xml"),
    "entity-of-itself": ("itself.xml", document('<!ENTITY a "&a;">', "<p>&a;</p>"), "itself.xml"),
    "entity-of-a-file": ("outside.xml", document('<!ENTITY a SYSTEM "/etc/passwd">', "<p>&a;</p>"), "never read"),
    "nul-bytes": ("nul.html", b"<html><body><p>The har\x00bour</p></body></html>", "NUL"),
    "deep-html": ("deep.html", b"<div>" * 100_000 + b"text" + b"</div>" * 100_000, "deep"),
    "deep-formatting": ("bold.html", b"<p>" + b"<b>" * 100_000 + b"text", "deep"),
    "many-attributes": ("attributes.html", b"<p " + b" ".join(b"a%d" % i for i in range(50_000)) + b">", "attributes"),
    "cut-utf-16": ("half.html", "<p>It rained.</p>".encode("utf-16")[:-1], "the last byte is no character"),
    "unknown-encoding": ("klingon.xml", NITF.replace("UTF-8", "klingon").format("<p>x</p>").encode(), "klingon"),
    "json": ("data.txt", b'{"headline": "It rained"}', "JSON"),
    "deep-xml": ("deep.xml", b"<nitf>" + b"<p>" * 100_000 + b"x" + b"</p>" * 100_000 + b"</nitf>", "deep"),
    "no-body-html": ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "body"),
    "no-body-xml": ("void.nitf.xml", NITF.format("").encode(), "body"),
    "no-article": ("pom.xml", b"<project><name>x</name></project>", "project"),
    "blank": ("blank.txt", b" \n \n", "blank.txt"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_one_line_and_the_others_are_checked(check, write, kind: str) -> None:
    name, content, told = BAD[kind]
    first, bad, last = write("first.txt"), write(name, content), write("last.txt", "A stopword.")
    ran = check(first, bad, last)
    assert ran.code == 2
    [line] = ran.complaints
    assert line.startswith(f"editcheck: {name}")
    assert told in line
    assert len(line) < 400
    assert ran.files == ["first.txt", "last.txt"]
    assert [report["verdict"] for report in ran.reports] == ["pass", "stop"]


def test_a_file_of_60_megabytes_is_refused_before_it_is_read(check, folder, write) -> None:
    first = write("first.txt")
    with (folder / "huge.xml").open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    ran = check(first, "huge.xml")
    assert ran.code == 2
    assert ran.files == ["first.txt"]
    [line] = ran.complaints
    assert line.startswith("editcheck: huge.xml: the file has 62,914,560 bytes, more than the limit of 33,554,432")


def test_a_missing_file(check, write) -> None:
    ran = check("nowhere.html", write("last.txt"))
    assert ran.code == 2
    assert ran.complaints == ["editcheck: nowhere.html: there is no such file"]
    assert ran.files == ["last.txt"]


def test_a_folder_without_articles(check, write, folder) -> None:
    write("papers/notes.md")
    (folder / "void").mkdir()
    ran = check("papers", "void", write("last.txt"))
    assert ran.code == 2
    assert [line.partition(" (")[0] for line in ran.complaints] == [
        "editcheck: papers: no articles in this folder",
        "editcheck: void: no articles in this folder",
    ]
    assert ran.files == ["last.txt"]


def test_a_glob_that_matches_nothing(check, write) -> None:
    ran = check("*.xml", write("last.txt"))
    assert (ran.code, ran.complaints) == (2, ["editcheck: *.xml: no file matches"])
    assert ran.files == ["last.txt"]


def test_all_of_them_at_once(check, write) -> None:
    for name, content, _ in BAD.values():
        write(f"in/{name}", content)
    write("in/good.txt", "A lookword.")
    ran = check("in", "nowhere.html")
    assert ran.code == 2
    assert len(ran.complaints) == len(BAD) + 1
    assert ran.files == ["good.txt"]


def test_bad_standard_input_is_called_by_its_name(process) -> None:
    ran = process("check", "-")
    assert ran.returncode == 2
    assert ran.stderr.decode() == "editcheck: <stdin>: the file is empty\n"


def test_a_broken_link(check, write, folder) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    ran = check("link.txt", write("last.txt"))
    assert (ran.code, len(ran.complaints)) == (2, 1)
    assert ran.files == ["last.txt"]


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(process, write, folder) -> None:
    os.mkfifo(folder / "pipe.txt")
    ran = process("check", "--format", "jsonl", "pipe.txt", write("last.txt"), timeout=60)
    assert ran.returncode == 2
    assert ran.stderr.decode() == "editcheck: pipe.txt: the file is empty\n"
    assert json.loads(ran.stdout)["article"]["file"] == "last.txt"


def test_a_pipe_that_somebody_writes_to_is_read_to_its_end(process, folder) -> None:
    os.mkfifo(folder / "pipe.txt")
    with subprocess.Popen(["/bin/sh", "-c", "(echo 'It rained.'; sleep 1; echo 'It snowed.') > pipe.txt"], cwd=folder):
        ran = process("check", "--format", "jsonl", "pipe.txt", timeout=60)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["article"]["bytes"] == len("It rained.\nIt snowed.\n")


def test_a_folders_pipes_and_sockets_are_not_its_articles(check, write, folder) -> None:
    write("in/last.txt")
    os.mkfifo(folder / "in" / "pipe.txt")
    ran = check("in")
    assert (ran.code, ran.complaints, ran.files) == (0, [], ["last.txt"])


def test_an_empty_argument_is_not_this_folder(check, write) -> None:
    ran = check("", write("last.txt"))
    assert ran.code == 2
    assert ran.complaints == ["editcheck: an empty argument names no file: is a variable of the shell not set?"]
    assert ran.files == ["last.txt"]


def test_an_address_is_no_file(check, write) -> None:
    ran = check("https://example.org/story.html", write("story.txt"))
    assert (ran.code, ran.files) == (2, ["story.txt"])
    assert ran.complaints == [
        "editcheck: https://example.org/story.html: is an address, and nothing is fetched: "
        "curl -s https://example.org/story.html | editcheck check -"
    ]


def test_what_may_not_be_read_stops_nobody(check, write, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user without permission: the tests may run as root, who has it everywhere."""
    closed, open_file, stat_file = write("closed.txt"), os.open, os.stat
    write("locked/in.txt")

    def refuse(path: object, *rest: object, **more: object) -> int:
        if os.fspath(path) in (closed, "locked/in.txt"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), closed)
        return open_file(path, *rest, **more)

    def refuse_folder(path: object) -> object:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    def refuse_inside(path: object, *rest: object, **more: object) -> object:
        if os.fspath(path).startswith("locked/"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return stat_file(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(os, "stat", refuse_inside)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    monkeypatch.setattr(os, "access", lambda path, *_, **__: os.fspath(path) not in (closed, "locked"))
    ran = check(closed, "locked", "locked/in.txt", write("last.txt"))
    assert ran.code == 2
    assert sorted(ran.complaints) == [
        "editcheck: closed.txt: the file cannot be read (Permission denied)",
        "editcheck: locked/in.txt: the file cannot be read (Permission denied)",
        "editcheck: locked: Permission denied",
    ]
    assert ran.files == ["last.txt"]


def test_a_file_that_vanishes_is_missing(check, write, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, find = write("gone.txt"), inputs.find_inputs

    def find_and_remove(arguments: object) -> inputs.Found:
        found = find(arguments)
        Path(gone).unlink()
        return found

    monkeypatch.setattr(inputs, "find_inputs", find_and_remove)
    ran = check(gone, write("last.txt"))
    assert (ran.code, ran.complaints) == (2, ["editcheck: gone.txt: there is no such file"])
    assert ran.files == ["last.txt"]


@pytest.mark.parametrize(("device", "told"), [("/dev/null", "the file is empty"), ("/dev/zero", "more than the limit")])
def test_devices_are_no_articles_and_have_an_end(check, write, device: str, told: str) -> None:
    ran = check(device, write("last.txt"))
    [line] = ran.complaints
    assert (ran.code, ran.files) == (2, ["last.txt"])
    assert told in line


@pytest.mark.parametrize("name", ["new\nline.txt", "-dash.txt", "star*[1].txt", "sp ace é 😀.txt", "sur\udcff.txt"])
def test_files_may_be_called_anything(check, write, name: str) -> None:
    ran = check("--", write(name), write("last.txt"))
    assert (ran.code, ran.complaints) == (0, [])
    assert ran.files == [name, "last.txt"]


def test_several_articles_in_one_message_are_several_reports(check, write) -> None:
    item = (
        "<newsItem guid='{}'><contentMeta><headline>Rain</headline></contentMeta><contentSet><inlineData "
        "contenttype='text/html'>&lt;p&gt;It rained on the harbour.&lt;/p&gt;</inlineData></contentSet></newsItem>"
    )
    items = "".join(item.format(guid) for guid in ("a", "b", "b"))
    message = f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{items}</itemSet></newsMessage>"
    ran = check(write("message.xml", message), write("last.txt"))
    assert (ran.code, ran.complaints) == (0, [])
    uris = [report["article"]["uri"] for report in ran.reports]
    assert uris == ["message.xml#a", "message.xml#b", "message.xml#3", "last.txt"]


def test_a_name_cannot_rewrite_the_terminal(check, write) -> None:
    ran = check("no\x1b[2Jwhere\n.txt")
    assert ran.code == 2
    [line] = ran.complaints
    assert "\x1b" not in line


def test_a_fault_of_ours_in_one_file_is_one_line_and_the_others_are_checked(
    check, write, monkeypatch: pytest.MonkeyPatch
) -> None:
    import editcheck

    read_all = editcheck.read_all

    def failing(source: object, **options: object) -> object:
        if source == "bad.txt":
            raise RecursionError("too deep")
        return read_all(source, **options)

    monkeypatch.setattr(editcheck, "read_all", failing)
    ran = check(write("bad.txt"), write("last.txt"))
    assert ran.code == 3
    [line] = ran.complaints
    assert line.startswith("editcheck: bad.txt: internal error, RecursionError: too deep (a fault of editcheck")
    assert "--debug" in line
    assert ran.files == ["last.txt"]
