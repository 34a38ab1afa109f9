"""Plugins add input and output formats."""

from __future__ import annotations

import pytest

from editcheck import Config, SourceError, check, read
from editcheck.config import PluginSettings
from editcheck.host import formats
from editcheck.host.extensions import added_formats, added_renderers
from editcheck.host.guard import PluginError
from editcheck.reports.base import Surface

SOURCE = """
    import editcheck
    from editcheck.formats.base import Format
    from editcheck.reports.base import Renderer


    def recognise(source):
        return source.text.startswith("SLUG:")


    def read(source, settings):
        return [editcheck.Article.from_text(source.text.partition("\\n")[2])]


    def render(reports, surface):
        for report in reports:
            yield f"{len(report.annotations)}\\n"


    @editcheck.hookimpl
    def editcheck_formats():
        return [Format("slug", "our own", recognise, read)]


    @editcheck.hookimpl
    def editcheck_reports():
        yield Renderer("count", "how many", render)
"""


def config(*files: str) -> Config:
    return Config(plugins=PluginSettings(files=files))


def test_an_input_format_comes_before_the_built_in_ones(write_plugin) -> None:
    desk = config(write_plugin("desk", source=SOURCE))
    assert next(each.name for each in formats(desk)) == "slug"
    assert read(b"SLUG: x\nThe harbour.", formats=added_formats(desk)).text == "The harbour."
    assert [each.name for each in formats()] == [each.name for each in formats(desk)][1:]


def test_an_output_format(write_plugin) -> None:
    assert [each.name for each in added_renderers(config(write_plugin("desk", source=SOURCE)))] == ["count"]


@pytest.mark.parametrize(
    ("body", "words"),
    [("return ['x']", "gives something else than editcheck's Format"), ("1 / 0", "ZeroDivisionError")],
)
def test_what_is_none_is_blamed_on_its_plugin(write_plugin, body, words) -> None:
    source = f"import editcheck\n@editcheck.hookimpl\ndef editcheck_formats():\n    {body}"
    with pytest.raises(PluginError, match=words):
        added_formats(config(write_plugin("desk", source=source)))


def test_a_plugin_that_fails_takes_no_other_with_it(write_plugin) -> None:
    bad = "import editcheck\n@editcheck.hookimpl\ndef editcheck_{}():\n    return 1 / 0\n"
    both = config(
        write_plugin("bad", source=bad.format("formats") + bad.format("reports")), write_plugin("desk", source=SOURCE)
    )
    failures: list[PluginError] = []
    assert [each.name for each in added_formats(both, failures.append)] == ["slug"]
    assert [each.name for each in added_renderers(both, failures.append)] == ["count"]
    assert [failure.plugin for failure in failures] == ["bad", "bad"]


FORMAT = """
    import editcheck
    from editcheck.formats.base import Format


    def recognise(source):
        {recognise}


    def read(source, settings):
        {read}


    @editcheck.hookimpl
    def editcheck_formats():
        return [Format("slug", "our own", recognise, read)]
"""


@pytest.mark.parametrize(
    ("recognise", "reading", "words"),
    [
        ("1 / 0", "pass", r"failed: ZeroDivisionError: division by zero \(desk.py, line"),
        ("return True", "raise SystemExit(0)", r"failed: it called sys.exit\(0\)"),
        ("return True", "return None", "failed: TypeError"),
        ("return True", "return ['x']", "failed: TypeError: it gives str where Article belongs"),
    ],
)
def test_what_goes_wrong_in_an_input_format_is_its_plugins(write_plugin, recognise, reading, words) -> None:
    source = FORMAT.format(recognise=recognise, read=reading)
    with pytest.raises(PluginError, match=f"plugin 'desk': its input format 'slug' {words}"):
        read(b"The harbour.", formats=added_formats(config(write_plugin("desk", source=source))))


def test_a_source_that_cannot_be_read_is_no_fault_of_the_plugins(write_plugin) -> None:
    source = FORMAT.format(recognise="return True", read="raise editcheck.SourceError(source.name, 'it is cut off')")
    with pytest.raises(SourceError, match="it is cut off"):
        read(b"The harbour.", formats=added_formats(config(write_plugin("desk", source=source))))


RENDERER = """
    import editcheck
    from editcheck.reports.base import Renderer


    def render(reports, surface):
        {render}


    @editcheck.hookimpl
    def editcheck_reports():
        yield Renderer("count", "how many", render)
"""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("yield 1 / 0", r"failed: ZeroDivisionError: division by zero \(desk.py, line"),
        ("return 1 / 0", "failed: ZeroDivisionError"),
        ("for report in reports: yield 3", "failed: TypeError: it gives int where str belongs"),
        ("raise SystemExit(0)", r"failed: it called sys.exit\(0\)"),
        ("return None", "failed: TypeError"),
    ],
)
def test_what_goes_wrong_in_an_output_format_is_its_plugins(write_plugin, article, body, words) -> None:
    (renderer,) = added_renderers(config(write_plugin("desk", source=RENDERER.format(render=body))))
    with pytest.raises(PluginError, match=f"plugin 'desk': its output format 'count' {words}"):
        list(renderer.render([check(article)], Surface()))


def test_what_goes_wrong_before_it_is_not(write_plugin) -> None:
    def reports():
        raise LookupError("no such article")
        yield

    (renderer,) = added_renderers(config(write_plugin("desk", source=RENDERER.format(render="yield str([*reports])"))))
    with pytest.raises(LookupError, match="no such article"):
        list(renderer.render(reports(), Surface()))
