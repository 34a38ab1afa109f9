"""`editcheck brief`: the sheet on an article, for the editor who has two minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.options import config_option, input_options, output_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.article import Article
    from editcheck.briefs.model import Brief
    from editcheck.cli.reading import Reader
    from editcheck.cli.running import Streams
    from editcheck.reports.base import Surface

__all__ = ["command"]


@click.command("brief", short_help="Sum up who speaks, who is in it, short forms and dates.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False, allow_dash=True))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "html", "json"]),
    default="terminal",
    help="How to write it.  [default: terminal]",
)
@input_options
@config_option
@output_options
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], format_: str, config: str | None, **streams: Unpack[Streams]
) -> None:
    """Sum up articles: who speaks and how much, every person and how described, short forms, a timeline of the dates.

    PATH is a file, a folder, a glob, or - for standard input.
    """
    from editcheck.briefs.gathering import gather
    from editcheck.cli.analysing import analysed
    from editcheck.cli.running import run
    from editcheck.cli.settings import configured

    settings = configured({"config": config})

    def render(articles: Iterator[Article], reader: Reader, surface: Surface) -> Iterator[str]:
        briefs = (gather(article, facts) for facts, article in analysed(articles, reader, settings))
        return _rendered(briefs, format_, surface)

    run(ctx, paths, settings, streams, render, for_people=format_ == "terminal")


def _rendered(briefs: Iterable[Brief], form: str, surface: Surface) -> Iterator[str]:
    if form == "terminal":
        from editcheck.briefs.terminal import render

        yield from (render(each, surface) for each in briefs)
    elif form == "html":
        from editcheck.briefs import page

        yield page.render(briefs)
    else:
        from editcheck.briefs.as_json import render as as_json

        yield as_json(briefs)
