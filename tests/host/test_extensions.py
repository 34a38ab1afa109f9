"""Plugins add input and output formats."""

from __future__ import annotations

import pytest

from editcheck import Config, read
from editcheck.config import PluginSettings
from editcheck.host import formats
from editcheck.host.extensions import added_formats, added_renderers
from editcheck.host.guard import PluginError

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
