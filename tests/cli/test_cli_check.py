"""`editcheck check`: which files, in which order, with which exit code."""

from __future__ import annotations

import json

import jsonschema
import pytest

from editcheck import schema


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("All quiet.", 0),
        ("A lookword and a hintword.", 0),
        ("A stopword.", 1),
        ("A crashword.", 3),
    ],
)
def test_the_exit_code_says_what_was_found(check, write, text: str, code: int) -> None:
    assert check(write("story.txt", text)).code == code


@pytest.mark.parametrize(
    ("texts", "code"),
    [(["A stopword.", "A crashword."], 3), (["A stopword.", "A crashword.", ""], 2), (["A stopword.", ""], 2)],
)
def test_of_several_exit_codes_the_gravest_is_given(check, write, texts: list[str], code: int) -> None:
    names = [write(f"{number}.txt", text) for number, text in enumerate(texts)]
    assert check(*names).code == code
    assert check(*reversed(names)).code == code


@pytest.mark.parametrize(("gate", "code"), [("error", 0), ("warning", 1), ("suggestion", 1), ("off", 0)])
def test_the_gate_can_be_moved(check, write, gate: str, code: int) -> None:
    ran = check(write("story.txt", "A lookword and a hintword."), "--gate", gate)
    assert ran.code == code
    assert ran.reports[0]["gate"] == gate
    assert ran.reports[0]["verdict"] == ("stop" if code else "pass")


def test_reports_come_in_the_order_of_the_arguments_sorted_within_a_folder(check, write) -> None:
    for name in ("b/z.txt", "b/a.html", "b/deep/c.txt", "b/.hidden.txt", "b/.git/x.txt", "b/notes.md", "last.txt"):
        write(name)
    ran = check("last.txt", "b")
    assert ran.files == ["last.txt", "a.html", "c.txt", "z.txt"]
    assert ran.code == 0


def test_a_file_that_is_named_twice_is_checked_once(check, write, folder) -> None:
    write("b/a.txt")
    assert check("b", "b/a.txt", str(folder / "b" / "a.txt")).files == ["a.txt"]


def test_a_glob_that_the_shell_left_alone(check, write) -> None:
    for name in ("x/one.txt", "x/deep/two.txt", "x/three.html"):
        write(name)
    assert check("x/*.txt").files == ["one.txt"]
    assert check("x/**/*.txt").files == ["two.txt", "one.txt"]


def test_a_file_whose_name_looks_like_a_glob(check, write) -> None:
    assert check(write("[draft] story*.txt")).files == ["[draft] story*.txt"]


def page(*, published: str = "", text: str = "All quiet.") -> str:
    """Return a whole page, as a site serves it."""
    meta = f'<meta property="article:published_time" content="{published}">' if published else ""
    filler = "The harbour was quiet on Monday, and the boats that had left before the storm came back one by one. " * 4
    body = f"<h1>Harbour</h1><p>{text} {filler}</p><p>{filler}</p><p>{filler}</p>"
    return f"<!DOCTYPE html><html><head>{meta}</head><body><article>{body}</article></body></html>"


def test_standard_input(check) -> None:
    ran = check("-", stdin="A stopword.")
    assert ran.code == 1
    assert ran.reports[0]["article"]["format"] == "text"
    assert check("-", stdin=page()).reports[0]["article"]["format"] == "html"
    assert check("-", "--input-format", "text", stdin=page()).reports[0]["article"]["format"] == "text"


def test_the_day_of_publication_is_taken_where_the_source_does_not_say_it(check, write) -> None:
    dated = write("dated.html", page(published="2020-02-03T10:00:00Z"))
    ran = check(write("undated.txt"), dated, "--published", "2024-10-24")
    assert [report["article"]["published"][:10] for report in ran.reports] == ["2024-10-24", "2020-02-03"]


def test_the_encoding_can_be_told(check, write) -> None:
    name = write("story.txt", "Wei\xdf und stopword".encode("latin-1"))
    assert check(name, "--encoding", "iso-8859-1").reports[0]["article"]["encoding"] != "utf-8"


def test_rules_can_be_selected_and_ignored(run, plugin, write) -> None:
    name = write("story.txt", "A stopword, a lookword and a hintword.")

    def rules(*options: str) -> list[str]:
        ran = run("check", name, "--format", "json", "-p", plugin, *options)
        return [each["rule"] for each in json.loads(ran.out)[0]["annotations"]]

    assert rules("--select", "house") == ["house/stopword", "house/lookword", "house/hintword"]
    assert rules("--select", "house/stopword,house/hintword") == ["house/stopword", "house/hintword"]
    assert rules("--select", "house", "--ignore", "house/stopword", "--ignore", "house/lookword") == ["house/hintword"]
    assert rules("--ignore", "house") == []


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_refused_with_the_near_miss(run, plugin, write, option: str) -> None:
    ran = run("check", write("story.txt"), "-p", plugin, option, "house/stopwords")
    assert ran.code == 2
    assert f"{option}: there is no rule 'house/stopwords'; did you mean 'house/stopword'?" in ran.err


def test_plugins_can_be_left_out(run, plugin, write) -> None:
    name = write("story.txt", "A stopword.")
    assert run("check", name, "-p", plugin, "--format", "jsonl").code == 1
    assert run("check", name, "-p", plugin, "--no-plugin", "house", "--format", "jsonl").code == 0
    assert run("check", name, "-p", plugin, "--no-strangers", "--format", "jsonl").code == 0


def test_the_configuration_of_the_folder_is_used_unless_another_is_named(run, plugin, write) -> None:
    name = write("story.txt", "A lookword.")
    write("editcheck.toml", f'gate = "warning"\n[plugins]\nfiles = ["{plugin}"]\n')
    other = write("other.toml", f'gate = "suggestion"\n[plugins]\nfiles = ["{plugin}"]\n')
    assert run("check", name, "--format", "jsonl").reports[0]["gate"] == "warning"
    assert run("check", name, "--format", "jsonl", "--config", other).reports[0]["gate"] == "suggestion"
    assert run("check", name, "--format", "jsonl", "--gate", "error").reports[0]["gate"] == "error"


def test_a_wrong_configuration_is_one_line(run, write) -> None:
    name = write("story.txt")
    write("editcheck.toml", 'gate = "eror"\n')
    ran = run("check", name)
    assert ran.code == 2
    [line] = ran.complaints
    assert "editcheck.toml:1" in line
    assert "error" in line


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--format", "jsn"], "--format: there is no format 'jsn'; did you mean 'json'?"),
        (["--input-format", "ntif"], "no input format 'ntif'; did you mean 'nitf'?"),
        (["--encoding", "utf-9"], "--encoding: there is no encoding 'utf-9'"),
        (["--published", "yesterday"], "--published: 'yesterday' is no date; write it as 2024-10-24"),
        (["--gate", "warn"], "'warn' is not one of"),
        (["--config", "nowhere.toml"], "nowhere.toml"),
        (["--format", "JSON"], "--format: there is no format 'JSON'; did you mean 'json'?"),
        (["--output", ""], "--output: an empty name is no file"),
        (["--select", ""], "--select: '' names no rule"),
        (["--ignore", "dates", "--ignore", ","], "--ignore: ',' names no rule"),
        (["--select", "Dates"], "--select: there is no rule 'Dates'; did you mean 'dates'?"),
        (["--no-plugin", "rolse"], "--no-plugin: there is no plugin 'rolse'; did you mean 'roles'?"),
        (["--no-plugin", "house"], "--no-plugin: there is no plugin 'house'; there are acronyms, attribution, dates"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_bad_usage_is_refused_before_anything_is_read(run, write, options: list[str], told: str) -> None:
    ran = run("check", write("story.txt"), *options)
    assert ran.code == 2
    assert told in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_reports_can_go_into_a_file(check, write, folder) -> None:
    ran = check(write("story.txt", "A stopword."), "--output", "report.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((folder / "report.jsonl").read_text(encoding="utf-8"))["verdict"] == "stop"


@pytest.mark.parametrize("command", ["check", "facts"])
@pytest.mark.parametrize("name", ["story.txt", "./story.txt", "link.txt", "again.txt"])
def test_an_article_is_never_overwritten(run, write, folder, command: str, name: str) -> None:
    story = folder / write("story.txt", "A harbour reopened.")
    (folder / "link.txt").symlink_to(story)
    (folder / "again.txt").hardlink_to(story)
    ran = run(command, "story.txt", "--output", name)
    assert ran.code == 2
    assert ran.complaints == [
        f"editcheck: {name}: cannot be written: it is one of the articles to be read; take another file"
    ]
    assert story.read_text(encoding="utf-8") == "A harbour reopened."


def test_a_report_that_would_be_taken_for_an_article_is_not_written_over_one(check, write, folder) -> None:
    write("desk/story.txt")
    assert check("desk", "-o", "desk/report.txt").code == 0
    ran = check("desk", "-o", "desk/report.txt")
    assert "it is one of the articles to be read" in ran.err


def test_a_dash_is_standard_output_and_no_file(check, write, folder) -> None:
    ran = check(write("story.txt"), "-o", "-")
    assert (ran.code, ran.files) == (0, ["story.txt"])
    assert not (folder / "-").exists()


def test_a_file_that_cannot_be_written_is_one_line(check, write) -> None:
    ran = check(write("story.txt"), "--output", "no/such/folder/report.json")
    assert ran.code == 2
    assert ran.complaints == ["editcheck: no/such/folder/report.json: cannot be written: No such file or directory"]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_reports_keep_to_the_schema(check, write, form: str) -> None:
    names = [write("one.txt", "A stopword, a lookword."), write("two.txt", "A crashword."), write("three.txt")]
    ran = check(*names, form=form)
    reports = json.loads(ran.out) if form == "json" else ran.reports
    assert len(reports) == 3
    jsonschema.validate(reports, schema.load("report"))
    assert [each["verdict"] for each in reports] == ["stop", "incomplete", "pass"]


def test_json_of_nothing_is_an_empty_array(check) -> None:
    ran = check("nowhere.txt", form="json")
    assert (ran.code, json.loads(ran.out)) == (2, [])


@pytest.mark.parametrize("form", ["jsonl", "terminal"])
def test_validate_holds_reports_against_the_schema(check, write, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    names = [write("one.txt", "A stopword."), write("two.txt", "All quiet.")]
    assert check(*names, "--validate", form=form).code == 1
    monkeypatch.setattr("editcheck.reports.payload.SCHEMA_VERSION", "one")
    ran = check(*names, "--validate", form=form)
    assert ran.code == 3
    for name, line in zip(names, ran.complaints, strict=True):
        assert line.startswith(
            f"editcheck: {name}: what is written does not keep to the schema 'report' at $.schemaVersion: "
        )
        assert name in ran.out


def test_the_same_input_gives_the_same_bytes(process, plugin, write) -> None:
    write("a/one.txt", "A stopword, a lookword and a hintword; said “Ann Lee” of the MWB on Oct. 7.")
    write("a/two.html", "<article><h1>Two</h1><p>A <b>look</b>word &amp; Ann Lee, mayor, of FHA.</p></article>")
    runs = [
        process("check", "a", "-p", plugin, "--format", form, PYTHONHASHSEED=seed)
        for form in ("jsonl", "terminal")
        for seed in ("1", "2")
    ]
    assert [each.returncode for each in runs] == [1, 1, 1, 1]
    assert runs[0].stdout == runs[1].stdout
    assert runs[2].stdout == runs[3].stdout


def test_a_plugin_adds_output_and_input_formats(run, plugin, write) -> None:
    name = write("story.txt", "SHOUT! a stopword.")
    ran = run("check", name, "-p", plugin, "--select", "house", "--format", "lines")
    assert ran.out == "story.txt 0\n"
    ran = run("check", name, "-p", plugin, "--select", "house", "--format", "jsonl", "--input-format", "text")
    assert ran.reports[0]["counts"]["error"] == 1


def test_a_plugin_that_cannot_be_loaded_is_named_and_the_others_run(run, plugin, write) -> None:
    broken = write("broken.py", "raise ValueError('not today')")
    ran = run("check", write("story.txt", "A stopword."), "-p", broken, "-p", plugin, "--format", "jsonl")
    assert ran.code == 3
    assert ran.reports[0]["counts"]["error"] == 1
    assert [each["plugin"] for each in ran.reports[0]["failures"]] == ["broken"]


def test_a_plugin_that_cannot_say_its_formats_is_named_and_the_files_are_read(run, plugin, write) -> None:
    broken = write("broken.py", "import editcheck\n@editcheck.hookimpl\ndef editcheck_formats():\n    return 1 / 0\n")
    ran = run("check", write("story.txt", "A stopword."), "-p", broken, "-p", plugin, "--format", "jsonl")
    assert ran.code == 3
    [line] = ran.complaints
    assert line.startswith("editcheck: plugin 'broken': editcheck_formats failed: ZeroDivisionError")
    assert ran.reports[0]["counts"]["error"] == 1


HASTY = """
import editcheck
from editcheck.formats.base import Format
from editcheck.reports.base import Renderer


def read(source, settings):
    raise SystemExit(0)


def leave(reports, surface):
    raise SystemExit(0)


@editcheck.hookimpl
def editcheck_formats():
    return [Format("hasty", "nothing is read", lambda source: "hasty" in source.name, read)]


@editcheck.hookimpl
def editcheck_reports():
    return [Renderer("idle", "nothing is read", lambda reports, surface: ["done"]), Renderer("leave", "", leave)]
"""


def test_a_plugins_formats_cannot_open_the_gate(run, plugin, write) -> None:
    hasty, story = write("hasty.py", HASTY), write("story.txt", "A stopword.")
    idle = run("check", story, "-p", plugin, "-p", hasty, "--format", "idle")
    assert (idle.code, idle.out) == (1, "done")
    leave = run("check", story, "-p", plugin, "-p", hasty, "--format", "leave")
    assert leave.code == 3
    assert leave.complaints == [
        "editcheck: plugin 'hasty': its output format 'leave' failed: it called sys.exit(0) "
        "(hasty.py, line 12: raise SystemExit(0))"
    ]


def test_a_file_that_a_plugins_format_fails_on_is_read_without_it(run, plugin, write) -> None:
    hasty, story = write("hasty.py", HASTY), write("hasty.txt", "A stopword.")
    ran = run("check", story, "-p", plugin, "-p", hasty, "--format", "jsonl")
    assert (ran.code, ran.reports[0]["counts"]["error"]) == (3, 1)
    [line] = ran.complaints
    assert line.startswith("editcheck: hasty.txt: plugin 'hasty': its input format 'hasty' failed: it called sys.exit")
