"""`editcheck dismiss`: says no to an annotation once and for all, or puts what it is about on a house list."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Unpack

import click

from editcheck.cli.exits import FAILED, REFUSED, Refused, exit_code
from editcheck.cli.options import config_option, input_options, plugin_options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editcheck.cli.reading import Reader, Reading
    from editcheck.cli.settings import Chosen
    from editcheck.config import Config
    from editcheck.report import Report
    from editcheck.suppressions.dismissing import Met
    from editcheck.suppressions.records import Record

    class _Given(Chosen, Reading):
        """What the options say that other commands have too."""


__all__ = ["command"]


@click.command("dismiss", short_help="Say no to an annotation, once and for all.")
@click.argument("fingerprint", required=False)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...", type=click.Path(readable=False))
@click.option("--why", metavar="TEXT", help="Why it is no fault; with --house, what the list is to say of the entry.")
@click.option("--by", metavar="NAME", help="Who says so.  [default: the name of the login]")
@click.option("--date", "day", metavar="DAY", help="The day of it: 2024-10-24.  [default: today]")
@click.option("--house", "to_house", is_flag=True, help="Put what it is about on the house list in the configuration.")
@click.option("--undo", is_flag=True, help="Take a dismissal out again.")
@click.option(
    "--list", "listing", is_flag=True, help="List what was dismissed, of the ARTICLEs only where any are named."
)
@input_options
@config_option
@plugin_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    fingerprint: str | None,
    articles: tuple[str, ...],
    why: str | None,
    by: str | None,
    day: str | None,
    to_house: bool,
    undo: bool,
    listing: bool,
    **given: Unpack[_Given],
) -> None:
    """Say no to the annotation of ARTICLE whose fingerprint begins with FINGERPRINT, once and for all.

    Without ARTICLE, the articles of this folder are looked through. The dismissal stands in a file beside the
    configuration. It outlives edits elsewhere in the article, and ends when the facts behind the annotation change.
    """
    from editcheck.cli.settings import configured

    if to_house + listing + undo > 1:
        raise click.UsageError("--house, --list and --undo exclude one another")
    config = configured(given)
    reason = " ".join((why or "").split())
    if listing:
        _list(config, (fingerprint, *articles) if fingerprint else ())
    elif not fingerprint:
        raise click.UsageError("which annotation? Give the beginning of its fingerprint, as reports show it")
    elif undo:
        _undo(config, fingerprint, articles)
    elif not to_house and not reason:
        raise click.UsageError("--why: say in a few words why this is no fault; whoever comes later will ask")
    else:
        who, when = _who(by), _day(day)
        reader = _reader(ctx, config, given)
        met = _met(fingerprint, articles, config, reader)
        if to_house:
            _to_house(met, reason, given.get("config"))
        else:
            _dismiss(met, reason, who, when, config)
        ctx.exit(exit_code(reader.codes))


def _who(by: str | None) -> str:
    if by is not None and by.strip():
        return " ".join(by.split())
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        raise click.UsageError("--by: say who dismisses it; the login has no name here") from None


def _day(given: str | None) -> str:
    """Return the day of a dismissal. It is a record of what somebody does, and no report: today is its default."""
    import datetime

    if given is None:
        return datetime.datetime.now().astimezone().date().isoformat()
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except ValueError:
        raise click.UsageError(f"--date: {given!r} is no day; write it as 2024-10-24") from None


def _reader(ctx: click.Context, config: Config, given: _Given) -> Reader:
    from editcheck.cli.progress import Progress
    from editcheck.cli.reading import Reading, reader_for

    reading = Reading(input_format=given["input_format"], published=given["published"], encoding=given["encoding"])
    return reader_for(ctx, config, reading, Progress(sys.stderr, 0))


def _met(fingerprint: str, articles: Sequence[str], config: Config, reader: Reader) -> Met:
    """Check the articles and return the annotation that is meant. Raises `Refused` where that is not clear."""
    from editcheck.cli.inputs import find_inputs
    from editcheck.host import check_many
    from editcheck.suppressions.dismissing import AmbiguousError, find_annotation

    if "-" in articles:
        raise Refused("standard input has no name to be known by again; give the article's file")

    def reports() -> Iterator[Report]:
        for report in check_many(reader.read(find_inputs(articles or (".",))), config):
            if report.failures:
                reader.codes.add(FAILED)
            yield report

    try:
        return find_annotation(fingerprint, reports())
    except AmbiguousError as error:
        unread = "; not all of them could be read" if REFUSED in reader.codes else ""
        raise Refused(f"{error}{unread}") from error


def _dismiss(met: Met, why: str, by: str, day: str, config: Config) -> None:
    from editcheck.suppressions.naming import name_of
    from editcheck.suppressions.records import Record, read_dismissals

    path = _file(config)
    annotation, name = met.annotation, name_of(met.article, _folder(path))
    record = Record(name, annotation.rule, annotation.fingerprint, annotation.message, why, by, day)
    known = read_dismissals(path).all
    _write(path, [*(each for each in known if (each.article, each.fingerprint) != (name, record.fingerprint)), record])
    click.echo(f"{met.place}: dismissed: {annotation.message} [{annotation.rule}]")


def _undo(config: Config, fingerprint: str, articles: Sequence[str]) -> None:
    from editcheck.suppressions.dismissing import AmbiguousError, find_record

    path, records = _read(config)
    try:
        record = find_record(fingerprint, records, _names(articles, path))
    except AmbiguousError as error:
        raise Refused(f"{path}: {error}") from error
    _write(path, [each for each in records if each != record])
    click.echo(f"{record.article}: dismissed no more: {record.message} [{record.rule}]")


def _list(config: Config, articles: Sequence[str]) -> None:
    from editcheck.cli.output import standard_surface
    from editcheck.suppressions.listing import listed

    path, records = _read(config)
    names = _names(articles, path)
    click.echo(listed([each for each in records if not names or each.article in names], standard_surface()), nl=False)


def _to_house(met: Met, meaning: str, config_file: str | None) -> None:
    from editcheck.cli.house_list import put_on_list

    entry = met.annotation.house
    if entry is None:
        raise Refused(f"{met.place}: no house list settles {met.annotation.rule}; dismiss it without --house")
    click.echo(put_on_list(entry, entry.meaning or meaning, config_file))


def _file(config: Config) -> str:
    if config.dismissals is None:
        raise Refused('the configuration says that there are no dismissals; name a file with dismissals = "..."')
    return config.dismissals


def _folder(path: str) -> str:
    return os.path.dirname(path)  # noqa: PTH120 (links stay as they are named)


def _read(config: Config) -> tuple[str, tuple[Record, ...]]:
    from editcheck.suppressions.records import read_dismissals

    path = _file(config)
    return path, read_dismissals(path).all


def _names(articles: Sequence[str], path: str) -> list[str]:
    """Return what dismissals call the articles of some paths."""
    from editcheck.suppressions.naming import named

    return [named(each, _folder(path)) for each in articles]


def _write(path: str, records: Sequence[Record]) -> None:
    from editcheck.cli.replacing import write_file
    from editcheck.suppressions.records import dismissals_text

    write_file(path, dismissals_text(records))
