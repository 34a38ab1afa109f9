"""`editcheck check`: articles in, reports out."""

from __future__ import annotations

from dataclasses import replace
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
    from editcheck.config import Config
    from editcheck.report import Report
    from editcheck.reports.base import Surface
    from editcheck.suppressions.baselines import Baseline

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
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(),
    help="Do not report what this file knows already, only what is new.",
)
@click.option(
    "--write-baseline", is_flag=True, help="Write all that is found to the baseline: it is known from now on."
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
    baseline: str | None,
    write_baseline: bool,
    **given: Unpack[_Options],
) -> None:
    """Check articles: files, folders, globs, or - for standard input.

    Every file that can be read is checked, in the order of the arguments and sorted within a folder. What cannot be
    read is told in one line on standard error.
    """
    from editcheck.cli.renderers import renderer_named
    from editcheck.cli.running import run
    from editcheck.cli.settings import configured
    from editcheck.host import check_many

    config = configured(given)
    config = replace(config, baseline=baseline or config.baseline)
    growing = _to_write(config) if write_baseline else None
    config = replace(config, baseline=None) if growing else config
    renderer = renderer_named(format_, config)

    def render(articles: Iterator[Article], reader: Reader, surface: Surface) -> Iterator[str]:
        found: Iterable[Report] = check_many(articles, config)
        reports = _watched(map(growing.take, found) if growing else found, reader, given["validate"])
        yield from renderer.render(reports, surface)
        for _ in reports:
            pass  # a plugin's format may not care for all of them; the exit code does
        if growing:
            _write(growing, reader)

    run(ctx, paths, config, given, render, for_people=renderer.for_people)


def _to_write(config: Config) -> Baseline:
    from editcheck.suppressions.baselines import Baseline

    if not config.baseline:
        raise click.UsageError(
            "--write-baseline: say where with --baseline FILE, or with baseline in the configuration"
        )
    return Baseline.at(config.baseline)


def _write(baseline: Baseline, reader: Reader) -> None:
    from editcheck.cli.replacing import write_file
    from editcheck.reports.tally import number_of

    write_file(baseline.path, baseline.text())
    reader.progress.clear()
    what = number_of(len(baseline.found), "annotation")
    click.echo(f"{baseline.path}: written; {what} in it from the articles that were checked", err=True)


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
