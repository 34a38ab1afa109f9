"""`editcheck check`: articles in, reports out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.completion import complete_formats
from editcheck.cli.exits import FAILED, FOUND, exit_code
from editcheck.cli.options import config_option, input_options, output_options, plugin_options, rule_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.cli.reading import Reader
    from editcheck.cli.settings import Chosen
    from editcheck.report import Report

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
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    format_: str,
    input_format: str | None,
    published: str | None,
    encoding: str | None,
    output: str | None,
    color: str,
    validate: bool,
    **chosen: Unpack[Chosen],
) -> None:
    """Check articles: files, folders, globs, or - for standard input.

    Every file that can be read is checked, in the order of the arguments and sorted within a folder. What cannot be
    read is told in one line on standard error.
    """
    from editcheck.cli.inputs import find_inputs
    from editcheck.cli.output import open_output, surface_of
    from editcheck.cli.progress import Progress
    from editcheck.cli.reading import Reading, reader_for
    from editcheck.cli.renderers import renderer_named
    from editcheck.cli.settings import configured
    from editcheck.host import check_many

    config = configured(chosen)
    renderer = renderer_named(format_, config)
    found = find_inputs(paths)
    progress = Progress(sys.stderr, len(found.inputs))
    reading = Reading(input_format=input_format, published=published, encoding=encoding)
    reader = reader_for(ctx, config, reading, progress)
    reports = _watched(check_many(reader.read(found), config), reader, validate)
    with open_output(output, found, text=renderer.for_people, before=progress.clear) as out:
        for chunk in renderer.render(reports, surface_of(output, color, sys.stdout, os.environ)):
            out.write(chunk)
        for _ in reports:
            pass  # a plugin's format may not care for all of them; the exit code does
    progress.clear()
    ctx.exit(exit_code(reader.codes))


def _watched(reports: Iterable[Report], reader: Reader, validate: bool) -> Iterator[Report]:
    """Pass reports on, held against the schema where wanted; the reader learns the exit codes they ask for."""
    from editcheck.report import Verdict

    for report in reports:
        if report.verdict is Verdict.STOP:
            reader.codes.add(FOUND)
        if report.failures:
            reader.codes.add(FAILED)
        if validate:
            _validate(report)
        yield report
        reader.progress.finish(report.article.source.name)


def _validate(report: Report) -> None:
    from editcheck.cli.validation import validate
    from editcheck.reports.payload import report_payload

    validate(report_payload(report), "report", report.article.source.name)
