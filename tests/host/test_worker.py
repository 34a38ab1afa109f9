"""No plugin can spoil the others' work: what takes the worker down is named, and the article is done without it."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import editcheck
from editcheck import Article, check, check_many, host


def rules(report) -> list[str]:
    return [each.rule for each in report.annotations]


@pytest.mark.parametrize(
    ("deed", "kind", "words"),
    [
        ("while True: pass", "timeout", "did not end within 1.5 seconds"),
        ("import time; time.sleep(3600)", "timeout", "did not end within 1.5 seconds"),
        ("import re; re.match('(a+)+$', 'a' * 64 + 'b')", "timeout", "did not end within 1.5 seconds"),
        ("import os; os._exit(0)", "crash", "left the interpreter with exit status 0"),
        ("import os; os._exit(7)", "crash", "left the interpreter with exit status 7"),
        ("import ctypes; ctypes.string_at(0)", "crash", "ended by SIGSEGV"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "crash", "ended by SIGKILL"),
        ("import os; os.closerange(3, 256); import time; time.sleep(3600)", "crash", "broke the worker's pipe"),
        ("import os; os.fork() or os._exit(0); os._exit(3)", "crash", "left the interpreter with exit status 3"),
        ("raise KeyboardInterrupt", "crash", "broke off everything: KeyboardInterrupt (bad.py, line"),
        (
            "import asyncio; raise asyncio.CancelledError",
            "error",
            "editcheck_check failed: CancelledError (bad.py, line",
        ),
        ("raise GeneratorExit", "error", "editcheck_check failed: GeneratorExit"),
        ("import sys; sys.exit(3)", "error", "sys.exit(3)"),
        ("raise LookupError('no such desk')", "error", "LookupError: no such desk (bad.py, line"),
        ("raise RecursionError", "error", "RecursionError"),
    ],
)
def test_what_goes_wrong_is_named_and_the_others_work(article, write_plugin, config_with, deed, kind, words) -> None:
    config = config_with(write_plugin("good"), write_plugin("bad", f"{deed}\nyield"), time_limit=1.5)
    report = check(article, config)
    assert rules(report) == ["good/word"]
    assert [(each.plugin, each.kind) for each in report.failures] == [("bad", kind)]
    assert words in report.failures[0].message
    assert "editcheck_check" in report.failures[0].message


@pytest.mark.parametrize(
    ("deed", "kind", "words"),
    [
        ("while True: pass", "timeout", "its import did not end within"),
        ("import os; os._exit(1)", "crash", "its import left the interpreter"),
        ("1 / 0", "error", "cannot be imported: ZeroDivisionError: division by zero (bad.py, line 1: 1 / 0)"),
        ("import sys; sys.exit()", "error", "sys.exit(None)"),
        ("def (", "error", "SyntaxError"),
        ("import no_such_module", "error", "No module named 'no_such_module' (bad.py, line 1"),
        ("raise KeyboardInterrupt", "crash", "its import broke off everything: KeyboardInterrupt (bad.py, line 1"),
        ("import asyncio; raise asyncio.CancelledError", "error", "cannot be imported: CancelledError (bad.py, line 1"),
    ],
)
def test_so_is_what_goes_wrong_on_import(article, write_plugin, config_with, deed, kind, words) -> None:
    config = config_with(write_plugin("good"), write_plugin("bad", source=deed), time_limit=1.5)
    for _ in range(2):
        report = check(article, config)
        assert rules(report) == ["good/word"]
        assert [(each.plugin, each.kind) for each in report.failures] == [("bad", kind)]
        assert words in report.failures[0].message


def test_the_last_word_is_watched_too(article, write_plugin, config_with) -> None:
    bad = write_plugin(
        "bad",
        source="""
        import editcheck

        @editcheck.hookimpl
        def editcheck_annotations(annotations):
            while True:
                pass
    """,
    )
    report = check(article, config_with(write_plugin("good"), bad, time_limit=1.5))
    assert rules(report) == ["good/word"]
    assert [each.kind for each in report.failures] == ["timeout"]
    assert "editcheck_annotations" in report.failures[0].message


def test_a_plugin_is_tried_on_three_articles_and_then_left_out(write_plugin, config_with) -> None:
    bad = write_plugin("bad", 'if "crash" in article.text: import os; os._exit(1)\n' + "yield from ()")
    articles = [Article.from_text(f"The harbour, {word}.") for word in ("crash",) * 5 + ("calm",)]
    reports = list(check_many(articles, config_with(write_plugin("good"), bad)))
    assert [report.article for report in reports] == articles
    assert all(rules(report) == ["good/word"] for report in reports)
    said = [report.failures[0].message for report in reports]
    assert all("left the interpreter with exit status 1" in message for message in said)
    assert [message.startswith("left out after 3 articles") for message in said] == [False] * 3 + [True] * 3


def test_a_plugin_that_recovers_goes_on(write_plugin, config_with) -> None:
    bad = write_plugin("bad", 'if "crash" in article.text: import os; os._exit(1)\n' + "yield from ()")
    articles = [Article.from_text(f"The harbour, {word}.") for word in ("crash", "calm", "crash", "calm")]
    reports = check_many(articles, config_with(bad))
    assert [bool(report.failures) for report in reports] == [True, False, True, False]


def test_printing_disturbs_nobody(article, write_plugin, config_with) -> None:
    noisy = "import os, sys; print('hello'); sys.stdout.flush(); os.write(1, b'raw'); sys.stdin.read()\n"
    report = check(article, config_with(write_plugin("noisy", noisy + "yield from ()"), write_plugin("good")))
    assert rules(report) == ["good/word"]
    assert report.failures == ()


@pytest.mark.parametrize(
    "deed",
    [
        "object.__setattr__(article, 'text', 'gone'); object.__setattr__(article, 'blocks', ())",
        "object.__setattr__(facts, 'people', 3); object.__setattr__(facts, 'sentences', None)",
        "object.__setattr__(options, 'off', frozenset({'good/word'}))",
        "import sys; sys.setrecursionlimit(60)",
        "import sys; sys.settrace(lambda *arguments: 1 / 0)",
        "import sys; sys.path.clear()",
        "import os; os.chdir('/'); os.environ.clear()",
        "import os, tempfile; os.chdir(folder := tempfile.mkdtemp()); os.rmdir(folder)",
        "import locale; locale.setlocale(locale.LC_ALL, 'C')",
        "import sys; sys.stdin.close(); sys.stdout.close(); sys.stderr.close()",
        "import io, sys; sys.stdout = io.StringIO(); sys.stderr = None",
    ],
)
def test_what_a_plugin_changes_it_changes_for_itself(write_plugin, config_with, deed) -> None:
    witness = """
    import os, sys, locale
    print("", end="", flush=True, file=sys.stderr) or print("", end="", flush=True)
    sys.stdin.read()
    state = [os.getcwd(), sorted(os.environ), sys.path, sys.getrecursionlimit(), sys.gettrace(), locale.setlocale(0)]
    yield RULE.annotate(editcheck.Span(0, 3), repr([state, article, facts, options.off]))
    """
    articles = [Article.from_text(text, published="2024-10-24") for text in ("The harbour.", "The old harbour.")]
    alone = list(check_many(articles, config_with(write_plugin("good", witness))))
    bad = write_plugin("bad", f"{deed}\nyield from ()")
    beside = list(check_many(articles, config_with(bad, write_plugin("good", witness))))
    assert all(report.annotations for report in alone)
    assert [report.annotations for report in beside] == [report.annotations for report in alone]
    assert not any(failure.plugin == "good" for report in beside for failure in report.failures)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_plugin_that_forks_and_goes_on_in_both_gives_its_results_once(write_plugin, config_with) -> None:
    forks = write_plugin("forks", "import os; os.fork()\nyield RULE.annotate(editcheck.Span(0, 3), 'twice')")
    articles = [Article.from_text(f"The {word} harbour.") for word in ("old", "new", "east", "west")]
    reports = list(check_many(articles, config_with(forks, write_plugin("good"))))
    assert [report.article for report in reports] == articles
    for report in reports:
        assert rules(report) == ["forks/word", "good/word"]
        assert report.article[report.annotations[1].span] == "harbour"
        assert report.failures == ()


def test_a_last_word_that_cannot_be_used_changes_nothing(article, write_plugin, config_with) -> None:
    mute = write_plugin(
        "mute",
        source="""
        import editcheck

        @editcheck.hookimpl
        def editcheck_annotations(annotations):
            return "none of them"
    """,
    )
    report = check(article, config_with(write_plugin("good"), mute))
    assert rules(report) == ["good/word"]
    assert [(each.plugin, each.kind) for each in report.failures] == [("mute", "bad-result")]


def test_a_plugin_may_have_all_the_time_there_is(article, write_plugin, config_with) -> None:
    assert rules(check(article, config_with(write_plugin("good"), time_limit=float("inf")))) == ["good/word"]


def test_no_traceback_is_written_for_what_the_report_tells(write_plugin, config_with, article, capfd) -> None:
    bad = [write_plugin(f"bad{number}", deed) for number, deed in enumerate(("raise KeyboardInterrupt", "1 / 0"))]
    report = check(article, config_with(*bad, write_plugin("good")))
    assert rules(report) == ["good/word"]
    assert [each.plugin for each in report.failures] == ["bad0", "bad1"]
    assert capfd.readouterr().err == ""


def test_strangers_run_in_another_process_and_ours_in_this(article, write_plugin, config_with) -> None:
    spy = write_plugin("spy", "import os; raise LookupError(f'pid {os.getpid()}')\nyield")
    message = check(article, config_with(spy)).failures[0].message
    assert "pid " in message
    assert f"pid {os.getpid()}" not in message


def test_the_worker_gives_what_this_process_gives(write_plugin, config_with) -> None:
    config = config_with(write_plugin("idle", "yield from ()"), ours=True)
    article = Article.from_text("The NAFO met on 31 November.\n\n“We agree, said Smith.", published="2024-10-24")
    assert check(article, config).annotations == check(article).annotations


def test_one_worker_serves_many_articles(write_plugin, config_with) -> None:
    spy = write_plugin("spy", "import os; raise LookupError(f'pid {os.getpid()}')\nyield")
    articles = [Article.from_text(f"Harbour {number}.") for number in range(5)]
    config = config_with(spy)
    said = {report.failures[0].message for report in check_many(articles, config)}
    said |= {check(article, config).failures[0].message for article in articles}
    assert len(said) == 1


def test_a_worker_that_somebody_kills_is_replaced_and_nobody_is_blamed(article, write_plugin, config_with) -> None:
    config = config_with(write_plugin("good"))
    assert rules(check(article, config)) == ["good/word"]
    host._engine(config.plugins)._process._process.kill()
    report = check(article, config)
    assert rules(report) == ["good/word"]
    assert report.failures == ()


def test_after_an_interrupt_an_article_gets_its_own_report(write_plugin, config_with, monkeypatch) -> None:
    config = config_with(write_plugin("good"))
    check(Article.from_text("The harbour."), config)

    def interrupted(self, limit):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("editcheck.host.worker_process.WorkerProcess.receive", interrupted)
        with pytest.raises(KeyboardInterrupt):
            check(Article.from_text("The harbour again."), config)
    assert rules(check(Article.from_text("Nothing."), config)) == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files in /proc")
def test_nothing_is_left_behind(article, write_plugin, config_with) -> None:
    bad = config_with(write_plugin("bad", "import os; os._exit(1)\nyield"))
    check(article, bad)
    before = open_files()
    for _ in range(5):
        check(article, bad)
    host._engines.cache_clear()
    assert open_files() <= before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def run_script(source: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.mark.slow
@pytest.mark.parametrize("deed", ["while True: pass", "import re; re.match('(a+)+$', 'a' * 64 + 'b')"])
def test_the_worker_ends_with_a_parent_that_is_killed(write_plugin, tmp_path, deed) -> None:
    told = tmp_path / "pid"
    bad = write_plugin(
        "bad", f"import os, pathlib; pathlib.Path({str(told)!r}).write_text(str(os.getpid()))\n{deed}\nyield"
    )
    parent = run_script(f"""
        import editcheck
        from editcheck.config import Config, PluginSettings
        settings = PluginSettings(files=({bad!r},), time_limit=2.0)
        editcheck.check(editcheck.Article.from_text("The harbour."), Config(plugins=settings))
    """)
    worker = int(eventually(lambda: told.exists() and told.read_text()))
    parent.kill()
    parent.communicate()
    eventually(lambda: not alive(worker))


def test_a_script_needs_no_main_guard_and_ends_by_itself(write_plugin) -> None:
    script = run_script(f"""
        import editcheck
        from editcheck.config import Config, PluginSettings
        article = editcheck.Article.from_text("The harbour.")
        report = editcheck.check(article, Config(plugins=PluginSettings(files=({write_plugin("good")!r},))))
        print([each.rule for each in report.annotations if each.rule == "good/word"])
    """)
    out, err = script.communicate(timeout=60)
    assert (out, err, script.returncode) == ("['good/word']\n", "", 0)


def test_an_interrupt_from_the_keyboard_ends_all_at_once(write_plugin, tmp_path) -> None:
    import signal

    told = tmp_path / "pid"
    slow = f"import os, pathlib; pathlib.Path({str(told)!r}).write_text(str(os.getpid()))\nwhile True: pass\nyield"
    script = run_script(f"""
        import editcheck
        from editcheck.config import Config, PluginSettings
        settings = PluginSettings(files=({write_plugin("slow", slow)!r},))
        try:
            editcheck.check(editcheck.Article.from_text("The harbour."), Config(plugins=settings))
        except KeyboardInterrupt:
            print("interrupted")
    """)
    worker = int(eventually(lambda: told.exists() and told.read_text()))
    script.send_signal(signal.SIGINT)
    out, err = script.communicate(timeout=30)
    assert (out, err) == ("interrupted\n", "")
    assert not alive(worker)


def eventually(true, seconds: float = 30.0):
    import time

    for _ in range(int(seconds * 20)):
        if value := true():
            return value
        time.sleep(0.05)
    raise AssertionError("it never came true")


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def test_a_forked_child_has_a_worker_of_its_own(article, write_plugin, config_with) -> None:
    config = config_with(write_plugin("good"))
    assert rules(check(article, config)) == ["good/word"]
    child = os.fork()
    if child == 0:
        fine = rules(editcheck.check(article, config)) == ["good/word"]
        host._engines.cache_clear()
        os._exit(0 if fine else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert rules(check(article, config)) == ["good/word"]
