"""`editcheck facts`: what an article says, without judging it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.exits import FAILED
from editcheck.cli.options import config_option, input_options, output_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editcheck.article import Article
    from editcheck.cli.reading import Reader
    from editcheck.cli.running import Streams
    from editcheck.facts.model import Facts
    from editcheck.reports.base import Surface

__all__ = ["command"]


@click.command("facts", short_help="Tell who is quoted, the people, acronyms and dates.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(readable=False, allow_dash=True))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["terminal", "json", "jsonl"]),
    help="How to write the facts.  [default: terminal on a terminal, json elsewhere]",
)
@click.option("--tokens", is_flag=True, help="With the words of each sentence as the parser sees them (JSON).")
@input_options
@config_option
@output_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    format_: str | None,
    tokens: bool,
    config: str | None,
    **streams: Unpack[Streams],
) -> None:
    """Tell what articles say: who is quoted, who the people are, which acronyms and dates there are.

    PATH is a file, a folder, a glob, or - for standard input.
    """
    from editcheck.cli.analysing import analysed
    from editcheck.cli.running import run
    from editcheck.cli.settings import configured

    settings = configured({"config": config})
    form = format_ or ("terminal" if streams["output"] is None and sys.stdout.isatty() else "json")

    def render(articles: Iterator[Article], reader: Reader, surface: Surface) -> Iterator[str]:
        found = analysed(articles, reader, settings)
        return _rendered(_validated(found, reader) if streams["validate"] else found, form, surface, tokens)

    run(ctx, paths, settings, streams, render, for_people=form == "terminal")


def _validated(found: Iterable[tuple[Facts, Article]], reader: Reader) -> Iterator[tuple[Facts, Article]]:
    """Pass facts on; tell of those that do not keep to their schema."""
    for facts, article in found:
        _validate(facts, article, reader)
        yield facts, article


def _validate(facts: Facts, article: Article, reader: Reader) -> None:
    from editcheck.cli.validation import misfit
    from editcheck.reports.facts_json import facts_payload

    problem = misfit(facts_payload(article, facts, tokens=True), "facts")
    if problem is not None:
        reader.tell(f"{article.source.name}: {problem}", FAILED)


def _rendered(pairs: Iterable[tuple[Facts, Article]], form: str, surface: Surface, tokens: bool) -> Iterator[str]:
    from editcheck.reports.encoding import to_json
    from editcheck.reports.facts_json import facts_payload
    from editcheck.reports.facts_terminal import render_facts
    from editcheck.reports.report_json import json_array

    if form == "terminal":
        for facts, article in pairs:
            yield render_facts(article, facts, surface)
        return
    payloads = (facts_payload(article, facts, tokens=tokens) for facts, article in pairs)
    if form == "jsonl":
        yield from (to_json(payload) + "\n" for payload in payloads)
    else:
        yield from json_array(payloads)
