"""`editcheck check`: articles in, reports out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.completion import complete_formats
from editcheck.cli.exits import FAILED, FOUND
from editcheck.cli.options import config_option, input_options, output_options, plugin_options, rule_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.article import Article
    from editcheck.cli.reading import Reader
    from editcheck.cli.running import Streams
    from editcheck.cli.settings import Chosen
    from editcheck.report import Report
    from editcheck.reports.base import Surface

    class _Options(Chosen, Streams):
        """What the options of this command say, beside the format."""


__all__ = ["command"]


@click.command("check", short_help="Check articles and report what is wrong with them.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False, allow_dash=True))
@click.option(
    "--format",
    "format_",
    default="terminal",
    metavar="FORMAT",
    shell_complete=complete_formats,
    help="How to write reports: terminal, json, jsonl, or what a plugin adds.  [default: terminal]",
)
@input_options
@config_option
@rule_options
@plugin_options
@output_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], format_: str, **given: Unpack[_Options]) -> None:
    """Check articles: files, folders, globs, or - for standard input.

    Every file that can be read is checked, in the order of the arguments and sorted within a folder. What cannot be
    read is told in one line on standard error.
    """
    from editcheck.cli.renderers import renderer_named
    from editcheck.cli.running import run
    from editcheck.cli.settings import configured
    from editcheck.host import check_many

    config = configured(given)
    renderer = renderer_named(format_, config)

    def render(articles: Iterator[Article], reader: Reader, surface: Surface) -> Iterator[str]:
        reports = _watched(check_many(articles, config), reader, given["validate"])
        yield from renderer.render(reports, surface)
        for _ in reports:
            pass  # a plugin's format may not care for all of them; the exit code does

    run(ctx, paths, config, given, render, for_people=renderer.for_people)


def _watched(reports: Iterable[Report], reader: Reader, validate: bool) -> Iterator[Report]:
    """Pass reports on, held against the schema where wanted; the reader learns the exit codes they ask for."""
    from editcheck.report import Verdict

    for report in reports:
        if report.verdict is Verdict.STOP:
            reader.codes.add(FOUND)
        if report.failures:
            reader.codes.add(FAILED)
        if validate:
            _validate(report, reader)
        yield report
        reader.progress.finish(report.article.source.name)


def _validate(report: Report, reader: Reader) -> None:
    from editcheck.cli.validation import misfit
    from editcheck.reports.payload import report_payload

    problem = misfit(report_payload(report), "report")
    if problem is not None:
        reader.tell(f"{report.article.source.name}: {problem}", FAILED)
